import { describe, expect, it } from 'vitest';
import { effectsOf } from './effects.ts';
import type { RuleChange } from './sentences.ts';

const words = (zh: string) => ({ zh, en: zh });
const rule = (more: Partial<RuleChange>): RuleChange => ({
  kind: 'moved',
  clock: 'finish',
  name: words('办理'),
  article: '二（一）',
  from: words('48 小时'),
  to: words('12 小时'),
  orders: 37,
  late: 5,
  withdrawn: 0,
  ...more,
});
const told = (more: object) => ({
  section: 'clocks' as const,
  entry: 'finish',
  key: 'within',
  kind: 'changed' as const,
  article: '二（一）',
  from: words('48 小时'),
  to: words('12 小时'),
  ...more,
});

describe('how many open orders a difference touches', () => {
  it('is counted by the clocks that change, each for its own article', () => {
    const other = told({ article: '二（二）', from: words('72 小时'), to: words('24 小时') });
    const rules = [
      rule({}),
      rule({ article: '二（二）', from: words('72 小时'), to: words('24 小时'), orders: 2, late: 0 }),
    ];
    expect(effectsOf([told({}), other], rules)).toEqual([
      { orders: 37, late: 5, shared: false },
      { orders: 2, late: 0, shared: false },
    ]);
  });
  it('tells two of one article apart by their limits, and else counts them together', () => {
    const other = told({ from: words('72 小时'), to: words('24 小时') });
    expect(effectsOf([told({}), other], [rule({})]).map(({ orders }) => orders)).toEqual([37, 0]);
    const quiet = told({ key: 'quiet', from: words('无'), to: words('22:00–08:30') });
    expect(effectsOf([told({ key: 'opens' }), quiet], [rule({ to: words('48 小时') })])).toEqual([
      { orders: 37, late: 5, shared: true },
      { orders: 37, late: 5, shared: true },
    ]);
  });
  it('is none where no order has such a clock, and unknown where it runs no clock', () => {
    expect(effectsOf([told({ entry: 'arrive' })], [rule({})])).toEqual([{ orders: 0, late: 0, shared: false }]);
    expect(effectsOf([told({ section: 'texts', key: 'text' }), told({ key: 'quote' })], [rule({})])).toEqual([
      { orders: null, late: 0, shared: false },
      { orders: null, late: 0, shared: false },
    ]);
  });
  it('counts clocks that come and go with their entries', () => {
    const added = told({ kind: 'added', key: '', from: words(''), to: words('1 小时') });
    expect(effectsOf([added], [rule({ kind: 'added', from: null, to: words('1 小时') })])[0]?.orders).toBe(37);
    expect(effectsOf([added], [rule({})])[0]?.orders).toBe(0);
  });
});
