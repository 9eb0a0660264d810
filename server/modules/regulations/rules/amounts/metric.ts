/**
 * What a `metrics` entry measures over the matters of a period, and whether its target is met. Told one matter after
 * another, it keeps sums only (p90 keeps the values), so that a year of orders passes through.
 *
 * - `in-time [clocks]`: of the runs due in the period, those stopped in time. Without a due, or not yet due: not counted.
 * - `share {of, where}`: of the matters in which milestone `of` came in the period, those whose facts meet `where`.
 *   Without `where`: of the matters received in the period, those in which it came.
 * - `mean`, `p90 {of, since}`: time from `since` (first) to `of`; `{of, value}`: a recorded number.
 * - `ratio [{sum, of}, {sum, of}]`: sums of a recorded number over the matters in which `of` came.
 *
 * An entry whose `when` names no event is about reports, or, where `of` is a milestone of the rulebook's own, about
 * whatever matter it comes in; `in-time` is about the matters its clocks are about.
 */
import { type Decimal, decimalOf, decimalOfNumber, plus, ZERO } from '../../../../values/decimal.ts';
import type { Instant } from '../../../../values/instant.ts';
import { test, testFacts } from '../match.ts';
import type { ClockReading } from '../matter.ts';
import type { PlainEntry, When } from '../pack.ts';
import type { Subject } from '../subjects.ts';
import { MILESTONES, type Vocabulary } from '../vocabulary.ts';
import { type Body, bodyOf, casesOf, textOf, textsOf, whenOf } from './plain-cases.ts';
import { numberOf } from './price.ts';

export const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** Instants, the end out. */
export interface Span {
  from: Instant;
  until: Instant;
}

/** One matter as metrics see it. */
export interface Measured {
  subject: Subject;
  readings: readonly Pick<ClockReading, 'id' | 'due' | 'stoppedAt' | 'state'>[];
  /** How many such matters; 1 unless said. */
  times?: number;
}

export type Part = 'counts' | 'misses' | 'unknown' | 'outside';

export interface Measure {
  kind: 'in-time' | 'share' | 'mean' | 'p90' | 'ratio';
  clocks: string[];
  of: string | undefined;
  since: string | undefined;
  value: string | undefined;
  where: When | undefined;
  sums: { sum: string; of: string | undefined }[];
}

function measureOf(body: Body, words: Vocabulary): Measure {
  const none = { clocks: [], of: undefined, since: undefined, value: undefined, where: undefined, sums: [] };
  if (body['in-time'] !== undefined) return { ...none, kind: 'in-time', clocks: textsOf(body['in-time']) };
  if (Array.isArray(body.ratio))
    return {
      ...none,
      kind: 'ratio',
      sums: body.ratio.map((one) => ({ sum: textOf(bodyOf(one)?.sum) ?? '', of: textOf(bodyOf(one)?.of) })),
    };
  const kind = body.share !== undefined ? 'share' : body.p90 !== undefined ? 'p90' : 'mean';
  const how = bodyOf(body[kind]) ?? {};
  return {
    ...none,
    kind,
    of: textOf(how.of),
    since: textOf(how.since),
    value: textOf(how.value),
    where: whenOf(how.where, words),
  };
}

/** One figure: an entry, or one case of it; cases are measured apart. */
export interface Line {
  entry: PlainEntry;
  article: string;
  when: When | undefined;
  measure: Measure;
  per: Period;
  target: string | undefined;
}

export const linesOf = (entry: PlainEntry, words: Vocabulary): Line[] =>
  casesOf(entry, words).map(({ body, when, article }) => ({
    entry,
    article,
    when,
    measure: measureOf(body, words),
    per: PERIODS.find((one) => one === body.per) ?? 'month',
    target: textOf(body.target),
  }));

/** Sums so far. Exact: counts and decimals, times in milliseconds. */
export interface Tally {
  numerator: Decimal;
  denominator: Decimal;
  /** Matters a fact was not known of: in neither. */
  unknown: number;
  /** For p90. */
  values: number[];
}

export const emptyTally = (): Tally => ({ numerator: ZERO, denominator: ZERO, unknown: 0, values: [] });

const whole = (count: number): Decimal => ({ digits: BigInt(count), scale: 0 });

/** Adds one matter, and says what part it has in the figure. */
export function add(tally: Tally, line: Line, one: Measured, span: Span, words: Vocabulary): Part {
  const { measure } = line;
  if (!isAbout(line, one.subject, words)) return 'outside';
  const n = one.times ?? 1;
  const within = (at: Instant | null | undefined): boolean =>
    at !== null && at !== undefined && at >= span.from && at < span.until;
  const count = (numerator: Decimal, denominator: Decimal): void => {
    tally.numerator = plus(tally.numerator, numerator);
    tally.denominator = plus(tally.denominator, denominator);
  };
  switch (measure.kind) {
    case 'in-time': {
      const judged = one.readings.filter(
        ({ id, due, state }) => measure.clocks.includes(id) && falls(due, span) && JUDGED.has(state),
      );
      const met = judged.filter(({ due, stoppedAt }) => stoppedAt !== null && due !== null && stoppedAt <= due).length;
      count(whole(met * n), whole(judged.length * n));
      return judged.length === 0 ? 'outside' : met === judged.length ? 'counts' : 'misses';
    }
    case 'share': {
      const came = comings(one.subject, measure.of);
      if (!measure.where) {
        if (!within(received(one.subject))) return 'outside';
        count(whole(came.length > 0 ? n : 0), whole(n));
        return came.length > 0 ? 'counts' : 'misses';
      }
      if (!came.some(within)) return 'outside';
      const so = testFacts(measure.where, one.subject.facts, words);
      if (so === 'unknown') tally.unknown += n;
      else count(whole(so ? n : 0), whole(n));
      return so === 'unknown' ? so : so ? 'counts' : 'misses';
    }
    case 'mean':
    case 'p90': {
      const at = comings(one.subject, measure.of).find(within);
      if (at === undefined) return 'outside';
      const value = amountIn(measure, one.subject, at, words);
      if (!value) {
        tally.unknown += n;
        return 'unknown';
      }
      count({ ...value, digits: value.digits * BigInt(n) }, whole(n));
      if (measure.kind === 'p90')
        for (let i = 0; i < n; i++) tally.values.push(Number(value.digits) / 10 ** value.scale);
      return 'counts';
    }
    case 'ratio': {
      const [over, under] = measure.sums.map(({ sum, of }): Decimal | undefined =>
        (of === undefined ? within(received(one.subject)) : comings(one.subject, of).some(within))
          ? numberOf(sum, one.subject.facts, words)
          : undefined,
      );
      const times = (value: Decimal | undefined): Decimal =>
        value ? { ...value, digits: value.digits * BigInt(n) } : ZERO;
      count(times(over), times(under));
      return over || under ? 'counts' : 'outside';
    }
  }
}

/** 24:00 belongs to the day it ends. */
const falls = (due: Instant | null, { from, until }: Span): boolean => due !== null && due > from && due <= until;

/** Clocks that have come to an answer; a late one has, though it runs on. */
const JUDGED: ReadonlySet<string> = new Set(['met', 'met-late', 'late']);

function isAbout({ entry, when, measure }: Line, subject: Subject, words: Vocabulary): boolean {
  const own = measure.kind === 'in-time' || [measure.of, ...measure.sums.map(({ of }) => of)].some(isOwn);
  const asked = own ? testFacts : test;
  if (asked(entry.when, subject.facts, words) !== true) return false;
  return when === undefined || testFacts(when, subject.facts, words) === true;
}

/** A milestone every order may come by is about reports; one of the rulebook's own, about what it comes in. */
const isOwn = (milestone: string | undefined): boolean => milestone !== undefined && !MILESTONES.has(milestone);

const comings = ({ rounds }: Subject, milestone: string | undefined): Instant[] =>
  milestone === undefined
    ? []
    : rounds.flatMap((round, i) =>
        // A reopening is not received again.
        i > 0 && (milestone === 'received' || milestone === 'created')
          ? []
          : round
              .comings(milestone)
              .filter(({ voidedAt }) => voidedAt === undefined)
              .map(({ at }) => at),
      );

const received = (subject: Subject): Instant | undefined => comings(subject, 'received')[0];

function amountIn(measure: Measure, subject: Subject, at: Instant, words: Vocabulary): Decimal | undefined {
  if (measure.value !== undefined) return numberOf(measure.value, subject.facts, words);
  const since = comings(subject, measure.since ?? 'received').filter((one) => one <= at);
  return since.length === 0 ? undefined : decimalOfNumber(at - Math.min(...since));
}

/** `>= 99 %`, `<= 2 h`, `<= 1000`. */
export interface Target {
  at: '>=' | '<=' | '>' | '<';
  value: Decimal;
  /** `%`, `min`, `h`, `d`, or what it counts; '' for a plain number. */
  unit: string;
}

export function targetOf(text: string | undefined): Target | undefined {
  const m = /^(>=|<=|>|<)?\s*(\d+(?:\.\d+)?)\s*(.*)$/.exec(text ?? '');
  const value = decimalOf(m?.[2] ?? '');
  return value && { at: (m?.[1] ?? '>=') as Target['at'], value, unit: (m?.[3] ?? '').trim() };
}
