/**
 * Which of an entry's `cases` applies. The narrowest wins: the one that tests all facts the other
 * tests, with part of their values. With facts unknown, every case that may still turn out to apply.
 */
import { type Facts, factValue, testOne } from './match.ts';
import { isNarrower, samplesOf, UNKNOWN } from './narrower.ts';
import type { FactValue, Test, When } from './pack.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Case {
  when?: When;
}

/** One way the unknown facts may turn out: indices of the cases that then contend, none narrower than another. */
export type Outcome = number[];

export interface Choice {
  /** One: decided. Several: unknown facts leave these open. An empty one: no case applies. */
  outcomes: Outcome[];
  /** Facts whose unknown value would decide. */
  asks: string[];
}

/** Combinations of values tried before settling for every case not ruled out. */
const ENOUGH = 4096;

export function chooseCase(cases: readonly Case[], facts: Facts, vocabulary: Vocabulary): Choice {
  const open = openFacts(cases, facts, vocabulary);
  if (open.length === 0) return { outcomes: [contenders(cases, facts, vocabulary)], asks: [] };

  const samples = open.map((name) => valuesFor(name, cases, vocabulary));
  const count = samples.reduce((product, values) => product * values.length, 1);
  if (count > ENOUGH) {
    const possible = cases.map((_, index) => [index]);
    return { outcomes: possible, asks: open };
  }
  const outcomes = new Map<string, Outcome>();
  const keys: string[] = [];
  for (let n = 0; n < count; n++) {
    let rest = n;
    const assumed = new Map<string, FactValue>();
    open.forEach((name, i) => {
      const values = samples[i] as FactValue[];
      assumed.set(name, values[rest % values.length] as FactValue);
      rest = Math.floor(rest / values.length);
    });
    const outcome = contenders(cases, (name) => assumed.get(name) ?? facts(name), vocabulary);
    const key = outcome.join(',');
    outcomes.set(key, outcome);
    keys.push(key);
  }
  let stride = 1;
  const asks = open.filter((_, i) => {
    const size = (samples[i] as FactValue[]).length;
    const step = stride;
    stride *= size;
    return keys.some((key, n) => key !== keys[n - (Math.floor(n / step) % size) * step]);
  });
  return { outcomes: [...outcomes.values()], asks };
}

function contenders(cases: readonly Case[], facts: Facts, vocabulary: Vocabulary): Outcome {
  const matching: number[] = [];
  let rest = -1;
  cases.forEach((one, index) => {
    if (!one.when) rest = index;
    else if (holds(one.when, facts, vocabulary)) matching.push(index);
  });
  if (matching.length === 0) return rest < 0 ? [] : [rest];
  if (matching.length === 1) return matching;
  const narrower = narrowness(cases, vocabulary);
  return matching.filter((index) => !matching.some((other) => narrower[other]?.[index]));
}

function holds(when: When, facts: Facts, vocabulary: Vocabulary): boolean {
  for (const name in when.facts) {
    const test = when.facts[name] as Test;
    if (testOne(name, test, factValue(name, test, facts, vocabulary)) !== true) return false;
  }
  return !when.any || when.any.some((one) => holds(one, facts, vocabulary));
}

/** Facts the cases test whose value nobody knows, and for which no case speaks of `unknown` itself. */
function openFacts(cases: readonly Case[], facts: Facts, vocabulary: Vocabulary): string[] {
  const open = new Set<string>();
  const settled = new Set<string>();
  for (const one of cases) {
    for (const [name, test] of testsOf(one.when)) {
      if (factValue(name, test, facts, vocabulary) === undefined) open.add(name);
      if (speaksOfUnknown(test)) settled.add(name);
    }
  }
  return [...open].filter((name) => !settled.has(name));
}

function* testsOf(when: When | undefined): Generator<[string, Test]> {
  if (!when) return;
  yield* Object.entries(when.facts);
  for (const one of when.any ?? []) yield* testsOf(one);
}

function speaksOfUnknown(test: Test): boolean {
  if (test.op === 'unknown') return true;
  if (test.op === 'not') return speaksOfUnknown(test.test);
  return test.op === 'and' && test.tests.some(speaksOfUnknown);
}

/** Values of a fact that tell the tests of the cases apart. */
function valuesFor(name: string, cases: readonly Case[], vocabulary: Vocabulary): FactValue[] {
  const tests = cases.flatMap((one) =>
    [...testsOf(one.when)].filter(([tested]) => tested === name).map(([, test]) => test),
  );
  return samplesOf(name, tests, vocabulary.factKind(name)).filter((value) => value !== UNKNOWN) as FactValue[];
}

const compared = new WeakMap<readonly Case[], boolean[][]>();

/** Row by column: whether one case is narrower than the other. Worked out once for each entry. */
function narrowness(cases: readonly Case[], vocabulary: Vocabulary): boolean[][] {
  let table = compared.get(cases);
  if (!table) {
    table = cases.map((a) => cases.map((b) => a !== b && isNarrower(a.when, b.when, vocabulary.factKind)));
    compared.set(cases, table);
  }
  return table;
}
