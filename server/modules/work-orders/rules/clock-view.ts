/** A clock as screens show it: what, until when, under which article, and why. */

import type { Instant } from '../../../values/instant.ts';
import { explain } from '../../regulations/rules/explaining/explain.ts';
import { showLimitOf, showQuote } from '../../regulations/rules/explaining/explain-words.ts';
import type { ClockReading, ClockState } from '../../regulations/rules/matter.ts';
import { type ClockRow, keyOf, stateAt } from './clocks.ts';
import { clockNameAmong, milestoneName, type ToName, toName } from './names.ts';
import type { Rulebook } from './rulebook.ts';
import type { Lang } from './words.ts';

export interface ClockView {
  id: string;
  requestId: number | null;
  run: number;
  name: string;
  section: string;
  article: string;
  quote: string;
  clauses: string[];
  on: 'order' | 'request';
  from: string;
  fromName: string;
  startAt: string;
  until: string[];
  untilNames: string[];
  limit: string;
  limitText: string;
  dueAt: string | null;
  warnAt: string | null;
  stoppedAt: string | null;
  state: ClockState;
  breachedAt: string | null;
  breachRecordedAt: string | null;
  withdrawnAt: string | null;
  provisional: boolean;
  asks: string[];
  pauses: { from: string; until: string | null }[];
  departmentId: string | null;
  departmentName: string | null;
  why: { label: string; value: string; detail: string }[];
  whyText: string;
  assumed: string[];
  reading?: string;
}

export const iso = (at: Instant): string => new Date(at).toISOString();
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

export function clockView(
  row: ClockRow,
  /** What the log says of it. */
  reading: ClockReading,
  book: Rulebook,
  lang: Lang,
  now: Instant,
  departments: ReadonlyMap<string, string>,
  /** All clocks of the order. */
  clocks: readonly ClockRow[],
): ClockView {
  return {
    ...readingView(reading, book, lang, clocks.map(toName)),
    id: keyOf(row),
    state: stateAt(row, now),
    limit: row.limit,
    limitText: limitText(row.limit, book, lang),
    dueAt: isoOrNull(row.dueAt),
    warnAt: isoOrNull(row.warnAt),
    stoppedAt: isoOrNull(row.stoppedAt),
    pauses: (row.pauses ?? []).map(({ from, until }) => ({ from: iso(from), until: isoOrNull(until) })),
    breachedAt: isoOrNull(row.breachedAt),
    breachRecordedAt: isoOrNull(row.breachRecordedAt),
    withdrawnAt: isoOrNull(row.withdrawnAt),
    departmentId: row.departmentId,
    departmentName: row.departmentId === null ? null : (departments.get(row.departmentId) ?? row.departmentId),
  };
}

/** `限 1 小时`; of a limit that ends at a planned time, `到期前`. */
const limitText = (limit: string, book: Rulebook, lang: Lang): string =>
  `${lang === 'zh' && limit !== 'none' && !limit.startsWith('before ') ? '限 ' : ''}${showLimitOf(book.pack, limit, lang)}`;

/**
 * Also of a clock that is not kept: what intake would start.
 * @param among the clocks it is shown with
 */
export function readingView(reading: ClockReading, book: Rulebook, lang: Lang, among: readonly ToName[]): ClockView {
  const { lines, text } = explain(reading, book.pack, lang);
  const notes = reading.because.filter(({ kind }) => kind === 'reading').map(({ params }) => String(params.text));
  return {
    id: `${reading.id}/${reading.request ?? 0}/${reading.run}`,
    requestId: reading.request === null ? null : Number(reading.request),
    run: reading.run,
    name: clockNameAmong(reading, among, book)[lang],
    section: reading.section,
    article: reading.article,
    quote: showQuote(reading.quote),
    clauses: reading.clauses,
    on: reading.on,
    from: reading.from,
    fromName: milestoneName(reading.from, book)[lang],
    startAt: iso(reading.start),
    until: reading.until,
    untilNames: reading.until.map((milestone) => milestoneName(milestone, book)[lang]),
    limit: reading.limit,
    limitText: limitText(reading.limit, book, lang),
    dueAt: isoOrNull(reading.due),
    warnAt: isoOrNull(reading.warnAt),
    stoppedAt: isoOrNull(reading.stoppedAt),
    state: reading.state,
    breachedAt: null,
    breachRecordedAt: null,
    withdrawnAt: null,
    provisional: reading.provisional,
    asks: reading.asks,
    pauses: reading.pauses.map(({ from, until }) => ({ from: iso(from), until: isoOrNull(until) })),
    departmentId: null,
    departmentName: null,
    why: lines.map(({ label, value, detail }) => ({ label, value, detail })),
    whyText: text,
    assumed: reading.because.filter(({ kind }) => kind === 'assumed').map(({ params }) => String(params.key)),
    ...(notes[0] ? { reading: notes[0] } : {}),
  };
}
