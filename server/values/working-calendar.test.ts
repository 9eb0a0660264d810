import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from './instant.ts';
import { compileCalendar, type WorkingCalendar } from './working-calendar.ts';
import { addMonths, civilDate, dayNumber, formatDay, parseDay, weekdayOf, zoneOf } from './zone.ts';

const z = (text: string): number => Date.parse(text);
const utc = (instant: unknown): string =>
  typeof instant === 'number' ? new Date(instant).toISOString().slice(0, 16) : JSON.stringify(instant);
const weekdays = (
  windows: Record<number, [number, number][]>,
  zone = 'UTC',
  off: string[] = [],
  years: [number, number] = [2010, 2035],
): WorkingCalendar =>
  compileCalendar({
    zone: zoneOf(zone),
    firstYear: years[0],
    lastYear: years[1],
    windowsOn: (day) => (off.includes(formatDay(day)) ? [] : (windows[weekdayOf(day)] ?? [])),
  });
const same = (days: number[], open: [number, number][]) => Object.fromEntries(days.map((day) => [day, open]));
const h = (hour: number, minute = 0) => hour * 60 + minute;

describe('what other systems assert', () => {
  const office = weekdays(same([1, 2, 3, 4, 5], [[h(8), h(18)]]));
  it('Zammad: 60, 120, 180 working minutes from Thursday 09:30', () => {
    const start = z('2013-03-21T09:30Z');
    expect([60, 120, 180].map((m) => utc(office.addWorking(start, m * MINUTE)))).toEqual([
      '2013-03-21T10:30',
      '2013-03-21T11:30',
      '2013-03-21T12:30',
    ]);
    expect(office.workingBetween(start, z('2013-03-21T14:00Z'))).toBe(270 * MINUTE);
  });
  it('GLPI: 4 h from Monday 17:00', () =>
    expect(utc(office.addWorking(z('2034-06-05T17:00Z'), 4 * HOUR))).toBe('2034-06-06T11:00'));
  it('Frappe: 2 h from Friday 17:00', () =>
    expect(utc(weekdays(same([1, 2, 3, 4, 5], [[h(10), h(18)]])).addWorking(z('2026-01-09T17:00Z'), 2 * HOUR))).toBe(
      '2026-01-12T11:00',
    ));
  it('Znuny: 15 h over the start of summer time in Berlin', () => {
    const berlin = weekdays(
      same(
        [1, 2, 3, 4, 5],
        [
          [h(8), h(13)],
          [h(14), h(18)],
        ],
      ),
      'Europe/Berlin',
      ['2015-12-24', '2015-12-25', '2015-12-26', '2015-12-31'],
    );
    expect(utc(berlin.addWorking(z('2015-03-27T11:00Z'), 15 * HOUR))).toBe('2015-03-31T07:00');
  });
  it('zendesk/biz: a week of 39.5 h', () => {
    const week = weekdays({
      ...same([2, 4], [[h(10), h(16)]]),
      ...same([1, 3, 5], [[h(9), h(17)]]),
      6: [[h(11), h(14, 30)]],
    });
    expect(week.workingBetween(z('2026-01-05T00:00Z'), z('2026-01-12T00:00Z'))).toBe(39.5 * HOUR);
  });
});

describe('office time', () => {
  const lunch = weekdays(
    same(
      [1, 2, 3, 4, 5],
      [
        [h(8), h(11, 30)],
        [h(14), h(17, 30)],
      ],
    ),
    '+08:00',
  );
  it('ends exactly at closing, never at the next opening', () =>
    expect(utc(lunch.addWorking(z('2026-03-02T00:00Z'), 3.5 * HOUR))).toBe('2026-03-02T03:30'));
  it('goes on after lunch by the millisecond', () =>
    expect(lunch.addWorking(z('2026-03-02T00:00Z'), 3.5 * HOUR + 1)).toBe(z('2026-03-02T06:00Z') + 1));
  it('stands still for nothing', () =>
    expect(lunch.addWorking(z('2026-03-01T00:00Z'), 0)).toBe(z('2026-03-01T00:00Z')));
  it('counts back to the last moment that leaves enough', () => {
    expect(utc(lunch.subtractWorking(z('2026-03-02T06:00Z'), 3.5 * HOUR))).toBe('2026-03-02T00:00');
    expect(utc(lunch.subtractWorking(z('2026-03-02T01:00Z'), 2 * HOUR))).toBe('2026-02-27T08:30');
  });
  it('finds the closing of the n-th working day, forward and back', () => {
    const friday = dayNumber(2026, 3, 6);
    expect(utc(lunch.closingOfWorkingDay(friday, 1))).toBe('2026-03-09T09:30');
    expect(utc(lunch.closingOfWorkingDay(friday, -1))).toBe('2026-03-05T09:30');
    expect(utc(lunch.closingOfWorkingDay(friday + 1, -1))).toBe('2026-03-06T09:30');
  });
  it('adds up: what was added is what lies between', () => {
    for (const minutes of [1, 209, 210, 211, 420, 4200, 99_999]) {
      const start = z('2026-03-02T05:17Z');
      expect(lunch.workingBetween(start, lunch.addWorking(start, minutes * MINUTE) as number)).toBe(minutes * MINUTE);
    }
  });
});

describe('years without a calendar', () => {
  const spec = { zone: zoneOf('+08:00'), windowsOn: () => [[480, 1080] as const] };
  const two = compileCalendar({ ...spec, firstYear: 2024, lastYear: 2026, unknown: [2025] });
  it('are named, before, between and after', () => {
    expect(two.addWorking(z('2023-12-31T02:00Z'), HOUR)).toEqual({ unknownYear: 2023 });
    expect(two.addWorking(z('2024-12-31T09:30Z'), HOUR)).toEqual({ unknownYear: 2025 });
    expect(two.addWorking(z('2026-12-31T09:30Z'), HOUR)).toEqual({ unknownYear: 2027 });
    expect(two.workingBetween(z('2024-06-01T00:00Z'), z('2026-06-01T00:00Z'))).toEqual({ unknownYear: 2025 });
    expect(two.closingOfWorkingDay(dayNumber(2026, 12, 31), 1)).toEqual({ unknownYear: 2027 });
    expect(two.isWorkingDay(dayNumber(2025, 5, 5))).toEqual({ unknownYear: 2025 });
    expect(two.addWorking(z('2025-05-05T02:00Z'), HOUR)).toEqual({ unknownYear: 2025 });
  });
  it('do not disturb what ends in the year before, to its last closing', () => {
    expect(utc(two.addWorking(z('2024-12-31T09:00Z'), HOUR))).toBe('2024-12-31T10:00');
    expect(utc(two.addWorking(z('2026-12-31T09:00Z'), HOUR))).toBe('2026-12-31T10:00');
    expect(two.workingBetween(z('2026-12-31T09:00Z'), z('2026-12-31T16:00Z'))).toBe(HOUR);
  });
});

describe('zones', () => {
  const berlin = zoneOf('Europe/Berlin');
  it('reads a skipped wall time with the offset before and a doubled one as its first coming', () => {
    expect(utc(berlin.at(dayNumber(2026, 3, 29), h(2, 30)))).toBe('2026-03-29T01:30');
    expect(utc(berlin.at(dayNumber(2026, 10, 25), h(2, 30)))).toBe('2026-10-25T00:30');
    expect(utc(berlin.at(dayNumber(2026, 10, 25), h(3)))).toBe('2026-10-25T02:00');
  });
  it('knows days of 23 and 25 hours', () => {
    expect(berlin.startOfDay(dayNumber(2026, 3, 30)) - berlin.startOfDay(dayNumber(2026, 3, 29))).toBe(23 * HOUR);
    expect(berlin.startOfDay(dayNumber(2026, 10, 26)) - berlin.startOfDay(dayNumber(2026, 10, 25))).toBe(25 * HOUR);
  });
  it('finds the day of every hour of a year by both kinds of table', () => {
    const calendar = compileCalendar({ zone: berlin, firstYear: 2026, lastYear: 2026, windowsOn: () => [[0, 1440]] });
    let worked = 0;
    for (let at = berlin.startOfDay(dayNumber(2026, 1, 1)); at < berlin.startOfDay(dayNumber(2027, 1, 1)); at += HOUR) {
      expect(calendar.workingBetween(berlin.startOfDay(dayNumber(2026, 1, 1)), at)).toBe(worked);
      worked += HOUR;
    }
    expect(worked).toBe(365 * DAY);
  });
  it('keeps +08:00 all year in China', () => expect(zoneOf('Asia/Shanghai').fixed).toBe(8 * HOUR));
});

describe('dates', () => {
  it('clamps months', () => expect(formatDay(addMonths(dayNumber(2026, 1, 31), 1))).toBe('2026-02-28'));
  it('agrees with the calendar of the runtime on every day of eight hundred years', () => {
    const differing: number[] = [];
    for (let day = dayNumber(1599, 12, 1); day < dayNumber(2401, 2, 1); day++) {
      const date = new Date(day * 86_400_000);
      if (formatDay(day) !== date.toISOString().slice(0, 10)) differing.push(day);
    }
    expect(differing).toEqual([]);
  });
  it('crosses years', () => expect(formatDay(addMonths(dayNumber(2026, 3, 15), -4))).toBe('2025-11-15'));
  it('refuses dates that do not exist', () => expect(parseDay('2026-02-30')).toBeNull());
  it('knows weekdays before 1970 too', () =>
    expect([weekdayOf(dayNumber(2026, 11, 22)), weekdayOf(dayNumber(1969, 12, 31))]).toEqual([7, 3]));
  it('reads back what it numbers', () =>
    expect(civilDate(dayNumber(2028, 2, 29))).toEqual({ year: 2028, month: 2, day: 29 }));
});
