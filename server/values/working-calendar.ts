/**
 * Office time as integer tables: which instants are worked, how much was worked before each
 * window, which local days are working days. Compiled once for a range of years; every question
 * afterwards is a few look-ups without allocation.
 *
 * A year that no calendar was published for is answered with `{unknownYear}`, never guessed.
 */
import { DAY, type Instant, MINUTE, type Millis } from './instant.ts';
import { civilDate, dayNumber, type Zone } from './zone.ts';

/** The answer needs a year whose holidays are not published. */
export interface UnknownYear {
  readonly unknownYear: number;
}

export const isKnown = <T extends number | boolean>(answer: T | UnknownYear): answer is T => typeof answer !== 'object';

/** Worked stretches of one day, minutes of the day `[from, until)`; sorted, apart. Empty: a day off. */
export type Windows = readonly (readonly [number, number])[];

export interface CalendarSpec {
  zone: Zone;
  /** First and last local year of the tables. */
  firstYear: number;
  lastYear: number;
  /** Years between them without a published calendar. */
  unknown?: readonly number[];
  /** Asked once for each day of each known year. */
  windowsOn(day: number): Windows;
}

/** Anything time can be counted on: the plain clock, or office hours. */
export interface Counter {
  /** First instant by which `amount` has been counted since `start`; `start` itself for 0. */
  addWorking(start: Instant, amount: Millis): Instant | UnknownYear;
  /** Counted time in `[from, until)`; 0 when `until` is not later. */
  workingBetween(from: Instant, until: Instant): Millis | UnknownYear;
}

export const ELAPSED: Counter = {
  addWorking: (start, amount) => start + amount,
  workingBetween: (from, until) => Math.max(0, until - from),
};

const unknownYears = new Map<number, UnknownYear>();
function unknownYear(year: number): UnknownYear {
  let known = unknownYears.get(year);
  if (!known) {
    known = Object.freeze({ unknownYear: year });
    unknownYears.set(year, known);
  }
  return known;
}

export class WorkingCalendar implements Counter {
  readonly zone: Zone;
  readonly firstYear: number;
  readonly lastYear: number;
  private readonly offset: Millis | null;
  private readonly firstDay: number;
  private readonly dayCount: number;
  private readonly gaps: readonly number[];
  /** Instants of local 00:00, for zones whose offset changes. */
  private readonly dayStart: Float64Array;
  /** Day → its first window, or the next one after it. */
  private readonly dayWindow: Int32Array;
  /** Day → working days up to and including it. */
  private readonly dayRank: Int32Array;
  /** Window → its bounds, and time worked up to its end. */
  private readonly opens: Float64Array;
  private readonly closes: Float64Array;
  private readonly worked: Float64Array;
  /** Working day → instant of its last closing. */
  private readonly lastClosing: Float64Array;
  /** Worked time in steps → first window that can reach it. */
  private readonly bucket: Int32Array;
  private readonly bucketSize: Millis;
  private readonly windowCount: number;
  private readonly total: Millis;

  constructor(spec: CalendarSpec) {
    const { zone, firstYear, lastYear } = spec;
    this.zone = zone;
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    this.offset = zone.fixed;
    this.gaps = [...(spec.unknown ?? [])].filter((year) => year >= firstYear && year <= lastYear).sort((a, b) => a - b);
    this.firstDay = dayNumber(firstYear, 1, 1);
    this.dayCount = dayNumber(lastYear + 1, 1, 1) - this.firstDay;
    const gaps = new Set(this.gaps);

    this.dayStart = new Float64Array(zone.fixed === null ? this.dayCount + 1 : 0);
    this.dayWindow = new Int32Array(this.dayCount + 1);
    this.dayRank = new Int32Array(this.dayCount);
    const opens: number[] = [];
    const closes: number[] = [];
    const worked: number[] = [];
    const lastClosing: number[] = [];
    let total = 0;
    let year = firstYear;
    let yearEnds = dayNumber(firstYear + 1, 1, 1);
    for (let index = 0; index < this.dayCount; index++) {
      const day = this.firstDay + index;
      if (day >= yearEnds) {
        year += 1;
        yearEnds = dayNumber(year + 1, 1, 1);
      }
      if (zone.fixed === null) this.dayStart[index] = zone.startOfDay(day);
      this.dayWindow[index] = opens.length;
      const before = opens.length;
      for (const [from, until] of gaps.has(year) ? [] : spec.windowsOn(day)) {
        const opening = zone.at(day, from);
        const closing = zone.at(day, until);
        if (closing <= opening) continue;
        total += closing - opening;
        opens.push(opening);
        closes.push(closing);
        worked.push(total);
      }
      if (opens.length > before) {
        lastClosing.push(closes[closes.length - 1] as number);
      }
      this.dayRank[index] = lastClosing.length;
    }
    if (zone.fixed === null) this.dayStart[this.dayCount] = zone.startOfDay(this.firstDay + this.dayCount);
    this.dayWindow[this.dayCount] = opens.length;
    this.opens = Float64Array.from(opens);
    this.closes = Float64Array.from(closes);
    this.worked = Float64Array.from(worked);
    this.lastClosing = Float64Array.from(lastClosing);
    this.windowCount = opens.length;
    this.total = total;

    this.bucketSize = Math.max(MINUTE, Math.ceil(total / Math.max(1, opens.length)));
    this.bucket = new Int32Array(Math.floor(total / this.bucketSize) + 1);
    let window = 0;
    for (let step = 0; step < this.bucket.length; step++) {
      while (window < worked.length && (worked[window] as number) < step * this.bucketSize) window += 1;
      this.bucket[step] = window;
    }
  }

  /** First instant by which `amount` ms of office time lie behind `start`; exactly at closing counts. */
  addWorking(start: Instant, amount: Millis): Instant | UnknownYear {
    if (amount <= 0) return start;
    const day = this.indexOf(start);
    if (day < 0 || day >= this.dayCount) return this.unknownAt(start);
    const target = this.workedAt(start, day) + amount;
    if (target > this.total) return unknownYear(this.firstGap(start) ?? this.lastYear + 1);
    let window = this.bucket[Math.floor(target / this.bucketSize)] as number;
    while ((this.worked[window] as number) < target) window += 1;
    const at = (this.closes[window] as number) - ((this.worked[window] as number) - target);
    return this.gaps.length === 0 ? at : this.unlessGap(start, at);
  }

  /** Last instant after which `amount` ms of office time remain until `end`. */
  subtractWorking(end: Instant, amount: Millis): Instant | UnknownYear {
    if (amount <= 0) return end;
    const day = this.indexOf(end);
    if (day < 0 || day >= this.dayCount) return this.unknownAt(end);
    const target = this.workedAt(end, day) - amount;
    if (target < 0) return unknownYear(this.firstYear - 1);
    let window = this.bucket[Math.floor(target / this.bucketSize)] as number;
    while ((this.worked[window] as number) <= target) window += 1;
    const at = (this.closes[window] as number) - ((this.worked[window] as number) - target);
    return this.gaps.length === 0 ? at : this.unlessGap(at, end);
  }

  workingBetween(from: Instant, until: Instant): Millis | UnknownYear {
    if (until <= from) return 0;
    const first = this.indexOf(from);
    if (first < 0 || first >= this.dayCount) return this.unknownAt(from);
    const last = this.indexOf(until);
    // The very end of the tables is still known: it is the 24:00 of their last day.
    if (last > this.dayCount || (last === this.dayCount && until > this.startOf(this.dayCount))) {
      return unknownYear(this.firstGap(from) ?? this.lastYear + 1);
    }
    const counted = this.workedAt(until, last) - this.workedAt(from, first);
    if (this.gaps.length === 0) return counted;
    const gap = this.unlessGap(from, until);
    return typeof gap === 'number' ? counted : gap;
  }

  /** Last closing of the `n`-th working day after (n > 0) or before (n < 0) a local day, which never counts itself. */
  closingOfWorkingDay(day: number, n: number): Instant | UnknownYear {
    const index = day - this.firstDay;
    if (index < 0 || index >= this.dayCount) return unknownYear(civilDate(day).year);
    const rank = this.dayRank[index] as number;
    const at = n > 0 ? rank + n - 1 : rank - (this.isWorked(index) ? 1 : 0) + n;
    if (at < 0) return unknownYear(this.firstYear - 1);
    const here = this.startOf(index);
    if (at >= this.lastClosing.length) return unknownYear(this.firstGap(here) ?? this.lastYear + 1);
    const closing = this.lastClosing[at] as number;
    if (this.gaps.length === 0) return closing;
    const gap = n > 0 ? this.unlessGap(here, closing) : this.unlessGap(closing, here);
    return typeof gap === 'number' ? closing : gap;
  }

  isWorkingDay(day: number): boolean | UnknownYear {
    const index = day - this.firstDay;
    if (index < 0 || index >= this.dayCount) return unknownYear(civilDate(day).year);
    if (this.gaps.length > 0 && this.gaps.includes(civilDate(day).year)) return unknownYear(civilDate(day).year);
    return this.isWorked(index);
  }

  private isWorked(index: number): boolean {
    return (this.dayWindow[index + 1] as number) > (this.dayWindow[index] as number);
  }

  private indexOf(at: Instant): number {
    if (this.offset !== null) return Math.floor((at + this.offset) / DAY) - this.firstDay;
    const guess = Math.floor(at / DAY) - this.firstDay;
    if (guess < -1 || guess > this.dayCount) return guess < 0 ? -1 : this.dayCount + 1;
    let index = Math.max(0, guess - 1);
    while (index < this.dayCount && (this.dayStart[index + 1] as number) <= at) index += 1;
    return (this.dayStart[index] as number) <= at ? index : index - 1;
  }

  private startOf(index: number): Instant {
    return this.offset !== null ? (index + this.firstDay) * DAY - this.offset : (this.dayStart[index] as number);
  }

  /** Office time from the beginning of the tables to `at`, which lies on day `index`. */
  private workedAt(at: Instant, index: number): Millis {
    let window = this.dayWindow[index] as number;
    while (window < this.windowCount && (this.closes[window] as number) <= at) window += 1;
    if (window >= this.windowCount) return this.total;
    const opening = this.opens[window] as number;
    const closing = this.closes[window] as number;
    const before = (this.worked[window] as number) - (closing - opening);
    return at > opening ? before + (at - opening) : before;
  }

  private unknownAt(at: Instant): UnknownYear {
    return unknownYear(civilDate(this.zone.dayOf(at)).year);
  }

  private firstGap(from: Instant): number | undefined {
    const year = civilDate(this.zone.dayOf(from)).year;
    return this.gaps.find((gap) => gap >= year);
  }

  /** `until`, unless an unpublished year lies on the way there. An `until` at 00:00 of New Year does not enter it. */
  private unlessGap(from: Instant, until: Instant): Instant | UnknownYear {
    const gap = this.firstGap(from);
    if (gap === undefined) return until;
    return civilDate(this.zone.dayOf(until - 1)).year >= gap || civilDate(this.zone.dayOf(from)).year >= gap
      ? unknownYear(gap)
      : until;
  }
}

export const compileCalendar = (spec: CalendarSpec): WorkingCalendar => new WorkingCalendar(spec);
