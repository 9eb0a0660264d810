/** Open orders as a shift hands them over. */
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { State } from '../rules/lifecycle.ts';
import { inSight, type Sight } from './conditions.ts';
import { ORDER_COLUMNS, ORDER_FROM, type OrderRow } from './orders.ts';

/** In sight, due first. */
export const openOrders = (
  tx: Tx,
  of: { departmentId?: string; states?: readonly State[] },
  sight: Sight,
  limit: number,
): Promise<OrderRow[]> =>
  tx.rows<OrderRow>(sql`
    select ${ORDER_COLUMNS} from ${ORDER_FROM}
    where o.utility_id = ${tx.utilityId} and o.closed_at is null and ${inSight(sight)}
      ${of.departmentId === undefined ? empty : sql`and o.department_id = ${of.departmentId}`}
      ${of.states === undefined ? empty : sql`and o.state = any(${[...of.states]}::text[])`}
    order by o.sort_at, o.order_id limit ${limit}`);

/** Those of them that row-level security shows, and whether they are in sight. */
export const inSightAmong = async (tx: Tx, orderIds: readonly number[], sight: Sight): Promise<Map<number, boolean>> =>
  new Map(
    (
      await tx.rows<{ orderId: number; seen: boolean }>(sql`
        select o.order_id as "orderId", coalesce(${inSight(sight)}, false) as seen from work_orders.work_order o
        where o.utility_id = ${tx.utilityId} and o.order_id = any(${[...orderIds]}::bigint[])`)
    ).map(({ orderId, seen }) => [orderId, seen]),
  );
