/** Re-dating 重新计时: what another rulebook or calendar makes of an open order. Pure; the preview and the doing are the same. */
import type { Instant } from '../../../../values/instant.ts';
import { type ClockRow, isRunning, keyOf, type Reconciled, stands } from '../clocks.ts';
import type { Unit } from '../context.ts';
import { apply, fold } from '../fold.ts';
import type { LogEntry, OrderState } from '../order.ts';
import { articleOf, type Book, reckon, rulebookOf } from '../rulebook.ts';
import { affectedEntries, narrowedTo } from './affected.ts';

/** The way of all orders that come from one version. */
export interface Course {
  from: Book;
  to: Book;
  /** Clocks that may read differently. */
  ids: ReadonlySet<string> | 'all';
  /** `to` with those alone. */
  reading: Book;
  /** Every clock `to` has. */
  has: ReadonlySet<string>;
}

export function courseOf(from: Book, to: Book): Course {
  // The same version again: the calendar is another.
  const ids = from.pack.hash === to.pack.hash ? 'all' : affectedEntries(from.pack, to.pack);
  const reading = ids === 'all' ? to : { ...rulebookOf(narrowedTo(to.pack, ids)), calendars: to.calendars };
  const has = new Set([...to.pack.clocks, ...to.pack.notices, ...to.pack.approvals].map(({ id }) => id));
  return { from, to, ids, reading, has };
}

export interface Change {
  clock: string;
  section: string;
  requestId: number;
  run: number;
  kind: 'moved' | 'added' | 'removed';
  article: string;
  fromLimit: string | null;
  toLimit: string | null;
  fromDue: Instant | null;
  toDue: Instant | null;
  /** Late by this very fact, or late no longer. */
  verdict: 'breached' | 'withdrawn' | null;
}

export interface Before {
  /** The whole log, without the entry that re-dates. */
  log: readonly LogEntry[];
  /** Rows of the clocks that may change. */
  clocks: readonly ClockRow[];
  units: readonly Unit[];
}

export interface Redated {
  order: OrderState;
  reckoned: Reconciled;
  changes: Change[];
  /** Pauses that hold no clock the new version has. */
  lostPauses: number;
}

/** @param entry says in the order's log that it is re-dated; it is the fact that withdraws what no longer stands */
export function redate({ log, clocks, units }: Before, course: Course, entry: LogEntry, now: Instant): Redated {
  const order = apply(fold(log), entry);
  const reckoned = reckon({ order, log: [...log, entry], clocks, units, book: course.reading }, now);
  const known = new Map(clocks.map((row) => [keyOf(row), row]));
  const changes = reckoned.changed.flatMap((row) => {
    const was = known.get(keyOf(row));
    const change = was && reckoned.gone.includes(row) ? removal(was, course) : changeOf(was, row, course);
    return change ?? [];
  });
  const gone = reckoned.removed.flatMap((row) => (isRunning(row) ? [removal(row, course)] : []));
  return { order, reckoned, changes: [...changes, ...gone], lostPauses: lostPauses(order, course) };
}

const at = (row: ClockRow, book: Book) => ({
  clock: row.clockId,
  section: row.section,
  requestId: row.requestId,
  run: row.run,
  article: articleOf(book, row),
});

const removal = (row: ClockRow, { from }: Course): Change => ({
  ...at(row, from),
  kind: 'removed',
  fromLimit: row.limit,
  toLimit: null,
  fromDue: row.dueAt,
  toDue: null,
  verdict: stands(row) ? 'withdrawn' : null,
});

/** Null: nothing a reader would call a change (another wording, a state the sweep has not come to). */
function changeOf(was: ClockRow | undefined, row: ClockRow, { to }: Course): Change | null {
  // The sweep owed that breach already.
  const owed = was !== undefined && was.breachAt === row.breachAt;
  const late = stands(row) && !(was && stands(was)) && !owed;
  const other = was !== undefined && stands(was) && stands(row) && was.breachedAt !== row.breachedAt;
  const withdrawn = was !== undefined && stands(was) && !stands(row);
  const verdict = late || other ? 'breached' : withdrawn ? 'withdrawn' : null;
  if (!was) {
    if (!isRunning(row) && verdict === null) return null;
    return {
      ...at(row, to),
      kind: 'added',
      fromLimit: null,
      toLimit: row.limit,
      fromDue: null,
      toDue: row.dueAt,
      verdict,
    };
  }
  if (!isRunning(was) && !isRunning(row) && verdict === null) return null;
  const waits = (was.state === 'waiting-calendar') !== (row.state === 'waiting-calendar');
  const moved = was.dueAt !== row.dueAt || was.startedAt !== row.startedAt || was.warnAt !== row.warnAt;
  if (!moved && !waits && verdict === null && was.limit === row.limit) return null;
  return {
    ...at(row, to),
    kind: 'moved',
    fromLimit: was.limit,
    toLimit: row.limit,
    fromDue: was.dueAt,
    toDue: row.dueAt,
    verdict,
  };
}

/** Pauses that last and name only clocks the version does not have: nobody may lose one unseen. */
const lostPauses = ({ pauses }: OrderState, { has }: Course): number =>
  pauses.filter(({ clocks, until }) => until === null && clocks !== 'all' && !clocks.some((id) => has.has(id))).length;

export const isEarlier = ({ fromDue, toDue }: Change): boolean => toDue !== null && fromDue !== null && toDue < fromDue;

/** Moved to an earlier due, the earliest first: what its handler must know. */
export const earliestMoved = (changes: readonly Change[]): Change | null =>
  changes.filter(isEarlier).sort((a, b) => (a.toDue as number) - (b.toDue as number))[0] ?? null;
