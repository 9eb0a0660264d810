/** The same input as in the tests of other systems gives the same result; China's own calendar. */
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../values/instant.ts';
import { calendarsOf } from './calendar.ts';
import { evaluate } from './evaluate.ts';
import type { ClockReading, Matter } from './matter.ts';
import type { HoursEntry, Pack } from './pack.ts';
import { at, clock, hours, limit, matter, PUBLISHED, pack, pause, show, WENSHANG } from './testing.ts';

const first = (parts: Partial<Pack>, given: Matter, now: string): ClockReading => {
  const rules = pack(parts);
  return evaluate(rules, calendarsOf(rules, PUBLISHED), given, at(now))[0] as ClockReading;
};
/** One clock from created by these hours, without holidays. */
const dated = (
  within: string,
  office: HoursEntry,
  log: string[],
  parts: Partial<Matter> = {},
  more: Partial<Pack> = {},
): ClockReading => {
  const clocks = [clock({ from: 'created', until: 'handled', within })];
  return first(
    { clocks, hours: [office], holidays: 'none', ...more },
    matter('pipe-leak', log, parts),
    log[0]?.replace(/^\S+ /, '') as string,
  );
};
const week = (from: number, until: number) => hours([1, 2, 3, 4, 5], [[from, until]]);

describe('GLPI', () => {
  const glpi: HoursEntry = { ...week(510, 1140), cases: [{ days: [1], open: [[630, 1140]] }] };
  const pauses = [
    pause('2034-06-09 08:50:00', '2034-06-09 10:08:12'),
    pause('2034-06-09 10:10:00', '2034-06-09 10:35:25'),
    pause('2034-06-09 10:40:00', '2034-06-09 11:25:36'),
  ];
  it('puts 30 working minutes off by three pauses, and warns 5 minutes before', () => {
    const reading = dated(
      '0.5 wh',
      glpi,
      ['created 2034-06-09 08:46:12'],
      { pauses },
      { warn: { before: limit('5 min') } },
    );
    expect([show(reading.due), show(reading.warnAt)]).toEqual(['2034-06-09 11:45:25', '2034-06-09 11:40:25']);
  });
  it('warns 1 h before on the calendar of the clock', () => {
    const reading = dated(
      '4 wh',
      week(480, 1080),
      ['created 2034-06-05 17:00'],
      {},
      { warn: { before: limit('1 h') } },
    );
    expect([show(reading.due), show(reading.warnAt)]).toEqual(['2034-06-06 11:00', '2034-06-06 10:00']);
  });
});

describe('Frappe', () => {
  const office = week(600, 1080);
  it('goes over the weekend', () =>
    expect(show(dated('2 wh', office, ['created 01-09 17:00']).due)).toBe('01-12 11:00'));
  it('ends at closing when the hold leaves exactly that', () =>
    expect(
      show(dated('2 wh', office, ['created 01-08 15:00'], { pauses: [pause('01-08 15:30', '01-08 16:30')] }).due),
    ).toBe('01-08 18:00'));
  it('goes on next morning by the second more', () =>
    expect(
      show(dated('2 wh', office, ['created 01-08 15:00'], { pauses: [pause('01-08 15:30', '01-08 16:30:01')] }).due),
    ).toBe('01-09 10:00:01'));
});

describe('Zammad: 60, 120 and 180 working minutes', () => {
  const office = week(480, 1080);
  it.each([
    ['1 wh', '10:30'],
    ['2 wh', '11:30'],
    ['3 wh', '12:30'],
  ])('%s end at %s', (within, time) =>
    expect(show(dated(within, office, ['created 2013-03-21 09:30']).due)).toBe(`2013-03-21 ${time}`),
  );
  it('first answered after 270 minutes of 60: 210 too many', () => {
    const reading = dated('1 wh', office, ['created 2013-03-21 09:30', 'handled 2013-03-21 14:00']);
    const counter = calendarsOf(pack({ hours: [office], holidays: 'none' }), PUBLISHED).office('office');
    const used = counter.workingBetween(reading.start, reading.stoppedAt as number) as number;
    const over = counter.workingBetween(reading.due as number, reading.stoppedAt as number) as number;
    expect([reading.state, used / MINUTE, over / MINUTE]).toEqual(['met-late', 270, 210]);
  });
});
it('Zammad: a pause of three days and more takes the whole days between', () => {
  const reading = dated('2 h', week(0, 1440), ['created 03-02 23:00'], {
    pauses: [pause('03-02 23:45', '03-05 00:45')],
  });
  expect([show(reading.due), reading.because.find((one) => one.kind === 'pause')?.params.ms]).toEqual([
    '03-05 02:00',
    (2 * 1440 + 60) * MINUTE,
  ]);
});
it('Zammad: a pause over midnight takes 15 and 45 minutes of two days', () => {
  const reading = dated('2 h', week(0, 1440), ['created 03-02 23:00'], {
    pauses: [pause('03-02 23:45', '03-03 00:45')],
  });
  expect([show(reading.due), reading.because.find((one) => one.kind === 'pause')?.params.ms]).toEqual([
    '03-03 02:00',
    60 * MINUTE,
  ]);
});

describe('China', () => {
  const days = (within: string, log: string) =>
    show(
      first(
        { clocks: [clock({ from: 'created', until: 'handled', within })] },
        matter('pipe-leak', [`created ${log}`]),
        log,
      ).due,
    );
  it('works the make-up days: 09-30 + 5 wd', () => expect(days('5 wd', '09-30 09:00')).toBe('10-13 17:30'));
  it('works the make-up days: Friday 02-13 + 2 wd', () => expect(days('2 wd', '02-13 09:00')).toBe('02-24 17:30'));
  it('works all six of 2026', () => {
    const rules = pack({});
    const calendars = calendarsOf(rules, PUBLISHED);
    for (const day of ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']) {
      expect(calendars.isWorkingDay(calendars.zone.dayOf(at(`${day} 12:00`)))).toBe(true);
    }
  });
  it('has calendars of 2004 to 2026 and of no other year', () => {
    expect([...(PUBLISHED.cn ?? [])].map((one) => one.year).sort()).toEqual(
      Array.from({ length: 23 }, (_, i) => 2004 + i),
    );
  });
  it('names the year it has no calendar for', () => {
    const reading = first(
      { clocks: [clock({ from: 'created', until: 'handled', within: '2 wd' })] },
      matter('pipe-leak', ['created 12-30 09:00']),
      '12-30 09:00',
    );
    expect([reading.state, reading.waitsFor]).toEqual(['waiting-calendar', 'cn 2027']);
  });
  it('needs no calendar for hours of the clock', () => expect(days('72 h', '12-30 09:00')).toBe('2027-01-02 09:00'));
});

describe('Wenshang', () => {
  const accept = (log: string) =>
    show(
      first(
        { clocks: [clock({ from: 'created', until: 'handled', within: '8 wh' })], hours: [WENSHANG] },
        matter('pipe-leak', [`created ${log}`]),
        log,
      ).due,
    );
  it('leaves out lunch', () => expect(accept('03-02 08:00')).toBe('03-03 09:00'));
  it('goes by the hours of each day over the switch in spring', () =>
    expect(accept('04-30 14:00')).toBe('05-06 15:30'));
  it('goes by the hours of each day over the switch in autumn', () =>
    expect(accept('09-30 14:30')).toBe('10-08 15:00'));
});
