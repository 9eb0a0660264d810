/** Which clocks another version of the rulebook can change: the others need not be read again. */
import { canonicalJson } from '../../../regulations/rules/loading/canonical.ts';
import type { ApprovalEntry, ClockEntry, NoticeEntry, Pack } from '../../../regulations/rules/pack.ts';

type Running = ClockEntry | NoticeEntry | ApprovalEntry;

/** Where an entry stands in a file is nothing a clock goes by. */
const meaning = (value: unknown): string =>
  canonicalJson(JSON.parse(JSON.stringify(value ?? null, (key, inner) => (key === 'source' ? undefined : inner))));

/** What every clock may go by: one difference here and all are read again. */
const common = (pack: Pack): string =>
  meaning([
    pack.timezone,
    pack.holidays,
    pack.warn,
    pack.hours.map(({ quote: _quote, article: _article, clauses: _clauses, ...hours }) => hours),
    pack.terms
      .filter(({ kind }) => kind === 'fact')
      .map(({ id, type, default: value, derived }) => [id, type, value, derived]),
    pack.organization.map(({ id, parent }) => [id, parent]),
    pack.pauses
      .filter(({ from }) => from)
      .map(({ id, when, clocks, ask, from, until }) => [id, when, clocks, ask, from, until]),
  ]);

/** What a row of a clock can tell of its entry: not how it is worded. */
function counted(entry: Running | undefined): unknown {
  if (!entry) return null;
  const { quote: _quote, article: _article, clauses: _clauses, reading: _reading, assumed: _assumed, ...rest } = entry;
  const cases = entry.cases?.map(({ when, value }) => ({ when, value }));
  return { ...rest, cases };
}

const running = (pack: Pack): Map<string, Running> =>
  new Map([...pack.clocks, ...pack.notices, ...pack.approvals].map((entry) => [entry.id, entry]));

/** Clocks whose due or lateness an entry goes by. */
function goesBy(entry: Running): string[] {
  const timings = [
    ...(entry.cases ?? []).map(({ value }) => value),
    ...('timing' in entry && entry.timing ? [entry.timing] : []),
  ];
  const dues = timings.flatMap(({ before }) => (before?.endsWith('.due') ? [before.slice(0, -'.due'.length)] : []));
  const of = 'steps' in entry && timings.some(({ before }) => before === 'due') ? entry.clocks : [];
  const until = 'until' in entry ? (entry.until?.of ?? []) : [];
  const late = [...(entry.from?.of ?? []), ...until].flatMap((one) =>
    one.startsWith('late:') ? [one.slice('late:'.length)] : [],
  );
  return [...dues, ...of, ...late];
}

/** Ids of clocks, notices and approvals that may read differently, with all that hang together with them. */
export function affectedEntries(before: Pack, after: Pack): ReadonlySet<string> | 'all' {
  if (common(before) !== common(after)) return 'all';
  const [old, now] = [running(before), running(after)];
  const ids = new Set(
    [...old.keys(), ...now.keys()].filter((id) => meaning(counted(old.get(id))) !== meaning(counted(now.get(id)))),
  );
  const links = [...old.values(), ...now.values()].flatMap((entry) =>
    goesBy(entry).map((other) => [entry.id, other] as const),
  );
  for (let size = -1; size !== ids.size; ) {
    size = ids.size;
    for (const [one, other] of links) if (ids.has(one) || ids.has(other)) ids.add(one).add(other);
  }
  return ids;
}

/** The rulebook with those of its clocks alone. */
export const narrowedTo = (pack: Pack, ids: ReadonlySet<string> | 'all'): Pack =>
  ids === 'all'
    ? pack
    : {
        ...pack,
        clocks: pack.clocks.filter(({ id }) => ids.has(id)),
        notices: pack.notices.filter(({ id }) => ids.has(id)),
        approvals: pack.approvals.filter(({ id }) => ids.has(id)),
      };
