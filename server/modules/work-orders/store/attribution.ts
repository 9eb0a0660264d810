/** Orders of a period and the part of their logs that says who held them, a batch at a time. */
import sql, { join } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { State } from '../rules/lifecycle.ts';
import type { EventData, LogEntry } from '../rules/order.ts';

export interface Period {
  from: Instant;
  until: Instant;
}

export interface HeldFilter extends Period {
  event?: string;
  /** Orders this unit was ever responsible for. */
  department?: string;
  /** Absent: every district. */
  districts?: readonly string[];
}

export interface HeldOrder {
  orderId: number;
  packHash: string;
}

/** Open in the period, or closed in it; by id. */
export function ordersHeld(tx: Tx, filter: HeldFilter, after: number, limit: number): Promise<HeldOrder[]> {
  const { from, until, event, department, districts } = filter;
  const tests = [
    sql`o.utility_id = ${tx.utilityId}`,
    sql`o.order_id > ${after}`,
    sql`o.received_at < ${new Date(until)}`,
    sql`(o.closed_at is null or o.closed_at > ${new Date(from)})`,
  ];
  if (event !== undefined)
    tests.push(sql`(o.event = ${event} or o.event like ${`${event.replace(/[\\%_]/g, '\\$&')}.%`})`);
  if (districts !== undefined) tests.push(sql`o.district_id = any(${[...districts]}::text[])`);
  if (department !== undefined) {
    tests.push(sql`(o.department_id = ${department} or exists (
      select from work_orders.event e where e.utility_id = o.utility_id and e.order_id = o.order_id
        and e.kind in ('received', 'dispatched') and e.data ->> 'departmentId' = ${department}))`);
  }
  return tx.rows<HeldOrder>(sql`
    select o.order_id as "orderId", o.pack_hash as "packHash" from work_orders.work_order o
    where ${join(tests, ' and ')} order by o.order_id limit ${limit}`);
}

export interface BriefOrder {
  orderId: number;
  number: string;
  event: string;
  place: string;
  state: State;
  packHash: string;
  receivedAt: Date;
}

export const briefOrders = (tx: Tx, orderIds: readonly number[]): Promise<BriefOrder[]> =>
  tx.rows<BriefOrder>(sql`
    select order_id as "orderId", number, event, place, state, pack_hash as "packHash", received_at as "receivedAt"
    from work_orders.work_order where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[])`);

interface Stored {
  orderId: number;
  seq: number;
  kind: string;
  occurredAt: Date;
  recordedAt: Date;
  version: number;
  data: EventData;
}

/** Entries of these kinds, without the words in them: what was said weighs more than all the rest. */
export async function* briefLogs(
  tx: Tx,
  orderIds: readonly number[],
  kinds: readonly string[],
): AsyncGenerator<{ orderId: number; log: LogEntry[] }> {
  const rows = await tx.rows<Stored>(sql`
    select order_id as "orderId", seq, kind, occurred_at as "occurredAt", recorded_at as "recordedAt", version,
      jsonb_strip_nulls(jsonb_build_object('event', data -> 'event', 'departmentId', data -> 'departmentId',
        'handlerId', data -> 'handlerId', 'sameUnit', data -> 'sameUnit', 'plans', data -> 'plans',
        'entry', data -> 'entry', 'from', data -> 'from', 'until', data -> 'until')) as data
    from work_orders.event
    where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[]) and kind = any(${[...kinds]}::text[])
    order by order_id, seq`);
  for (let start = 0; start < rows.length; ) {
    const orderId = rows[start]?.orderId ?? 0;
    let end = start;
    while (rows[end]?.orderId === orderId) end += 1;
    yield { orderId, log: rows.slice(start, end).map(entryOf) };
    start = end;
  }
}

const entryOf = ({ seq, kind, occurredAt, recordedAt, version, data }: Stored): LogEntry => ({
  seq,
  kind,
  occurredAt: occurredAt.getTime(),
  recordedAt: recordedAt.getTime(),
  staffId: null,
  departmentId: null,
  via: 'system',
  requestId: null,
  command: null,
  version,
  data,
});
