/** Due clocks, claimed by order: the same lock every command takes first, so neither waits for the other's second. */
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { ClockRow } from '../rules/clocks.ts';
import type { LogEntry } from '../rules/order.ts';

/** Milliseconds since 1970; `date_part` is float8, where `extract` would reckon in decimals. */
const ms = (column: string): Sql => raw(`round(date_part('epoch', ${column}) * 1000)`);
const instant = (milliseconds: string): Sql => raw(`to_timestamp(${milliseconds} / 1000)`);

export interface Firing {
  utilityId: number;
  at: Instant;
}

/** When each utility that has a clock to fire has its next; those come first that have waited longest. */
export const nextFirings = (db: Db): Promise<Firing[]> =>
  db.query<Firing>(sql`
    select utility_id as "utilityId", ${ms('next_fire_at')} as at from work_orders.next_firings() order by next_fire_at`);

/** Counted no further. */
const MOST_COUNTED = 100_000;

export const countDueOf = async (tx: Tx, now: Instant): Promise<number> =>
  (
    await tx.one<{ due: number }>(sql`
      select count(*) as due from (
        select from work_orders.clock
        where utility_id = ${tx.utilityId} and next_fire_at <= ${new Date(now)} limit ${MOST_COUNTED}) counted`)
  ).due;

/** Orders of a utility with a clock that no published calendar could date. */
export const waitingOrders = async (tx: Tx): Promise<number[]> =>
  (
    await tx.rows<{ orderId: number }>(sql`
      select distinct order_id as "orderId" from work_orders.clock
      where utility_id = ${tx.utilityId} and state = 'waiting-calendar' order by 1`)
  ).map(({ orderId }) => orderId);

/** Holds an order until the transaction ends, unless somebody else does. */
export const lockIfFree = async (tx: Tx, orderId: number): Promise<boolean> =>
  (await tx.run(sql`
    select 1 from work_orders.work_order where utility_id = ${tx.utilityId} and order_id = ${orderId} for update skip locked`)) >
  0;

/** A place among the due clocks of a utility: in the order of their time, then of their orders. */
export interface Place {
  at: Instant;
  orderId: number;
}

export interface Claimed extends Place {
  number: string;
  place: string;
  packHash: string;
  handlerId: number | null;
  lastSeq: number;
  version: number;
}

/**
 * Orders of due clocks that nobody else is writing to, locked; one row for each clock. What is due of them has to be
 * read again: another may have fired it.
 * @param after from the longest due on, beyond this place; null: from the latest due back
 */
export const claimOrders = (tx: Tx, now: Instant, limit: number, after: Place | null): Promise<Claimed[]> =>
  tx.rows<Claimed>(sql`
    select ${ms('c.next_fire_at')} as at, o.order_id as "orderId", o.number, o.place, o.pack_hash as "packHash",
      o.handler_id as "handlerId", o.last_seq as "lastSeq", o.version
    from work_orders.clock c join work_orders.work_order o on o.utility_id = c.utility_id and o.order_id = c.order_id
    where c.utility_id = ${tx.utilityId} and c.next_fire_at <= ${new Date(now)}
      ${after ? sql`and (c.next_fire_at, c.order_id) > (${new Date(after.at)}, ${after.orderId})` : empty}
    order by ${after ? sql`c.next_fire_at, c.order_id` : sql`c.next_fire_at desc, c.order_id desc`}
    limit ${limit}
    for update of o skip locked`);

export type FiredClock = Pick<
  ClockRow,
  'clockId' | 'requestId' | 'run' | 'state' | 'warnedAt' | 'breachedAt' | 'breachRecordedAt' | 'nextFireAt'
> & { orderId: number };

export const saveFired = (tx: Tx, rows: readonly FiredClock[]): void =>
  tx.send(sql`
    update work_orders.clock c set state = r.state, warned_at = ${instant('r.warned')}, breached_at = ${instant('r.breached')},
      breach_recorded_at = ${instant('r.recorded')}, withdrawn_at = case when r.state = 'late' then null else c.withdrawn_at end,
      next_fire_at = ${instant('r.next')}
    from unnest(
      ${rows.map((row) => row.orderId)}::bigint[], ${rows.map((row) => row.clockId)}::text[], ${rows.map((row) => row.requestId)}::bigint[],
      ${rows.map((row) => row.run)}::int[], ${rows.map((row) => row.state)}::text[], ${rows.map((row) => row.warnedAt)}::float8[],
      ${rows.map((row) => row.breachedAt)}::float8[], ${rows.map((row) => row.breachRecordedAt)}::float8[],
      ${rows.map((row) => row.nextFireAt)}::float8[]
    ) as r (order_id, clock_id, request_id, run, state, warned, breached, recorded, next)
    where c.utility_id = ${tx.utilityId} and c.order_id = r.order_id and c.clock_id = r.clock_id
      and c.request_id = r.request_id and c.run = r.run`);

export interface Shown {
  orderId: number;
  lastSeq: number;
  lateCount: number;
  dueAt: Instant | null;
  dueClock: string | null;
  dueState: string | null;
  dueStartAt: Instant | null;
  dueWarnAt: Instant | null;
}

/** What lists show of the orders swept. */
export const saveShown = (tx: Tx, rows: readonly Shown[]): void =>
  tx.send(sql`
    update work_orders.work_order o set last_seq = r.last_seq, late_count = r.late, due_at = ${instant('r.due')}, due_clock = r.clock,
      due_state = r.state, due_start_at = ${instant('r.start')}, due_warn_at = ${instant('r.warn')},
      sort_at = case when r.state = 'paused' then 'infinity' else coalesce(${instant('r.due')}, 'infinity') end
    from unnest(
      ${rows.map((row) => row.orderId)}::bigint[], ${rows.map((row) => row.lastSeq)}::int[], ${rows.map((row) => row.lateCount)}::int[],
      ${rows.map((row) => row.dueAt)}::float8[], ${rows.map((row) => row.dueClock)}::text[], ${rows.map((row) => row.dueState)}::text[],
      ${rows.map((row) => row.dueStartAt)}::float8[], ${rows.map((row) => row.dueWarnAt)}::float8[]
    ) as r (order_id, last_seq, late, due, clock, state, start, warn)
    where o.utility_id = ${tx.utilityId} and o.order_id = r.order_id`);

/** Entries of the system, all recorded at one time. */
export const appendFired = (
  tx: Tx,
  entries: readonly (Pick<LogEntry, 'seq' | 'kind' | 'occurredAt' | 'requestId' | 'version' | 'data'> & {
    orderId: number;
  })[],
  recordedAt: Instant,
): void =>
  tx.send(sql`
    insert into work_orders.event (utility_id, order_id, seq, kind, occurred_at, recorded_at, via, request_id, version, data)
    select ${tx.utilityId}, r.order_id, r.seq, r.kind, ${instant('r.occurred')}, ${new Date(recordedAt)}, 'system', r.request_id, r.version, r.data
    from unnest(
      ${entries.map((row) => row.orderId)}::bigint[], ${entries.map((row) => row.seq)}::int[], ${entries.map((row) => row.kind)}::text[],
      ${entries.map((row) => row.occurredAt)}::float8[], ${entries.map((row) => row.requestId)}::bigint[],
      ${entries.map((row) => row.version)}::int[], ${entries.map((row) => JSON.stringify(row.data))}::jsonb[]
    ) as r (order_id, seq, kind, occurred, request_id, version, data)`);
