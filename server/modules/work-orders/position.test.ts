import { beforeAll, describe, expect, it } from 'vitest';
import { readOrder, verifyOrders } from './index.ts';
import { type Town, town } from './testing.ts';

let hu: Town;
beforeAll(async () => {
  hu = await town();
});
const row = async (orderId: number) =>
  (
    await hu.db.admin<{ lon: number; lat: number; position_by: string; place: string; road_ids: number[] }>(
      'select lon, lat, position_by, place, road_ids from work_orders.work_order where order_id = $1',
      [orderId],
    )
  )[0];

describe('the position of an order', () => {
  it('is stored as opened, corrected with an entry of the log, shown with whose word it is; rows and log agree', async () => {
    const { orderId } = await hu.open({ position: { lon: 116.6, lat: 33.9, by: 'register' }, roadIds: [3, 7] });
    expect(await row(orderId)).toMatchObject({ lon: 116.6, lat: 33.9, position_by: 'register', road_ids: [3, 7] });
    hu.time.advance(60_000);
    await hu.must(hu.me.agent, orderId, 'set-position', { lon: 116.61, lat: 33.91, place: '滨湖路与建设街交叉口' });
    expect(await row(orderId)).toMatchObject({
      lon: 116.61,
      lat: 33.91,
      position_by: 'person',
      place: '滨湖路与建设街交叉口',
    });
    const shown = await hu.as((tx) => readOrder({ tx, me: hu.me.agent, time: hu.time, lang: 'zh' }, orderId));
    if (!shown.ok) throw new Error(shown.refusal.code);
    expect(shown.value.position).toEqual({ lon: 116.61, lat: 33.91, by: 'person' });
    expect(shown.value.timeline.at(-1)).toMatchObject({
      kind: 'position-set',
      by: 'agent',
      text: '更正位置：滨湖路与建设街交叉口，116.61000, 33.91000',
    });
    expect((await hu.as((tx) => verifyOrders(tx, hu.time))).differences).toEqual([]);
    await hu.db.admin('update work_orders.work_order set lon = 100 where order_id = $1', [orderId]);
    expect((await hu.as((tx) => verifyOrders(tx, hu.time))).differences).toMatchObject([{ field: 'lon', stored: 100 }]);
    await hu.db.admin('update work_orders.work_order set lon = 116.61 where order_id = $1', [orderId]);
  });
  it('is nowhere until somebody knows', async () => {
    const { orderId } = await hu.open();
    expect(await row(orderId)).toMatchObject({ lon: null, position_by: null, road_ids: [] });
  });
  it('is not corrected by those whose order it is not', async () => {
    const { orderId } = await hu.open();
    for (const who of [hu.me.otherHead, hu.me.reviewer, hu.me.crew]) {
      const refused = await hu.give(who, orderId, 'set-position', { lon: 1, lat: 1 });
      expect(refused.ok).toBe(false);
    }
  });
});
