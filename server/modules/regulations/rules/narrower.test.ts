import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGaps, findOverlaps, holdsWhen, isNarrower, type Sample, UNKNOWN } from './narrower.ts';
import type { Test, When } from './pack.ts';
import { BUILT_IN_FACTS } from './vocabulary.ts';

const is = (...values: (string | number | boolean)[]): Test => ({ op: 'any-of', values });
const range = (min?: number, max?: number, minOpen = false, maxOpen = false): Test => ({
  op: 'range',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
  ...(minOpen ? { minOpen } : {}),
  ...(maxOpen ? { maxOpen } : {}),
});
const when = (facts: Record<string, Test>): When => ({ facts });
const kindOf = (fact: string) => BUILT_IN_FACTS.get(fact);
const cases = (...list: [When | undefined, string][]) =>
  list.map(([w, value]) => ({ ...(w ? { when: w } : {}), value }));

describe('narrower', () => {
  test('a child event is narrower than its parent, and more facts are narrower than fewer', () => {
    const parent = when({ event: is('facility-damage') });
    expect(isNarrower(when({ event: is('facility-damage.hydrant') }), parent)).toBe(true);
    expect(isNarrower(parent, when({ event: is('facility-damage.hydrant') }))).toBe(false);
    expect(isNarrower(when({ event: is('facility-damage'), urgent: is(true) }), parent)).toBe(true);
    expect(isNarrower(parent, undefined)).toBe(true);
    expect(isNarrower(parent, parent)).toBe(false);
  });
  test('part of a range is narrower, a range that reaches outside is not', () => {
    expect(isNarrower(when({ dn: range(300, 400) }), when({ dn: range(200) }))).toBe(true);
    expect(isNarrower(when({ dn: range(300, 400) }), when({ dn: range(300, undefined, true) }))).toBe(false);
    expect(isNarrower(when({ dn: range(300, 400, true) }), when({ dn: range(300, undefined, true) }))).toBe(true);
    expect(isNarrower(when({ dn: { op: 'unknown' } }), when({ dn: range(0) }))).toBe(false);
  });
});

describe('overlap', () => {
  const urgent: [When, string] = [when({ urgent: is(true) }), '2 h'];
  const leak: [When, string] = [when({ event: is('pipe-leak') }), '24 h'];

  test('two cases that cross are named with facts that match both', () => {
    const [found] = findOverlaps(undefined, cases(urgent, leak), kindOf);
    expect(found).toMatchObject({ first: 0, second: 1, example: { urgent: true, event: 'pipe-leak' } });
  });
  test('equal values do not matter', () => {
    expect(findOverlaps(undefined, cases(urgent, [leak[0], '2 h']), kindOf)).toEqual([]);
  });
  test('a third case narrower than both settles it', () => {
    const both: [When, string] = [when({ urgent: is(true), event: is('pipe-leak') }), '1 h'];
    expect(findOverlaps(undefined, cases(urgent, leak, both), kindOf)).toEqual([]);
  });
  test('a third case that covers only part of what they share does not', () => {
    const part: [When, string] = [when({ urgent: is(true), event: is('pipe-leak'), dn: range(300) }), '1 h'];
    expect(findOverlaps(undefined, cases(urgent, leak, part), kindOf)).toHaveLength(1);
  });
  test('bands that both hold their common end overlap there', () => {
    const bands = cases([when({ dn: range(undefined, 300) }), '2 h'], [when({ dn: range(300) }), '4 h']);
    expect(findOverlaps(undefined, bands, kindOf)[0]?.example).toEqual({ dn: 300 });
  });
  test('what the entry excludes is no overlap', () => {
    const entry = when({ urgent: is(false) });
    expect(findOverlaps(entry, cases(urgent, leak), kindOf)).toEqual([]);
  });
});

describe('gaps', () => {
  const gap = (bands: (Test | undefined)[], entry?: When) =>
    findGaps(
      entry,
      bands.map((b) => (b ? { when: when({ dn: b }) } : {})),
    ).map((g) => g.range);

  test('between bands, and above the highest', () => {
    expect(gap([range(undefined, 150), range(200, 300)])).toEqual(['> 150, < 200', '> 300']);
    expect(gap([range(undefined, 300, false, true), range(300, undefined, true)])).toEqual(['>= 300, <= 300']);
  });
  test('none where bands meet, where whole numbers leave no room, or with a case for the rest', () => {
    expect(gap([range(undefined, 300), range(300, undefined, true)])).toEqual([]);
    expect(gap([range(1, 1), range(2, 20), range(21)])).toEqual([]);
    expect(gap([range(undefined, 150), range(200, 300), undefined])).toEqual([]);
  });
  test('what the entry excludes need not be covered', () => {
    expect(gap([range(undefined, 300), range(300, 600, true)], when({ dn: range(undefined, 600) }))).toEqual([]);
  });
});

describe('what the analysis does not find does not happen', () => {
  const events = ['no-water', 'no-water.area', 'no-water.community', 'pipe-leak', 'meter-fault', 'meter-fault.idling'];
  const numbers = fc.integer({ min: 0, max: 6 }).map((n) => n * 100);
  const base: Record<string, fc.Arbitrary<Test>> = {
    event: fc.uniqueArray(fc.constantFrom(...events), { minLength: 1, maxLength: 3 }).map((v) => is(...v)),
    dn: fc.oneof(
      fc
        .tuple(numbers, numbers, fc.boolean(), fc.boolean())
        .map(([a, b, x, y]) => range(Math.min(a, b), Math.max(a, b) + 50, x, y)),
      fc.tuple(numbers, fc.boolean()).map(([a, x]) => range(a, undefined, x)),
      fc.tuple(numbers, fc.boolean()).map(([a, x]) => range(undefined, a, false, x)),
      fc.constant<Test>({ op: 'unknown' }),
    ),
    urgent: fc.boolean().map((b) => is(b)),
    'customer-kind': fc.constantFrom('resident', 'organisation').map((v) => is(v)),
  };
  const negated = (fact: string): fc.Arbitrary<Test> => {
    const plain = base[fact] as fc.Arbitrary<Test>;
    return fc.oneof(
      { weight: 4, arbitrary: plain },
      { weight: 1, arbitrary: plain.map((t): Test => ({ op: 'not', test: t })) },
      {
        weight: 1,
        arbitrary: fc.tuple(plain, plain).map(([a, b]): Test => ({ op: 'and', tests: [a, { op: 'not', test: b }] })),
      },
    );
  };
  const someWhen: fc.Arbitrary<When | undefined> = fc
    .record(Object.fromEntries(Object.keys(base).map((f) => [f, fc.option(negated(f), { nil: undefined, freq: 2 })])))
    .map((facts) => ({
      facts: Object.fromEntries(Object.entries(facts).filter(([, t]) => t !== undefined)) as Record<string, Test>,
    }));
  const facts: fc.Arbitrary<Record<string, Sample>> = fc.record({
    event: fc.constantFrom(...events, 'other', 'pipe-leak.joint'),
    dn: fc.oneof(fc.integer({ min: -10, max: 700 }), numbers, fc.constant(UNKNOWN as Sample)),
    urgent: fc.boolean(),
    'customer-kind': fc.oneof(fc.constantFrom('resident', 'organisation'), fc.constant(UNKNOWN as Sample)),
  });

  test('no facts match two incomparable narrowest cases of different value unless an overlap was reported', () => {
    const kinds = (fact: string) => (fact === 'event' ? undefined : kindOf(fact));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someWhen, fc.constantFrom('a', 'b', 'c')), { minLength: 2, maxLength: 4 }),
        fc.array(facts, { minLength: 30, maxLength: 30 }),
        (list, situations) => {
          const all = cases(...list);
          const overlaps = findOverlaps(undefined, all, kinds);
          for (const o of overlaps) {
            expect(holdsWhen(all[o.first]?.when, o.example) && holdsWhen(all[o.second]?.when, o.example)).toBe(true);
          }
          if (overlaps.length > 0) return;
          for (const situation of situations) {
            const matching = all.filter((c) => holdsWhen(c.when, situation));
            const narrowest = matching.filter(
              (c) => !matching.some((d) => d !== c && isNarrower(d.when, c.when, kinds)),
            );
            expect(new Set(narrowest.map((c) => c.value)).size).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
