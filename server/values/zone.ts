/**
 * Local time of a zone as integers. A *day number* counts local calendar days since
 * 1970-01-01 (day 0); a *minute* counts wall-clock minutes since local 00:00.
 *
 * A wall time skipped by summer time is read with the offset before the change (02:30 in a
 * gap of one hour is 03:30); one that comes twice means its first coming.
 */
import { DAY, type Instant, MINUTE, type Millis, SECOND } from './instant.ts';

export interface Zone {
  id: string;
  /** Offset from UTC when it never changes, else null. */
  fixed: Millis | null;
  offsetAt(at: Instant): Millis;
  /** Local day number of an instant. */
  dayOf(at: Instant): number;
  /** Wall-clock minute of its local day, 0–1439. */
  minuteOf(at: Instant): number;
  /** Instant of a wall time; minute 1440 is 00:00 of the next day. */
  at(day: number, minute: number): Instant;
  startOfDay(day: number): Instant;
}

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** Day number of a calendar date; months and days outside their range roll over. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / DAY);

/** Days from 0000-03-01 to 1970-01-01; years that begin in March end with the leap day. */
const EPOCH = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/** By whole numbers alone: a `Date` for each of a hundred thousand due times is what takes the time. */
export function civilDate(day: number): CivilDate {
  const era = Math.floor((day + EPOCH) / DAYS_OF_400_YEARS);
  const inEra = day + EPOCH - era * DAYS_OF_400_YEARS;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const year = Math.floor((inEra - leaps) / 365);
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** ISO weekday: Monday 1 … Sunday 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Last day of a month. */
export const lastDayOfMonth = (year: number, month: number): number => civilDate(dayNumber(year, month + 1, 0)).day;

/** The same day of the month `months` later (or earlier), clamped to the length of that month. */
export function addMonths(day: number, months: number): number {
  const date = civilDate(day);
  const target = civilDate(dayNumber(date.year, date.month + months, 1));
  return dayNumber(target.year, target.month, Math.min(date.day, lastDayOfMonth(target.year, target.month)));
}

/** Day number of `YYYY-MM-DD`, or null when it is not a date of the calendar. */
export function parseDay(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const day = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return formatDay(day) === text ? day : null;
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** `YYYY-MM-DD`. */
export function formatDay(day: number): string {
  const date = civilDate(day);
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** `YYYY-MM-DD HH:MM`, as the clocks of the zone show it. */
export function formatTime(zone: Zone, at: Instant): string {
  const minute = zone.minuteOf(at);
  return `${formatDay(zone.dayOf(at))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const zones = new Map<string, Zone>();

/**
 * The zone of an IANA name or an offset such as `+08:00`. China has kept +08:00 all year since 1992,
 * so `Asia/Shanghai` is read as that fixed offset.
 * @throws RangeError for a name the runtime does not know; packs are checked when they load.
 */
export function zoneOf(id: string): Zone {
  let zone = zones.get(id);
  if (!zone) {
    zone = build(id);
    zones.set(id, zone);
  }
  return zone;
}

const FIXED: Record<string, Millis> = {
  UTC: 0,
  'Asia/Shanghai': 8 * 60 * MINUTE,
  'Asia/Chongqing': 8 * 60 * MINUTE,
};

function build(id: string): Zone {
  const written = /^([+-])(\d{2}):(\d{2})$/.exec(id);
  const fixed = written
    ? (written[1] === '-' ? -1 : 1) * (Number(written[2]) * 60 + Number(written[3])) * MINUTE
    : FIXED[id];
  return fixed === undefined ? changing(id) : constant(id, fixed);
}

function constant(id: string, offset: Millis): Zone {
  return {
    id,
    fixed: offset,
    offsetAt: () => offset,
    dayOf: (at) => Math.floor((at + offset) / DAY),
    minuteOf: (at) => Math.floor((at + offset - Math.floor((at + offset) / DAY) * DAY) / MINUTE),
    at: (day, minute) => day * DAY + minute * MINUTE - offset,
    startOfDay: (day) => day * DAY - offset,
  };
}

/** Stretch of time looked up at once; offsets inside are kept as a sorted list of changes. */
const BLOCK = 400 * DAY;

function changing(id: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'longOffset' });
  const blocks = new Map<number, { from: Instant; offset: Millis }[]>();

  const ask = (at: Instant): Millis => {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    const parts = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name);
    if (!parts?.[1]) return 0;
    const size = Number(parts[2]) * 60 * MINUTE + Number(parts[3]) * MINUTE + Number(parts[4] ?? 0) * SECOND;
    return parts[1] === '-' ? -size : size;
  };

  const changesIn = (block: number): { from: Instant; offset: Millis }[] => {
    const start = block * BLOCK;
    const list = [{ from: start, offset: ask(start) }];
    for (let at = start; at < start + BLOCK; at += 5 * DAY) {
      let low = at;
      let high = at + 5 * DAY;
      const before = ask(low);
      const after = ask(high);
      if (before === after) continue;
      while (high - low > SECOND) {
        const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
        if (ask(middle) === before) low = middle;
        else high = middle;
      }
      list.push({ from: high, offset: after });
    }
    return list;
  };

  const offsetAt = (at: Instant): Millis => {
    const block = Math.floor(at / BLOCK);
    let list = blocks.get(block);
    if (!list) {
      list = changesIn(block);
      blocks.set(block, list);
    }
    let offset = 0;
    for (const change of list) {
      if (change.from > at) break;
      offset = change.offset;
    }
    return offset;
  };

  const at = (day: number, minute: number): Instant => {
    const local = day * DAY + minute * MINUTE;
    const before = offsetAt(local - DAY);
    if (offsetAt(local - before) === before) return local - before;
    const after = offsetAt(local + DAY);
    return offsetAt(local - after) === after ? local - after : local - before;
  };

  return {
    id,
    fixed: null,
    offsetAt,
    dayOf: (instant) => Math.floor((instant + offsetAt(instant)) / DAY),
    minuteOf: (instant) => {
      const local = instant + offsetAt(instant);
      return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
    },
    at,
    startOfDay: (day) => at(day, 0),
  };
}
