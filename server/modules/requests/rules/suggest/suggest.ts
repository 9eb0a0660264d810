/**
 * Suggestions for a message 来信: what it reports, how urgent, where, whose duty, each with its
 * reasons. Suggestions only: a person confirms. Pure, and quick enough to run as one types.
 */
import { type EventScore, scoreEvents } from './events.ts';
import { findPlace } from './place.ts';
import { type Answer, scoreDuty, scoreRelevance, scoreUrgency } from './questions.ts';
import { type Reason, reasonOf, reasonOfPlace } from './reasons.ts';
import { type Found, findSenses, patternOf, type Sense } from './table.ts';
import { type Message, textsOf } from './text.ts';
import { SENSES_OF_EVENTS } from './words-of-events.ts';

/** From where on a question is answered with yes. Fitted; `docs/measurements.md` says how. */
export interface Thresholds {
  relevant: number;
  urgent: number;
  outsideDuty: number;
  /** Share of the first event's score that a second needs. */
  second: number;
}

export const THRESHOLDS: Thresholds = { relevant: 1, urgent: 2.4, outsideDuty: 1, second: 0.4 };

/** What a rulebook knows, and the words it adds. */
export interface SuggestBook {
  knows: (event: string) => boolean;
  senses: readonly Sense[];
}

/** A word a utility declares for an event in `terms` counts like the plain word for it. */
const DECLARED = 3;

export function suggestBookOf(
  events: readonly { id: string; zh: string; en: string; words: readonly string[] }[],
): SuggestBook {
  const ids = new Set(events.map(({ id }) => id));
  const own = events.flatMap(({ id, zh, en, words }): Sense[] => {
    // A blank or a mark of the notation would be read as such.
    const usable = words.filter((word) => word.length >= 2 && !/[\s…()/|]/.test(word));
    return usable.length > 0 ? [{ zh, en, weights: new Map([[id, DECLARED]]), pattern: patternOf(usable) }] : [];
  });
  return { knows: (event) => ids.has(event), senses: [...SENSES_OF_EVENTS, ...own] };
}

export interface SuggestedEvent {
  /** Of the top level. */
  event: string;
  /** The child the words name, where the rulebook knows it. */
  refined: string | null;
  score: number;
  reasons: Reason[];
}

export interface SuggestedAnswer {
  value: boolean;
  score: number;
  reasons: Reason[];
}

export interface Suggestion {
  relevant: SuggestedAnswer;
  /** Ranked, the best first; empty where nothing was recognised. */
  events: SuggestedEvent[];
  second: string | null;
  urgent: SuggestedAnswer;
  place: { words: string; reasons: Reason[] } | null;
  outsideDuty: SuggestedAnswer;
}

const rounded = (score: number): number => Math.round(score * 100) / 100;
/** Reasons shown for one suggestion. */
const SHOWN = 4;

/** The child most of the score came from a word for, if it is known. */
function refinedOf({ event, found }: EventScore, book: SuggestBook): string | null {
  const children = new Map<string, number>();
  for (const { found: one, strength } of found) {
    for (const [id] of one.sense.weights) {
      if (id.startsWith(`${event}.`) && book.knows(id) && one.mood === 'plain') {
        children.set(id, (children.get(id) ?? 0) + strength);
      }
    }
  }
  const [best] = [...children].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

function answered(answer: Answer, from: number): SuggestedAnswer {
  const distinct: Found[] = [];
  for (const one of answer.found) {
    if (!distinct.some((other) => other.word === one.word && other.sense === one.sense)) distinct.push(one);
  }
  return {
    value: answer.score >= from,
    score: rounded(answer.score),
    reasons: distinct.slice(0, SHOWN).map(reasonOf),
  };
}

/** Scores before the thresholds: what is measured and fitted. */
export function scoresOf(message: Message, book: SuggestBook) {
  const texts = textsOf(message);
  const events = scoreEvents(findSenses(book.senses, texts)).filter(({ event }) => book.knows(event));
  return {
    events,
    relevant: scoreRelevance(texts),
    urgent: scoreUrgency(texts, events),
    outsideDuty: scoreDuty(texts, events),
    place: findPlace(texts),
  };
}

export function secondOf(events: readonly EventScore[], from: number): string | null {
  const [first, second] = events;
  return first && second && second.score >= from * first.score ? second.event : null;
}

export function suggest(message: Message, book: SuggestBook, thresholds: Thresholds = THRESHOLDS): Suggestion {
  const { events, relevant, urgent, outsideDuty, place } = scoresOf(message, book);
  return {
    relevant: answered(relevant, thresholds.relevant),
    events: events.map((score) => ({
      event: score.event,
      refined: refinedOf(score, book),
      score: rounded(score.score),
      reasons: score.found.slice(0, SHOWN).map(({ found }) => reasonOf(found)),
    })),
    second: secondOf(events, thresholds.second),
    urgent: answered(urgent, thresholds.urgent),
    place: place ? { words: place.words, reasons: [reasonOfPlace(place)] } : null,
    outsideDuty: answered(outsideDuty, thresholds.outsideDuty),
  };
}
