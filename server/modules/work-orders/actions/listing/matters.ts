/** Orders as matters 事项, for modules that ask the rulebook more than clocks: one with all that is known of it, or those of a period. */
import type { Tx } from '../../../../platform/database.ts';
import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import type { Action } from '../../../identity/index.ts';
import type { ClockReading, Matter } from '../../../regulations/index.ts';
import { inOrder } from '../../rules/clocks.ts';
import type { Context } from '../../rules/context.ts';
import { targets } from '../../rules/lifecycle.ts';
import { toMatter } from '../../rules/matter.ts';
import { clockNameAmong, toName } from '../../rules/names.ts';
import type { LogEntry } from '../../rules/order.ts';
import type { Book } from '../../rules/rulebook.ts';
import { isGood } from '../../rules/satisfaction/levels.ts';
import { clocksOfOrders, type StoredClock } from '../../store/clocks.ts';
import { logsOf } from '../../store/events.ts';
import { type FoundMatter, type MatterFilter, ordersOfPeriod } from '../../store/matters.ts';
import { staffNames } from '../../store/people.ts';
import { type Given, load } from '../execute.ts';
import { readingsBehind } from '../readings.ts';
import { bookUnder } from '../rulebook.ts';
import type { Reader } from './order-view.ts';

/** What the call-back said of it is a fact, by the two names rulebooks give it; what was recorded goes first. */
function withAnswers(matter: Matter, log: readonly LogEntry[]): Matter {
  const said = log.findLast(
    ({ data: { rating, satisfied: so } }) => rating !== undefined || typeof so === 'boolean',
  )?.data;
  const satisfied = said?.rating === undefined ? said?.satisfied : isGood(said.rating);
  if (typeof satisfied !== 'boolean') return matter;
  return { ...matter, facts: { satisfied, satisfaction: satisfied ? 'satisfied' : 'dissatisfied', ...matter.facts } };
}

export interface KnownMatter {
  orderId: number;
  number: string;
  matter: Matter;
  book: Book;
  readings: ClockReading[];
  departmentName: string | null;
  handlerName: string | null;
  clockName: (id: string) => string;
}

/** One order, to who may see it. */
export async function readMatter(reader: Reader, orderId: number): Promise<KnownMatter | undefined> {
  const loaded = await load(reader, orderId, false);
  if (!loaded) return undefined;
  const { row, log, order, clocks, book, context } = loaded;
  const readings = await readingsBehind(reader.tx, loaded, reader.time.now());
  const staff = row.handlerId === null ? undefined : await staffNames(reader.tx, [row.handlerId]);
  const all = inOrder(clocks).map(toName);
  return {
    orderId,
    number: row.number,
    matter: withAnswers(toMatter(log, order), log),
    book,
    readings: [...readings.values()],
    departmentName: context.units.find(({ departmentId }) => departmentId === row.departmentId)?.name ?? null,
    handlerName: row.handlerId === null ? null : (staff?.get(row.handlerId) ?? null),
    clockName: (id) => {
      const clock = all.find((one) => one.id === id);
      return clock ? clockNameAmong(clock, all, book)[reader.lang] : id;
    },
  };
}

/** What a module below goes by when it acts on an order for somebody. */
export interface ActedOn {
  orderId: number;
  number: string;
  book: Book;
  place: string;
  receivedAt: Instant;
  premisesId: number | null;
  districtId: string | null;
  departmentId: string | null;
  holds: (when: Parameters<Context['holds']>[0]) => boolean;
  done(milestone: string): boolean;
  /** A clock or notice of the rulebook that runs now. */
  running(id: string): boolean;
  /** Whether something that happened then can still be recorded in it. */
  recordable(at: Instant): boolean;
}

/** The order, to who may do this with it. */
export async function orderToActOn(given: Given, orderId: number, action: Action): Promise<Result<ActedOn>> {
  const loaded = await load(given, orderId, false);
  if (!loaded) return refuse('order-not-found');
  const { row, order, book, context } = loaded;
  if (!context.actor.may(action)) return refuse('forbidden', { params: { action } });
  const { number, premisesId, districtId, departmentId } = row;
  return ok({
    ...{ orderId, number, book, premisesId, districtId, departmentId },
    place: order.place,
    receivedAt: order.receivedAt,
    holds: (when) => context.holds(when, order),
    done: (milestone) => order.done[milestone] !== undefined,
    running: (id) => context.clocks.some((clock) => clock.id === id && clock.open),
    recordable: (at) =>
      targets(order.state, 'record') !== undefined && (order.closedAt === null || at <= order.closedAt),
  });
}

export interface PeriodMatter extends FoundMatter {
  matter: Matter;
  book: Book;
  clocks: StoredClock[];
}

/** Orders of a period, a batch at a time; no more of them is ever held in memory. */
export async function* mattersOfPeriod(tx: Tx, filter: MatterFilter, batch = 500): AsyncGenerator<PeriodMatter> {
  for (let after = 0; ; ) {
    const found = await ordersOfPeriod(tx, filter, after, batch);
    const ids = found.map(({ orderId }) => orderId);
    const [logs, clocks] = await Promise.all([logsOf(tx, ids), clocksOfOrders(tx, ids)]);
    for (const one of found) {
      const log = logs.get(one.orderId) ?? [];
      if (log.length === 0) continue;
      const book = await bookUnder(tx, one);
      yield { ...one, matter: withAnswers(toMatter(log), log), book, clocks: clocks.get(one.orderId) ?? [] };
    }
    const last = found.at(-1);
    if (!last || found.length < batch) return;
    after = last.orderId;
  }
}
