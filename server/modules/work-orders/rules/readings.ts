/** Why the clocks of an order are due when they are: read from its log, for nothing of it is stored. */
import type { Instant } from '../../../values/instant.ts';
import { evaluate } from '../../regulations/rules/evaluate.ts';
import type { ClockReading } from '../../regulations/rules/matter.ts';
import { type ClockRow, keyOf } from './clocks.ts';
import { toMatter } from './matter.ts';
import type { LogEntry, OrderState } from './order.ts';
import type { Book } from './rulebook.ts';

/** A log up to some entry, and the rulebook the order went by then. */
export interface Past {
  log: readonly LogEntry[];
  book: Book;
  at: Instant;
}

const keyOfReading = ({ id, request, run }: ClockReading): string =>
  keyOf({ clockId: id, requestId: request === null ? 0 : Number(request), run });

export const readingsAt = ({ log, book, at }: Past): Map<string, ClockReading> =>
  new Map(evaluate(book.pack, book.calendars, toMatter(log), at).map((reading) => [keyOfReading(reading), reading]));

/** Hashes of the rulebook and the calendar an order is under. */
type Under = Pick<OrderState, 'calendarHash'> & { packHash: string };

/** The order as it was before each entry that may have taken a clock away, the latest first, with what it was under. */
export function pastOf(
  log: readonly LogEntry[],
  { packHash, calendarHash }: Under,
): { log: LogEntry[]; under: Under; at: Instant }[] {
  let under: Under = { packHash, calendarHash };
  return [...log]
    .map((entry, index) => ({ entry, index }))
    .reverse()
    .flatMap(({ entry, index }) => {
      const { fromPack = under.packHash, fromCalendar = under.calendarHash } = entry.data;
      under = { packHash: fromPack, calendarHash: fromCalendar };
      return index === 0 ? [] : [{ log: log.slice(0, index), under, at: entry.recordedAt }];
    });
}

/** Of a clock no log explains any more: what its row says. */
export const bare = (row: ClockRow): ClockReading => ({
  id: row.clockId,
  request: row.requestId === 0 ? null : String(row.requestId),
  run: row.run,
  section: row.section,
  article: '',
  quote: '',
  clauses: [],
  on: row.requestId === 0 ? 'order' : 'request',
  from: row.from,
  start: row.startedAt,
  startedBy: null,
  until: [],
  limit: row.limit,
  limitValue: null,
  due: row.dueAt,
  warnAt: row.warnAt,
  breachAt: row.breachAt,
  stoppedAt: row.stoppedAt,
  stoppedBy: null,
  state: row.state,
  breached: row.breachedAt !== null,
  asks: [],
  provisional: row.provisional,
  pauses: row.pauses ?? [],
  because: [
    { kind: 'start', params: { milestone: row.from, at: row.startedAt, computed: false } },
    { kind: 'due', params: { at: row.dueAt } },
  ],
  caseIndex: row.caseIndex,
});
