/** The calendars of one rulebook: its office hours with statutory holidays, ready to count on. */
import {
  type Counter,
  compileCalendar,
  ELAPSED,
  type UnknownYear,
  type Windows,
  type WorkingCalendar,
} from '../../../values/working-calendar.ts';
import { civilDate, parseDay, weekdayOf, type Zone, zoneOf } from '../../../values/zone.ts';
import type { HoursEntry, Pack } from './pack.ts';

/** Published days off and make-up working days 调休 of one year, `YYYY-MM-DD`. */
export interface HolidayYear {
  year: number;
  off: readonly string[];
  work: readonly string[];
}

/** By the name packs use, `cn`. A calendar or year that is missing is unknown, not free of holidays. */
export type HolidayCalendars = Readonly<Record<string, readonly HolidayYear[]>>;

/** `holidays: none` in the head of a pack: weekdays alone decide, in every year. */
const NO_HOLIDAYS = 'none';

/** Years covered where no holidays need to be known. */
const ALWAYS = { firstYear: 1990, lastYear: 2099 };

export interface Quiet {
  from: number;
  until: number;
}

export interface Calendars {
  zone: Zone;
  /** Name of the holiday calendar, for `waiting-calendar`. */
  holidays: string;
  office(hours: string): WorkingCalendar;
  /** Office time or plain time, less quiet hours. */
  counter(kind: 'office' | 'elapsed', hours: string, quiet: Quiet | undefined): Counter;
  /** Whether a local day is worked by the hours `office`, or Monday to Friday with holidays where there are none. */
  isWorkingDay(day: number): boolean | UnknownYear;
  /** Whether a local day is a published day off. */
  isHoliday(day: number): boolean | UnknownYear;
}

interface Holidays {
  /** Null: every year is known and has none. */
  years: ReadonlySet<number> | null;
  off: ReadonlySet<number>;
  work: ReadonlySet<number>;
}

const WHOLE_DAY: Windows = [[0, 1440]];
const UNWORKED: Windows = [];

/** Compiles lazily; keep the answer as long as the pack and the published years stay the same. */
export function calendarsOf(
  pack: Pick<Pack, 'timezone' | 'holidays' | 'hours'>,
  published: HolidayCalendars,
): Calendars {
  const zone = zoneOf(pack.timezone);
  const holidays = readHolidays(pack.holidays, published);
  const none: Holidays = { years: null, off: new Set(), work: new Set() };
  const entries = new Map(pack.hours.map((entry) => [entry.id, entry]));
  /** Of office hours and (`null`) of the plain clock: as they are under `undefined`, else by their quiet hours. */
  const compiled = new Map<string | null, Map<number | undefined, WorkingCalendar>>();

  const compile = (hours: string | null, quiet: Quiet | undefined): WorkingCalendar => {
    const entry = hours === null ? undefined : entries.get(hours);
    const days = hours === null || entry?.holidays === 'open' ? none : holidays;
    const windowsOn = (day: number): Windows => {
      if (hours === null) return awake(WHOLE_DAY, quiet);
      return awake(entry ? windowsOf(entry, days, day) : weekdays(days, day), quiet);
    };
    return compileCalendar({ zone, ...yearsOf(days), windowsOn });
  };

  const calendarFor = (hours: string | null, quiet: Quiet | undefined): WorkingCalendar => {
    let byQuiet = compiled.get(hours);
    if (!byQuiet) {
      byQuiet = new Map();
      compiled.set(hours, byQuiet);
    }
    const silent = quiet && quiet.from * 10_000 + quiet.until;
    let calendar = byQuiet.get(silent);
    if (!calendar) {
      calendar = compile(hours, quiet);
      byQuiet.set(silent, calendar);
    }
    return calendar;
  };

  return {
    zone,
    holidays: pack.holidays,
    office: (hours) => calendarFor(hours, undefined),
    counter: (kind, hours, quiet) => {
      if (kind === 'office') return calendarFor(hours, quiet);
      return quiet ? calendarFor(null, quiet) : ELAPSED;
    },
    isWorkingDay: (day) => calendarFor('office', undefined).isWorkingDay(day),
    isHoliday: (day) => {
      const { year } = civilDate(day);
      return holidays.years && !holidays.years.has(year) ? { unknownYear: year } : holidays.off.has(day);
    },
  };
}

function readHolidays(name: string, published: HolidayCalendars): Holidays {
  if (name === NO_HOLIDAYS) return { years: null, off: new Set(), work: new Set() };
  const years = published[name] ?? [];
  const daysOf = (pick: (year: HolidayYear) => readonly string[]): Set<number> =>
    new Set(years.flatMap((year) => pick(year).map((text) => parseDay(text) ?? Number.NaN)));
  return {
    years: new Set(years.map((year) => year.year)),
    off: daysOf((year) => year.off),
    work: daysOf((year) => year.work),
  };
}

function yearsOf(days: Holidays): { firstYear: number; lastYear: number; unknown?: number[] } {
  if (!days.years) return ALWAYS;
  // With no year at all the tables hold one unknown year, so that every question is answered by the year it needs.
  if (days.years.size === 0)
    return { firstYear: ALWAYS.firstYear, lastYear: ALWAYS.firstYear, unknown: [ALWAYS.firstYear] };
  const firstYear = Math.min(...days.years);
  const lastYear = Math.max(...days.years);
  const unknown: number[] = [];
  for (let year = firstYear; year <= lastYear; year++) if (!days.years.has(year)) unknown.push(year);
  return { firstYear, lastYear, unknown };
}

const weekdays = (days: Holidays, day: number): Windows => {
  if (days.off.has(day)) return UNWORKED;
  return days.work.has(day) || weekdayOf(day) <= 5 ? WHOLE_DAY : UNWORKED;
};

/**
 * Windows of one day. A make-up day is worked like the first weekday of the week that is worked.
 * A case that names days adds them; one with both days and season goes before one with either.
 */
function windowsOf(entry: HoursEntry, days: Holidays, day: number): Windows {
  if (days.off.has(day)) return UNWORKED;
  const weekday = days.work.has(day) ? Math.min(...entry.days) : weekdayOf(day);
  const date = civilDate(day);
  const key = date.month * 100 + date.day;
  let best: HoursEntry['cases'][number] | undefined;
  let weight = -1;
  for (const one of entry.cases) {
    if (one.days && !one.days.includes(weekday)) continue;
    if (one.season && !inSeason(one.season, key)) continue;
    const mine = (one.days ? 2 : 0) + (one.season ? 1 : 0);
    if (mine > weight) {
      best = one;
      weight = mine;
    }
  }
  if (!entry.days.includes(weekday) && !best?.days) return UNWORKED;
  return best?.open ?? entry.open;
}

function inSeason(season: { from: [number, number]; until: [number, number] }, key: number): boolean {
  const from = season.from[0] * 100 + season.from[1];
  const until = season.until[0] * 100 + season.until[1];
  return from <= until ? key >= from && key <= until : key >= from || key <= until;
}

/** Windows less the quiet hours of the day; quiet hours that cross midnight are two pieces. */
function awake(windows: Windows, quiet: Quiet | undefined): Windows {
  if (!quiet || quiet.from === quiet.until || windows.length === 0) return windows;
  const loud: [number, number][] =
    quiet.from < quiet.until
      ? [
          [0, quiet.from],
          [quiet.until, 1440],
        ]
      : [[quiet.until, quiet.from]];
  const left: [number, number][] = [];
  for (const [from, until] of windows) {
    for (const [start, end] of loud)
      if (Math.max(from, start) < Math.min(until, end)) left.push([Math.max(from, start), Math.min(until, end)]);
  }
  return left;
}
