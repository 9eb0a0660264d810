/**
 * What rates and gifts say, read from how they are written:
 * `11 CNY/m2`, `200 CNY`, `500..2000 CNY`, `100 %`, `5..10 % of recovered`, or the name of what decides.
 */
import { compare, type Decimal, decimalOf, shifted } from '../../../../values/decimal.ts';

export type Written =
  /** Money for each unit of a quantity. */
  | { kind: 'unit'; price: Decimal; unit: string }
  /** Money, in CNY. */
  | { kind: 'money'; min: Decimal; max: Decimal }
  /** A part of another amount: 0.05 for 5 %. `of`: fact that holds it. */
  | { kind: 'share'; min: Decimal; max: Decimal; of?: string }
  /** A document, a contract, a thing: no number in the rulebook. */
  | { kind: 'named'; text: string };

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const MONEY = '(?:CNY|元)';
const UNIT = new RegExp(String.raw`^(${NUMBER}) ?${MONEY} ?/ ?(\S.*)$`);
const SUM = new RegExp(String.raw`^(${NUMBER})(?:\.\.(${NUMBER}))? ?${MONEY}$`);
const SHARE = new RegExp(String.raw`^(${NUMBER})(?:\.\.(${NUMBER}))? ?([%‰])(?: of ([a-z0-9.-]+))?$`);

const number = (text: string | undefined): Decimal => decimalOf(text ?? '') ?? { digits: 0n, scale: 0 };

export function readWritten(text: string): Written {
  const unit = UNIT.exec(text);
  if (unit) return { kind: 'unit', price: number(unit[1]), unit: unit[2] ?? '' };
  const sum = SUM.exec(text);
  if (sum) return { kind: 'money', min: number(sum[1]), max: number(sum[2] ?? sum[1]) };
  const share = SHARE.exec(text);
  if (share) {
    const places = share[3] === '%' ? -2 : -3;
    return {
      kind: 'share',
      min: shifted(number(share[1]), places),
      max: shifted(number(share[2] ?? share[1]), places),
      ...(share[4] === undefined ? {} : { of: share[4] }),
    };
  }
  return { kind: 'named', text };
}

/** Looks like a number or a sum of money that was mistyped: `11 CNY m2`, `5-10%`, `2000..500 CNY`, `5 % recovered`. */
export function isMistyped(text: string): boolean {
  const read = readWritten(text);
  if (read.kind === 'named') return /^[\d.]+ ?(\.\.|[-~—至]|CNY|元|%|‰|$)/.test(text) || /[%‰]\s*(of\b|$)/.test(text);
  if (read.kind === 'unit') return false;
  return compare(read.min, read.max) > 0;
}
