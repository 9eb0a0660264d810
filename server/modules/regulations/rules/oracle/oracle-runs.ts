/** Test support: which runs a clock has, told from the log like a story, one happening after the other. */
import type { Instant } from '../../../../values/instant.ts';
import type { Happening, Matter, PlanSetting } from '../matter.ts';
import type { Milestones } from '../pack.ts';

export interface OracleRun {
  run: number;
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
function logOf(matter: Matter, request: Matter['requests'][number] | null): Told[] {
  const mine = (one: Happening): boolean => {
    if (!request) return one.request === undefined;
    // A caller's clocks know his own receipt only.
    return (one.request === undefined || one.request === request.id) && !BIRTH.includes(one.milestone);
  };
  let log: Told[] = matter.happenings.filter(mine).map((one) => ({ ...one }));
  log.sort(order);
  if (request) {
    // Who joins after a reopening has nothing to do with what was before.
    const joined = log.findLastIndex(({ milestone, at }) => milestone === 'reopened' && at <= request.receivedAt);
    log = log.slice(joined + 1);
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
    active = { run: runs.length + 1, start: one.at, startedBy: one.id, stoppedAt: null };
    starter = one;
    runs.push(active);
    free = false;
    // A return before the start answered an earlier dispatch.
    seen = seen.filter(({ milestone }) => milestone !== 'returned');
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

  let cancelled: Instant | null = null;
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

/**
 * Runs of a clock that has only a planned time: owed from its first setting, and again when it moves earlier
 * than what was told. A telling before the first setting counts; one of an earlier plan says nothing of the next.
 */
export function plannedRuns(
  clock: OracleClock,
  matter: Matter,
  request: Matter['requests'][number] | null,
): OracleRun[] {
  const settings = matter.plans
    .filter((one) => one.plan === clock.before && (!one.request || one.request === request?.id))
    .sort((a, b) => a.setAt - b.setAt || a.id - b.id);
  const told = logOf(matter, request).filter(
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
      current = { run: runs.length + 1, start: plan.setAt, startedBy: plan.id, stoppedAt: null };
      runs.push(current);
    }
    current.plan = plan;
    if (current.stoppedAt !== null) continue;
    const { start } = current;
    const next = settings[place + 1]?.setAt ?? Number.POSITIVE_INFINITY;
    const stop = told.find(({ at }) => at < next && (runs.length === 1 || at >= start));
    if (stop) [current.stoppedAt, said] = [stop.at, plan.at];
  }
  const over = matter.happenings.find(({ milestone }) => milestone === 'cancelled' || milestone === 'closed');
  if (over)
    for (const run of runs)
      if (
        over.milestone === 'closed' &&
        (over.at < run.start || (over.at === run.start && over.id < (run.startedBy ?? 0)))
      )
        // A time planned after the closing is owed all the same.
        continue;
      else if (run.stoppedAt === null || run.stoppedAt > over.at) {
        run.stoppedAt = null;
        run.ended = { at: over.at, by: over.milestone as 'closed' };
      }
  return runs;
}
