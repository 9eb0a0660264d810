/** Fires due clocks: warned, breached. Any number of workers; each clock once. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { announce, type Fact } from '../../notices/index.ts';
import { breach, type Fire, fired, fires, lateCount, mostUrgent, warning } from '../rules/clocks.ts';
import { NO_ORDER } from '../rules/fold.ts';
import type { LogEntry, NewEntry } from '../rules/order.ts';
import { factsToTell } from '../rules/telling.ts';
import { clocksOfOrders, type StoredClock } from '../store/clocks.ts';
import { type AddedEntry, appendEntries } from '../store/events.ts';
import {
  type Claimed,
  claimOrders,
  type FiredClock,
  type Shown,
  saveFired,
  saveShown,
  utilitiesToFire,
} from '../store/sweep.ts';
import { colleaguesOf, unitsOf } from './people.ts';
import { refold } from './refold.ts';
import { bookByHash } from './rulebook.ts';
import { systemEntries } from './save.ts';

export interface Swept {
  orders: number;
  warned: number;
  breached: number;
  /** Orders whose clocks had to be read again. */
  refolded: number;
}

export interface SweepOptions {
  /** Orders in one transaction. */
  batch?: number;
}

/** Until nothing is due that nobody else is at. A clock that came due while every worker was down fires with its true time. */
export async function sweep(db: Db, time: TimeSource, { batch = 500 }: SweepOptions = {}): Promise<Swept> {
  const total: Swept = { orders: 0, warned: 0, breached: 0, refolded: 0 };
  for (const utilityId of await utilitiesToFire(db, time.now())) {
    for (;;) {
      const done = await db.transaction(utilityId, (tx) => sweepBatch(tx, time, batch));
      total.orders += done.orders;
      total.warned += done.warned;
      total.breached += done.breached;
      total.refolded += done.refolded;
      if (done.orders < batch) break;
    }
  }
  return total;
}

interface FiredOrder {
  order: Claimed;
  rows: StoredClock[];
  changed: StoredClock[];
  entries: LogEntry[];
  again: boolean;
}

async function sweepBatch(tx: Tx, time: TimeSource, batch: number): Promise<Swept> {
  const now = time.now();
  const orders = await claimOrders(tx, now, batch);
  if (orders.length === 0) return { orders: 0, warned: 0, breached: 0, refolded: 0 };
  const clocks = await clocksOfOrders(
    tx,
    orders.map(({ orderId }) => orderId),
  );
  const results = orders.map((order) => fireOrder(order, clocks.get(order.orderId) ?? [], now));
  const done = results.filter(({ changed }) => changed.length > 0);
  await write(tx, done, now);
  const again = new Set(results.filter((result) => result.again).map(({ order }) => order.orderId));
  for (const { order } of done) if (await startsByLateness(tx, order)) again.add(order.orderId);
  for (const orderId of again) await refold(tx, time, orderId);
  const count = (kind: string) =>
    done.reduce((sum, { entries }) => sum + entries.filter((entry) => entry.kind === kind).length, 0);
  return { orders: orders.length, warned: count('warned'), breached: count('breached'), refolded: again.size };
}

function fireOrder(order: Claimed, rows: StoredClock[], now: Instant): FiredOrder {
  const news: NewEntry[] = [];
  const changed: StoredClock[] = [];
  let again = false;
  const after = rows.map((row) => {
    const fire: Fire | null = fires(row, now);
    if (fire === null) return row;
    if (fire === 'look-again') {
      again = true;
      return row;
    }
    const next = { ...row, ...fired(row, fire, now) };
    news.push(fire === 'breached' ? breach(row) : warning(row));
    changed.push(next);
    return next;
  });
  news.sort((a, b) => a.occurredAt - b.occurredAt);
  return { order, rows: after, changed, entries: systemEntries(news, order.lastSeq, order.version, now), again };
}

async function write(tx: Tx, done: readonly FiredOrder[], now: Instant): Promise<void> {
  if (done.length === 0) return;
  await appendEntries(
    tx,
    done.flatMap(({ order, entries }) => entries.map((entry): AddedEntry => ({ ...entry, orderId: order.orderId }))),
  );
  await saveFired(
    tx,
    done.flatMap(({ changed }): FiredClock[] => changed),
  );
  await saveShown(tx, done.map(shown));
  const units = await unitsOf(tx);
  const facts: Fact[] = [];
  for (const { order, rows, entries } of done) {
    const book = await bookByHash(tx, order.packHash);
    const about = { ...NO_ORDER, place: order.place, handlerId: order.handlerId };
    for (const entry of entries) {
      facts.push(
        ...factsToTell(entry, {
          orderId: order.orderId,
          number: order.number,
          order: about,
          clocks: rows,
          units,
          book,
        }),
      );
    }
  }
  await announce(tx, facts, await colleaguesOf(tx), now);
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
  const { pack } = await bookByHash(tx, order.packHash);
  return [...pack.clocks, ...pack.notices].some(({ from }) =>
    from?.of.some((milestone) => milestone.startsWith('late:')),
  );
}
