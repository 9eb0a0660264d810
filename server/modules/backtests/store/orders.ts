/** Orders a backtest names. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

export interface NamedOrder {
  orderId: number;
  number: string;
  event: string;
  place: string;
  receivedAt: Date;
}

/** Of these, the ones who asks may see. */
export const ordersNamed = (tx: Tx, orderIds: readonly number[]): Promise<NamedOrder[]> =>
  tx.rows<NamedOrder>(sql`
    select order_id as "orderId", number, event, place, received_at as "receivedAt"
    from work_orders.work_order where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[])`);
