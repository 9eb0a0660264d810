/**
 * The clocks of a matter: every deadline, warning and breach as a function of the rulebook, what
 * happened, and now. Nothing is stored between two readings, so a fact recorded later, a corrected
 * fact or a pause allowed afterwards re-dates everything from its start.
 *
 * All entries whose `when` is met run, each on its own; only the `cases` of one entry compete.
 */
import type { Instant } from '../../../values/instant.ts';
import { civilDate, parseDay } from '../../../values/zone.ts';
import type { Calendars } from './calendar.ts';
import { type Decision, Decisions, decide } from './cases.ts';
import { type Actor, type Run, runsBefore, runsFrom } from './clock-runs.ts';
import { type Dating, type DatingScene, date, extend, warningOf } from './dating.ts';
import { type Holds, heldUntil, Pauses } from './holds.ts';
import { testOne, vocabularyOf } from './match.ts';
import type { ClockReading, Matter, PlanSetting } from './matter.ts';
import type { Pack, Test } from './pack.ts';

export type { Judgement } from './reading.ts';

import { type Judgement, judgementOf, type Ruling, readingOf } from './reading.ts';
import { asSeenBy, asSeenByOrder, type Occurrence, orderOf, Round, requestOf, type Subject } from './subjects.ts';
import { type PlanNamed, type RunningCase, type Timed, type Timetable, timetableOf } from './timed-entries.ts';
import type { Vocabulary } from './vocabulary.ts';

export { unsupportedClocks } from './timed-entries.ts';

interface Scene {
  timetable: Timetable;
  warn: Pack['warn'];
  calendars: Calendars;
  matter: Matter;
  now: Instant;
  vocabulary: Vocabulary;
  cycleEnd: DatingScene['cycleEnd'];
  /** Of the clocks others go by: their dues before extensions, by clock and subject. */
  dues: Map<string, { due: Instant; start: Instant; startedBy: number | null }>;
  /** Of those, the ones that stand still now. */
  paused: Set<string>;
}

/** What is told of a run. */
interface Telling<Told> {
  /** Of many matters recorded alike. */
  decisions: Decisions | null;
  warns: boolean;
  of: (
    entry: Timed,
    request: string | null,
    number: number,
    run: Run,
    ruling: Ruling,
    holds: Holds,
    calendars: Calendars,
    now: Instant,
  ) => Told;
}

/** As much as the walk itself goes by. */
type Standing = Pick<ClockReading, 'state' | 'warnAt' | 'breachAt'>;

/** Reads clocks, then notices and approvals with a timing. Entries repeated at intervals are not read (see `unsupportedClocks`). */
export const evaluate = (pack: Pack, calendars: Calendars, matter: Matter, now: Instant): ClockReading[] =>
  walk(pack, calendars, matter, now, { decisions: null, warns: true, of: readingOf });

/**
 * The same runs as `evaluate`, in the same order, with what they come to and nothing of why: for very many matters of the
 * past. What only warns (`warned`) is told as running.
 */
export const judgements = (pack: Pack, calendars: Calendars, matter: Matter, now: Instant): Judgement[] =>
  walk(pack, calendars, matter, now, { decisions: decisionsOf(pack, matter.event), warns: false, of: judgementOf });

const decided = new WeakMap<Pack, Map<string, Decisions>>();

function decisionsOf(pack: Pack, event: string): Decisions {
  const events = decided.get(pack) ?? new Map<string, Decisions>();
  decided.set(pack, events);
  const decisions = events.get(event) ?? new Decisions(timetableOf(pack).entriesFor(event), vocabularyOf(pack));
  events.set(event, decisions);
  return decisions;
}

function walk<Told extends Standing>(
  pack: Pack,
  calendars: Calendars,
  matter: Matter,
  now: Instant,
  telling: Telling<Told>,
): Told[] {
  const timetable = timetableOf(pack);
  const scene: Scene = {
    timetable,
    warn: pack.warn,
    calendars,
    matter,
    now,
    vocabulary: vocabularyOf(pack),
    cycleEnd: (from, next) => cycleEnd(matter, from, next),
    dues: new Map(),
    paused: new Set(),
  };
  const held = (seen: Matter, subject: Subject): Held => ({
    scene: seen === matter ? scene : { ...scene, matter: seen },
    subject,
    pauses: new Pauses(seen, subject, scene.vocabulary, now),
    decisions: telling.decisions?.of({ event: matter.event, ...subject.recorded }, subject.facts) ?? null,
  });
  const ofOrder = asSeenByOrder(matter);
  const order = held(ofOrder, orderOf(ofOrder, calendars, now, scene.vocabulary));
  let callers: Held[] | null = null;
  const readings: Told[] = [];
  for (const entry of timetable.entriesFor(matter.event)) {
    if (!entry.onRequest) {
      readEntry(entry, order, telling, readings);
      continue;
    }
    callers ??= matter.requests.flatMap(({ id }) => {
      const seen = asSeenBy(matter, id);
      const subject = requestOf(seen, id, calendars, now, scene.vocabulary);
      return subject ? [held(seen, subject)] : [];
    });
    for (const caller of callers) readEntry(entry, caller, telling, readings);
  }
  return readings;
}

/** Whom clocks run for, the matter as he sees it, and what holds them. */
interface Held {
  scene: Scene;
  subject: Subject;
  pauses: Pauses;
  /** What is decided already; of the rest it is asked. */
  decisions: ReadonlyMap<Timed, Decision> | null;
}

function readEntry<Told extends Standing>(
  entry: Timed,
  { scene, subject, pauses, decisions }: Held,
  telling: Telling<Told>,
  readings: Told[],
): void {
  const { calendars, matter, vocabulary, now } = scene;
  if (entry.begins && !hasCome(entry.begins, subject)) return;
  const { possible, open, asks } = decisions?.get(entry) ?? decide(entry, subject.facts, vocabulary);
  if (possible.length === 0) return;

  const holds = pauses.of(entry.id, entry.pauses);
  const runs = runsOf(scene, entry, subject, possible, { calendars, holds, cycleEnd: scene.cycleEnd });
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as Run;
    const held = run.stop ? heldUntil(holds, run.stop.at) : holds;
    const dated: DatingScene = { calendars, holds: held, cycleEnd: scene.cycleEnd };
    const { index, dating: base } = earliest(entry, possible, run, dated);
    const entryCase = entry.cases[index] as RunningCase;
    const { value } = entryCase;
    if (scene.timetable.goneBy.has(entry.id)) note(scene, entry, subject, run, base);
    const dating = extend(base, run, value, entry.id, matter.extensions, held);
    const warnAt = telling.warns ? warningOf(dating, run, value, scene.warn, dated) : null;
    const ruling = { index, entryCase, dating, warnAt, asks, provisional: open };
    const own = telling.of(entry, subject.request, i + 1, run, ruling, holds, calendars, now);
    const plan = value.before === undefined ? undefined : entry.plans.get(value.before);
    const reading = goesByPaused(scene, plan, subject) ? pausedToo(own) : own;
    if (reading.state === 'paused' && scene.timetable.goneBy.has(entry.id))
      scene.paused.add(key(entry.id, subject.request));
    readings.push(reading);
  }
}

/** Nothing has begun a clock none of whose starts ever came. */
const hasCome = (milestones: readonly string[], { rounds }: Subject): boolean =>
  rounds.some((round) => milestones.some((milestone) => round.comings(milestone).length > 0));

/** It goes by the due of clocks that stand still now: by when is not known before they run again. */
const goesByPaused = (scene: Scene, plan: PlanNamed | undefined, { request }: Subject): boolean =>
  plan?.dueOf.some((clock) => scene.paused.has(key(clock, request)) || scene.paused.has(key(clock, null))) === true;

const pausedToo = <Told extends Standing>(reading: Told): Told =>
  reading.state === 'running' || reading.state === 'warned'
    ? { ...reading, state: 'paused', warnAt: null, breachAt: null }
    : reading;

/** The case with the earliest due; of equals the first written. One never due comes last. */
function earliest(
  entry: Timed,
  possible: readonly number[],
  run: Run,
  scene: DatingScene,
): { index: number; dating: Dating } {
  let best: { index: number; dating: Dating } | null = null;
  for (const index of possible) {
    const dating = date((entry.cases[index] as RunningCase).value, run, scene);
    if (!best || (dating.due ?? Number.POSITIVE_INFINITY) < (best.dating.due ?? Number.POSITIVE_INFINITY))
      best = { index, dating };
  }
  if (!best) throw new Error(`${entry.id}: no case`);
  return best;
}

const ANYONE: Actor = () => true;

/** Whose acts stop a run: as its case says, which a start may have to decide. */
function actorOf(
  scene: Scene,
  entry: Timed,
  subject: Subject,
  possible: readonly number[],
  dated: DatingScene,
): (start: Occurrence) => Actor {
  if (!entry.hasBy) return () => ANYONE;
  return (start) => {
    const run: Run = {
      round: subject.rounds[0] as Round,
      start,
      computed: false,
      stop: null,
      endings: [],
      ceiling: Number.POSITIVE_INFINITY,
      why: 'first',
    };
    const index = possible.length === 1 ? (possible[0] as number) : earliest(entry, possible, run, dated).index;
    const by = entry.cases[index]?.value.by;
    return by ? (one) => by.some((unit) => belongsTo(scene, one.by, unit)) : ANYONE;
  };
}

function runsOf(
  scene: Scene,
  entry: Timed,
  subject: Subject,
  possible: readonly number[],
  dated: DatingScene,
): readonly Run[] {
  const actorFor = actorOf(scene, entry, subject, possible, dated);
  const before = entry.cases[possible[0] as number]?.value.before;
  if (before === undefined) {
    if (entry.from) return runsFrom(subject.rounds, entry.from, entry.stops, actorFor);
    const turned = turnedTrue(scene.matter, entry, subject);
    const runs = turned ? runsFrom(turned.rounds, { pick: 'first', of: [TURNED] }, entry.stops, actorFor) : [];
    return runs.map((run) => ({ ...run, start: { ...run.start, milestone: turned?.name ?? TURNED } }));
  }
  const settings = settingsOf(scene, entry, subject, before);
  if (!entry.from) return runsBefore(subject.rounds, settings, entry.stops, actorFor);
  // With `from` as well, it is owed only once that has happened.
  const starts = runsFrom(subject.rounds, entry.from, { pick: 'first', of: [] }, actorFor);
  return runsBefore(subject.rounds, settings, entry.stops, actorFor).flatMap((run) => {
    const start = starts.find((one) => one.round === run.round);
    return start ? [start.start.at > run.start.at ? { ...run, start: start.start } : run] : [];
  });
}

/** The moment a condition turned true, among milestones. */
const TURNED = '(condition)';

/**
 * `every: once`: the rounds with the moment the condition turned true in the one it fell into. That is when
 * the last of the facts it tests got its value, or the beginning of the matter where that is not known.
 */
function turnedTrue(matter: Matter, entry: Timed, subject: Subject): { rounds: Round[]; name: string } | null {
  const begun =
    subject.rounds[0]?.log.find((one) => one.milestone === 'received' || one.milestone === 'created') ??
    subject.rounds[0]?.log[0];
  if (!begun) return null;
  let turned = { name: begun.milestone, at: begun.at, id: begun.id };
  for (const when of [entry.when, ...(entry.when?.any ?? [])]) {
    for (const fact in when?.facts) {
      const since = matter.factsSince?.[fact] ?? countedSince(fact, when.facts[fact] as Test, subject);
      if (since !== undefined && since > turned.at) turned = { name: fact, at: since, id: null };
    }
  }
  const last = subject.rounds.findLastIndex((round) => !round.reopened || round.reopened.at <= turned.at);
  const moment: Occurrence = { milestone: TURNED, at: turned.at, id: turned.id };
  return {
    rounds: subject.rounds.map((round, i) =>
      i === last ? new Round(round.number, [...round.log, moment], round.reopened) : round,
    ),
    name: turned.name,
  };
}

/** Since when a count has met its test without a break. */
function countedSince(fact: string, asked: Test, subject: Subject): Instant | undefined {
  const times = subject.counted(fact);
  if (!times) return undefined;
  let met = times.length;
  while (met > 0 && testOne(fact, asked, met) === true) met--;
  return times[met];
}

/** A unit is its own and its parents' part. */
function belongsTo(scene: Scene, unit: string | undefined, wanted: string): boolean {
  const seen = new Set<string>();
  for (let at = unit; at !== undefined && !seen.has(at); at = scene.timetable.parents.get(at)) {
    if (at === wanted) return true;
    seen.add(at);
  }
  return false;
}

/** What a `before` names: a planned time, a date, `due` of an approval's clocks, or `<clock>.due`. */
function settingsOf(scene: Scene, entry: Timed, subject: Subject, plan: string): PlanSetting[] {
  const set = scene.matter.plans.filter(
    (one) =>
      one.plan === plan && (subject.request === null || one.request === undefined || one.request === subject.request),
  );
  if (set.length > 0) return set;
  const { dated, dueOf } = entry.plans.get(plan) ?? { dated: false, dueOf: [] };
  if (dated) {
    const begun = subject.rounds[0]?.log.reduce((first, one) => (one.at < first.at ? one : first));
    const day = begun && dateNamed(plan, scene.calendars.zone.dayOf(begun.at));
    return day ? [{ plan, at: scene.calendars.zone.startOfDay(day), setAt: begun.at, id: begun.id ?? 0 }] : [];
  }
  const dues = dueOf
    .flatMap((clock) => scene.dues.get(key(clock, subject.request)) ?? scene.dues.get(key(clock, null)) ?? [])
    .sort((a, b) => a.due - b.due);
  return dues.slice(0, 1).map((one) => ({ plan, at: one.due, setAt: one.start, id: one.startedBy ?? 0 }));
}

/** `2026-10-01`, or `10-01`: the next one, the day the matter began included. */
function dateNamed(plan: string, from: number): number | null {
  if (!/^\d{2}-\d{2}$/.test(plan)) return parseDay(plan);
  const { year } = civilDate(from);
  const coming = [parseDay(`${year}-${plan}`), parseDay(`${year + 1}-${plan}`)];
  return coming.find((day) => day !== null && day >= from) ?? null;
}

const key = (clock: string, request: string | null): string => `${clock} ${request ?? ''}`;

/** Keeps the due of the latest run, before extensions: an approval is asked for against what was due then. */
function note(scene: Scene, entry: Timed, subject: Subject, run: Run, dating: Dating): void {
  if (entry.section !== 'clocks' || dating.due === null) return;
  scene.dues.set(key(entry.id, subject.request), { due: dating.due, start: run.start.at, startedBy: run.start.id });
}

/** The planned time `cycle-end`: billing cycles are no calendar periods. The first one after `from`, or the one after it. */
function cycleEnd(matter: Matter, from: Instant, next: boolean): Instant | null {
  const ends = [...new Set(matter.plans.filter((one) => one.plan === 'cycle-end').map((one) => one.at))]
    .filter((at) => at > from)
    .sort((a, b) => a - b);
  return ends[next ? 1 : 0] ?? null;
}

/** The next instant after `now` at which a worker must look again: the warning, then the breach. Null: nothing will happen by itself. */
export function nextFireAt(reading: ClockReading, now: Instant): Instant | null {
  if (reading.state !== 'running' && reading.state !== 'warned' && reading.state !== 'paused') return null;
  const coming = [reading.warnAt, reading.breachAt].filter((at) => at !== null && at > now) as Instant[];
  return coming.length === 0 ? null : Math.min(...coming);
}
