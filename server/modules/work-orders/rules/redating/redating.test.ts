import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../regulations/rules/pack.ts';
import { rulebookOf } from '../rulebook.ts';
import { at, cited, testPack } from '../testing.ts';
import { affectedEntries, narrowedTo } from './affected.ts';
import type { Change, Course } from './redate.ts';
import { count, newTally, ruleSentence, summaryOf, totalSentence } from './sentences.ts';

const clock = (id: string, text: string, ms: number): Pack['clocks'][number] => {
  const entry = cited(id, '第十五条（五）4');
  return {
    ...entry,
    from: { pick: 'first', of: ['created'] },
    until: { pick: 'first', of: [id === 'finish' ? 'finished' : 'arrived'] },
    overlap: 'error',
    cases: [
      {
        article: entry.article,
        quote: entry.quote,
        clauses: [],
        source: entry.source,
        value: { within: { breach: { unit: 'elapsed', ms, text } }, breach: 'at-due', hours: 'office', on: 'order' },
      },
    ],
  };
};
const before: Pack = { ...testPack, hash: 'before', clocks: [clock('finish', '48 h', 48), clock('arrive', '1 h', 1)] };
const after: Pack = { ...before, hash: 'after', clocks: [clock('finish', '12 h', 12), clock('arrive', '1 h', 1)] };
const course = { from: rulebookOf(before), to: rulebookOf(after) } as unknown as Course;

const change = (more: Partial<Change> = {}): Change => ({
  clock: 'finish',
  section: 'clocks',
  requestId: 0,
  run: 1,
  kind: 'moved',
  article: '第十五条（五）4',
  fromLimit: '48 h',
  toLimit: '12 h',
  fromDue: at('2026-03-04T10:00'),
  toDue: at('2026-03-02T22:00'),
  verdict: null,
  ...more,
});

function told(orders: Change[][], lostPauses = 0) {
  const tally = newTally();
  for (const changes of orders) count(tally, changes, lostPauses, course);
  return summaryOf(tally);
}

describe('the sentences', () => {
  it('say which rule, from what to what, how many orders and how many are late at once', () => {
    const orders = Array.from({ length: 37 }, (_, n) => [change(n < 5 ? { verdict: 'breached' } : {})]);
    const { rules, totals } = told([...orders, []]);
    expect(rules.map((rule) => ruleSentence(rule, 'zh'))).toEqual([
      '办理（第十五条（五）4）：48 小时 → 12 小时；影响 37 张在办工单，其中 5 张将立即超时',
    ]);
    expect(ruleSentence(rules[0] as never, 'en')).toMatch(
      /48 hours → 12 hours; 37 open orders, 5 of them late at once$/,
    );
    expect(totalSentence(totals, 'zh')).toBe('在办工单 38 张，37 张的时限改变，37 张提前，5 张将立即超时。');
    expect(totalSentence(totals, 'en')).toBe(
      '38 open orders, the clocks of 37 change, 37 due earlier, 5 late at once.',
    );
  });

  it('count an order once however many of its clocks change', () => {
    const { rules, totals } = told([[change({ run: 1 }), change({ run: 2, verdict: 'withdrawn' })]]);
    expect(rules).toMatchObject([{ orders: 1, late: 0, withdrawn: 1 }]);
    expect(totals).toMatchObject({ orders: 1, changed: 1, clocks: 2 });
  });

  it('tell new clocks, clocks that are gone, and a limit that stays while its due moves', () => {
    const { rules } = told([
      [
        change({ clock: 'arrive', kind: 'added', fromLimit: null, toLimit: '1 h', fromDue: null }),
        change({ kind: 'removed', toLimit: null, toDue: null }),
        change({ toLimit: '48 h', run: 2 }),
      ],
    ]);
    expect(rules.map((rule) => ruleSentence(rule, 'zh')).sort()).toEqual([
      '不再适用办理（第十五条（五）4）：48 小时；影响 1 张在办工单',
      '办理（第十五条（五）4）：48 小时不变，到期时间改变；影响 1 张在办工单',
      '新增到场（第十五条（五）4）：1 小时；影响 1 张在办工单',
    ]);
  });

  it('say so when nothing changes, and when a pause would stop nothing', () => {
    expect(totalSentence(told([[], []]).totals, 'zh')).toBe('在办工单 2 张，时限均无变化。');
    expect(totalSentence(told([[]], 1).totals, 'zh')).toContain('1 张暂停中的工单所停的时限在新版本中没有');
  });
});

describe('what has to be read again', () => {
  it('is the clocks that differ, wherever they stand in the file', () => {
    expect(affectedEntries(before, after)).toEqual(new Set(['finish']));
    const moved = { ...before, clocks: before.clocks.map((one) => ({ ...one, source: { ...one.source, line: 99 } })) };
    expect(affectedEntries(before, moved)).toEqual(new Set());
  });

  it('is nothing where only the wording differs', () => {
    const reworded = before.clocks.map((one) => ({
      ...one,
      quote: '另一种说法',
      cases: one.cases.map((of) => ({ ...of, quote: '另一种说法', article: '第十六条' })),
    }));
    expect(affectedEntries(before, { ...before, clocks: reworded })).toEqual(new Set());
  });

  it('is also what goes by the due of one of them', () => {
    const timing = { before: 'due', breach: 'if-late' as const, hours: 'office', on: 'order' as const };
    const asking = (pack: Pack): Pack => ({
      ...pack,
      approvals: [{ ...cited('longer'), of: 'extended', steps: [], clocks: ['finish'], timing }],
    });
    expect(affectedEntries(asking(before), asking(after))).toEqual(new Set(['finish', 'longer']));
  });

  it('is everything when warnings, hours or facts differ', () => {
    expect(affectedEntries(before, { ...before, warn: { share: 0.5 } })).toBe('all');
    expect(affectedEntries(before, { ...before, terms: [{ id: 'dn', kind: 'fact', words: [], type: 'number' }] })).toBe(
      'all',
    );
  });

  it('the rest is left out of the rulebook that is read', () => {
    expect(narrowedTo(after, new Set(['arrive'])).clocks.map(({ id }) => id)).toEqual(['arrive']);
    expect(narrowedTo(after, 'all')).toBe(after);
  });
});
