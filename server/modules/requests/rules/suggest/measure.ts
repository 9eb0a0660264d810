/**
 * How good the suggestions are on messages somebody has read: against trivial answers, and
 * cross-validated, which means that everything fitted is fitted without the messages it is then
 * measured on.
 */
import { EVENT_WEIGHTS, type EventScore, type EventWeights, scoreEvents } from './events.ts';
import { type SuggestBook, scoresOf, secondOf, suggestBookOf, THRESHOLDS, type Thresholds } from './suggest.ts';
import { type Found, findSenses } from './table.ts';
import { textsOf } from './text.ts';

/** A message with what a reader said of it. */
export interface Labelled {
  subject: string;
  body: string;
  relevant: boolean;
  /** The rest only where it is relevant. */
  event: string;
  second: string;
  urgent: boolean;
  place: string;
  outsideDuty: boolean;
}

export interface Share {
  hits: number;
  of: number;
}

export interface YesNo {
  /** Rightly yes, wrongly yes, wrongly no, rightly no. */
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

export interface Measures {
  top1: Share;
  top3: Share;
  second: Share;
  place: Share;
  urgent: YesNo;
  outsideDuty: YesNo;
  /** Yes: relevant. */
  relevant: YesNo;
}

export const f1 = ({ tp, fp, fn }: YesNo): number => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));
export const shareOf = ({ hits, of }: Share): number => (of === 0 ? 0 : hits / of);

interface Read {
  label: Labelled;
  found: Found[];
  relevant: number;
  urgent: number;
  outsideDuty: number;
  place: string;
}

/** What does not depend on anything fitted, once for each message. */
function read(label: Labelled, book: SuggestBook): Read {
  const scores = scoresOf(label, book);
  return {
    label,
    found: findSenses(book.senses, textsOf(label)),
    relevant: scores.relevant.score,
    urgent: scores.urgent.score,
    outsideDuty: scores.outsideDuty.score,
    place: scores.place?.words ?? '',
  };
}

interface Fitted {
  weights: EventWeights;
  thresholds: Thresholds;
}

const eventsOf = ({ found }: Read, weights: EventWeights, book: SuggestBook): EventScore[] =>
  scoreEvents(found, weights).filter(({ event }) => book.knows(event));

function yesNo(items: readonly { said: boolean; is: boolean }[]): YesNo {
  const count = (said: boolean, is: boolean): number =>
    items.filter((item) => item.said === said && item.is === is).length;
  return { tp: count(true, true), fp: count(true, false), fn: count(false, true), tn: count(false, false) };
}

/** The label is in it, and it is at most twice as long. */
export const placeHits = (place: string, label: string): boolean =>
  place.includes(label) && place.length <= 2 * label.length;

/** What one message was answered. */
interface Answered {
  label: Labelled;
  events: string[];
  second: string | null;
  place: string;
  relevant: boolean;
  urgent: boolean;
  outsideDuty: boolean;
}

function answer(one: Read, { weights, thresholds }: Fitted, book: SuggestBook): Answered {
  const events = eventsOf(one, weights, book);
  return {
    label: one.label,
    events: events.map(({ event }) => event),
    second: secondOf(events, thresholds.second),
    place: one.place,
    relevant: one.relevant >= thresholds.relevant,
    urgent: one.urgent >= thresholds.urgent,
    outsideDuty: one.outsideDuty >= thresholds.outsideDuty,
  };
}

function tally(all: readonly Answered[]): Measures {
  const water = all.filter(({ label }) => label.relevant);
  const share = (items: readonly Answered[], hit: (one: Answered) => boolean): Share => ({
    hits: items.filter(hit).length,
    of: items.length,
  });
  return {
    top1: share(water, ({ events, label }) => events[0] === label.event),
    top3: share(water, ({ events, label }) => events.slice(0, 3).includes(label.event)),
    second: share(water, ({ second, label }) => (second ?? '') === label.second),
    place: share(
      water.filter(({ label }) => label.place !== ''),
      ({ place, label }) => placeHits(place, label.place),
    ),
    urgent: yesNo(water.map(({ urgent, label }) => ({ said: urgent, is: label.urgent }))),
    outsideDuty: yesNo(water.map(({ outsideDuty, label }) => ({ said: outsideDuty, is: label.outsideDuty }))),
    relevant: yesNo(all.map(({ relevant, label }) => ({ said: relevant, is: label.relevant }))),
  };
}

/** Half-way between the two scores where the measure is best; the middle of the best stretch, so that it holds elsewhere. */
function bestThreshold(scores: readonly { score: number; is: boolean }[], measure: (counts: YesNo) => number): number {
  const sorted = [...new Set(scores.map(({ score }) => score))].sort((a, b) => a - b);
  const between = sorted.slice(1).map((score, i) => (score + (sorted[i] ?? score)) / 2);
  const rated = between.map((threshold) => ({
    threshold,
    value: measure(yesNo(scores.map(({ score, is }) => ({ said: score >= threshold, is })))),
  }));
  const top = Math.max(...rated.map(({ value }) => value));
  const best = rated.filter(({ value }) => value > top - 1e-9);
  return best[Math.floor((best.length - 1) / 2)]?.threshold ?? 0;
}

const balanced = ({ tp, fp, fn, tn }: YesNo): number => tp / Math.max(1, tp + fn) + tn / Math.max(1, tn + fp);

const WEIGHTS: readonly Partial<EventWeights>[] = [1.8, 2.2, 2.6].flatMap((subject) =>
  [100, 150, 250].flatMap((reach) => [30, 60, 120].map((subjectReach) => ({ subject, reach, subjectReach }))),
);
const SECONDS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

function fitted(all: readonly Read[], book: SuggestBook): Fitted {
  const water = all.filter(({ label }) => label.relevant);
  let weights = EVENT_WEIGHTS;
  let best = -1;
  for (const change of WEIGHTS) {
    const tried = { ...EVENT_WEIGHTS, ...change };
    const value = water.reduce((sum, one) => {
      const at = eventsOf(one, tried, book).findIndex(({ event }) => event === one.label.event);
      return sum + (at === 0 ? 1 : 0) + (at >= 0 && at < 3 ? 0.5 : 0);
    }, 0);
    if (value > best) {
      best = value;
      weights = tried;
    }
  }
  const seconds = SECONDS.map((second) => ({
    second,
    hits: water.filter((one) => (secondOf(eventsOf(one, weights, book), second) ?? '') === one.label.second).length,
  })).sort((a, b) => b.hits - a.hits);
  const scored = (of: readonly Read[], score: 'relevant' | 'urgent' | 'outsideDuty') =>
    of.map((one) => ({ score: one[score], is: one.label[score] }));
  return {
    weights,
    thresholds: {
      relevant: bestThreshold(scored(all, 'relevant'), balanced),
      urgent: bestThreshold(scored(water, 'urgent'), f1),
      outsideDuty: bestThreshold(scored(water, 'outsideDuty'), f1),
      second: seconds[0]?.second ?? THRESHOLDS.second,
    },
  };
}

/** A generator of its own, so that folds are the same everywhere. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items];
  let state = seed;
  for (let i = out.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const j = state % (i + 1);
    const [a, b] = [out[i] as T, out[j] as T];
    out[i] = b;
    out[j] = a;
  }
  return out;
}

export interface Report {
  messages: number;
  relevant: number;
  /** As the rules stand. */
  standing: Measures;
  /** Each message answered with what was fitted on the other folds; counts over all repetitions. */
  crossValidated: Measures;
  /** Always the commonest event, then the next two; always urgent; always relevant; never outside duty; the subject as place. */
  trivial: Measures;
  fittedOnAll: Thresholds & { subject: number; reach: number; subjectReach: number };
  folds: number;
  repetitions: number;
}

export function measure(
  messages: readonly Labelled[],
  events: Parameters<typeof suggestBookOf>[0],
  { folds = 10, repetitions = 5 } = {},
): Report {
  const book = suggestBookOf(events);
  const all = messages.map((label) => read(label, book));
  const standing = tally(all.map((one) => answer(one, { weights: EVENT_WEIGHTS, thresholds: THRESHOLDS }, book)));
  const crossed: Answered[] = [];
  const trivial: Answered[] = [];
  for (let seed = 1; seed <= repetitions; seed++) {
    const order = shuffled(all, seed);
    for (let fold = 0; fold < folds; fold++) {
      const held = order.filter((_, i) => i % folds === fold);
      const others = order.filter((_, i) => i % folds !== fold);
      const learnt = fitted(others, book);
      crossed.push(...held.map((one) => answer(one, learnt, book)));
      const common = commonest(others);
      trivial.push(
        ...held.map(({ label }) => ({
          label,
          events: common,
          second: null,
          place: label.subject,
          relevant: true,
          urgent: true,
          outsideDuty: false,
        })),
      );
    }
  }
  const { weights, thresholds } = fitted(all, book);
  const { subject, reach, subjectReach } = weights;
  return {
    messages: all.length,
    relevant: all.filter(({ label }) => label.relevant).length,
    standing,
    crossValidated: tally(crossed),
    trivial: tally(trivial),
    fittedOnAll: { ...thresholds, subject, reach, subjectReach },
    folds,
    repetitions,
  };
}

function commonest(all: readonly Read[]): string[] {
  const times = new Map<string, number>();
  for (const { label } of all) if (label.relevant) times.set(label.event, (times.get(label.event) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]).map(([event]) => event);
}
