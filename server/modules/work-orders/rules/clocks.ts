/** Readings of the evaluator → rows of the database and the facts they give rise to: warned, breached, withdrawn. */
import type { Instant } from '../../../values/instant.ts';
import type { ClockReading, ClockState } from '../../regulations/rules/matter.ts';
import type { Unit } from './context.ts';
import type { EventData, LogEntry, NewEntry, OrderState } from './order.ts';

export interface ClockRow {
  clockId: string;
  /** 0: the order's own. */
  requestId: number;
  run: number;
  section: string;
  state: ClockState;
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
  reading: ClockReading;
}

export interface Reconciled {
  changed: ClockRow[];
  removed: ClockRow[];
  /** All rows after the change. */
  rows: ClockRow[];
  entries: NewEntry[];
}

const OPEN: ReadonlySet<ClockState> = new Set(['running', 'warned', 'late', 'paused', 'waiting-calendar']);

/** Open, and nothing but its own stop is waited for. */
export const isRunning = ({ state, reading }: Pick<ClockRow, 'state' | 'reading'>): boolean =>
  OPEN.has(state) && reading.endedBy === undefined;
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
  reading: ClockReading,
  by: readonly string[] | undefined,
  { held }: Pick<OrderState, 'held'>,
  units: readonly Unit[],
  now: Instant,
): string | null {
  const named = units.find(({ organizationId }) => organizationId !== null && by?.includes(organizationId));
  if (named) return named.departmentId;
  if (reading.until.length > 0 && reading.until.every((milestone) => DESK.has(milestone))) {
    return units.find(({ kind }) => kind === 'call-centre')?.departmentId ?? null;
  }
  const at = Math.min(reading.breachAt ?? now, reading.stoppedAt ?? now, now);
  const inOrder = [...held].sort((a, b) => a.from - b.from);
  const then = inOrder.filter(({ from, departmentId }) => from <= at && departmentId !== null).at(-1);
  // Before anyone held it: the first who did.
  return (then ?? inOrder.find(({ departmentId }) => departmentId !== null))?.departmentId ?? null;
}

/** When the sweep has to look at this row again. */
export function nextFire(row: Omit<ClockRow, 'nextFireAt'>, now: Instant): Instant | null {
  if (!isRunning(row) || row.state === 'waiting-calendar') return null;
  if (row.state === 'paused') {
    const ends = row.reading.pauses.map(({ until }) => until).filter((until) => until !== null && until > now);
    return ends.length > 0 ? Math.max(...(ends as number[])) : null;
  }
  if (stands(row)) return null;
  const warn = row.warnedAt === null ? row.warnAt : null;
  const breach = row.reading.provisional ? null : row.breachAt;
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
  const result: Reconciled = { changed: [], removed: [], rows: [], entries: [] };
  for (const reading of readings) {
    const blank = blankRow(reading, unitOf(reading));
    const prior = known.get(keyOf(blank));
    known.delete(keyOf(blank));
    const { row, entries } = follow(prior, blank, log, now);
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
    if (!sameRow(gone, row)) result.changed.push(row);
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
    state: reading.state,
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
    reading,
  };
}

function follow(
  prior: ClockRow | undefined,
  blank: ClockRow,
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
  const late = row.reading.breached && row.breachAt !== null;
  const other = late && stands(row) && row.breachedAt !== row.breachAt;
  if (prior && stands(row) && (!late || other)) {
    row.withdrawnAt = now;
    entries.push(withdrawal(prior, row.reading, log, now));
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
  const stopped = log.find(({ seq }) => reading?.stoppedBy === seq && was.reading.stoppedBy !== seq);
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

const COMPARED = [
  'state', 'section', 'departmentId', 'startedAt', 'dueAt', 'warnAt', 'breachAt', 'stoppedAt', 'warnedAt', 'breachedAt',
  'breachRecordedAt', 'withdrawnAt', 'nextFireAt',
] as const; // biome-ignore format: one list

export const differing = (a: ClockRow, b: ClockRow): (typeof COMPARED)[number][] =>
  COMPARED.filter((key) => a[key] !== b[key]);

const sameRow = (a: ClockRow, b: ClockRow): boolean => differing(a, b).length === 0 && alike(a.reading, b.reading);

/** Equal as JSON: jsonb keeps no key order, and what is undefined is not there. */
function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => alike(item, b[i]));
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key in left) if (!alike(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

/** Never late by itself: without a limit, or only by when to ask. */
const isUnlimited = ({ reading }: Pick<ClockRow, 'reading'>): boolean => reading.limit === 'none';
const isAside = (row: ClockRow): boolean => isUnlimited(row) || row.section === 'approvals';

/** As an order shows them: as they started; those that cannot be late last. */
export const inOrder = (rows: readonly ClockRow[]): ClockRow[] =>
  [...rows].sort((a, b) => Number(isAside(a)) - Number(isAside(b)) || a.startedAt - b.startedAt);

/** What the list shows of an order: its earliest open due; paused clocks last. */
export function mostUrgent(rows: readonly ClockRow[]): ClockRow | null {
  // By when to ask for an extension is not what the order is due for.
  const owed = rows.filter((row) => isRunning(row) && row.section !== 'approvals');
  const open = owed.filter((row) => !isUnlimited(row) && (row.dueAt !== null || row.state === 'paused'));
  const rank = (row: ClockRow): number =>
    row.state === 'paused' || row.dueAt === null ? Number.POSITIVE_INFINITY : row.dueAt;
  return open.reduce<ClockRow | null>((best, row) => (best === null || rank(row) < rank(best) ? row : best), null);
}

export const lateCount = (rows: readonly ClockRow[]): number => rows.filter(stands).length;

/** What is due of a row at `now`, for the sweep. */
export type Fire = 'breached' | 'warned' | 'look-again';
export function fires(row: ClockRow, now: Instant): Fire | null {
  if (row.nextFireAt === null || row.nextFireAt > now) return null;
  if (row.state === 'paused') return 'look-again';
  if (row.breachAt !== null && row.breachAt <= now && !row.reading.provisional && !stands(row)) return 'breached';
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
