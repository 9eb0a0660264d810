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
import { chooseCase } from './cases.ts';
import { type Actor, type Run, runsBefore, runsFrom } from './clock-runs.ts';
import { type Dating, type DatingScene, date, extend, warningOf } from './dating.ts';
import { holdsOf } from './holds.ts';
import type { Held } from './limits.ts';
import { test, vocabularyOf } from './match.ts';
import type { ClockReading, Matter, PlanSetting } from './matter.ts';
import type { CaseOf, Pack, Timing } from './pack.ts';
import { type Ruling, readingOf } from './reading.ts';
import { type Occurrence, orderOf, type Round, requestOf, type Subject } from './subjects.ts';
import { type Timed, timedEntries } from './timed-entries.ts';
import type { Vocabulary } from './vocabulary.ts';

export { unsupportedClocks } from './timed-entries.ts';

interface Scene {
  pack: Pack;
  calendars: Calendars;
  matter: Matter;
  now: Instant;
  vocabulary: Vocabulary;
  parents: Map<string, string | undefined>;
  /** Dues of the clocks read so far, before extensions: by clock and subject. */
  dues: Map<string, { due: Instant; start: Instant; startedBy: number | null }>;
  /** Of those, the ones that stand still now. */
  paused: Set<string>;
}

/** Reads clocks, then notices and approvals with a timing. Entries repeated at intervals are not read (see `unsupportedClocks`). */
export function evaluate(pack: Pack, calendars: Calendars, matter: Matter, now: Instant): ClockReading[] {
  const scene: Scene = {
    pack,
    calendars,
    matter,
    now,
    vocabulary: vocabularyOf(pack),
    parents: new Map(pack.organization.map((one) => [one.id, one.parent])),
    dues: new Map(),
    paused: new Set(),
  };
  const order = orderOf(matter, calendars, now);
  const readings: ClockReading[] = [];
  for (const entry of timedEntries(pack)) {
    if (entry.cases[0]?.value.on !== 'request') {
      readings.push(...readEntry(scene, entry, order));
      continue;
    }
    for (const request of matter.requests) {
      const subject = requestOf(matter, request.id, calendars, now);
      if (subject) readings.push(...readEntry(scene, entry, subject));
    }
  }
  return readings;
}

function readEntry(scene: Scene, entry: Timed, subject: Subject): ClockReading[] {
  const { pack, calendars, matter, vocabulary, now } = scene;
  // Unknown: not started.
  if (test(entry.when, subject.facts, vocabulary) !== true) return [];
  const chosen = chooseCase(entry.cases, subject.facts, vocabulary);
  const choice =
    entry.overlap === 'first' ? { ...chosen, outcomes: chosen.outcomes.map((one) => one.slice(0, 1)) } : chosen;
  const possible = [...new Set(choice.outcomes.flat())];
  if (possible.length === 0) return [];

  const holds = holdsOf(pack, matter, subject, entry.id, vocabulary, now);
  const dating: DatingScene = { calendars, holds, cycleEnd: (from, next) => cycleEnd(matter, from, next) };
  const open = choice.outcomes.length > 1 && !alike(entry, possible, choice.outcomes);

  const rule = (run: Run): Ruling => {
    const index = earliest(entry, possible, run, until(run, dating));
    const entryCase = entry.cases[index] as CaseOf<Timing>;
    return {
      index,
      entryCase,
      dating: date(entryCase.value, run, until(run, dating)),
      asks: open ? choice.asks : [],
      provisional: open,
    };
  };

  return runsOf(scene, entry, subject, possible, rule).map((run, i) => {
    const ruling = rule(run);
    const { value } = ruling.entryCase;
    note(scene, entry, subject, run, ruling.dating);
    const extended = {
      ...ruling,
      dating: extend(ruling.dating, run, value, entry.id, matter.extensions, until(run, dating).holds),
    };
    const warnAt = warningOf(extended.dating, run, value, pack.warn, until(run, dating));
    const reading = readingOf(entry, subject.request, i + 1, run, extended, warnAt, holds, calendars, now);
    if (reading.state === 'paused') scene.paused.add(key(entry.id, subject.request));
    return value.before === 'due' && goesByPaused(scene, entry, subject) ? pausedToo(reading) : reading;
  });
}

/** Asked for against the due of clocks that stand still now: by when is not known before they run again. */
const goesByPaused = (scene: Scene, entry: Timed, subject: Subject): boolean =>
  entry.of.some((clock) => scene.paused.has(key(clock, subject.request)) || scene.paused.has(key(clock, null)));

const pausedToo = (reading: ClockReading): ClockReading =>
  reading.state === 'running' || reading.state === 'warned'
    ? { ...reading, state: 'paused', warnAt: null, breachAt: null }
    : reading;

/** What is done is not held any longer: a pause that still lasts must not move the due of a stopped run with the time of day. */
function until({ stop }: Run, scene: DatingScene): DatingScene {
  if (!stop) return scene;
  const cut = (span: Held): Held => (span.until > stop.at ? { ...span, until: stop.at } : span);
  const upToStop = (held: readonly Held[]): Held[] => held.filter(({ from }) => from < stop.at).map(cut);
  return { ...scene, holds: { ...scene.holds, spans: upToStop(scene.holds.spans), each: upToStop(scene.holds.each) } };
}

/** Unknown facts leave nothing open when every way they may turn out asks for the same. */
function alike(entry: Timed, possible: readonly number[], outcomes: readonly (readonly number[])[]): boolean {
  if (outcomes.some((one) => one.length === 0)) return false;
  return new Set(possible.map((index) => JSON.stringify(entry.cases[index]?.value))).size === 1;
}

/** The case with the earliest due; `first` and equals: the first written. One never due comes last. */
function earliest(entry: Timed, possible: readonly number[], run: Run, scene: DatingScene): number {
  const inOrder = [...possible].sort((a, b) => a - b);
  if (inOrder.length === 1) return inOrder[0] as number;
  let best = inOrder[0] as number;
  let bestDue = Number.POSITIVE_INFINITY;
  for (const index of inOrder) {
    const due = date((entry.cases[index] as CaseOf<Timing>).value, run, scene).due ?? Number.POSITIVE_INFINITY;
    if (due < bestDue) {
      best = index;
      bestDue = due;
    }
  }
  return best;
}

function runsOf(
  scene: Scene,
  entry: Timed,
  subject: Subject,
  possible: readonly number[],
  rule: (run: Run) => Ruling,
): Run[] {
  const actorFor = (start: Occurrence): Actor => {
    const bys = possible.map((index) => entry.cases[index]?.value.by);
    if (bys.every((by) => by === undefined)) return () => true;
    const { by } = rule({
      round: subject.rounds[0] as Round,
      start,
      computed: false,
      stop: null,
      endings: [],
      ceiling: Number.POSITIVE_INFINITY,
      why: 'first',
    }).entryCase.value;
    return (one) => by === undefined || by.some((unit) => belongsTo(scene, one.by, unit));
  };
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
  for (const fact of [
    ...Object.keys(entry.when?.facts ?? {}),
    ...(entry.when?.any ?? []).flatMap((one) => Object.keys(one.facts)),
  ]) {
    const since = matter.factsSince?.[fact];
    if (since !== undefined && since > turned.at) turned = { name: fact, at: since, id: null };
  }
  const last = subject.rounds.findLastIndex((round) => !round.reopened || round.reopened.at <= turned.at);
  const moment: Occurrence = { milestone: TURNED, at: turned.at, id: turned.id };
  return {
    rounds: subject.rounds.map((round, i) => (i === last ? { ...round, log: [...round.log, moment] } : round)),
    name: turned.name,
  };
}

/** A unit is its own and its parents' part. */
function belongsTo(scene: Scene, unit: string | undefined, wanted: string): boolean {
  const seen = new Set<string>();
  for (let at = unit; at !== undefined && !seen.has(at); at = scene.parents.get(at)) {
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
  const begun = subject.rounds[0]?.log.reduce<Occurrence | null>(
    (first, one) => (first === null || one.at < first.at ? one : first),
    null,
  );
  const day = begun ? dateNamed(plan, scene.calendars.zone.dayOf(begun.at)) : null;
  if (day !== null)
    return begun ? [{ plan, at: scene.calendars.zone.startOfDay(day), setAt: begun.at, id: begun.id ?? 0 }] : [];
  const clocks = plan === 'due' ? entry.of : plan.endsWith('.due') ? [plan.slice(0, -'.due'.length)] : [];
  const dues = clocks
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
