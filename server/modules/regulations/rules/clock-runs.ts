/**
 * The runs of a clock: when each began, what stopped it.
 *
 * - `reopened` begins a new round. Clocks from `created` or `received` start again at the reopening;
 *   others when their `from` comes in the new round.
 * - Within a round a repeated start restarts nothing, with two exceptions: a run that the milestone
 *   `returned` 退单 stopped or took back (dispatched, accepted, assigned) lets a later start begin another
 *   (dispatched to the next unit), and so does `handled`, then `rejected`.
 * - A stop before the start counts, within the round, unless it ended an earlier run. A `returned`
 *   before the start never counts: it answered an earlier dispatch.
 * - `cancelled` ends everything without breach. `closed`, `merged` and the next `reopened` end what is
 *   not yet due; they never hide a breach that came before.
 */
import type { Instant } from '../../../values/instant.ts';
import type { PlanSetting } from './matter.ts';
import type { Milestones } from './pack.ts';
import type { Occurrence, Round } from './subjects.ts';

export interface Run {
  round: Round;
  start: Occurrence;
  /** The start is a computed instant (`late:…`, `missed:…`): its 24:00 belongs to the day it ends. */
  computed: boolean;
  stop: Occurrence | null;
  /** What ends the run without stopping it, the earliest first. */
  endings: { kind: 'cancelled' | 'closed' | 'merged' | 'rejected' | 'returned' | 'reopened'; at: Instant }[];
  /** Extensions granted before this instant belong to the run. */
  ceiling: Instant;
  why: 'first' | 'reopened' | 'returned' | 'rejected' | 'moved';
  /** Planned time in force, for `before`. */
  plan?: PlanSetting;
}

/** Whether an act counts as done by one of the units of `by`. */
export type Actor = (occurrence: Occurrence) => boolean;

const inOrder = (a: Occurrence, b: Occurrence): number => a.at - b.at || (a.id ?? 0) - (b.id ?? 0);

/** The first of several milestones, or the last where all of them must come. */
function pickFrom(
  round: Round,
  { pick, of }: Milestones,
  counts: (one: Occurrence, milestone: string) => boolean,
): Occurrence | null {
  let picked: Occurrence | null = null;
  for (const milestone of of) {
    const earliest = round.comings(milestone).find((one) => counts(one, milestone));
    if (!earliest) {
      if (pick === 'all') return null;
    } else if (!picked) picked = earliest;
    else if (pick === 'all' ? inOrder(earliest, picked) >= 0 : inOrder(earliest, picked) < 0) picked = earliest;
  }
  return picked;
}

/** Ids of everything that stopped a run: of `{all: […]}` each of them, not only the last. */
function partsOf(
  stop: Occurrence,
  round: Round,
  { pick, of }: Milestones,
  counts: (one: Occurrence, milestone: string) => boolean,
): Occurrence['id'][] {
  if (pick === 'first') return [stop.id];
  return of.flatMap((milestone) => round.comings(milestone).find((one) => counts(one, milestone))?.id ?? []);
}

/** Milestones the platform computes rather than hears of. */
const isComputed = (milestone: string): boolean =>
  milestone === 'overdue' || milestone.startsWith('late:') || milestone.startsWith('missed:');

/**
 * Runs of a clock that starts `from` milestones, over all rounds.
 * @param actorFor who may stop a run, once its start is known (the case decides `by`).
 */
export function runsFrom(
  rounds: readonly Round[],
  from: Milestones,
  until: Milestones,
  actorFor: (start: Occurrence) => Actor,
): Run[] {
  const runs: Run[] = [];
  for (const [index, round] of rounds.entries()) {
    const next = rounds[index + 1]?.reopened;
    const spent: Occurrence['id'][] = [];
    let after: { at: Instant; id: number } | null = null;
    let why: Run['why'] = index === 0 ? 'first' : 'reopened';
    for (;;) {
      const floor: typeof after = after;
      const start = pickFrom(
        round,
        from,
        (one) => floor === null || one.at > floor.at || (one.at === floor.at && (one.id ?? 0) > floor.id),
      );
      if (!start) break;
      const actor = actorFor(start);
      const stops = (one: Occurrence, milestone: string): boolean =>
        one.voidedAt === undefined &&
        !spent.includes(one.id) &&
        actor(one) &&
        (milestone !== 'returned' || inOrder(one, start) > 0);
      const stop = pickFrom(round, until, stops);
      const run: Run = {
        round,
        start,
        computed: isComputed(start.milestone),
        stop,
        endings: endingsOf(round, start, next),
        ceiling: next?.at ?? Number.POSITIVE_INFINITY,
        why,
      };
      runs.push(run);
      const again = restartAfter(run);
      if (!again) break;
      run.ceiling = again.at;
      if (run.stop) spent.push(...partsOf(run.stop, round, until, stops));
      after = { at: again.at, id: again.id };
      why = again.why;
    }
  }
  return runs;
}

/** Milestones by which a unit has the order: a return takes them back. */
const HELD_FROM: ReadonlySet<string> = new Set(['dispatched', 'accepted', 'assigned']);

/** After what a later start may begin another run in the same round. */
function restartAfter(run: Run): { at: Instant; id: number; why: 'returned' | 'rejected' } | null {
  const { voidedAt, voidedBy = 0 } = run.start;
  const rejected: Occurrence | null =
    voidedAt === undefined ? null : { milestone: 'rejected', at: voidedAt, id: voidedBy };
  const returned = HELD_FROM.has(run.start.milestone)
    ? run.round.comings('returned').find((one) => inOrder(one, run.start) > 0)
    : undefined;
  if (!rejected && !returned && run.stop?.milestone !== 'returned') return null;
  const { stop } = run;
  const tookBack = [rejected, returned].some((one) => stop && one && inOrder(stop, one) > 0);
  if (stop?.milestone === 'returned' && stop.at >= run.start.at && !tookBack)
    return { at: stop.at, id: stop.id ?? 0, why: 'returned' };
  if (returned) {
    // The unit gave it back: what the next unit does stops the next run, not this.
    if (!run.stop || inOrder(run.stop, returned) > 0) {
      run.stop = null;
      run.endings.push({ kind: 'returned', at: returned.at });
      run.endings.sort((a, b) => a.at - b.at);
    }
    return { at: returned.at, id: returned.id ?? 0, why: 'returned' };
  }
  if (!rejected) return null;
  if (!run.stop || inOrder(run.stop, rejected) > 0) {
    run.stop = null;
    run.endings.push({ kind: 'rejected', at: rejected.at });
    run.endings.sort((a, b) => a.at - b.at);
  }
  return { at: rejected.at, id: voidedBy, why: 'rejected' };
}

function endingsOf(round: Round, start: Occurrence, next: Occurrence | undefined): Run['endings'] {
  const endings: Run['endings'] = [];
  for (const one of round.log) {
    if (one.milestone === 'cancelled') endings.push({ kind: 'cancelled', at: one.at });
    else if ((one.milestone === 'closed' || one.milestone === 'merged') && inOrder(one, start) > 0)
      endings.push({ kind: one.milestone, at: one.at });
  }
  if (next) endings.push({ kind: 'reopened', at: next.at });
  return endings.length < 2 ? endings : endings.sort((a, b) => a.at - b.at);
}

/**
 * Runs of a clock due `before` a planned time. Moved later: the telling counts. Moved earlier than
 * what was told: owed again, as the next run. Settings of a round are judged by acts of that round.
 */
export function runsBefore(
  rounds: readonly Round[],
  settings: readonly PlanSetting[],
  until: Milestones,
  actorFor: (start: Occurrence) => Actor,
): Run[] {
  const runs: Run[] = [];
  const sorted = [...settings].sort((a, b) => a.setAt - b.setAt || a.id - b.id);
  rounds.forEach((round, index) => {
    const next = rounds[index + 1]?.reopened;
    const since = round.reopened?.at ?? Number.NEGATIVE_INFINITY;
    const mine = sorted.filter((one) => one.setAt >= since && (!next || one.setAt < next.at));
    let at = 0;
    while (at < mine.length) {
      const setting = mine[at] as PlanSetting;
      const start: Occurrence = { milestone: setting.plan, at: setting.setAt, id: setting.id };
      const actor = actorFor(start);
      const owedSince = at === 0 ? Number.NEGATIVE_INFINITY : setting.setAt;
      const stop = pickFrom(round, until, (one) => one.voidedAt === undefined && one.at >= owedSince && actor(one));
      const told = stop ? (mine.filter((one, i) => i >= at && one.setAt <= stop.at).at(-1) ?? setting) : null;
      const owed = told && stop ? mine.findIndex((one, i) => i > at && one.setAt > stop.at && one.at < told.at) : -1;
      const plan = mine[(owed < 0 ? mine.length : owed) - 1] as PlanSetting;
      runs.push({
        round,
        start,
        computed: false,
        stop,
        endings: endingsOf(round, start, next),
        ceiling: owed < 0 ? (next?.at ?? Number.POSITIVE_INFINITY) : (mine[owed] as PlanSetting).setAt,
        why: at > 0 ? 'moved' : index === 0 ? 'first' : 'reopened',
        plan,
      });
      if (owed < 0) break;
      at = owed;
    }
  });
  return runs;
}
