import { readFolder, SHIPPED } from '../files.ts';
import type { HolidayCalendars } from '../rules/calendar.ts';
import { loadHolidays } from '../rules/loading/holidays.ts';

let calendars: HolidayCalendars | undefined;

/** Published days off and make-up working days, read once. What is wrong in them is the pack check's to say. */
export function holidayCalendars(): HolidayCalendars {
  calendars ??= loadHolidays(readFolder(SHIPPED) ?? []).calendars;
  return calendars;
}
