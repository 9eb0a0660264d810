import { createHash } from 'node:crypto';
import { readFolder, SHIPPED, touchedAt } from '../files.ts';
import type { HolidayCalendars } from '../rules/calendar.ts';
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

/** Published days off and make-up working days. */
export const holidayCalendars = calendarsIn(SHIPPED);

/** The files they stand in, each with its content hash. */
export const publishedCalendars = (): { name: string; sha256: string }[] =>
  (readFolder(SHIPPED) ?? [])
    .filter(({ path }) => path.startsWith('national/'))
    .map(({ path, text }) => ({ name: path, sha256: createHash('sha256').update(text).digest('hex') }));
