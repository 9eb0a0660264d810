/** A flood of due clocks is shared out: whatever comes due beside it does not wait for its end. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../platform/database.ts';
import { type TestDatabase, testDatabase, writable } from '../../platform/testing.ts';
import { HOUR, MINUTE } from '../../values/instant.ts';
import { nextFiringOf, sweep } from './index.ts';
import { at } from './rules/testing.ts';
import { clocksPack, type Town, town } from './testing.ts';

const FLOOD = 600;
const BATCH = 50;
const DUE = at('2026-03-10T11:00');

let db: TestDatabase;
let flooded: Town;
let calm: Town;

/** The same order, clock and log over again: all of them due at one instant. */
async function flood(one: Town): Promise<void> {
  const { orderId } = await one.open();
  await db.admin(
    'create table copied as select $1::bigint as old, 100000 + n as id from generate_series(1, $2::int) n',
    [orderId, FLOOD - 1],
  );
  for (const [table, own] of [
    ['work_order', `, 'number', t.number || '-' || c.id`],
    ['event', ''],
    ['clock', ''],
  ]) {
    const columns = await writable(db, `work_orders.${table}`);
    await db.admin(`
      insert into work_orders.${table} (${columns.join(', ')})
      select ${columns.map((name) => `r.${name}`).join(', ')} from copied c join work_orders.${table} t on t.order_id = c.old
      cross join lateral jsonb_populate_record(t, jsonb_build_object('order_id', c.id ${own})) r`);
  }
  await db.admin('drop table copied');
}

const breached = async (utilityId: number): Promise<number[]> =>
  (
    await db.admin<{ id: string }>(
      `select order_id as id from work_orders.event where utility_id = $1 and kind = 'breached'`,
      [utilityId],
    )
  ).map(({ id }) => Number(id));

/** `meanwhile` runs after each transaction of the sweep. */
const watched = (meanwhile: (transactions: number) => Promise<void>): Db => {
  let transactions = 0;
  return {
    ...db,
    async transaction(utilityId, work, options) {
      const result = await db.transaction(utilityId, work, options);
      transactions += 1;
      await meanwhile(transactions);
      return result;
    },
  };
};

beforeAll(async () => {
  db = await testDatabase();
  flooded = await town(clocksPack, db, 'flooded');
  calm = await town({ ...clocksPack, hash: 'calm' }, db, 'calm');
  flooded.time.set(DUE - HOUR);
  await flood(flooded);
}, 60_000);

describe('while hundreds of clocks are due at once', () => {
  it('another utility and a clock just due are fired within a round, and each clock once', async () => {
    calm.time.set(DUE - HOUR + MINUTE);
    const { orderId: others } = await calm.open();
    flooded.time.set(DUE - HOUR + 2 * MINUTE);
    const { orderId: later } = await flooded.open();
    // the clock on the wall of the sweep; the later ones come due when it is at work already
    flooded.time.set(DUE + 1);
    const seen = new Map<number, number>();
    const swept = await sweep(
      watched(async (transactions) => {
        if (transactions === 2) flooded.time.set(DUE + 3 * MINUTE);
        if (transactions < 2) return;
        const fired = [...(await breached(flooded.utilityId)), ...(await breached(calm.utilityId))];
        for (const id of [others, later]) {
          if (!seen.has(id) && fired.includes(id)) seen.set(id, fired.length);
        }
      }),
      flooded.time,
      { batch: BATCH },
    );
    // a few batches of each lane, not the twelve of the flood
    expect(seen.get(others)).toBeLessThan(FLOOD * 0.6);
    expect(seen.get(later)).toBeLessThan(FLOOD * 0.6);
    await sweep(db, flooded.time, { batch: BATCH });
    expect(swept.breached).toBeGreaterThanOrEqual(FLOOD);
    const fired = await breached(flooded.utilityId);
    expect([fired.length, new Set(fired).size]).toEqual([FLOOD + 1, FLOOD + 1]);
    expect(await breached(calm.utilityId)).toEqual([others]);
  }, 60_000);

  it('says when the next one is due, and nothing fires before', async () => {
    const { orderId } = await calm.open({ receivedAt: DUE + HOUR });
    await sweep(db, flooded.time);
    const next = (await nextFiringOf(db)) ?? 0;
    expect(next).toBeGreaterThan(flooded.time.now());
    flooded.time.set(next - 1);
    expect(await sweep(db, flooded.time)).toMatchObject({ warned: 0, breached: 0 });
    flooded.time.set(next);
    const { warned, breached: late } = await sweep(db, flooded.time);
    expect(warned + late).toBeGreaterThan(0);
    expect(orderId).toBeGreaterThan(0);
  });
});
