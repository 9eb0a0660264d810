/**
 * When a limit runs out.
 *
 * Every limit has a *nominal due* d0, as if nothing ever held the clock, and a *counting function* C:
 * plain time for `min h d cd mo` and calendar points, office time for `wh wd`. Counting begins at the
 * start s0, or at the end of day 0 for limits in days and months (day 0 never counts, paused or not).
 * The target is C(s0, d0); the clock is due at the first instant at which counted, unpaused, unquiet
 * time reaches it. Reaching it exactly at closing counts; it never moves to the next opening. A zero
 * limit is due at its start.
 */
import { DAY, type Instant, type Millis } from '../../../values/instant.ts';
import { type Counter, isKnown, type UnknownYear } from '../../../values/working-calendar.ts';
import { addMonths, civilDate, dayNumber, lastDayOfMonth, weekdayOf, type Zone } from '../../../values/zone.ts';
import type { Calendars } from './calendar.ts';
import type { Limit } from './pack.ts';

/** Where counting begins. */
export interface Start {
  at: Instant;
  /**
   * Computed (an opening, another clock's due) rather than happened: 24:00 belongs to the day it
   * ends. A happening at exactly 00:00 belongs to the new day.
   */
  computed: boolean;
}

/** A pause with a known or projected end; sorted and apart. */
export interface Held {
  from: Instant;
  until: Instant;
}

export const dayOfStart = (zone: Zone, start: Start): number => zone.dayOf(start.computed ? start.at - 1 : start.at);

/** The unit counts office time. */
export const isOffice = (limit: Limit): boolean => limit.unit === 'wh' || limit.unit === 'wd';

/** Where C begins: the end of day 0 for `cd wd mo`, else the start. */
export function countsFrom(limit: Limit, start: Start, zone: Zone): Instant {
  const days = limit.unit === 'cd' || limit.unit === 'wd' ? limit.days : limit.unit === 'mo' ? limit.months : 0;
  return days > 0 ? zone.startOfDay(dayOfStart(zone, start) + 1) : start.at;
}

/**
 * Due if nothing held the clock. Null: never (`none`), or a billing cycle whose end `cycleEnd` does not know.
 * Calendar points (`same-day`, `month-end`, `day 30`) are the 24:00 of their day; `day 30` is the next
 * coming 30th, the day of the start included, clamped to short months.
 */
export function nominalDue(
  limit: Limit,
  start: Start,
  hours: string,
  calendars: Calendars,
  cycleEnd: (from: Instant, next: boolean) => Instant | null,
): Instant | UnknownYear | null {
  const { zone } = calendars;
  const day = dayOfStart(zone, start);
  const endOf = (last: number): Instant => zone.startOfDay(last + 1);
  switch (limit.unit) {
    case 'elapsed':
      return start.at + limit.ms;
    case 'wh':
      return calendars.office(hours).addWorking(start.at, limit.ms);
    case 'cd':
      return limit.days > 0 ? endOf(day + limit.days) : start.at;
    case 'wd':
      return limit.days > 0 ? calendars.office(hours).closingOfWorkingDay(day, limit.days) : start.at;
    case 'mo':
      return limit.months > 0 ? endOf(addMonths(day, limit.months)) : start.at;
    case 'same-day':
      return endOf(day);
    case 'month-day': {
      const { year, month, day: date } = civilDate(day);
      const here = Math.min(limit.day, lastDayOfMonth(year, month));
      if (date <= here) return endOf(dayNumber(year, month, here));
      const next = civilDate(dayNumber(year, month + 1, 1));
      return endOf(dayNumber(next.year, next.month, Math.min(limit.day, lastDayOfMonth(next.year, next.month))));
    }
    case 'period-end':
      return limit.period === 'cycle'
        ? cycleEnd(start.at, limit.next)
        : endOf(lastDayOf(limit.period, day, limit.next));
    case 'none':
      return null;
  }
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

function lastDayOf(period: 'week' | keyof typeof MONTHS, day: number, next: boolean): number {
  if (period === 'week') return day + (7 - weekdayOf(day)) + (next ? 7 : 0);
  const months = MONTHS[period];
  const { year, month } = civilDate(day);
  const first = Math.floor((month - 1) / months) * months + 1;
  return dayNumber(year, first + months * (next ? 2 : 1), 0);
}

/** First day of the calendar period a day lies in. */
export function periodBegan(period: 'week' | keyof typeof MONTHS, day: number): number {
  if (period === 'week') return day - weekdayOf(day) + 1;
  const { year, month } = civilDate(day);
  return dayNumber(year, Math.floor((month - 1) / MONTHS[period]) * MONTHS[period] + 1, 1);
}

/**
 * `lead` before a planned time. Whole days end at the 24:00 (`wd`: last closing) of the day so many
 * days earlier: 1 cd before any time of 03-10 is 03-09 24:00.
 */
export function leadBefore(lead: Limit, planned: Instant, hours: string, calendars: Calendars): Instant | UnknownYear {
  const { zone } = calendars;
  const day = zone.dayOf(planned);
  switch (lead.unit) {
    case 'elapsed':
      return planned - lead.ms;
    case 'wh':
      return calendars.office(hours).subtractWorking(planned, lead.ms);
    case 'cd':
      return lead.days > 0 ? zone.startOfDay(day - lead.days + 1) : planned;
    case 'wd':
      return lead.days > 0 ? calendars.office(hours).closingOfWorkingDay(day, -lead.days) : planned;
    case 'mo':
      return lead.months > 0 ? zone.startOfDay(addMonths(day, -lead.months) + 1) : planned;
    case 'same-day':
      return zone.startOfDay(day);
    default:
      return planned;
  }
}

/** First instant by which `amount` has been counted since `from`, pauses left out; `from` itself for 0. */
export function advance(
  counter: Counter,
  from: Instant,
  amount: Millis,
  pauses: readonly Held[],
): Instant | UnknownYear {
  if (amount <= 0) return from;
  let at = from;
  let left = amount;
  for (const pause of pauses) {
    if (pause.until <= at) continue;
    if (pause.from > at) {
      const counted = counter.workingBetween(at, pause.from);
      // A year without calendar: the due may still lie before it.
      if (!isKnown(counted)) break;
      if (counted >= left) break;
      left -= counted;
    }
    at = pause.until;
  }
  return counter.addWorking(at, left);
}

/** Counted time in `[from, until)` outside pauses. */
export function unpaused(
  counter: Counter,
  from: Instant,
  until: Instant,
  pauses: readonly Held[],
): Millis | UnknownYear {
  const all = counter.workingBetween(from, until);
  if (!isKnown(all)) return all;
  const held = countHeld(counter, from, until, pauses);
  return isKnown(held) ? all - held : held;
}

/** Counted time in `[from, until)` inside pauses. */
export function countHeld(
  counter: Counter,
  from: Instant,
  until: Instant,
  pauses: readonly Held[],
): Millis | UnknownYear {
  let held = 0;
  for (const pause of pauses) {
    const part = counter.workingBetween(Math.max(from, pause.from), Math.min(until, pause.until));
    if (!isKnown(part)) return part;
    held += part;
  }
  return held;
}

/** Sorts pauses and joins those that touch or overlap. */
export function joined(pauses: readonly Held[]): readonly Held[] {
  if (pauses.length === 0) return pauses;
  const sorted = pauses.filter((pause) => pause.until > pause.from).sort((a, b) => a.from - b.from);
  const result: Held[] = [];
  for (const pause of sorted) {
    const last = result[result.length - 1];
    if (last && pause.from <= last.until) last.until = Math.max(last.until, pause.until);
    else result.push({ ...pause });
  }
  return result;
}

/** Day limits in whole days, for warnings given in days on a clock that counts plain time. */
export const asElapsed = (limit: Limit): Millis | null =>
  limit.unit === 'elapsed' || limit.unit === 'wh' ? limit.ms : limit.unit === 'cd' ? limit.days * DAY : null;
