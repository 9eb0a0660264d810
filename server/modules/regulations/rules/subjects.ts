/**
 * Whom a clock runs for: the order, or one caller's request in it. A subject has its own log of
 * happenings, cut into rounds by `reopened`.
 */
import type { Instant } from '../../../values/instant.ts';
import { isKnown } from '../../../values/working-calendar.ts';
import type { Calendars } from './calendar.ts';
import type { Facts } from './match.ts';
import type { Happening, Matter } from './matter.ts';

/** A milestone as clocks see it. */
export interface Occurrence {
  milestone: string;
  at: Instant;
  /** Id of the happening; null when it is only implied (received by default of created). */
  id: number | null;
  by?: string;
  /** When a later `rejected` took it back, and the id of that. */
  voidedAt?: Instant;
  voidedBy?: number;
}

export interface Round {
  /** 1, then one more for each `reopened`. */
  number: number;
  /** What reopened it; absent in the first. */
  reopened?: Occurrence;
  log: Occurrence[];
}

export interface Subject {
  request: string | null;
  rounds: Round[];
  facts: Facts;
}

const inOrder = (a: Happening, b: Happening): number => a.at - b.at || a.id - b.id;

/** The order itself; happenings of single requests do not concern it, but the first request dates its receipt. */
export function orderOf(matter: Matter, calendars: Calendars, now: Instant): Subject {
  const log = matter.happenings.filter((one) => one.request === undefined).sort(inOrder);
  const first = matter.requests.reduce<Instant | null>(
    (at, one) => (at === null || one.receivedAt < at ? one.receivedAt : at),
    null,
  );
  const scoped = matter.happenings
    .filter((one) => one.milestone === 'received' && one.request !== undefined)
    .sort(inOrder)[0];
  const rounds = roundsOf(
    log,
    first === null ? null : { milestone: 'received', at: first, id: scoped?.at === first ? scoped.id : null },
  );
  return { request: null, rounds, facts: factsOf(matter.facts, matter.event, matter.channel, rounds, calendars, now) };
}

/**
 * One request: its own happenings and those of nobody in particular. A request that joins an order
 * reopened before begins there: what happened in earlier rounds does not concern it.
 */
export function requestOf(matter: Matter, id: string, calendars: Calendars, now: Instant): Subject | null {
  const request = matter.requests.find((one) => one.id === id);
  if (!request) return null;
  const all = matter.happenings.filter((one) => one.request === undefined || one.request === id).sort(inOrder);
  const since = all.filter((one) => one.milestone === 'reopened' && one.at <= request.receivedAt).at(-1);
  const log = all.filter(
    (one) =>
      !(one.milestone === 'received' && one.request === undefined) &&
      one.milestone !== 'created' &&
      (!since || inOrder(one, since) > 0),
  );
  const received = log.find((one) => one.milestone === 'received');
  const rounds = roundsOf(
    log.filter((one) => one.milestone !== 'received'),
    { milestone: 'received', at: request.receivedAt, id: received?.id ?? null },
  );
  const facts = { ...matter.facts, ...request.facts };
  return { request: id, rounds, facts: factsOf(facts, matter.event, request.channel, rounds, calendars, now) };
}

function roundsOf(log: readonly Happening[], receipt: Occurrence | null): Round[] {
  const rounds: Round[] = [{ number: 1, log: [] }];
  for (const one of log) {
    const occurrence: Occurrence = {
      milestone: one.milestone,
      at: one.at,
      id: one.id,
      ...(one.by !== undefined && { by: one.by }),
    };
    if (one.milestone === 'reopened') rounds.push({ number: rounds.length + 1, reopened: occurrence, log: [] });
    (rounds[rounds.length - 1] as Round).log.push(occurrence);
    if (one.milestone === 'rejected') takeBack((rounds[rounds.length - 1] as Round).log, one);
  }
  const first = (rounds[0] as Round).log;
  if (receipt && !first.some((one) => one.milestone === 'received')) first.push(receipt);
  return rounds;
}

/** 派回: every `handled` before it counts as not done. */
function takeBack(log: Occurrence[], rejected: Happening): void {
  for (const one of log) {
    if ((one.milestone !== 'handled' && one.milestone !== 'finished') || one.voidedAt !== undefined) continue;
    one.voidedAt = rejected.at;
    one.voidedBy = rejected.id;
  }
}

/**
 * All comings of a milestone in a round, those taken back included. `received` and `created` default
 * to each other and, in later rounds, are the reopening; `finished` is `handled`.
 */
export function occurrences(round: Round, milestone: string): Occurrence[] {
  if (milestone === 'received' || milestone === 'created') {
    if (round.reopened) return [{ ...round.reopened, milestone }];
    const own = round.log.filter((one) => one.milestone === milestone);
    if (own.length > 0) return own;
    const other = milestone === 'received' ? 'created' : 'received';
    return round.log.filter((one) => one.milestone === other).map((one) => ({ ...one, milestone }));
  }
  if (milestone === 'finished')
    return round.log.filter((one) => one.milestone === 'handled' || one.milestone === 'finished');
  return round.log.filter((one) => one.milestone === milestone);
}

/** Recorded facts and the built-in ones; milestones as of the latest round they came in. */
function factsOf(
  recorded: Matter['facts'],
  event: string,
  channel: string,
  rounds: readonly Round[],
  calendars: Calendars,
  now: Instant,
): Facts {
  const timeOf = (milestone: string): Instant | undefined => {
    if (milestone === 'now') return now;
    for (let i = rounds.length - 1; i >= 0; i--) {
      const first = occurrences(rounds[i] as Round, milestone).find((one) => one.voidedAt === undefined);
      if (first) return first.at;
    }
    return undefined;
  };
  return (name) => {
    if (name === 'event') return event;
    if (name === 'channel') return channel;
    if (recorded[name] !== undefined) return recorded[name];
    const builtIn = /^(.+)\.(time|day|holiday)$/.exec(name);
    if (!builtIn) return undefined;
    const at = timeOf(builtIn[1] as string);
    if (at === undefined) return undefined;
    if (builtIn[2] === 'time') return calendars.zone.minuteOf(at);
    const day = calendars.zone.dayOf(at);
    if (builtIn[2] === 'holiday') {
      const holiday = calendars.isHoliday(day);
      return isKnown(holiday) ? holiday : undefined;
    }
    const working = calendars.isWorkingDay(day);
    return isKnown(working) ? (working ? 'working' : 'off') : undefined;
  };
}
