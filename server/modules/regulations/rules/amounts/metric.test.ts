import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matter } from '../matter.ts';
import type { PlainEntry } from '../pack.ts';
import { measuredOf } from './measured.ts';
import { add, emptyTally, type Line, linesOf } from './metric.ts';
import { periodNamed, periodOf } from './period.ts';
import { scoreOf, showScore } from './score.ts';
import { at, CITED, defectsOf, matter, town } from './testing.ts';

const TERMS = `terms:
- {id: minutes, kind: fact, type: number, words: [分钟]}
- {id: liked, kind: fact, type: choice, words: [满意度], choices: [yes-indeed, no-thanks]}
clocks:
- {id: finish, ${CITED}, from: created, until: finished, within: 24 h}
`;
const measure = (keys: string, all: [Matter, number?][], period = '2026-10', now = '12-01 10:00') => {
  const book = town(`${TERMS}metrics:\n- {id: one, ${CITED}, per: month, ${keys}}\n`);
  const [line] = linesOf(book.pack.metrics[0] as PlainEntry, book.words) as [Line];
  const tally = emptyTally();
  const { span } = periodNamed(period, book.calendars.zone) as ReturnType<typeof periodOf>;
  const parts = all.map(([given, times = 1]) =>
    add(tally, line, { ...measuredOf(book.pack, book.calendars, given, at(now)), times }, span, book.words),
  );
  return { text: showScore(line.measure, scoreOf(line.measure, tally, line.target)), parts, tally, line };
};
const order = (created: string, handled?: string, parts: Partial<Matter> = {}) =>
  matter('no-water', [`created ${created}`, ...(handled ? [`handled ${handled}`] : [])], parts);

describe('metrics', () => {
  it('count runs due in the period, in time or not', () => {
    const keys = 'in-time: [finish], target: ">= 50 %"';
    const all: [Matter][] = [
      [order('10-08 10:00', '10-09 10:00')],
      [order('10-08 10:00', '10-09 10:01')],
      [order('10-31 10:00', '10-31 11:00')], // due in November
      [order('10-30 10:00')], // late
    ];
    expect(measure(keys, all)).toMatchObject({ text: '1/3 missed', parts: ['counts', 'misses', 'outside', 'misses'] });
    expect(measure(keys, all, '2026-11').text).toBe('1/1 met');
    // Not due yet: nobody can say.
    expect(measure(keys, [[order('10-30 10:00')]], '2026-10', '10-30 12:00').text).toBe('0/0');
  });
  it('share out by what is known; what nobody has said is counted apart', () => {
    const called = (facts: Matter['facts']) =>
      matter('no-water', ['created 10-08 10:00', 'called-back 10-10 10:00'], { facts });
    const got = measure('share: {of: called-back, where: {liked: yes-indeed}}, target: ">= 90 %"', [
      [called({ liked: 'yes-indeed' }), 9],
      [called({ liked: 'no-thanks' })],
      [called({}), 5],
      [order('10-08 10:00')],
    ]);
    expect(got).toMatchObject({ text: '9/10 met', parts: ['counts', 'misses', 'unknown', 'outside'] });
    expect(got.tally.unknown).toBe(5);
  });
  it('measure the time between two milestones', () => {
    const all: [Matter, number?][] = [[order('10-08 10:00', '10-08 11:00')], [order('10-08 10:00', '10-08 13:00')]];
    expect(measure('mean: {of: finished, since: created}, target: "<= 2 h"', all).text).toBe('2 h met');
    expect(measure('mean: {of: finished, since: created}, target: "<= 119 min"', all).text).toBe('120 min missed');
    expect(
      measure('p90: {of: finished, since: created}, target: "<= 1 h"', [
        [order('10-08 10:00', '10-08 11:00'), 9],
        [order('10-08 10:00', '10-09 09:00')],
      ]).text,
    ).toBe('1 h met');
  });
  it('put one sum over another', () => {
    const facts = { minutes: 0.1 };
    expect(
      measure('ratio: [{sum: minutes, of: handled}, {sum: minutes}], target: ">= 66 %"', [
        [order('10-08 10:00', '10-08 11:00', { facts }), 2],
        [order('10-08 10:00', undefined, { facts })],
      ]).text,
    ).toBe('0.2/0.3 met');
  });
  it('never lose a thousandth to rounding', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 1000 }),
        (good, bad, thousandths) => {
          const { line } = { line: TARGETED };
          const tally = emptyTally();
          tally.numerator = { digits: BigInt(good), scale: 0 };
          tally.denominator = { digits: BigInt(good + bad), scale: 0 };
          const { met } = scoreOf(line.measure, tally, `>= ${(thousandths / 10).toFixed(1)} %`);
          return met === good * 1000 >= thousandths * (good + bad);
        },
      ),
      { numRuns: 200 },
    ));
  it('know their periods', () => {
    const { calendars } = TOWN;
    const name = (text: string) => periodNamed(text, calendars.zone)?.name;
    expect(['2026-10', '2026-Q4', '2026-H2', '2026', '2026-13', 'x'].map(name)).toEqual([
      '2026-10',
      '2026-Q4',
      '2026-H2',
      '2026',
      undefined,
      undefined,
    ]);
    const half = periodOf('half-year', at('10-08 10:00'), calendars.zone);
    expect([half.name, half.span.from, half.span.until]).toEqual([
      '2026-H2',
      at('07-01 00:00'),
      at('2027-01-01 00:00'),
    ]);
  });
  it('are refused where they are mistyped', () => {
    const codes = (keys: string) => defectsOf(`${TERMS}metrics:\n- {id: one, ${CITED}, ${keys}}\n`);
    expect(codes('share: {of: calledback}')).toEqual(['unknown-milestone']);
    expect(codes('mean: {of: finished, value: liked}')).toEqual(['unknown-fact']);
    expect(codes('mean: {of: finished, value: minutes, since: created}')).toEqual(['since-and-value']);
    expect(codes('ratio: [{sum: minutes}]')).toEqual(['two-sums']);
    expect(codes('in-time: [finish], per: moon')).toEqual(['not-allowed-value']);
  });
});

const TOWN = town(`${TERMS}metrics:\n- {id: one, ${CITED}, in-time: [finish]}\n`);
const [TARGETED] = linesOf(TOWN.pack.metrics[0] as PlainEntry, TOWN.words) as [Line];
