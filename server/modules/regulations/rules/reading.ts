/** How a run stands now: its state, whether it is breached, and why it is due when it is. */
import type { Instant, Stretch } from '../../../values/instant.ts';
import { isKnown } from '../../../values/working-calendar.ts';
import { dayNumber } from '../../../values/zone.ts';
import type { Calendars } from './calendar.ts';
import type { Run } from './clock-runs.ts';
import { type Dating, lateFrom } from './dating.ts';
import type { Holds } from './holds.ts';
import { countHeld, unpaused } from './limits.ts';
import type { Because, ClockReading, ClockState } from './matter.ts';
import type { Timing } from './pack.ts';
import type { RunningCase, Timed } from './timed-entries.ts';

/** The case a run goes by, and its dates. */
export interface Ruling {
  index: number;
  entryCase: RunningCase;
  dating: Dating;
  warnAt: Instant | null;
  /** Unknown facts that leave the case open: it warns, it does not breach. */
  asks: string[];
  provisional: boolean;
}

export function readingOf(
  entry: Timed,
  request: string | null,
  number: number,
  run: Run,
  ruling: Ruling,
  holds: Holds,
  calendars: Calendars,
  now: Instant,
): ClockReading {
  const { entryCase, dating, warnAt, provisional } = ruling;
  const timing = entryCase.value;
  const late = lateFrom(dating, run, timing);
  const breaches = !provisional && (timing.breach === 'at-due' || timing.breach === 'at-event');
  const judged = judge(run, dating, late, warnAt, timing, provisional, holds, calendars, now);
  const granted = dating.extension?.at ?? Number.NEGATIVE_INFINITY;
  const projected = judged.state === 'paused' && holds.open.some((from) => from >= granted);
  const pauses = timing.before === undefined ? heldIn(dating, run, holds, now) : NO_PAUSES;
  const limit = timing.before === undefined ? timing.within?.breach : timing.lead;
  const stop = judged.endedBy ? null : run.stop;
  const reading: ClockReading = {
    id: entry.id,
    request,
    run: number,
    section: entry.section,
    article: entryCase.article,
    quote: entryCase.quote,
    clauses: entryCase.clauses,
    on: timing.on,
    from: run.start.milestone,
    start: run.start.at,
    startedBy: run.start.id,
    until: entry.stops.of,
    limit: entryCase.limit,
    limitValue: limit ?? null,
    due: dating.due,
    warnAt: projected ? null : warnAt,
    breachAt: breaches && !projected ? late : null,
    stoppedAt: stop?.at ?? null,
    stoppedBy: stop?.id ?? null,
    state: judged.state,
    breached: judged.breached,
    asks: ruling.asks,
    provisional,
    pauses,
    because: becauseOf(run, ruling, holds, pauses),
    caseIndex: entry.single ? -1 : ruling.index,
    countsFrom: dating.countsFrom,
  };
  if (dating.waitsFor && judged.state === 'waiting-calendar') reading.waitsFor = waitText(dating.waitsFor, calendars);
  if (entryCase.when) reading.matched = entryCase.when.facts;
  if (dating.opensAt !== null) reading.opensAt = dating.opensAt;
  if (dating.planned !== null) reading.plannedAt = dating.planned;
  if (judged.endedBy) {
    reading.endedBy = judged.endedBy;
    reading.endedAt = judged.endedAt as Instant;
  }
  return reading;
}

/** What a run comes to. */
export interface Judgement
  extends Pick<
    ClockReading,
    'id' | 'request' | 'run' | 'section' | 'caseIndex' | 'state' | 'breached' | 'provisional' | 'asks' | 'start' | 'due'
  > {
  entry: Timed;
  entryCase: RunningCase;
  until: readonly string[];
  warnAt: null;
  breachAt: Instant | null;
  stoppedAt: Instant | null;
  endedBy: NonNullable<ClockReading['endedBy']> | null;
  /** Time counted until it was stopped, of the time there was; null: not stopped, or due before a planned time. */
  used: number | null;
}

/** As `readingOf`, without what only tells a reader why. */
export function judgementOf(
  entry: Timed,
  request: string | null,
  number: number,
  run: Run,
  ruling: Ruling,
  holds: Holds,
  calendars: Calendars,
  now: Instant,
): Judgement {
  const { entryCase, dating, provisional } = ruling;
  const timing = entryCase.value;
  const late = lateFrom(dating, run, timing);
  const judged = judge(run, dating, late, null, timing, provisional, holds, calendars, now);
  const granted = dating.extension?.at ?? Number.NEGATIVE_INFINITY;
  const projected = judged.state === 'paused' && holds.open.some((from) => from >= granted);
  const breaches = !provisional && (timing.breach === 'at-due' || timing.breach === 'at-event');
  const stop = judged.endedBy ? null : run.stop;
  return {
    entry,
    entryCase,
    id: entry.id,
    request,
    run: number,
    section: entry.section,
    caseIndex: entry.single ? -1 : ruling.index,
    state: judged.state,
    breached: judged.breached,
    provisional,
    asks: ruling.asks,
    start: run.start.at,
    due: dating.due,
    until: entry.stops.of,
    warnAt: null,
    breachAt: breaches && !projected ? late : null,
    stoppedAt: stop?.at ?? null,
    endedBy: judged.endedBy ?? null,
    used: stop && timing.before === undefined ? usedBy(stop.at, dating, holds) : null,
  };
}

function usedBy(stop: Instant, { due, counter, countsFrom }: Dating, { spans }: Holds): number | null {
  if (due === null || due <= countsFrom) return null;
  if (stop <= countsFrom) return 0;
  const total = unpaused(counter, countsFrom, due, spans);
  const spent = unpaused(counter, countsFrom, stop, spans);
  return isKnown(total) && isKnown(spent) && total > 0 ? spent / total : null;
}

const NO_PAUSES: Stretch[] = [];

const waitText = (waits: NonNullable<Dating['waitsFor']>, calendars: Calendars): string =>
  'year' in waits ? `${calendars.holidays} ${waits.year}` : waits.plan;

interface Judged {
  state: ClockState;
  breached: boolean;
  endedBy?: ClockReading['endedBy'];
  endedAt?: Instant;
}

/**
 * In time if stop ≤ due. A stop in a time the calendar still knows is in time when the due lies in a
 * year it does not know. `if-late` breaches only when the act is done late; `never` only counts.
 */
function judge(
  run: Run,
  dating: Dating,
  late: Instant | null,
  warnAt: Instant | null,
  timing: Timing,
  provisional: boolean,
  holds: Holds,
  calendars: Calendars,
  now: Instant,
): Judged {
  const counts = timing.breach !== 'never' && !provisional;
  const waits = dating.waitsFor;
  const { stop } = run;
  const cancelled = run.endings.find((one) => one.kind === 'cancelled');
  if (cancelled && (!stop || cancelled.at < stop.at))
    return { state: 'cancelled', breached: false, endedBy: 'cancelled', endedAt: cancelled.at };

  const ending = run.endings.find((one) => one.kind !== 'cancelled' && (!stop || one.at < stop.at));
  if (stop) {
    if (waits) {
      const known = 'year' in waits && stop.at < calendars.zone.startOfDay(dayNumber(waits.year, 1, 1));
      return { state: known || stop.at <= run.start.at ? 'met' : 'waiting-calendar', breached: false };
    }
    if (late === null || stop.at <= late) return { state: 'met', breached: false };
    if (!ending || ending.at > late) return { state: 'met-late', breached: counts };
  }
  const optional = timing.breach === 'if-late';
  if (ending && ending.at <= now) {
    const over = !waits && late !== null && ending.at > late && !optional;
    const how = { endedBy: ending.kind, endedAt: ending.at };
    return over ? { state: 'late', breached: counts, ...how } : { state: 'cancelled', breached: false, ...how };
  }
  if (waits) return { state: 'waiting-calendar', breached: false };
  if (late !== null && now >= late && !optional)
    return provisional ? { state: 'warned', breached: false } : { state: 'late', breached: counts };
  const paused =
    timing.before === undefined &&
    (holds.open.length > 0 || holds.spans.some((pause) => pause.from <= now && now < pause.until));
  if (paused) return { state: 'paused', breached: false };
  return { state: warnAt !== null && now >= warnAt ? 'warned' : 'running', breached: false };
}

/** Pauses that touched the run while it counted. */
function heldIn(dating: Dating, run: Run, holds: Holds, now: Instant): Stretch[] {
  if (holds.spans.length === 0) return NO_PAUSES;
  const end = run.stop?.at ?? dating.due ?? now;
  return holds.spans
    .filter((pause) => pause.from < end && pause.until > dating.countsFrom)
    .map((pause) => ({
      from: pause.from,
      until: holds.open.some((from) => from >= pause.from && from <= pause.until) ? null : pause.until,
    }));
}

function becauseOf(run: Run, ruling: Ruling, holds: Holds, pauses: readonly Stretch[]): readonly Because[] {
  const { dating, entryCase } = ruling;
  const timing = entryCase.value;
  const lines: Because[] = [
    { kind: 'start', params: { milestone: run.start.milestone, at: run.start.at, computed: run.computed } },
  ];
  if (run.why !== 'first') lines.push({ kind: 'run', params: { why: run.why, at: run.start.at } });
  for (const line of entryCase.ruleLines) lines.push(line);
  for (const fact of ruling.asks) lines.push({ kind: 'unknown-fact', params: { fact } });
  if (dating.planned !== null) {
    lines.push({
      kind: 'plan',
      params: {
        plan: timing.before ?? '',
        at: dating.planned,
        setAt: run.plan?.setAt ?? run.start.at,
        lead: timing.lead?.text ?? null,
      },
    });
  }
  lines.push({ kind: 'calendar', params: { kind: dating.kind, hours: timing.hours, from: dating.countsFrom } });
  if (dating.opensAt !== null)
    lines.push({ kind: 'opens', params: { limit: timing.opens?.text ?? '', at: dating.opensAt } });
  if (timing.quiet) lines.push({ kind: 'quiet', params: { from: timing.quiet.from, until: timing.quiet.until } });
  for (const pause of pauses) lines.push(pauseLine(pause, dating, holds));
  if (dating.extension)
    lines.push({
      kind: 'extension',
      params: { at: dating.extension.at, due: dating.extension.due, before: dating.baseDue },
    });
  lines.push({ kind: 'due', params: { at: dating.due } });
  for (const line of entryCase.lastLines) lines.push(line);
  return lines;
}

/** How much of the time that counts a pause took, up to the due. */
function pauseLine(pause: Stretch, dating: Dating, holds: Holds): Because {
  const until = pause.until ?? holds.spans.find((span) => span.from === pause.from)?.until ?? pause.from;
  const held =
    dating.due === null ? 0 : countHeld(dating.counter, dating.countsFrom, dating.due, [{ from: pause.from, until }]);
  return { kind: 'pause', params: { from: pause.from, until: pause.until, ms: isKnown(held) ? held : null } };
}
