import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptySpread } from './spread.ts';

const spreadOf = (lengths: readonly number[]) => {
  const spread = emptySpread();
  for (const length of lengths) spread.add(length);
  return spread;
};

it('of none is nothing, of one is that one', () => {
  expect([emptySpread().count, emptySpread().sum, emptySpread().quantile(0.9)]).toEqual([0, 0, 0]);
  expect([0, 1, 999_999_937].map((length) => spreadOf([length]).quantile(0.9))).toEqual([0, 1, 999_999_937]);
});

it('is exact for small numbers: nine of ten do not exceed the ninth', () => {
  expect(spreadOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).quantile(0.9)).toBe(9);
  expect(spreadOf([3, 1, 2]).quantile(0.5)).toBe(2);
});

it('gives count and sum exactly and any quantile to 1 in 256, whatever the lengths', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(lengths, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
      const exact = [...all].sort((a, b) => a - b)[Math.ceil(all.length * share) - 1] ?? 0;
      const spread = spreadOf(all);
      expect(Math.abs(spread.quantile(share) - exact)).toBeLessThanOrEqual(exact / 256);
      expect([spread.count, spread.sum]).toEqual([all.length, all.reduce((sum, length) => sum + length, 0)]);
    }),
    { numRuns: 200, seed: 20261122 },
  );
});
