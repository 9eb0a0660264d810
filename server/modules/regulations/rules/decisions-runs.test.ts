/** The last six of the twelve decisions of the pack format, each with the numbers it states. */
import { describe, expect, it } from 'vitest';
import { calendarsOf } from './calendar.ts';
import { evaluate } from './evaluate.ts';
import type { ClockReading, Matter } from './matter.ts';
import type { Pack } from './pack.ts';
import { at, cited, clock, matter, oneCase, PUBLISHED, pack, pause, show, timing, when } from './testing.ts';

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

describe('7. pauses', () => {
  const due = (within: string, pauses: Matter['pauses'], now = '03-05 12:00') =>
    show(
      only(
        read(
          { clocks: [clock({ from: 'created', until: 'finished', within })] },
          matter('pipe-leak', ['created 03-02 10:00'], { pauses }),
          now,
        ),
      ).due,
    );
  it('puts 24 h off by the time paused', () =>
    expect(due('24 h', [pause('03-02 12:00', '03-03 09:00')])).toBe('03-04 07:00'));
  it('puts working days off by the office time paused', () =>
    expect(due('2 wd', [pause('03-03 15:00', '03-03 17:00')])).toBe('03-05 10:00'));
  it('does not know by when to ask while the clock it goes by stands still', () => {
    const clocks = [clock({ id: 'finish', from: 'created', until: 'finished', within: '24 h' })];
    const notices = [
      {
        ...cited('remind'),
        to: [],
        via: [],
        overlap: 'error' as const,
        cases: [oneCase('remind', timing({ before: 'finish.due', lead: '2 h' }))],
      },
    ];
    const given = matter('pipe-leak', ['created 03-02 10:00'], { pauses: [pause('03-03 07:00', null)] });
    const remind = read({ clocks, notices }, given, '03-03 07:30').find((one) => one.id === 'remind');
    expect([remind?.state, remind?.breachAt]).toEqual(['paused', null]);
  });
  it('takes nothing from day 0, which never counts', () =>
    expect(due('2 wd', [pause('03-02 11:00', '03-02 17:00')])).toBe('03-04 17:30'));
});

describe('8. before a planned time', () => {
  const told = (lead: string, more = {}) => ({
    ...cited('tell'),
    to: [],
    via: [],
    overlap: 'error' as const,
    cases: [oneCase('tell', timing({ before: 'planned-stop', lead, ...more }))],
  });
  const notices = [{ ...told('48 h'), when: when({ event: 'outage.planned' }) }];
  const plan = (text: string, set: string, id = 1) => ({ plan: 'planned-stop', at: at(text), setAt: at(set), id });

  it('is due the lead before the stop', () => {
    const given = matter('outage.planned', ['created 10-01 08:00'], { plans: [plan('10-11 06:00', '10-01 08:00')] });
    expect(show(only(read({ notices }, given, '10-01 09:00')).due)).toBe('10-09 06:00');
  });
  it('ends a lead of 1 cd at 24:00 of the day before', () => {
    const given = matter('outage.planned', ['created 03-01 08:00'], { plans: [plan('03-10 06:00', '03-01 08:00')] });
    expect(
      show(only(read({ notices: [{ ...told('1 cd'), when: when({ event: 'outage' }) }] }, given, '03-01 09:00')).due),
    ).toBe('03-10 00:00');
  });
  it('lets the telling count when the stop moves later', () => {
    const given = matter('outage.planned', ['created 10-01 08:00', 'told:tell 10-08 08:00'], {
      plans: [plan('10-11 06:00', '10-01 08:00'), plan('10-12 06:00', '10-09 08:00', 2)],
    });
    expect(only(read({ notices }, given, '10-10 09:00'))).toMatchObject({ state: 'met', due: at('10-10 06:00') });
  });
  it('owes it again when the stop moves earlier', () => {
    const given = matter('outage.planned', ['created 10-01 08:00', 'told:tell 10-08 08:00'], {
      plans: [plan('10-12 06:00', '10-01 08:00'), plan('10-11 06:00', '10-08 12:00', 2)],
    });
    const readings = read({ notices }, given, '10-08 13:00');
    expect(readings.map((one) => [one.run, one.state, show(one.due)])).toEqual([
      [1, 'met', '10-10 06:00'],
      [2, 'running', '10-09 06:00'],
    ]);
  });
  it('is late at once when it is past at its birth', () => {
    const given = matter('outage.planned', ['created 10-10 08:00'], { plans: [plan('10-11 06:00', '10-10 08:00')] });
    expect(only(read({ notices }, given, '10-10 08:00'))).toMatchObject({
      state: 'late',
      breached: true,
      breachAt: at('10-10 08:00'),
      due: at('10-09 06:00'),
    });
  });
  it('only reminds at the lead when it breaches at the event', () => {
    const remind = [{ ...told('2 h', { breach: 'at-event' as const }), when: when({ event: 'outage' }) }];
    const plans = [plan('10-11 06:00', '10-10 08:00')];
    expect(
      only(read({ notices: remind }, matter('outage.customer', ['created 10-10 08:00'], { plans }), '10-11 05:00')),
    ).toMatchObject({ state: 'warned', breached: false, breachAt: at('10-11 06:00') });
    expect(
      only(
        read(
          { notices: remind },
          matter('outage.customer', ['created 10-10 08:00', 'told:tell 10-11 05:30'], { plans }),
          '10-11 07:00',
        ),
      ).state,
    ).toBe('met');
    expect(
      only(read({ notices: remind }, matter('outage.customer', ['created 10-10 08:00'], { plans }), '10-11 06:00')),
    ).toMatchObject({ state: 'late', breached: true });
  });
});

describe('9. runs', () => {
  const log = ['created 10-08 10:00', 'handled 10-08 12:00', 'rejected 10-08 13:00', 'handled 10-09 11:00'];
  it('takes a rejected reply for none: handled again after a day is late', () => {
    const reading = only(read({ clocks: [finish] }, matter('pipe-leak', log), '10-09 12:00'));
    expect([show(reading.due), reading.state, show(reading.stoppedAt)]).toEqual([
      '10-09 10:00',
      'met-late',
      '10-09 11:00',
    ]);
  });
  it('starts clocks from created again when reopened', () => {
    const readings = read(
      { clocks: [finish] },
      matter('pipe-leak', [...log, 'closed 10-09 12:00', 'reopened 10-12 09:00']),
      '10-12 10:00',
    );
    expect(readings.map((one) => [one.run, one.state, show(one.due)])).toEqual([
      [1, 'met-late', '10-09 10:00'],
      [2, 'running', '10-13 09:00'],
    ]);
  });
  it('restarts nothing for a repeated start', () => {
    const accept = clock({ from: 'dispatched', until: 'accepted', within: '20 min' });
    expect(
      dues(
        read(
          { clocks: [accept] },
          matter('pipe-leak', ['dispatched 10-08 10:00', 'dispatched 10-08 10:10']),
          '10-08 10:15',
        ),
      ),
    ).toEqual({ clock: '10-08 10:20' });
  });
  it('begins another run for the next unit after 退单', () => {
    const accept = clock({ from: 'dispatched', until: ['accepted', 'returned'], within: '20 min' });
    const readings = read(
      { clocks: [accept] },
      matter('pipe-leak', [
        'dispatched 10-08 10:00',
        'returned 10-08 10:10',
        'dispatched 10-08 10:30',
        'accepted 10-08 11:00',
      ]),
      '10-08 12:00',
    );
    expect(readings.map((one) => [one.run, one.state, show(one.due)])).toEqual([
      [1, 'met', '10-08 10:20'],
      [2, 'met-late', '10-08 10:50'],
    ]);
  });
  it('begins another review when a reply was rejected and handled again', () => {
    const review = clock({ from: 'handled', until: ['reviewed', 'rejected'], within: '20 min' });
    const readings = read({ clocks: [review] }, matter('pipe-leak', [...log]), '10-09 11:10');
    expect(readings.map((one) => [one.run, one.state, show(one.start)])).toEqual([
      [1, 'met-late', '10-08 12:00'],
      [2, 'running', '10-09 11:00'],
    ]);
  });
});

describe('10. stops', () => {
  const arrive = clock({ from: 'created', until: 'arrived', within: '1 h' });
  it('is in time when the stop is exactly at the due', () =>
    expect(
      only(
        read({ clocks: [arrive] }, matter('pipe-leak', ['created 03-02 10:00', 'arrived 03-02 11:00']), '03-02 12:00'),
      ).state,
    ).toBe('met'));
  it('is late one second after', () =>
    expect(
      only(
        read(
          { clocks: [arrive] },
          matter('pipe-leak', ['created 03-02 10:00', 'arrived 03-02 11:00:01']),
          '03-02 12:00',
        ),
      ),
    ).toMatchObject({ state: 'met-late', breached: true }));
  it('lets a stop before the start count', () =>
    expect(
      only(
        read({ clocks: [arrive] }, matter('pipe-leak', ['arrived 03-02 09:50', 'created 03-02 10:00']), '03-02 12:00'),
      ).state,
    ).toBe('met'));
  it('needs every milestone of an {all} list', () => {
    const complaint = clock({ from: 'received', until: { all: ['handled', 'customer-told'] }, within: '7 wd' });
    const log = ['received 09-30 16:00', 'handled 10-08 10:00'];
    expect(only(read({ clocks: [complaint] }, matter('service-complaint', log), '10-09 12:00')).stoppedAt).toBeNull();
    expect(
      show(
        only(
          read(
            { clocks: [complaint] },
            matter('service-complaint', [...log, 'customer-told 10-09 09:00']),
            '10-09 12:00',
          ),
        ).stoppedAt,
      ),
    ).toBe('10-09 09:00');
  });
  it('reads an earlier stop of a returned run as none for the next, each milestone of an {all} list', () => {
    const both = clock({ from: 'dispatched', until: { all: ['arrived', 'accepted'] }, within: '1 h' });
    const log = ['created 03-02 09:00', 'dispatched 03-02 10:00', 'arrived 03-02 10:10', 'accepted 03-02 10:20'];
    const again = [...log, 'returned 03-02 10:30', 'dispatched 03-02 11:00', 'accepted 03-02 11:10'];
    const stops = (told: string[]) =>
      read({ clocks: [both] }, matter('pipe-leak', told), '03-02 11:30').map((one) => show(one.stoppedAt));
    expect(stops(again)).toEqual(['03-02 10:20', null]);
    expect(stops([...again, 'arrived 03-02 11:20'])).toEqual(['03-02 10:20', '03-02 11:20']);
  });
  it('ends everything without breach when cancelled', () =>
    expect(
      only(
        read(
          { clocks: [arrive] },
          matter('pipe-leak', ['created 03-02 10:00', 'cancelled 03-02 10:30']),
          '03-02 12:00',
        ),
      ),
    ).toMatchObject({ state: 'cancelled', breached: false, endedBy: 'cancelled' }));
  it('ends what is not yet due when closed, and hides no breach before', () => {
    expect(
      only(
        read({ clocks: [arrive] }, matter('pipe-leak', ['created 03-02 10:00', 'closed 03-02 10:30']), '03-02 12:00'),
      ),
    ).toMatchObject({ state: 'cancelled', breached: false });
    expect(
      only(
        read({ clocks: [arrive] }, matter('pipe-leak', ['created 03-02 10:00', 'closed 03-02 11:30']), '03-02 12:00'),
      ),
    ).toMatchObject({ state: 'late', breached: true, endedBy: 'closed' });
  });
});

it('11. does not count quiet hours', () => {
  const tell = clock({ from: 'restored', until: 'customer-told', within: '30 min', quiet: [1320, 510] });
  expect(show(only(read({ clocks: [tell] }, matter('no-water', ['restored 03-02 21:50']), '03-02 21:50')).due)).toBe(
    '03-03 08:50',
  );
});

it('12. re-dates from the start when the truth is found later', () => {
  const arrive = clock({ from: 'received', until: 'arrived', within: '1 h' });
  const before = matter('pipe-leak', ['received 09-30 15:58']);
  expect(only(read({ clocks: [arrive] }, before, '09-30 16:58'))).toMatchObject({
    state: 'late',
    breached: true,
    breachAt: at('09-30 16:58'),
  });
  const synced = matter('pipe-leak', ['received 09-30 15:58', 'arrived 09-30 16:50']);
  expect(only(read({ clocks: [arrive] }, synced, '09-30 18:00'))).toMatchObject({
    state: 'met',
    breached: false,
    stoppedBy: 2,
  });
});
