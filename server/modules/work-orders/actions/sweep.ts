/** Fires due clocks: warned, breached. Any number of workers; each clock once. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Colleague, Fact } from '../../notices/index.ts';
import { colleaguesOf } from '../../rosters/index.ts';
import { breach, type ClockRow, type Fire, fired, fires, lateCount, mostUrgent, warning } from '../rules/clocks.ts';
import type { Unit } from '../rules/context.ts';
import { NO_ORDER } from '../rules/fold.ts';
import type { LogEntry, NewEntry } from '../rules/order.ts';
import { factsToTell } from '../rules/routing/telling.ts';
import { clocksOfOrders } from '../store/clocks.ts';
import {
  appendFired,
  type Claimed,
  claimOrders,
  countDueOf,
  nextFirings,
  type Place,
  type Shown,
  saveFired,
  saveShown,
} from '../store/sweep.ts';
import { announceFacts } from './announce-facts.ts';
import { unitsOf } from './people.ts';
import { refold } from './refold.ts';
import { rulebookByHash } from './rulebook.ts';
import { systemEntries } from './save.ts';

export interface Swept {
  orders: number;
  warned: number;
  breached: number;
  /** Orders whose clocks had to be read again. */
  refolded: number;
}

export interface SweepOptions {
  /** Clocks in one transaction: a command on one of their orders waits as long. */
  batch?: number;
}

/** When the next clock of any utility is due; null: none is. Passed already: it could not be fired yet. */
export const nextFiringOf = async (db: Db): Promise<Instant | null> => (await nextFirings(db))[0]?.at ?? null;

/** Clocks of all utilities that are due and have not been fired. */
export async function countDue(db: Db, now: Instant): Promise<number> {
  let due = 0;
  for (const { utilityId, at } of await nextFirings(db)) {
    if (at > now) break;
    due += await db.transaction(utilityId, (tx) => countDueOf(tx, now), { readOnly: true });
  }
  return due;
}

const BEGINNING: Place = { at: 0, orderId: 0 };

/**
 * Until nothing is due that nobody else is at. A clock that came due while every worker was down fires with its true time.
 *
 * Two lanes, each with a connection: while the database writes for one, the other is reckoned. One goes on from the
 * clocks due longest, the other takes the latest, and both take a batch of each utility in turn; so whatever comes due
 * during a flood, its own utility's or another's, waits no longer than a round.
 */
export async function sweep(db: Db, time: TimeSource, { batch = 500 }: SweepOptions = {}): Promise<Swept> {
  const total: Swept = { orders: 0, warned: 0, breached: 0, refolded: 0 };
  const before = new Map<number, Place>();
  let more = false;
  const round = async (fromLatest: boolean): Promise<boolean> => {
    let goOn = false;
    for (const { utilityId, at } of await nextFirings(db)) {
      if (at > time.now()) break;
      const after = fromLatest ? null : (before.get(utilityId) ?? BEGINNING);
      const done = await db.transaction(utilityId, (tx) => sweepBatch(tx, time, batch, after));
      if (done.last && !fromLatest) before.set(utilityId, done.last);
      total.orders += done.orders;
      total.warned += done.warned;
      total.breached += done.breached;
      total.refolded += done.refolded;
      goOn ||= done.full;
    }
    return goOn;
  };
  const fromLongest = async (): Promise<void> => {
    do more = await round(false);
    while (more);
  };
  const fromLatest = async (): Promise<void> => {
    while (more && (await round(true)));
  };
  more = await round(false);
  if (more) await Promise.all([fromLongest(), fromLatest()]);
  return total;
}

interface Batch extends Swept {
  /** As many as were asked for: there may be more. */
  full: boolean;
  last: Place | undefined;
}

interface FiredOrder {
  order: Claimed;
  rows: ClockRow[];
  changed: ClockRow[];
  entries: LogEntry[];
  again: boolean;
}

async function sweepBatch(tx: Tx, time: TimeSource, batch: number, after: Place | null): Promise<Batch> {
  const now = time.now();
  const claimed = await claimOrders(tx, now, batch, after);
  const orders = [...new Map(claimed.map((order) => [order.orderId, order])).values()];
  const result: Batch = {
    orders: orders.length,
    warned: 0,
    breached: 0,
    refolded: 0,
    full: claimed.length === batch,
    last: claimed.at(-1),
  };
  if (orders.length === 0) return result;
  const [clocks, units, colleagues] = await Promise.all([
    clocksOfOrders(
      tx,
      orders.map(({ orderId }) => orderId),
    ),
    unitsOf(tx),
    colleaguesOf(tx, now),
  ]);
  const fires = orders.map((order) => fireOrder(order, clocks.get(order.orderId) ?? [], now));
  const done = fires.filter(({ changed }) => changed.length > 0);
  await write(tx, done, { units, colleagues }, now);
  const again = new Set(fires.filter((one) => one.again).map(({ order }) => order.orderId));
  for (const { order } of done) if (await startsByLateness(tx, order)) again.add(order.orderId);
  for (const orderId of again) await refold(tx, time, orderId);
  result.refolded = again.size;
  for (const { entries } of done) {
    for (const { kind } of entries) result[kind as 'warned' | 'breached'] += 1;
  }
  return result;
}

function fireOrder(order: Claimed, rows: ClockRow[], now: Instant): FiredOrder {
  const news: NewEntry[] = [];
  const changed: ClockRow[] = [];
  let again = false;
  const after = rows.map((row) => {
    const fire: Fire | null = fires(row, now);
    if (fire === null) return row;
    if (fire === 'look-again') {
      again = true;
      return row;
    }
    const next = fired(row, fire, now);
    news.push(fire === 'breached' ? breach(row) : warning(row));
    changed.push(next);
    return next;
  });
  news.sort((a, b) => a.occurredAt - b.occurredAt);
  return { order, rows: after, changed, entries: systemEntries(news, order.lastSeq, order.version, now), again };
}

interface People {
  units: readonly Unit[];
  colleagues: readonly Colleague[];
}

/** What is told is reckoned while the database writes the rest. */
async function write(tx: Tx, done: readonly FiredOrder[], { units, colleagues }: People, now: Instant): Promise<void> {
  if (done.length === 0) return;
  const of = ({ order: { orderId } }: FiredOrder) => ({ orderId });
  saveShown(tx, done.map(shown));
  appendFired(
    tx,
    done.flatMap((one) => one.entries.map((entry) => ({ ...entry, ...of(one) }))),
    now,
  );
  saveFired(
    tx,
    done.flatMap((one) => one.changed.map((row) => ({ ...row, ...of(one) }))),
  );
  const facts: Fact[] = [];
  for (const { order, rows, entries } of done) {
    const book = await rulebookByHash(tx, order.packHash);
    const about = { ...NO_ORDER, place: order.place, handlerId: order.handlerId };
    const telling = { orderId: order.orderId, number: order.number, order: about, clocks: rows, units, book };
    for (const entry of entries) facts.push(...factsToTell(entry, telling));
  }
  await announceFacts(tx, facts, colleagues, now);
}

function shown({ order, rows, entries }: FiredOrder): Shown {
  const due = mostUrgent(rows);
  return {
    orderId: order.orderId,
    lastSeq: order.lastSeq + entries.length,
    lateCount: lateCount(rows),
    dueAt: due?.dueAt ?? null,
    dueClock: due?.clockId ?? null,
    dueState: due?.state ?? null,
    dueStartAt: due?.startedAt ?? null,
    dueWarnAt: due?.warnAt ?? null,
  };
}

/** Rulebooks in which one clock's lateness starts another. */
async function startsByLateness(tx: Tx, order: Claimed): Promise<boolean> {
  const { pack } = await rulebookByHash(tx, order.packHash);
  return [...pack.clocks, ...pack.notices].some(({ from }) =>
    from?.of.some((milestone) => milestone.startsWith('late:')),
  );
}
