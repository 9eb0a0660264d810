/** Decimals against an oracle of their own: fractions of whole numbers, rounded by trying. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  type Decimal,
  decimalOf,
  decimalOfNumber,
  minus,
  plus,
  quotient,
  rounded,
  shifted,
  showDecimal,
  times,
} from './decimal.ts';
import { fenOf, parseFen, showFen } from './money.ts';

/** [numerator, denominator] */
type Fraction = [bigint, bigint];
const fraction = (text: string): Fraction => {
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const n = BigInt(whole + part);
  return [text.startsWith('-') ? -n : n, 10n ** BigInt(part.length)];
};
const same = (value: Decimal, [n, d]: Fraction): boolean => {
  const [x, y] = fraction(showDecimal(value));
  return x * d === n * y;
};
/** Within half of the last place, and on the half away from zero. */
const isRounded = (value: Decimal, [n, d]: Fraction, places: number): boolean => {
  const [x, y] = fraction(showDecimal(value));
  if (d < 0n) return isRounded(value, [-n, -d], places);
  const scale = 2n * 10n ** BigInt(places);
  const far = (n * y - x * d) * scale;
  const away = n < 0n ? -1n : 1n;
  const limit = d * y;
  return (far < limit && far > -limit) || far * away === -limit;
};

const written = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 15n), fc.option(fc.stringMatching(/^\d{1,8}$/), { nil: '' }))
  .map(([negative, whole, part]) => `${negative ? '-' : ''}${whole}${part ? `.${part}` : ''}`);
const read = (text: string): Decimal => decimalOf(text) as Decimal;

describe('exact decimals', () => {
  it('add, take away, multiply and compare as fractions do', () =>
    fc.assert(
      fc.property(written, written, (a, b) => {
        const [[p, q], [r, s]] = [fraction(a), fraction(b)];
        const side = p * s - r * q;
        return (
          same(plus(read(a), read(b)), [p * s + r * q, q * s]) &&
          same(minus(read(a), read(b)), [p * s - r * q, q * s]) &&
          same(times(read(a), read(b)), [p * r, q * s]) &&
          Math.sign(compare(read(a), read(b))) === (side < 0n ? -1 : side > 0n ? 1 : 0)
        );
      }),
    ));
  it('divide and round to the nearest, half away from zero', () =>
    fc.assert(
      fc.property(written, written, fc.integer({ min: 0, max: 6 }), (a, b, places) => {
        const [[p, q], [r, s]] = [fraction(a), fraction(b)];
        const round = isRounded(rounded(read(a), places), [p, q], places);
        return round && (r === 0n || isRounded(quotient(read(a), read(b), places), [p * s, q * r], places));
      }),
    ));
  it('take a recorded number as it was written', () => {
    expect(showDecimal(decimalOfNumber(0.1) as Decimal)).toBe('0.1');
    expect(showDecimal(plus(decimalOfNumber(0.1) as Decimal, decimalOfNumber(0.2) as Decimal))).toBe('0.3');
    expect(showDecimal(decimalOfNumber(1e-7) as Decimal)).toBe('0.0000001');
    expect(showDecimal(decimalOfNumber(1.5e21) as Decimal)).toBe('1500000000000000000000');
    expect(decimalOfNumber(Number.NaN)).toBeUndefined();
    expect(decimalOf('1,5')).toBeUndefined();
    expect(showDecimal(shifted(read('5'), -2))).toBe('0.05');
  });
  it('become money of whole fen', () => {
    expect(['0.005', '0.0049', '-0.005', '135802.458'].map((text) => showFen(fenOf(read(text))))).toEqual([
      '0.01',
      '0.00',
      '-0.01',
      '135802.46',
    ]);
    expect([parseFen('1325.5'), parseFen('1.001'), parseFen('x')]).toEqual([132550, undefined, undefined]);
    expect(() => fenOf(read('999999999999999'))).toThrow(RangeError);
  });
});
