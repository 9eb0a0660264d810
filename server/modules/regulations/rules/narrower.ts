/**
 * Which of two cases is narrower, where two cases overlap undecided, and which numbers no
 * case covers. Every test of a fact is compared on the values that can tell the tests of an
 * entry apart (its end points, the points between, the values named, one of no name, unknown):
 * on those the comparison of sets is exact.
 */
import type { FactValue, Test, When } from './pack.ts';
import type { FactKind } from './vocabulary.ts';

/** A fact nobody knows. */
export const UNKNOWN = Symbol('unknown');
export type Sample = FactValue | typeof UNKNOWN;
export type KindOf = (fact: string) => FactKind | undefined;

const OTHER = '(other)';
const covers = (ancestor: unknown, event: unknown): boolean =>
  typeof ancestor === 'string' && typeof event === 'string' && (event === ancestor || event.startsWith(`${ancestor}.`));

/** Does the test hold for a value? Only `unknown` (and its negation) knows what to do with an unknown one. */
export function holds(test: Test, value: Sample, fact: string): boolean {
  return holds3(test, value, fact) === true;
}

function holds3(test: Test, value: Sample, fact: string): boolean | undefined {
  switch (test.op) {
    case 'unknown':
      return value === UNKNOWN;
    case 'not': {
      const inner = holds3(test.test, value, fact);
      return inner === undefined ? undefined : !inner;
    }
    case 'and': {
      let all: boolean | undefined = true;
      for (const t of test.tests) {
        const h = holds3(t, value, fact);
        if (h === false) return false;
        if (h === undefined) all = undefined;
      }
      return all;
    }
  }
  if (value === UNKNOWN) return undefined;
  switch (test.op) {
    case 'any-of':
      return test.values.some(
        (v) =>
          v === value || (Array.isArray(value) && value.includes(String(v))) || (fact === 'event' && covers(v, value)),
      );
    case 'range':
      return (
        typeof value === 'number' &&
        (test.min === undefined || (test.minOpen ? value > test.min : value >= test.min)) &&
        (test.max === undefined || (test.maxOpen ? value < test.max : value <= test.max))
      );
    case 'clock-range':
      return (
        typeof value === 'number' &&
        (test.from < test.until ? value >= test.from && value < test.until : value >= test.from || value < test.until)
      );
    case 'has':
      return Array.isArray(value) && test.values.every((v) => value.includes(String(v)));
  }
}

export function holdsWhen(when: When | undefined, facts: Record<string, Sample>): boolean {
  if (!when) return true;
  for (const [fact, test] of Object.entries(when.facts)) if (!holds(test, facts[fact] ?? UNKNOWN, fact)) return false;
  return !when.any || when.any.some((w) => holdsWhen(w, facts));
}

interface Mentioned {
  values: Set<string | number | boolean>;
  numbers: Set<number>;
  times: Set<number>;
  members: Set<string>;
}

function mention(test: Test, into: Mentioned): void {
  if (test.op === 'not') mention(test.test, into);
  else if (test.op === 'and') for (const t of test.tests) mention(t, into);
  else if (test.op === 'any-of')
    for (const v of test.values) typeof v === 'number' ? into.numbers.add(v) : into.values.add(v);
  else if (test.op === 'range') {
    if (test.min !== undefined) into.numbers.add(test.min);
    if (test.max !== undefined) into.numbers.add(test.max);
  } else if (test.op === 'clock-range') into.times.add(test.from).add(test.until);
  else if (test.op === 'has') for (const v of test.values) into.members.add(String(v));
}

/** End points, the points between them and beyond; the points between may be asked to be whole. */
export function numberSamples(points: Iterable<number>, whole = false): number[] {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  const samples: number[] = [];
  sorted.forEach((p, i) => {
    if (i === 0) samples.push(p - 1);
    samples.push(p);
    const next = sorted[i + 1];
    if (next === undefined) samples.push(p + 1);
    else if (!whole) samples.push((p + next) / 2);
    else if (next - p > 1) samples.push(Math.floor((p + next) / 2));
  });
  return samples;
}

/** Values of a fact that tell the given tests apart. */
export function samplesOf(fact: string, tests: Test[], kind?: FactKind): Sample[] {
  const m: Mentioned = { values: new Set(), numbers: new Set(), times: new Set(), members: new Set() };
  for (const t of tests) mention(t, m);
  const samples: Sample[] = [];
  if (kind?.type === 'set') for (const v of m.values) m.members.add(String(v));
  else samples.push(...m.values);
  if (m.numbers.size > 0) samples.push(...numberSamples(m.numbers));
  for (const t of m.times) samples.push(t % 1440, (t + 1439) % 1440);
  if (m.members.size > 0) {
    const members = [...m.members].slice(0, 10);
    for (let bits = 0; bits < 1 << members.length; bits++) samples.push(members.filter((_, i) => bits & (1 << i)));
  }
  const closed = kind?.type === 'yes-no' ? [true, false] : kind?.type === 'choice' ? kind.choices : undefined;
  if (closed) samples.push(...closed);
  else if (m.values.size > 0 && [...m.values].every((v) => typeof v === 'boolean')) samples.push(true, false);
  else if (m.values.size > 0) samples.push(OTHER);
  // A value nobody names, for tests that only ask whether the fact is known.
  if (samples.length === 0) samples.push(kind?.type === 'number' ? 0 : kind?.type === 'set' ? [] : OTHER);
  if (fact !== 'event' && fact !== 'channel') samples.push(UNKNOWN);
  return [...new Set(samples)];
}

const subset = (a: Test, b: Test, fact: string, samples: Sample[]): boolean =>
  samples.every((v) => !holds(a, v, fact) || holds(b, v, fact));

/** Does `a` test every fact `b` tests, with part of (or the same) values? A missing `when` is the rest. */
function within(a: When | undefined, b: When | undefined, kindOf?: KindOf): boolean {
  for (const [fact, test] of Object.entries(b?.facts ?? {})) {
    const own = a?.facts[fact];
    if (!own || !subset(own, test, fact, samplesOf(fact, [own, test], kindOf?.(fact)))) return false;
  }
  return true;
}

/** Is `a` narrower than `b`: it tests all facts the other tests, with part of their values? */
export const isNarrower = (a: When | undefined, b: When | undefined, kindOf?: KindOf): boolean =>
  within(a, b, kindOf) && !within(b, a, kindOf);

export interface Overlap {
  first: number;
  second: number;
  /** Facts that match both and nothing narrower. */
  example: Record<string, Sample>;
}

const SEARCH_LIMIT = 100_000;

/** Pairs of cases with different values that can both be the narrowest match. */
export function findOverlaps(
  entry: When | undefined,
  cases: { when?: When; value: string }[],
  kindOf: KindOf,
): Overlap[] {
  const n = cases.length;
  const narrower: boolean[][] = cases.map((a) => cases.map((b) => isNarrower(a.when, b.when, kindOf)));
  const overlaps: Overlap[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const a = cases[i];
      const b = cases[j];
      if (!a || !b || a.value === b.value || narrower[i]?.[j] || narrower[j]?.[i]) continue;
      const better = cases.filter((_, k) => k !== i && k !== j && (narrower[k]?.[i] || narrower[k]?.[j]));
      const example = findExample(
        [entry, a.when, b.when],
        better.map((c) => c.when),
        kindOf,
      );
      if (example) overlaps.push({ first: i, second: j, example });
    }
  }
  return overlaps;
}

function testsByFact(whens: (When | undefined)[], into = new Map<string, Test[]>()): Map<string, Test[]> {
  for (const when of whens) {
    for (const [fact, test] of Object.entries(when?.facts ?? {})) {
      const list = into.get(fact);
      if (list) list.push(test);
      else into.set(fact, [test]);
    }
    if (when?.any) testsByFact(when.any, into);
  }
  return into;
}

/** Facts under which all of `yes` hold and none of `no`. */
export function findExample(
  yes: (When | undefined)[],
  no: (When | undefined)[],
  kindOf: KindOf,
): Record<string, Sample> | undefined {
  const tests = testsByFact([...yes, ...no]);
  const axes: { fact: string; values: Sample[] }[] = [];
  for (const [fact, list] of tests) {
    const must = yes.map((w) => w?.facts[fact]).filter((t) => t !== undefined);
    const not = no.map((w) => w?.facts[fact]).filter((t) => t !== undefined);
    const values = samplesOf(fact, list, kindOf(fact)).filter((v) => must.every((t) => holds(t, v, fact)));
    if (values.length === 0) return undefined;
    // Values that already fail the narrower cases come first, named ones before the unknown.
    const rank = (v: Sample): number =>
      not.filter((t) => holds(t, v, fact)).length * 4 + (v === UNKNOWN ? 2 : v === OTHER ? 1 : 0);
    axes.push({ fact, values: values.sort((x, y) => rank(x) - rank(y)) });
  }
  let left = SEARCH_LIMIT;
  const facts: Record<string, Sample> = {};
  const search = (depth: number): boolean => {
    if (--left < 0) return true; // too many to try: taken as an overlap, never as none
    const axis = axes[depth];
    if (!axis) return yes.every((w) => holdsWhen(w, facts)) && !no.some((w) => holdsWhen(w, facts));
    for (const value of axis.values) {
      facts[axis.fact] = value;
      if (search(depth + 1)) return true;
    }
    return false;
  };
  return search(0) ? facts : undefined;
}

export interface Gap {
  fact: string;
  /** As it would be written: `> 150, < 200`. */
  range: string;
  /** A value nobody covers. */
  example: number;
  /** Cases on its sides. */
  cases: number[];
}

/** Numbers between (or above) the bands of an entry that no case covers. */
export function findGaps(entry: When | undefined, cases: { when?: When }[]): Gap[] {
  const gaps: Gap[] = [];
  const groups = new Map<string, { fact: string; rest: When; members: number[] }>();
  cases.forEach(({ when }, index) => {
    for (const [fact, test] of Object.entries(when?.facts ?? {})) {
      const m: Mentioned = { values: new Set(), numbers: new Set(), times: new Set(), members: new Set() };
      mention(test, m);
      if (m.numbers.size === 0) continue;
      const facts = Object.fromEntries(
        Object.entries(when?.facts ?? {})
          .filter(([f]) => f !== fact)
          .sort(([x], [y]) => (x < y ? -1 : 1)),
      );
      const key = JSON.stringify([fact, facts]);
      const group = groups.get(key);
      if (group) group.members.push(index);
      else groups.set(key, { fact, rest: { facts }, members: [index] });
    }
  });
  for (const { fact, rest, members } of groups.values()) {
    if (members.length < 2) continue;
    const covering = cases.filter(({ when }) =>
      within(rest, { facts: Object.fromEntries(Object.entries(when?.facts ?? {}).filter(([f]) => f !== fact)) }),
    );
    const points = new Set<number>();
    for (const { when } of covering) {
      const test = when?.facts[fact];
      const m: Mentioned = { values: new Set(), numbers: new Set(), times: new Set(), members: new Set() };
      if (test) mention(test, m);
      for (const p of m.numbers) points.add(p);
    }
    const outer = entry?.facts[fact];
    const bound: Mentioned = { values: new Set(), numbers: new Set(), times: new Set(), members: new Set() };
    if (outer) mention(outer, bound);
    for (const p of bound.numbers) points.add(p);
    const samples = numberSamples(points, [...points].every(Number.isInteger));
    const covered = (x: number): boolean =>
      (outer !== undefined && !holds(outer, x, fact)) ||
      covering.some(({ when }) => when?.facts[fact] === undefined || holds(when.facts[fact], x, fact));
    for (let i = 1; i < samples.length; i++) {
      if (covered(samples[i] as number) || !samples.slice(0, i).some(covered)) continue;
      const first = samples[i] as number;
      let last = i;
      while (last + 1 < samples.length && !covered(samples[last + 1] as number)) last++;
      const low = points.has(first) ? `>= ${first}` : `> ${samples[i - 1]}`;
      const end = samples[last] as number;
      const high = last + 1 >= samples.length ? '' : points.has(end) ? `, <= ${end}` : `, < ${samples[last + 1]}`;
      gaps.push({ fact, range: `${low}${high}`, example: first, cases: members });
      i = last;
    }
  }
  return gaps;
}

/** `event: pipe-leak, dn: 300`. */
export const showFacts = (facts: Record<string, Sample>): string =>
  Object.entries(facts)
    .map(([fact, v]) => `${fact}: ${v === UNKNOWN ? 'unknown' : Array.isArray(v) ? `[${v.join(', ')}]` : String(v)}`)
    .join(', ') || '—';
