/**
 * Test support: days and office hours of the oracle, in +08:00. It shares nothing with the evaluator,
 * its calendars or its zone, so that a mistake in one is not repeated in the other.
 */
import type { Instant } from '../../../../values/instant.ts';
import type { HoursEntry } from '../pack.ts';

const OFFSET = 8 * 3_600_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A year of days off and of weekends worked, `YYYY-MM-DD`. */
export interface OracleYear {
  year: number;
  off: string[];
  work: string[];
}

export interface LocalDay {
  year: number;
  month: number;
  date: number;
  /** ISO weekday, Sunday 7. */
  weekday: number;
  /** Last date of the month. */
  last: number;
  text: string;
}

/** Days since 1970-01-01 by the local wall. */
export const dayOf = (at: Instant): number => Math.floor((at + OFFSET) / DAY);
export const midnightOf = (day: number): Instant => day * DAY - OFFSET;
/** The first local 00:00 after an instant. */
export const nextMidnight = (at: Instant): Instant => midnightOf(dayOf(at) + 1);
/** Milliseconds since local 00:00. */
export const timeOf = (at: Instant): number => at - midnightOf(dayOf(at));

const known = new Map<number, LocalDay>();

export function localDay(day: number): LocalDay {
  let local = known.get(day);
  if (!local) {
    const date = new Date(day * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
    local = {
      year,
      month,
      date: date.getUTCDate(),
      weekday: date.getUTCDay() || 7,
      last: new Date(Date.UTC(year, month, 0)).getUTCDate(),
      text: date.toISOString().slice(0, 10),
    };
    known.set(day, local);
  }
  return local;
}

/** No calendar is published for this year. */
export class UnknownYear extends Error {
  readonly year: number;
  constructor(year: number) {
    super(`no calendar of ${year}`);
    this.year = year;
  }
}

/** What the published calendar says of a day: off, worked though at a weekend, or nothing. */
function published(years: OracleYear[], day: number): 'off' | 'made-up' | 'plain' {
  const { year, text } = localDay(day);
  const one = years.find((each) => each.year === year);
  if (!one) throw new UnknownYear(year);
  if (one.off.includes(text)) return 'off';
  return one.work.includes(text) ? 'made-up' : 'plain';
}

/**
 * Opening hours of a local day as instants; empty when nobody works. A make-up day is worked like the first
 * worked weekday. A case that names days adds them and goes before one that names a season only.
 */
export function openOn(hours: HoursEntry, years: OracleYear[], day: number): [Instant, Instant][] {
  const local = localDay(day);
  const kind = hours.holidays === 'open' ? 'plain' : published(years, day);
  if (kind === 'off') return [];
  const weekday = kind === 'made-up' ? Math.min(...hours.days) : local.weekday;
  const monthDay = local.month * 100 + local.date;
  const fitting = hours.cases.filter(({ days, season }) => {
    if (days && !days.includes(weekday)) return false;
    if (!season) return true;
    const [from, until] = [season.from[0] * 100 + season.from[1], season.until[0] * 100 + season.until[1]];
    return from <= until ? monthDay >= from && monthDay <= until : monthDay >= from || monthDay <= until;
  });
  const own = fitting.find(({ days, season }) => days && season) ?? fitting.find(({ days }) => days) ?? fitting[0];
  if (!hours.days.includes(weekday) && !own?.days) return [];
  const midnight = midnightOf(day);
  return (own ?? hours).open.map(([from, until]) => [midnight + from * MINUTE, midnight + until * MINUTE]);
}
