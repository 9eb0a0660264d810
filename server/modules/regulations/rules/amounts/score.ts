/** A tally as a figure: the value in the unit of its target, and whether the target is met. */
import { compare, type Decimal, decimalOfNumber, quotient, showDecimal, times } from '../../../../values/decimal.ts';
import { DAY, HOUR, MINUTE } from '../../../../values/instant.ts';
import { type Measure, type Tally, type Target, targetOf } from './metric.ts';

export interface Score {
  /** Shares and ratios: counted of how many. Means: their sum in milliseconds or numbers, of how many. */
  numerator: string;
  denominator: string;
  /** In `unit`, to two places; null: there is nothing to measure. */
  value: string | null;
  /** `%`, `min`, `h`, `d`, what a recorded number counts in, or ''. */
  unit: string;
  target: string | null;
  /** Null: no target, or nothing measured. */
  met: boolean | null;
  unknown: number;
}

const LENGTHS: Readonly<Record<string, number>> = { min: MINUTE, h: HOUR, d: DAY };
const whole = (n: number): Decimal => ({ digits: BigInt(n), scale: 0 });

export function scoreOf(measure: Measure, tally: Tally, written: string | undefined): Score {
  const target = targetOf(written);
  const timed = (measure.kind === 'mean' || measure.kind === 'p90') && measure.value === undefined;
  const shared = measure.kind === 'in-time' || measure.kind === 'share';
  const unit = target ? target.unit : timed ? 'h' : shared || measure.kind === 'ratio' ? '%' : '';
  const { numerator, denominator } = fractionOf(measure, tally);
  const empty = compare(denominator, whole(0)) === 0;
  // Shown and compared in the unit of the target: numerator ÷ (denominator × scale), never divided to compare.
  const [over, under] = inUnit(numerator, denominator, unit, timed);
  return {
    numerator: showDecimal(numerator),
    denominator: showDecimal(denominator),
    value: empty ? null : showDecimal(quotient(over, under, 2)),
    unit,
    target: written ?? null,
    met: empty || !target ? null : meets(over, under, target),
    unknown: tally.unknown,
  };
}

/** p90 is the least value that nine in ten do not exceed, of one. */
function fractionOf(measure: Measure, tally: Tally): { numerator: Decimal; denominator: Decimal } {
  if (measure.kind !== 'p90') return tally;
  const sorted = [...tally.values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * 0.9) - 1];
  return value === undefined
    ? { numerator: whole(0), denominator: whole(0) }
    : { numerator: decimalOfNumber(value) ?? whole(0), denominator: whole(1) };
}

function inUnit(numerator: Decimal, denominator: Decimal, unit: string, timed: boolean): [Decimal, Decimal] {
  if (timed) return [numerator, times(denominator, whole(LENGTHS[unit] ?? HOUR))];
  return unit === '%' ? [times(numerator, whole(100)), denominator] : [numerator, denominator];
}

function meets(over: Decimal, under: Decimal, { at, value }: Target): boolean {
  const side = compare(over, times(value, under)) * (under.digits < 0n ? -1 : 1);
  return at === '>=' ? side >= 0 : at === '<=' ? side <= 0 : at === '>' ? side > 0 : side < 0;
}

/** As worked cases write it: `99/100 met`, `1.5 h missed`, `3/7` without a target. */
export function showScore(measure: Measure, score: Score): string {
  const figure =
    measure.kind === 'mean' || measure.kind === 'p90'
      ? `${score.value ?? 'none'} ${score.unit}`.trim()
      : `${score.numerator}/${score.denominator}`;
  return score.met === null ? figure : `${figure} ${score.met ? 'met' : 'missed'}`;
}
