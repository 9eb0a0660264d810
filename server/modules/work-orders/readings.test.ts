/** Why a clock is due is not stored: the page reads it from the log, also for clocks that are started no more. */
import { beforeAll, expect, it } from 'vitest';
import type { Pack } from '../regulations/index.ts';
import { putPack } from '../regulations/index.ts';
import { askRedating, decideRedating, readClocks, sweep } from './index.ts';
import { at } from './rules/testing.ts';
import { clocksPack, type Town, town } from './testing.ts';

let here: Town;
const byEvent = structuredClone(clocksPack);
for (const one of byEvent.clocks)
  if (one.id === 'arrive') one.when = { facts: { event: { op: 'any-of', values: ['pipe-leak'] } } };
const withoutArrive: Pack = {
  ...clocksPack,
  version: 'no-arrive',
  hash: 'no-arrive',
  clocks: clocksPack.clocks.filter(({ id }) => id !== 'arrive'),
};

beforeAll(async () => {
  here = await town({ ...byEvent, hash: 'by-event' });
});

async function shown(orderId: number, id: string) {
  const clocks = await here.as((tx) => readClocks({ tx, me: here.me.manager, time: here.time, lang: 'zh' }, orderId));
  if (!clocks.ok) throw new Error(clocks.refusal.code);
  return clocks.value.find((one) => one.id === `${id}/0/1`);
}

/** Open, and an hour late to arrive. */
async function late(): Promise<number> {
  here.time.set(at('10:00'));
  const { orderId } = await here.open();
  here.time.set(at('11:10'));
  await sweep(here.db, here.time);
  return orderId;
}

it('a running clock is explained by its article, its quote and its lines', async () => {
  here.time.set(at('10:00'));
  const { orderId } = await here.open();
  const finish = await shown(orderId, 'finish');
  expect(finish).toMatchObject({
    article: '时限 finish',
    limitText: '限 24 小时',
    until: ['finished'],
    dueAt: new Date(at('2026-03-03T10:00')).toISOString(),
  });
  expect(finish?.quote).not.toBe('');
  expect(finish?.why.length).toBeGreaterThan(3);
});

it('a clock that a corrected fact starts no more is explained as it was before', async () => {
  const orderId = await late();
  const before = await shown(orderId, 'arrive');
  await here.must(here.me.agent, orderId, 'reclassify', { event: 'low-pressure', reason: '听错了' });
  await here.must(here.me.agent, orderId, 'note', { text: '已致歉' });
  const after = await shown(orderId, 'arrive');
  expect(after).toMatchObject({ state: 'cancelled', article: '时限 arrive', quote: before?.quote, limit: '1 h' });
  expect(after?.breachedAt).toBe(new Date(at('11:00')).toISOString());
  expect(after?.withdrawnAt).toBe(new Date(at('11:10')).toISOString());
  expect(after?.why).toEqual(before?.why);
});

it('a clock that the version an order was re-dated to does not have is explained by the version before', async () => {
  const orderId = await late();
  const before = await shown(orderId, 'arrive');
  const [second] = await here.db.admin<{ id: number }>(
    `insert into identity.staff (utility_id, username, name, roles, department_id) values ($1, 'another', 'another', '{manager}', 'operations')
     returning staff_id as id`,
    [here.utilityId],
  );
  await here.as((tx) => putPack(tx, withoutArrive, '2030-01-01', here.time.now()));
  const { time, me } = here;
  const asked = await here.as((tx) => askRedating({ tx, me: me.manager, time }, { packHash: 'no-arrive' }, '新规'));
  if (!asked.ok) throw new Error(asked.refusal.code);
  const other = { ...me.manager, staffId: second?.id ?? 0 };
  expect(await here.as((tx) => decideRedating({ tx, me: other, time }, asked.value, { granted: true }))).toMatchObject({
    ok: true,
  });
  await here.must(me.agent, orderId, 'note', { text: '已告知' });
  const after = await shown(orderId, 'arrive');
  expect(after).toMatchObject({ state: 'cancelled', article: '时限 arrive', quote: before?.quote });
  expect(after?.withdrawnAt).not.toBeNull();
  expect(after?.why).toEqual(before?.why);
});
