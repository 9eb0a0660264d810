import { describe, expect, test } from 'vitest';
import { loadPacks } from './load-pack.ts';

const HEAD = 'pack: town\nversion: "1"\nutility: 某水司\neffective: "2026-01-01"\nsource: town.txt\n';
const CITED = 'article: 第一条, quote: 二十四小时, clauses: []';
const HOURS = `hours:\n- {id: office, ${CITED}, days: mon-fri, open: ["08:00-12:00"]}\n`;

/** One clock with other keys; `{…}` of the entry begins on line 7. */
const clock = (keys: string, more = ''): string =>
  `${HEAD}clocks:\n- {id: finish, ${CITED}, from: created, until: finished, ${keys}}\n${more}`;
const load = (text: string, others: Record<string, string> = {}) =>
  loadPacks([
    { path: 'town/pack.yaml', text },
    ...Object.entries(others).map(([path, body]) => ({ path, text: body })),
  ]);
const errorsOf = (text: string, others: Record<string, string> = {}) => load(text, others).errors;

type Plant = [what: string, text: string, code: string, expected: RegExp, line?: number];

const planted: Plant[] = [
  ['an unknown section', `${HEAD}clokcs: []\n`, 'unknown-section', /^clocks$/, 6],
  ['an unknown key', clock('within: 24 h, brech: never'), 'unknown-key', /^breach$/, 7],
  ['an unknown key of the head', `${HEAD}timezoen: Asia/Shanghai\n`, 'unknown-section', /timezone/, 6],
  ['an unknown event', clock('within: 24 h, when: {event: pipe-leek}'), 'unknown-event', /^pipe-leak$/, 7],
  ['an unknown channel', clock('within: 24 h, when: {channel: hotline}'), 'unknown-channel', /hotline-12345/, 7],
  ['an unknown fact', clock('within: 24 h, when: {diameter: 300}'), 'unknown-fact', /./, 7],
  [
    'an unknown milestone',
    clock('within: 24 h').replace('from: created', 'from: createt'),
    'unknown-milestone',
    /^created$/,
    7,
  ],
  [
    'a planned time where a milestone belongs',
    clock('within: 24 h').replace('from: created', 'from: promised'),
    'unknown-milestone',
    /./,
    7,
  ],
  ['an unknown planned time', clock('before: planed-stop'), 'unknown-plan', /^planned-stop$/, 7],
  ['no space before the unit', clock('within: 12h'), 'bad-limit', /^12 h$/, 7],
  ['no space before the unit of a pair', clock('within: 3..5cd'), 'bad-limit', /^3..5 cd$/, 7],
  ['an unknown limit name', clock('within: at-once'), 'unknown-limit', /./, 7],
  ['an unknown unit', clock('within: 24 hrs'), 'unknown-unit', /^24 h$/, 7],
  ['a Chinese unit', clock('within: 3个工作日'), 'unknown-unit', /^3 wd$/, 7],
  ['a number without unit', clock('within: 24'), 'limit-without-unit', /24 h/, 7],
  ['a clock time as limit', clock('within: 24:00'), 'bad-limit', /24 h/, 7],
  ['a full-width limit', clock('within: ２４ h'), 'full-width', /^24 h$/, 7],
  ['a negative limit', clock('within: -2 h'), 'bad-limit', /2 h/, 7],
  ['a pair the wrong way round', clock('within: 5..3 cd'), 'bad-limit', /3..5 cd/, 7],
  ['a limit of half a working day', clock('within: 1.5 wd', HOURS), 'bad-limit', /2 wd/, 7],
  ['working time without hours', clock('within: 2 wh'), 'needs-hours', /hours/, 7],
  ['an unknown hours name', clock('within: 2 wh, hours: ofice', HOURS), 'unknown-hours', /^office$/, 7],
  ['an unquoted time range', clock('within: 30 min, quiet: 22:00..08:30'), 'unquoted-time', /^"22:00..08:30"$/, 7],
  [
    'a Chinese colon in a time range',
    clock('within: 30 min, quiet: "22：00..08：30"'),
    'full-width',
    /22:00..08:30/,
    7,
  ],
  [
    'a Chinese comma in a range',
    clock('within: 24 h, when: {dn: ">= 300，< 600"}'),
    'full-width',
    />= 300,\s?< 600/,
    7,
  ],
  ['an empty range', clock('within: 24 h, when: {dn: "20..2"}'), 'empty-range', /2..20/, 7],
  ['a comparison written the wrong way round', clock('within: 24 h, when: {dn: "=> 300"}'), 'bad-range', />= 300/, 7],
  ['a word for a number', clock('within: 24 h, when: {dn: big}'), 'wrong-type', /300/, 7],
  ['no limit at all', clock('on: order'), 'without-limit', /within/, 7],
  ['within and before together', clock('within: 2 h, before: promised'), 'within-and-before', /within/, 7],
  ['lead without before', clock('within: 2 h, lead: 1 h'), 'lead-without-before', /before/, 7],
  ['a case with its own from', clock('cases: [{from: received, within: 2 h}]'), 'fixed-key-in-case', /second entry/, 7],
  [
    'any inside a case',
    clock('cases: [{when: {any: [{urgent: true}]}, within: 2 h}, {within: 4 h}]'),
    'any-in-case',
    /cases/,
    7,
  ],
  ['two cases without when', clock('cases: [{within: 2 h}, {within: 4 h}]'), 'two-rest-cases', /one/, 7],
  ['a value that is not allowed', clock('within: 2 h, breach: sometimes'), 'not-allowed-value', /at-due/, 7],
  ['a missing quote', clock('within: 2 h').replace('quote: 二十四小时, ', ''), 'missing-key', /quote/, 7],
  ['a missing until', clock('within: 2 h').replace('until: finished, ', ''), 'missing-key', /until/, 7],
  [
    'an id twice',
    clock('within: 2 h', `- {id: finish, ${CITED}, from: created, until: closed, within: 3 h}\n`),
    'duplicate-id',
    /town\/pack.yaml:7/,
    8,
  ],
  ['a key twice', clock('within: 2 h, within: 3 h'), 'duplicate-key', /./, 7],
  ['a tab as indentation', `${HEAD}clocks:\n\t- {id: x}\n`, 'tab', /./, 7],
  ['an extends that does not exist', `${HEAD}extends: [liaochen]\n`, 'unknown-pack', /./, 6],
  ['an extends of itself', `${HEAD}extends: [town]\n`, 'extends-circle', /./, 6],
  ['a drop of nothing', `${HEAD}drop: [clocks.nothing]\n`, 'drop-unknown', /./, 6],
  [
    'a pause of an unknown clock',
    clock('within: 2 h', `pauses:\n- {id: failure, ${CITED}, clocks: [finsh], ask: x}\n`),
    'unknown-clock',
    /^finish$/,
    9,
  ],
  [
    'a gate on an unfilled form',
    clock('within: 2 h', `gates:\n- {id: g, ${CITED}, blocks: reviewed, require: {done: [filled:replay]}}\n`),
    'unknown-milestone',
    /./,
    9,
  ],
  [
    'an event without its parent',
    `${HEAD}terms:\n- {id: tank.cleaning, kind: event, words: [水箱清洗]}\n`,
    'unknown-event',
    /./,
    7,
  ],
  ['a date that does not exist', HEAD.replace('2026-01-01', '2026-02-30'), 'bad-date', /2026-02-28/, 4],
  ['a time zone that does not exist', `${HEAD}timezone: Asia/Jinan\n`, 'bad-timezone', /Asia\/Shanghai/, 6],
  ['a field of five megabytes', clock(`within: 2 h, reading: ${'字'.repeat(1_900_000)}`), 'field-too-long', /20000/, 7],
  ['a file of five megabytes', `${HEAD}# ${'x'.repeat(5_000_000)}\n`, 'file-too-large', /./, 1],
  ['brackets without end', `${HEAD}clocks: ${'['.repeat(5000)}\n`, 'nested-too-deep', /./, 6],
  ['an upper-case id', clock('within: 2 h').replace('id: finish', 'id: Finish It'), 'bad-id', /^finish-it$/, 7],
];

describe('a mistake in a pack is reported with its place, what was found and what would be right', () => {
  test.each(planted)('%s', (_, text, code, expected, line) => {
    const found = errorsOf(text);
    const error = found.find((e) => e.code === code);
    expect(found.map((e) => `${e.line} ${e.code} ${e.found}`)).toContainEqual(expect.stringContaining(` ${code} `));
    expect(error?.file).toBe('town/pack.yaml');
    if (line !== undefined) expect(error?.line).toBe(line);
    expect(error?.expected).toMatch(expected);
    expect(error?.found).not.toBe('');
    expect(error?.found.length).toBeLessThan(400);
    expect(error?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(error?.en).not.toMatch(/[\u4e00-\u9fff]{6}/);
    if (line === 7 && error?.entry?.startsWith('clocks.')) expect(error.article).toBe('第一条');
  });

  test('all mistakes are reported, not the first only', () => {
    const codes = errorsOf(`${clock('within: 24, brech: never, when: {event: pipe-leek}')}notices: 3\n`).map(
      (e) => e.code,
    );
    expect(codes).toEqual(expect.arrayContaining(['limit-without-unit', 'unknown-key', 'unknown-event', 'not-a-list']));
  });

  test('a bomb of aliases is cut off', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`),
    ].join('\n');
    const started = performance.now();
    expect(errorsOf(`${HEAD}${bomb}\n`).map((e) => e.code)).toContain('too-many-aliases');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('rubbish is an error, never an exception', () => {
    for (const text of [
      '',
      '\u0000',
      '{',
      '- - -',
      '!!js/function x',
      '? [a]: b',
      'pack: [1]',
      `pack: town\nclocks: {a: 1}`,
      '%YAML 9',
      '&a *a',
      'pack: &x {y: *x}',
    ]) {
      expect(() => load(text)).not.toThrow();
    }
  });
});

describe('what is right is accepted', () => {
  test.each([
    'within: 24 h',
    'within: 30 min',
    'within: 2 d',
    'within: 3 cd',
    'within: 6 mo',
    'within: same-day',
    'within: next-half-year-end',
    'within: day 30',
    'within: none',
    'within: 3..5 d',
    'before: promised',
    'before: planned-stop, lead: 48 h',
    'within: 30 min, quiet: "22:00..08:30"',
    'within: 2 h, when: {dn: ">= 300, < 600", urgent: yes}',
    'within: 2 h, when: {channel: {not: hotline-12345}, any: [{urgent: true}, {event: service-complaint}]}',
    'within: 2 h, when: {dn: unknown}',
    'within: 2 h, when: {restored.time: "22:00..08:30"}',
    'cases: [{when: {dn: "<= 300"}, within: 2 h}, {when: {dn: "> 300"}, within: 4 h}]',
  ])('%s', (keys) => {
    expect(errorsOf(clock(keys))).toEqual([]);
  });
});

describe('packs that rest on others', () => {
  const base = clock('within: 24 h').replace('pack: town', 'pack: base');

  test('the same section and id replaces, others are added, drop removes', () => {
    const text = `${HEAD}extends: [base]\nclocks:\n- {id: finish, ${CITED}, from: received, until: finished, within: 12 h}\n- {id: more, ${CITED}, from: received, until: closed, within: 1 h}\n`;
    const { packs, errors } = load(text, { 'base/pack.yaml': base });
    expect(errors).toEqual([]);
    const town = packs.find((p) => p.pack === 'town');
    expect(town?.clocks.map((c) => [c.id, c.from?.of[0], c.source.pack])).toEqual([
      ['finish', 'received', 'town'],
      ['more', 'received', 'town'],
    ]);
    const dropped = load(`${HEAD}extends: [base]\ndrop: [clocks.finish]\n`, { 'base/pack.yaml': base }).packs.find(
      (p) => p.pack === 'town',
    );
    expect(dropped?.clocks).toEqual([]);
  });

  test('a circle of two is found', () => {
    const errors = errorsOf(`${HEAD}extends: [base]\n`, { 'base/pack.yaml': `${base}extends: [town]\n` });
    expect(errors.map((e) => e.code)).toContain('extends-circle');
  });

  test('equal content has an equal hash, other content another', () => {
    const hash = (text: string) => load(text).packs[0]?.hash;
    expect(hash(clock('within: 24 h'))).toBe(hash(clock('within:  24 h')));
    expect(hash(clock('within: 24 h'))).not.toBe(hash(clock('within: 25 h')));
  });

  test('of several versions each day has one', () => {
    const second = clock('within: 12 h').replace('version: "1"', 'version: "2"').replace('2026-01-01', '2026-07-01');
    const { packs, errors } = load(clock('within: 24 h'), { 'town-2/pack.yaml': second });
    expect(errors).toEqual([]);
    expect(packs.map((p) => p.version)).toEqual(['1', '2']);
    expect(
      load(clock('within: 24 h'), { 'town-2/pack.yaml': clock('within: 12 h') }).errors.map((e) => e.code),
    ).toEqual(['duplicate-version']);
  });
});
