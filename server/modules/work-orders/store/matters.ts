/** Which orders a period may be about: what happened in it, or was due in it. */
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Period } from './attribution.ts';

export interface MatterFilter extends Period {
  /** Responsible now; absent: any. */
  department?: string;
  /** Absent: every district. */
  districts?: readonly string[];
}

export interface FoundMatter {
  orderId: number;
  number: string;
  packHash: string;
  calendarHash: string | null;
}

/** Open in the period, closed in it or due in it; by id. */
export const ordersOfPeriod = (
  tx: Tx,
  { from, until, department, districts }: MatterFilter,
  after: number,
  limit: number,
): Promise<FoundMatter[]> =>
  tx.rows<FoundMatter>(sql`
    select o.order_id as "orderId", o.number, o.pack_hash as "packHash", o.calendar_hash as "calendarHash"
    from work_orders.work_order o
    where o.utility_id = ${tx.utilityId} and o.order_id > ${after} and o.received_at < ${new Date(until)}
      and (o.closed_at is null or o.closed_at > ${new Date(from)} or exists (
        select from work_orders.clock c where c.utility_id = o.utility_id and c.order_id = o.order_id
          and c.due_at > ${new Date(from)} and c.due_at <= ${new Date(until)}))
      ${department === undefined ? empty : sql`and o.department_id = ${department}`}
      ${districts === undefined ? empty : sql`and o.district_id = any(${[...districts]}::text[])`}
    order by o.order_id limit ${limit}`);
