/** Sealed orders 保密. Who sees them is decided by row-level security; here is asked who does. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

/** Those of them that are sealed, each with everybody who may see it. As the system: a reader sees only his. */
export const sealedAmong = (
  tx: Tx,
  orderIds: readonly number[],
): Promise<{ orderId: number; to: string; staffIds: number[] }[]> =>
  tx.rows(sql`
    select o.order_id as "orderId", o.sealed_to as "to", array(
      select s.staff_id from identity.staff s where s.utility_id = o.utility_id
        and work_orders.may_see_sealed(s.staff_id, o.sealed_to, o.concerned_unit, o.concerned_person, o.taken_by)
      order by s.staff_id) as "staffIds"
    from work_orders.work_order o
    where o.utility_id = ${tx.utilityId} and o.order_id = any(${[...orderIds]}::bigint[]) and o.sealed_to is not null`);

/** Those of them that may be seen by whoever asks. */
export const seenAmong = async (tx: Tx, orderIds: readonly number[]): Promise<Set<number>> =>
  new Set(
    (
      await tx.rows<{ orderId: number }>(sql`
        select order_id as "orderId" from work_orders.work_order
        where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[])`)
    ).map(({ orderId }) => orderId),
  );
