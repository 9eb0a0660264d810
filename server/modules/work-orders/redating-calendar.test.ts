/** A holiday calendar that changes: open orders follow it with two signatures, and go back to the one before in the same way. */
import { expect, it, vi } from 'vitest';
import type { HolidayCalendars, Pack } from '../regulations/index.ts';
import {
  askRedating,
  decideRedating,
  openOrder,
  previewRedating,
  rereadWaiting,
  revertRedating,
  sweep,
  verifyOrders,
} from './index.ts';
import { at, cited } from './rules/testing.ts';
import { clocksOf } from './store/clocks.ts';
import { logOf } from './store/events.ts';
import { orderById } from './store/orders.ts';
import { ordersPut } from './store/redatings.ts';
import { clock, clocksPack, type Town, town } from './testing.ts';

/** As it ships. */
const shipped = vi.hoisted(() => ({ calendars: {} as HolidayCalendars }));
vi.mock('../regulations/actions/holiday-calendars.ts', () => ({ holidayCalendars: () => shipped.calendars }));

const year = (off: string[], of = 2026) => ({ year: of, off: [`${of}-01-01`, ...off], work: [] });
const ship = (...years: HolidayCalendars[string]) => {
  shipped.calendars = { cn: years };
};
const inDays: Pack = {
  ...clocksPack,
  hash: 'in-days',
  hours: [{ ...cited('office'), days: [1, 2, 3, 4, 5], open: [[480, 1080]], holidays: 'closed', cases: [] }],
  clocks: [
    ...clocksPack.clocks,
    clock('reply', 'created', ['customer-told'], 0, { within: { breach: { unit: 'wd', days: 2, text: '2 wd' } } }),
    clock('check', 'accepted', ['handled'], 0, { within: { breach: { unit: 'wd', days: 1, text: '1 wd' } } }),
  ],
};
const REPLY = { before: at('2026-03-04T18:00'), after: at('2026-03-05T18:00') };
const PLAIN = year([]);
const LONGER = year(['2026-03-03']);

async function place(pack: Pack, given?: Town) {
  const here = await town(pack, given?.db, `cal-${pack.hash}`);
  const { time, me } = here;
  time.set(at('10:00'));
  const [row] = await here.db.admin<{ id: number }>(
    `insert into identity.staff (utility_id, username, name, roles, department_id) values ($1, $2, 'another', '{manager}', 'operations')
     returning staff_id as id`,
    [here.utilityId, `another-${here.utilityId}`],
  );
  const other = { ...me.manager, staffId: row?.id ?? 0 };
  const given2 = <T>(work: (acting: Parameters<typeof askRedating>[0]) => Promise<T>, who = me.manager) =>
    here.as((tx) => work({ tx, me: who, time }));
  const ask = () => given2((acting) => askRedating(acting, { calendar: 'cn' }, '放假安排调整'));
  const decide = (id: number) => given2((acting) => decideRedating(acting, id, { granted: true }), other);
  return {
    here,
    ask,
    decide,
    revert: (id: number) => given2((acting) => revertRedating(acting, id), other),
    async redated(): Promise<number> {
      const asked = await ask();
      if (!asked.ok) throw new Error(asked.refusal.code);
      expect(await decide(asked.value)).toMatchObject({ ok: true });
      return asked.value;
    },
    due: async (orderId: number, id = 'reply') =>
      (await here.as((tx) => clocksOf(tx, orderId))).find(({ clockId }) => clockId === id)?.dueAt,
    kinds: async (orderId: number) => (await here.as((tx) => logOf(tx, orderId))).map(({ kind }) => kind),
    differences: async () => (await here.as((tx) => verifyOrders(tx, time))).differences,
    /** To 处理中, by way of the acceptance that starts `check`. */
    async accepted(orderId: number) {
      await here.must(me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
      await here.must(me.head, orderId, 'accept', {});
    },
  };
}

it('a day off published in between counts once it is granted, for what is open and what comes; reverted, neither does', async () => {
  ship(PLAIN);
  const { here, redated, revert, due, kinds, differences, accepted } = await place(inDays);
  const { orderId: before } = await here.open();
  const { orderId: gone } = await here.open();
  expect(await due(before)).toBe(REPLY.before);

  // shipped, and not in force: nothing moves, whatever happens to an order
  ship(LONGER);
  await accepted(before);
  expect([await due(before), await due(before, 'check')]).toEqual([REPLY.before, at('2026-03-03T18:00')]);
  await here.must(here.me.dispatcher, gone, 'cancel', { reason: '报错了' });
  expect(await due((await here.open()).orderId)).toBe(REPLY.before);
  expect(await differences()).toEqual([]);

  const id = await redated();
  expect([await due(before), await due(before, 'check')]).toEqual([REPLY.after, at('2026-03-04T18:00')]);
  const { orderId: between } = await here.open();
  const { orderId: closed } = await here.open();
  expect([await due(between), await due(closed)]).toEqual([REPLY.after, REPLY.after]);
  await accepted(between);
  await here.must(here.me.dispatcher, closed, 'cancel', { reason: '报错了' });
  const ended = await here.as((tx) => clocksOf(tx, closed));
  here.time.set(at('2026-03-04T19:00'));
  await sweep(here.db, here.time);
  expect(await kinds(between)).toContain('breached');
  expect(await differences()).toEqual([]);
  expect((await here.as((tx) => ordersPut(tx, id, 0, 50))).map((one) => [one.id, one.stays])).toContainEqual([
    before,
    true,
  ]);

  expect(await revert(id)).toMatchObject({ ok: true });
  expect([await due(before), await due(between)]).toEqual([REPLY.before, REPLY.before]);
  // what happened since stays, and is judged by the calendar that is in force again
  expect(await kinds(between)).toEqual(
    expect.arrayContaining(['dispatched', 'accepted', 'breached', 'redated', 'breach-withdrawn']),
  );
  const checked = (await here.as((tx) => clocksOf(tx, between))).find(({ clockId }) => clockId === 'check');
  expect(checked).toMatchObject({ dueAt: at('2026-03-03T18:00'), breachedAt: at('2026-03-03T18:00') });
  expect(await here.as((tx) => clocksOf(tx, closed))).toEqual(ended);
  expect(await kinds(closed)).not.toContain('redated');
  expect(await kinds(gone)).not.toContain('redated');
  here.time.set(at('2026-03-05T09:00'));
  expect(await due((await here.open({ receivedAt: at('2026-03-05T09:00') })).orderId)).toBe(at('2026-03-09T18:00'));
  expect((await here.as((tx) => ordersPut(tx, id, 0, 50))).every(({ stays }) => !stays)).toBe(true);
  expect(await revert(id)).toMatchObject({ refusal: { code: 'redating-reverted' } });
  expect(await differences()).toEqual([]);

  // what was closed under it and is reopened counts on the calendar it was under, until it is re-dated like the others
  const row = () => here.as((tx) => orderById(tx, closed));
  expect((await row())?.calendarHash).not.toBe((await here.as((tx) => orderById(tx, before)))?.calendarHash);
}, 60_000);

it('one calendar upon another is reverted from the last; what changes nothing today still counts for what comes', async () => {
  ship(PLAIN);
  const { here, ask, redated, revert, due, differences } = await place({ ...inDays, hash: 'stacked' });
  const { orderId } = await here.open();
  expect(await ask()).toMatchObject({ refusal: { code: 'nothing-to-redate' } });
  ship(LONGER);
  const first = await redated();
  expect(await ask()).toMatchObject({ refusal: { code: 'nothing-to-redate' } });
  ship(year(['2026-03-03', '2026-03-20']));
  const seen = await here.as((tx) => previewRedating(tx, here.time, { calendar: 'cn' }));
  expect(seen).toMatchObject({ value: { totals: { orders: 1, changed: 0 } } });
  const second = await redated();
  here.time.set(at('2026-03-19T10:00'));
  const { orderId: later } = await here.open({ receivedAt: here.time.now() });
  expect([await due(orderId), await due(later)]).toEqual([REPLY.after, at('2026-03-24T18:00')]);
  expect(await revert(first)).toMatchObject({ refusal: { code: 'calendar-superseded' } });
  expect(await revert(second)).toMatchObject({ ok: true });
  expect([await due(orderId), await due(later)]).toEqual([REPLY.after, at('2026-03-23T18:00')]);
  expect(await revert(first)).toMatchObject({ ok: true });
  expect(await due(orderId)).toBe(REPLY.before);
  expect(await differences()).toEqual([]);
}, 60_000);

it('the very calendar that was seen is granted, or none; its file put back is the one in force', async () => {
  ship(PLAIN);
  const { here, ask, decide, redated, due, differences } = await place({ ...inDays, hash: 'seen' });
  const { orderId } = await here.open();
  ship(LONGER);
  const asked = await ask();
  if (!asked.ok) throw new Error(asked.refusal.code);
  ship(year(['2026-03-03', '2026-03-04']));
  expect(await decide(asked.value)).toMatchObject({ refusal: { code: 'calendar-changed' } });
  expect(await due(orderId)).toBe(REPLY.before);
  ship(LONGER);
  expect(await decide(asked.value)).toMatchObject({ ok: true });
  expect(await due(orderId)).toBe(REPLY.after);
  ship(PLAIN);
  await redated();
  expect(await due(orderId)).toBe(REPLY.before);
  expect(await differences()).toEqual([]);
}, 60_000);

it('a year published meanwhile is in every calendar of its name, needs no signature, and is not taken away by a revert', async () => {
  ship(PLAIN);
  const { here, ask, redated, revert, due, differences } = await place({ ...inDays, hash: 'years' });
  here.time.set(at('2026-12-30T10:00'));
  const { orderId } = await here.open({ receivedAt: here.time.now() });
  const clockOf = async () => (await here.as((tx) => clocksOf(tx, orderId))).find(({ clockId }) => clockId === 'reply');
  ship(year(['2026-12-31']));
  const id = await redated();
  expect(await clockOf()).toMatchObject({ state: 'waiting-calendar', dueAt: null });
  ship(year(['2026-12-31']), year(['2027-01-04'], 2027));
  expect(await ask()).toMatchObject({ refusal: { code: 'nothing-to-redate' } });
  const reread = () => rereadWaiting(here.db, here.time, [here.utilityId]);
  expect(await reread()).toEqual({ years: 2, orders: 1, left: 0 });
  expect(await reread()).toEqual({ years: 0, orders: 0, left: 0 });
  expect(await due(orderId)).toBe(at('2027-01-06T18:00'));
  expect(await revert(id)).toMatchObject({ ok: true });
  expect(await due(orderId)).toBe(at('2027-01-05T18:00'));
  expect(await differences()).toEqual([]);
  // said otherwise afterwards, it is another calendar
  ship(PLAIN, year(['2027-01-04', '2027-01-05'], 2027));
  const later = await redated();
  expect(await due(orderId)).toBe(at('2027-01-06T18:00'));
  expect(await revert(later)).toMatchObject({ ok: true });
  expect(await due(orderId)).toBe(at('2027-01-05T18:00'));
  // a year that ships no more stays known
  ship(PLAIN);
  expect(await reread()).toEqual({ years: 0, orders: 0, left: 0 });
  expect(await ask()).toMatchObject({ refusal: { code: 'nothing-to-redate' } });
  expect(await differences()).toEqual([]);
}, 60_000);

it('an order that is being opened while a calendar comes into force counts on it as well', async () => {
  ship(PLAIN);
  const { here, ask, decide, revert, due, differences } = await place({ ...inDays, hash: 'opening' });
  await here.open();
  const opened = async (meanwhile: () => Promise<unknown>): Promise<number> => {
    const { promise: written, resolve } = Promise.withResolvers<number>();
    const { promise: commit, resolve: goOn } = Promise.withResolvers<void>();
    const opening = here.as(async (tx) => {
      // biome-ignore format: one list
      const done = await openOrder(tx, here.me.agent, here.time, {
        event: 'pipe-leak', channel: 'phone', content: '漏水', place: '泉城路 1 号', receivedAt: here.time.now(), request: null,
      });
      if (!done.ok) throw new Error(done.refusal.code);
      resolve(done.value.orderId);
      await commit;
    });
    const orderId = await written;
    const other = meanwhile();
    // until it waits for what is being opened
    for (let waits = 0; waits === 0; )
      waits = (await here.db.admin(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).length;
    goOn();
    await Promise.all([opening, other]);
    return orderId;
  };
  ship(LONGER);
  const asked = await ask();
  if (!asked.ok) throw new Error(asked.refusal.code);
  const one = await opened(() => decide(asked.value));
  expect(await due(one)).toBe(REPLY.after);
  const two = await opened(() => revert(asked.value));
  expect([await due(one), await due(two)]).toEqual([REPLY.before, REPLY.before]);
  expect(await differences()).toEqual([]);
}, 60_000);
