/**
 * Test support: due dates by walking from one change to the next, day by day: at each step the walk asks
 * whether time counts now, and until when that stays so.
 */
import type { Instant, Stretch } from '../../../../values/instant.ts';
import type { HoursEntry, Limit } from '../pack.ts';
import { dayOf, localDay, midnightOf, nextMidnight, type OracleYear, openOn, timeOf } from './oracle-days.ts';

/** What decides whether an instant counts. */
export interface Counting {
  /** Absent: every hour of the clock counts. */
  office?: HoursEntry;
  years: OracleYear[];
  quiet?: { from: number; until: number };
  /** Closed: one that lasts is given the end it is supposed to have. */
  pauses: Stretch[];
}

const MINUTE = 60_000;
/** A walk of more steps than this does not end. */
const STEPS = 200_000;

const within = (at: Instant, { from, until }: Stretch): boolean => at >= from && (until === null || at < until);

/** Does time count at this instant, and the next instant at which that may change. */
export function look(rule: Counting, at: Instant): { counts: boolean; until: Instant } {
  const midnight = midnightOf(dayOf(at));
  let until = nextMidnight(at);
  let counts = true;
  const cut = (edge: Instant | null): void => {
    if (edge !== null && edge > at && edge < until) until = edge;
  };
  if (rule.office) {
    counts = false;
    for (const [from, closing] of openOn(rule.office, rule.years, dayOf(at))) {
      if (at >= from && at < closing) counts = true;
      cut(from);
      cut(closing);
    }
  }
  if (rule.quiet) {
    const { from, until: end } = rule.quiet;
    const time = timeOf(at);
    const [a, b] = [from * MINUTE, end * MINUTE];
    if (a < b ? time >= a && time < b : time >= a || time < b) counts = false;
    cut(midnight + a);
    cut(midnight + b);
  }
  for (const pause of rule.pauses) {
    if (within(at, pause)) counts = false;
    cut(pause.from);
    cut(pause.until);
  }
  return { counts, until };
}

/** The first instant at which so much time has counted. */
export function reach(rule: Counting, from: Instant, amount: number): Instant {
  let left = amount;
  let at = from;
  for (let step = 0; left > 0; step++) {
    if (step > STEPS) throw new Error('the walk does not end');
    const { counts, until } = look(rule, at);
    if (counts && until - at >= left) return at + left;
    if (counts) left -= until - at;
    at = until;
  }
  return at;
}

/** How much time counts between two instants. */
export function countedBetween(rule: Counting, from: Instant, end: Instant): number {
  let sum = 0;
  for (let at = from; at < end; ) {
    const { counts, until } = look(rule, at);
    const stop = Math.min(until, end);
    if (counts) sum += stop - at;
    at = stop;
  }
  return sum;
}

/** How much of the time that would count between two instants pauses take; nothing asks the calendar outside them. */
export function pausedBetween(rule: Counting, from: Instant, end: Instant): number {
  const free = { ...rule, pauses: [] };
  let sum = 0;
  for (let at = from; at < end; ) {
    const paused = rule.pauses.find((one) => within(at, one));
    const edges = rule.pauses.flatMap((one) => [one.from, one.until ?? end]).filter((edge) => edge > at);
    const stop = Math.min(end, ...edges);
    if (paused) sum += countedBetween(free, at, stop);
    at = stop;
  }
  return sum;
}

/** The last instant from which so much time counts up to a later one. */
export function reachBack(rule: Counting, end: Instant, amount: number): Instant {
  let left = amount;
  let day = dayOf(end);
  for (let step = 0; left > 0; step++) {
    if (step > STEPS) throw new Error('the walk does not end');
    const stretches: [Instant, Instant][] = [];
    for (let at = midnightOf(day); at < Math.min(midnightOf(day + 1), end); ) {
      const { counts, until } = look(rule, at);
      const stop = Math.min(until, end);
      if (counts) stretches.push([at, stop]);
      at = stop;
    }
    for (const [from, until] of stretches.reverse()) {
      if (until - from >= left) return until - left;
      left -= until - from;
    }
    day -= 1;
  }
  return end;
}

const HALVES = ['06-30', '12-31'];
const QUARTERS = ['03-31', '06-30', '09-30', '12-31'];

/** Is this local day the last of the period, or the date of the month, that a calendar limit means? */
function isMeant(limit: Limit, day: number): boolean {
  const local = localDay(day);
  const monthDay = local.text.slice(5);
  if (limit.unit === 'same-day') return true;
  if (limit.unit === 'month-day') return local.date === Math.min(limit.day, local.last);
  if (limit.unit !== 'period-end') throw new Error(`not a point of the calendar: ${limit.text}`);
  switch (limit.period) {
    case 'week':
      return local.weekday === 7;
    case 'month':
      return local.date === local.last;
    case 'quarter':
      return QUARTERS.includes(monthDay);
    case 'half-year':
      return HALVES.includes(monthDay);
    case 'year':
      return monthDay === '12-31';
    case 'cycle':
      throw new Error('the cycle has no calendar');
  }
}

export const isOffice = (limit: Limit): boolean => limit.unit === 'wd' || limit.unit === 'wh';

/**
 * The limit as if nothing held it, and from where its time is counted. `computed`: the start is itself
 * the 24:00 of a computed day and belongs to the day it ends.
 */
export function plainDue(
  limit: Limit,
  start: Instant,
  computed: boolean,
  hours: HoursEntry,
  years: OracleYear[],
): { due: Instant; from: Instant } {
  const day0 = dayOf(computed ? start - 1 : start);
  const evening = midnightOf(day0 + 1);
  switch (limit.unit) {
    case 'none':
      throw new Error('none is never due');
    case 'elapsed':
      return { due: start + limit.ms, from: start };
    case 'wh':
      return { due: reach({ office: hours, years, pauses: [] }, start, limit.ms), from: start };
    case 'cd':
      return { due: midnightOf(day0 + limit.days + 1), from: evening };
    case 'wd': {
      let closing = evening;
      // Whether day 0 is worked matters to nobody; that its year is published does.
      openOn(hours, years, day0);
      for (let day = day0, n = 0; n < limit.days; ) {
        day += 1;
        const windows = openOn(hours, years, day);
        if (windows.length === 0) continue;
        n += 1;
        closing = Math.max(...windows.map(([, until]) => until));
      }
      return { due: closing, from: evening };
    }
    case 'mo': {
      const began = localDay(day0);
      for (let day = day0; ; day++) {
        const local = localDay(day);
        const months = (local.year - began.year) * 12 + local.month - began.month;
        if (months === limit.months && local.date === Math.min(began.date, local.last))
          return { due: midnightOf(day + 1), from: evening };
      }
    }
  }
  let skip = limit.unit === 'period-end' && limit.next ? 1 : 0;
  for (let day = day0; ; day++) {
    if (!isMeant(limit, day)) continue;
    if (skip === 0) return { due: midnightOf(day + 1), from: start };
    skip -= 1;
  }
}

/** A lead before a planned time: whole days end at 24:00 or at closing of the day they leave. */
export function leadBefore(lead: Limit, planned: Instant, hours: HoursEntry, years: OracleYear[]): Instant {
  const today = dayOf(planned);
  if (lead.unit === 'elapsed') return planned - lead.ms;
  if (lead.unit === 'wh') return reachBack({ office: hours, years, pauses: [] }, planned, lead.ms);
  if (lead.unit === 'cd') return lead.days === 0 ? planned : midnightOf(today - lead.days + 1);
  if (lead.unit !== 'wd') throw new Error(`no lead: ${lead.text}`);
  openOn(hours, years, today);
  let day = today;
  for (let n = 0; n < lead.days; ) {
    day -= 1;
    if (openOn(hours, years, day).length > 0) n += 1;
  }
  return Math.max(...openOn(hours, years, day).map(([, until]) => until));
}
