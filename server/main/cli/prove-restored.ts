/** What was brought back is worth something when every order and clock comes out of its log as it stands there, and every handover reads as it was signed. */
import { listUtilityIds } from '../../modules/identity/index.ts';
import { verifyHandovers } from '../../modules/rosters/index.ts';
import { verifyOrders } from '../../modules/work-orders/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { openPool } from '../../platform/database.ts';

export interface Proven {
  orders: number;
  clocks: number;
  differences: number;
}

export class Differs extends Error {
  count: number;
  first: string;
  constructor(count: number, first: string) {
    super(first);
    this.count = count;
    this.first = first;
  }
}

/** Throws `Differs`. */
export async function proveRestored(url: string): Promise<Proven> {
  const db = openPool({ url, max: 2, name: 'gongshui restore', statementTimeout: 0 });
  const total = { orders: 0, clocks: 0, differences: 0 };
  let first: string | undefined;
  try {
    for (const id of await listUtilityIds(db)) {
      const { orders, clocks, differences } = await db.transaction(id, (tx) => verifyOrders(tx, systemTime));
      total.orders += orders;
      total.clocks += clocks;
      total.differences += differences.length;
      const [one] = differences;
      if (one) first ??= `${one.order} ${one.of} ${one.field}`;
      const { altered } = await db.transaction(id, verifyHandovers, { readOnly: true });
      total.differences += altered.length;
      if (altered[0]) first ??= `handover ${altered[0].handoverId} sha256`;
    }
  } finally {
    await db.end();
  }
  if (first !== undefined) throw new Differs(total.differences, first);
  return total;
}
