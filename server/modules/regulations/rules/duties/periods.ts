/** Calendar periods a duty comes round in. Days are local day numbers. */
import { DAY } from '../../../../values/instant.ts';
import { addMonths, civilDate, dayNumber, formatDay, weekdayOf } from '../../../../values/zone.ts';
import type { Limit } from '../pack.ts';

export interface Period {
  /** `2026-10-08`, `2026-W41`, `2026-10`, `2026-Q4`, `2026-H2`, `2026`. */
  key: string;
  first: number;
  last: number;
}

const MONTHS: Record<string, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The period a day lies in; null: it is no calendar period.
 * @param cycle months of a billing cycle of the thing, counted from January; undefined: not known
 */
export function periodOf(every: string, day: number, cycle: number | undefined): Period | null {
  if (every === 'day') return { key: formatDay(day), first: day, last: day };
  if (every === 'week') {
    const first = day - weekdayOf(day) + 1;
    // The week belongs to the year of its Thursday.
    const { year } = civilDate(first + 3);
    const number = Math.floor((first + 3 - dayNumber(year, 1, 1)) / 7) + 1;
    return { key: `${year}-W${two(number)}`, first, last: first + 6 };
  }
  const months = every === 'cycle' ? cycle : MONTHS[every];
  if (months === undefined || !(months >= 1)) return null;
  const { year, month } = civilDate(day);
  const began = Math.floor((month - 1) / months) * months + 1;
  const first = dayNumber(year, began, 1);
  const last = Math.min(addMonths(first, months), dayNumber(year + 1, 1, 1)) - 1;
  const number = Math.floor((began - 1) / months) + 1;
  const key =
    every === 'year'
      ? `${year}`
      : every === 'month'
        ? `${year}-${two(month)}`
        : `${year}-${every === 'quarter' ? 'Q' : every === 'half-year' ? 'H' : 'C'}${number}`;
  return { key, first, last };
}

/** `MM-DD` of a year, or the date itself, as a day; null: no date. */
export function dayNamed(date: string, year: number): number | null {
  const [, whole, month, day] = /^(\d{4})?-?(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (month === undefined || day === undefined) return null;
  return dayNumber(whole === undefined ? year : Number(whole), Number(month), Number(day));
}

/** The day so much earlier; parts of a day are a whole one. */
export function dayAhead(day: number, ahead: Limit | undefined): number {
  switch (ahead?.unit) {
    case 'mo':
      return addMonths(day, -ahead.months);
    case 'cd':
    case 'wd':
      return day - ahead.days;
    case 'elapsed':
    case 'wh':
      return day - Math.ceil(ahead.ms / DAY);
    default:
      return day;
  }
}
