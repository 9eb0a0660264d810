/** The log: written once, never changed. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { EventData, LogEntry } from '../rules/order.ts';

type Stored = LogEntry & { orderId: number };

const COLUMNS = sql`
  order_id as "orderId", seq, kind, (extract(epoch from occurred_at) * 1000)::float8 as "occurredAt",
  (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt", staff_id as "staffId",
  department_id as "departmentId", via, request_id as "requestId", command, version, data`;

/** Key by key: whole towns of logs are read when they are re-dated or verified. */
const read = (row: Stored): LogEntry => ({
  seq: row.seq,
  kind: row.kind,
  occurredAt: row.occurredAt,
  recordedAt: row.recordedAt,
  staffId: row.staffId,
  departmentId: row.departmentId,
  via: row.via,
  requestId: row.requestId,
  command: row.command,
  version: row.version,
  data: row.data,
});

export const logOf = async (tx: Tx, orderId: number): Promise<LogEntry[]> =>
  (
    await tx.rows<Stored>(sql`
      select ${COLUMNS} from work_orders.event where utility_id = ${tx.utilityId} and order_id = ${orderId} order by seq`)
  ).map(read);

export async function logsOf(tx: Tx, orderIds: readonly number[]): Promise<Map<number, LogEntry[]>> {
  const rows = await tx.rows<Stored>(sql`
    select ${COLUMNS} from work_orders.event
    where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[]) order by order_id, seq`);
  const logs = new Map<number, LogEntry[]>(orderIds.map((id) => [id, []]));
  for (const row of rows) logs.get(row.orderId)?.push(read(row));
  return logs;
}

export type AddedEntry = LogEntry & { orderId: number };

/** One statement for any number of entries of any number of orders. */
export async function appendEntries(tx: Tx, entries: readonly AddedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    ...entry,
    occurredAt: new Date(entry.occurredAt),
    recordedAt: new Date(entry.recordedAt),
    data: entry.data satisfies EventData,
  }));
  await tx.run(sql`
    insert into work_orders.event (
      utility_id, order_id, seq, kind, occurred_at, recorded_at, staff_id, department_id, via, request_id, command, version, data)
    select ${tx.utilityId}, r."orderId", r.seq, r.kind, r."occurredAt", r."recordedAt", r."staffId", r."departmentId", r.via,
      r."requestId", r.command, r.version, r.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      "orderId" bigint, seq int, kind text, "occurredAt" timestamptz, "recordedAt" timestamptz, "staffId" int,
      "departmentId" text, via text, "requestId" bigint, command text, version int, data jsonb)`);
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
