/** From a timing and a run to its due, its warning and its breach. */
import type { Instant, Millis } from '../../../values/instant.ts';
import { type Counter, ELAPSED, isKnown, type UnknownYear } from '../../../values/working-calendar.ts';
import type { Calendars } from './calendar.ts';
import type { Run } from './clock-runs.ts';
import type { Holds } from './holds.ts';
import {
  advance,
  asElapsed,
  countHeld,
  countsFrom,
  isOffice,
  joined,
  leadBefore,
  nominalDue,
  type Start,
  unpaused,
} from './limits.ts';
import type { Extension } from './matter.ts';
import type { Limit, Pack, Timing } from './pack.ts';

export interface Dating {
  /** Null: never, or it waits for `waitsFor`. */
  due: Instant | null;
  /** The due before any extension was granted. */
  baseDue: Instant | null;
  /** Missing calendar year, or `cycle-end`. */
  waitsFor: { year: number } | { plan: string } | null;
  countsFrom: Instant;
  opensAt: Instant | null;
  planned: Instant | null;
  /** Office time or plain time. */
  kind: 'office' | 'elapsed';
  counter: Counter;
  extension: Extension | null;
}

/** What a dating needs beside the timing. */
export interface DatingScene {
  calendars: Calendars;
  holds: Holds;
  cycleEnd: (from: Instant, next: boolean) => Instant | null;
}

const NO_LIMIT: Limit = { unit: 'none', text: 'none' };

export function date(timing: Timing, run: Run, scene: DatingScene): Dating {
  return timing.before !== undefined ? dateBefore(timing, run, scene) : dateWithin(timing, run, scene);
}

function dateWithin(timing: Timing, run: Run, scene: DatingScene): Dating {
  const limit = timing.within?.breach ?? NO_LIMIT;
  const kind = isOffice(limit) ? 'office' : 'elapsed';
  const dating: Dating = {
    due: null,
    baseDue: null,
    waitsFor: null,
    countsFrom: run.start.at,
    opensAt: null,
    planned: null,
    kind,
    counter: scene.calendars.counter(kind, timing.hours, timing.quiet),
    extension: null,
  };
  const start = openingOf(timing, run, scene);
  if (!('at' in start)) {
    dating.waitsFor = start;
    return dating;
  }
  if (timing.opens) dating.opensAt = start.at;
  dating.countsFrom = countsFrom(limit, start, scene.calendars.zone);
  const due = dueOf(limit, start, timing, dating.countsFrom, scene);
  if (due === 'cycle-end') dating.waitsFor = { plan: 'cycle-end' };
  else if (due !== null && !isKnown(due)) dating.waitsFor = { year: due.unknownYear };
  else dating.baseDue = dating.due = due;
  return dating;
}

/** The start, or the opening: a fixed instant that pauses do not move. */
function openingOf(timing: Timing, run: Run, scene: DatingScene): Start | { year: number } | { plan: string } {
  const start: Start = { at: run.start.at, computed: run.computed };
  if (!timing.opens) return start;
  const opening = nominalDue(timing.opens, start, timing.hours, scene.calendars, scene.cycleEnd);
  if (opening === null) return { plan: 'cycle-end' };
  return isKnown(opening) ? { at: opening, computed: true } : { year: opening.unknownYear };
}

function dueOf(
  limit: Limit,
  start: Start,
  timing: Timing,
  from: Instant,
  { calendars, holds, cycleEnd }: DatingScene,
): Instant | UnknownYear | null | 'cycle-end' {
  const nominal = nominalDue(limit, start, timing.hours, calendars, cycleEnd);
  if (nominal === null) return limit.unit === 'none' ? null : 'cycle-end';
  // Held by nothing, the time counted reaches what the limit would count at the due of the limit itself.
  if (!isKnown(nominal) || (holds.spans.length === 0 && !timing.quiet)) return nominal;
  const kind = isOffice(limit) ? 'office' : 'elapsed';
  const target = calendars.counter(kind, timing.hours, undefined).workingBetween(from, nominal);
  if (!isKnown(target)) return target;
  return advance(calendars.counter(kind, timing.hours, timing.quiet), from, target, holds.spans);
}

/** Due = planned time − lead. Pauses do not move it: a promise is moved by setting the planned time anew. */
function dateBefore(timing: Timing, run: Run, scene: DatingScene): Dating {
  const planned = run.plan?.at ?? null;
  const lead = timing.lead ?? { unit: 'elapsed', ms: 0, text: '0' };
  const kind = isOffice(lead) ? 'office' : 'elapsed';
  const due = planned === null ? null : leadBefore(lead, planned, timing.hours, scene.calendars);
  const known = due === null || isKnown(due) ? due : null;
  return {
    due: known,
    baseDue: known,
    waitsFor: due !== null && !isKnown(due) ? { year: due.unknownYear } : null,
    countsFrom: run.start.at,
    opensAt: null,
    planned,
    kind,
    counter: kind === 'office' ? scene.calendars.office(timing.hours) : ELAPSED,
    extension: null,
  };
}

/**
 * The latest extension granted during the run takes the place of the due. Pauses that begin after
 * the grant put it off by the time they take from the clock's own calendar; earlier ones were known.
 */
export function extend(
  dating: Dating,
  run: Run,
  timing: Timing,
  clock: string,
  extensions: readonly Extension[],
  holds: Holds,
): Dating {
  if (extensions.length === 0) return dating;
  const granted = extensions
    .filter((one) => one.clocks.includes(clock) && one.at >= run.start.at && one.at < run.ceiling)
    .sort((a, b) => a.at - b.at || a.id - b.id)
    .at(-1);
  if (!granted) return dating;
  const later = timing.before !== undefined ? [] : joined(holds.each.filter((pause) => pause.from >= granted.at));
  const held = countHeld(dating.counter, granted.at, granted.due, later);
  const due = isKnown(held) ? advance(dating.counter, granted.due, held, later) : held;
  return isKnown(due)
    ? { ...dating, due, waitsFor: null, extension: granted }
    : { ...dating, due: null, waitsFor: { year: due.unknownYear }, extension: granted };
}

/**
 * When it warns. `3..5 d` warns at 3. Otherwise when the pack's share of the counted time is used, or
 * that much of the clock's own calendar before the due. A lead that only reminds warns at the due;
 * an act that nobody has to do does not warn.
 */
export function warningOf(
  dating: Dating,
  run: Run,
  timing: Timing,
  warn: Pack['warn'],
  scene: DatingScene,
): Instant | null {
  const { due } = dating;
  if (due === null || timing.breach === 'if-late') return null;
  if (timing.breach === 'at-event') return due;
  const spans = timing.before !== undefined ? [] : scene.holds.spans;
  if (timing.within?.warn && !dating.extension) {
    const start = openingOf(timing, run, scene);
    const at =
      'at' in start
        ? dueOf(timing.within.warn, start, timing, countsFrom(timing.within.warn, start, scene.calendars.zone), scene)
        : null;
    return typeof at === 'number' ? Math.min(at, due) : due;
  }
  if (due <= dating.countsFrom) return due;
  const total = unpaused(dating.counter, dating.countsFrom, due, spans);
  if (!isKnown(total)) return due;
  const used = usedBeforeWarning(warn, total, dating.kind);
  const at =
    used === null
      ? leadBefore((warn as { before: Limit }).before, due - 1, timing.hours, scene.calendars)
      : advance(dating.counter, dating.countsFrom, used, spans);
  return isKnown(at) ? Math.max(dating.countsFrom, Math.min(at, due)) : due;
}

/** Counted time before the warning; null when it is given in working days or months. */
function usedBeforeWarning(warn: Pack['warn'], total: Millis, kind: 'office' | 'elapsed'): Millis | null {
  if ('share' in warn) return Math.round(total * warn.share);
  const ms = kind === 'office' && warn.before.unit === 'cd' ? null : asElapsed(warn.before);
  return ms === null ? null : Math.max(0, total - ms);
}

/** From when it counts as late if nothing has stopped it; null: never. */
export function lateFrom(dating: Dating, run: Run, timing: Timing): Instant | null {
  if (dating.due === null) return null;
  if (timing.breach === 'at-event' && dating.planned !== null) return Math.max(dating.planned, dating.due);
  // A planned time that leaves too little notice is late at once.
  return timing.before !== undefined ? Math.max(dating.due, run.start.at) : dating.due;
}
