/** Due clocks, claimed by order: the same lock every command takes first, so neither waits for the other's second. */
import sql from 'sql-template-tag';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { ClockRow } from '../rules/clocks.ts';

export const utilitiesToFire = async (db: Db, now: Instant): Promise<number[]> =>
  (await db.query<{ id: number }>(sql`select u as id from work_orders.utilities_to_fire(${new Date(now)}) u`)).map(
    ({ id }) => id,
  );

/** Orders of a utility with a clock that no published calendar could date. */
export const waitingOrders = async (tx: Tx): Promise<number[]> =>
  (
    await tx.rows<{ orderId: number }>(sql`
      select distinct order_id as "orderId" from work_orders.clock
      where utility_id = ${tx.utilityId} and state = 'waiting-calendar' order by 1`)
  ).map(({ orderId }) => orderId);

export interface Claimed {
  orderId: number;
  number: string;
  place: string;
  packHash: string;
  handlerId: number | null;
  lastSeq: number;
  version: number;
}

/** Orders with a due clock that nobody else is writing to. What is due of them has to be read again: another may have fired it. */
export const claimOrders = (tx: Tx, now: Instant, limit: number): Promise<Claimed[]> =>
  tx.rows<Claimed>(sql`
    select o.order_id as "orderId", o.number, o.place, o.pack_hash as "packHash", o.handler_id as "handlerId",
      o.last_seq as "lastSeq", o.version
    from work_orders.work_order o
    where o.utility_id = ${tx.utilityId} and o.order_id in (
      select c.order_id from work_orders.clock c where c.utility_id = ${tx.utilityId} and c.next_fire_at <= ${new Date(now)})
    limit ${limit}
    for update of o skip locked`);

export type FiredClock = Pick<
  ClockRow,
  'clockId' | 'requestId' | 'run' | 'state' | 'warnedAt' | 'breachedAt' | 'breachRecordedAt' | 'nextFireAt'
> & {
  orderId: number;
};

const time = (at: Instant | null): Date | null => (at === null ? null : new Date(at));

export const saveFired = (tx: Tx, rows: readonly FiredClock[]): Promise<number> =>
  tx.run(sql`
    update work_orders.clock c set state = r.state, warned_at = r."warnedAt", breached_at = r."breachedAt",
      breach_recorded_at = r."breachRecordedAt", withdrawn_at = case when r.state = 'late' then null else c.withdrawn_at end,
      next_fire_at = r."nextFireAt"
    from jsonb_to_recordset(${JSON.stringify(
      rows.map((row) => ({
        ...row,
        warnedAt: time(row.warnedAt),
        breachedAt: time(row.breachedAt),
        breachRecordedAt: time(row.breachRecordedAt),
        nextFireAt: time(row.nextFireAt),
      })),
    )}::jsonb) as r (
      "orderId" bigint, "clockId" text, "requestId" bigint, run int, state text, "warnedAt" timestamptz,
      "breachedAt" timestamptz, "breachRecordedAt" timestamptz, "nextFireAt" timestamptz)
    where c.utility_id = ${tx.utilityId} and c.order_id = r."orderId" and c.clock_id = r."clockId"
      and c.request_id = r."requestId" and c.run = r.run`);

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
export const saveShown = (tx: Tx, rows: readonly Shown[]): Promise<number> =>
  tx.run(sql`
    update work_orders.work_order o set last_seq = r."lastSeq", late_count = r."lateCount", due_at = r."dueAt", due_clock = r."dueClock",
      due_state = r."dueState", due_start_at = r."dueStartAt", due_warn_at = r."dueWarnAt",
      sort_at = case when r."dueState" = 'paused' then 'infinity' else coalesce(r."dueAt", 'infinity') end
    from jsonb_to_recordset(${JSON.stringify(
      rows.map((row) => ({
        ...row,
        dueAt: time(row.dueAt),
        dueStartAt: time(row.dueStartAt),
        dueWarnAt: time(row.dueWarnAt),
      })),
    )}::jsonb) as r (
      "orderId" bigint, "lastSeq" int, "lateCount" int, "dueAt" timestamptz, "dueClock" text, "dueState" text,
      "dueStartAt" timestamptz, "dueWarnAt" timestamptz)
    where o.utility_id = ${tx.utilityId} and o.order_id = r."orderId"`);
