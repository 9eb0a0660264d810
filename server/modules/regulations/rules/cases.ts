/**
 * Which of an entry's `cases` applies. The narrowest wins: the one that tests all facts the other
 * tests, with part of their values. With facts unknown, every case that may still turn out to apply.
 */
import { type Facts, factValue, test, testOne } from './match.ts';
import { isNarrower, samplesOf, UNKNOWN } from './narrower.ts';
import type { FactValue, Test, When } from './pack.ts';
import { isBuiltIn } from './subjects.ts';
import type { Timed } from './timed-entries.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Case {
  when?: When;
}

/** One way the unknown facts may turn out: indices of the cases that then contend, none narrower than another. */
export type Outcome = readonly number[];

export interface Choice {
  /** One: decided. Several: unknown facts leave these open. An empty one: no case applies. */
  outcomes: readonly Outcome[];
  /** Facts whose unknown value would decide. */
  asks: string[];
}

/** Combinations of values tried before settling for every case not ruled out. */
const ENOUGH = 4096;

/** What can be said of an entry's cases before any matter is known; worked out once for each entry. */
interface Compared {
  /** The only case, which asks for nothing. */
  decided: Choice | null;
  /** Every test of every fact. */
  tests: readonly (readonly [name: string, test: Test])[];
  /** Facts of which some case speaks as `unknown`: not knowing them is an answer. */
  settled: ReadonlySet<string>;
  /** The case without `when`; -1: there is none. */
  rest: number;
  /** Row by column: whether one case is narrower than the other; asked only where several match. */
  narrower?: boolean[][];
  /** Values of a fact that tell the cases apart. */
  samples: Map<string, FactValue[]>;
  /** Everything the choice rests on: the facts tested, and those from which they are derived. */
  facts: readonly string[];
  /** What the values of these facts decided before. */
  choices: Map<string, Choice>;
}

/** Choices remembered for one entry. */
const REMEMBERED = 1000;

const compared = new WeakMap<readonly Case[], Compared>();

function compare(cases: readonly Case[], vocabulary: Vocabulary): Compared {
  let known = compared.get(cases);
  if (!known) {
    const tests = cases.flatMap((one) => testsOf(one.when));
    known = {
      decided: cases.length === 1 && !cases[0]?.when ? { outcomes: [[0]], asks: [] } : null,
      tests,
      settled: new Set(tests.filter(([, test]) => speaksOfUnknown(test)).map(([name]) => name)),
      rest: cases.findLastIndex((one) => !one.when),
      samples: new Map(),
      facts: factsUnder(tests, vocabulary),
      choices: new Map(),
    };
    compared.set(cases, known);
  }
  return known;
}

function factsUnder(tests: Compared['tests'], vocabulary: Vocabulary): string[] {
  const names = new Set(tests.map(([name]) => name));
  // A set is walked through to what is added on the way.
  for (const name of names) {
    for (const { when } of vocabulary.facts.get(name)?.is ?? []) for (const [under] of testsOf(when)) names.add(under);
  }
  return [...names];
}

export function chooseCase(cases: readonly Case[], facts: Facts, vocabulary: Vocabulary): Choice {
  const known = compare(cases, vocabulary);
  if (known.decided) return known.decided;
  const values = JSON.stringify(known.facts.map(facts));
  let choice = known.choices.get(values);
  if (!choice) {
    choice = choose(cases, known, facts, vocabulary);
    if (known.choices.size >= REMEMBERED) known.choices.clear();
    known.choices.set(values, choice);
  }
  return choice;
}

function choose(cases: readonly Case[], known: Compared, facts: Facts, vocabulary: Vocabulary): Choice {
  const open = openFacts(known, facts, vocabulary);
  if (open.length === 0) return { outcomes: [contenders(cases, known, facts, vocabulary)], asks: open };

  const samples = open.map((name) => valuesFor(name, known, vocabulary));
  const count = samples.reduce((product, values) => product * values.length, 1);
  if (count > ENOUGH) return { outcomes: cases.map((_, index) => [index]), asks: open };
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
    const outcome = contenders(cases, known, (name) => assumed.get(name) ?? facts(name), vocabulary);
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

function contenders(cases: readonly Case[], known: Compared, facts: Facts, vocabulary: Vocabulary): Outcome {
  const matching: number[] = [];
  for (let index = 0; index < cases.length; index++) {
    const { when } = cases[index] as Case;
    if (when && holds(when, facts, vocabulary)) matching.push(index);
  }
  if (matching.length === 0) return known.rest < 0 ? [] : [known.rest];
  if (matching.length === 1) return matching;
  known.narrower ??= cases.map((a) => cases.map((b) => a !== b && isNarrower(a.when, b.when, vocabulary.factKind)));
  const { narrower } = known;
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
function openFacts({ tests, settled }: Compared, facts: Facts, vocabulary: Vocabulary): string[] {
  const open: string[] = [];
  for (const [name, test] of tests) {
    if (settled.has(name) || open.includes(name)) continue;
    if (factValue(name, test, facts, vocabulary) === undefined) open.push(name);
  }
  return open;
}

const testsOf = (when: When | undefined): [string, Test][] =>
  when ? [...Object.entries(when.facts), ...(when.any ?? []).flatMap(testsOf)] : [];

function speaksOfUnknown(test: Test): boolean {
  if (test.op === 'unknown') return true;
  if (test.op === 'not') return speaksOfUnknown(test.test);
  return test.op === 'and' && test.tests.some(speaksOfUnknown);
}

function valuesFor(name: string, { tests, samples }: Compared, vocabulary: Vocabulary): FactValue[] {
  let values = samples.get(name);
  if (!values) {
    const own = tests.filter(([tested]) => tested === name).map(([, test]) => test);
    values = samplesOf(name, own, vocabulary.factKind(name)).filter((value) => value !== UNKNOWN) as FactValue[];
    samples.set(name, values);
  }
  return values;
}

/** Whether an entry applies to somebody, and which of its cases may: before it is asked when anything began. */
export interface Decision {
  /** Cases that may turn out to apply; none: it does not apply. */
  possible: readonly number[];
  /** Unknown facts leave open which. */
  open: boolean;
  asks: string[];
}

const NOTHING: string[] = [];
const NO: Decision = { possible: [], open: false, asks: NOTHING };

export function decide(entry: Timed, facts: Facts, vocabulary: Vocabulary): Decision {
  // Unknown: not started. That the event is one the entry speaks of has been seen already.
  if (entry.when && test(entry.when, facts, vocabulary) !== true) return NO;
  const choice = chooseCase(entry.cases, facts, vocabulary);
  const possible = possibleCases(entry, choice);
  const open = choice.outcomes.length > 1 && !alike(entry, possible, choice);
  return { possible, open, asks: open ? choice.asks : NOTHING };
}

/** Cases that may turn out to apply, as written. Where they overlap and the first written goes, only that of each outcome. */
function possibleCases(entry: Timed, { outcomes }: Choice): readonly number[] {
  const [only] = outcomes;
  if (outcomes.length === 1 && only && only.length <= 1) return only;
  const all = outcomes.flatMap((one) => (entry.overlap === 'first' ? one.slice(0, 1) : one));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Unknown facts leave nothing open when every way they may turn out asks for the same. */
function alike(entry: Timed, possible: readonly number[], { outcomes }: Choice): boolean {
  if (outcomes.some((one) => one.length === 0)) return false;
  return possible.every((index) => entry.cases[index]?.same === entry.cases[possible[0] as number]?.same);
}

/** What was recorded of somebody, as far as deciding goes. */
export interface Recorded {
  event: string;
  channel: string;
  facts: Record<string, FactValue>;
}

/** Recorded alike, decided alike: kept for so many ways of having been recorded. */
const RECORDED_ALIKE = 5000;

/** Of very many matters, most were recorded like others: an entry that asks for nothing but what was recorded is decided once for all of them. */
export class Decisions {
  readonly #entries: readonly Timed[];
  readonly #vocabulary: Vocabulary;
  /** Of each entry, whether it asks for more than what was recorded: times, days, counts. */
  readonly #asksMore = new Map<Timed, boolean>();
  readonly #known = new Map<string, Map<Timed, Decision>>();

  constructor(entries: readonly Timed[], vocabulary: Vocabulary) {
    this.#entries = entries;
    this.#vocabulary = vocabulary;
    for (const entry of entries) this.#asksMore.set(entry, asksMore(entry, vocabulary));
  }

  /** Of every entry that asks for nothing more; the others are missing. */
  of({ event, channel, facts: recorded }: Recorded, facts: Facts): ReadonlyMap<Timed, Decision> {
    const key = `${event} ${channel} ${JSON.stringify(recorded)}`;
    let decisions = this.#known.get(key);
    if (!decisions) {
      decisions = new Map();
      for (const entry of this.#entries)
        if (this.#asksMore.get(entry) === false) decisions.set(entry, decide(entry, facts, this.#vocabulary));
      if (this.#known.size >= RECORDED_ALIKE) this.#known.clear();
      this.#known.set(key, decisions);
    }
    return decisions;
  }
}

const asksMore = (entry: Timed, vocabulary: Vocabulary): boolean =>
  factsUnder([...testsOf(entry.when), ...entry.cases.flatMap((one) => testsOf(one.when))], vocabulary).some(
    (name) => isBuiltIn(name) || vocabulary.facts.get(name)?.count !== undefined,
  );
