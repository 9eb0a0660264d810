import { describe, expect, it } from 'vitest';
import { loadPacks } from '../loading/load-pack.ts';
import { entriesShown } from './entries.ts';

const PACK = `
pack: demo
version: "1"
utility: 示例水务
effective: "2026-01-01"
source: 示例
organization:
  - {id: inspection, kind: unit, name: 稽查支队, aliases: [稽查], article: 一, quote: 稽查, clauses: []}
hours:
  - {id: office, days: mon-fri, open: ["08:00-11:30", "14:00-17:30"], article: 二, quote: 工作时间, clauses: []}
terms:
  - {id: pipe-grade, kind: fact, words: [管线等级], type: choice, choices: [{id: first, words: 一级}, {id: second, words: 二级}]}
limits:
  - {id: at-once, words: [第一时间], value: 10 min, confirmed: false, article: 三, quote: 第一时间, clauses: []}
clocks:
  - id: finish
    article: 四
    quote: 四
    clauses: []
    when: {channel: {not: hotline-12345}}
    from: created
    until: finished
    cases:
      - {when: {event: facility-damage.manhole-cover}, article: 四1, quote: 井盖, clauses: [L-1], within: 12 h}
      - {when: {dn: ">= 300, < 600"}, within: 2 wd}
      - {when: {pipe-grade: [first, second]}, within: at-once}
      - {within: 48 h}
    overlap: first
    assumed: [from]
    reading: 取其先。
gates:
  - {id: review, blocks: reviewed, require: {done: [handled]}, article: 五, quote: 五, clauses: []}
checklists:
  - {id: polite, for: outlet, items: [{text: 微笑, level: must}, {text: 推诿, level: must-not}], article: 六, quote: 六, clauses: []}
duties:
  - {id: patrol, for-each: pipe, until: finished, article: 七, quote: 七, clauses: [], cases: [{when: {pipe-grade: first}, every: 1 d}, {every: 3 d}]}
`;

const { packs, errors } = loadPacks([{ path: 'demo/pack.yaml', text: PACK }]);
const entry = (key: string, lang: 'zh' | 'en' = 'zh') => {
  const found = packs.flatMap((pack) => entriesShown(pack, lang)).find((one) => one.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};

describe('an entry in words', () => {
  it('stands on a sound rulebook', () => expect(errors).toEqual([]));

  it('says per case the condition, the limit and what counts', () => {
    const { name, when, lines, cases } = entry('clocks.finish');
    expect(name).toBe('办理');
    expect(when).toBe('渠道不是12345 市民热线');
    expect(lines).toEqual([
      { label: '起点', value: '工单发起' },
      { label: '止点', value: '处理完毕' },
    ]);
    expect(cases.map((one) => [one.when, one.says])).toEqual([
      ['井盖丢失、损坏', '12 小时'],
      ['管径 DN ≥ 300、< 600', '2 个工作日'],
      ['管线等级：一级或二级', '“第一时间”，按 10 分钟'],
      ['', '48 小时'],
    ]);
    expect(cases[1]?.lines).toEqual([{ label: '计时', value: '08:00–11:30、14:00–17:30' }]);
    expect(cases[0]?.clauses).toEqual(['L-1']);
  });

  it('flags what is to be confirmed, what is provisional and how it was read', () => {
    const finish = entry('clocks.finish');
    expect(finish.cases.map(({ unconfirmed }) => unconfirmed)).toEqual([false, false, true, false]);
    expect(finish).toMatchObject({ unconfirmed: true, assumed: ['起点'], reading: '取其先。' });
    expect(entry('limits.at-once')).toMatchObject({ unconfirmed: true, name: '“第一时间”' });
    expect(entry('gates.review')).toMatchObject({ unconfirmed: false, assumed: [], reading: null });
  });

  it('says gates, checks and duties too', () => {
    expect(entry('gates.review')).toMatchObject({ name: '审单之前', lines: [{ label: '须先', value: '回单' }] });
    expect(entry('checklists.polite').lines).toEqual([
      { label: '对象', value: '营业网点' },
      { label: '要求', value: '必须：微笑；不得：推诿' },
    ]);
    expect(entry('duties.patrol').cases.map(({ when, says }) => [when, says])).toEqual([
      ['管线等级：一级', '每 1 天'],
      ['', '每 3 天'],
    ]);
  });

  it('says the same in English', () => {
    const { when, cases } = entry('clocks.finish', 'en');
    expect(when).toBe('Channel is not Hotline 12345');
    expect(cases.map(({ says }) => says)).toEqual([
      '12 hours',
      '2 working days',
      '“第一时间”, taken as 10 minutes',
      '48 hours',
    ]);
  });
});
