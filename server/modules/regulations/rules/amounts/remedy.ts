/**
 * What is owed under the `remedies` entries of a rulebook in one matter: to whom, since when, how much, who decides.
 * Read-only: nothing is posted or paid here. Money in integer fen; a range stays a range until somebody decides.
 */
import { type Decimal, plus, times } from '../../../../values/decimal.ts';
import type { Instant } from '../../../../values/instant.ts';
import { fenOf } from '../../../../values/money.ts';
import { isKnown } from '../../../../values/working-calendar.ts';
import type { Calendars } from '../calendar.ts';
import { runsFrom } from '../clock-runs.ts';
import { nominalDue } from '../limits.ts';
import { parseLimit } from '../loading/parse-limit.ts';
import { test, vocabularyOf } from '../match.ts';
import type { ClockReading, Matter } from '../matter.ts';
import type { Limit, Milestones, Pack, PlainEntry } from '../pack.ts';
import { asSeenByOrder, type Occurrence, orderOf, Round, type Subject } from '../subjects.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Body, bodyOf, chosen, textOf, textsOf } from './plain-cases.ts';
import { numberOf, withCap } from './price.ts';
import { readWritten } from './written.ts';

/** How much is to be given. */
export type Gift =
  | { kind: 'money'; min: number; max: number; of: string | null }
  /** A thing, a praise, a penalty by name. */
  | { kind: 'thing'; text: string }
  /** Nothing in the rulebook: who decides says what. */
  | { kind: 'open' }
  /** Part of an amount nobody has recorded. */
  | { kind: 'unknown'; asks: string[] };

export interface Remedy {
  id: string;
  article: string;
  quote: string;
  clauses: string[];
  reading?: string;
  /** The source leaves these open. */
  assumed: string[];
  to: string[];
  give: Gift;
  since: Instant;
  /** Milestone it began with; `when` where a condition turned true. */
  from: string;
  /** Until when it was owed; null: it still is. */
  until: Instant | null;
  /** How often it came again: `again`, `every`. */
  times: number;
  capped: boolean;
  /** Who decides, in this order. */
  steps: string[];
  /** Clock whose lateness it rests on. */
  clock: string | null;
  /** Facts that would decide the case. */
  asks: string[];
}

/** All remedies of the matter as of `now`, in the order of the rulebook. */
export function remediesOf(
  pack: Pack,
  calendars: Calendars,
  matter: Matter,
  now: Instant,
  readings: readonly ClockReading[],
): Remedy[] {
  if (pack.remedies.length === 0) return [];
  const words = vocabularyOf(pack);
  const seen = asSeenByOrder(matter);
  const subject = orderOf(seen, calendars, now, words);
  return pack.remedies.flatMap((entry) => {
    if (test(entry.when, subject.facts, words) !== true) return [];
    const begun = beginningOf(entry, seen, subject, readings);
    if (!begun || begun.at > now) return [];
    const choice = chosen(entry, subject.facts, words);
    const [only, ...others] = choice.cases;
    if (!only) return [];
    const { body, article } = only;
    const stop = begun.stop !== null && begun.stop <= now ? begun.stop : null;
    const reach = stop ?? now;
    const times = timesOf(entry.body, body, begun.at, reach, calendars);
    const { gift, capped } =
      others.length > 0
        ? { gift: { kind: 'unknown' as const, asks: choice.asks }, capped: false }
        : giftOf(body, times, subject, words);
    const milestone = begun.milestone;
    return [
      {
        id: entry.id,
        article,
        quote: entry.quote,
        clauses: entry.clauses,
        ...(entry.reading === undefined ? {} : { reading: entry.reading }),
        assumed: entry.assumed,
        to: textsOf(body.to),
        give: gift,
        since: begun.at,
        from: milestone,
        until: stop,
        times,
        capped,
        steps: textsOf(body.steps),
        clock: milestone.startsWith('late:') ? milestone.slice('late:'.length) : null,
        asks: choice.asks,
      },
    ];
  });
}

interface Beginning {
  milestone: string;
  at: Instant;
  stop: Instant | null;
}

/** The latest run: what began it, what ended it. Without `from`: when the condition turned true, as far as that is known. */
function beginningOf(
  entry: PlainEntry,
  matter: Matter,
  subject: Subject,
  readings: readonly ClockReading[],
): Beginning | null {
  const from = milestonesOf(entry.body.from);
  if (!from) {
    const start = subject.rounds[0]?.log.reduce((first, one) => (one.at < first.at ? one : first));
    if (!start) return null;
    const since = Object.keys(entry.when?.facts ?? {}).map((fact) => matter.factsSince?.[fact] ?? start.at);
    return { milestone: 'when', at: Math.max(start.at, ...since), stop: null };
  }
  const until = milestonesOf(entry.body.until) ?? { pick: 'first', of: [] };
  const rounds = withLateness(subject.rounds, from.of, readings);
  const run = runsFrom(rounds, from, until, () => () => true).findLast(({ start }) => start.voidedAt === undefined);
  return run ? { milestone: run.start.milestone, at: run.start.at, stop: run.stop?.at ?? null } : null;
}

/** `late:` milestones as the clocks say them, where the log has none. */
function withLateness(rounds: readonly Round[], wanted: string[], readings: readonly ClockReading[]): readonly Round[] {
  const late = wanted
    .filter((one) => one.startsWith('late:') && !rounds.some((round) => round.comings(one).length > 0))
    .flatMap((milestone) =>
      readings
        .filter(({ id, breached, due }) => breached && due !== null && milestone === `late:${id}`)
        .map((reading): Occurrence => ({ milestone, at: reading.breachAt ?? (reading.due as Instant), id: null })),
    );
  if (late.length === 0) return rounds;
  const last = (at: Instant): number => rounds.findLastIndex(({ reopened }) => !reopened || reopened.at <= at);
  return rounds.map((round, i) => {
    const mine = late.filter(({ at }) => last(at) === i);
    return mine.length === 0 ? round : new Round(round.number, [...round.log, ...mine], round.reopened);
  });
}

/** `from` and `until` as they are written. */
export function milestonesOf(written: unknown): Milestones | undefined {
  if (written === undefined) return undefined;
  const all = bodyOf(written)?.all;
  return all === undefined ? { pick: 'first', of: textsOf(written) } : { pick: 'all', of: textsOf(all) };
}

/** How often it is owed more: whole stretches of `again.every` since it began, or further periods of `every` begun. */
function timesOf(entry: Body, body: Body, from: Instant, until: Instant, calendars: Calendars): number {
  const again = textOf(bodyOf(body.again)?.every);
  if (again !== undefined) return stretches(again, from, until, calendars);
  const every = textOf(entry.every);
  return every === undefined || every === 'once' ? 0 : stretches(every, from, until, calendars);
}

/** Nothing is counted further than this. */
const MOST = 10_000;

/** Whole stretches between two instants; a calendar year nobody has published ends the count. */
function stretches(every: string, from: Instant, until: Instant, calendars: Calendars): number {
  const limit = limitOf(every);
  if (!limit) return 0;
  let count = 0;
  let at = from;
  while (count < MOST) {
    const end = nominalDue(limit, { at, computed: count > 0 }, 'office', calendars, () => null);
    if (end === null || !isKnown(end) || end > until || end <= at) break;
    at = end;
    count++;
  }
  return count;
}

type Period = Extract<Limit, { unit: 'period-end' }>['period'];

/** `1 d`, `2 wd`, `month`: how long one stretch is. */
function limitOf(every: string): Limit | undefined {
  if (every === 'day') return { unit: 'same-day', text: every };
  if (['week', 'month', 'quarter', 'half-year', 'year'].includes(every))
    return { unit: 'period-end', period: every as Period, next: false, text: every };
  const limit = parseLimit(every);
  return limit.ok ? limit.value.breach : undefined;
}

function giftOf(body: Body, times: number, subject: Subject, words: Vocabulary): { gift: Gift; capped: boolean } {
  const text = textOf(body.give);
  if (text === undefined) return { gift: { kind: 'open' }, capped: false };
  const first = amountOf(text, subject, words);
  if (!('min' in first)) return { gift: first, capped: false };
  const more = textOf(bodyOf(body.again)?.give);
  const again = more === undefined ? undefined : amountOf(more, subject, words);
  if (again && !('min' in again)) return { gift: again, capped: false };
  const total = (which: 'min' | 'max'): Decimal =>
    again ? plus(first[which], timesOver(again[which], times)) : first[which];
  const steps: Parameters<typeof withCap>[2] = [];
  const [min, max] = [total('min'), total('max')].map((sum) => withCap(body, sum, steps, subject.facts, words));
  if (!min || !max) return { gift: { kind: 'unknown', asks: ['cap'] }, capped: false };
  return { gift: { kind: 'money', min: fenOf(min), max: fenOf(max), of: first.of }, capped: steps.length > 0 };
}

const timesOver = (sum: Decimal, count: number): Decimal => times(sum, { digits: BigInt(count), scale: 0 });

type Value = { min: Decimal; max: Decimal; of: string | null } | Extract<Gift, { kind: 'thing' | 'unknown' }>;

function amountOf(text: string, { facts }: Subject, words: Vocabulary): Value {
  const written = readWritten(text);
  switch (written.kind) {
    case 'money':
      return { min: written.min, max: written.max, of: null };
    case 'share': {
      const base = numberOf(written.of, facts, words);
      if (!base) return { kind: 'unknown', asks: [written.of ?? 'of'] };
      return { min: times(written.min, base), max: times(written.max, base), of: written.of ?? null };
    }
    default:
      return { kind: 'thing', text };
  }
}
