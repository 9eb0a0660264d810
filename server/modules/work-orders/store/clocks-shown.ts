/** Clocks as far as a page of the list shows them. */
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { ToName } from '../rules/names.ts';

/** @param more with what tells apart those named alike, beside id and section */
export const clocksByOrder = (
  tx: Tx,
  orderIds: readonly number[],
  more = false,
): Promise<{ orderId: number; clocks: ToName[] }[]> =>
  tx.rows(sql`
    select order_id as "orderId", jsonb_agg(distinct jsonb_build_object('id', clock_id, 'section', section)
      ${more ? sql`|| jsonb_build_object('limit', limit_text, 'from', started_from, 'caseIndex', case_index)` : empty}) as clocks
    from work_orders.clock where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[])
    group by order_id`);

/** The pauses of the clocks that lists show. */
export const pausesShown = (
  tx: Tx,
  orderIds: readonly number[],
): Promise<{ orderId: number; clockId: string; pauses: { from: number; until: number | null }[] }[]> =>
  tx.rows(sql`
    select distinct on (o.order_id) o.order_id as "orderId", c.clock_id as "clockId", coalesce(c.pauses, '[]') as pauses
    from work_orders.work_order o join work_orders.clock c
      on c.utility_id = o.utility_id and c.order_id = o.order_id and c.clock_id = o.due_clock and c.due_at is not distinct from o.due_at
    where o.utility_id = ${tx.utilityId} and o.order_id = any(${[...orderIds]}::bigint[])`);
