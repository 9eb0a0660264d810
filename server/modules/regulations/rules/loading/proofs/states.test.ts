import { describe, expect, test, vi } from 'vitest';
import { readFolder, SHIPPED } from '../../../files.ts';
import type { SourceFile } from '../yaml/yaml-nodes.ts';
import type { OrderRules } from './examples.ts';
import { coverageOfFolder } from './folder.ts';
import { FOUND_STATES, foundStates, readFoundStates } from './found-states.ts';

const PACK = `
pack: dong
version: "1"
utility: 东水
effective: "2020-01-01"
organization:
  - {id: crew, kind: unit, name: 抢修队, article: 一, quote: 抢修队, clauses: [D-01]}
  - {id: desk, kind: unit, name: 热线, article: 一, quote: 热线}
clocks:
  - {id: arrive, article: 二, quote: 一小时到场, clauses: [D-02], when: {event: pipe-leak}, from: received, until: arrived, within: 1 h}
  - id: finish
    article: 三
    quote: 办结
    clauses: [D-03]
    from: received
    until: finished
    cases:
      - {when: {event: pipe-leak}, article: 三（一）, quote: 一天办结, clauses: [D-04], within: 24 h}
      - {article: 三（二）, quote: 两天办结, clauses: [D-05], within: 48 h, quiet: "22:00..08:30"}
notices:
  - {id: stop, article: 四, quote: 停水前告知, clauses: [D-06], when: {event: outage.planned}, before: planned-stop, lead: 24 h, to: [crew]}
texts:
  - {id: smile, kind: guide, article: 五, quote: 微笑, clauses: [D-07], text: 微笑}
  - {id: soon, kind: guide, article: 六, quote: 三日答复, clauses: [D-08], text: 三日答复}
  - {id: say, kind: script, article: 七, quote: 您好, clauses: [D-09], text: 您好}
`;
const CLAUSES = [
  ['D-01', '抢修队', '', 'dispatch'],
  ['D-02', '一小时到场', 'deadline=PT1H', 'sla'],
  ['D-03', '办结', '', 'sla'],
  ['D-04', '一天办结', 'deadline=PT24H', 'sla'],
  ['D-05', '两天办结', 'deadline=PT48H', 'sla'],
  ['D-06', '停水前告知', 'lead_time=PT24H', 'outage'],
  ['D-07', '微笑', '', 'window-standard'],
  ['D-08', '三日答复', 'deadline=P3D', 'window-standard'],
  ['D-09', '您好', '', 'intake'],
  ['D-10', '页尾', '', 'other'],
];
const STATES = `
modules: [publicity]
presents: [texts]
waiting-sections: {texts: publicity}
declined: {chrome: [D-10]}
`;
const EXAMPLES = `
- name: 漏水
  pack: dong
  given: {event: pipe-leak, channel: phone, at: "2026-03-02T10:00+08:00", milestones: [{milestone: dispatched, at: "2026-03-02T10:05+08:00", by: crew}]}
  expect: {arrive: "2026-03-02T11:00+08:00", finish: "2026-03-03T10:00+08:00"}
- name: 停水
  pack: dong
  given: {event: outage.planned, channel: field, at: "2026-03-02T10:00+08:00", plans: {planned-stop: "2026-03-05T06:00+08:00"}}
  expect: {stop: "2026-03-04T06:00+08:00"}
  told: {stop: [crew]}
`;
const folder = (
  more: Partial<Record<'states' | 'examples' | 'counts' | 'pack' | 'clauses', string>> = {},
): SourceFile[] => [
  { path: 'dong/pack.yaml', text: more.pack ?? PACK },
  { path: 'examples/dong.yaml', text: more.examples ?? EXAMPLES },
  { path: 'sources/states.yaml', text: more.states ?? STATES },
  { path: 'sources/counts.yaml', text: more.counts ?? '' },
  {
    path: 'sources/clauses.tsv',
    text:
      more.clauses ??
      [
        ['id', 'seed_file', 'section', 'quote', 'requirement', 'parameters', 'capability'],
        ...CLAUSES.map(([id, quote, parameters, capability]) => [id, 'd.txt', '一', quote, '', parameters, capability]),
      ]
        .map((cells) => cells.join('\t'))
        .join('\n'),
  },
];
const nothing = (): OrderRules => ({ routes: () => [], held: () => ({}), asks: () => null });
const covered = (files: SourceFile[]) => coverageOfFolder(files, nothing);
const statesOf = (files: SourceFile[]) =>
  Object.fromEntries(
    covered(files).rows.map(({ clause, state, because }) => [clause, because ? `${state}: ${because}` : state]),
  );

vi.setConfig({ testTimeout: 60_000 });

describe('the state of a clause', () => {
  test('is found from the packs and the examples, not from a list', () => {
    expect(statesOf(folder())).toEqual({
      'D-01': 'executed',
      'D-02': 'executed',
      'D-03': 'executed',
      'D-04': 'executed',
      'D-05': 'missing: no example fails when its time is altered',
      'D-06': 'executed',
      'D-07': 'presented',
      'D-08': 'presented',
      'D-09': 'waiting: publicity',
      'D-10': 'declined: chrome',
    });
  });

  test('names the entry, the file that executes it, and the example with what it found', () => {
    const row = covered(folder()).rows.find(({ clause }) => clause === 'D-04');
    expect(row?.entry).toEqual({
      pack: 'dong',
      entry: 'clocks.finish',
      article: '三（一）',
      file: 'dong/pack.yaml',
      line: 18,
    });
    expect(row?.executes).toBe('server/modules/regulations/rules/evaluate.ts');
    expect(row?.proof).toMatchObject({
      what: 'limit',
      example: { name: '漏水', file: 'examples/dong.yaml', found: 'finish: 2026-03-03T10:01:00+08:00' },
    });
  });

  test('is executed no more without the example, or when the example fails by itself', () => {
    expect(statesOf(folder({ examples: '' }))['D-02']).toBe('missing: no example fails when its time is altered');
    const wrong = EXAMPLES.replace('2026-03-02T11:00', '2026-03-02T11:30');
    expect(statesOf(folder({ examples: wrong }))['D-02']).toBe('missing: no example fails when its time is altered');
  });

  test('tells of every key of a case that no example would notice: here the quiet hours and the recipient', () => {
    const unnoticed = (examples: string) =>
      covered(folder({ examples }))
        .proofs.filter(({ example }) => !example)
        .map(({ id, what, place }) => `${id} ${what} ${place.split(':')[1]}`);
    expect(unnoticed(EXAMPLES)).toEqual(['desk removed 8', 'finish limit 19', 'finish quiet 19']);
    expect(unnoticed(EXAMPLES.replace('  told: {stop: [crew]}\n', ''))).toContain('stop recipient 21');
    const noise = `${EXAMPLES}
- name: 噪声
  pack: dong
  given: {event: other, channel: phone, at: "2026-03-02T10:00+08:00"}
  expect: {finish: "2026-03-06T20:00+08:00"}
`;
    // 48 h from 10:00 without 22:00–08:30: 12 h, then 13.5 h a day
    expect(statesOf(folder({ examples: noise.replace('2026-03-06T20:00', '2026-03-05T17:30') }))['D-05']).toBe(
      'executed',
    );
  });

  test('a pack with defects carries nothing', () => {
    expect(statesOf(folder({ pack: PACK.replace('within: 1 h', 'within: 1 hour') }))['D-02']).toBe('missing: no entry');
  });
});

describe('declarations', () => {
  const codes = (states: string) => covered(folder({ states })).errors.map(({ code, found }) => `${code} ${found}`);
  test('name modules, clauses and reasons that are known', () => {
    expect(codes('modules: [publicity]\nwaiting-sections: {texts: publicty}')).toEqual(['unknown-key publicty']);
    expect(codes('waiting: {D-99: publicity}\nmodules: [publicity]')).toEqual(['unknown-clause D-99']);
    expect(codes('declined: {boring: [D-10]}')).toEqual(['unknown-choice boring']);
    expect(codes('executed: [D-10]')).toEqual(['unknown-key executed']);
  });
});

describe('counts kept', () => {
  const kept = (executed: number, missing: number, open: number) =>
    `executed: ${executed}\nmissing: ${missing}\nwaiting-or-missing: ${open}\n`;
  const codes = (counts: string) => covered(folder({ counts })).errors.map(({ code }) => code);
  test('executed may not fall, missing and waiting may not rise', () => {
    expect(covered(folder()).counts).toEqual({ executed: 5, presented: 2, waiting: 1, declined: 1, missing: 1 });
    expect(codes(kept(5, 1, 2))).toEqual([]);
    expect(codes(kept(6, 1, 2))).toEqual(['executed-fell']);
    expect(codes(kept(5, 0, 2))).toEqual(['missing-rose']);
    expect(codes(kept(5, 1, 1))).toEqual(['waiting-rose']);
  });
  test('the file written keeps the best of both', () => {
    const written = covered(folder({ counts: kept(6, 0, 9) })).files.counts;
    expect(written).toContain(kept(6, 0, 2));
  });
  test('no more than sixty are declined, no more than ten with a time only shown or declined', () => {
    const many = (count: number, parameters: string) => {
      const rows = Array.from({ length: count }, (_, i) => [
        `E-${100 + i}`,
        'd.txt',
        '一',
        '引',
        '',
        parameters,
        'other',
      ]);
      const clauses = [['id', 'seed_file', 'section', 'quote', 'requirement', 'parameters', 'capability'], ...rows];
      const states = `declined: {chrome: [${rows.map(([id]) => id).join(', ')}]}`;
      const files = folder({ clauses: clauses.map((cells) => cells.join('\t')).join('\n'), states });
      return covered(files).errors.map(({ code }) => code);
    };
    expect(many(60, '')).toEqual([]);
    expect(many(61, '')).toEqual(['too-many-declined']);
    expect(many(10, 'deadline=PT1H')).toEqual([]);
    expect(many(11, 'lead_time=PT1H')).toEqual(['times-not-executed']);
  });
});

describe('the states found when files are generated', () => {
  test('name every clause of the shipped folder once', () => {
    const text = (readFolder(SHIPPED) ?? []).find(({ path }) => path === FOUND_STATES)?.text ?? '';
    const found = readFoundStates([{ path: FOUND_STATES, text }]);
    expect(text.trimEnd().split('\n')).toHaveLength(1007);
    expect(found.size).toBe(1006);
    expect(found.get('L-044')).toMatchObject({
      state: 'executed',
      carrier: 'liaocheng clocks.finish',
      exampleFile: expect.stringContaining('liaocheng'),
    });
  });
  test('are read as they are written', () => {
    const { rows } = covered(folder({}));
    const found = readFoundStates([{ path: FOUND_STATES, text: foundStates(rows) }]);
    expect(rows.length).toBeGreaterThan(5);
    expect([...found].map(([clause, { state }]) => [clause, state])).toEqual(
      rows.map(({ clause, state }) => [clause, state]),
    );
  });
});
