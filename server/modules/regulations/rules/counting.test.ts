/** Facts that count, from the rulebook as it is written to the gate or clock that asks. */
import { describe, expect, it } from 'vitest';
import { calendarsOf } from './calendar.ts';
import { evaluate } from './evaluate.ts';
import { loadPacks } from './loading/load-pack.ts';
import { vocabularyOf } from './match.ts';
import type { Matter } from './matter.ts';
import { orderOf } from './subjects.ts';
import { at, matter, PUBLISHED, show } from './testing.ts';

function town(count: string, clocks = '') {
  const text = `pack: town
version: "1"
effective: "2026-01-01"
terms:
- {id: visited, kind: milestone, words: [上门]}
- {id: estimates, kind: fact, count: ${count}}
${clocks}`;
  const { packs, errors } = loadPacks([{ path: 'town/pack.yaml', text }]);
  expect(errors).toEqual([]);
  const [pack] = packs;
  if (!pack) throw new Error('no pack');
  return { pack, calendars: calendarsOf(pack, PUBLISHED) };
}
const counted = (count: string, given: Matter, now = '12-01 10:00') => {
  const { pack, calendars } = town(count);
  return orderOf(given, calendars, at(now), vocabularyOf(pack)).facts('estimates');
};
const reading = (log: string[], parts: Partial<Matter> = {}) => matter('reading', log, parts);

describe('a fact that counts', () => {
  const J086 = '{of: estimated, per: meter, since: read}';
  const log = ['created 01-05 09:00', 'estimated 01-30 10:00', 'estimated 02-28 10:00'];
  it('counts since the last time something came: estimates since the meter was read', () => {
    expect(counted(J086, reading(log))).toBe(2);
    expect(counted(J086, reading([...log, 'read 03-30 10:00']))).toBe(0);
    expect(counted(J086, reading([...log, 'read 03-30 10:00', 'estimated 04-30 10:00']))).toBe(1);
  });
  it('is what was recorded where somebody recorded it', () =>
    expect(counted(J086, reading(log, { facts: { estimates: 5 } }))).toBe(5));
  it('counts in other matters of the same meter when it is told of them', () => {
    const earlier = { meter: [{ event: 'reading', happenings: [{ milestone: 'estimated', at: at('01-10 10:00') }] }] };
    expect(counted(J086, reading(log, { earlier }))).toBe(3);
    expect(counted('{of: estimated, per: customer}', reading(log, { earlier }))).toBe(2);
  });
  it('does not count what was taken back', () =>
    expect(
      counted(
        '{of: handled}',
        matter('pipe-leak', ['created 03-02 09:00', 'handled 03-02 10:00', 'rejected 03-02 11:00']),
      ),
    ).toBe(0));
  it.each([
    ['30 d', '03-02 10:00', 1],
    ['30 d', '02-28 10:00', 2],
    ['2 cd', '03-01 23:59', 1],
    ['2 cd', '03-02 00:00', 0],
    ['month', '02-28 23:59', 1],
    ['quarter', '03-31 23:59', 2],
    ['year', '12-31 23:59', 2],
  ])('counts in the last or the running %s, at %s', (span, now, expected) =>
    expect(counted(`{of: estimated, in: ${span}}`, reading(log), now)).toBe(expected),
  );
  it('does not know the billing cycle before its end is planned', () => {
    expect(counted('{of: estimated, in: cycle}', reading(log))).toBeUndefined();
    const plans = [{ plan: 'cycle-end', at: at('02-15 00:00'), setAt: at('01-05 09:00'), id: 9 }];
    expect(counted('{of: estimated, in: cycle}', reading(log, { plans }))).toBe(1);
  });
  it('counts matters of an event', () => {
    const earlier = {
      customer: ['pipe-leak', 'no-water.area', 'no-water'].map((event, n) => ({
        event,
        happenings: ['received', 'created'].map((milestone) => ({ milestone, at: at(`01-0${n + 1} 10:00`) })),
      })),
    };
    expect(counted('{of: no-water, per: customer}', matter('no-water', ['created 01-05 09:00'], { earlier }))).toBe(3);
  });
  it('counts where the facts are such, and is unknown where they are', () => {
    const deep = '{of: visited, where: {dn: ">= 300"}}';
    const visits = ['created 01-05 09:00', 'visited 01-06 09:00'];
    expect(counted(deep, matter('pipe-leak', visits, { facts: { dn: 300 } }))).toBe(1);
    expect(counted(deep, matter('pipe-leak', visits, { facts: { dn: 100 } }))).toBe(0);
    expect(counted(deep, matter('pipe-leak', visits))).toBeUndefined();
  });
});

it('begins a clock with the happening that made the count', () => {
  const { pack, calendars } = town(
    '{of: estimated, since: read}',
    `notices:
- {id: twice, article: 第86条, quote: 两次, clauses: [], when: {event: reading, estimates: ">= 2"}, every: once, within: 2 h, to: [leaders]}
`,
  );
  const dues = (log: string[]) =>
    evaluate(pack, calendars, reading(['created 01-05 09:00', ...log]), at('12-01 10:00')).map((one) => show(one.due));
  expect(dues(['estimated 01-30 10:00'])).toEqual([]);
  expect(dues(['estimated 01-30 10:00', 'estimated 02-28 10:00'])).toEqual(['02-28 12:00']);
  expect(dues(['estimated 01-30 10:00', 'estimated 02-28 10:00', 'estimated 03-30 10:00'])).toEqual(['02-28 12:00']);
});
