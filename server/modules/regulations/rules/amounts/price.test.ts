import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../../values/decimal.ts';
import type { PlainEntry } from '../pack.ts';
import { chargeOf } from './price.ts';
import { CITED, defectsOf, factsOf, town } from './testing.ts';
import { showCharge, stepWords } from './words.ts';

const TERMS = `terms:
- {id: area, kind: fact, type: number, words: [面积]}
- {id: arrears, kind: fact, type: number, words: [欠费]}
- {id: use, kind: fact, type: choice, words: [用途], choices: [home, trade]}
`;
const price = (keys: string) => {
  const { pack, words } = town(`${TERMS}prices:\n- {id: fee, ${CITED}, charge: 水费, ${keys}}\n`);
  const entry = pack.prices[0] as PlainEntry;
  return (facts = {}, quantity?: string, before?: string) =>
    chargeOf(entry, factsOf(facts), words, {
      ...(quantity === undefined ? {} : { quantity: decimalOf(quantity) as never }),
      ...(before === undefined ? {} : { before: decimalOf(before) as never }),
    });
};
const LADDER =
  'tiers: [{upto: 144, rate: 2.80 CNY/m3}, {upto: 204, rate: 4.20 CNY/m3}, {rate: 8.40 CNY/m3}], per: year';

/** Oracle: unit by unit, in ten-thousandths of a yuan for hundredths of a cubic metre. */
function oracle(hundredths: bigint, before: bigint, tiers: [upto: bigint | null, fen: bigint][]): bigint {
  let sum = 0n;
  for (let at = before; at < before + hundredths; at++) {
    const tier = tiers.find(([upto]) => upto === null || at < upto * 100n) as [bigint | null, bigint];
    sum += tier[1];
  }
  return (2n * sum + 100n) / 200n;
}

describe('prices', () => {
  it('charge a rate for the fact they name, exactly', () => {
    const fee = price('rate: 11 CNY/m2, of: area');
    expect(showCharge(fee({ area: 12345.678 }))).toBe('135802.46 CNY');
    expect(fee({})).toEqual({ kind: 'unknown', asks: ['area'] });
    expect(showCharge(fee({ area: 0.1 }, '0.2'))).toBe('2.20 CNY');
  });
  it('climb tiers, each for what falls into it, and go on where the period left off', () => {
    const water = price(LADDER);
    expect(showCharge(water({}, '144'))).toBe('403.20 CNY');
    expect(showCharge(water({}, '210.5'))).toBe('709.80 CNY');
    expect(showCharge(water({}, '10', '140'))).toBe('36.40 CNY');
    const charge = water({}, '210.5');
    const zh = charge.kind === 'amount' ? charge.steps.map((step) => stepWords(step).zh) : [];
    expect(zh[2]).toBe('第 3 阶梯（204 至以上）：6.5 × 8.4 元 = 54.6 元');
  });
  it('come to what adding up unit by unit comes to', () =>
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })),
        fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
        fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 3, maxLength: 3 }),
        ([used, before], [first, second], fens) => {
          const rate = (fen: number): string => `${(fen / 100).toFixed(2)} CNY/m3`;
          const [a, b, c] = fens as [number, number, number];
          const text = `tiers: [{upto: ${first}, rate: ${rate(a)}}, {upto: ${first + second}, rate: ${rate(b)}}, {rate: ${rate(c)}}]`;
          const got = price(text)({}, (used / 100).toFixed(2), (before / 100).toFixed(2));
          const tiers: [bigint | null, bigint][] = [
            [BigInt(first), BigInt(a)],
            [BigInt(first + second), BigInt(b)],
            [null, BigInt(c)],
          ];
          return got.kind === 'amount' && BigInt(got.fen) === oracle(BigInt(used), BigInt(before), tiers);
        },
      ),
      { numRuns: 60 },
    ));
  it('take a part, and never more than the cap', () => {
    const late = price('rate: 0.5 ‰, of: arrears, cap: 100 % of arrears');
    expect(showCharge(late({ arrears: 1234.5 }))).toBe('0.62 CNY');
    const capped = price('rate: 11 CNY/m2, of: area, cap: 500 CNY');
    expect(showCharge(capped({ area: 100 }))).toBe('500.00 CNY');
  });
  it('say what sets them, or that they may not be charged', () => {
    expect(showCharge(price('rate: 按政府定价')())).toBe('按政府定价');
    expect(showCharge(price('forbidden: true')())).toBe('forbidden');
    expect(showCharge(price('when: {use: trade}, rate: 20 CNY')({ use: 'home' }))).toBe('not-for-this');
    const cases = price('cases: [{when: {use: home}, rate: 20 CNY}, {when: {use: trade}, rate: 50 CNY}]');
    expect(showCharge(cases({ use: 'trade' }))).toBe('50.00 CNY');
    expect(cases({})).toEqual({ kind: 'unknown', asks: ['use'] });
  });
  it('are refused where they are mistyped', () => {
    const codes = (keys: string) => defectsOf(`${TERMS}prices:\n- {id: fee, ${CITED}, charge: 费, ${keys}}\n`);
    expect(codes('rate: 11 CNY m2')).toEqual(['bad-amount']);
    expect(codes('rate: 5-10 %')).toEqual(['bad-amount']);
    expect(codes('rate: 11 CNY/m2, of: aera')).toEqual(['unknown-fact']);
    expect(codes('rate: 5 % of use')).toEqual(['unknown-fact']);
    expect(codes('tiers: [{upto: 144, rate: 2 CNY/m3}, {upto: 100, rate: 3 CNY/m3}]')).toEqual(['bad-tier']);
  });
});
