/** Whose a matter is 归属: the narrowest case of a routing entry that holds, why, and what nobody has said that would decide otherwise. */
import { factsFrom, factValue, testFacts, vocabularyOf } from '../../../regulations/rules/match.ts';
import { isNarrower, samplesOf, UNKNOWN } from '../../../regulations/rules/narrower.ts';
import type { CaseOf, FactValue, Pack, RoutingEntry, Test, When } from '../../../regulations/rules/pack.ts';

/** What routing goes by. */
export interface Reported {
  event: string;
  channel: string;
  facts: Record<string, FactValue>;
}

/** A fact that was looked at, and the value that was found. */
export interface Because {
  fact: string;
  value: FactValue | null;
  /** Somebody has said so; else it is taken to be so. */
  recorded: boolean;
}

export interface Chosen {
  case: CaseOf<{ to: string; with: string[] }>;
  because: Because[];
  /** Facts nobody has said whose value would send it to another unit. */
  asks: string[];
}

/** Said of the matter itself, or counted: nobody is asked for it. */
const isGiven = (fact: string): boolean => fact === 'event' || fact === 'channel' || /[.:]/.test(fact);

/** Undefined: no case holds. */
export function choose(entry: RoutingEntry, reported: Reported, pack: Pack): Chosen | undefined {
  const chosen = narrowest(entry, reported, pack);
  if (!chosen) return undefined;
  const words = vocabularyOf(pack);
  const facts = factsFrom({ ...reported.facts, event: reported.event, channel: reported.channel });
  const tests = testsOf(entry.cases.map(({ when }) => when));
  const asks = [...tests.keys()].filter((fact) => {
    const kind = words.factKind(fact);
    if (isGiven(fact) || reported.facts[fact] !== undefined || words.facts.get(fact)?.count || !kind) return false;
    const values = samplesOf(fact, tests.get(fact) ?? [], kind).filter((value) => value !== UNKNOWN) as FactValue[];
    return values.some((value) => {
      const other = narrowest(entry, { ...reported, facts: { ...reported.facts, [fact]: value } }, pack);
      return other?.value.to !== chosen.value.to;
    });
  });
  const looked = testsOf([entry.when, chosen.when]);
  const because = [...looked].flatMap(([fact, own]): Because[] => {
    if (fact === 'channel' || (fact === 'event' && chosen.when?.facts.event === undefined)) return [];
    const [first] = own;
    const value = first === undefined ? undefined : factValue(fact, first, facts, words);
    return [{ fact, value: value ?? null, recorded: facts(fact) !== undefined }];
  });
  return { case: chosen, because, asks };
}

/** A case that tests all facts another tests, with part of their values, goes before it, wherever it is written (PACKS 5.2). */
function narrowest(
  entry: RoutingEntry,
  { event, channel, facts }: Reported,
  pack: Pack,
): RoutingEntry['cases'][number] | undefined {
  const words = vocabularyOf(pack);
  const given = factsFrom({ ...facts, event, channel });
  const holding = entry.cases.filter(({ when }) => when && testFacts(when, given, words) === true);
  const left = holding.filter(
    (one) => !holding.some((other) => other !== one && isNarrower(other.when, one.when, words.factKind)),
  );
  return left[0] ?? entry.cases.find(({ when }) => !when);
}

function testsOf(whens: readonly (When | undefined)[]): Map<string, Test[]> {
  const tests = new Map<string, Test[]>();
  for (const when of whens) {
    for (const [fact, test] of Object.entries(when?.facts ?? {})) tests.set(fact, [...(tests.get(fact) ?? []), test]);
  }
  return tests;
}
