/**
 * What a thing of the register is owed by the duties of its rulebook: each occurrence once, with the instant its
 * order opens and the instant it is due. A function of the versions in force, the thing, what was made and done.
 *
 * - Calendar periods (`day`, `month` …): each is owed for itself. One that was missed is owed still; reading in May
 *   does not read April. The order opens when the period begins, `ahead` earlier.
 * - Intervals (`6 mo`, `2 d`): counted from the day it was last done; due at the 24:00 that ends the interval. The
 *   order opens on the morning of that day, `ahead` earlier. There is one at a time: until it is done, or given up,
 *   no other is owed, however long it takes.
 * - `once`: when it first applies to the thing. A date (`before`): before it, each year where it names none.
 *
 * The version in force when an order opens governs. What a version asks for cannot be due before it was in force.
 */
import { DAY, type Instant } from '../../../../values/instant.ts';
import { isKnown } from '../../../../values/working-calendar.ts';
import { civilDate, formatDay } from '../../../../values/zone.ts';
import type { Calendars } from '../calendar.ts';
import { chooseCase } from '../cases.ts';
import { leadBefore, nominalDue } from '../limits.ts';
import { parseLimit } from '../loading/parse-limit.ts';
import { type Facts, testFacts, vocabularyOf } from '../match.ts';
import type { CaseOf, FactValue, Limit, Pack } from '../pack.ts';
import { type Duty, type DutyCase, dutiesOf, UTILITY } from './duty.ts';
import { dayAhead, dayNamed, periodOf } from './periods.ts';

/** Planned time of a thing: the day it expires. */
const EXPIRES = 'expires';
/** Fact of a thing: months of its billing cycle. */
export const CYCLE = 'cycle-months';

export interface OwingThing {
  kind: string;
  facts: Readonly<Record<string, FactValue>>;
  /** Nothing is owed for what was before. */
  from: Instant;
  until: Instant | null;
  /** Local day something was done to it last, by the register; null: nobody knows. */
  lastDone: number | null;
  /** Last local day it holds, for `before: expires`. */
  expires: number | null;
}

/** A version of the rulebook while it is in force. */
export interface InForce {
  pack: Pack;
  calendars: Calendars;
  from: Instant;
  /** null: nothing follows. */
  until: Instant | null;
}

/** The latest occurrence of a duty that was made. */
export interface Made {
  key: string;
  /** Done, or given up; null: neither yet. */
  closedAt: Instant | null;
}

export interface Occurrence {
  duty: string;
  /** Tells the occurrences of one duty of one thing apart. */
  key: string;
  opensAt: Instant;
  /** null: whenever. */
  due: Instant | null;
  /** Event of the order. */
  makes: string;
  /** Unit of the rulebook it goes to. */
  to: string | null;
  /** `6 mo`, `month`, `06-01`. */
  every: string;
  article: string;
  quote: string;
  /** Hash of the version. */
  pack: string;
}

/** @param after orders that opened up to then have been made */
export function owed(
  versions: readonly InForce[],
  thing: OwingThing,
  made: (duty: string) => Made | undefined,
  after: Instant,
  horizon: Instant,
): Occurrence[] {
  const found = new Map<string, Occurrence>();
  for (const version of versions) {
    for (const duty of dutiesOf(version.pack)) {
      if ((duty.forEach ?? UTILITY) !== thing.kind) continue;
      for (const one of ofDuty(duty, version, thing, made(duty.id), after, horizon)) {
        const key = one.every === INTERVAL ? `${duty.id} ${INTERVAL}` : `${duty.id} ${one.key}`;
        if (!found.has(key)) found.set(key, one.occurrence);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.opensAt - b.opensAt || (a.duty < b.duty ? -1 : 1));
}

const INTERVAL = '(interval)';

interface Candidate {
  /** Of an interval only one is owed, whichever version says so first. */
  every: string;
  key: string;
  occurrence: Occurrence;
}

function ofDuty(
  duty: Duty,
  version: InForce,
  thing: OwingThing,
  made: Made | undefined,
  after: Instant,
  horizon: Instant,
): Candidate[] {
  const facts: Facts = (name) => thing.facts[name];
  const vocabulary = vocabularyOf(version.pack);
  if (duty.when && testFacts(duty.when, facts, vocabulary) !== true) return [];
  const { outcomes } = chooseCase(duty.cases, facts, vocabulary);
  const possible = [...new Set(outcomes.flatMap((one) => (duty.overlap === 'first' ? one.slice(0, 1) : one)))];
  // Where a fact that decides is not known, the strictest is owed.
  let best: Candidate[] = [];
  for (const index of possible.sort((a, b) => a - b)) {
    const all = ofCase(duty, duty.cases[index] as CaseOf<DutyCase>, version, thing, made, after, horizon);
    const [first] = all;
    if (first && (best.length === 0 || dueOf(first) < dueOf(best[0] as Candidate))) best = all;
  }
  return best;
}

const dueOf = ({ occurrence }: Candidate): Instant => occurrence.due ?? Number.POSITIVE_INFINITY;

function ofCase(
  duty: Duty,
  one: CaseOf<DutyCase>,
  version: InForce,
  thing: OwingThing,
  made: Made | undefined,
  after: Instant,
  horizon: Instant,
): Candidate[] {
  const start = Math.max(version.from, thing.from);
  const latest = Math.min(version.until ?? Number.POSITIVE_INFINITY, thing.until ?? Number.POSITIVE_INFINITY);
  const scene: Scene = { duty, one, version, thing, made, start, after, horizon };
  return turnsOf(scene)
    .filter(({ opensAt }) => opensAt < latest && opensAt <= horizon)
    .map(({ every, key, opensAt, due }) => ({
      every,
      key,
      occurrence: {
        duty: duty.id,
        key,
        opensAt,
        due,
        makes: one.value.makes,
        to: one.value.to ?? null,
        every: one.value.every ?? one.value.timing.before ?? '',
        article: one.article,
        quote: one.quote,
        pack: version.pack.hash,
      },
    }));
}

interface Scene {
  duty: Duty;
  one: CaseOf<DutyCase>;
  version: InForce;
  thing: OwingThing;
  made: Made | undefined;
  /** From when it applies: in force, and there. */
  start: Instant;
  after: Instant;
  horizon: Instant;
}

interface Turn {
  every: string;
  key: string;
  opensAt: Instant;
  due: Instant | null;
}

function turnsOf(scene: Scene): Turn[] {
  const { every, timing } = scene.one.value;
  if (every === 'once') return once(scene);
  if (every === undefined) return onDate(scene);
  if (timing.before !== undefined) return inPeriods(scene, 'year');
  const interval = parseLimit(every);
  return interval.ok ? sinceLastDone(scene, interval.value.breach) : inPeriods(scene, every);
}

function once({ made, start, after, one, version }: Scene): Turn[] {
  if (made || start <= after) return [];
  return [{ every: 'once', key: 'once', opensAt: start, due: dueWithin(one.value, start, version) }];
}

function onDate({ one, version, thing, made, start }: Scene): Turn[] {
  const { before = '', lead } = one.value.timing;
  const { calendars } = version;
  const { zone } = calendars;
  const day =
    before === EXPIRES
      ? thing.expires === null
        ? null
        : thing.expires + 1
      : dayNamed(before, civilDate(zone.dayOf(start)).year);
  if (day === null) return [];
  const key = before === EXPIRES ? `${EXPIRES} ${formatDay(day - 1)}` : before;
  const planned = zone.startOfDay(day);
  const due = lead ? leadBefore(lead, planned, one.value.timing.hours, calendars) : planned;
  if (made?.key === key || !isKnown(due) || due <= start) return [];
  const { ahead } = one.value;
  const nominal = ahead ? zone.startOfDay(dayAhead(zone.dayOf(due - 1) + 1, ahead)) : start;
  return [{ every: before, key, opensAt: Math.max(nominal, start), due }];
}

function inPeriods({ one, version, thing, start, after, horizon }: Scene, every: string): Turn[] {
  const { zone } = version.calendars;
  const { ahead, timing } = one.value;
  const cycle = thing.facts[CYCLE];
  const turns: Turn[] = [];
  let day = zone.dayOf(Math.max(start, after));
  for (;;) {
    const period = periodOf(every, day, typeof cycle === 'number' ? cycle : undefined);
    if (!period) return turns;
    const nominal = zone.startOfDay(dayAhead(period.first, ahead));
    if (nominal > horizon) return turns;
    const opensAt = Math.max(nominal, start);
    const due = dueOfPeriod(one.value, period, version);
    if (opensAt > after && (due === null || due > start))
      turns.push({ every, key: keyOf(period.key, timing.before), opensAt, due });
    day = period.last + 1;
  }
}

const keyOf = (period: string, before: string | undefined): string =>
  before === undefined ? period : `${period} ${before}`;

function dueOfPeriod(value: DutyCase, period: { first: number; last: number }, version: InForce): Instant | null {
  const { zone } = version.calendars;
  const { before, within } = value.timing;
  const last = zone.startOfDay(period.last + 1);
  if (before !== undefined) {
    const day = dayNamed(before, civilDate(period.first).year);
    return day === null ? last : zone.startOfDay(day);
  }
  if (!within || (within.breach.unit === 'period-end' && within.breach.period === 'cycle' && !within.breach.next))
    return last;
  return dueWithin(value, zone.startOfDay(period.first), version);
}

/** Null: never, or in a year no calendar is published for. */
function dueWithin({ timing }: DutyCase, start: Instant, { calendars }: InForce): Instant | null {
  const limit = timing.within?.breach;
  if (!limit) return null;
  const due = nominalDue(limit, { at: start, computed: false }, timing.hours, calendars, () => null);
  return due !== null && isKnown(due) ? due : null;
}

function sinceLastDone({ one, version, thing, made, start }: Scene, interval: Limit): Turn[] {
  if (made && made.closedAt === null) return [];
  const { calendars, from } = version;
  const { zone } = calendars;
  const known = [thing.lastDone, made?.closedAt == null ? null : zone.dayOf(made.closedAt)].filter(
    (day) => day !== null,
  );
  // Nobody knows when it was done last: as if on the day it came into the register.
  const base = known.length > 0 ? Math.max(...known) : zone.dayOf(thing.from);
  const done = { at: zone.startOfDay(base), computed: false };
  const counted = nominalDue(wholeDays(interval), done, one.value.timing.hours, calendars, () => null);
  if (counted === null || !isKnown(counted)) return [];
  // It cannot have been late before anybody asked for it.
  const due = counted > from ? counted : zone.startOfDay(zone.dayOf(from) + 1);
  const morning = zone.startOfDay(dayAhead(zone.dayOf(due - 1), one.value.ahead));
  const opensAt = Math.max(morning, zone.startOfDay(base + 1), start);
  return [{ every: INTERVAL, key: `after ${formatDay(base)}`, opensAt, due }];
}

/** Intervals end at the end of a day. */
const wholeDays = (limit: Limit): Limit =>
  limit.unit === 'elapsed' ? { unit: 'cd', days: Math.ceil(limit.ms / DAY), text: limit.text } : limit;
