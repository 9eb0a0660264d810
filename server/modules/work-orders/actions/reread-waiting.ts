import type { TimeSource } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database.ts';
import { publishYears } from '../../regulations/index.ts';
import { lockIfFree, waitingOrders } from '../store/sweep.ts';
import { refold } from './refold.ts';

export interface Reread {
  /** Years that had not been kept yet. */
  years: number;
  orders: number;
  /** Orders somebody else is writing to: to be looked at again. */
  left: number;
}

/**
 * Keeps the years published since, and dates what waited for them. Each order in a transaction of its own: nobody waits
 * behind it, and it waits behind nobody.
 */
export async function rereadWaiting(db: Db, time: TimeSource, utilityIds: readonly number[]): Promise<Reread> {
  const done: Reread = { years: 0, orders: 0, left: 0 };
  for (const utilityId of utilityIds) {
    done.years += await db.transaction(utilityId, (tx) => publishYears(tx, time.now()));
    for (const orderId of await db.transaction(utilityId, waitingOrders)) {
      const free = await db.transaction(
        utilityId,
        async (tx) => (await lockIfFree(tx, orderId)) && (await refold(tx, time, orderId)),
      );
      done[free ? 'orders' : 'left'] += 1;
    }
  }
  return done;
}
