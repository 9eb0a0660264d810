/**
 * Test support: an oracle of the clocks. It answers as the evaluator does, from docs/packs.md and the
 * twelve decisions alone, slowly and obviously; nothing of the evaluator is used, so that a mistake in
 * one is not repeated in the other. Local time is +08:00.
 */
import type { Instant, Stretch } from '../../../../values/instant.ts';
import type { Extension, Matter, PlanSetting } from '../matter.ts';
import type { HoursEntry, Limit, Pack, Timing, When } from '../pack.ts';
import { dayOf, localDay, nextMidnight, type OracleYear, openOn, timeOf, UnknownYear } from './oracle-days.ts';
import { dueNamed, type Running, runningOf, TURNED, withTurn } from './oracle-entries.ts';
import { answer, type Chosen, narrowest, possible, type Values } from './oracle-facts.ts';
import {
  type Counting,
  countedBetween,
  isOffice,
  leadBefore,
  pausedBetween,
  plainDue,
  reach,
} from './oracle-limits.ts';
import { type OracleRun, pausedByLog, plannedRuns, runsOf, settingsOf } from './oracle-runs.ts';
import { counts, seenBy } from './oracle-seen.ts';

export interface Verdict {
  id: string;
  request: string | null;
  run: number;
  start: Instant;
  due: Instant | null;
  warnAt: Instant | null;
  stoppedAt: Instant | null;
  state: string;
  breached: boolean;
  provisional: boolean;
}

interface Scene {
  pack: Pack;
  years: OracleYear[];
  matter: Matter;
  now: Instant;
  /** What was found of the clocks judged so far: of each subject the due of its latest run, and whether one stands still. */
  found: Map<string, { due?: Instant; start: Instant; startedBy: number | null; paused: boolean }>;
}

type Caller = Matter['requests'][number] | null;
const foundKey = (id: string, request: Caller): string => JSON.stringify([id, request?.id ?? null]);

interface Dated {
  due: Instant | null;
  /** Before any extension. */
  base: Instant | null;
  warnAt: Instant | null;
  waits: boolean;
  grantedAt?: Instant;
  /** Year missing. */
  year?: number;
}

const MINUTE = 60_000;

/** Events that are not reports have to be named. */
const MATTERS = ['outage', 'customer', 'reading', 'bill', 'application', 'design', 'works', 'meter-install'];
const isReport = (event: string): boolean => !MATTERS.includes(event.split('.')[0] ?? '');
const namesEvent = (when: When | undefined): boolean => when?.facts.event?.op === 'any-of';
/** The condition as it reads for an event that is no report: only alternatives that name their event are left. */
function addressed(when: When = { facts: {} }, event: string): When | null {
  if (isReport(event) || namesEvent(when)) return when;
  const any = (when.any ?? []).filter(namesEvent);
  return any.length > 0 ? { ...when, any } : null;
}

function knownOf({ pack, years, matter, now }: Scene, request: Matter['requests'][number] | null): Values {
  const values: Values = {};
  for (const term of pack.terms) {
    if (term.kind !== 'fact') continue;
    if (term.default !== undefined) values[term.id] = term.default;
    else if (term.type === 'yes-no') values[term.id] = false;
  }
  Object.assign(values, { urgent: false }, matter.facts, request?.facts);
  values.event = matter.event;
  values.channel = request?.channel ?? matter.channel;
  for (const { milestone, at } of [...matter.happenings].sort((a, b) => b.at - a.at || b.id - a.id)) {
    values[`${milestone}.time`] = Math.floor(timeOf(at) / MINUTE);
    try {
      values[`${milestone}.day`] = openOn(hoursOf(pack, 'office'), years, dayOf(at)).length > 0 ? 'working' : 'off';
    } catch {
      // A day of a year without calendar is neither.
    }
  }
  const office = hoursOf(pack, 'office');
  return { ...values, ...counts(values, matter, request, { terms: pack.terms, years, office, now }) };
}

function hoursOf(pack: Pack, id: string): HoursEntry {
  const found = pack.hours.find((one) => one.id === id);
  if (!found) throw new Error(`no hours ${id}`);
  return found;
}

/** Due of a limit from a start, pauses and quiet hours left out, and from where its time is counted. */
function dueFrom(
  limit: Limit,
  start: Instant,
  computed: boolean,
  timing: Timing,
  scene: Scene,
  pauses: Stretch[],
): { due: Instant; from: Instant; rule: Counting } {
  const hours = hoursOf(scene.pack, timing.hours);
  const base: Counting = { years: scene.years, pauses: [], ...(isOffice(limit) && { office: hours }) };
  const plain = plainDue(limit, start, computed, hours, scene.years);
  const amount = countedBetween(base, plain.from, plain.due);
  const rule = { ...base, pauses, ...(timing.quiet && { quiet: timing.quiet }) };
  return { due: reach(rule, plain.from, amount), from: plain.from, rule };
}

/** Pauses of a clock: those granted, and those the rulebook begins and ends itself. */
function pausing(id: string, caller: Caller, scene: Scene): { from: Instant; until: Instant | null }[] {
  const { matter, pack } = scene;
  const holds = ({ clocks }: { clocks: 'all' | string[] }): boolean => clocks === 'all' || clocks.includes(id);
  const own = pack.pauses.flatMap((one) => {
    if (!one.from || one.ask !== undefined || !holds(one)) return [];
    const when = addressed(one.when, matter.event);
    if (!when || answer(when, knownOf(scene, caller), pack.terms) !== true) return [];
    return pausedByLog(one.from, one.until, matter, caller);
  });
  return [...matter.pauses.filter(holds), ...own];
}

/** One that lasts is supposed to end now; what is done is not held any longer. */
function pausesOf(run: OracleRun, id: string, caller: Caller, scene: Scene): { from: Instant; until: Instant }[] {
  const { now } = scene;
  return pausing(id, caller, scene).flatMap(({ from, until }) => {
    const end = Math.min(until ?? Math.max(now, from), run.stoppedAt ?? Number.POSITIVE_INFINITY);
    return end > from ? [{ from, until: end }] : [];
  });
}

/** Due, and when it warns; nothing where there is no limit. */
function date(timing: Timing, run: OracleRun, id: string, caller: Caller, scene: Scene): Dated {
  try {
    return timing.before ? dateBefore(timing, run, id, scene) : dateWithin(timing, run, id, caller, scene);
  } catch (problem) {
    if (problem instanceof UnknownYear) return { due: null, base: null, warnAt: null, waits: true, year: problem.year };
    throw problem;
  }
}

/** The last extension granted while the run went on. */
const extensionOf = (run: OracleRun, id: string, { matter }: Scene): Extension | undefined =>
  matter.extensions
    .filter(
      ({ clocks, at }) => clocks.includes(id) && at >= run.start && at < (run.ceiling ?? Number.POSITIVE_INFINITY),
    )
    .sort((a, b) => b.at - a.at || b.id - a.id)[0];

/** A promise is moved by setting its time anew, or by an extension: neither pauses nor quiet hours move it. */
function dateBefore(timing: Timing, run: OracleRun, id: string, scene: Scene): Dated {
  const { pack, years } = scene;
  const planned = run.plan?.at as Instant;
  const hours = hoursOf(pack, timing.hours);
  const extension = extensionOf(run, id, scene);
  let base: Instant | null = planned;
  try {
    if (timing.lead) base = leadBefore(timing.lead, planned, hours, years);
  } catch (problem) {
    // A granted due needs no calendar of its own.
    if (!extension || !(problem instanceof UnknownYear)) throw problem;
    base = null;
  }
  const due = extension?.due ?? (base as Instant);
  const rule: Counting = { years, pauses: [], ...(timing.lead && isOffice(timing.lead) && { office: hours }) };
  const warnAt = timing.breach === 'at-event' ? due : warned(due, run.start, rule, pack.warn);
  return { due, base, warnAt: timing.breach === 'if-late' ? null : warnAt, waits: false };
}

function warned(due: Instant, from: Instant, rule: Counting, warn: Pack['warn']): Instant {
  if (due <= from) return due;
  try {
    const total = countedBetween(rule, from, due);
    const before = 'share' in warn ? total - Math.round(total * warn.share) : (warn.before as { ms: number }).ms;
    return Math.min(due, reach(rule, from, total - before));
  } catch (problem) {
    if (problem instanceof UnknownYear) return due;
    throw problem;
  }
}

function dateWithin(timing: Timing, run: OracleRun, id: string, caller: Caller, scene: Scene): Dated {
  const { pack, years } = scene;
  const limit = timing.within?.breach;
  const extension = extensionOf(run, id, scene);
  const pauses = pausesOf(run, id, caller, scene);
  const hours = hoursOf(pack, timing.hours);
  let rule: Counting = { years, pauses, ...(timing.quiet && { quiet: timing.quiet }) };
  let from = run.start;
  let due: Instant | null = null;
  let start = run.start;
  const computed = timing.opens !== undefined;
  if (limit) {
    try {
      // The opening is a fixed instant; nothing moves it.
      if (timing.opens) start = plainDue(timing.opens, run.start, false, hours, years).due;
      // Day 0 does not count, whatever its calendar.
      const whole = limit.unit === 'cd' || limit.unit === 'wd' || limit.unit === 'mo';
      from = whole ? nextMidnight(computed ? start - 1 : start) : start;
      if (limit.unit !== 'none') ({ due, from, rule } = dueFrom(limit, start, computed, timing, scene, pauses));
    } catch (problem) {
      // A granted due needs no calendar of its own.
      if (!extension || !(problem instanceof UnknownYear)) throw problem;
      rule = { ...rule, ...(isOffice(limit) && { office: hours }) };
    }
  }
  const base = due;
  if (extension) {
    const later = { ...rule, pauses: pauses.filter((one) => one.from >= extension.at) };
    due = reach(later, extension.due, pausedBetween(later, extension.at, extension.due));
  }
  const dated = { due, base, waits: false, ...(extension && { grantedAt: extension.at }) };
  if (due === null || timing.breach === 'if-late') return { ...dated, warnAt: null };
  if (timing.breach === 'at-event') return { ...dated, warnAt: due };
  const warn = timing.within?.warn;
  if (!warn || extension) return { ...dated, warnAt: warned(due, from, rule, pack.warn) };
  return { ...dated, warnAt: Math.min(due, dueFrom(warn, start, computed, timing, scene, pauses).due) };
}

/** What a run is worth at `now`: decisions 8, 10 and 12 and the kinds of breach. */
function verdict(
  run: OracleRun,
  timing: Timing,
  dated: Dated,
  provisional: boolean,
  pauses: { from: Instant; until: Instant | null }[],
  { now }: Scene,
) {
  const { due, warnAt } = dated;
  const said = (state: string, breached: boolean) => ({ state, breached });
  const counts = !provisional && timing.breach !== 'never';
  // At the event the lead only reminds; too little notice is late at the birth.
  let fatal = due;
  if (due !== null && run.plan) fatal = Math.max(timing.breach === 'at-event' ? run.plan.at : run.start, due);
  if (run.stoppedAt !== null) {
    if (dated.waits) {
      const before = run.stoppedAt <= run.start || localDay(dayOf(run.stoppedAt)).year < (dated.year as number);
      return said(before ? 'met' : 'waiting-calendar', false);
    }
    return fatal === null || run.stoppedAt <= fatal ? said('met', false) : said('met-late', counts);
  }
  const optional = timing.breach === 'if-late';
  if (run.ended && (run.ended.by === 'cancelled' || run.ended.at <= now)) {
    const late = run.ended.by !== 'cancelled' && fatal !== null && run.ended.at > fatal && !optional;
    return late ? said('late', counts) : said('cancelled', false);
  }
  if (dated.waits) return said('waiting-calendar', false);
  if (fatal !== null && now >= fatal && !optional) return provisional ? said('warned', false) : said('late', counts);
  const holding = run.plan ? [] : pauses.filter((one) => now >= one.from && (one.until === null || now < one.until));
  // While it stands still nobody knows when it will warn, unless an extension was granted meanwhile.
  const projected = holding.some(
    (one) => one.until === null && one.from >= (dated.grantedAt ?? Number.NEGATIVE_INFINITY),
  );
  if (holding.length > 0) return { ...said('paused', false), ...(projected && { warnAt: null }) };
  return said(warnAt !== null && now >= warnAt ? 'warned' : 'running', false);
}

const written = (timing: Timing): string => JSON.stringify(timing);

function judgeEntry(entry: Running, whole: Scene, request: Caller): Verdict[] {
  const scene = { ...whole, matter: seenBy(whole.matter, request) };
  const known = knownOf(scene, request);
  const when = addressed(entry.when, scene.matter.event);
  if (!when || answer(when, known, scene.pack.terms) !== true) return [];
  const worlds = possible(
    entry.cases.map(({ when }) => when),
    known,
    scene.pack.terms,
  );
  const candidates = new Map<number, Chosen>();
  const results = worlds.map((world) => narrowest(entry.cases, world, scene.pack.terms));
  for (const result of results)
    for (const one of entry.overlap === 'first' ? result.slice(0, 1) : result) candidates.set(one.index, one);
  if (candidates.size === 0) return [];
  const ordered = [...candidates.values()].sort((a, b) => a.index - b.index);
  const sure = results.every(
    (one) => one.length === results[0]?.length && one.every(({ index }, n) => index === results[0]?.[n]?.index),
  );
  const sameValues = new Set(ordered.map(({ value }) => written(value))).size === 1;
  const provisional = !sure && !(sameValues && results.every((one) => one.length > 0));

  const general = ordered[0]?.value as Timing;
  const { before } = general;
  const goesBy = dueNamed(entry, before);
  const clock = {
    ...(entry.from && { from: entry.from }),
    ...(entry.once && { from: { pick: 'first' as const, of: [TURNED] } }),
    until: entry.until,
    ...(general.by && { by: general.by }),
  };
  const { matter } = scene;
  const runs = before
    ? plannedRuns(
        clock,
        goesBy ? dueFound(before, goesBy, request, scene) : settingsOf(before, matter, request),
        matter,
        request,
      )
    : runsOf(clock, entry.once ? withTurn(entry.when, matter) : matter, request);
  const stands = [request, null].some((caller) => goesBy?.some((id) => scene.found.get(foundKey(id, caller))?.paused));
  const pauses = pausing(entry.id, request, scene);
  return runs.map((run) => {
    const dated = ordered.map((one) => ({ one, dated: date(one.value, run, entry.id, request, scene) }));
    // The shortest limit is the rule; what is granted afterwards moves its due, and makes no other rule of it.
    const worth = (at: Dated): number => at.base ?? Number.POSITIVE_INFINITY;
    const first = dated.reduce((best, next) => (worth(next.dated) < worth(best.dated) ? next : best));
    const said = {
      id: entry.id,
      request: request?.id ?? null,
      run: run.run,
      start: run.start,
      due: first.dated.due,
      warnAt: first.dated.warnAt,
      stoppedAt: run.stoppedAt,
      ...verdict(run, first.one.value, first.dated, provisional, pauses, scene),
      provisional,
    };
    // By when nobody knows, while the clock it goes by stands still.
    const told =
      stands && ['running', 'warned'].includes(said.state) ? { ...said, state: 'paused', warnAt: null } : said;
    const key = foundKey(entry.id, request);
    const { base } = first.dated;
    const earlier = scene.found.get(key);
    const paused = told.state === 'paused' || earlier?.paused === true;
    scene.found.set(
      key,
      base === null && earlier ? { ...earlier, paused } : { ...run, ...(base !== null && { due: base }), paused },
    );
    return told;
  });
}

/** The earliest of the dues it goes by, as if somebody had planned it when the clock began. */
function dueFound(plan: string, ids: string[], request: Caller, { found }: Scene): PlanSetting[] {
  const all = ids.flatMap((id) => {
    const mine = [request, null].map((caller) => found.get(foundKey(id, caller))).find((one) => one?.due !== undefined);
    return mine?.due === undefined ? [] : [{ plan, at: mine.due, setAt: mine.start, id: mine.startedBy ?? 0 }];
  });
  return all.sort((a, b) => a.at - b.at).slice(0, 1);
}

/** Every run of everything in a rulebook that runs, for one matter, as of `now`. */
export function judge(pack: Pack, years: OracleYear[], matter: Matter, now: Instant): Verdict[] {
  const scene: Scene = { pack, years, matter, now, found: new Map() };
  return runningOf(pack).flatMap((entry) => {
    if (entry.cases[0]?.value.on !== 'request') return judgeEntry(entry, scene, null);
    return matter.requests.flatMap((request) => judgeEntry(entry, scene, request));
  });
}
