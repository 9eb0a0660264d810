/** The evaluator against an oracle written from the format and the twelve decisions alone, case by random case. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarsOf } from '../calendar.ts';
import { evaluate } from '../evaluate.ts';
import { at, clock, matter, PUBLISHED, pack, pause, show } from '../testing.ts';
import { compare, tell } from './compare.ts';

import { TAPE_LENGTH, TAPE_NUMBER } from './tape.ts';
import { THEMES, type Theme } from './themes.ts';

const SEED = 20260930;
/** `tools/oracle-run.ts` goes further. */
const CASES: Record<Theme, number> = {
  limits: 3000,
  holds: 3000,
  before: 2000,
  runs: 3500,
  requests: 1500,
  cases: 2500,
  chains: 2000,
  standing: 1500,
  once: 1000,
  joined: 2000,
  counts: 2000,
};
const TITLES: Record<Theme, string> = {
  limits: 'limits of every unit, openings, offices, holidays and year ends',
  holds: 'pauses, quiet hours and extensions',
  before: 'leads before planned times that move, and kinds of breach',
  runs: 'repeated, rejected, returned, reopened, closed and cancelled runs, and who may stop them',
  requests: 'clocks of each caller',
  cases: 'cases by facts, known and unknown',
  chains: 'notices and approvals that go by the due of a clock',
  standing: 'pauses the rulebook begins and ends itself',
  once: 'conditions that turn true',
  joined: 'callers who joined an order that was there before',
  counts: 'facts that count what happened, here and elsewhere',
};

// The tape as a whole shrinks: towards fewer and smaller numbers, and so towards a simpler case.
const tapes = fc.array(fc.nat({ max: TAPE_NUMBER - 1 }), {
  minLength: 0,
  maxLength: TAPE_LENGTH,
  size: 'max',
});

describe('the evaluator and the oracle agree on', { timeout: 60_000 }, () => {
  it.each(Object.keys(THEMES) as Theme[])('%s', (theme) => {
    fc.assert(
      fc.property(tapes, (tape) => {
        const difference = compare(theme, tape);
        expect(difference && tell(difference), TITLES[theme]).toBeNull();
      }),
      { numRuns: CASES[theme], seed: SEED },
    );
  });
});

describe('found by the oracle', () => {
  const read = (rules: ReturnType<typeof pack>, given: ReturnType<typeof matter>, now: string) =>
    evaluate(rules, calendarsOf(rules, PUBLISHED), given, at(now));
  it('a pause that still lasts does not move the extended due of a stopped run with the time of day', () => {
    const rules = pack({ clocks: [clock({ from: 'created', until: 'handled', within: '24 h' })] });
    const given = matter('pipe-leak', ['created 03-02 10:00', 'handled 03-03 12:00'], {
      pauses: [pause('03-03 11:00', null)],
      extensions: [{ id: 50, at: at('03-02 20:00'), clocks: ['clock'], due: at('03-05 18:00') }],
    });
    const dues = ['03-03 12:00', '03-10 12:00'].map((now) => show(read(rules, given, now)[0]?.due));
    expect(dues).toEqual(['03-05 19:00', '03-05 19:00']);
  });
  it('an answer given in the very minute in which the last was rejected begins its own review', () => {
    const rules = pack({ clocks: [clock({ from: 'handled', until: 'reviewed', within: '20 min' })] });
    const log = ['created 03-02 09:00', 'handled 03-02 10:00', 'rejected 03-02 10:05', 'handled 03-02 10:05'];
    const readings = read(rules, matter('pipe-leak', log), '03-02 10:06');
    expect(readings.map((one) => [one.run, one.state, show(one.due)])).toEqual([
      [1, 'cancelled', '03-02 10:20'],
      [2, 'running', '03-02 10:25'],
    ]);
  });
  it('a return after the rejection ends the run of the next answer, not of the rejected one', () => {
    const rules = pack({ clocks: [clock({ from: 'handled', until: ['reviewed', 'returned'], within: '20 min' })] });
    const log = ['handled 03-02 10:00', 'rejected 03-02 10:05', 'handled 03-02 10:30', 'returned 03-02 10:40'];
    const readings = read(rules, matter('pipe-leak', ['created 03-02 09:00', ...log]), '03-02 11:00');
    expect(readings.map((one) => [one.run, one.state, show(one.stoppedAt)])).toEqual([
      [1, 'cancelled', null],
      [2, 'met', '03-02 10:40'],
    ]);
  });
  it('a return takes the order back whoever made it, and a second return is not the stop of that run', () => {
    const rules = pack({
      clocks: [clock({ from: 'dispatched', until: ['accepted', 'returned'], within: '20 min', by: ['crew'] })],
    });
    const log = ['dispatched 03-02 10:00', 'returned 03-02 10:05', 'returned 03-02 10:10 by crew'];
    const readings = read(rules, matter('pipe-leak', ['created 03-02 09:00', ...log]), '03-02 10:15');
    expect(readings.map((one) => [one.state, one.endedBy, show(one.stoppedAt)])).toEqual([
      ['cancelled', 'returned', null],
    ]);
  });
});
