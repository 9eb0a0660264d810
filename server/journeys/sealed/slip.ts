/** Test support: a slip about a sealed order, to be printed. */
import type { TestDatabase } from '../../platform/testing.ts';

export async function slipAbout(db: TestDatabase, orderId: number, name: string, place: string): Promise<number> {
  const [slip] = await db.admin<{ slip_id: number }>(
    `insert into slips.slip (utility_id, kind, pack_hash, order_id, name, address, day, written_at, written_by, department_id)
     select o.utility_id, 'demand-slip', o.pack_hash, o.order_id, $2, $3, '2026-03-02', o.received_at, o.taken_by, 'discipline'
     from work_orders.work_order o where o.order_id = $1 returning slip_id`,
    [orderId, name, place],
  );
  return slip?.slip_id ?? 0;
}
