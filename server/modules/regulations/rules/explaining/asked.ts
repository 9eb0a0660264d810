/** What makes a difference to the clocks of an event: facts its entries test, milestones they start and stop at. */
import { excludes, factsFrom, testFacts, vocabularyOf } from '../match.ts';
import type { Milestones, Pack, Test, When } from '../pack.ts';
import { type Timed, timetableOf } from '../timed-entries.ts';
import { MILESTONES } from '../vocabulary.ts';

export interface Asked {
  /** Tested most often first. */
  facts: string[];
  /** In the order of the work. */
  milestones: string[];
  plans: string[];
}

export function askedFor(pack: Pack, event: string, channel: string): Asked {
  const words = vocabularyOf(pack);
  const known = factsFrom({ event, channel });
  const possible = (when: When | undefined): boolean =>
    !excludes(when, event) && testFacts(when, known, words) !== false;
  const entries = timetableOf(pack)
    .entriesFor(event)
    .filter(({ when }) => possible(when));
  const counts = new Map<string, number>();
  const count = (when: When | undefined, above: readonly string[] = []): void => {
    for (const [fact, tested] of testsOf(when)) {
      const declared = words.facts.get(fact);
      if (!declared || declared.count || above.includes(fact) || onlyUnknown(tested)) continue;
      // A derived fact is asked for by the facts it is derived from.
      if (declared.is) for (const one of declared.is) count(one.when, [...above, fact]);
      else if (fact !== 'event' && fact !== 'channel') counts.set(fact, (counts.get(fact) ?? 0) + 1);
    }
  };
  for (const entry of entries) {
    count(entry.when);
    for (const { when } of entry.cases) if (testFacts(when, known, words) !== false) count(when);
  }
  for (const { when, from } of pack.pauses) if (from && possible(when)) count(when);
  return {
    facts: [...counts].sort((a, b) => b[1] - a[1]).map(([fact]) => fact),
    milestones: milestonesOf(entries, pack).filter((one) => words.milestones.has(one)),
    plans: [...new Set(entries.flatMap(({ plans }) => [...plans.keys()]))].filter((plan) => words.plans.has(plan)),
  };
}

function testsOf(when: When | undefined): [string, Test][] {
  return when ? [...Object.entries(when.facts), ...(when.any ?? []).flatMap(testsOf)] : [];
}

const onlyUnknown = (test: Test): boolean => test.op === 'unknown';

/** Received and created come with the report. */
const GIVEN = new Set(['received', 'created']);

function milestonesOf(entries: readonly Timed[], pack: Pack): string[] {
  const of = (milestones: Milestones | undefined): string[] => milestones?.of ?? [];
  const named = new Set([
    ...entries.flatMap(({ from, stops }) => [...of(from), ...of(stops)]),
    ...pack.pauses.flatMap(({ from, until }) => [...of(from), ...of(until)]),
  ]);
  const order = [...MILESTONES.keys()];
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...named].filter((id) => !GIVEN.has(id)).sort((a, b) => rank(a) - rank(b));
}
