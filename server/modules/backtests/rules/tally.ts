/** Orders replayed, counted: any number of them needs little memory, and what several counted is put together. */
import type { Replayed, Run } from './replay.ts';
import type { Verdict } from './verdict.ts';
import { VERDICTS } from './verdict.ts';

export type Which = 'before' | 'after';

/** Of one clock and one unit on one side. */
export interface Cell {
  which: Which;
  section: Run['section'];
  clock: string;
  departmentId: string | null;
  /** By `VERDICTS`. */
  counts: number[];
  /** Shares of their time used, in hundredths, up to ten times: how often each. */
  used: Record<number, number>;
}

export interface Changed {
  orderId: number;
  /** Clocks that are late on one side alone: `clocks/finish`. */
  clocks: string[];
}

export const DIRECTIONS = ['to-late', 'to-in-time'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface Tally {
  orders: number;
  late: Record<Which, number>;
  /** Orders late on one side alone though all their clocks can be judged on both, and some of them by name. */
  changed: Record<Direction, number>;
  samples: Record<Direction, Changed[]>;
  /** Late on one side, and on the other something is undecided or cannot be compared. */
  unclear: number;
  unknownEvents: Record<string, number>;
  lostGrants: number;
  cells: Record<string, Cell>;
  /** `clocks/finish stop` → runs. */
  incomparable: Record<string, number>;
  /** Fact → runs it would decide. */
  asks: Record<Which, Record<string, number>>;
}

/** Orders that are named. */
export const SAMPLED = 50;
/** Beyond ten times all is alike. */
const MOST_USED = 1000;

export const newTally = (): Tally => ({
  orders: 0,
  late: { before: 0, after: 0 },
  changed: { 'to-late': 0, 'to-in-time': 0 },
  samples: { 'to-late': [], 'to-in-time': [] },
  unclear: 0,
  unknownEvents: {},
  lostGrants: 0,
  cells: {},
  incomparable: {},
  asks: { before: {}, after: {} },
});

/** What decides which orders are named: the same whoever counts them, in whatever order. */
const rank = (orderId: number): number => Math.imul(orderId ^ (orderId >>> 15), 0x2c1b3c6d) >>> 0;
const byRank = (a: Changed, b: Changed): number => rank(a.orderId) - rank(b.orderId) || a.orderId - b.orderId;

export const clockKey = ({ section, clock }: Pick<Run, 'section' | 'clock'>): string => `${section}/${clock}`;
const plus = (counts: Record<string, number>, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by;
};

/** By when to ask for an extension is not what an order is due for. */
const owed = ({ section }: Run): boolean => section !== 'approvals';
const isLate = (run: Run): boolean => owed(run) && run.verdict === 'late';
const isUnclear = (run: Run): boolean => owed(run) && (run.verdict === 'undecided' || run.verdict === 'incomparable');
const isJudged = (run: Run): boolean => owed(run) && (run.verdict === 'late' || run.verdict === 'in-time');

export function count(tally: Tally, orderId: number, event: string, replayed: Replayed): void {
  const { before, after, unknownEvent, lostGrant } = replayed;
  tally.orders += 1;
  for (const run of before) add(tally, 'before', run);
  for (const run of after) add(tally, 'after', run);
  if (unknownEvent) plus(tally.unknownEvents, event);
  if (lostGrant) tally.lostGrants += 1;
  const late = { before: before.some(isLate), after: after.some(isLate) };
  if (late.before) tally.late.before += 1;
  if (late.after) tally.late.after += 1;
  if (late.before === late.after) return;
  const other = late.before ? after : before;
  if (other.some(isUnclear) || !other.some(isJudged)) {
    tally.unclear += 1;
    return;
  }
  const direction = late.after ? 'to-late' : 'to-in-time';
  tally.changed[direction] += 1;
  const clocks = [...new Set((late.after ? after : before).filter(isLate).map(clockKey))];
  sample(tally.samples[direction], { orderId, clocks });
}

function sample(samples: Changed[], one: Changed): void {
  const last = samples.at(-1);
  if (samples.length >= SAMPLED && last && byRank(one, last) > 0) return;
  samples.push(one);
  samples.sort(byRank);
  if (samples.length > SAMPLED) samples.pop();
}

function add(tally: Tally, which: Which, run: Run): void {
  const cell = cellOf(tally, which, run);
  const place = PLACE[run.verdict];
  cell.counts[place] = (cell.counts[place] ?? 0) + 1;
  if (run.used !== null && (run.verdict === 'late' || run.verdict === 'in-time')) {
    const hundredths = Math.min(Math.ceil(run.used * 100), MOST_USED);
    cell.used[hundredths] = (cell.used[hundredths] ?? 0) + 1;
  }
  if (run.reason !== null) plus(tally.incomparable, `${clockKey(run)} ${run.reason}`);
  if (run.verdict === 'undecided') for (const fact of run.asks) plus(tally.asks[which], fact);
}

const PLACE = Object.fromEntries(VERDICTS.map((verdict, i) => [verdict, i])) as Record<Verdict, number>;

/** Of each clock of either side, its cells by unit: found again without making a key. */
const found = new WeakMap<Tally, Record<Which, Map<string, Map<string | null, Cell>>>>();

function cellOf(tally: Tally, which: Which, run: Run): Cell {
  let sides = found.get(tally);
  if (!sides) {
    sides = { before: new Map(), after: new Map() };
    found.set(tally, sides);
  }
  const { section, clock, departmentId } = run;
  let units = sides[which].get(clock);
  if (!units) {
    units = new Map();
    sides[which].set(clock, units);
  }
  const known = units.get(departmentId);
  if (known && known.section === section) return known;
  const cell = keptCell(tally, which, run);
  units.set(departmentId, cell);
  return cell;
}

function keptCell({ cells }: Tally, which: Which, { section, clock, departmentId }: Run): Cell {
  const key = `${which} ${section} ${clock} ${departmentId ?? ''}`;
  let cell = cells[key];
  if (!cell) {
    cell = { which, section, clock, departmentId, counts: VERDICTS.map(() => 0), used: {} };
    cells[key] = cell;
  }
  return cell;
}

/** Adds what another counted. */
export function merge(tally: Tally, other: Tally): void {
  found.delete(tally);
  tally.orders += other.orders;
  tally.unclear += other.unclear;
  tally.lostGrants += other.lostGrants;
  for (const which of ['before', 'after'] as const) {
    tally.late[which] += other.late[which];
    for (const [fact, runs] of Object.entries(other.asks[which])) plus(tally.asks[which], fact, runs);
  }
  for (const direction of DIRECTIONS) {
    tally.changed[direction] += other.changed[direction];
    for (const one of other.samples[direction]) sample(tally.samples[direction], one);
  }
  for (const [event, orders] of Object.entries(other.unknownEvents)) plus(tally.unknownEvents, event, orders);
  for (const [key, runs] of Object.entries(other.incomparable)) plus(tally.incomparable, key, runs);
  for (const [key, cell] of Object.entries(other.cells)) {
    const mine = tally.cells[key];
    tally.cells[key] = mine ? together(mine, cell) : cell;
  }
}

export function together(a: Cell, b: Cell): Cell {
  const used = { ...a.used };
  for (const [share, times] of Object.entries(b.used)) used[Number(share)] = (used[Number(share)] ?? 0) + times;
  return { ...a, counts: a.counts.map((n, i) => n + (b.counts[i] ?? 0)), used };
}

/** Verdicts of a cell by name. */
export const countsOf = ({ counts }: Pick<Cell, 'counts'>): Record<Verdict, number> =>
  Object.fromEntries(VERDICTS.map((verdict, i) => [verdict, counts[i] ?? 0])) as Record<Verdict, number>;

/** Share used that this part of them does not exceed, in hundredths; null of none. */
export function usedBy({ used }: Pick<Cell, 'used'>, part: number): number | null {
  const shares = Object.entries(used).sort(([a], [b]) => Number(a) - Number(b));
  let left = Math.ceil(shares.reduce((sum, [, times]) => sum + times, 0) * part);
  for (const [share, times] of shares) {
    left -= times;
    if (left <= 0) return Number(share);
  }
  return null;
}
