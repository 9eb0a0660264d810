/**
 * Duties 职责 of a rulebook as something that runs. A pack keeps them as they are written, so they are read again
 * here, by the same readers that checked them when the rulebook was loaded; once for each pack.
 */
import { type PackContext, readCases, readMilestones, readTiming, readWhen } from '../loading/load-timing.ts';
import { parseLimit } from '../loading/parse-limit.ts';
import { MapReader } from '../loading/yaml/map-reader.ts';
import type { MapNode, Node } from '../loading/yaml/yaml-nodes.ts';
import { vocabularyOf } from '../match.ts';
import type { CaseOf, Limit, Milestones, Pack, PlainEntry, Timing, When } from '../pack.ts';
import { ErrorList } from '../pack-error.ts';

export interface DutyCase {
  timing: Timing;
  /** `6 mo`, `month`, `once`; absent: once, before a date. */
  every?: string;
  /** The order is opened so much earlier. */
  ahead?: Limit;
  /** Event of the order. */
  makes: string;
  /** Unit it goes to. */
  to?: string;
}

export interface Duty
  extends Pick<PlainEntry, 'id' | 'article' | 'quote' | 'clauses' | 'assumed' | 'reading' | 'source'> {
  /** Kind of things it is owed for; null: the utility as a whole. */
  forEach: string | null;
  when?: When;
  until: Milestones;
  overlap: 'error' | 'shortest' | 'first';
  cases: CaseOf<DutyCase>[];
}

/** Id of the clock of an order a duty made, and the planned time it goes by: no entry of a rulebook is called so. */
export const dutyClock = (duty: string): string => `duty:${duty}`;

/** Event of an order whose duty names none. */
const ROUTINE = 'duty';
/** What ends an order whose duty names nothing. */
const FINISHED: Milestones = { pick: 'first', of: ['finished'] };

/** Kinds of things something is owed for. */
export const kindsOwed = (pack: Pack): string[] => [
  ...new Set(dutiesOf(pack).map(({ forEach }) => forEach ?? UTILITY)),
];

/** The utility as a whole is a thing as well: of what is owed for nothing in particular. */
export const UTILITY = 'utility';

const known = new WeakMap<Pack, readonly Duty[]>();

/** Those that come round or fall on a date. A duty that begins with a milestone of some matter is a clock of it. */
export function dutiesOf(pack: Pack): readonly Duty[] {
  let duties = known.get(pack);
  if (!duties) {
    duties = pack.duties.map((entry) => read(entry, pack)).filter(comesRound);
    known.set(pack, duties);
  }
  return duties;
}

const comesRound = ({ cases }: Duty): boolean =>
  cases.every(({ value }) => value.every !== undefined || value.timing.before !== undefined);

function read(entry: PlainEntry, pack: Pack): Duty {
  const { id, article, quote, clauses, assumed, reading, source } = entry;
  const at = { file: source.file, line: source.line, column: 1 };
  const ctx: PackContext = {
    pack: pack.pack,
    words: vocabularyOf(pack),
    errors: new ErrorList(),
    limits: new Map(
      pack.limits.map((one) => [one.id, { ...(one.value ? { value: one.value } : {}), confirmed: one.confirmed }]),
    ),
    timezone: pack.timezone,
  };
  const m = new MapReader(nodeOf(entry.body, at) as MapNode, ctx.errors);
  const forEach = m.text('for-each') ?? null;
  const { cases } = readCases(m, ctx, { article, quote, clauses, ...(reading === undefined ? {} : { reading }) }, (r) =>
    readCase(r, ctx),
  );
  const overlap = m.text('overlap');
  return {
    id,
    article,
    quote,
    clauses,
    assumed,
    ...(reading === undefined ? {} : { reading }),
    source,
    forEach,
    ...(entry.when ? { when: entry.when } : {}),
    until: readMilestones(m, 'until', ctx) ?? FINISHED,
    overlap: overlap === 'shortest' || overlap === 'first' ? overlap : 'error',
    cases,
  };
}

function readCase(r: MapReader, ctx: PackContext): DutyCase {
  r.allow('for-each', 'form', 'steps', 'until', 'from', 'overlap', 'cases');
  readWhen(r, ctx);
  const timing = readTiming(r, ctx);
  const ahead = r.text('ahead');
  const limit = ahead === undefined ? undefined : parseLimit(ahead);
  const to = r.texts('to')[0];
  return {
    timing,
    ...(timing.every === undefined ? {} : { every: timing.every }),
    ...(limit?.ok ? { ahead: limit.value.breach } : {}),
    makes: r.texts('makes')[0] ?? ROUTINE,
    ...(to === undefined ? {} : { to }),
  };
}

/** Kept as JSON; readers want nodes. */
function nodeOf(value: unknown, at: MapNode['at']): Node {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((one) => nodeOf(one, at)), at };
  if (value !== null && typeof value === 'object')
    return {
      kind: 'map',
      entries: Object.entries(value).map(([key, one]) => ({ key, keyAt: at, value: nodeOf(one, at) })),
      at,
    };
  const plain = value as string | number | boolean | null;
  return { kind: 'scalar', value: plain, source: String(plain), plain: false, at };
}
