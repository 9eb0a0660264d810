/** Clocks beyond the twelve decisions: which matters, receipt, requests, pauses. */
import { describe, expect, it } from 'vitest';
import { calendarsOf } from './calendar.ts';
import { evaluate, nextFireAt } from './evaluate.ts';
import type { ClockReading, Matter } from './matter.ts';
import type { Pack } from './pack.ts';
import {
  at,
  cited,
  clock,
  matter,
  milestones,
  PUBLISHED,
  pack,
  pause,
  type ShortClock,
  show,
  when,
} from './testing.ts';

const read = (parts: Partial<Pack>, given: Matter, now: string): ClockReading[] => {
  const rules = pack(parts);
  return evaluate(rules, calendarsOf(rules, PUBLISHED), given, at(now));
};
const one = (short: ShortClock, given: Matter, now: string, parts: Partial<Pack> = {}): ClockReading => {
  const readings = read({ clocks: [clock({ from: 'created', until: 'handled', ...short })], ...parts }, given, now);
  expect(readings).toHaveLength(1);
  return readings[0] as ClockReading;
};
const leak = (log: string[], parts: Partial<Matter> = {}) => matter('pipe-leak', log, parts);

describe('which matters an entry speaks of', () => {
  const plain = { clocks: [clock({ from: 'created', until: 'handled', within: '1 h' })] };
  it('covers every report when it names none', () =>
    expect(read(plain, leak(['created 03-02 10:00']), '03-02 10:00')).toHaveLength(1));
  it.each([
    'outage.planned',
    'bill',
    'reading',
    'customer',
    'application',
    'design',
    'works',
    'meter-install',
    'meter-switch',
  ])('does not cover %s, which has to be named', (event) =>
    expect(read(plain, matter(event, ['created 03-02 10:00']), '03-02 10:00')).toEqual([]),
  );
  it('covers meter faults, which are reports', () =>
    expect(read(plain, matter('meter-fault.idling', ['created 03-02 10:00']), '03-02 10:00')).toHaveLength(1));
});

describe('received and created', () => {
  it('default to each other', () => {
    expect(one({ from: 'received', within: '1 h' }, leak(['created 03-02 10:00']), '03-02 10:00').start).toBe(
      at('03-02 10:00'),
    );
    expect(one({ within: '1 h' }, leak(['received 03-02 09:00']), '03-02 10:00').start).toBe(at('03-02 09:00'));
  });
  it('take the receipt of the first request when the order has none of its own', () => {
    const requests = [
      { id: 'r2', receivedAt: at('03-02 09:30'), channel: 'phone' },
      { id: 'r1', receivedAt: at('03-02 09:00'), channel: 'web' },
    ];
    expect(
      one({ from: 'received', within: '1 h' }, leak(['created 03-02 10:00'], { requests }), '03-02 10:00').start,
    ).toBe(at('03-02 09:00'));
  });
});

describe('clocks of each request', () => {
  const contact = { clocks: [clock({ from: 'received', until: 'contacted', within: '10 min', on: 'request' })] };
  const requests = [
    { id: 'r1', receivedAt: at('03-02 10:00'), channel: 'phone' },
    { id: 'r2', receivedAt: at('03-02 10:20'), channel: 'phone' },
  ];
  it('run once for each caller', () => {
    const readings = read(
      contact,
      leak(['created 03-02 10:01', 'contacted 03-02 10:05 for r1'], { requests }),
      '03-02 10:25',
    );
    expect(readings.map((r) => [r.request, r.state, show(r.due)])).toEqual([
      ['r1', 'met', '03-02 10:10'],
      ['r2', 'running', '03-02 10:30'],
    ]);
  });
  it('are stopped by an act that concerns everybody', () =>
    expect(
      read(contact, leak(['created 03-02 10:01', 'contacted 03-02 10:22'], { requests }), '03-02 10:25').map(
        (r) => r.state,
      ),
    ).toEqual(['met-late', 'met']));
  it('do not look back behind the reopening a caller joined after', () => {
    const late = [{ id: 'r3', receivedAt: at('03-05 10:00'), channel: 'phone' }];
    const readings = read(
      contact,
      leak(['created 03-02 10:00', 'contacted 03-02 10:05', 'closed 03-02 12:00', 'reopened 03-05 09:00'], {
        requests: late,
      }),
      '03-05 10:05',
    );
    expect(readings.map((r) => [r.run, r.state])).toEqual([[1, 'running']]);
  });
  it('go by the channel and facts of the request', () => {
    const entry = clock({
      when: when({ channel: 'web' }),
      from: 'received',
      until: 'contacted',
      within: '1 h',
      on: 'request',
    });
    expect(
      read(
        { clocks: [entry] },
        leak(['created 03-02 10:01'], {
          requests: [requests[0], { ...requests[1], channel: 'web' }] as Matter['requests'],
        }),
        '03-02 10:25',
      ).map((r) => r.request),
    ).toEqual(['r2']);
  });
});

describe('pauses', () => {
  const day = { within: '24 h' };
  const start = ['created 03-02 10:00'];
  it('that overlap count once', () =>
    expect(
      show(
        one(
          day,
          leak(start, { pauses: [pause('03-02 12:00', '03-02 14:00'), pause('03-02 13:00', '03-02 15:00')] }),
          '03-02 16:00',
        ).due,
      ),
    ).toBe('03-03 13:00'));
  it('that began before the start count from the start', () =>
    expect(show(one(day, leak(start, { pauses: [pause('03-02 08:00', '03-02 11:00')] }), '03-02 16:00').due)).toBe(
      '03-03 11:00',
    ));
  it('over nights and closings take only office time from office limits', () =>
    expect(
      show(
        one(
          { within: '3 wh' },
          leak(['created 03-02 16:00'], { pauses: [pause('03-02 17:00', '03-03 08:30')] }),
          '03-02 16:00',
        ).due,
      ),
    ).toBe('03-03 10:30'));
  it('of other clocks change nothing', () =>
    expect(
      show(one(day, leak(start, { pauses: [pause('03-02 12:00', '03-02 14:00', ['repair'])] }), '03-02 16:00').due),
    ).toBe('03-03 10:00'));
  it('that last are projected to end now, never breach, and fire nothing', () => {
    const reading = one(day, leak(start, { pauses: [pause('03-02 12:00', null)] }), '03-05 12:00');
    expect([reading.state, show(reading.due), reading.breachAt, nextFireAt(reading, at('03-05 12:00'))]).toEqual([
      'paused',
      '03-06 10:00',
      null,
      null,
    ]);
    expect(reading.pauses).toEqual([{ from: at('03-02 12:00'), until: null }]);
  });
  it('that begin after the due hide no breach', () =>
    expect(one(day, leak(start, { pauses: [pause('03-03 12:00', null)] }), '03-05 12:00')).toMatchObject({
      state: 'late',
      breached: true,
      due: at('03-03 10:00'),
      pauses: [],
    }));
  it('of the rulebook begin and end with milestones', () => {
    const pauses = [
      {
        ...cited('blocked'),
        clocks: ['clock'],
        from: milestones('obstructed'),
        until: milestones('cleared'),
        retroactive: false,
      },
    ];
    const log = [...start, 'obstructed 03-02 12:00', 'cleared 03-02 14:00', 'obstructed 03-02 20:00'];
    expect(one(day, leak(log), '03-02 22:00', { pauses })).toMatchObject({ state: 'paused', due: at('03-03 14:00') });
    expect(show(one(day, leak([...log, 'cleared 03-02 21:00']), '03-02 22:00', { pauses }).due)).toBe('03-03 13:00');
  });
  it('that somebody has to grant do not begin by themselves', () => {
    const pauses = [
      {
        ...cited('asked'),
        clocks: 'all' as const,
        ask: 'operations',
        from: milestones('obstructed'),
        retroactive: false,
      },
    ];
    expect(one(day, leak([...start, 'obstructed 03-02 12:00']), '03-02 22:00', { pauses }).state).toBe('running');
  });
  it('hold the end of the same day too', () =>
    expect(
      show(
        one({ within: 'same-day' }, leak(start, { pauses: [pause('03-02 20:00', '03-03 02:00')] }), '03-02 16:00').due,
      ),
    ).toBe('03-03 06:00'));
});
