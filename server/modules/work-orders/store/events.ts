/** The log: written once, never changed. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { EventData, LogEntry } from '../rules/order.ts';

type Stored = LogEntry & { orderId: number };

const COLUMNS = sql`
  order_id as "orderId", seq, kind, round(date_part('epoch', occurred_at) * 1000) as "occurredAt",
  round(date_part('epoch', recorded_at) * 1000) as "recordedAt", staff_id as "staffId",
  department_id as "departmentId", via, request_id as "requestId", command, version, data`;

export const logOf = async (tx: Tx, orderId: number): Promise<LogEntry[]> =>
  (
    await tx.rows<Stored>(sql`
      select ${COLUMNS} from work_orders.event where utility_id = ${tx.utilityId} and order_id = ${orderId} order by seq`)
  ).map(({ orderId: _orderId, ...entry }) => entry);

/** An entry in the order of `PACKED`. */
// biome-ignore format: one list
type Packed = [
  LogEntry['seq'], LogEntry['kind'], LogEntry['occurredAt'], LogEntry['recordedAt'], LogEntry['staffId'], LogEntry['departmentId'],
  LogEntry['via'], LogEntry['requestId'], LogEntry['command'], LogEntry['version'], LogEntry['data'],
];

const PACKED = sql`json_build_array(seq, kind, round(date_part('epoch', occurred_at) * 1000),
  round(date_part('epoch', recorded_at) * 1000), staff_id, department_id, via, request_id, command, version, data)`;

// biome-ignore format: one list
const unpacked = ([
  seq, kind, occurredAt, recordedAt, staffId, departmentId, via, requestId, command, version, data,
]: Packed): LogEntry => ({
  seq, kind, occurredAt, recordedAt, staffId, departmentId, via, requestId, command, version, data,
});

/** One row for each order: whole towns of logs are read when they are re-dated or verified. */
export async function logsOf(tx: Tx, orderIds: readonly number[]): Promise<Map<number, LogEntry[]>> {
  const rows = await tx.rows<{ orderId: number; log: Packed[] }>(sql`
    select order_id as "orderId", json_agg(${PACKED} order by seq) as log from work_orders.event
    where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[]) group by order_id`);
  const logs = new Map<number, LogEntry[]>(orderIds.map((id) => [id, []]));
  for (const { orderId, log } of rows) logs.set(orderId, log.map(unpacked));
  return logs;
}

export type AddedEntry = LogEntry & { orderId: number };

/** One statement for any number of entries of any number of orders; what many of them say alike is sent once. */
export function appendEntries(tx: Tx, entries: readonly AddedEntry[]): void {
  if (entries.length === 0) return;
  const told = new Map<EventData, number>();
  const places = entries.map(({ data }) => told.get(data) ?? told.set(data, told.size + 1).size);
  const of = <T>(pick: (entry: AddedEntry) => T): T[] => entries.map(pick);
  tx.send(sql`
    insert into work_orders.event (
      utility_id, order_id, seq, kind, occurred_at, recorded_at, staff_id, department_id, via, request_id, command, version, data)
    select ${tx.utilityId}, r.order_id, r.seq, r.kind, to_timestamp(r.occurred_at / 1000), to_timestamp(r.recorded_at / 1000),
      r.staff_id, r.department_id, r.via, r.request_id, r.command, r.version, d.data
    from unnest(${of(({ orderId }) => orderId)}::bigint[], ${of(({ seq }) => seq)}::int[], ${of(({ kind }) => kind)}::text[],
      ${of(({ occurredAt }) => occurredAt)}::float8[], ${of(({ recordedAt }) => recordedAt)}::float8[],
      ${of(({ staffId }) => staffId)}::int[], ${of(({ departmentId }) => departmentId)}::text[], ${of(({ via }) => via)}::text[],
      ${of(({ requestId }) => requestId)}::bigint[], ${of(({ command }) => command)}::text[], ${of(({ version }) => version)}::int[],
      ${places}::int[]) as r (order_id, seq, kind, occurred_at, recorded_at, staff_id, department_id, via, request_id, command, version, told)
    join unnest(${[...told.keys()].map((data) => JSON.stringify(data))}::jsonb[]) with ordinality as d (data, told) using (told)`);
}

/** The last command and who gave it: what a second writer has not seen. */
export const lastCommand = (
  tx: Tx,
  orderId: number,
): Promise<{ command: string; recordedAt: Date; name: string | null } | undefined> =>
  tx.maybe(sql`
    select e.command, e.recorded_at as "recordedAt", s.name
    from work_orders.event e left join identity.staff s on s.utility_id = e.utility_id and s.staff_id = e.staff_id
    where e.utility_id = ${tx.utilityId} and e.order_id = ${orderId} and e.command is not null and e.command <> 'attach'
    order by e.seq desc limit 1`);

/** The latest that had happened by an entry of the log, by what people did. */
export const lastSeenAt = async (tx: Tx, orderId: number, seq: number): Promise<number | null> =>
  (
    await tx.one<{ at: number | null }>(sql`
      select round(date_part('epoch', max(occurred_at)) * 1000) as at from work_orders.event
      where utility_id = ${tx.utilityId} and order_id = ${orderId} and seq <= ${seq} and command is not null`)
  ).at;
