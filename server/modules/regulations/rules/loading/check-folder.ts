/** Everything that can be said about a regulations folder: packs, quotes, coverage, holidays, worked cases. */

import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { type Calendars, calendarsOf, type HolidayCalendars } from '../calendar.ts';
import { evaluate, unsupportedClocks } from '../evaluate.ts';
import type { ClockReading, Matter } from '../matter.ts';
import type { Pack, PackError } from '../pack.ts';
import { checkQuotes, readClauses } from './clauses.ts';
import { checkCalendarNames, type Holidays, loadHolidays } from './holidays.ts';
import { type Loaded, loadPacks } from './load-pack.ts';
import { checkCoverage } from './proofs/coverage.ts';
import { owedBy } from './proofs/duty-cases.ts';
import { type Judge, type OrderRules, runExamples } from './proofs/examples.ts';
import { withoutEchoes } from './yaml/echoes.ts';
import type { SourceFile } from './yaml/yaml-nodes.ts';

export interface FolderReport {
  packs: Pack[];
  holidays: HolidayCalendars;
  errors: PackError[];
  written: Loaded['written'];
  /** Entries that are kept and shown but not run: `every` outside duties. */
  notRun: { pack: string; entry: string; article: string }[];
  counts: { packs: number; entries: number; quotes: number; clauses: number; compared: number; examples: number };
}

export const SECTION_NAMES = [
  'organization',
  'terms',
  'hours',
  'limits',
  'clocks',
  'duties',
  'notices',
  'forms',
  'gates',
  'routing',
  'approvals',
  'pauses',
  'metrics',
  'remedies',
  'checklists',
  'prices',
  'texts',
] as const;
export const entryCount = (pack: Pack): number => SECTION_NAMES.reduce((n, section) => n + pack[section].length, 0);

/** National calendars of the folder, and of those shipped the ones it does not have itself. */
export function holidaysOf(files: SourceFile[], shipped: SourceFile[]): Holidays {
  const own = loadHolidays(files);
  return { calendars: { ...loadHolidays(shipped).calendars, ...own.calendars }, errors: own.errors };
}

const compiled = new WeakMap<Pack, { holidays: HolidayCalendars; calendars: Calendars }>();
/** The calendars of a pack, compiled once for the holidays given. */
export function calendarsFor(pack: Pack, holidays: HolidayCalendars): Calendars {
  const known = compiled.get(pack);
  if (known?.holidays === holidays) return known.calendars;
  const calendars = calendarsOf(pack, holidays);
  compiled.set(pack, { holidays, calendars });
  return calendars;
}

/**
 * @param orders absent: what examples say of routes, gates and asks is not looked at
 * @param load how texts become packs, where they may have been read before
 */
export function checkFolder(
  files: SourceFile[],
  shipped: SourceFile[] = [],
  orders?: (holidays: HolidayCalendars) => OrderRules,
  load: typeof loadPacks = loadPacks,
): FolderReport {
  const loaded = load(files, shipped);
  const holidays = holidaysOf(files, shipped);
  const clauses = readClauses(files);
  const quotes = checkQuotes(loaded.packs, clauses, files);
  const coverage = checkCoverage(files, loaded.packs);
  const sound = loaded.packs.filter((p) => !loaded.faults.has(p));
  const examples = runExamples(files, loaded.packs, judgeBy(holidays.calendars, orders), sound);
  const errors = withoutEchoes(
    [...loaded.errors, ...checkCalendarNames(files, holidays.calendars), ...holidays.errors],
    [...quotes.errors, ...coverage.errors, ...examples.errors],
    loaded.faults,
  );
  return {
    packs: loaded.packs,
    written: loaded.written,
    holidays: holidays.calendars,
    errors: errors.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)),
    notRun: loaded.packs.flatMap((p) =>
      unsupportedClocks(p).map((r) => ({
        pack: p.pack,
        entry: String(r.params?.entry ?? ''),
        article: r.article ?? '',
      })),
    ),
    counts: {
      packs: loaded.packs.length,
      entries: loaded.packs.reduce((n, p) => n + entryCount(p), 0),
      quotes: quotes.count,
      clauses: coverage.required,
      compared: coverage.compared,
      examples: examples.count,
    },
  };
}

/** What the evaluator says, or why it cannot: a calendar year nobody has published is refused, never guessed. */
export function readClocks(
  pack: Pack,
  matter: Matter,
  now: Instant,
  holidays: HolidayCalendars,
): Result<ClockReading[]> {
  const readings = evaluate(pack, calendarsFor(pack, holidays), matter, now);
  const waiting = readings.filter(
    (r) => r.state === 'waiting-calendar' && r.waitsFor !== undefined && /\d{4}/.test(r.waitsFor),
  );
  if (waiting.length === 0) return ok(readings);
  const first = waiting[0] as ClockReading;
  return refuse('calendar-year-unknown', {
    params: {
      found: first.waitsFor ?? '',
      year: Number(/\d{4}/.exec(first.waitsFor ?? '')?.[0] ?? 0),
      clock: first.id,
      clocks: waiting.map((r) => r.id).join(' '),
    },
    article: first.article,
    quote: first.quote,
  });
}

/** What judges worked cases under these calendars. */
export const judgeBy = (holidays: HolidayCalendars, orders?: (holidays: HolidayCalendars) => OrderRules): Judge => ({
  dues: duesBy(holidays),
  calendars: (pack) => calendarsFor(pack, holidays),
  owed: owedBy(holidays),
  ...(orders ? { orders: orders(holidays) } : {}),
});

/** Last due of each clock of a matter. */
const duesBy =
  (holidays: HolidayCalendars) =>
  (pack: Pack, matter: Matter, now: Instant): Result<Map<string, { due: Instant | null; article: string }>> => {
    const dues = new Map<string, { due: Instant | null; article: string }>();
    // Later runs come later: the last one stands.
    for (const r of evaluate(pack, calendarsFor(pack, holidays), matter, now))
      dues.set(r.id, { due: r.due, article: r.article });
    return ok(dues);
  };
