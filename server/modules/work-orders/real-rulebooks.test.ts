/** Orders under the rulebooks that ship, from the report to the close. */
import { expect, it } from 'vitest';
import { loadShipped } from '../regulations/index.ts';
import { sweep, verifyOrders } from './index.ts';
import { rulebookOf, untilOf } from './rules/rulebook.ts';
import { at } from './rules/testing.ts';
import { clocksOf } from './store/clocks.ts';
import { orderById } from './store/orders.ts';
import { town } from './testing.ts';

const packs = loadShipped().packs;

it.each(['liaocheng', 'jinan', 'hucheng'])('%s', async (name) => {
  const pack = packs.find((one) => one.pack === name);
  if (!pack) throw new Error(`${name} does not load`);
  const here = await town(pack, undefined, name);
  here.time.set(at('2026-11-18T10:00'));
  const { orderId } = await here.open({ facts: { 'contact-left': true, dn: 600 } });
  const form = { 'contact-time': '随时', limit: '24 小时' };
  await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair', form });
  await here.must(here.me.head, orderId, 'accept', {});
  await here.must(here.me.head, orderId, 'assign', { handlerId: here.me.crew.staffId });
  here.time.set(at('2026-11-18T10:05'));
  await here.must(here.me.crew, orderId, 'record', { milestone: 'contacted', requestId: 71 });
  here.time.set(at('2026-11-18T11:30'));
  await sweep(here.db, here.time);
  await here.must(
    here.me.crew,
    orderId,
    'record',
    { milestone: 'arrived' },
    { occurredAt: at('2026-11-18T10:20'), via: 'field' },
  );
  await here.must(here.me.crew, orderId, 'record', { milestone: 'repair-started' });
  await here.must(here.me.crew, orderId, 'handle', {
    form: { 'contacted-in-time': true, cause: '腐蚀', measures: '换管', agreed: true },
  });
  await here.must(here.me.reviewer, orderId, 'review-pass', {
    form: { 'contacted-in-time': true, cause: '腐蚀', measures: '换管', confirmed: '客户认可' },
  });
  await here.must(here.me.agent, orderId, 'call-back', { reached: true, satisfied: true });
  await here.must(here.me.agent, orderId, 'close', {});
  expect((await here.as((tx) => orderById(tx, orderId)))?.state).toBe('closed');
  const clocks = await here.as((tx) => clocksOf(tx, orderId));
  expect(clocks.length).toBeGreaterThan(3);
  const book = rulebookOf(pack);
  const arrivals = clocks.filter((row) => untilOf(book, row).includes('arrived'));
  expect(arrivals.length).toBeGreaterThan(0);
  expect(arrivals.every(({ withdrawnAt, breachedAt }) => breachedAt === null || withdrawnAt !== null)).toBe(true);
  expect((await here.as((tx) => verifyOrders(tx, here.time))).differences).toEqual([]);
});
