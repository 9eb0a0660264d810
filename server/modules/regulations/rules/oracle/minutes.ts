/**
 * Test support: due dates by walking minute after minute, the slow and obvious way. Shares nothing
 * with the evaluator or its calendars, so that a mistake in one is not repeated in the other.
 * Local time is +08:00; every input falls on whole minutes.
 */

export interface OracleHours {
  /** Weekdays worked, Sunday 0. */
  weekdays: number[];
  open: [number, number][];
  /** From 1 May to 30 September, where it differs. */
  summer?: [number, number][];
  off: ReadonlySet<string>;
  madeUp: ReadonlySet<string>;
  years: ReadonlySet<number>;
}

export type OracleLimit =
  | { unit: 'elapsed' | 'wh'; minutes: number }
  | { unit: 'cd' | 'wd' | 'mo'; count: number }
  | { unit: 'same-day' | 'month-end' | 'next-month-end' | 'week-end' | 'half-year-end' }
  | { unit: 'day'; date: number };

export interface OracleCase {
  hours: OracleHours;
  /** Minutes since 1970-01-01T00:00Z. */
  start: number;
  opens?: OracleLimit;
  limit: OracleLimit;
  pauses: [number, number][];
  quiet?: [number, number];
  extension?: { at: number; due: number };
  /** Share of the counted time after which it warns. */
  share: number;
}

export type OracleAnswer = { due: number; warn: number } | { unknownYear: number };

const MINUTE = 60_000;
const OFFSET = 480;

interface Local {
  year: number;
  month: number;
  date: number;
  weekday: number;
  /** Last date of the month. */
  last: number;
  text: string;
}

const days = new Map<number, Local>();

const dayIndex = (minute: number): number => Math.floor((minute + OFFSET) / 1440);

/** The local calendar day a UTC minute falls on. */
function localDay(minute: number): Local {
  const number = dayIndex(minute);
  let day = days.get(number);
  if (!day) {
    const d = new Date(number * 1440 * MINUTE);
    const last = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 1, 0)).getUTCDate();
    day = {
      year: d.getUTCFullYear(),
      month: d.getUTCMonth() + 1,
      date: d.getUTCDate(),
      weekday: d.getUTCDay(),
      last,
      text: d.toISOString().slice(0, 10),
    };
    days.set(number, day);
  }
  return day;
}

const ofDay = (minute: number): number => (minute + OFFSET) % 1440;

class Unknown extends Error {
  readonly year: number;
  constructor(year: number) {
    super(`${year}`);
    this.year = year;
  }
}

function openOn(hours: OracleHours, day: Local): [number, number][] {
  if (!hours.years.has(day.year)) throw new Unknown(day.year);
  const worked = hours.madeUp.has(day.text) || (!hours.off.has(day.text) && hours.weekdays.includes(day.weekday));
  const summer = day.text.slice(5) >= '05-01' && day.text.slice(5) <= '09-30';
  return worked ? (summer && hours.summer) || hours.open : [];
}

/** The minutes of a day that are office time, kept because the walk asks for each of them. */
const masks = new WeakMap<OracleHours, Map<number, Uint8Array>>();

/** Is this minute office time? */
function isOffice(hours: OracleHours, minute: number): boolean {
  const known = masks.get(hours) ?? new Map<number, Uint8Array>();
  masks.set(hours, known);
  let mask = known.get(dayIndex(minute));
  if (!mask) {
    mask = new Uint8Array(1440);
    for (const [from, until] of openOn(hours, localDay(minute)))
      for (let time = from; time < until; time++) mask[time] = 1;
    known.set(dayIndex(minute), mask);
  }
  return mask[ofDay(minute)] === 1;
}

function isQuiet(quiet: [number, number] | undefined, minute: number): boolean {
  if (!quiet) return false;
  const time = ofDay(minute);
  return quiet[0] < quiet[1] ? time >= quiet[0] && time < quiet[1] : time >= quiet[0] || time < quiet[1];
}

/** The first local 00:00 after the minute. */
const midnightAfter = (minute: number): number => minute + 1440 - ofDay(minute);

/** The limit as if nothing held it, and from where its time is counted. */
function nominal(
  hours: OracleHours,
  limit: OracleLimit,
  start: number,
  computed: boolean,
): { due: number; from: number } {
  // A computed 24:00 belongs to the day it ends.
  const inDay0 = computed ? start - 1 : start;
  const endOfDay0 = midnightAfter(inDay0);
  switch (limit.unit) {
    case 'elapsed':
      return { due: start + limit.minutes, from: start };
    case 'wh': {
      let at = start;
      for (let counted = 0; counted < limit.minutes; at++) if (isOffice(hours, at)) counted += 1;
      return { due: at, from: start };
    }
    case 'cd': {
      let at = endOfDay0;
      for (let n = 0; n < limit.count; n++) at = midnightAfter(at);
      return { due: at, from: endOfDay0 };
    }
    case 'wd': {
      let at = endOfDay0;
      let closing = endOfDay0;
      for (let n = 0; n < limit.count; ) {
        const windows = openOn(hours, localDay(at));
        if (windows.length > 0) {
          n += 1;
          closing = at;
          for (let minute = at; minute < at + 1440; minute++) if (isOffice(hours, minute)) closing = minute + 1;
        }
        at = midnightAfter(at);
      }
      return { due: closing, from: endOfDay0 };
    }
    case 'mo': {
      const day0 = localDay(inDay0);
      let at = endOfDay0;
      for (;;) {
        const day = localDay(at);
        const months = (day.year - day0.year) * 12 + day.month - day0.month;
        if (months === limit.count && day.date === Math.min(day0.date, day.last))
          return { due: midnightAfter(at), from: endOfDay0 };
        at = midnightAfter(at);
      }
    }
  }
  // Calendar points: the end of the first day, day 0 included, that is the one meant.
  let skip = limit.unit === 'next-month-end' ? 1 : 0;
  for (let at = inDay0; ; at = midnightAfter(at)) {
    const day = localDay(at);
    const meant =
      limit.unit === 'same-day' ||
      (limit.unit === 'week-end' && day.weekday === 0) ||
      (limit.unit === 'half-year-end' && (day.text.endsWith('06-30') || day.text.endsWith('12-31'))) ||
      (limit.unit === 'day' && day.date === Math.min(limit.date, day.last)) ||
      (limit.unit.endsWith('month-end') && day.date === day.last);
    if (meant && skip-- === 0) return { due: midnightAfter(at), from: start };
  }
}

export function walk(one: OracleCase): OracleAnswer {
  try {
    let start = one.start;
    if (one.opens) start = nominal(one.hours, one.opens, start, false).due;
    const { due: plainDue, from } = nominal(one.hours, one.limit, start, one.opens !== undefined);
    const office = one.limit.unit === 'wh' || one.limit.unit === 'wd';
    const counts = (minute: number): boolean => !office || isOffice(one.hours, minute);

    let target = 0;
    for (let at = from; at < plainDue; at++) if (counts(at)) target += MINUTE;

    const paused = (minute: number, pauses: [number, number][]): boolean => {
      for (const pause of pauses) if (minute >= pause[0] && minute < pause[1]) return true;
      return false;
    };
    const reach = (begin: number, amount: number, pauses: [number, number][]): number => {
      let left = amount;
      let at = begin;
      if (left === 0) return begin * MINUTE;
      for (; ; at++) {
        if (paused(at, pauses) || isQuiet(one.quiet, at) || !counts(at)) continue;
        if (left <= MINUTE) return at * MINUTE + left;
        left -= MINUTE;
      }
    };
    let due = reach(from, target, one.pauses);
    if (one.extension) {
      const { at: grantedAt, due: granted } = one.extension;
      const later = one.pauses.filter(([begin]) => begin >= grantedAt);
      let lost = 0;
      for (let at = grantedAt; at < granted; at++)
        if (paused(at, later) && !isQuiet(one.quiet, at) && counts(at)) lost += MINUTE;
      due = reach(granted, lost, later);
    }
    let total = 0;
    for (let at = from; at * MINUTE < due; at++) {
      if (!paused(at, one.pauses) && !isQuiet(one.quiet, at) && counts(at))
        total += Math.min(MINUTE, due - at * MINUTE);
    }
    const warn = due <= from * MINUTE ? due : reach(from, Math.round(total * one.share), one.pauses);
    return { due, warn: Math.min(warn, due) };
  } catch (unknown) {
    if (unknown instanceof Unknown) return { unknownYear: unknown.year };
    throw unknown;
  }
}

/** Last minute from which at least so much office time (or so many whole days) remains before the planned time. */
export function walkBack(hours: OracleHours, lead: OracleLimit, planned: number): number | { unknownYear: number } {
  try {
    if (lead.unit === 'elapsed') return planned - lead.minutes;
    let at = planned;
    if (lead.unit === 'wh') {
      for (let left = lead.minutes; left > 0; ) if (isOffice(hours, --at)) left -= 1;
      return at;
    }
    if (lead.unit !== 'cd' && lead.unit !== 'wd') throw new Error(`no lead: ${lead.unit}`);
    while (ofDay(at) !== 0) at -= 1;
    for (let n = lead.count; n > 0; ) {
      if (lead.unit === 'cd') {
        n -= 1;
        if (n > 0) at -= 1440;
        continue;
      }
      at -= 1440;
      if (openOn(hours, localDay(at)).length > 0) n -= 1;
    }
    if (lead.unit === 'cd') return at;
    let closing = at;
    for (let minute = at; minute < at + 1440; minute++) if (isOffice(hours, minute)) closing = minute + 1;
    return closing;
  } catch (unknown) {
    if (unknown instanceof Unknown) return { unknownYear: unknown.year };
    throw unknown;
  }
}
