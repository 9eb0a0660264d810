import { beforeAll, describe, expect, it } from 'vitest';
import { duplicatesOf } from './actions/find-duplicates.ts';
import { joinOrder, mergeOrders, sweep, unmergeOrder, verifyOrders } from './index.ts';
import { at } from './rules/testing.ts';
import { clocksOf } from './store/clocks.ts';
import { logOf } from './store/events.ts';
import { orderById } from './store/orders.ts';
import { type Town, town } from './testing.ts';

let here: Town;
let next = 1000;
beforeAll(async () => {
  here = await town();
});

const request = () => {
  next += 1;
  return { id: next, elements: ['phone', 'reporter', 'contact-time'] };
};
const opened = async (more = {}) => {
  const own = request();
  const { orderId } = await here.open({ request: own, ...more });
  return { orderId, caller: own.id };
};
const given = (tx: Parameters<Parameters<Town['as']>[0]>[0], me = here.me.dispatcher) => ({ tx, me, time: here.time });
const merge = (from: number, into: number, more = {}) =>
  here.as((tx) => mergeOrders(given(tx), from, { into, ...more }));
const rowOf = (orderId: number) => here.as((tx) => orderById(tx, orderId));
const clocks = (orderId: number, caller: number) =>
  here.as(async (tx) => (await clocksOf(tx, orderId)).filter(({ requestId }) => requestId === caller));
const differences = async () => (await here.as((tx) => verifyOrders(tx, here.time))).differences;
const inbox = (staffId: number) =>
  here.db.admin<{ kind: string }>(
    'select f.kind from notices.inbox i join notices.fact f using (utility_id, fact_id) where i.staff_id = $1 order by fact_id',
    [staffId],
  );

describe('two orders of one incident', () => {
  it('become one: callers move with their clocks, the other says where it went, rows and logs agree', async () => {
    here.time.set(at('10:00'));
    const first = await opened();
    const second = await opened();
    await here.must(here.me.dispatcher, second.orderId, 'dispatch', { departmentId: 'repair' });
    await here.must(here.me.head, second.orderId, 'accept', {});
    await here.must(here.me.head, second.orderId, 'assign', { handlerId: here.me.crew.staffId });
    here.time.set(at('11:05'));
    await sweep(here.db, here.time);
    const late = await clocks(second.orderId, second.caller);
    expect(late).toMatchObject([{ clockId: 'contact', state: 'late', breachedAt: at('10:30') }]);
    expect(await merge(second.orderId, first.orderId)).toEqual({ ok: true, value: { into: first.orderId } });
    expect(await clocks(second.orderId, second.caller)).toEqual([]);
    expect(await clocks(first.orderId, second.caller)).toMatchObject([
      { clockId: 'contact', state: 'late', breachedAt: at('10:30'), startedAt: at('10:00') },
    ]);
    expect(await rowOf(first.orderId)).toMatchObject({ callers: 2, state: 'awaiting-dispatch' });
    expect(await rowOf(second.orderId)).toMatchObject({ callers: 0, state: 'merged', mergedInto: first.orderId });
    const kinds = await here.as(async (tx) => (await logOf(tx, second.orderId)).map(({ kind }) => kind));
    expect(kinds.slice(-2)).toEqual(['left', 'merged']);
    expect((await inbox(here.me.crew.staffId)).map(({ kind }) => kind)).toContain('merged');
    expect(await differences()).toEqual([]);
  });

  it('are two again: the clocks go on as if nothing had been', async () => {
    here.time.set(at('2026-03-03T10:00'));
    const first = await opened();
    const second = await opened();
    await merge(second.orderId, first.orderId);
    here.time.set(at('2026-03-03T10:20'));
    const undone = await here.as((tx) => unmergeOrder(given(tx), second.orderId, { reason: '不是同一处' }));
    expect(undone).toMatchObject({ ok: true });
    expect(await rowOf(second.orderId)).toMatchObject({
      callers: 1,
      state: 'awaiting-dispatch',
      mergedInto: null,
      closedAt: null,
    });
    expect(await rowOf(first.orderId)).toMatchObject({ callers: 1 });
    const arrive = (await here.as((tx) => clocksOf(tx, second.orderId))).find(({ clockId }) => clockId === 'arrive');
    expect(arrive).toMatchObject({ state: 'running', dueAt: at('2026-03-03T11:00') });
    expect(await differences()).toEqual([]);
  });

  it('merged on into a third, the callers come home from there', async () => {
    here.time.set(at('2026-03-04T10:00'));
    const [a, b, c] = [await opened(), await opened(), await opened()];
    await merge(b.orderId, a.orderId);
    await merge(a.orderId, c.orderId);
    expect(await rowOf(c.orderId)).toMatchObject({ callers: 3 });
    expect(await differences()).toEqual([]);
    await here.as((tx) => unmergeOrder(given(tx), b.orderId, { reason: '误并' }));
    expect(await rowOf(b.orderId)).toMatchObject({ callers: 1 });
    expect(await rowOf(c.orderId)).toMatchObject({ callers: 2 });
    expect(await differences()).toEqual([]);
  });

  it('two desks merging crosswise at once: one is refused, nothing is lost', async () => {
    const [a, b] = [await opened(), await opened()];
    const results = await Promise.all([merge(a.orderId, b.orderId), merge(b.orderId, a.orderId)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const rows = [await rowOf(a.orderId), await rowOf(b.orderId)];
    expect(rows.map((row) => row?.callers).sort()).toEqual([0, 2]);
    expect(await differences()).toEqual([]);
  });

  it('who may see the surviving order sees what was merged into it; others see neither', async () => {
    const [a, b] = [await opened(), await opened()];
    await here.must(here.me.dispatcher, a.orderId, 'dispatch', { departmentId: 'repair' });
    await merge(b.orderId, a.orderId);
    // he sees it, and it is not with his unit
    expect(await here.give(here.me.head, b.orderId, 'accept', {})).toMatchObject({ refusal: { code: 'forbidden' } });
    expect(await here.give(here.me.otherHead, b.orderId, 'accept', {})).toMatchObject({
      refusal: { code: 'order-not-found' },
    });
  });

  it('is for the desks: a unit is refused, a stale page is told who was first', async () => {
    const [a, b] = [await opened(), await opened()];
    await here.must(here.me.dispatcher, a.orderId, 'dispatch', { departmentId: 'repair' });
    await here.must(here.me.dispatcher, b.orderId, 'dispatch', { departmentId: 'repair' });
    const byHead = await here.as((tx) => mergeOrders(given(tx, here.me.head), b.orderId, { into: a.orderId }));
    expect(byHead).toMatchObject({ refusal: { code: 'forbidden' } });
    expect(await merge(b.orderId, a.orderId, { version: 1 })).toMatchObject({ refusal: { code: 'order-changed' } });
    expect(await merge(b.orderId, b.orderId)).toMatchObject({ refusal: { code: 'merge-into-itself' } });
    expect(await merge(b.orderId, 999_999)).toMatchObject({ refusal: { code: 'merge-target-not-found' } });
  });
});

describe('forty calls about one burst', () => {
  it('are forty requests and one order, whether they join or are merged; each has his own clock', async () => {
    here.time.set(at('2026-03-05T10:00'));
    const first = await opened();
    const callers = [first.caller];
    for (let n = 1; n < 40; n += 1) {
      here.time.set(at('2026-03-05T10:00') + n * 20_000);
      if (n % 2 === 0) {
        const { orderId, caller } = await opened();
        await merge(orderId, first.orderId);
        callers.push(caller);
        continue;
      }
      const { id, elements } = request();
      const joining = { id, elements, channel: 'phone', receivedAt: here.time.now(), facts: {}, day: '2026-03-05' };
      const joined = await here.as((tx) => joinOrder(given(tx), first.orderId, joining));
      expect(joined.ok).toBe(true);
      callers.push(id);
    }
    expect(await rowOf(first.orderId)).toMatchObject({ callers: 40 });
    await here.must(here.me.dispatcher, first.orderId, 'dispatch', { departmentId: 'repair' });
    await here.must(here.me.head, first.orderId, 'accept', {});
    await here.must(here.me.head, first.orderId, 'assign', { handlerId: here.me.crew.staffId });
    const assigned = here.time.now();
    await here.must(here.me.crew, first.orderId, 'record', { milestone: 'contacted', requestId: callers[7] ?? 0 });
    const contact = (await here.as((tx) => clocksOf(tx, first.orderId))).filter(({ clockId }) => clockId === 'contact');
    expect(contact).toHaveLength(40);
    expect(contact.filter(({ state }) => state === 'met').map(({ requestId }) => requestId)).toEqual([callers[7]]);
    expect(new Set(contact.map(({ dueAt }) => dueAt))).toEqual(new Set([assigned + 30 * 60_000]));
    await here.must(here.me.crew, first.orderId, 'record', { milestone: 'contacted', everyone: true });
    expect(await differences()).toEqual([]);
  });
});

describe('likely duplicates', () => {
  it('of an order: open ones near it with the reason; what I may not see is not told', async () => {
    here.time.set(at('2026-03-06T10:00'));
    const a = await opened({ place: '育才路 7 号', event: 'pipe-leak' });
    here.time.set(at('2026-03-06T10:12'));
    const b = await opened({ place: '育才路 9 号', event: 'low-pressure' });
    await opened({ place: '建设路 9 号', event: 'pipe-leak' });
    const ask = (me = here.me.agent) =>
      here.as((tx) => duplicatesOf({ ...given(tx, me), lang: 'zh' as const }, b.orderId));
    expect(await ask()).toMatchObject({
      ok: true,
      value: [{ orderId: a.orderId, open: true, reasons: ['同在育才路，门牌相差 2', '相关事项', '12 分钟前'] }],
    });
    await here.must(here.me.dispatcher, b.orderId, 'dispatch', { departmentId: 'repair' });
    expect(await ask(here.me.head)).toEqual({ ok: true, value: [] });
    await merge(b.orderId, a.orderId);
    expect(await ask()).toEqual({ ok: true, value: [] });
  });
});
