/** What re-dating made of some orders, written with one statement for each table. */
import type { Tx } from '../../../../platform/database.ts';
import type { Instant } from '../../../../values/instant.ts';
import type { Colleague, Fact } from '../../../notices/index.ts';
import { type ClockRow, keyOf, lateCount, mostUrgent } from '../../rules/clocks.ts';
import type { Unit } from '../../rules/context.ts';
import type { LogEntry } from '../../rules/order.ts';
import type { LessTime } from '../../rules/redating/less-time.ts';
import type { Course, Redated } from '../../rules/redating/redate.ts';
import { factsToTell } from '../../rules/routing/telling.ts';
import { appendEntries } from '../../store/events.ts';
import {
  type ClockOf,
  deleteClocks,
  insertClocks,
  keepOrders,
  type OpenOrder,
  otherDues,
  type RedatedOrder,
  type ShownDue,
  saveRedated,
  updateClocks,
} from '../../store/redating.ts';
import { announceFacts } from '../announce-facts.ts';
import { systemEntries } from '../save.ts';

export interface Writing {
  redatingId: number;
  by: { staffId: number; departmentId: string };
  /** Keeps which version, and which calendar, each order came from. */
  keep: 'version' | 'calendar' | null;
}

/** One order, evaluated. */
export interface One {
  row: OpenOrder;
  course: Course;
  entry: LogEntry;
  /** Rows of the clocks that may change. */
  clocks: readonly ClockRow[];
  redated: Redated;
}

export interface Told extends Writing {
  units: readonly Unit[];
  colleagues: Colleague[];
  sooner: LessTime;
}

export async function writeBatch(tx: Tx, ones: readonly One[], told: Told, now: Instant): Promise<void> {
  const entries: (LogEntry & { orderId: number })[] = [];
  const facts: Fact[] = [];
  const clocks: Record<'changed' | 'added' | 'removed', ClockOf[]> = { changed: [], added: [], removed: [] };
  const orders: RedatedOrder[] = [];
  const others = await dues(tx, ones);
  for (const { row, course, entry, clocks: before, redated } of ones) {
    const { orderId, number } = row;
    const { order, reckoned, changes } = redated;
    const found = systemEntries(reckoned.entries, entry.seq, row.version, now);
    for (const one of [entry, ...found]) entries.push({ ...one, orderId });
    const known = new Set(before.map(keyOf));
    for (const clock of reckoned.changed)
      clocks[known.has(keyOf(clock)) ? 'changed' : 'added'].push({ ...clock, orderId });
    for (const clock of reckoned.removed) clocks.removed.push({ ...clock, orderId });
    const other = others.get(orderId);
    orders.push({
      orderId,
      packHash: row.packHash,
      target: row.target,
      calendarHash: row.calendarHash,
      calendarTarget: row.calendarTarget,
      lastSeq: entry.seq + found.length,
      lateCount: row.lateCount + lateCount(reckoned.rows) - lateCount(before),
      due: mostUrgent<ShownDue>(other ? [...reckoned.rows, other] : reckoned.rows),
    });
    const telling = { orderId, number, order, clocks: reckoned.rows, units: told.units, book: course.to };
    for (const one of found) facts.push(...factsToTell(one, telling));
    told.sooner.add(row, changes, course);
  }
  deleteClocks(tx, clocks.removed);
  updateClocks(tx, clocks.changed);
  insertClocks(tx, clocks.added);
  appendEntries(tx, entries);
  saveRedated(tx, orders);
  if (told.keep !== null) keepOrders(tx, told.redatingId, orders, told.keep === 'calendar');
  if (facts.length > 0) await announceFacts(tx, facts, told.colleagues, now);
}

/** Of the clocks that were not read again, the one lists would show: the one they do show, unless that was read again. */
async function dues(tx: Tx, ones: readonly One[]): Promise<Map<number, ShownDue>> {
  const found = new Map<number, ShownDue>();
  const unknown = new Map<ReadonlySet<string>, number[]>();
  for (const { row, course } of ones) {
    const { ids } = course;
    if (ids === 'all' || row.due === null) continue;
    if (!ids.has(row.due.clockId)) found.set(row.orderId, row.due);
    else
      unknown
        .set(ids, unknown.get(ids) ?? [])
        .get(ids)
        ?.push(row.orderId);
  }
  for (const [ids, orderIds] of unknown)
    for (const [orderId, due] of await otherDues(tx, orderIds, [...ids])) found.set(orderId, due);
  return found;
}
