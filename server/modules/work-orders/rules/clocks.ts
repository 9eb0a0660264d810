/** Readings of the evaluator → rows of the database and the facts they give rise to: warned, breached, withdrawn. */
import type { Instant, Stretch } from '../../../values/instant.ts';
import type { ClockReading, ClockState } from '../../regulations/rules/matter.ts';
import type { Unit } from './context.ts';
import type { EventData, LogEntry, NewEntry, OrderState } from './order.ts';

/** What lists, the sweep and the next reading need of a clock. Why it is due when it is follows from log and rulebook. */
export interface ClockRow {
  clockId: string;
  /** 0: the order's own. */
  requestId: number;
  run: number;
  section: ClockReading['section'];
  /** Of the cases of its entry, the one it goes by; -1: there is but one. */
  caseIndex: number;
  /** As the rulebook writes it: `48 h`, `none`, `before planned-stop 2 h`. */
  limit: string;
  /** Milestone or plan it started from. */
  from: string;
  state: ClockState;
  /** A deciding fact is unknown: it warns and does not breach. */
  provisional: boolean;
  /** What ended it without stopping it. */
  endedBy: NonNullable<ClockReading['endedBy']> | null;
  /** Pauses that held it; null: none. */
  pauses: Stretch[] | null;
  departmentId: string | null;
  startedAt: Instant;
  dueAt: Instant | null;
  warnAt: Instant | null;
  breachAt: Instant | null;
  stoppedAt: Instant | null;
  warnedAt: Instant | null;
  breachedAt: Instant | null;
  breachRecordedAt: Instant | null;
  withdrawnAt: Instant | null;
  nextFireAt: Instant | null;
}

export interface Reconciled {
  changed: ClockRow[];
  removed: ClockRow[];
  /** Of `changed`: started no more, kept for what was said about them. */
  gone: ClockRow[];
  /** All rows after the change. */
  rows: ClockRow[];
  entries: NewEntry[];
}

const OPEN: ReadonlySet<ClockState> = new Set(['running', 'warned', 'late', 'paused', 'waiting-calendar']);

/** Open, and nothing but its own stop is waited for. */
export const isRunning = ({ state, endedBy }: Pick<ClockRow, 'state' | 'endedBy'>): boolean =>
  OPEN.has(state) && endedBy === null;
export const stands = ({ breachedAt, withdrawnAt }: Pick<ClockRow, 'breachedAt' | 'withdrawnAt'>): boolean =>
  breachedAt !== null && withdrawnAt === null;
export const keyOf = ({ clockId, requestId, run }: Pick<ClockRow, 'clockId' | 'requestId' | 'run'>): string =>
  `${clockId}/${requestId}/${run}`;

/** What the desk does rather than the unit that holds the order. */
const DESK: ReadonlySet<string> = new Set(['dispatched', 'reviewed', 'rejected', 'called-back', 'closed']);

/**
 * The unit held to a clock: whose act alone stops it; the call centre for the desk's own acts; else
 * the unit that held the order when the clock was due (or stopped, or now, whichever came first).
 */
export function heldTo(
  reading: Pick<ClockReading, 'breachAt' | 'stoppedAt'> & { until: readonly string[] },
  by: readonly string[] | undefined,
  { held }: Pick<OrderState, 'held'>,
  units: readonly Unit[],
  now: Instant,
): string | null {
  const named = by && units.find(({ organizationId }) => organizationId !== null && by.includes(organizationId));
  if (named) return named.departmentId;
  if (reading.until.length > 0 && reading.until.every((milestone) => DESK.has(milestone))) {
    return units.find(({ kind }) => kind === 'call-centre')?.departmentId ?? null;
  }
  const at = Math.min(reading.breachAt ?? now, reading.stoppedAt ?? now, now);
  let then: (typeof held)[number] | undefined;
  let first: (typeof held)[number] | undefined;
  for (const one of held) {
    if (one.departmentId === null) continue;
    if (one.from <= at && (then === undefined || one.from >= then.from)) then = one;
    if (first === undefined || one.from < first.from) first = one;
  }
  // Before anyone held it: the first who did.
  return (then ?? first)?.departmentId ?? null;
}

/** When the sweep has to look at this row again. */
export function nextFire(row: Omit<ClockRow, 'nextFireAt'>, now: Instant): Instant | null {
  if (!isRunning(row) || row.state === 'waiting-calendar') return null;
  if (row.state === 'paused') {
    const ends = (row.pauses ?? []).map(({ until }) => until).filter((until) => until !== null && until > now);
    return ends.length > 0 ? Math.max(...(ends as number[])) : null;
  }
  if (stands(row)) return null;
  const warn = row.warnedAt === null ? row.warnAt : null;
  const breach = row.provisional ? null : row.breachAt;
  if (warn === null) return breach;
  return breach === null ? warn : Math.min(warn, breach);
}

const LATER = new Set<ClockState>(['running', 'warned']);
/** State now of a row last touched a while ago. */
export const stateAt = (
  { state, warnAt, breachAt }: Pick<ClockRow, 'state' | 'warnAt' | 'breachAt'>,
  now: Instant,
): ClockState => {
  if (!LATER.has(state)) return state;
  if (breachAt !== null && now >= breachAt) return 'late';
  return warnAt !== null && now >= warnAt ? 'warned' : state;
};

export function reconcile(
  before: readonly ClockRow[],
  readings: readonly ClockReading[],
  log: readonly LogEntry[],
  now: Instant,
  unitOf: (reading: ClockReading) => string | null,
): Reconciled {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const result: Reconciled = { changed: [], removed: [], gone: [], rows: [], entries: [] };
  for (const reading of readings) {
    const blank = blankRow(reading, unitOf(reading));
    const prior = known.get(keyOf(blank));
    known.delete(keyOf(blank));
    const { row, entries } = follow(prior, blank, reading, log, now);
    result.entries.push(...entries);
    result.rows.push(row);
    if (!prior || !sameRow(prior, row)) result.changed.push(row);
  }
  for (const gone of known.values()) {
    if (gone.breachedAt === null && gone.warnedAt === null) {
      result.removed.push(gone);
      continue;
    }
    // The rulebook no longer starts it, but what was said about it stays to be seen.
    const row: ClockRow = { ...gone, state: 'cancelled', nextFireAt: null };
    if (stands(gone)) {
      row.withdrawnAt = now;
      result.entries.push(withdrawal(gone, null, log, now));
    }
    result.rows.push(row);
    if (sameRow(gone, row)) continue;
    result.changed.push(row);
    result.gone.push(row);
  }
  return result;
}

function blankRow(reading: ClockReading, departmentId: string | null): ClockRow {
  // While a pause has no end the due is only projected: it moves with the clock on the wall.
  const projected = reading.state === 'paused' && reading.warnAt === null && reading.breachAt === null;
  return {
    clockId: reading.id,
    requestId: reading.request === null ? 0 : Number(reading.request),
    run: reading.run,
    section: reading.section,
    caseIndex: reading.caseIndex,
    limit: reading.limit,
    from: reading.from,
    state: reading.state,
    provisional: reading.provisional,
    endedBy: reading.endedBy ?? null,
    pauses: reading.pauses.length > 0 ? reading.pauses : null,
    departmentId,
    startedAt: reading.start,
    dueAt: projected ? null : reading.due,
    warnAt: reading.warnAt,
    breachAt: reading.breachAt,
    stoppedAt: reading.stoppedAt,
    warnedAt: null,
    breachedAt: null,
    breachRecordedAt: null,
    withdrawnAt: null,
    nextFireAt: null,
  };
}

function follow(
  prior: ClockRow | undefined,
  blank: ClockRow,
  reading: ClockReading,
  log: readonly LogEntry[],
  now: Instant,
): { row: ClockRow; entries: NewEntry[] } {
  const row = { ...blank };
  const entries: NewEntry[] = [];
  if (prior) {
    // Re-dated to warn later: it warns again then.
    row.warnedAt = row.warnAt !== null && row.warnAt > now ? null : prior.warnedAt;
    row.breachedAt = prior.breachedAt;
    row.breachRecordedAt = prior.breachRecordedAt;
    row.withdrawnAt = prior.withdrawnAt;
  }
  const late = reading.breached && row.breachAt !== null;
  const other = late && stands(row) && row.breachedAt !== row.breachAt;
  if (prior && stands(row) && (!late || other)) {
    row.withdrawnAt = now;
    entries.push(withdrawal(prior, reading, log, now));
  }
  if (late && !stands(row)) {
    row.breachedAt = row.breachAt;
    row.breachRecordedAt = now;
    row.withdrawnAt = null;
    entries.push(breach(row));
  }
  row.nextFireAt = nextFire(row, now);
  return { row, entries };
}

const about = (row: ClockRow): EventData => ({ clock: row.clockId, run: row.run, dueAt: row.dueAt });
const request = ({ requestId }: ClockRow): number | null => (requestId === 0 ? null : requestId);

/** At the true instant, however late it is found. */
export const breach = (row: ClockRow): NewEntry => ({
  kind: 'breached',
  occurredAt: row.breachAt ?? row.dueAt ?? 0,
  requestId: request(row),
  data: about(row),
});

export const warning = (row: ClockRow): NewEntry => ({
  kind: 'warned',
  occurredAt: row.warnAt ?? 0,
  requestId: request(row),
  data: about(row),
});

/** Names the fact that shows it was not late: a re-dating just made, the act that stopped it in time, else the last thing anyone recorded. */
function withdrawal(was: ClockRow, reading: ClockReading | null, log: readonly LogEntry[], now: Instant): NewEntry {
  const stopped = log.find(({ seq }) => reading?.stoppedBy === seq && was.stoppedAt !== reading.stoppedAt);
  const redated = log.at(-1)?.kind === 'redated' ? log.at(-1) : undefined;
  const recorded = log.filter(({ command, kind }) => command !== null || kind === 'redated').at(-1);
  const fact = redated ?? stopped ?? recorded;
  const data = {
    ...about(was),
    at: was.breachedAt ?? now,
    because: fact?.seq ?? null,
    becauseKind: fact?.kind ?? null,
  };
  return { kind: 'breach-withdrawn', occurredAt: now, requestId: request(was), data };
}

// biome-ignore format: one list
const COMPARED = [
  'state', 'section', 'caseIndex', 'limit', 'from', 'provisional', 'endedBy', 'departmentId', 'startedAt', 'dueAt', 'warnAt', 'breachAt', 'stoppedAt', 'warnedAt', 'breachedAt',
  'breachRecordedAt', 'withdrawnAt', 'nextFireAt',
] as const;

export const differing = (a: ClockRow, b: ClockRow): (typeof COMPARED)[number][] =>
  COMPARED.filter((key) => a[key] !== b[key]);

const sameRow = (a: ClockRow, b: ClockRow): boolean => differing(a, b).length === 0 && alike(a.pauses, b.pauses);

function alike(a: readonly Stretch[] | null, b: readonly Stretch[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every(({ from, until }, i) => from === b[i]?.from && until === b[i]?.until);
}

/** Never late by itself: without a limit, or only by when to ask. */
const isUnlimited = ({ limit }: Pick<ClockRow, 'limit'>): boolean => limit === 'none';
/** What tells whether and when an order is due for a clock. */
export type Owed = Pick<ClockRow, 'section' | 'state' | 'limit' | 'endedBy' | 'dueAt'>;

const isAside = (row: ClockRow): boolean => isUnlimited(row) || row.section === 'approvals';

/** As an order shows them: as they started; those that cannot be late last. */
export const inOrder = (rows: readonly ClockRow[]): ClockRow[] =>
  [...rows].sort((a, b) => Number(isAside(a)) - Number(isAside(b)) || a.startedAt - b.startedAt);

/** What the list shows of an order: its earliest open due; paused clocks last. */
export function mostUrgent<Row extends Owed>(rows: readonly Row[]): Row | null {
  // By when to ask for an extension is not what the order is due for.
  const owed = rows.filter((row) => isRunning(row) && row.section !== 'approvals');
  const open = owed.filter((row) => !isUnlimited(row) && (row.dueAt !== null || row.state === 'paused'));
  const rank = (row: Row): number =>
    row.state === 'paused' || row.dueAt === null ? Number.POSITIVE_INFINITY : row.dueAt;
  return open.reduce<Row | null>((best, row) => (best === null || rank(row) < rank(best) ? row : best), null);
}

export const lateCount = (rows: readonly ClockRow[]): number => rows.filter(stands).length;

/** What is due of a row at `now`, for the sweep. */
export type Fire = 'breached' | 'warned' | 'look-again';
export function fires(row: ClockRow, now: Instant): Fire | null {
  if (row.nextFireAt === null || row.nextFireAt > now) return null;
  if (row.state === 'paused') return 'look-again';
  if (row.breachAt !== null && row.breachAt <= now && !row.provisional && !stands(row)) return 'breached';
  return row.warnAt !== null && row.warnAt <= now && row.warnedAt === null ? 'warned' : 'look-again';
}

/** The row after it fired. */
export function fired(row: ClockRow, fire: Exclude<Fire, 'look-again'>, now: Instant): ClockRow {
  const next =
    fire === 'breached'
      ? { ...row, state: 'late' as const, breachedAt: row.breachAt, breachRecordedAt: now, withdrawnAt: null }
      : { ...row, state: stateAt({ ...row, state: 'warned' }, now), warnedAt: row.warnAt };
  return { ...next, nextFireAt: nextFire(next, now) };
}
