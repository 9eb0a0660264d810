import type { TimeSource } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database.ts';
import { waitingOrders } from '../store/sweep.ts';
import { refold } from './refold.ts';

/**
 * Dates what waited for a calendar, if it has been published meanwhile. Each order in a transaction of
 * its own: nobody waits behind it. Returns how many orders were read.
 */
export async function rereadWaiting(db: Db, time: TimeSource, utilityIds: readonly number[]): Promise<number> {
  let orders = 0;
  for (const utilityId of utilityIds) {
    for (const orderId of await db.transaction(utilityId, waitingOrders)) {
      await db.transaction(utilityId, (tx) => refold(tx, time, orderId));
      orders += 1;
    }
  }
  return orders;
}
