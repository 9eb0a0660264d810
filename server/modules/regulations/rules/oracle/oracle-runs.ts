/** Test support: which runs a clock has, told from the log like a story, one happening after the other. */
import type { Instant } from '../../../../values/instant.ts';
import type { Happening, Matter, PlanSetting } from '../matter.ts';
import type { Milestones } from '../pack.ts';

export interface OracleRun {
  run: number;
  /** 1, then one more for each reopening. */
  round: number;
  start: Instant;
  startedBy: number | null;
  stoppedAt: Instant | null;
  /** Extensions granted from here on are for the next run. */
  ceiling?: Instant;
  ended?: { at: Instant; by: 'cancelled' | 'closed' | 'rejected' | 'returned' | 'reopened' };
  /** For clocks before a planned time: the setting in force in this run. */
  plan?: PlanSetting;
}

export interface OracleClock {
  from?: Milestones;
  until: Milestones;
  by?: string[];
  before?: string;
}

type Told = Happening & { voided?: Instant };

/** Milestones of receipt: reopening begins them again. */
const BIRTH = ['received', 'created'];
/** By these a unit has the order: its return ends what they began. */
const SENT = ['dispatched', 'accepted', 'assigned'];

/** The log as one subject sees it: in order, receipt and creation standing in for each other, answers voided. */
export function logOf(matter: Matter, request: Matter['requests'][number] | null): Told[] {
  const mine = (one: Happening): boolean => {
    if (!request) return one.request === undefined || one.ofOrder === true;
    // A caller's clocks know his own receipt only.
    return (one.request === undefined || one.request === request.id) && !BIRTH.includes(one.milestone);
  };
  let log: Told[] = matter.happenings.filter(mine).map((one) => ({ ...one }));
  log.sort(order);
  if (request) {
    // Who joins after a reopening has nothing to do with what was before.
    const begun = request.joinedAt ?? request.receivedAt;
    const brought = (one: Told): boolean => request.joinedAt !== undefined && one.request === request.id;
    const joined = log.findLastIndex((one) => one.milestone === 'reopened' && one.at <= begun && !brought(one));
    log = log.filter((one, place) => place > joined || brought(one));
  }
  const reopening = log.findIndex(({ milestone }) => milestone === 'reopened');
  const round = reopening < 0 ? log : log.slice(0, reopening);
  const receipts = request ? [request.receivedAt] : matter.requests.map(({ receivedAt }) => receivedAt);
  const has = (milestone: string): boolean => round.some((one) => one.milestone === milestone);
  const implied: Told[] = [];
  const imply = (milestone: string, one: Pick<Happening, 'at' | 'id'>): void => {
    implied.push({ milestone, at: one.at, recordedAt: one.at, id: one.id });
  };
  if (!has('received') && receipts.length > 0) imply('received', { at: Math.min(...receipts), id: -1 });
  else if (!has('received')) for (const one of round) if (one.milestone === 'created') imply('received', one);
  const received = [...round, ...implied].filter(({ milestone }) => milestone === 'received');
  if (!has('created')) for (const one of received) imply('created', one);
  log = [...log, ...implied].sort(order);
  let since = 0;
  for (const [place, one] of log.entries()) {
    if (one.milestone === 'reopened') since = place;
    if (one.milestone !== 'rejected') continue;
    for (const earlier of log.slice(since, place))
      if (['handled', 'finished'].includes(earlier.milestone)) earlier.voided ??= one.at;
  }
  return log;
}

const order = (a: Happening, b: Happening): number => a.at - b.at || a.id - b.id;

/** `finished` is the answer that was not rejected. */
const means = (wanted: string, { milestone }: Happening): boolean =>
  milestone === wanted || (wanted === 'finished' && milestone === 'handled');

export function runsOf(clock: OracleClock, matter: Matter, request: Matter['requests'][number] | null): OracleRun[] {
  const log = logOf(matter, request);
  const runs: OracleRun[] = [];
  const used = new Set<Told>();
  let active = null as OracleRun | null;
  let starter = null as Told | null;
  let cancelled = null as Instant | null;
  /** May a start begin a run? */
  let free = true;
  let seen: Told[] = [];
  let begun = new Set<string>();
  let round = 1;
  /** Runs of earlier rounds. */
  let before = 0;

  const stopOf = (events: Told[]): { at: Instant; of: Told[] } | null => {
    const valid = events.filter(
      (one) =>
        one.voided === undefined &&
        !used.has(one) &&
        (!clock.by || (one.by !== undefined && clock.by.includes(one.by))),
    );
    const found = clock.until.of.map((wanted) => valid.find((one) => means(wanted, one)));
    if (clock.until.pick === 'first') {
      const one = found.filter((each) => each !== undefined).sort(order)[0];
      return one ? { at: one.at, of: [one] } : null;
    }
    const all = found.filter((each) => each !== undefined);
    if (all.length < found.length) return null;
    return { at: Math.max(...all.map(({ at }) => at)), of: all };
  };
  const end = (at: Instant, by: NonNullable<OracleRun['ended']>['by']): void => {
    if (active) active.ended = { at, by };
    active = null;
  };
  const stop = (): void => {
    const found = active && stopOf(seen);
    if (!active || !found) return;
    active.stoppedAt = found.at;
    for (const one of found.of) used.add(one);
    // The next unit has its own run.
    if (found.of.some(({ milestone }) => milestone === 'returned')) release(found.at);
    active = null;
  };
  const begin = (one: Told): void => {
    active = { run: runs.length + 1, round, start: one.at, startedBy: one.id, stoppedAt: null };
    starter = one;
    runs.push(active);
    free = false;
    // A return before the start answered an earlier dispatch.
    seen = seen.filter(({ milestone }) => milestone !== 'returned');
    // What came after the end of everything stops nothing.
    if (cancelled !== null) seen = seen.filter(({ at }) => at <= (cancelled as Instant));
    stop();
  };
  const release = (at: Instant): void => {
    const last = runs.at(-1);
    if (last) last.ceiling ??= at;
    begun = new Set();
    free = true;
  };
  const starts = (one: Told): boolean => {
    if (!clock.from) return false;
    const reborn = one.milestone === 'reopened';
    const own = clock.from.of.filter((wanted) =>
      BIRTH.includes(wanted) && (reborn || round > 1) ? reborn : means(wanted, one),
    );
    if (own.length === 0) return false;
    for (const wanted of own) begun.add(wanted);
    return clock.from.pick === 'first' || clock.from.of.every((wanted) => begun.has(wanted));
  };

  for (const one of log) {
    if (one.milestone === 'reopened') {
      end(one.at, 'reopened');
      cancelled = null;
      release(one.at);
      round += 1;
      before = runs.length;
      seen = [];
      begun = new Set();
      starter = null;
    }
    seen.push(one);
    stop();
    if (one.milestone === 'cancelled') {
      cancelled = one.at;
      // Nothing of this round that nobody stopped was ever late.
      for (const run of runs.slice(before)) if (run.stoppedAt === null) run.ended = { at: one.at, by: 'cancelled' };
      active = null;
    }
    if (one.milestone === 'closed') end(one.at, 'closed');
    if (one.milestone === 'returned' && starter && SENT.includes(starter.milestone)) {
      end(one.at, 'returned');
      release(one.at);
      starter = null;
    }
    if (one.milestone === 'rejected' && starter?.voided === one.at) {
      end(one.at, 'rejected');
      release(one.at);
    }
    if (!active && free && starts(one)) {
      begin(one);
      // What begins after the end of everything is over at once.
      if (active && cancelled !== null) end(cancelled, 'cancelled');
    }
  }
  return runs;
}

/** Settings of a planned time as one subject sees them. */
export const settingsOf = (plan: string, matter: Matter, request: Matter['requests'][number] | null): PlanSetting[] =>
  matter.plans.filter((one) => one.plan === plan && (!request || !one.request || one.request === request.id));

/** Runs of a clock that has a planned time: each round has its own settings, tellings and endings. */
export function plannedRuns(
  clock: OracleClock,
  settings: PlanSetting[],
  matter: Matter,
  request: Matter['requests'][number] | null,
): OracleRun[] {
  const log = logOf(matter, request);
  const cuts = log.flatMap(({ milestone }, place) => (milestone === 'reopened' ? [place] : []));
  const runs: OracleRun[] = [];
  for (const [n, begin] of [0, ...cuts].entries()) {
    const end = cuts[n];
    const since = n === 0 ? Number.NEGATIVE_INFINITY : (log[begin]?.at as Instant);
    const next = end === undefined ? undefined : (log[end] as Told);
    const mine = settings.filter(({ setAt }) => setAt >= since && (!next || setAt < next.at));
    runs.push(...runsOfRound(clock, n + 1, mine, log.slice(begin, end), next?.at));
  }
  runs.forEach((run, n) => {
    run.run = n + 1;
  });
  if (!clock.from) return runs;
  // Owed only once that has happened, in the same round.
  const starts = runsOf({ from: clock.from, until: { pick: 'first', of: [] } }, matter, request);
  const owed = runs.flatMap((run) => {
    const from = starts.find(({ round }) => round === run.round);
    return from ? [{ ...run, start: Math.max(run.start, from.start) }] : [];
  });
  return owed.map((run, n) => ({ ...run, run: n + 1 }));
}

/**
 * Owed from the first setting, and again when the time moves earlier than what was told. A telling before the
 * first setting counts; one of an earlier plan says nothing of the next.
 */
function runsOfRound(
  clock: OracleClock,
  round: number,
  all: PlanSetting[],
  log: Told[],
  reopened: Instant | undefined,
): OracleRun[] {
  const settings = [...all].sort((a, b) => a.setAt - b.setAt || a.id - b.id);
  const told = log.filter(
    (one) =>
      one.voided === undefined &&
      clock.until.of.some((wanted) => means(wanted, one)) &&
      (!clock.by || (one.by !== undefined && clock.by.includes(one.by))),
  );
  const runs: OracleRun[] = [];
  let current: OracleRun | undefined;
  /** What the telling said. */
  let said: Instant | undefined;
  for (const [place, plan] of settings.entries()) {
    const again = current?.stoppedAt != null && said !== undefined && plan.at < said;
    if (!current || again) {
      current = { run: 0, round, start: plan.setAt, startedBy: plan.id, stoppedAt: null };
      runs.push(current);
    }
    current.plan = plan;
    if (current.stoppedAt !== null) continue;
    const { start } = current;
    const next = settings[place + 1]?.setAt ?? Number.POSITIVE_INFINITY;
    const stop = told.find(({ at }) => at < next && (runs.length === 1 || at >= start));
    if (stop) [current.stoppedAt, said] = [stop.at, plan.at];
  }
  const over = log.find(({ milestone }) => milestone === 'cancelled' || milestone === 'closed');
  for (const run of runs) {
    // A time planned after the closing is owed all the same.
    const late =
      over?.milestone === 'closed' &&
      (over.at < run.start || (over.at === run.start && over.id < (run.startedBy ?? 0)));
    if (over && !late && (run.stoppedAt === null || run.stoppedAt > over.at)) {
      run.stoppedAt = null;
      run.ended = { at: over.at, by: over.milestone as 'closed' };
    } else if (reopened !== undefined && run.stoppedAt === null) run.ended = { at: reopened, by: 'reopened' };
  }
  runs.forEach((run, n) => {
    const until = runs[n + 1]?.start ?? reopened;
    if (until !== undefined) run.ceiling = until;
  });
  return runs;
}

/** Stretches the rulebook pauses by itself: on with one happening, off with another, never over a reopening. */
export function pausedByLog(
  from: Milestones,
  until: Milestones | undefined,
  matter: Matter,
  request: Matter['requests'][number] | null,
): { from: Instant; until: Instant | null }[] {
  const stretches: { from: Instant; until: Instant | null }[] = [];
  let on: { from: Instant; until: Instant | null } | null = null;
  let off = Number.NEGATIVE_INFINITY;
  let come = new Set<string>();
  const complete = (milestones: Milestones, one: Told, after: Instant): boolean => {
    if (one.at <= after || one.voided !== undefined) return false;
    const hit = milestones.of.filter((wanted) => means(wanted, one));
    for (const wanted of hit) come.add(wanted);
    return hit.length > 0 && (milestones.pick === 'first' || milestones.of.every((wanted) => come.has(wanted)));
  };
  for (const one of logOf(matter, request)) {
    if (one.milestone === 'reopened') {
      if (on) on.until = one.at;
      [on, off, come] = [null, Number.NEGATIVE_INFINITY, new Set()];
    }
    if (on) {
      if (!until || !complete(until, one, on.from)) continue;
      on.until = one.at;
      [on, off, come] = [null, one.at, new Set()];
    } else if (complete(from, one, off)) {
      on = { from: one.at, until: null };
      stretches.push(on);
      come = new Set();
    }
  }
  return stretches;
}
