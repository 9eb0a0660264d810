/** Clock rows, kept where the sweep finds those that are due. */
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { type ClockRow, keyOf } from '../rules/clocks.ts';

const TIMES = [
  'startedAt',
  'dueAt',
  'warnAt',
  'breachAt',
  'stoppedAt',
  'warnedAt',
  'breachedAt',
  'breachRecordedAt',
  'withdrawnAt',
  'nextFireAt',
] as const;
/** Milliseconds since 1970, as the rules count: no Date is made on the way. */
const ms = (column: string, name: string): Sql => raw(`round(date_part('epoch', ${column}) * 1000) as "${name}"`);

const COLUMNS = sql`
  order_id as "orderId", clock_id as "clockId", request_id as "requestId", run, section, case_index as "caseIndex", limit_text as "limit",
  started_from as "from", state, provisional, ended_by as "endedBy", pauses, department_id as "departmentId",
  ${ms('started_at', 'startedAt')}, ${ms('due_at', 'dueAt')}, ${ms('warn_at', 'warnAt')}, ${ms('breach_at', 'breachAt')},
  ${ms('stopped_at', 'stoppedAt')}, ${ms('warned_at', 'warnedAt')}, ${ms('breached_at', 'breachedAt')},
  ${ms('breach_recorded_at', 'breachRecordedAt')}, ${ms('withdrawn_at', 'withdrawnAt')}, ${ms('next_fire_at', 'nextFireAt')}`;

export type StoredClock = ClockRow & { orderId: number };

export const clocksOf = (tx: Tx, orderId: number): Promise<ClockRow[]> =>
  tx.rows<StoredClock>(sql`
      select ${COLUMNS} from work_orders.clock where utility_id = ${tx.utilityId} and order_id = ${orderId}
      order by started_at, clock_id, request_id, run`);

/** A row in the order of `PACKED`. */
// biome-ignore format: one list
type Packed = [
  ClockRow['clockId'], ClockRow['requestId'], ClockRow['run'], ClockRow['section'], ClockRow['caseIndex'], ClockRow['limit'],
  ClockRow['from'], ClockRow['state'], ClockRow['provisional'], ClockRow['endedBy'], ClockRow['pauses'], ClockRow['departmentId'],
  ClockRow['startedAt'], ClockRow['dueAt'], ClockRow['warnAt'], ClockRow['breachAt'], ClockRow['stoppedAt'], ClockRow['warnedAt'],
  ClockRow['breachedAt'], ClockRow['breachRecordedAt'], ClockRow['withdrawnAt'], ClockRow['nextFireAt'],
];

const packed = (column: string): Sql => raw(`round(date_part('epoch', ${column}) * 1000)`);
const PACKED = sql`json_build_array(clock_id, request_id, run, section, case_index, limit_text, started_from, state, provisional,
  ended_by, pauses, department_id, ${packed('started_at')}, ${packed('due_at')}, ${packed('warn_at')}, ${packed('breach_at')},
  ${packed('stopped_at')}, ${packed('warned_at')}, ${packed('breached_at')}, ${packed('breach_recorded_at')},
  ${packed('withdrawn_at')}, ${packed('next_fire_at')})`;

// biome-ignore format: one list
const unpacked = (orderId: number, [
  clockId, requestId, run, section, caseIndex, limit, from, state, provisional, endedBy, pauses, departmentId, startedAt, dueAt, warnAt,
  breachAt, stoppedAt, warnedAt, breachedAt, breachRecordedAt, withdrawnAt, nextFireAt,
]: Packed): StoredClock => ({
  orderId, clockId, requestId, run, section, caseIndex, limit, from, state, provisional, endedBy, pauses, departmentId, startedAt, dueAt,
  warnAt, breachAt, stoppedAt, warnedAt, breachedAt, breachRecordedAt, withdrawnAt, nextFireAt,
});

/**
 * One row for each order: thousands of orders are read at once.
 * @param only ids of clocks; absent: all
 */
export async function clocksOfOrders(
  tx: Tx,
  orderIds: readonly number[],
  only?: readonly string[],
): Promise<Map<number, StoredClock[]>> {
  const rows = await tx.rows<{ orderId: number; clocks: Packed[] }>(sql`
    select order_id as "orderId", json_agg(${PACKED} order by started_at, clock_id, request_id, run) as clocks
    from work_orders.clock
    where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[])
      ${only ? sql`and clock_id = any(${[...only]}::text[])` : empty}
    group by order_id`);
  const found = new Map<number, StoredClock[]>(orderIds.map((id) => [id, []]));
  for (const { orderId, clocks } of rows)
    found.set(
      orderId,
      clocks.map((clock) => unpacked(orderId, clock)),
    );
  return found;
}

const asJson = (row: ClockRow & { orderId: number }): object => ({
  ...row,
  ...Object.fromEntries(TIMES.map((time) => [time, row[time] === null ? null : new Date(row[time] as Instant)])),
});

export function saveClocks(tx: Tx, orderId: number, changed: readonly ClockRow[], removed: readonly ClockRow[]): void {
  if (removed.length > 0) {
    tx.send(sql`
      delete from work_orders.clock
      where utility_id = ${tx.utilityId} and order_id = ${orderId}
        and clock_id || '/' || request_id || '/' || run = any(${removed.map(keyOf)}::text[])`);
  }
  if (changed.length === 0) return;
  tx.send(sql`
    insert into work_orders.clock (
      utility_id, order_id, clock_id, request_id, run, section, case_index, limit_text, started_from, state, provisional, ended_by, pauses,
      department_id, started_at, due_at, warn_at, breach_at, stopped_at, warned_at, breached_at, breach_recorded_at, withdrawn_at,
      next_fire_at)
    select ${tx.utilityId}, r."orderId", r."clockId", r."requestId", r.run, r.section, r."caseIndex", r."limit", r."from", r.state,
      r.provisional, r."endedBy", r.pauses, r."departmentId", r."startedAt", r."dueAt", r."warnAt", r."breachAt", r."stoppedAt", r."warnedAt", r."breachedAt", r."breachRecordedAt", r."withdrawnAt",
      r."nextFireAt"
    from jsonb_to_recordset(${JSON.stringify(changed.map((row) => asJson({ ...row, orderId })))}::jsonb) as r (
      "orderId" bigint, "clockId" text, "requestId" bigint, run int, section text, "caseIndex" smallint, "limit" text, "from" text,
      state text, provisional boolean, "endedBy" text, pauses jsonb, "departmentId" text,
      "startedAt" timestamptz, "dueAt" timestamptz, "warnAt" timestamptz, "breachAt" timestamptz, "stoppedAt" timestamptz,
      "warnedAt" timestamptz, "breachedAt" timestamptz, "breachRecordedAt" timestamptz, "withdrawnAt" timestamptz,
      "nextFireAt" timestamptz)
    on conflict (utility_id, order_id, clock_id, request_id, run) do update set
      section = excluded.section, case_index = excluded.case_index, limit_text = excluded.limit_text,
      started_from = excluded.started_from, state = excluded.state, provisional = excluded.provisional, ended_by = excluded.ended_by,
      pauses = excluded.pauses, department_id = excluded.department_id, started_at = excluded.started_at,
      due_at = excluded.due_at, warn_at = excluded.warn_at, breach_at = excluded.breach_at, stopped_at = excluded.stopped_at,
      warned_at = excluded.warned_at, breached_at = excluded.breached_at, breach_recorded_at = excluded.breach_recorded_at,
      withdrawn_at = excluded.withdrawn_at, next_fire_at = excluded.next_fire_at`);
}

/** Clocks of requests go where the requests go. */
export const moveClocks = (tx: Tx, from: number, to: number, requestIds: readonly number[]): Promise<number> =>
  tx.run(sql`
    update work_orders.clock set order_id = ${to}
    where utility_id = ${tx.utilityId} and order_id = ${from} and request_id = any(${[...requestIds]}::bigint[])`);
