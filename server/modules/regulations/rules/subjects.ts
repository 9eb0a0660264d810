/**
 * Whom a clock runs for: the order, or one caller's request in it. A subject has its own log of
 * happenings, cut into rounds by `reopened`.
 */
import type { Instant } from '../../../values/instant.ts';
import { isKnown } from '../../../values/working-calendar.ts';
import type { Calendars } from './calendar.ts';
import { timesCounted } from './counting.ts';
import type { Facts } from './match.ts';
import type { Happening, Matter } from './matter.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A milestone as clocks see it. */
export interface Occurrence {
  milestone: string;
  at: Instant;
  /** Id of the happening; null when it is only implied (received by default of created). */
  id: number | null;
  by?: string | undefined;
  /** When a later `rejected` took it back, and the id of that. */
  voidedAt?: Instant | undefined;
  voidedBy?: number | undefined;
}

export class Round {
  /** 1, then one more for each `reopened`. */
  readonly number: number;
  /** What reopened it; absent in the first. */
  readonly reopened: Occurrence | undefined;
  readonly log: readonly Occurrence[];
  readonly #comings = new Map<string, readonly Occurrence[]>();

  constructor(number: number, log: readonly Occurrence[], reopened: Occurrence | undefined) {
    this.number = number;
    this.log = log;
    this.reopened = reopened;
  }

  /**
   * All comings of a milestone in the order they came, those taken back included. `received` and `created`
   * default to each other and, in later rounds, are the reopening; `finished` is `handled`.
   */
  comings(milestone: string): readonly Occurrence[] {
    let known = this.#comings.get(milestone);
    if (!known) {
      known = this.#find(milestone);
      this.#comings.set(milestone, known);
    }
    return known;
  }

  #find(milestone: string): readonly Occurrence[] {
    if (milestone === 'received' || milestone === 'created') {
      if (this.reopened) return [{ ...this.reopened, milestone }];
      const own = this.log.filter((one) => one.milestone === milestone);
      if (own.length > 0) return own;
      const other = milestone === 'received' ? 'created' : 'received';
      return this.log.filter((one) => one.milestone === other).map((one) => ({ ...one, milestone }));
    }
    if (milestone === 'finished')
      return this.log.filter((one) => one.milestone === 'handled' || one.milestone === 'finished');
    return this.log.filter((one) => one.milestone === milestone);
  }
}

export interface Subject {
  request: string | null;
  rounds: readonly Round[];
  facts: Facts;
  /** As it was recorded, without what is worked out from it. */
  recorded: { channel: string; facts: Matter['facts'] };
  /** When what a fact counts happened; undefined for a fact that counts nothing, was recorded, or is not known. */
  counted: (fact: string) => readonly Instant[] | undefined;
}

const byTime = (a: Happening, b: Happening): number => a.at - b.at || a.id - b.id;

/** Logs come in order but for what was synced late. */
function inOrder(log: Happening[]): Happening[] {
  const sorted = log.every((one, i) => i === 0 || byTime(log[i - 1] as Happening, one) <= 0);
  return sorted ? log : log.sort(byTime);
}

/** The order itself; happenings of single requests concern it only where they say so, but the first request dates its receipt. */
export function orderOf(matter: Matter, calendars: Calendars, now: Instant, vocabulary: Vocabulary): Subject {
  const log = inOrder(matter.happenings.filter((one) => one.request === undefined || one.ofOrder));
  const rounds = roundsOf(log, firstReceipt(matter));
  const { facts, channel } = matter;
  return { request: null, rounds, ...factsOf({ matter, facts, channel, rounds, calendars, now, vocabulary }) };
}

function firstReceipt({ requests, happenings }: Matter): Occurrence | null {
  if (requests.length === 0) return null;
  let at = Number.POSITIVE_INFINITY;
  for (const one of requests) at = Math.min(at, one.receivedAt);
  let scoped: Happening | undefined;
  for (const one of happenings) {
    if (one.milestone !== 'received' || one.request === undefined) continue;
    if (!scoped || byTime(one, scoped) < 0) scoped = one;
  }
  return { milestone: 'received', at, id: scoped?.at === at ? scoped.id : null };
}

/**
 * One request: its own happenings and those of nobody in particular. A request that joins an order
 * reopened before begins there: what happened in earlier rounds of the order does not concern it.
 */
export function requestOf(
  matter: Matter,
  id: string,
  calendars: Calendars,
  now: Instant,
  vocabulary: Vocabulary,
): Subject | null {
  const request = matter.requests.find((one) => one.id === id);
  if (!request) return null;
  const all = inOrder(matter.happenings.filter((one) => one.request === undefined || one.request === id));
  const { joinedAt } = request;
  const begun = joinedAt ?? request.receivedAt;
  const own = (one: Happening): boolean => joinedAt !== undefined && one.request === id;
  const since = all.findLast((one) => one.milestone === 'reopened' && one.at <= begun && !own(one));
  const received = all.find(
    (one) =>
      one.milestone === 'received' && one.request !== undefined && (!since || own(one) || byTime(one, since) > 0),
  );
  const log = all.filter(
    (one) =>
      one.milestone !== 'received' &&
      one.milestone !== 'created' &&
      (since === undefined || own(one) || byTime(one, since) > 0),
  );
  const rounds = roundsOf(log, { milestone: 'received', at: request.receivedAt, id: received?.id ?? null });
  const facts = request.facts ? { ...matter.facts, ...request.facts } : matter.facts;
  const { channel } = request;
  return { request: id, rounds, ...factsOf({ matter, facts, channel, rounds, calendars, now, vocabulary }) };
}

function roundsOf(happenings: readonly Happening[], receipt: Occurrence | null): Round[] {
  const rounds: Round[] = [];
  let log: Occurrence[] = [];
  let reopened: Occurrence | undefined;
  const close = (): void => {
    const first = rounds.length === 0;
    if (first && receipt && !log.some((one) => one.milestone === 'received')) log.push(receipt);
    rounds.push(new Round(rounds.length + 1, log, reopened));
  };
  for (const { milestone, at, id, by } of happenings) {
    const occurrence: Occurrence = { milestone, at, id, by, voidedAt: undefined, voidedBy: undefined };
    if (milestone === 'reopened') {
      close();
      log = [];
      reopened = occurrence;
    }
    log.push(occurrence);
    if (milestone === 'rejected') takeBack(log, occurrence);
  }
  close();
  return rounds;
}

/** 派回: every `handled` before it counts as not done. */
function takeBack(log: readonly Occurrence[], rejected: Occurrence): void {
  for (const one of log) {
    if ((one.milestone !== 'handled' && one.milestone !== 'finished') || one.voidedAt !== undefined) continue;
    one.voidedAt = rejected.at;
    one.voidedBy = rejected.id ?? 0;
  }
}

/** `created.time` asks for the minute of the day a milestone came, `.day` and `.holiday` for what day that was. */
interface Asked {
  milestone: string;
  of: 'time' | 'day' | 'holiday';
}

const builtIn = new Map<string, Asked | null>();

/** Names of facts stand in rulebooks; there are not many. */
function askedBy(fact: string): Asked | null {
  let asked = builtIn.get(fact);
  if (asked === undefined) {
    const [, milestone, of] = /^(.+)\.(time|day|holiday)$/.exec(fact) ?? [];
    asked = milestone === undefined ? null : { milestone, of: of as Asked['of'] };
    builtIn.set(fact, asked);
  }
  return asked;
}

/** A fact the platform works out from when something happened. */
export const isBuiltIn = (fact: string): boolean => askedBy(fact) !== null;

interface Known {
  matter: Matter;
  facts: Matter['facts'];
  channel: string;
  rounds: readonly Round[];
  calendars: Calendars;
  now: Instant;
  vocabulary: Vocabulary;
}

/** Recorded facts, built-in ones and those that count; milestones as of the latest round they came in. */
function factsOf(known: Known): Pick<Subject, 'facts' | 'counted' | 'recorded'> {
  const { matter, facts: recorded, channel, rounds, calendars, now, vocabulary } = known;
  const timeOf = (milestone: string): Instant | undefined => {
    if (milestone === 'now') return now;
    for (let i = rounds.length - 1; i >= 0; i--) {
      const first = rounds[i]?.comings(milestone).find((one) => one.voidedAt === undefined);
      if (first) return first.at;
    }
    return undefined;
  };
  const counts = new Map<string, readonly Instant[] | undefined>();
  const counted = (name: string): readonly Instant[] | undefined => {
    const count = vocabulary.facts.get(name)?.count;
    if (!count || recorded[name] !== undefined) return undefined;
    if (!counts.has(name)) {
      // While it is counted it is not known: a count that rests on itself stays so.
      counts.set(name, undefined);
      const log = rounds.flatMap((round) => round.log).filter((one) => one.voidedAt === undefined);
      counts.set(name, timesCounted(count, { matter, log, facts, calendars, now, vocabulary }));
    }
    return counts.get(name);
  };
  const facts: Facts = (name) => {
    if (name === 'event') return matter.event;
    if (name === 'channel') return channel;
    const value = recorded[name];
    if (value !== undefined) return value;
    const asked = askedBy(name);
    if (!asked) return counted(name)?.length;
    const at = timeOf(asked.milestone);
    if (at === undefined) return undefined;
    if (asked.of === 'time') return calendars.zone.minuteOf(at);
    const day = calendars.zone.dayOf(at);
    if (asked.of === 'holiday') {
      const holiday = calendars.isHoliday(day);
      return isKnown(holiday) ? holiday : undefined;
    }
    const working = calendars.isWorkingDay(day);
    return isKnown(working) ? (working ? 'working' : 'off') : undefined;
  };
  return { facts, counted, recorded: { channel, facts: recorded } };
}

/** Without what callers bring from orders they were in before. */
export function asSeenByOrder(matter: Matter): Matter {
  const common = (one: { request?: string }): boolean => one.request === undefined;
  const { plans, pauses, extensions } = matter;
  if (plans.every((one) => !one.elsewhere) && pauses.every(common) && extensions.every(common)) return matter;
  return {
    ...matter,
    plans: matter.plans.filter((one) => !one.elsewhere),
    pauses: matter.pauses.filter(common),
    extensions: matter.extensions.filter(common),
  };
}

/**
 * As one of its callers sees it. Whoever joined an order that was there before finds it as it is: what had been
 * done counts to him as of that moment, so that no clock of his begins, or is late, before anybody knew of him.
 */
export function asSeenBy(matter: Matter, id: string): Matter {
  const since = matter.requests.find((one) => one.id === id)?.joinedAt ?? Number.NEGATIVE_INFINITY;
  const mine = (one: { request?: string }): boolean => one.request === undefined || one.request === id;
  // Nobody came from elsewhere: all of it is his, and other callers' acts are told apart where clocks are read.
  if (since === Number.NEGATIVE_INFINITY && matter.pauses.every(mine) && matter.extensions.every(mine)) return matter;
  const from = (at: Instant, request: string | undefined): Instant =>
    request === undefined ? Math.max(at, since) : at;
  return {
    ...matter,
    happenings: matter.happenings.filter(mine).map((one) => ({ ...one, at: from(one.at, one.request) })),
    plans: matter.plans.filter(mine).map((one) => ({ ...one, setAt: from(one.setAt, one.request) })),
    pauses: matter.pauses
      .filter((one) => mine(one) && (one.request !== undefined || one.until === null || one.until > since))
      .map((one) => ({ ...one, from: from(one.from, one.request) })),
    extensions: matter.extensions.filter((one) => mine(one) && (one.request !== undefined || one.at >= since)),
  };
}
