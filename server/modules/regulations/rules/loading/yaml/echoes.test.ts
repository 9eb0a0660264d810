/** What is said of a folder with one defect: that defect, once. */
import { describe, expect, test } from 'vitest';
import { checkFolder } from '../check-folder.ts';
import { loadPacks } from '../load-pack.ts';
import { filesNeeded } from '../needed-files.ts';

const HEAD = 'pack: town\nversion: "1"\nutility: 某水司\neffective: "2026-01-01"\nsource: town.txt\n';
const CITED = 'article: 第一条, quote: 二十四小时, clauses: []';
/** One clock with other keys; `{…}` of the entry begins on line 7. */
const clock = (keys: string): string =>
  `${HEAD}clocks:\n- {id: finish, ${CITED}, from: created, until: finished, ${keys}}\n`;
const load = (text: string) => loadPacks([{ path: 'town/pack.yaml', text }]);
const errorsOf = (text: string) => load(text).errors;

describe('one defect is one error', () => {
  const check = (text: string, others: Record<string, string> = {}) =>
    checkFolder([
      { path: 'town/pack.yaml', text },
      ...Object.entries(others).map(([path, body]) => ({ path, text: body })),
    ]).errors.map(({ code, line, found, expected }) => [code, line, found, expected]);
  const good = clock('within: 24 h');

  test.each([
    [
      'a tab',
      good.replace('clocks:\n', 'clocks:\n\t'),
      [
        [
          'tab',
          7,
          '⇥- {id: finish, article: 第一条, quote: 二十四小时, clauses: [], from: created, until: …',
          '- {id: finish, article: 第一条, quote: 二十四小时, clauses: [], from: created, until: f…',
        ],
      ],
    ],
    ['a key twice', `${HEAD}pack: other\n`, [['duplicate-key', 6, 'pack', 'pack ×1']]],
    ['bytes that are not UTF-8', `${good}# \ufffd\ufffd\n`, [['not-utf8', 8, '\ufffd\ufffd', 'UTF-8']]],
    ['an unquoted comparison', clock('within: 24 h, when: {dn: >= 300}'), [['yaml-syntax', 7, '>= 300', '">= 300"']]],
    [
      'a full-width colon after a key',
      `${HEAD}currency：CNY\n`,
      [['full-width-mark', 6, 'currency：CNY', 'currency: CNY']],
    ],
    ['an unknown time zone', `${good}timezone: Asia/Nowhere\n`, [['bad-timezone', 8, 'Asia/Nowhere', 'Asia/Shanghai']]],
  ])('%s', (_, text, errors) => {
    expect(check(text)).toEqual(errors);
  });

  test('an unknown holiday calendar', () => {
    const national = {
      'national/cn/2026.yaml': 'calendar: cn\nyear: 2026\noff: [{date: "2026-01-01", name: 元旦}]\nwork: []\n',
    };
    expect(check(`${good}holidays: xx\n`, national).map(([code]) => code)).toEqual(['unknown-calendar']);
    expect(check(`${good}holidays: none\n`, national)).toEqual([]);
  });

  test('a pack that is not there to extend is all that is said', () => {
    const text = `${HEAD}extends: [bse]\ndrop: [clocks.finish]\n`;
    expect(check(text, { 'base/pack.yaml': good.replace('pack: town', 'pack: base') })).toEqual([
      ['unknown-pack', 6, 'bse', 'base'],
    ]);
  });

  test('seasons that cross with other hours', () => {
    const hours = (second: string) =>
      `${HEAD}hours:\n- {id: office, ${CITED}, days: mon-fri, open: ["08:00-12:00"], cases: [{season: "05-01..09-30", open: ["08:00-13:00"]}, {season: "${second}", open: ["08:00-14:00"]}]}\n`;
    expect(errorsOf(hours('09-01..10-31')).map((e) => e.code)).toEqual(['cases-overlap']);
    expect(errorsOf(hours('07-01..07-31'))).toEqual([]);
    // the narrower season goes first
    expect(load(hours('07-01..07-31')).packs[0]?.hours[0]?.cases[0]?.season?.from).toEqual([7, 1]);
  });

  test('of many packs only those needed are read', () => {
    const files = ['town', 'base', 'other'].map((name) => ({
      path: `${name}/pack.yaml`,
      text: good.replace('pack: town', `pack: ${name}`) + (name === 'town' ? 'extends:\n  - base\n' : ''),
    }));
    const names = (pack: string) => filesNeeded(files, [], pack, 2026).files.map((f) => f.path);
    expect(names('town')).toEqual(['town/pack.yaml', 'base/pack.yaml']);
    expect(names('other')).toEqual(['other/pack.yaml']);
    expect(names('nowhere')).toHaveLength(3);
  });
});
