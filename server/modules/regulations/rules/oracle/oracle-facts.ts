/**
 * Test support: conditions and cases of the oracle. An unknown fact is not reasoned about; every value it
 * might have is tried.
 */
import type { CaseOf, FactValue, TermEntry, Test, Timing, When } from '../pack.ts';

export type Values = Record<string, FactValue | undefined>;

const covers = (parent: string, event: string): boolean => event === parent || event.startsWith(`${parent}.`);

const speaksOfUnknown = (test: Test): boolean => {
  if (test.op === 'not') return speaksOfUnknown(test.test);
  return test.op === 'unknown' || (test.op === 'and' && test.tests.some(speaksOfUnknown));
};

export function holds(test: Test, name: string, value: FactValue | undefined): boolean {
  if (value === undefined && !speaksOfUnknown(test)) return false;
  switch (test.op) {
    case 'unknown':
      return value === undefined;
    case 'not':
      return !holds(test.test, name, value);
    case 'and':
      return test.tests.every((one) => holds(one, name, value));
    case 'any-of':
      if (name === 'event') return test.values.some((one) => covers(String(one), String(value)));
      return test.values.some((one) => (Array.isArray(value) ? value.includes(String(one)) : one === value));
    case 'has':
      return Array.isArray(value) && test.values.every((one) => value.includes(String(one)));
    case 'range': {
      if (typeof value !== 'number') return false;
      if (test.min !== undefined && (test.minOpen ? value <= test.min : value < test.min)) return false;
      return !(test.max !== undefined && (test.maxOpen ? value >= test.max : value > test.max));
    }
    case 'clock-range': {
      const minute = Number(value);
      const { from, until } = test;
      return from < until ? minute >= from && minute < until : minute >= from || minute < until;
    }
  }
}

export function fits(when: When | undefined, values: Values): boolean {
  if (!when) return true;
  const own = Object.entries(when.facts).every(([name, test]) => holds(test, name, values[name]));
  return own && (!when.any || when.any.some((one) => fits(one, values)));
}

/**
 * Yes, no, or not known: each test by trying the values its fact may have. What is not known of one
 * alternative is not saved by another that happens to cover the rest.
 */
export function answer(when: When, values: Values, terms: TermEntry[]): boolean | null {
  const answers = Object.entries(when.facts).map(([name, test]): boolean | null => {
    if (speaksOfUnknown(test)) return holds(test, name, values[name]);
    const tried = possible([{ facts: { [name]: test } }], values, terms).map((world) => holds(test, name, world[name]));
    // Nobody can say when a milestone was that never came.
    if (name.includes('.') && values[name] === undefined) return null;
    return new Set(tried).size === 1 ? (tried[0] as boolean) : null;
  });
  if (when.any) {
    const some = when.any.map((one) => answer(one, values, terms));
    answers.push(some.includes(true) || (some.includes(null) ? null : false));
  }
  return !answers.includes(false) && (answers.includes(null) ? null : true);
}

const testsOf = (when: When | undefined): [string, Test][] =>
  when ? [...Object.entries(when.facts), ...(when.any ?? []).flatMap(testsOf)] : [];

type Value = string | number | boolean;

/** Values worth trying: those written, those beside and between them, and one nobody wrote. */
function worthTrying(test: Test): Value[] {
  switch (test.op) {
    case 'any-of':
    case 'has':
      return test.values.flatMap((one): Value[] => (typeof one === 'number' ? [one - 0.5, one, one + 0.5] : [one]));
    case 'range':
      return [test.min, test.max].flatMap((one) => (one === undefined ? [] : [one - 0.5, one, one + 0.5]));
    case 'not':
      return worthTrying(test.test);
    case 'and':
      return test.tests.flatMap(worthTrying);
    default:
      return [];
  }
}

/** All sets that can be made of these. */
function setsOf(all: string[]): string[][] {
  let sets: string[][] = [[]];
  for (const one of all) sets = sets.concat(sets.map((set) => set.concat(one)));
  return sets;
}

/** Everything the unknown facts of these conditions might turn out to be. */
export function possible(conditions: (When | undefined)[], known: Values, terms: TermEntry[]): Values[] {
  const tests = conditions.flatMap(testsOf);
  // Where a case speaks of `unknown`, not knowing is an answer.
  const settled = new Set(tests.filter(([, test]) => speaksOfUnknown(test)).map(([name]) => name));
  const unknown = [...new Set(tests.map(([name]) => name))].filter(
    (name) => known[name] === undefined && !settled.has(name),
  );
  let worlds: Values[] = [known];
  for (const name of unknown) {
    const tried = [...new Set(tests.filter(([of]) => of === name).flatMap(([, test]) => worthTrying(test)))];
    const { type, choices } = terms.find(({ id }) => id === name) ?? {};
    const numeric = type === 'number' || tried.some((one) => typeof one === 'number');
    let values: FactValue[] = [...tried, numeric ? -1e9 : '?'];
    if (name.endsWith('.day')) values = ['working', 'off'];
    if (type === 'choice') values = (choices ?? []).map(({ id }) => id);
    if (type === 'set') values = setsOf(tried.map(String));
    if (values.length > 0) worlds = worlds.flatMap((world) => values.map((value) => ({ ...world, [name]: value })));
  }
  return worlds;
}

/** Is every value this test lets through let through by the other, by trying? */
function inside(name: string, test: Test, other: Test, terms: TermEntry[]): boolean {
  if (JSON.stringify(test) === JSON.stringify(other)) return true;
  const { choices, type } = terms.find(({ id }) => id === name) ?? {};
  const samples: (FactValue | undefined)[] = choices
    ? [...choices.map(({ id }) => id), undefined]
    : [...worthTrying(test), ...worthTrying(other), -1e9, 1e9, ...(type === 'number' ? [] : ['?']), undefined];
  if (test.op === 'has' || other.op === 'has') {
    const all = [...worthTrying(test), ...worthTrying(other)].map(String);
    samples.push(...setsOf(all));
  }
  if (test.op === 'clock-range' || other.op === 'clock-range')
    for (let minute = 0; minute < 1440; minute++) samples.push(minute);
  return samples.every((value) => {
    return !holds(test, name, value) || holds(other, name, value);
  });
}

/** Decision 2: tests all facts the other tests, with part of their values. */
function narrower(one: When | undefined, other: When | undefined, terms: TermEntry[]): boolean {
  const tests = Object.entries(other?.facts ?? {});
  return tests.every(([name, test]) => {
    const own = one?.facts[name];
    return own !== undefined && inside(name, own, test, terms);
  });
}

export type Chosen = CaseOf<Timing> & { index: number };

/** The narrowest of the cases that match; several where neither is narrower. */
export function narrowest(cases: CaseOf<Timing>[], known: Values, terms: TermEntry[]): Chosen[] {
  const matching = cases.map((one, index) => ({ ...one, index })).filter((one) => one.when && fits(one.when, known));
  if (matching.length === 0) return cases.map((one, index) => ({ ...one, index })).filter((one) => !one.when);
  return matching.filter(
    (one) =>
      !matching.some(
        (other) => other !== one && narrower(other.when, one.when, terms) && !narrower(one.when, other.when, terms),
      ),
  );
}
