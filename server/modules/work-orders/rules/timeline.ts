/** The log as sentences. */
import type { Instant } from '../../../values/instant.ts';
import { iso } from './clock-view.ts';
import { type ClockRow, keyOf } from './clocks.ts';
import type { Command, State } from './lifecycle.ts';
import { clockNameAmong, milestoneName, toName } from './names.ts';
import type { EventData, Flag, LogEntry } from './order.ts';
import type { Rulebook } from './rulebook.ts';
import { OUTCOME_WORDS, RATING_WORDS } from './satisfaction/levels.ts';
import { COMMAND_WORDS, FLAG_WORDS, type Lang, STATE_WORDS, type Words } from './words.ts';

export interface TimelineItem {
  seq: number;
  kind: string;
  name: string;
  occurredAt: string;
  recordedAt: string;
  by: string;
  departmentName: string | null;
  via: string;
  text: string;
  tone: 'normal' | 'late' | 'warned' | 'met';
  requestId: number | null;
  attachments?: string[];
  flags?: { flag: Flag; text: string }[];
}

export interface Named {
  staff: ReadonlyMap<number, string>;
  departments: ReadonlyMap<string, string>;
  clocks: readonly ClockRow[];
  book: Rulebook;
  lang: Lang;
}

const TONE: Record<string, TimelineItem['tone']> = {
  breached: 'late',
  warned: 'warned',
  'breach-withdrawn': 'met',
  repaired: 'met',
  restored: 'met',
  closed: 'met',
};

const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
export const showTime = (at: Instant): string => shown.format(at);

export function timelineItem(entry: LogEntry, named: Named): TimelineItem {
  const { lang, staff, departments } = named;
  const system = lang === 'zh' ? '系统' : 'System';
  return {
    seq: entry.seq,
    kind: entry.kind,
    name: milestoneName(entry.kind, named.book)[lang],
    occurredAt: iso(entry.occurredAt),
    recordedAt: iso(entry.recordedAt),
    by: entry.staffId === null ? system : (staff.get(entry.staffId) ?? system),
    departmentName: entry.departmentId === null ? null : (departments.get(entry.departmentId) ?? entry.departmentId),
    via: entry.via,
    text: sentence(entry, named),
    tone: TONE[entry.kind] ?? 'normal',
    requestId: entry.requestId,
    ...(entry.data.flags ? { flags: entry.data.flags.map((flag) => ({ flag, text: FLAG_WORDS[flag][lang] })) } : {}),
    ...(entry.data.attachmentId ? { attachments: [entry.data.attachmentId] } : {}),
  };
}

function sentence(entry: LogEntry, named: Named): string {
  const { lang } = named;
  const name = milestoneName(entry.kind, named.book)[lang];
  const parts = DETAILS.flatMap((detail) => detail(entry.data, named, entry) ?? []);
  const colon = lang === 'zh' ? '：' : ': ';
  return parts.length === 0 ? name : `${name}${colon}${parts.join(lang === 'zh' ? '；' : '; ')}`;
}

/** Said at length by what else the entry says. */
const IN_OTHER_WORDS: ReadonlySet<string> = new Set(['received', 'called-back', 'rated']);

const word = (words: Words, { lang }: Named): string => words[lang];

const DETAILS: ((data: EventData, named: Named, entry: LogEntry) => string | null)[] = [
  ({ departmentId }, { departments }, { kind }) =>
    departmentId && kind !== 'received' ? (departments.get(departmentId) ?? departmentId) : null,
  ({ handlerId }, { staff }) => (handlerId ? (staff.get(handlerId) ?? null) : null),
  (data, named, entry) => aboutClock(data, named, entry),
  ({ facts }, named, { kind }) => (facts && !IN_OTHER_WORDS.has(kind) ? factsText(facts, named) : null),
  ({ event, formerEvent }, named) =>
    formerEvent === undefined ? null : `${eventName(formerEvent, named)} → ${eventName(event ?? '', named)}`,
  ({ position, place }, _named, { kind }) =>
    position && kind === 'position-set'
      ? [...(place ? [place] : []), `${position.lon.toFixed(5)}, ${position.lat.toFixed(5)}`].join('，')
      : null,
  ({ plans }, named) =>
    plans
      ? Object.entries(plans)
          .map(([plan, at]) => `${milestoneName(plan, named.book)[named.lang]} ${showTime(at)}`)
          .join('，')
      : null,
  ({ until, askKind }, named) =>
    until && askKind ? `${word({ zh: '至', en: 'until' }, named)} ${showTime(until)}` : null,
  ({ due }, named) => (due ? `${word({ zh: '延至', en: 'now due' }, named)} ${showTime(due)}` : null),
  ({ otherOrder }, named, { kind }) =>
    otherOrder
      ? `${word(kind === 'joined' ? { zh: '来自', en: 'from' } : { zh: '至', en: 'to' }, named)} ${otherOrder.number}`
      : null,
  ({ reason }) => reason || null,
  ({ basis }, named) => (basis ? `${word({ zh: '依据', en: 'basis' }, named)} ${basis}` : null),
  ({ rating }, named) => (rating ? word(RATING_WORDS[rating], named) : null),
  ({ outcome }, named) => (outcome ? word(OUTCOME_WORDS[outcome], named) : null),
  ({ later }, named) => (later ? `${word({ zh: '约定再打', en: 'call again' }, named)} ${showTime(later)}` : null),
  ({ solved }, named) =>
    solved === undefined
      ? null
      : word(solved ? { zh: '已解决', en: 'solved' } : { zh: '未解决', en: 'not solved' }, named),
  ({ satisfied }, named) =>
    satisfied === undefined || satisfied === null
      ? null
      : word(satisfied ? { zh: '满意', en: 'satisfied' } : { zh: '不满意', en: 'not satisfied' }, named),
  ({ detail }) =>
    detail
      ? Object.entries(detail)
          .map(([key, value]) => `${key} ${String(value)}`)
          .join('，')
      : null,
  ({ content }) => content ?? null,
  ({ text }) => text || null,
  ({ as }, named) => (as === 'signature' ? word({ zh: '客户签字', en: "Customer's signature" }, named) : null),
  ({ name }) => name || null,
];

function aboutClock(data: EventData, named: Named, { requestId }: LogEntry): string | null {
  if (data.clock === undefined) return null;
  const key = keyOf({ clockId: data.clock, requestId: requestId ?? 0, run: data.run ?? 1 });
  const row = named.clocks.find((clock) => keyOf(clock) === key);
  const among = named.clocks.map(toName);
  const name = row ? clockNameAmong(toName(row), among, named.book)[named.lang] : data.clock;
  const due = data.dueAt ? `${word({ zh: '时限', en: 'due' }, named)} ${showTime(data.dueAt)}` : '';
  const why = data.becauseKind
    ? `${word({ zh: '据', en: 'by' }, named)} ${milestoneName(data.becauseKind, named.book)[named.lang]}（${data.because}）`
    : '';
  return [name, due, why].filter((part) => part !== '').join('，');
}

const eventName = (event: string, { book, lang }: Named): string => book.words.events.get(event)?.[lang] ?? event;

function factsText(facts: NonNullable<EventData['facts']>, { book, lang }: Named): string {
  const yes = lang === 'zh' ? ['是', '否'] : ['yes', 'no'];
  return Object.entries(facts)
    .map(
      ([fact, value]) =>
        `${book.words.facts.get(fact)?.[lang] ?? fact} ${typeof value === 'boolean' ? yes[value ? 0 : 1] : String(value)}`,
    )
    .join('，');
}

type Params = Record<string, string | number | boolean | null>;
const ISO = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Params of a refusal with the names of states, commands and milestones, and times as the utility's clocks show them. */
export function wordsFor(params: Params | undefined, book: Rulebook, lang: Lang): Params {
  if (!params) return {};
  const state = STATE_WORDS[params.state as State];
  const command = COMMAND_WORDS[params.command as Command];
  const times = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' && ISO.test(value) ? [[`${name}Shown`, showTime(Date.parse(value))]] : [],
  );
  return {
    ...params,
    ...Object.fromEntries(times),
    ...(typeof params.event === 'string'
      ? { eventName: book.words.events.get(params.event)?.[lang] ?? params.event }
      : {}),
    ...(state ? { stateName: state[lang] } : {}),
    ...(command ? { commandName: command[lang] } : {}),
    ...(typeof params.milestone === 'string' ? { milestoneName: milestoneName(params.milestone, book)[lang] } : {}),
  };
}
