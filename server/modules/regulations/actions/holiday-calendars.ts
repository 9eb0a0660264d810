import { readFolder, SHIPPED, touchedAt } from '../files.ts';
import type { HolidayCalendars, HolidayYear } from '../rules/calendar.ts';
import { loadHolidays } from '../rules/loading/holidays.ts';

/** Milliseconds for which what was read is taken to be so: a year published meanwhile counts as soon after. */
const TRUSTED = 5000;

/**
 * Keeps what a regulations folder publishes of days off and make-up working days, and reads it again when a file of
 * them was written. The same object as long as nothing changed. Of a file that is wrong nothing is published: what
 * is wrong is the pack check's to say, and what was known before stays.
 * @param now milliseconds of any clock that goes on
 */
export function calendarsIn(folder: string, now: () => number = () => performance.now()): () => HolidayCalendars {
  let known: HolidayCalendars | undefined;
  let seen = '';
  let lookedAt = 0;
  return () => {
    if (known && now() - lookedAt < TRUSTED) return known;
    lookedAt = now();
    const written = touchedAt(folder, 'national');
    if (known && written === seen) return known;
    seen = written;
    const { calendars, errors } = loadHolidays(readFolder(folder) ?? []);
    if (!known || errors.length === 0) known = calendars;
    return known;
  };
}

/** A year of the second goes before the same year of the first. The same object as long as both give the same. */
export function joined(a: () => HolidayCalendars, b: () => HolidayCalendars): () => HolidayCalendars {
  let known: { of: [HolidayCalendars, HolidayCalendars]; all: HolidayCalendars } | undefined;
  return () => {
    const [first, second] = [a(), b()];
    if (known && known.of[0] === first && known.of[1] === second) return known.all;
    const all: Record<string, HolidayYear[]> = {};
    for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
      const own = second[name] ?? [];
      const others = (first[name] ?? []).filter(({ year }) => !own.some((one) => one.year === year));
      all[name] = [...others, ...own].sort((x, y) => x.year - y.year);
    }
    known = { of: [first, second], all };
    return all;
  };
}

const OWN = process.env.GONGSHUI_CALENDARS;

/** Published days off and make-up working days: those that ship, and those an installation keeps in a folder of its own. */
export const holidayCalendars = OWN ? joined(calendarsIn(SHIPPED), calendarsIn(OWN)) : calendarsIn(SHIPPED);
