/** Which event a message reports: senses found, weighted by where they stand, added up by event. */
import type { Found } from './table.ts';
import type { Where } from './text.ts';

export interface EventScore {
  event: string;
  score: number;
  /** What speaks for it, the strongest first. */
  found: { found: Found; strength: number }[];
}

export interface EventWeights {
  /** A word in the subject counts so many times one at the beginning of the body. */
  subject: number;
  /** Characters of a subject after which the first thing named has lost two thirds of its lead. */
  subjectReach: number;
  /** What the first request says counts in full; later ones fall towards this share. */
  later: number;
  /** Characters after which a word of the body has lost about two thirds of its lead. */
  reach: number;
  /** Share of a sense said again. */
  again: number;
  past: number;
  denied: number;
}

export const EVENT_WEIGHTS: EventWeights = {
  subject: 2.2,
  subjectReach: 60,
  later: 0.3,
  reach: 150,
  again: 0.25,
  past: 0.5,
  denied: 0.1,
};

const rootOf = (event: string): string => event.split('.')[0] ?? event;

/** Where the first word for any event stands: what comes before it is salutation and address. */
function beginnings(found: readonly Found[]): Record<Where, number> {
  const first = { subject: 10_000, body: 10_000 };
  for (const { where, at, sense } of found) {
    if (at < first[where] && Math.max(...sense.weights.values()) >= 1) first[where] = at;
  }
  return first;
}

function strengthOf({ where, at, mood }: Found, first: Record<Where, number>, weights: EventWeights): number {
  const after = Math.max(0, at - first[where]);
  const place =
    where === 'subject'
      ? weights.subject * Math.exp(-after / weights.subjectReach)
      : weights.later + (1 - weights.later) * Math.exp(-after / weights.reach);
  return place * (mood === 'plain' ? 1 : weights[mood]);
}

interface Strong {
  found: Found;
  strength: number;
}

const overlap = (a: Found, b: Found): boolean =>
  a.where === b.where && a.at < b.at + b.word.length && b.at < a.at + a.word.length;

/** The same words speak once for an event, in the sense that says most. */
function apart(all: Strong[]): Strong[] {
  const kept: Strong[] = [];
  for (const one of all.sort((a, b) => b.strength - a.strength)) {
    if (!kept.some((other) => overlap(other.found, one.found))) kept.push(one);
  }
  return kept;
}

/** Scores of the top-level events, the best first; a child counts for its parent. */
export function scoreEvents(found: readonly Found[], weights: EventWeights = EVENT_WEIGHTS): EventScore[] {
  const byEvent = new Map<string, Strong[]>();
  const first = beginnings(found);
  for (const one of found) {
    const place = strengthOf(one, first, weights);
    for (const [event, weight] of one.sense.weights) {
      const list = byEvent.get(rootOf(event)) ?? [];
      list.push({ found: one, strength: weight * place });
      byEvent.set(rootOf(event), list);
    }
  }
  return [...byEvent]
    .map(([event, all]) => {
      const times = new Map<Found['sense'], number>();
      let score = 0;
      const reasons = apart(all).filter(({ found: { sense }, strength }) => {
        const n = times.get(sense) ?? 0;
        times.set(sense, n + 1);
        if (n < 4) score += n === 0 ? strength : weights.again * strength;
        return n === 0;
      });
      return { event, score, found: reasons };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}
