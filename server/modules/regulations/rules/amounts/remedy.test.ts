import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import type { Matter } from '../matter.ts';
import { remediesOf } from './remedy.ts';
import { at, CITED, defectsOf, matter, town } from './testing.ts';

const TERMS = `terms:
- {id: loss, kind: fact, type: number, words: [损失]}
- {id: verified, kind: milestone, words: [核实]}
organization:
- {id: office, kind: unit, name: 办公室, ${CITED}}
clocks:
- {id: finish, ${CITED}, from: created, until: finished, within: 24 h}
`;
const owed = (keys: string, given: Matter, now = '10-20 10:00') => {
  const { pack, calendars } = town(`${TERMS}remedies:\n- {id: one, ${CITED}, ${keys}}\n`);
  const [remedy] = remediesOf(pack, calendars, given, at(now), evaluate(pack, calendars, given, at(now)));
  return remedy;
};
const late = matter('no-water', ['created 10-08 10:00']);

describe('remedies', () => {
  it('begin when a clock is late, and say which', () => {
    const one = owed('from: late:finish, to: customer, give: 50 CNY', late);
    expect(one).toMatchObject({
      to: ['customer'],
      clock: 'finish',
      since: at('10-09 10:00'),
      give: { min: 5000, max: 5000 },
    });
    expect(owed('from: late:finish, to: customer, give: 50 CNY', late, '10-09 09:59')).toBeUndefined();
    const done = matter('no-water', ['created 10-08 10:00', 'handled 10-08 12:00']);
    expect(owed('from: late:finish, to: customer, give: 50 CNY', done)).toBeUndefined();
  });
  it('come again for each whole stretch until they end, up to the cap', () => {
    const keys = 'from: late:finish, until: finished, to: customer, give: 50 CNY, again: {every: 24 h, give: 10 CNY}';
    expect(owed(keys, late, '10-12 09:59')).toMatchObject({ times: 2, give: { min: 7000 }, capped: false });
    expect(owed(keys, late, '10-12 10:00')).toMatchObject({ times: 3, give: { min: 8000 } });
    expect(owed(`${keys}, cap: 75 CNY`, late, '10-12 10:00')).toMatchObject({ give: { min: 7500 }, capped: true });
    const ended = matter('no-water', ['created 10-08 10:00', 'handled 10-10 11:00']);
    expect(owed(keys, ended)).toMatchObject({ times: 1, until: at('10-10 11:00'), give: { min: 6000 } });
  });
  it('keep a range, and a part of what is recorded', () => {
    const found = matter('illegal-use', ['created 10-08 10:00', 'verified 10-09 10:00'], { facts: { loss: 12345.67 } });
    expect(owed('from: verified, to: staff, give: 5..10 % of loss, steps: office', found)).toMatchObject({
      give: { kind: 'money', min: 61728, max: 123457, of: 'loss' },
      steps: ['office'],
    });
    const unknown = matter('illegal-use', ['created 10-08 10:00', 'verified 10-09 10:00']);
    expect(owed('from: verified, to: staff, give: 5..10 % of loss', unknown)?.give).toEqual({
      kind: 'unknown',
      asks: ['loss'],
    });
  });
  it('may give a thing, or leave it to who decides', () => {
    const found = matter('illegal-use', ['created 10-08 10:00', 'verified 10-09 10:00']);
    expect(owed('from: verified, to: staff, give: 通报', found)?.give).toEqual({ kind: 'thing', text: '通报' });
    expect(owed('from: verified, to: staff, steps: office', found)?.give).toEqual({ kind: 'open' });
  });
  it('are owed once more in each calendar period begun', () => {
    const keys = 'when: {channel: phone}, every: year, to: customer, give: 优惠';
    expect(owed(keys, late)).toMatchObject({ from: 'when', times: 0 });
    expect(owed(keys, late, '2027-02-01 10:00')).toMatchObject({ times: 1 });
  });
  it('are refused where they are mistyped', () => {
    const codes = (keys: string) =>
      defectsOf(`${TERMS}remedies:\n- {id: one, ${CITED}, from: verified, to: staff, ${keys}}\n`);
    expect(codes('give: 2000..500 CNY')).toEqual(['bad-amount']);
    expect(codes('give: 5 % of los')).toEqual(['unknown-fact']);
    expect(codes('give: 50 CNY, again: {give: 10 CNY}')).toEqual(['missing-key']);
  });
});
