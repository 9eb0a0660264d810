/** What a backtest says: by rule, by unit, by both, with the rules named as their own rulebook names them. */
import { showLimitOf } from '../../regulations/rules/explaining/explain-words.ts';
import type { Timed } from '../../regulations/rules/timed-entries.ts';
import { timetableOf } from '../../regulations/rules/timed-entries.ts';
import { clockNameAmong, milestoneName, type ToName } from '../../work-orders/rules/names.ts';
import type { Book } from '../../work-orders/rules/rulebook.ts';
import type { Words } from '../../work-orders/rules/words.ts';
import type { Run } from './replay.ts';
import {
  type Cell,
  type Changed,
  clockKey,
  countsOf,
  type Direction,
  type Tally,
  together,
  usedBy,
  type Which,
} from './tally.ts';
import { type Reason, recordedUnder, type Verdict } from './verdict.ts';

export interface Figures {
  counts: Record<Verdict, number>;
  /** Hundredths of the time there was, half and nine tenths of those stopped took no more; null of none. */
  used50: number | null;
  used90: number | null;
}

export type Pair = Record<Which, Figures | null>;

export interface RuleName {
  name: Words;
  article: string;
  /** One, or some of several. */
  limits: Words[];
}

export interface RuleRow extends Pair {
  section: Run['section'];
  clock: string;
  named: Record<Which, RuleName | null>;
}

export interface DepartmentRow extends Pair {
  departmentId: string | null;
}

export interface CellRow extends Pair {
  section: Run['section'];
  clock: string;
  departmentId: string | null;
}

export interface Incomparable {
  section: Run['section'];
  clock: string;
  name: Words;
  article: string;
  reason: Reason;
  /** Milestones, or units, that are asked for. */
  wanted: Words[];
  /** Runs; 0: it never began. */
  runs: number;
}

export interface Outcome {
  orders: number;
  late: Record<Which, number>;
  changed: Record<Direction, number>;
  samples: Record<Direction, Changed[]>;
  unclear: number;
  unknownEvents: { event: string; name: Words; orders: number }[];
  lostGrants: number;
  /** Rulebooks the orders were under. */
  under: { hash: string; pack: string; version: string; orders: number }[];
  /** Of all clocks and notices. */
  total: Pair;
  rules: RuleRow[];
  departments: DepartmentRow[];
  cells: CellRow[];
  incomparable: Incomparable[];
  asks: Record<Which, { fact: string; name: Words; runs: number }[]>;
  /** Instant at which everything open was looked at. */
  now: number;
}

export interface Told {
  tally: Tally;
  candidate: Book;
  /** Rulebooks on the side before, that of most orders first. */
  before: readonly Book[];
  /** Rulebooks the orders were under. */
  own: readonly Book[];
  under: Outcome['under'];
  now: number;
}

const MOST_LIMITS = 4;

export function outcomeOf({ tally, candidate, before, own, under, now }: Told): Outcome {
  const cells = Object.values(tally.cells);
  const owed = cells.filter(({ section }) => section !== 'approvals');
  const names = { before: namesIn(before), after: namesIn([candidate]) };
  const rules = grouped(cells, clockKey).map(
    ([{ section, clock }, pair]): RuleRow => ({
      section,
      clock,
      named: { before: names.before(section, clock), after: names.after(section, clock) },
      ...pair,
    }),
  );
  return {
    orders: tally.orders,
    late: tally.late,
    changed: tally.changed,
    samples: tally.samples,
    unclear: tally.unclear,
    unknownEvents: sorted(tally.unknownEvents).map(([event, orders]) => ({
      event,
      name: wordOf(
        event,
        own.map(({ words }) => words.events),
      ),
      orders,
    })),
    lostGrants: tally.lostGrants,
    under,
    total: pairOf(owed),
    rules: rules.sort(bySize),
    departments: grouped(owed, ({ departmentId }) => departmentId ?? '')
      .map(([{ departmentId }, pair]): DepartmentRow => ({ departmentId, ...pair }))
      .sort(bySize),
    cells: grouped(cells, (cell) => `${clockKey(cell)} ${cell.departmentId ?? ''}`)
      .map(([{ section, clock, departmentId }, pair]): CellRow => ({ section, clock, departmentId, ...pair }))
      .sort(bySize),
    incomparable: incomparableIn(tally, candidate, own),
    asks: { before: asksIn(tally.asks.before, before), after: asksIn(tally.asks.after, [candidate]) },
    now,
  };
}

const asksIn = (asks: Record<string, number>, books: readonly Book[]) =>
  sorted(asks).map(([fact, runs]) => ({
    fact,
    name: wordOf(
      fact,
      books.map(({ words }) => words.facts),
    ),
    runs,
  }));

/** As the first who knows it calls it. */
function wordOf(id: string, known: readonly ReadonlyMap<string, Words>[]): Words {
  const { zh, en } = known.find((words) => words.has(id))?.get(id) ?? { zh: id, en: id };
  return { zh, en };
}

/** The most first. */
const sorted = (counts: Record<string, number>): [string, number][] =>
  Object.entries(counts).sort(([a, n], [b, m]) => m - n || a.localeCompare(b));

const sizeOf = (pair: Pair): number =>
  [pair.before, pair.after].reduce(
    (sum, figures) => sum + (figures === null ? 0 : figures.counts['in-time'] + figures.counts.late),
    0,
  );
const bySize = (a: Pair, b: Pair): number => sizeOf(b) - sizeOf(a);

function grouped(cells: readonly Cell[], by: (cell: Cell) => string): [Cell, Pair][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(by(cell), [...(groups.get(by(cell)) ?? []), cell]);
  return [...groups.values()].map((group): [Cell, Pair] => [group[0] as Cell, pairOf(group)]);
}

const pairOf = (cells: readonly Cell[]): Pair => ({
  before: figuresOf(cells, 'before'),
  after: figuresOf(cells, 'after'),
});

function figuresOf(cells: readonly Cell[], which: Which): Figures | null {
  const mine = cells.filter((cell) => cell.which === which);
  if (mine.length === 0) return null;
  const all = mine.reduce(together);
  return { counts: countsOf(all), used50: usedBy(all, 0.5), used90: usedBy(all, 0.9) };
}

type Naming = (section: Run['section'], clock: string) => RuleName | null;

/** By the first of the rulebooks that has it. */
function namesIn(books: readonly Book[]): Naming {
  const all = books.map((book) => ({ book, entries: timetableOf(book.pack).entries }));
  return (section, clock) => {
    for (const { book, entries } of all) {
      const entry = entries.find((one) => one.section === section && one.id === clock);
      if (entry) return nameIn(entry, entries, book);
    }
    return null;
  };
}

function nameIn(entry: Timed, entries: readonly Timed[], book: Book): RuleName {
  const toName = ({ id, section }: Timed): ToName => ({ id, section });
  const limits = [...new Set(entry.cases.map(({ limit }) => limit))].filter((limit) => limit !== 'none');
  return {
    name: clockNameAmong(toName(entry), entries.map(toName), book),
    article: entry.cases[0]?.article ?? '',
    limits: limits.slice(0, MOST_LIMITS).map((limit) => ({
      zh: showLimitOf(book.pack, limit, 'zh'),
      en: showLimitOf(book.pack, limit, 'en'),
    })),
  };
}

/** Runs that could not be compared, and clocks of the candidate that never began because nobody records their beginning. */
function incomparableIn(tally: Tally, candidate: Book, own: readonly Book[]): Incomparable[] {
  const { entries } = timetableOf(candidate.pack);
  const unit = (id: string): Words => {
    const name = candidate.pack.organization.find((one) => one.id === id)?.name ?? id;
    return { zh: name, en: id };
  };
  const told = (entry: Timed, reason: Reason, ids: readonly string[], runs: number): Incomparable => {
    const { name, article } = nameIn(entry, entries, candidate);
    const wanted = ids.map((id) => (reason === 'unit' ? unit(id) : milestoneName(id, candidate)));
    return { section: entry.section, clock: entry.id, name, article, reason, wanted, runs };
  };
  const unstopped = sorted(tally.incomparable).flatMap(([key, runs]) => {
    const [clock = '', reason] = key.split(' ') as [string, Reason];
    const entry = entries.find(({ section, id }) => clockKey({ section, clock: id }) === clock);
    if (!entry) return [];
    const by = [...new Set(entry.cases.flatMap(({ value }) => value.by ?? []))];
    return [told(entry, reason, reason === 'unit' ? by : entry.stops.of, runs)];
  });
  const recorded = new Set(own.flatMap(({ pack }) => [...recordedUnder(pack)]));
  const begun = new Set(
    Object.values(tally.cells)
      .filter(({ which }) => which === 'after')
      .map(clockKey),
  );
  const never = entries.filter(
    (entry) =>
      entry.begins !== undefined &&
      !begun.has(clockKey({ section: entry.section, clock: entry.id })) &&
      !entry.begins.some((milestone) => recorded.has(milestone)),
  );
  return [...unstopped, ...never.map((entry) => told(entry, 'start', entry.begins ?? [], 0))];
}
