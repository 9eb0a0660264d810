/**
 * What a charge comes to under a `prices` entry: a rate, tiers 阶梯, a share, a cap, or that it may not be charged.
 * All steps are exact; the sum alone is rounded, once, to whole fen, half away from zero.
 */
import {
  compare,
  type Decimal,
  decimalOf,
  decimalOfNumber,
  larger,
  minus,
  plus,
  showDecimal,
  smaller,
  times,
  ZERO,
} from '../../../../values/decimal.ts';
import { fenOf, showFen } from '../../../../values/money.ts';
import { type Facts, factValue, testFacts } from '../match.ts';
import type { PlainEntry } from '../pack.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Body, bodyOf, chosen, textOf } from './plain-cases.ts';
import { readWritten, type Written } from './written.ts';

export interface Asked {
  /** What is bought, in the unit of the rate; absent: the fact the entry names in `of`. */
  quantity?: Decimal;
  /** Of the same in the period (`per`) before this: tiers go on where it ended. */
  before?: Decimal;
}

/** One line of the reckoning. Numbers as text, money in CNY. */
export type Step =
  | { kind: 'rate'; quantity: string; unit: string; price: string; sum: string }
  | { kind: 'tier'; tier: number; from: string; upto: string | null; quantity: string; price: string; sum: string }
  | { kind: 'share'; share: string; of: string; sum: string }
  | { kind: 'flat'; sum: string }
  | { kind: 'cap'; cap: string }
  | { kind: 'rounded'; from: string; sum: string };

export type Charge =
  | { kind: 'amount'; fen: number; steps: Step[]; article: string }
  /** Not in the rulebook: the document, contract or authority that sets it. */
  | { kind: 'named'; by: string; article: string }
  /** May not be charged 不得收取. */
  | { kind: 'forbidden'; article: string }
  /** The entry is not about this. */
  | { kind: 'not-for-this' }
  /** Facts (or `quantity`) nobody has said. */
  | { kind: 'unknown'; asks: string[] };

export function chargeOf(entry: PlainEntry, facts: Facts, words: Vocabulary, asked: Asked = {}): Charge {
  const applies = testFacts(entry.when, facts, words);
  if (applies === false) return { kind: 'not-for-this' };
  if (applies === 'unknown') return { kind: 'unknown', asks: openIn(entry, facts, words) };
  const { cases, asks, none } = chosen(entry, facts, words);
  if (none) return { kind: 'not-for-this' };
  const [only, ...others] = cases;
  if (!only || others.length > 0) return { kind: 'unknown', asks };
  const { body, article } = only;
  if (body.forbidden === true) return { kind: 'forbidden', article };
  const written = readWritten(textOf(body.rate) ?? '');
  if (body.tiers === undefined && written.kind === 'named') return { kind: 'named', by: written.text, article };
  const quantity = asked.quantity ?? numberOf(textOf(body.of), facts, words);
  const flat = body.tiers === undefined && written.kind === 'money';
  if (!quantity && !flat) return { kind: 'unknown', asks: [textOf(body.of) ?? 'quantity'] };
  const steps: Step[] = [];
  const sum = Array.isArray(body.tiers)
    ? ofTiers(body.tiers, quantity as Decimal, asked.before ?? ZERO, steps)
    : ofRate(written, quantity ?? ZERO, textOf(body.of), steps);
  const capped = withCap(body, sum, steps, facts, words);
  if (!capped) return { kind: 'unknown', asks: [capFact(body) ?? 'cap'] };
  const fen = fenOf(capped);
  if (capped.scale > 2 && showDecimal(capped) !== showDecimal(decimalOf(showFen(fen)) as Decimal))
    steps.push({ kind: 'rounded', from: showDecimal(capped), sum: showFen(fen) });
  return { kind: 'amount', fen, steps, article };
}

const openIn = (entry: PlainEntry, facts: Facts, words: Vocabulary): string[] =>
  Object.entries(entry.when?.facts ?? {})
    .filter(([name, test]) => factValue(name, test, facts, words) === undefined)
    .map(([name]) => name);

/** A recorded number, exactly as it was written down. */
export function numberOf(name: string | undefined, facts: Facts, words: Vocabulary): Decimal | undefined {
  if (name === undefined) return undefined;
  const value = factValue(name, { op: 'unknown' }, facts, words);
  return typeof value === 'number' ? decimalOfNumber(value) : undefined;
}

function ofRate(rate: Written, quantity: Decimal, of: string | undefined, steps: Step[]): Decimal {
  switch (rate.kind) {
    case 'unit': {
      const sum = times(rate.price, quantity);
      const shown = { quantity: showDecimal(quantity), price: showDecimal(rate.price), sum: showDecimal(sum) };
      steps.push({ kind: 'rate', unit: rate.unit, ...shown });
      return sum;
    }
    case 'share': {
      const sum = times(rate.max, quantity);
      steps.push({
        kind: 'share',
        share: showDecimal(rate.max),
        of: of ?? showDecimal(quantity),
        sum: showDecimal(sum),
      });
      return sum;
    }
    case 'money':
      steps.push({ kind: 'flat', sum: showDecimal(rate.max) });
      return rate.max;
    case 'named':
      return ZERO;
  }
}

/** `upto` is included; the last tier may leave it out. Each tier's price is for what falls into it. */
function ofTiers(tiers: readonly unknown[], quantity: Decimal, before: Decimal, steps: Step[]): Decimal {
  const end = plus(before, quantity);
  let sum = ZERO;
  let floor = ZERO;
  for (const [index, one] of tiers.entries()) {
    const { upto, rate, factor } = bodyOf(one) ?? {};
    const top = upto === undefined ? undefined : decimalOf(textOf(upto) ?? '');
    const from = larger(floor, before);
    const part = minus(top ? smaller(top, end) : end, from);
    if (compare(part, ZERO) > 0) {
      const price = priceIn(rate, factor);
      const cost = times(price, part);
      sum = plus(sum, cost);
      steps.push({
        kind: 'tier',
        tier: index + 1,
        from: showDecimal(from),
        upto: top ? showDecimal(top) : null,
        quantity: showDecimal(part),
        price: showDecimal(price),
        sum: showDecimal(cost),
      });
    }
    if (!top) break;
    floor = top;
  }
  return sum;
}

function priceIn(rate: unknown, factor: unknown): Decimal {
  const written = readWritten(textOf(rate) ?? '');
  const price = written.kind === 'unit' ? written.price : written.kind === 'money' ? written.max : ZERO;
  return factor === undefined ? price : times(price, decimalOf(textOf(factor) ?? '') ?? ZERO);
}

const capFact = (body: Body): string | undefined => {
  const cap = readWritten(textOf(body.cap) ?? '');
  return cap.kind === 'share' ? cap.of : undefined;
};

/** Undefined while the fact the cap is a part of is not known. */
export function withCap(body: Body, sum: Decimal, steps: Step[], facts: Facts, words: Vocabulary): Decimal | undefined {
  if (body.cap === undefined) return sum;
  const cap = readWritten(textOf(body.cap) ?? '');
  const base = cap.kind === 'share' ? numberOf(cap.of, facts, words) : undefined;
  if (cap.kind === 'share' && !base) return undefined;
  const most = cap.kind === 'share' && base ? times(cap.max, base) : cap.kind === 'money' ? cap.max : undefined;
  if (!most || compare(sum, most) <= 0) return sum;
  steps.push({ kind: 'cap', cap: showDecimal(most) });
  return most;
}
