/** Queues what there is to tell, in the transaction of what happened: nothing leaves before that is committed. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { utilityOf } from '../../identity/index.ts';
import { type Held, heldUntil, type Quiet } from '../rules/delivery/quiet.ts';
import { type Preference, recipientKey, wayOf } from '../rules/delivery/route.ts';
import { CHANNELS, type Channel, isGateway, LANGUAGES, type Recipient, type Variables } from '../rules/notice.ts';
import { eventNamed, shippedWording } from '../rules/templates/event.ts';
import { fill, givenWrong, inLanguage } from '../rules/templates/placeholders.ts';
import type { NoticeEvent } from '../rules/templates/shape.ts';
import {
  countOn,
  insertNotices,
  insertSteps,
  type NewNotice,
  noticesOf,
  preferencesOf,
  type StaffAddress,
  type Step,
  staffAddresses,
  type Telling,
  telling,
  type Wordings,
} from '../store/tellings.ts';
import { templatesInForce } from '../store/templates.ts';
import { putInInbox } from './in-app.ts';
import { type QuietHours, quietHours } from './quiet-hours.ts';

export interface Notice {
  /** Of a template: `order-received`, `stop-user` … */
  event: string;
  /** The same event and key is told to the same person once, however often it is asked for. */
  key: string;
  recipients: readonly Recipient[];
  variables: Variables;
  orderId?: number;
  requestId?: number;
  /** An emergency: not held back by quiet hours. */
  urgent?: boolean;
  /** Instead of those of the event, in their order. */
  channels?: readonly Channel[];
  /** Stays open until a receipt comes or somebody writes down how it was served. */
  proof?: boolean;
  /** What it rests on: articles, clauses. */
  clauses?: readonly string[];
}

/** Recipients of one statement. */
const STEP = 5000;
const MOST_KEY = 200;

/** @returns the numbers of the notices, of those told before too, in the order of the recipients */
export function notify(tx: Tx, time: TimeSource, notice: Notice): Promise<Result<{ notices: number[] }>> {
  // whoever is told may see more or less of it than he who did it
  return tx.asSystem(() => queue(tx, time.now(), notice));
}

async function queue(tx: Tx, now: Instant, notice: Notice): Promise<Result<{ notices: number[] }>> {
  const event = eventNamed(notice.event);
  if (!event) return refuse('notice-event-not-found', { params: { found: notice.event } });
  if (notice.key === '' || notice.key.length > MOST_KEY) return refuse('notice-key-not-valid');
  const wrong = givenWrong(notice.variables, event.variables);
  if (wrong) return { ok: false, refusal: wrong };
  if (notice.recipients.length === 0) return ok({ notices: [] });

  const wanted = notice.channels ?? event.channels;
  const [hours, wording] = await Promise.all([quietHours(tx, now), wordingsOf(tx, event, notice.variables)]);
  const of: Telling = {
    event: event.id,
    key: notice.key,
    wording,
    variables: notice.variables,
    clauses: notice.clauses ?? [],
    orderId: notice.orderId ?? null,
    requestId: notice.requestId ?? null,
    urgent: notice.urgent ?? false,
    proof: notice.proof ?? false,
  };
  const tellingId = await telling(tx, of, now);
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  for (let from = 0; from < notice.recipients.length; from += STEP) {
    const people = await addressed(tx, notice.recipients.slice(from, from + STEP));
    keys.push(...people.map(({ recipient }) => recipient));
    const preferences = await preferencesOf(
      tx,
      people.map(({ recipient }) => recipient),
    );
    const rows = people.map((person) => rowOf(person, wanted, of, preferences.get(person.recipient), hours, now));
    await add(tx, tellingId, of, rows, now, numbers);
  }
  return ok({ notices: keys.flatMap((key) => numbers.get(key) ?? []) });
}

/** In both languages and through every channel: which is taken may change on the way. */
async function wordingsOf(tx: Tx, event: NoticeEvent, given: Variables): Promise<Wordings> {
  const [saved, utility] = await Promise.all([templatesInForce(tx, event.id), utilityOf(tx)]);
  const wordings: Wordings = {};
  for (const channel of CHANNELS) {
    const said = LANGUAGES.map((language) => {
      const template =
        saved.find((one) => one.channel === channel && one.language === language) ?? shippedWording(event, language);
      // who is addressed is filled in for each
      const values = { ...inLanguage(given, language), utility: utility.name, name: '{{name}}' };
      return [
        language,
        {
          subject: fill(template.subject, values, event.variables),
          body: fill(template.body, values, event.variables),
        },
      ];
    });
    wordings[channel] = Object.fromEntries(said);
  }
  return wordings;
}

type Person = Omit<NewNotice, 'state' | 'channels' | 'waits' | 'dueAt' | 'refusal' | 'night' | 'language'> & {
  language: 'zh' | 'en' | undefined;
};

/** With the addresses of colleagues; those who have left are told nothing, and nobody twice. */
async function addressed(tx: Tx, recipients: readonly Recipient[]): Promise<Person[]> {
  const staffIds = recipients.flatMap((one) => (one.kind === 'staff' ? [one.staffId] : []));
  const staff = new Map<number, StaffAddress>();
  if (staffIds.length > 0) for (const one of await staffAddresses(tx, staffIds)) staff.set(one.staffId, one);
  const people = new Map<string, Person>();
  for (const one of recipients) {
    const person = one.kind === 'staff' ? ofStaff(staff.get(one.staffId)) : ofCustomer(one);
    if (person && !people.has(person.recipient)) people.set(person.recipient, person);
  }
  return [...people.values()];
}

const ofStaff = (one: StaffAddress | undefined): Person | undefined =>
  one && {
    recipient: recipientKey({ staffId: one.staffId }),
    requestId: null,
    staffId: one.staffId,
    name: one.name,
    phone: one.phone,
    wechat: null,
    email: one.email,
    language: undefined,
  };

const ofCustomer = (one: Extract<Recipient, { kind: 'customer' }>): Person => ({
  recipient: recipientKey(one),
  requestId: one.requestId ?? null,
  staffId: null,
  name: one.name ?? null,
  phone: one.phone ?? null,
  wechat: one.wechat ?? null,
  email: one.email ?? null,
  language: one.language,
});

type Row = NewNotice & { held: Held | null };

function rowOf(
  person: Person,
  wanted: readonly Channel[],
  of: Telling,
  preference: Preference | undefined,
  hours: QuietHours,
  now: Instant,
): Row {
  const address = { staff: person.staffId !== null, phone: person.phone, wechat: person.wechat, email: person.email };
  const { channels } = wayOf(wanted, address, preference, of.proof);
  const night = preference?.night ?? false;
  const [channel] = channels;
  const disturbs = channel !== undefined && isGateway(channel) && person.staffId === null && !of.urgent && !night;
  const held = disturbs ? heldUntil(now, hours.quiets, hours.zone) : null;
  return {
    ...person,
    language: person.language ?? preference?.language ?? 'zh',
    night,
    state: channel === undefined ? 'dead' : channel === 'slip' ? 'to-serve' : 'queued',
    channels,
    waits: held ? 'quiet' : null,
    dueAt: held?.until ?? now,
    refusal: channel === undefined ? 'no-channel' : null,
    held,
  };
}

/** What is said of a wait: until when, and what the rule says. */
export const heldDetail = ({ until, quiet }: { until: Instant; quiet: Quiet }) => ({
  until: new Date(until).toISOString(),
  from: quiet.from,
  to: quiet.until,
  article: quiet.article,
  quote: quiet.quote,
  clauses: quiet.clauses,
});

async function add(
  tx: Tx,
  tellingId: number,
  of: Telling,
  rows: readonly Row[],
  now: Instant,
  numbers: Map<string, number>,
): Promise<void> {
  const added = await insertNotices(tx, tellingId, of, rows, now);
  for (const { id, recipient } of added) numbers.set(recipient, id);
  const byKey = new Map(rows.map((row) => [row.recipient, row]));
  const steps: Step[] = [];
  const counted = new Map<string, number>([['queued', added.length]]);
  const inApp: number[] = [];
  for (const { id, recipient } of added) {
    const row = byKey.get(recipient);
    const channel = row?.channels[0] ?? null;
    if (row?.held)
      steps.push({ noticeId: id, at: now, kind: 'postponed', channel, hop: 1, detail: heldDetail(row.held) });
    if (row?.state === 'dead') {
      steps.push({ noticeId: id, at: now, kind: 'dead', channel: null, hop: 1, detail: { code: 'no-channel' } });
      counted.set('dead', (counted.get('dead') ?? 0) + 1);
    }
    if (channel === 'in-app') inApp.push(id);
  }
  await insertSteps(tx, steps);
  await countOn(tx, counted);
  // an inbox of ours is no gateway: it is there with what happened
  await putInInbox(tx, inApp, now);
  const told = rows.filter(({ recipient }) => !numbers.has(recipient)).map(({ recipient }) => recipient);
  if (told.length > 0) for (const { id, recipient } of await noticesOf(tx, tellingId, told)) numbers.set(recipient, id);
}
