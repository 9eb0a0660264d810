import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { fold } from '../rules/fold.ts';
import { clocksOf } from '../store/clocks.ts';
import { logOf } from '../store/events.ts';
import { orderById } from '../store/orders.ts';
import { unitsOf } from './people.ts';
import { bookUnder } from './rulebook.ts';
import { save } from './save.ts';

/** Reads an order's clocks again from its log: after a pause ran out, a calendar was published, or a repair. False: no such order. */
export async function refold(tx: Tx, time: TimeSource, orderId: number): Promise<boolean> {
  const row = await orderById(tx, orderId, true);
  if (!row) return false;
  const log = await logOf(tx, orderId);
  const standing = {
    orderId,
    number: row.number,
    order: fold(log),
    log,
    clocks: await clocksOf(tx, orderId),
    units: await unitsOf(tx),
    book: await bookUnder(tx, row),
  };
  await save(tx, standing, [], time.now());
  return true;
}
