/** The file of one year under regulations/national/<calendar>/, once parsed from YAML. */
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { parseDay } from '../../../../values/zone.ts';
import type { HolidayYear } from '../calendar.ts';

/** Refuses what is not a year of days off and make-up days, naming the key at fault. */
export function holidayYearFrom(document: unknown): Result<HolidayYear & { calendar: string }> {
  const wrong = (key: string) => refuse('bad-holiday-year', { params: { key } });
  if (typeof document !== 'object' || document === null) return wrong('year');
  const { calendar, year, off, work } = document as Record<string, unknown>;
  if (typeof calendar !== 'string') return wrong('calendar');
  if (typeof year !== 'number') return wrong('year');
  const offDays = daysOf(off, year);
  const workDays = daysOf(work, year);
  if (!offDays || offDays.length === 0) return wrong('off');
  if (!workDays || workDays.some((day) => offDays.includes(day))) return wrong('work');
  return ok({ calendar, year, off: offDays, work: workDays });
}

function daysOf(list: unknown, year: number): string[] | null {
  if (!Array.isArray(list)) return null;
  const days = list.map((one: unknown) =>
    typeof one === 'object' && one !== null ? (one as { date?: unknown }).date : one,
  );
  return days.every((day) => typeof day === 'string' && day.startsWith(`${year}-`) && parseDay(day) !== null)
    ? (days as string[])
    : null;
}
