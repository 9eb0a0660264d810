/** Clocks beyond the twelve decisions: extensions, calendar points, warnings, promises. */
import { describe, expect, it } from 'vitest';
import { calendarsOf } from './calendar.ts';
import { evaluate, nextFireAt, unsupportedClocks } from './evaluate.ts';
import type { ClockReading, Matter } from './matter.ts';
import type { Pack } from './pack.ts';
import {
  at,
  cited,
  clock,
  limit,
  matter,
  oneCase,
  PUBLISHED,
  pack,
  pause,
  range,
  type ShortClock,
  show,
  timing,
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

describe('extensions', () => {
  const extensions = [{ id: 50, at: at('03-02 20:00'), clocks: ['clock'], due: at('03-05 18:00') }];
  const start = ['created 03-02 10:00'];
  it('take the place of the due', () =>
    expect(show(one({ within: '24 h' }, leak(start, { extensions }), '03-03 12:00').due)).toBe('03-05 18:00'));
  it('are put off by pauses that begin after the grant only', () => {
    const pauses = [pause('03-02 12:00', '03-02 15:00'), pause('03-04 10:00', '03-04 12:00')];
    expect(show(one({ within: '24 h' }, leak(start, { extensions, pauses }), '03-03 12:00').due)).toBe('03-05 20:00');
  });
  it('end with their run', () => {
    const readings = read(
      { clocks: [clock({ from: 'created', until: 'handled', within: '24 h' })] },
      leak([...start, 'handled 03-05 10:00', 'reopened 03-06 10:00'], { extensions }),
      '03-06 11:00',
    );
    expect(readings.map((r) => [r.state, show(r.due)])).toEqual([
      ['met', '03-05 18:00'],
      ['running', '03-07 10:00'],
    ]);
  });
  it('asked for after the due are late, and nobody has to ask', () => {
    const approvals = [
      {
        ...cited('extension'),
        of: 'extended',
        steps: ['operations'],
        clocks: ['clock'],
        timing: timing({ before: 'due', breach: 'if-late' }),
      },
    ];
    const clocks = [clock({ from: 'created', until: 'handled', within: '24 h' })];
    const approval = (log: string[], more = {}) =>
      read({ clocks, approvals }, leak([...start, ...log], more), '03-04 12:00').find((r) => r.section === 'approvals');
    expect(approval([])).toMatchObject({ state: 'running', breached: false, breachAt: null, due: at('03-03 10:00') });
    expect(approval(['extended 03-03 09:00'])).toMatchObject({ state: 'met' });
    expect(
      approval(['extended 03-03 12:00'], { extensions: [{ ...extensions[0], at: at('03-03 12:00') }] }),
    ).toMatchObject({ state: 'met-late', breached: true });
  });
});

describe('calendar points', () => {
  const due = (within: string, created: string) => show(one({ within }, leak([`created ${created}`]), created).due);
  it.each([
    ['same-day', '03-02 23:59', '03-03 00:00'],
    ['week-end', '03-02 10:00', '03-09 00:00'],
    ['month-end', '02-28 10:00', '03-01 00:00'],
    ['next-month-end', '01-31 10:00', '03-01 00:00'],
    ['half-year-end', '03-02 10:00', '07-01 00:00'],
    ['year-end', '12-31 10:00', '2027-01-01 00:00'],
    ['day 30', '02-05 10:00', '03-01 00:00'],
    ['day 30', '03-30 10:00', '03-31 00:00'],
    ['day 30', '03-31 10:00', '05-01 00:00'],
    ['1 mo', '01-31 10:00', '03-01 00:00'],
    ['3 mo', '11-15 10:00', '2027-02-16 00:00'],
    ['0 min', '03-02 10:00', '03-02 10:00'],
    ['0 wh', '03-01 10:00', '03-01 10:00'],
  ])('%s from %s is %s', (within, from, expected) => expect(due(within, from)).toBe(expected));
  it('wait for the end of the billing cycle until it is known', () => {
    expect(one({ within: 'cycle-end' }, leak(['created 03-02 10:00']), '03-02 10:00')).toMatchObject({
      due: null,
      waitsFor: 'cycle-end',
    });
    const plans = [{ plan: 'cycle-end', at: at('03-20 00:00'), setAt: at('01-01 00:00'), id: 7 }];
    expect(show(one({ within: 'cycle-end' }, leak(['created 03-02 10:00'], { plans }), '03-02 10:00').due)).toBe(
      '03-20 00:00',
    );
  });
  it('never come with none', () =>
    expect(one({ within: 'none' }, leak(['created 03-02 10:00']), '2027-03-02 10:00')).toMatchObject({
      due: null,
      state: 'running',
      breached: false,
    }));
});

describe('warnings', () => {
  it('come when three quarters of the counted time are used, pauses left out', () => {
    const reading = one(
      { within: '1 h' },
      leak(['created 11-18 14:36'], { pauses: [pause('11-18 14:52', '11-18 15:04')] }),
      '11-18 15:36',
    );
    expect([show(reading.warnAt), show(reading.due), reading.state]).toEqual(['11-18 15:33', '11-18 15:48', 'warned']);
  });
  it('come at 3 and breach at 5 for 3至5天', () => {
    const reading = one({ within: '5 d', warnAfter: '3 d' }, leak(['created 03-02 10:00']), '03-05 10:00');
    expect([show(reading.warnAt), show(reading.due), reading.state]).toEqual(['03-05 10:00', '03-07 10:00', 'warned']);
  });
  it('come in office time for working days', () =>
    expect(
      show(
        one({ within: '2 wd' }, leak(['created 03-02 10:00']), '03-02 10:00', { warn: { before: limit('2 h') } })
          .warnAt,
      ),
    ).toBe('03-04 15:30'));
  it('are followed by the breach, and then by nothing', () => {
    const reading = one({ within: '1 h' }, leak(['created 03-02 10:00']), '03-02 10:00');
    expect(
      [at('03-02 10:00'), at('03-02 10:45'), at('03-02 11:00')].map((now) => show(nextFireAt(reading, now))),
    ).toEqual(['03-02 10:45', '03-02 11:00', null]);
  });
});

describe('breach', () => {
  const log = ['created 03-02 10:00'];
  it('never: counts for the metric, breaches not', () => {
    expect(one({ within: '1 h', breach: 'never' }, leak(log), '03-02 12:00')).toMatchObject({
      state: 'late',
      breached: false,
      breachAt: null,
    });
    expect(one({ within: '1 h', breach: 'never' }, leak([...log, 'handled 03-02 12:00']), '03-02 12:00')).toMatchObject(
      { state: 'met-late', breached: false },
    );
  });
  it('if-late: only a late act breaches', () => {
    expect(one({ within: '1 h', breach: 'if-late' }, leak(log), '03-02 12:00')).toMatchObject({
      breached: false,
      warnAt: null,
    });
    expect(
      one({ within: '1 h', breach: 'if-late' }, leak([...log, 'handled 03-02 12:00']), '03-02 12:00'),
    ).toMatchObject({ breached: true });
  });
});

describe('promises', () => {
  const promise = clock({ before: 'promised', until: 'finished' });
  it('are due at the time promised and move with it', () => {
    const plans = [
      { plan: 'promised', at: at('03-04 12:00'), setAt: at('03-02 11:00'), id: 5 },
      { plan: 'promised', at: at('03-06 12:00'), setAt: at('03-04 09:00'), id: 6 },
    ];
    expect(
      read({ clocks: [promise] }, leak(['created 03-02 10:00'], { plans }), '03-05 10:00').map((r) => [
        show(r.due),
        r.state,
      ]),
    ).toEqual([['03-06 12:00', 'running']]);
  });
  it('do not exist before anything is promised', () =>
    expect(read({ clocks: [promise] }, leak(['created 03-02 10:00']), '03-05 12:00')).toEqual([]));
  it('can be a date of every year', () => {
    const heating = clock({ before: '11-01', until: 'handled', lead: '1 cd' });
    expect(read({ clocks: [heating] }, leak(['created 11-02 10:00']), '11-02 10:00').map((r) => show(r.due))).toEqual([
      '2027-11-01 00:00',
    ]);
  });
});

describe('conditions', () => {
  it('know the hour and the kind of day of a milestone', () => {
    const entry = (facts: Parameters<typeof when>[0]) =>
      read(
        { clocks: [clock({ when: when(facts), from: 'created', until: 'handled', within: '1 h' })] },
        leak(['received 10-10 23:10']),
        '10-10 23:30',
      ).length;
    expect(entry({ 'received.time': { op: 'clock-range', from: 1320, until: 510 } })).toBe(1);
    expect(entry({ 'received.day': 'working' })).toBe(1);
    expect(entry({ 'arrived.day': 'working' })).toBe(0);
    expect(entry({ 'now.holiday': false })).toBe(1);
  });
  it('meet alternatives', () => {
    const any = { facts: { dn: range('>= 300') }, any: [when({ urgent: true }), when({ channel: 'phone' })] };
    expect(
      read(
        { clocks: [clock({ when: any, from: 'created', until: 'handled', within: '1 h' })] },
        leak(['created 03-02 10:00'], { facts: { dn: 300 } }),
        '03-02 10:00',
      ),
    ).toHaveLength(1);
  });
});

it('a return of an earlier dispatch does not stop a clock that starts later', () => {
  const contact = { from: 'assigned', until: ['contacted', 'returned'], within: '10 min' };
  expect(
    one(contact, leak(['dispatched 03-02 10:00', 'returned 03-02 10:10', 'assigned 03-02 10:30']), '03-02 10:35').state,
  ).toBe('running');
});
describe('every: once', () => {
  const unsolved = {
    ...cited('unsolved'),
    to: [],
    via: [],
    when: when({ unsolved: true }),
    overlap: 'error' as const,
    cases: [oneCase('unsolved', timing({ every: 'once', within: '2 h' }))],
  };
  const log = ['created 03-02 10:00'];
  it('runs from the moment the condition turned true', () => {
    const known = leak(log, { facts: { unsolved: true }, factsSince: { unsolved: at('03-02 15:00') } });
    expect(read({ notices: [unsolved] }, known, '03-02 15:00').map((r) => [r.from, show(r.due)])).toEqual([
      ['unsolved', '03-02 17:00'],
    ]);
  });
  it('runs from the beginning where nobody noted when', () =>
    expect(
      read({ notices: [unsolved] }, leak(log, { facts: { unsolved: true } }), '03-02 15:00').map((r) => show(r.due)),
    ).toEqual(['03-02 12:00']));
  it('does not run while it is not true, and not again after a reopening', () => {
    expect(read({ notices: [unsolved] }, leak(log), '03-02 15:00')).toEqual([]);
    const again = leak([...log, 'told:unsolved 03-02 11:00', 'closed 03-02 12:00', 'reopened 03-03 10:00'], {
      facts: { unsolved: true },
    });
    expect(read({ notices: [unsolved] }, again, '03-03 11:00').map((r) => r.state)).toEqual(['met']);
  });
});
it('refuses clocks repeated at intervals, by name', () => {
  const rules = pack({ clocks: [clock({ from: 'created', until: 'handled', within: '1 h', every: '2 d' })] });
  expect(unsupportedClocks(rules)).toMatchObject([{ code: 'clock-every-not-supported', article: '第clock条' }]);
  expect(evaluate(rules, calendarsOf(rules, PUBLISHED), leak(['created 03-02 10:00']), at('03-02 10:00'))).toEqual([]);
});
it('reads clocks on days of 23 and 25 hours', () => {
  const berlin = { timezone: 'Europe/Berlin', holidays: 'none' };
  const due = (within: string, created: string) =>
    new Date(one({ within }, leak([`created ${created}`]), created, berlin).due as number).toISOString().slice(0, 16);
  expect(due('1 cd', '03-28 18:00')).toBe('2026-03-29T22:00');
  expect(due('24 h', '03-28 18:00')).toBe('2026-03-29T10:00');
  expect(due('1 cd', '10-24 18:00')).toBe('2026-10-25T23:00');
});
