/** The first six of the twelve decisions of the pack format, each with the numbers it states. */
import { describe, expect, it } from 'vitest';
import { calendarsOf } from './calendar.ts';
import { evaluate } from './evaluate.ts';
import type { ClockReading, Matter } from './matter.ts';
import type { Pack } from './pack.ts';
import { at, cited, clock, matter, PUBLISHED, pack, range, show, when } from './testing.ts';

const read = (parts: Partial<Pack>, given: Matter, now: string): ClockReading[] => {
  const rules = pack(parts);
  return evaluate(rules, calendarsOf(rules, PUBLISHED), given, at(now));
};
const dues = (readings: ClockReading[]) =>
  Object.fromEntries(readings.map((one) => [one.run > 1 ? `${one.id}/${one.run}` : one.id, show(one.due)]));
const only = (readings: ClockReading[]): ClockReading => {
  expect(readings).toHaveLength(1);
  return readings[0] as ClockReading;
};

const finish = clock({
  id: 'finish',
  when: when({ channel: { op: 'not', test: { op: 'any-of', values: ['hotline-12345'] } } }),
  from: 'created',
  until: 'finished',
  overlap: 'shortest',
  cases: [
    { id: 'L-042', when: when({ event: 'facility-damage' }), within: '24 h' },
    { id: 'L-055', when: when({ event: 'facility-damage.valve-well' }), within: '48 h' },
    { id: 'L-048', when: when({ event: 'pipe-leak' }), within: '24 h' },
    { id: 'L-057', within: '48 h' },
  ],
});
const repair = clock({
  id: 'repair',
  when: when({ event: 'pipe-leak' }),
  from: 'repair-started',
  until: 'repaired',
  cases: [
    { id: 'L-087', when: when({ dn: range('> 500') }), within: '48 h' },
    { id: 'L-086', when: when({ dn: range('<= 500') }), within: '24 h' },
  ],
});
const organization = [
  { ...cited('pipelines'), kind: 'unit' as const, name: '管线', aliases: [] },
  { ...cited('crew-2'), kind: 'unit' as const, name: '抢修二班', aliases: [], parent: 'pipelines' },
  { ...cited('inspection'), kind: 'unit' as const, name: '稽查支队', aliases: [] },
];

describe('1. all matching entries run', () => {
  const clocks = [
    finish,
    repair,
    clock({
      id: 'arrive',
      when: when({ event: 'pipe-leak' }),
      from: 'received',
      until: 'arrived',
      within: '1 h',
      by: ['pipelines'],
    }),
    clock({
      id: 'inspect',
      when: when({ event: 'pipe-leak', dug: true }),
      from: 'received',
      until: 'arrived',
      within: '1 h',
      by: ['inspection'],
    }),
  ];
  const log = ['received 09-30 15:58', 'created 09-30 16:00', 'repair-started 09-30 17:00'];

  it('gives a DN600 leak by a digger four clocks, each from its own milestone', () => {
    const readings = read(
      { clocks, organization },
      matter('pipe-leak', log, { facts: { dn: 600, dug: true } }),
      '09-30 17:00',
    );
    expect(dues(readings)).toEqual({
      finish: '10-01 16:00',
      repair: '10-02 17:00',
      arrive: '09-30 16:58',
      inspect: '09-30 16:58',
    });
  });
  it("does not let the crew's arrival stop the clock of 稽查支队", () => {
    const given = matter('pipe-leak', [...log, 'arrived 09-30 16:30 by crew-2'], { facts: { dn: 600, dug: true } });
    const states = Object.fromEntries(
      read({ clocks, organization }, given, '09-30 17:30').map((one) => [one.id, one.state]),
    );
    expect(states).toMatchObject({ arrive: 'met', inspect: 'late' });
  });
  it('does not let an act of nobody in particular stop a clock that names who must act', () => {
    const given = matter('pipe-leak', [...log, 'arrived 09-30 16:30'], { facts: { dn: 600, dug: true } });
    expect(
      read({ clocks, organization }, given, '09-30 16:40').find((one) => one.id === 'arrive')?.stoppedAt,
    ).toBeNull();
  });
});

describe('2. the narrowest case wins', () => {
  it('dates a valve well by its own article, not by that of damaged facilities', () => {
    const reading = only(
      read({ clocks: [finish] }, matter('facility-damage.valve-well', ['created 09-30 16:00']), '09-30 16:00'),
    );
    expect([reading.article, show(reading.due)]).toEqual(['第L-055条', '10-02 16:00']);
  });
  it('takes the earliest due where neither is narrower and the entry says shortest', () => {
    const both = clock({
      from: 'created',
      until: 'finished',
      overlap: 'shortest',
      cases: [
        { id: 'A', when: when({ event: 'pipe-leak' }), within: '1 wd' },
        { id: 'B', when: when({ urgent: true }), within: '20 h' },
      ],
    });
    const given = (time: string) => matter('pipe-leak', [`created ${time}`], { facts: { urgent: true } });
    expect(only(read({ clocks: [both] }, given('09-28 10:00'), '09-28 10:00')).article).toBe('第B条');
    expect(only(read({ clocks: [both] }, given('09-28 23:00'), '09-28 23:00')).article).toBe('第A条');
  });
  it('takes the first written where the entry says first', () => {
    const both = clock({
      from: 'created',
      until: 'finished',
      overlap: 'first',
      cases: [
        { id: 'A', when: when({ event: 'pipe-leak' }), within: '9 h' },
        { id: 'B', when: when({ urgent: true }), within: '2 h' },
      ],
    });
    expect(
      only(
        read(
          { clocks: [both] },
          matter('pipe-leak', ['created 09-28 10:00'], { facts: { urgent: true } }),
          '09-28 10:00',
        ),
      ).article,
    ).toBe('第A条');
  });
});

it('3. leaves no gap: DN300 stops the water within 2 h', () => {
  const stop = clock({
    from: 'assigned',
    until: 'water-stopped',
    cases: [
      { id: 'J-162', when: when({ dn: range('<= 300') }), within: '2 h' },
      { id: 'J-163', when: when({ dn: range('> 300') }), within: '4 h' },
    ],
  });
  expect(
    show(
      only(
        read({ clocks: [stop] }, matter('pipe-leak', ['assigned 03-02 10:10'], { facts: { dn: 300 } }), '03-02 10:10'),
      ).due,
    ),
  ).toBe('03-02 12:10');
});

describe('4. unknown facts', () => {
  const log = ['created 09-30 16:00', 'repair-started 09-30 17:00'];
  it('takes the earliest due of the possible cases, asks, warns and does not breach', () => {
    const reading = only(read({ clocks: [repair] }, matter('pipe-leak', log), '10-05 00:00'));
    expect([
      show(reading.due),
      reading.asks,
      reading.provisional,
      reading.state,
      reading.breached,
      reading.breachAt,
    ]).toEqual(['10-01 17:00', ['dn'], true, 'warned', false, null]);
  });
  it('re-dates once the fact is recorded', () => {
    const reading = only(read({ clocks: [repair] }, matter('pipe-leak', log, { facts: { dn: 600 } }), '10-01 18:00'));
    expect([show(reading.due), reading.asks, reading.provisional]).toEqual(['10-02 17:00', [], false]);
  });
  it('does not start an entry whose own condition is unknown', () => {
    const deep = clock({ when: when({ dn: range('> 500') }), from: 'created', until: 'finished', within: '1 h' });
    expect(read({ clocks: [deep] }, matter('pipe-leak', log), '10-01 00:00')).toEqual([]);
  });
  it('takes a yes-no fact nobody recorded for no, unless declared otherwise', () => {
    const entry = clock({
      from: 'created',
      until: 'finished',
      cases: [
        { id: 'yes', when: when({ dug: true }), within: '1 h' },
        { id: 'no', within: '2 h' },
      ],
    });
    const terms = [{ id: 'dug', kind: 'fact' as const, words: [], type: 'yes-no' as const, default: true }];
    expect(only(read({ clocks: [entry] }, matter('pipe-leak', log), '09-30 16:00')).article).toBe('第no条');
    expect(only(read({ clocks: [entry], terms }, matter('pipe-leak', log), '09-30 16:00')).article).toBe('第yes条');
  });
  it('asks for nothing when every possible case gives the same', () => {
    const same = clock({
      from: 'created',
      until: 'finished',
      cases: [
        { id: 'a', when: when({ dn: range('> 500') }), within: '2 h' },
        { id: 'b', within: '2 h' },
      ],
    });
    expect(only(read({ clocks: [same] }, matter('pipe-leak', log), '09-30 16:00'))).toMatchObject({
      provisional: false,
      asks: [],
    });
  });
  it('does not count the rest as possible when the cases leave nothing to it', () => {
    const full = clock({
      from: 'created',
      until: 'finished',
      cases: [
        { id: 'a', when: when({ dn: range('> 500') }), within: '5 h' },
        { id: 'b', when: when({ dn: range('<= 500') }), within: '4 h' },
        { id: 'c', within: '1 h' },
      ],
    });
    expect(show(only(read({ clocks: [full] }, matter('pipe-leak', log), '09-30 16:00')).due)).toBe('09-30 20:00');
  });
});

describe('5. days', () => {
  it('ends 7 wd after a complaint of 09-30 16:00 at the closing of 10-15, for 10-10 is worked', () => {
    const complaint = clock({
      when: when({ event: 'service-complaint' }),
      from: 'received',
      until: { all: ['handled', 'customer-told'] },
      within: '7 wd',
    });
    expect(
      show(
        only(read({ clocks: [complaint] }, matter('service-complaint', ['received 09-30 16:00']), '09-30 16:00')).due,
      ),
    ).toBe('10-15 17:30');
  });
  it('counts 3 cd from an opening that ends 15 cd, for 24:00 belongs to the day it ends', () => {
    const notice = clock({
      id: 'stop-notice',
      when: when({ event: 'bill' }),
      from: 'demand-delivered',
      until: ['paid', 'stop-notice-delivered'],
      within: '3 cd',
      cases: [
        { id: 'organisation', when: when({ kind: 'organisation' }), opens: '15 cd' },
        { id: 'rest', opens: '30 cd' },
      ],
    });
    const reading = only(
      read(
        { clocks: [notice] },
        matter('bill', ['demand-delivered 03-02 09:00'], { facts: { kind: 'organisation' } }),
        '03-03 09:00',
      ),
    );
    expect([show(reading.opensAt), show(reading.due)]).toEqual(['03-18 00:00', '03-21 00:00']);
  });
  it('gives a happening at exactly 00:00 to the new day', () => {
    const one = clock({ from: 'received', until: 'handled', within: '1 cd' });
    expect(show(only(read({ clocks: [one] }, matter('pipe-leak', ['received 03-02 00:00']), '03-02 00:00')).due)).toBe(
      '03-04 00:00',
    );
  });
});

describe('6. office hours', () => {
  const accept = clock({ from: 'dispatched', until: 'accepted', within: '1 wh' });
  const due = (time: string) =>
    show(only(read({ clocks: [accept] }, matter('pipe-leak', [`dispatched ${time}`]), time)).due);
  it('counts each day by its own hours', () => expect(due('09-30 17:20')).toBe('10-08 08:20'));
  it('may end exactly at closing', () => expect(due('09-29 17:00')).toBe('09-29 18:00'));
  it('waits for the year it needs and never guesses it', () => {
    const reading = only(read({ clocks: [accept] }, matter('pipe-leak', ['dispatched 12-31 17:00']), '12-31 17:00'));
    expect([reading.state, reading.due, reading.waitsFor]).toEqual(['waiting-calendar', null, 'cn 2027']);
  });
  it('knows that a stop before the missing year was in time', () => {
    const reading = only(
      read(
        { clocks: [accept] },
        matter('pipe-leak', ['dispatched 12-31 17:00', 'accepted 12-31 20:00']),
        '12-31 21:00',
      ),
    );
    expect([reading.state, reading.due]).toEqual(['met', null]);
  });
});
