/** Notices as the office shows them: personal data masked, revealed with an entry in the audit log. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { allowed, audit, type Me } from '../../identity/index.ts';
import { maskName, maskPhone } from '../../registers/index.ts';
import { deedsOf } from '../rules/delivery/desk.ts';
import type { Channel, Language } from '../rules/notice.ts';
import { eventNamed, textOf } from '../rules/templates/event.ts';
import {
  deskCounts,
  listNotices,
  type NoticeFilter,
  type NoticeRow,
  noticeById,
  stepsOf,
  waitsOf,
} from '../store/reading.ts';

export interface Reader {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Language;
}

/** li@example.cn → l***@example.cn; an id keeps its beginning. */
const maskAddress = (address: string): string => {
  const [before = '', after] = address.split('@');
  return after === undefined ? `${address.slice(0, 3)}***` : `${before.slice(0, 1)}***@${after}`;
};

/** Where the message goes, as it may be shown to anybody who may see the notice. */
function maskedTo({ channel, phone, wechat, email, staffId }: NoticeRow): string | null {
  if (staffId !== null && channel === 'in-app') return null;
  if (channel === 'email') return email && maskAddress(email);
  if (channel === 'wechat') return wechat && maskAddress(wechat);
  if (phone) return maskPhone(phone);
  return email || wechat ? maskAddress(email ?? wechat ?? '') : null;
}

/** Colleagues' names are no secret. */
const shownName = ({ name, staffId }: NoticeRow): string | null => (staffId === null ? maskName(name) : name);

const when = (at: Date | null): string | null => at?.toISOString() ?? null;

interface Quieted {
  until: string;
  from: number;
  to: number;
  article: string;
  quote: string;
  clauses: string[];
}

function rowView(row: NoticeRow, waiting: Record<string, unknown> | undefined, lang: Language) {
  return {
    id: row.id,
    event: row.event,
    eventName: eventNamed(row.event)?.[lang] ?? row.event,
    orderId: row.orderId,
    number: row.number,
    staff: row.staffId !== null,
    name: shownName(row),
    to: maskedTo(row),
    language: row.language,
    urgent: row.urgent,
    proof: row.proof,
    state: row.state,
    channel: row.channel,
    channels: row.channels,
    tries: row.tries,
    waits: row.waits,
    quiet:
      row.waits === 'quiet' && row.state === 'queued' ? ((waiting as unknown as Quieted | undefined) ?? null) : null,
    dueAt: row.dueAt.toISOString(),
    refusal: row.refusal,
    createdAt: row.createdAt.toISOString(),
    sentAt: when(row.sentAt),
    deliveredAt: when(row.deliveredAt),
    readAt: when(row.readAt),
    provenAt: when(row.provenAt),
    deeds: deedsOf({ ...row, provenAt: row.provenAt?.getTime() ?? null }),
  };
}

export async function readNotices({ tx, lang }: Reader, filter: NoticeFilter) {
  const rows = await listNotices(tx, filter);
  const [waiting, counts] = await Promise.all([
    waitsOf(
      tx,
      rows.filter(({ waits }) => waits === 'quiet').map(({ id }) => id),
    ),
    deskCounts(tx),
  ]);
  return ok({
    items: rows.map((row) => rowView(row, waiting.get(row.id), lang)),
    next: rows.length < filter.limit ? null : (rows.at(-1)?.id ?? null),
    counts,
  });
}

export async function readNotice({ tx, lang }: Reader, id: number) {
  const row = await noticeById(tx, id);
  if (!row) return refuse('notice-not-found');
  const [steps, waiting] = await Promise.all([stepsOf(tx, id), waitsOf(tx, [id])]);
  const channel: Channel = row.channel ?? row.channels[0] ?? 'slip';
  const wording = row.wording[channel]?.[row.language];
  const said = (text: string | undefined): string => textOf(text ?? '', shownName(row), row.language);
  return ok({
    ...rowView(row, waiting.get(id), lang),
    subject: said(wording?.subject),
    body: said(wording?.body),
    clauses: row.clauses,
    reachable: {
      phone: row.phone !== null && row.phone !== '',
      wechat: row.wechat !== null && row.wechat !== '',
      email: row.email !== null && row.email !== '',
    },
    steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
  });
}

/** Who is told, in full. Written down: who looked, when, at which notice. */
export async function revealNotice(
  { tx, me, time }: Reader,
  id: number,
): Promise<Result<Pick<NoticeRow, 'name' | 'phone' | 'wechat' | 'email'>>> {
  if (allowed(me, 'personal.reveal') !== 'all') return refuse('forbidden');
  const row = await noticeById(tx, id);
  if (!row) return refuse('notice-not-found');
  await audit(tx, me, 'personal.reveal', `notice:${id}`, {}, time);
  const { name, phone, wechat, email } = row;
  return ok({ name, phone, wechat, email });
}
