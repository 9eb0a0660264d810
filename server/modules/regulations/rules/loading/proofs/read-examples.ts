/** Worked cases `examples/*.yaml` as written: what is given, and what somebody worked out by hand. */
import type { ErrorList, Spot, Where } from '../../pack-error.ts';
import type { Given } from '../given.ts';
import { MapReader } from '../yaml/map-reader.ts';
import { type MapNode, type Node, readYaml, type SourceFile, toJson } from '../yaml/yaml-nodes.ts';
import { type GivenThing, type Owes, readThing } from './duty-cases.ts';
import { isEmpty, type Outcomes, readOutcomes } from './read-outcomes.ts';

export interface Example {
  name: string;
  pack: string;
  /** Where it begins; where `pack` and `given` stand. */
  at: Spot;
  packAt: Spot;
  givenAt: Spot;
  given: Given;
  /** Of a thing of the register rather than a matter. */
  thing?: GivenThing;
  /** For metrics: what the matters of the period were, each `given` with keys replaced, and how many like it. */
  matters: { given: Given; times: number }[];
  now?: string;
  expect: Expected;
  where: Where;
}

export interface Expected {
  /** Entry → due, as written. */
  dues: { id: string; at: Spot; value: Node }[];
  /** 分派: units the matter is sent to, in the order of the rulebook. */
  routes?: { at: Spot; to: string[] };
  /** 把关: milestone → gates that hold it back → what they want. `{}`: nothing holds it back. */
  held: { milestone: string; at: Spot; gates: Record<string, string[]> }[];
  /** 申请: return, extension, pause → who decides, and what is to be said. */
  asks: { kind: string; at: Spot; to: string[]; form: string[] }[];
  /** 告知: notice → who is to be told. */
  told: { id: string; at: Spot; to: string[] }[];
  /** 职责: duty → dues of the orders opened and not done. */
  owes: Owes[];
  outcomes: Outcomes;
}

export function readExamples(files: SourceFile[], errors: ErrorList): { examples: Example[]; count: number } {
  const examples: Example[] = [];
  let count = 0;
  for (const file of files) {
    if (!file.path.startsWith('examples/') || !/\.ya?ml$/.test(file.path)) continue;
    const root = readYaml(file, errors);
    if (root === undefined || (root.kind === 'scalar' && root.value === null)) continue;
    const items = root.kind === 'list' ? root.items : [];
    if (root.kind !== 'list')
      errors.add(
        root.at,
        {},
        {
          code: 'not-a-list',
          found: '{…}',
          expected: '- name: …',
          zh: '算例文件要写成列表。',
          en: 'A file of examples is a list.',
        },
      );
    for (const item of items) {
      if (item.kind !== 'map') {
        errors.add(
          item.at,
          {},
          {
            code: 'not-a-map',
            found: '…',
            expected: '{name, pack, given, expect}',
            zh: '每个算例要写 name、pack、given、expect。',
            en: 'Each example has name, pack, given and expect.',
          },
        );
        continue;
      }
      count++;
      const m = new MapReader(item, errors);
      const example = readExample(m);
      m.done();
      if (example) examples.push(example);
    }
  }
  return { examples, count };
}

function readExample(m: MapReader): Example | undefined {
  const name = m.needText('name');
  m.where.entry = name;
  const pack = m.needText('pack');
  const thingNode = m.get('thing');
  const givenNode = thingNode ?? m.get('given');
  const more = readMore(m);
  const expectNode = m.get('expect');
  if (givenNode?.kind !== 'map') return m.missing('given', 'given: {event, channel, at}');
  const outcomes = readOutcomes(m);
  const others =
    more.routes ||
    more.held.length > 0 ||
    more.asks.length > 0 ||
    more.told.length > 0 ||
    more.owes.length > 0 ||
    !isEmpty(outcomes);
  if (expectNode?.kind !== 'map' && (expectNode || !others))
    return m.missing('expect', 'expect: {finish: "2026-10-09T10:00+08:00"}');
  const { given, now, thing } = thingNode
    ? { ...readThing(m, givenNode, readFacts), now: undefined }
    : readMatter(m, givenNode);
  const matters = readMatters(m, givenNode);
  const dues = (expectNode?.kind === 'map' ? expectNode.entries : []).map(({ key, keyAt, value }) => ({
    id: key,
    at: keyAt,
    value,
  }));
  return {
    name,
    pack,
    at: m.node.at,
    packAt: (m.get('pack') ?? m.node).at,
    givenAt: givenNode.at,
    given,
    ...(thing ? { thing } : {}),
    ...(now === undefined ? {} : { now }),
    matters,
    expect: { dues, ...more, outcomes },
    where: m.where,
  };
}

function readMatter(m: MapReader, node: MapNode): { given: Given; now: string | undefined; thing?: GivenThing } {
  const g = new MapReader(node, m.errors, m.where);
  const given = readGiven(g);
  const now = g.text('now');
  g.done();
  return { given, now };
}

function readFacts(g: MapReader): Record<string, string> {
  const node = g.get('facts');
  return node?.kind === 'map' ? (toJson(node) as Record<string, string>) : {};
}

/** `matters: [{times: 99}, {facts: {sample-passed: false}}]`; without it, the one given. Facts are added to those given. */
function readMatters(m: MapReader, given: MapNode): Example['matters'] {
  return m.maps('matters').map((node) => {
    const facts = (of: MapNode) => of.entries.find(({ key }) => key === 'facts');
    const [common, own] = [facts(given)?.value, facts(node)];
    const entries = [
      ...given.entries.filter(({ key }) => !node.entries.some((one) => one.key === key)),
      ...node.entries,
    ];
    const merged = entries.map((one) => {
      if (one !== own || common?.kind !== 'map' || one.value.kind !== 'map') return one;
      const mine = one.value.entries;
      const kept = common.entries.filter(({ key }) => !mine.some((other) => other.key === key));
      return { ...one, value: { ...one.value, entries: [...kept, ...mine] } };
    });
    const g = new MapReader({ ...node, entries: merged }, m.errors, m.where);
    const read = { given: readGiven(g), times: Math.max(1, Math.min(1_000_000, Number(g.text('times') ?? '1') || 1)) };
    g.allow('now');
    g.done();
    return read;
  });
}

function readMore(m: MapReader): Omit<Expected, 'dues' | 'outcomes'> {
  const routesNode = m.get('routes');
  const entries = (key: string): { key: string; keyAt: Spot; value: Node }[] => {
    const node = m.get(key);
    if (!node) return [];
    if (node.kind === 'map') return node.entries;
    m.wrong(node, 'not-a-map', `${key}: {…}`, `“${key}”要写成“键: 值”。`, `"${key}" is a mapping.`);
    return [];
  };
  return {
    ...(routesNode ? { routes: { at: routesNode.at, to: m.texts('routes') } } : {}),
    held: entries('held').flatMap(({ key, keyAt, value }) => {
      if (value.kind !== 'map') {
        m.wrong(
          value,
          'not-a-map',
          '{intake: [address]}',
          'held 写成 {把关: [所缺]}。',
          'held: {gate: [what it wants]}',
        );
        return [];
      }
      const r = new MapReader(value, m.errors, m.where);
      const gates = Object.fromEntries(value.entries.map((gate) => [gate.key, r.texts(gate.key)]));
      return [{ milestone: key, at: keyAt, gates }];
    }),
    asks: entries('asks').flatMap(({ key, keyAt, value }) => {
      if (value.kind !== 'map') {
        m.wrong(value, 'not-a-map', '{to: [operations]}', 'asks 写成 {to: […], form: […]}。', 'asks: {to, form}');
        return [];
      }
      const r = new MapReader(value, m.errors, m.where);
      const ask = { kind: key, at: keyAt, to: r.texts('to'), form: r.texts('form') };
      r.done();
      return [ask];
    }),
    owes: entries('owes').map(({ key, keyAt, value }) => ({
      duty: key,
      at: keyAt,
      dues:
        value.kind === 'scalar' && value.value === null
          ? []
          : (value.kind === 'list' ? value.items : [value]).flatMap((one) => m.textOf(one, key) ?? []),
    })),
    told: entries('told').map(({ key, keyAt, value }) => ({
      id: key,
      at: keyAt,
      to: (value.kind === 'list' ? value.items : [value]).flatMap((one) => m.textOf(one, key) ?? []),
    })),
  };
}

function readGiven(g: MapReader): Given {
  type Pair = { key: string; at: string; by?: string; recordedAt?: string; setAt?: string };
  const pairs = (key: string, name: string): Pair[] => {
    const node = g.get(key);
    if (!node) return [];
    if (node.kind === 'map')
      return node.entries.flatMap((e) =>
        (e.value.kind === 'list' ? e.value.items : [e.value]).map((v) => ({
          key: e.key,
          at: g.textOf(v, e.key) ?? '',
        })),
      );
    return g.maps(key).map((item) => {
      const r = new MapReader(item, g.errors, g.where);
      const by = r.text('by');
      const recordedAt = r.text('recorded') ?? r.text('recordedAt');
      const setAt = r.text('set') ?? r.text('setAt');
      const pair = {
        key: r.needText(name),
        at: r.needText('at'),
        ...(by === undefined ? {} : { by }),
        ...(recordedAt === undefined ? {} : { recordedAt }),
        ...(setAt === undefined ? {} : { setAt }),
      };
      r.done();
      return pair;
    });
  };
  return {
    event: g.needText('event'),
    channel: g.needText('channel'),
    at: g.needText('at'),
    facts: readFacts(g),
    milestones: pairs('milestones', 'milestone').map(({ key, ...rest }) => ({ milestone: key, ...rest })),
    plans: pairs('plans', 'plan').map(({ key, at, setAt }) => ({
      plan: key,
      at,
      ...(setAt === undefined ? {} : { setAt }),
    })),
    pauses: g.maps('pauses').map((item) => {
      const r = new MapReader(item, g.errors, g.where);
      const entry = r.text('entry') ?? r.text('reason');
      const until = r.text('until');
      const pause = {
        from: r.needText('from'),
        ...(until === undefined ? {} : { until }),
        ...(entry === undefined ? {} : { entry }),
      };
      r.done();
      return pause;
    }),
    extensions: g.maps('extensions').map((item) => {
      const r = new MapReader(item, g.errors, g.where);
      const clocks = r.texts('clocks');
      const at = r.text('at');
      const extension = {
        due: r.needText('due'),
        ...(clocks.length > 0 ? { clocks } : {}),
        ...(at === undefined ? {} : { at }),
      };
      r.done();
      return extension;
    }),
  };
}
