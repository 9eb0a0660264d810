/** Writes what a command or the passing of time brought: log, order, clocks, asks, inbox. The order is locked by then. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Fact } from '../../notices/index.ts';
import { colleaguesOf } from '../../rosters/index.ts';
import { requestCards, tellDuties, tellFollowers } from '../contributions.ts';
import { type ClockRow, isRunning, lateCount, mostUrgent } from '../rules/clocks.ts';
import type { LogEntry, NewEntry } from '../rules/order.ts';
import { dutyNews } from '../rules/routing/duty-news.ts';
import { sealOf } from '../rules/routing/seal.ts';
import { factsToTell, type Telling } from '../rules/routing/telling.ts';
import { type Reckoning, reckon, untilOf } from '../rules/rulebook.ts';
import { saveAsks } from '../store/asks.ts';
import { saveClocks } from '../store/clocks.ts';
import { appendEntries } from '../store/events.ts';
import { updateOrder } from '../store/orders.ts';
import { announceFacts } from './announce-facts.ts';

/** What is written now is part of its log and order already. */
export interface Standing extends Reckoning {
  orderId: number;
  number: string;
}

/** Entries of the system: same version, next places in the log. */
export const systemEntries = (news: readonly NewEntry[], lastSeq: number, version: number, now: Instant): LogEntry[] =>
  news.map((entry, index) => ({
    seq: lastSeq + index + 1,
    kind: entry.kind,
    occurredAt: entry.occurredAt,
    recordedAt: now,
    staffId: null,
    departmentId: null,
    via: 'system',
    requestId: entry.requestId ?? null,
    command: null,
    version,
    data: entry.data,
  }));

/** @param written entries of the command, already part of the log. As the system: its writer may not see afterwards what he has sealed or handed over. */
export const save = (tx: Tx, standing: Standing, written: readonly LogEntry[], now: Instant): Promise<Saved> =>
  tx.asSystem(() => write(tx, standing, written, now));

/** The order's log and clocks as they are now. */
export interface Saved {
  log: LogEntry[];
  clocks: ClockRow[];
}

async function write(tx: Tx, standing: Standing, written: readonly LogEntry[], now: Instant): Promise<Saved> {
  const { orderId, order } = standing;
  const reckoned = reckon(standing, now);
  const found = systemEntries(reckoned.entries, order.lastSeq, order.version, now);
  const entries = [...written, ...found];
  appendEntries(
    tx,
    entries.map((entry) => ({ ...entry, orderId })),
  );
  saveClocks(tx, orderId, reckoned.changed, reckoned.removed);
  if (
    written.some(({ data }) => data.ask !== undefined) ||
    order.asks.some(({ decision }) => decision === 'withdrawn')
  ) {
    saveAsks(tx, orderId, order.asks);
  }
  const lastSeq = entries.at(-1)?.seq ?? order.lastSeq;
  const seal = sealOf(order, { ...standing.book, units: standing.units });
  updateOrder(tx, orderId, order, lastSeq, mostUrgent(reckoned.rows), lateCount(reckoned.rows), seal);
  if (standing.book.pack.routing.some(({ confidential }) => confidential))
    requestCards().seal?.(tx, orderId, seal !== null);
  const becomes = dutyNews(orderId, standing.log, order, reckoned.rows, now);
  if (becomes) tellDuties(tx, becomes);
  await tell(tx, entries, { ...standing, clocks: reckoned.rows }, now);
  const { number } = standing;
  const due = workDue(reckoned.rows, standing.book);
  const packHash = standing.book.pack.hash;
  await tellFollowers(tx, { orderId, number, order, entries, sealed: seal !== null, due, packHash }, now);
  return { log: [...standing.log, ...found], clocks: reckoned.rows };
}

/** Of the clocks that end with the work, the first that is due. */
function workDue(rows: readonly ClockRow[], book: Standing['book']): Instant | null {
  const dues = rows.flatMap((row) =>
    isRunning(row) && row.dueAt !== null && untilOf(book, row).includes('finished') ? [row.dueAt] : [],
  );
  return dues.length === 0 ? null : Math.min(...dues);
}

async function tell(
  tx: Tx,
  entries: readonly LogEntry[],
  telling: Telling & { orderId: number },
  now: Instant,
): Promise<void> {
  const facts: Fact[] = entries.flatMap((entry) => factsToTell(entry, telling));
  if (facts.length > 0) await announceFacts(tx, facts, await colleaguesOf(tx, now), now);
}
