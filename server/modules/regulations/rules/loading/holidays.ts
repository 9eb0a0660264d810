/** Published working calendars 放假调休: `regulations/national/<calendar>/<year>.yaml`. */
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { parseDay } from '../../../../values/zone.ts';
import type { HolidayYear } from '../calendar.ts';
import type { PackError } from '../pack.ts';
import { ErrorList, unknownName } from '../pack-error.ts';
import { child, readYaml, type SourceFile, showNode, toJson } from './yaml/yaml-nodes.ts';

export interface Holidays {
  calendars: Record<string, HolidayYear[]>;
  errors: PackError[];
}

/** Files of the folder `national/`; others are passed over. A year listed twice is an error, never a choice. */
export function loadHolidays(files: SourceFile[]): Holidays {
  const errors = new ErrorList();
  const calendars: Record<string, HolidayYear[]> = {};
  for (const file of files) {
    if (!file.path.startsWith('national/') || !/\.ya?ml$/.test(file.path)) continue;
    const root = readYaml(file, errors);
    if (!root || !child(root, 'calendar')) continue;
    const year = holidayYearFrom(toJson(root));
    if (!year.ok) {
      const key = String(year.refusal.params?.key ?? '');
      const at = child(root, key) ?? root;
      errors.add(
        at.at,
        {},
        {
          code: year.refusal.code,
          found: `${key}: ${showNode(at)}`,
          expected: `calendar: cn, year: 2026, off: [{date: "2026-01-01"}], work: […]`,
          zh: `放假安排里“${key}”写得不对。`,
          en: `"${key}" of this holiday year is not right.`,
        },
      );
      continue;
    }
    const { calendar, ...published } = year.value;
    calendars[calendar] ??= [];
    const list = calendars[calendar];
    if (list.some((one) => one.year === published.year)) {
      errors.add(
        root.at,
        {},
        {
          code: 'duplicate-id',
          found: `${calendar} ${published.year}`,
          expected: 'one file for each year',
          zh: `${calendar} ${published.year} 年写了两次。`,
          en: `The year ${published.year} of ${calendar} is given twice.`,
        },
      );
    } else list.push(published);
  }
  for (const list of Object.values(calendars)) list.sort((a, b) => a.year - b.year);
  return { calendars, errors: errors.sorted() };
}

/** `holidays:` of a head must name a calendar that is there: a misspelt one would leave every working day unknown. */
export function checkCalendarNames(files: SourceFile[], calendars: Holidays['calendars']): PackError[] {
  const errors = new ErrorList();
  for (const file of files) {
    if (!/\.ya?ml$/.test(file.path) || /^(national|examples|sources)\//.test(file.path)) continue;
    const named = /^holidays[ \t]*:[ \t]*["']?([^\s"'#]+)/m.exec(file.text.slice(0, 100_000));
    const name = named?.[1];
    if (!named || name === undefined || name === 'none' || name in calendars || !/^pack\s*:/m.test(file.text)) continue;
    const line = file.text.slice(0, named.index).split('\n').length;
    const known = [...Object.keys(calendars), 'none'];
    errors.add(
      { file: file.path, line, column: named[0].length - name.length + 1 },
      {},
      unknownName('calendar', name, known),
    );
  }
  return errors.sorted();
}

/** The file of one year, once parsed from YAML. Refuses what is not a year of days off and make-up days, naming the key at fault. */
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
