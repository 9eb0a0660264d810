/** Worked cases `examples/*.yaml`: given what happened, the dues a person computed from the text. */
import type { Instant } from '../../../../values/instant.ts';
import type { Result } from '../../../../values/result.ts';
import { zoneOf } from '../../../../values/zone.ts';
import type { Matter } from '../matter.ts';
import type { Pack, PackError } from '../pack.ts';
import { ErrorList, type Spot, unknownName } from '../pack-error.ts';
import { formatInstant, localDay, parseInstant } from './dates.ts';
import { type Given, matterOf } from './given.ts';
import { versionInForce } from './load-pack.ts';
import { MapReader } from './yaml/map-reader.ts';
import { readYaml, type SourceFile, toJson } from './yaml/yaml-nodes.ts';

/** Last due of every clock of the matter, null when it runs without one; a clock that does not run is absent. */
export type DueOf = (
  pack: Pack,
  matter: Matter,
  now: Instant,
) => Result<Map<string, { due: Instant | null; article: string }>>;

export interface ExampleRun {
  count: number;
  errors: PackError[];
}

/** Examples of packs that are not sound are counted, not run: their defects are reported already. */
export function runExamples(files: SourceFile[], packs: Pack[], dueOf: DueOf, sound: Pack[] = packs): ExampleRun {
  const errors = new ErrorList();
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
      runOne(m, packs, dueOf, sound);
      m.done();
    }
  }
  return { count, errors: errors.sorted() };
}

function runOne(m: MapReader, packs: Pack[], dueOf: DueOf, sound: Pack[]): void {
  m.where.entry = m.needText('name');
  const packName = m.needText('pack');
  const givenNode = m.get('given');
  const expectNode = m.get('expect');
  if (givenNode?.kind !== 'map') return void m.missing('given', 'given: {event, channel, at}');
  if (expectNode?.kind !== 'map') return void m.missing('expect', 'expect: {finish: "2026-10-09T10:00+08:00"}');
  const g = new MapReader(givenNode, m.errors, m.where);
  const given = readGiven(g);
  const nowText = g.text('now');
  g.done();
  const named = packs.filter((p) => p.pack === packName);
  const first = named[0];
  if (!first)
    return void m.fail((m.get('pack') ?? m.node).at, unknownName('pack', packName, new Set(packs.map((p) => p.pack))));
  const zone = zoneOf(first.timezone);
  const at = parseInstant(given.at, zone);
  const pack = at === undefined ? first : versionInForce(packs, packName, localDay(at, first.timezone));
  if (!pack)
    return void m.wrong(
      givenNode,
      'pack-not-in-force',
      first.effective,
      `规章包“${packName}”在 ${given.at} 尚未施行。`,
      `The pack "${packName}" is not yet in force at ${given.at}.`,
    );
  if (!sound.includes(pack)) return;
  const built = matterOf(given, pack, zone);
  const refused = (at: Spot, r: { code: string; params?: Record<string, unknown> }) =>
    m.fail(at, {
      code: r.code,
      found: String(r.params?.found ?? ''),
      expected: String(r.params?.nearest ?? r.params?.expected ?? ''),
      zh: `算例的条件不对：${r.code}（${String(r.params?.found ?? '')}）。`,
      en: `The example cannot be read: ${r.code} (${String(r.params?.found ?? '')}).`,
    });
  if (!built.ok) return void refused(givenNode.at, built.refusal);
  const { matter } = built.value;
  const latest = Math.max(
    built.value.at,
    ...matter.happenings.map((h) => h.recordedAt),
    ...matter.pauses.map((p) => p.until ?? p.from),
  );
  const now = nowText === undefined ? latest : (parseInstant(nowText, zone) ?? latest);
  const dues = dueOf(pack, matter, now);
  if (!dues.ok) return void refused(givenNode.at, dues.refusal);
  for (const { key, keyAt, value } of expectNode.entries) {
    const known = [...pack.clocks, ...pack.notices, ...pack.approvals].map((e) => e.id);
    if (!known.includes(key)) {
      m.fail(keyAt, unknownName('clock', key, known));
      continue;
    }
    const wanted = value.kind === 'scalar' && value.value !== null ? parseInstant(value.source, zone) : null;
    if (wanted === undefined || value.kind !== 'scalar') {
      m.wrong(
        value,
        'malformed-time',
        '"2026-10-08T10:00+08:00"',
        '时刻要写成“2026-10-08T10:00+08:00”。',
        'A time reads "2026-10-08T10:00+08:00".',
      );
      continue;
    }
    const got = dues.value.get(key);
    if ((got?.due ?? null) === wanted) continue;
    const found = got?.due === undefined || got.due === null ? 'null' : formatInstant(got.due, pack.timezone);
    const expected = wanted === null ? 'null' : formatInstant(wanted, pack.timezone);
    const entry = [...pack.clocks, ...pack.notices, ...pack.approvals].find((e) => e.id === key);
    m.errors.add(
      value.at,
      { ...m.where, article: got?.article ?? entry?.article ?? '' },
      {
        code: 'example-differs',
        found: `${key}: ${found}`,
        expected: `${key}: ${expected}`,
        zh: `算例算出“${key}”到期 ${found}，应为 ${expected}。`,
        en: `The example gives ${found} for "${key}", expected ${expected}.`,
      },
    );
  }
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
  const factsNode = g.get('facts');
  return {
    event: g.needText('event'),
    channel: g.needText('channel'),
    at: g.needText('at'),
    facts: factsNode?.kind === 'map' ? (toJson(factsNode) as Record<string, string>) : {},
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
