/** Orders somebody takes along on his phone. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import { isOpen, STATES } from '../rules/lifecycle.ts';
import { inSight, type Sight } from './conditions.ts';

const OPEN = STATES.filter(isOpen);

/** Open ones in sight, the first due first. */
export const carriedBy = async (tx: Tx, sight: Sight, most: number): Promise<number[]> =>
  (
    await tx.rows<{ orderId: number }>(sql`
      select o.order_id as "orderId" from work_orders.work_order o
      where o.utility_id = ${tx.utilityId} and o.state = any(${OPEN}::text[]) and ${inSight(sight)}
      order by o.sort_at, o.order_id limit ${most}`)
  ).map(({ orderId }) => orderId);
