/**
 * Whether the facts of a matter meet a `when`: yes, no, or not known yet.
 */

import { isNarrower } from './narrower.ts';
import type { FactValue, Pack, Test, When } from './pack.ts';
import { coversEvent, type FactWord, isReport, type Vocabulary, vocabularyOfPack } from './vocabulary.ts';

export type Answer = true | false | 'unknown';

/** The facts of a matter, the built-in ones included; undefined when nobody has said. */
export type Facts = (name: string) => FactValue | undefined;

export const factsFrom =
  (record: Record<string, FactValue | undefined>): Facts =>
  (name) =>
    record[name];

const vocabularies = new WeakMap<Pack, Vocabulary>();

/** The words of a pack, kept as long as the pack. */
export function vocabularyOf(pack: Pack): Vocabulary {
  let words = vocabularies.get(pack);
  if (!words) {
    words = vocabularyOfPack(pack);
    vocabularies.set(pack, words);
  }
  return words;
}

/**
 * Tests the `when` of an entry. Facts nobody has recorded take their declared default (yes-no facts:
 * no) and are otherwise unknown. An entry that names no event applies to reports only.
 */
export function test(when: When | undefined, facts: Facts, vocabulary: Vocabulary): Answer {
  return meets(when ?? { facts: {} }, facts, vocabulary, false);
}

/** Tests facts alone, as in `cases`, gates and form fields: an event not named does not matter. */
export function testFacts(when: When | undefined, facts: Facts, vocabulary: Vocabulary): Answer {
  return meets(when ?? { facts: {} }, facts, vocabulary, true);
}

function meets(when: When, facts: Facts, vocabulary: Vocabulary, eventNamed: boolean): Answer {
  const named = eventNamed || namesEvent(when);
  let answer: Answer = true;
  for (const name in when.facts) {
    const asked = when.facts[name] as Test;
    answer = and(answer, testOne(name, asked, factValue(name, asked, facts, vocabulary)));
    if (answer === false) return false;
  }
  if (when.any) {
    let some: Answer = false;
    for (const alternative of when.any) {
      some = or(some, meets(alternative, facts, vocabulary, named));
      if (some === true) break;
    }
    return and(answer, some);
  }
  if (named) return answer;
  const event = facts('event');
  return and(answer, typeof event !== 'string' ? 'unknown' : isReport(event));
}

/** Whether matters of an event can never meet a `when`, whatever else is known of them. */
export function excludes(when: When | undefined, event: string): boolean {
  return neverMet(when ?? { facts: {} }, event, false);
}

function neverMet(when: When, event: string, eventNamed: boolean): boolean {
  const asked = when.facts.event;
  if (asked && testOne('event', asked, event) === false) return true;
  const named = eventNamed || namesEvent(when);
  return when.any ? when.any.every((one) => neverMet(one, event, named)) : !named && !isReport(event);
}

const namesEvent = ({ facts: { event } }: When): boolean => event !== undefined && names(event);

/** Only a positive test names an event: `{not: complaint}` still speaks of reports. */
function names(test: Test): boolean {
  return test.op === 'any-of' || (test.op === 'and' && test.tests.some(names));
}

/** Facts being derived right now: one that rests on itself is unknown. */
const deriving = new Set<string>();

/** The narrowest case that holds; undefined while facts that would decide it are not known. */
function deriveFact(
  name: string,
  cases: NonNullable<FactWord['is']>,
  facts: Facts,
  vocabulary: Vocabulary,
): FactValue | undefined {
  if (deriving.has(name)) return undefined;
  deriving.add(name);
  try {
    const open = cases
      .map((one) => ({ one, answer: testFacts(one.when, facts, vocabulary) }))
      .filter(({ answer }) => answer !== false);
    const sure = open.filter(({ answer }) => answer === true);
    const left = open.filter(
      ({ one }) => !sure.some((other) => isNarrower(other.one.when, one.when, vocabulary.factKind)),
    );
    const values = new Set(left.map(({ one }) => JSON.stringify(one.is)));
    return values.size === 1 ? left[0]?.one.is : undefined;
  } finally {
    deriving.delete(name);
  }
}

/** Recorded value, else derived, else default, else undefined. */
export function factValue(name: string, test: Test, facts: Facts, vocabulary: Vocabulary): FactValue | undefined {
  const value = facts(name);
  if (value !== undefined) return value;
  const declared = vocabulary.facts.get(name);
  const derived = declared?.is && deriveFact(name, declared.is, facts, vocabulary);
  if (derived !== undefined) return derived;
  if (declared?.default !== undefined) return declared.default as FactValue;
  if (declared?.is) return undefined;
  // Built-in facts about dates are unknown where no calendar is published, not "no".
  const type = declared?.type ?? (asksYesNo(test) && !name.includes('.') ? 'yes-no' : undefined);
  return type === 'yes-no' ? false : undefined;
}

function asksYesNo(test: Test): boolean {
  if (test.op === 'any-of') return test.values.every((value) => typeof value === 'boolean');
  if (test.op === 'not') return asksYesNo(test.test);
  return test.op === 'and' && test.tests.some(asksYesNo);
}

export function testOne(name: string, test: Test, value: FactValue | undefined): Answer {
  switch (test.op) {
    case 'unknown':
      return value === undefined;
    case 'not':
      return negate(testOne(name, test.test, value));
    case 'and':
      return test.tests.reduce<Answer>((answer, part) => and(answer, testOne(name, part, value)), true);
  }
  if (value === undefined) return 'unknown';
  switch (test.op) {
    case 'any-of':
      if (Array.isArray(value)) return test.values.some((wanted) => value.includes(String(wanted)));
      if (name === 'event') return test.values.some((wanted) => coversEvent(String(wanted), String(value)));
      return test.values.includes(value);
    case 'range':
      return typeof value === 'number' && inRange(test, value);
    case 'clock-range':
      if (typeof value !== 'number') return false;
      return test.from <= test.until
        ? value >= test.from && value < test.until
        : value >= test.from || value < test.until;
    case 'has':
      return Array.isArray(value) && test.values.every((wanted) => value.includes(String(wanted)));
  }
}

function inRange(range: Extract<Test, { op: 'range' }>, value: number): boolean {
  if (range.min !== undefined && (range.minOpen ? value <= range.min : value < range.min)) return false;
  return !(range.max !== undefined && (range.maxOpen ? value >= range.max : value > range.max));
}

const negate = (answer: Answer): Answer => (answer === 'unknown' ? 'unknown' : !answer);

function and(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return false;
  return a === true ? b : 'unknown';
}

function or(a: Answer, b: Answer): Answer {
  if (a === true || b === true) return true;
  return a === false ? b : 'unknown';
}
