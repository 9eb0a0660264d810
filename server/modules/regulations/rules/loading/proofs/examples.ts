/** Worked cases run: the dues, routes, gates, asks and recipients a person worked out from the text, against a pack. */
import type { Instant } from '../../../../../values/instant.ts';
import type { Result } from '../../../../../values/result.ts';
import { zoneOf } from '../../../../../values/zone.ts';
import type { Calendars } from '../../calendar.ts';
import type { Matter } from '../../matter.ts';
import type { Pack, PackError } from '../../pack.ts';
import { ErrorList, type Spot, unknownName } from '../../pack-error.ts';
import { formatInstant, localDay, parseInstant } from '../dates.ts';
import { matterOf } from '../given.ts';
import { versionInForce } from '../load-pack.ts';
import { type Node, type SourceFile, showNode } from '../yaml/yaml-nodes.ts';
import type { Difference } from './difference.ts';
import { dutiesDiffer, type OwedBy } from './duty-cases.ts';
import { type Many, outcomesDiffer } from './outcomes.ts';
import { type Example, readExamples } from './read-examples.ts';
import { isEmpty } from './read-outcomes.ts';

/** What judges examples. */
export interface Judge {
  /** Last due of every clock of the matter, null when it runs without one; a clock that does not run is absent. */
  dues: (pack: Pack, matter: Matter, now: Instant) => Result<Map<string, { due: Instant | null; article: string }>>;
  /** Orders owed to a thing of the register; absent: what examples say of duties is not looked at. */
  owed?: OwedBy;
  /** For prices, remedies, metrics and checklists. */
  calendars: (pack: Pack) => Calendars;
  /** Absent: what examples say of routes, gates and asks is not looked at. */
  orders?: OrderRules;
}

/** What orders do with a rulebook beside its clocks; orders are below rulebooks, so they are told. */
export interface OrderRules {
  routes: (pack: Pack, matter: Matter, now: Instant) => string[];
  /** Gates that hold the milestone back → what they want. */
  held: (pack: Pack, matter: Matter, now: Instant, milestone: string) => Record<string, string[]>;
  asks: (pack: Pack, matter: Matter, now: Instant, kind: string) => { to: string[]; form: string[] } | null;
}

/** Examples of packs that are not sound are counted, not run: their defects are reported already. */
export function runExamples(
  files: SourceFile[],
  packs: Pack[],
  judge: Judge,
  sound: Pack[] = packs,
): { count: number; errors: PackError[] } {
  const errors = new ErrorList();
  const { examples, count } = readExamples(files, errors);
  for (const example of examples) {
    const found = packOf(example, packs);
    const differences =
      'problem' in found ? [found] : sound.includes(found.pack) ? differencesOf(example, found.pack, judge) : [];
    for (const { at, article, problem } of differences)
      errors.add(at, article === undefined ? example.where : { ...example.where, article }, problem);
  }
  return { count, errors: errors.sorted() };
}

/** The version of its pack an example is judged by. */
export function packOf(example: Example, packs: Pack[]): { pack: Pack } | Difference {
  const first = packs.find((p) => p.pack === example.pack);
  if (!first)
    return { at: example.packAt, problem: unknownName('pack', example.pack, new Set(packs.map((p) => p.pack))) };
  const at = parseInstant(example.given.at, zoneOf(first.timezone));
  const pack = at === undefined ? first : versionInForce(packs, example.pack, localDay(at, first.timezone));
  if (pack) return { pack };
  return {
    at: example.givenAt,
    problem: {
      code: 'pack-not-in-force',
      found: '{…}',
      expected: first.effective,
      zh: `规章包“${example.pack}”在 ${example.given.at} 尚未施行。`,
      en: `The pack "${example.pack}" is not yet in force at ${example.given.at}.`,
    },
  };
}

/** Where the pack says something else than the example. */
export function differencesOf(example: Example, pack: Pack, judge: Judge): Difference[] {
  const zone = zoneOf(pack.timezone);
  const built = matterOf(example.given, pack, zone);
  if (!built.ok) return [refused(example.givenAt, built.refusal)];
  const { matter } = built.value;
  const latest = Math.max(
    built.value.at,
    ...matter.happenings.map((h) => h.recordedAt),
    ...matter.pauses.map((p) => p.until ?? p.from),
  );
  const now = example.now === undefined ? latest : (parseInstant(example.now, zone) ?? latest);
  const dues = judge.dues(pack, matter, now);
  if (!dues.ok) return [refused(example.givenAt, dues.refusal)];
  return [
    ...example.expect.dues.flatMap((one) => dueDiffers(one, pack, dues.value)),
    ...(example.thing && judge.owed
      ? dutiesDiffer(example.thing, example.expect.owes, matter.facts, pack, judge.owed)
      : []),
    ...toldDiffers(example, pack, dues.value),
    ...(judge.orders ? ordersDiffer(example, pack, matter, now, judge.orders) : []),
    ...moreDiffers(example, pack, judge, matter, now),
  ];
}

/** Prices, remedies, metrics, checklists. */
function moreDiffers(example: Example, pack: Pack, judge: Judge, matter: Matter, now: Instant): Difference[] {
  const { outcomes } = example.expect;
  if (isEmpty(outcomes)) return [];
  const all: Many[] = [];
  for (const one of example.matters) {
    const built = matterOf(one.given, pack, zoneOf(pack.timezone));
    if (!built.ok) return [refused(example.givenAt, built.refusal)];
    all.push({ matter: built.value.matter, times: one.times });
  }
  if (all.length === 0) all.push({ matter, times: 1 });
  return outcomesDiffer(outcomes, { pack, calendars: judge.calendars(pack), matter, all, now });
}

const refused = (at: Spot, r: { code: string; params?: Record<string, unknown> }): Difference => ({
  at,
  problem: {
    code: r.code,
    found: String(r.params?.found ?? ''),
    expected: String(r.params?.nearest ?? r.params?.expected ?? ''),
    zh: `算例的条件不对：${r.code}（${String(r.params?.found ?? '')}）。`,
    en: `The example cannot be read: ${r.code} (${String(r.params?.found ?? '')}).`,
  },
});

type Dues = Map<string, { due: Instant | null; article: string }>;

function dueDiffers({ id, at, value }: { id: string; at: Spot; value: Node }, pack: Pack, dues: Dues): Difference[] {
  const timed = [...pack.clocks, ...pack.notices, ...pack.approvals];
  const entry = timed.find((e) => e.id === id);
  if (!entry)
    return [
      {
        at,
        problem: unknownName(
          'clock',
          id,
          timed.map((e) => e.id),
        ),
      },
    ];
  const wanted =
    value.kind === 'scalar' && value.value !== null ? parseInstant(value.source, zoneOf(pack.timezone)) : null;
  if (wanted === undefined || value.kind !== 'scalar')
    return [
      {
        at: value.at,
        problem: {
          code: 'malformed-time',
          found: showNode(value),
          expected: '"2026-10-08T10:00+08:00"',
          zh: '时刻要写成“2026-10-08T10:00+08:00”。',
          en: 'A time reads "2026-10-08T10:00+08:00".',
        },
      },
    ];
  const got = dues.get(id);
  if ((got?.due ?? null) === wanted) return [];
  const found = got?.due === undefined || got.due === null ? 'null' : formatInstant(got.due, pack.timezone);
  const expected = wanted === null ? 'null' : formatInstant(wanted, pack.timezone);
  const written = found === 'null' ? found : `"${found.slice(0, 16).replace('T', ' ')}"`;
  return [
    {
      at: value.at,
      article: got?.article ?? entry.article,
      problem: {
        code: 'example-differs',
        found: `${id}: ${found}`,
        expected: `${id}: ${expected}`,
        zh: `算例算出“${id}”到期 ${found}，应为 ${expected}：请对照原文；规则没有写错的，把算例写成 ${written}。`,
        en: `The example gives ${found} for "${id}", expected ${expected}: compare with the source text; if the rule is right, write ${written} in the example.`,
      },
    },
  ];
}

/** Said of a notice that is owed in the example. */
const toldDiffers = ({ expect }: Example, pack: Pack, dues: Dues): Difference[] =>
  expect.told.flatMap(({ id, at, to }) => {
    const notice = pack.notices.find((one) => one.id === id);
    const got = notice && dues.has(id) ? notice.to : [];
    return differs(at, notice?.article, `told ${id}`, got, to);
  });

function ordersDiffer(example: Example, pack: Pack, matter: Matter, now: Instant, orders: OrderRules): Difference[] {
  const { routes, held, asks } = example.expect;
  const units = new Set(pack.organization.map((one) => one.id));
  const named = [...(routes?.to ?? []), ...asks.flatMap(({ to }) => to)].filter((unit) => !units.has(unit));
  return [
    ...named.map((unit) => ({ at: example.at, problem: unknownName('organization', unit, units) })),
    ...(routes ? differs(routes.at, undefined, 'routes', orders.routes(pack, matter, now), routes.to) : []),
    ...held.flatMap(({ milestone, at, gates }) => {
      const got = orders.held(pack, matter, now, milestone);
      return differs(at, undefined, `held ${milestone}`, gatesText(got), gatesText(gates));
    }),
    ...asks.flatMap(({ kind, at, to, form }) => {
      const got = orders.asks(pack, matter, now, kind);
      return differs(
        at,
        undefined,
        `asks ${kind}`,
        [...(got?.to ?? []), '+', ...(got?.form ?? [])],
        [...to, '+', ...form],
      );
    }),
  ];
}

const gatesText = (gates: Record<string, string[]>): string[] =>
  Object.entries(gates)
    .map(([gate, wants]) => `${gate} ← ${[...wants].sort().join(' ')}`)
    .sort();

function differs(at: Spot, article: string | undefined, what: string, got: string[], wanted: string[]): Difference[] {
  const [found, expected] = [got.join(' ') || 'null', wanted.join(' ') || 'null'];
  if (found === expected) return [];
  return [
    {
      at,
      ...(article === undefined ? {} : { article }),
      problem: {
        code: 'example-differs',
        found: `${what}: ${found}`,
        expected: `${what}: ${expected}`,
        zh: `算例得出“${what}”为 ${found}，应为 ${expected}。`,
        en: `The example gives ${found} for "${what}", expected ${expected}.`,
      },
    },
  ];
}
