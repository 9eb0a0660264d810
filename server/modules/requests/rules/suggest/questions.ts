/** Three yes-or-no questions: is it about public water, is it urgent, is another responsible. Each adds up what speaks for and against. */
import type { EventScore } from './events.ts';
import { type Found, findSenses } from './table.ts';
import type { Text } from './text.ts';
import { SENSES_OF_DUTY, SENSES_OF_RELEVANCE, SENSES_OF_URGENCY } from './words-of-questions.ts';

export interface Answer {
  score: number;
  found: Found[];
}

const about = (found: readonly Found[], question: string): Found[] =>
  found.filter(({ sense }) => sense.weights.has(question));

/** 一、 1. （2） 第三: a letter of many points. */
const POINT = /(?:^|[。；;：:，,、\s？！])(?:第?[一二三四五六七八九十]{1,2}[、.:：，点是]|[(（]?\d{1,2}[)）.、:：，])/g;

/** Where the points of a letter of several begin; empty where it has none. */
function pointsOf(read: string): number[] {
  const starts = [...read.matchAll(POINT)].map((match) => match.index);
  return starts.length >= 2 ? starts : [];
}

/** How many points are about water, and nothing else, and how many there are. */
function pointsAboutWater(read: string, water: readonly Found[], other: readonly Found[]): [about: number, of: number] {
  const starts = pointsOf(read);
  const within = (all: readonly Found[], i: number): number =>
    all.filter(
      ({ where, at }) => where === 'body' && at >= (starts[i] ?? 0) && at < (starts[i + 1] ?? Number.POSITIVE_INFINITY),
    ).length;
  return [starts.filter((_, i) => within(water, i) > within(other, i)).length, starts.length];
}

const cross = (a: Found, b: Found): boolean =>
  a.where === b.where && a.at < b.at + b.word.length && b.at < a.at + a.word.length;

/** Words of the public supply against words of what only looks like it: in the subject, how densely, how early. */
export function scoreRelevance(texts: readonly [Text, Text]): Answer {
  const found = findSenses(SENSES_OF_RELEVANCE, texts);
  const other = about(found, 'else');
  // 污水厂 is no 水厂, and a dry 消防栓 no lack of water.
  const water = about(found, 'water').filter(
    (one) => !other.some((more) => cross(one, more) && more.word.length > one.word.length),
  );
  const length = Math.max(60, texts[1].read.length);
  const inSubject = (all: Found[]): number => Math.min(2, all.filter(({ where }) => where === 'subject').length);
  const inBody = (all: Found[]): number => all.filter(({ where }) => where === 'body').length;
  const first = Math.min(length, ...water.filter(({ where }) => where === 'body').map(({ at }) => at));
  const [aboutWater, points] = pointsAboutWater(texts[1].read, water, other);
  const score =
    2 * inSubject(water) -
    1.5 * inSubject(other) +
    Math.min(3, (100 * inBody(water)) / length) -
    Math.min(3, (60 * inBody(other)) / length) +
    1.5 * (1 - first / length) +
    (aboutWater > 0 && points <= 8 ? 1.2 : 0);
  return { score, found: [...water, ...other] };
}

/** Each sense counts once: a letter does not grow urgent by repeating itself. */
function added(found: readonly Found[], question: string): Answer {
  const seen = new Map<Found['sense'], Found>();
  for (const one of found) {
    if (one.mood !== 'denied' && one.sense.weights.has(question) && !seen.has(one.sense)) seen.set(one.sense, one);
  }
  const reasons = [...seen.values()].sort((a, b) => weightOf(b, question) - weightOf(a, question));
  return { score: reasons.reduce((sum, one) => sum + weightOf(one, question), 0), found: reasons };
}

const weightOf = ({ sense }: Found, question: string): number => sense.weights.get(question) ?? 0;

/** An outage is urgent sooner than a bill. */
const URGENT_BY_EVENT: Readonly<Record<string, number>> = {
  'no-water': 1.6,
  'low-pressure': 0.6,
  'water-quality': 0.6,
  'pipe-leak': 0.6,
  connection: 0.4,
};

export function scoreUrgency(texts: readonly Text[], events: readonly EventScore[]): Answer {
  const answer = added(findSenses(SENSES_OF_URGENCY, texts), 'urgent');
  const [first, second] = events;
  const byEvent =
    (URGENT_BY_EVENT[first?.event ?? ''] ?? -0.6) + 0.5 * Math.max(0, URGENT_BY_EVENT[second?.event ?? ''] ?? 0);
  return { score: answer.score + byEvent, found: answer.found };
}

export function scoreDuty(texts: readonly Text[], events: readonly EventScore[]): Answer {
  const answer = added(findSenses(SENSES_OF_DUTY, texts), 'outside');
  const byEvent = events[0]?.event === 'property-management' ? 2 : 0;
  return { score: answer.score + byEvent, found: answer.found };
}
