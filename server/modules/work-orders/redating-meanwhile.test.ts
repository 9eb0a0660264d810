/** What goes on while open orders are being re-dated: commands, the sweep, a power cut. */
import { afterEach, beforeAll, expect, it } from 'vitest';
import { openPool } from '../../platform/database.ts';
import { type Pack, putPack } from '../regulations/index.ts';
import { askRedating, decideRedating, execute, sweep, verifyOrders } from './index.ts';
import { at } from './rules/testing.ts';
import { clocksOf } from './store/clocks.ts';
import { orderById } from './store/orders.ts';
import { redatingById } from './store/redatings.ts';
import { clock, clocksPack, type Town, town } from './testing.ts';

let here: Town;
let second: Town['me']['manager'];
const finish = (hours: number): Pack => ({
  ...clocksPack,
  version: `finish-${hours}`,
  hash: `finish-${hours}`,
  clocks: clocksPack.clocks.map((one) =>
    one.id === 'finish' ? clock('finish', 'created', ['finished'], hours * 3_600_000) : one,
  ),
});

beforeAll(async () => {
  here = await town();
  const [row] = await here.db.admin<{ id: number }>(
    `insert into identity.staff (utility_id, username, name, roles, department_id) values ($1, 'another', 'another', '{manager}', 'operations')
     returning staff_id as id`,
    [here.utilityId],
  );
  second = { ...here.me.manager, staffId: row?.id ?? 0 };
});
afterEach(() =>
  here.db.admin('drop trigger if exists slow on work_orders.event; drop function if exists public.slow()'),
);

/** Asked for, and slow to apply. */
async function slowly(pack: Pack): Promise<number> {
  await here.as((tx) => putPack(tx, pack, '2030-01-01', here.time.now()));
  const asked = await here.as((tx) =>
    askRedating({ tx, me: here.me.manager, time: here.time }, { packHash: pack.hash }, '新规'),
  );
  if (!asked.ok) throw new Error(asked.refusal.code);
  await here.db.admin(
    `create function public.slow() returns trigger language plpgsql as $$
     begin if new.kind = 'redated' then perform pg_sleep(1.5); end if; return new; end $$;
     create trigger slow before insert on work_orders.event for each row execute function public.slow()`,
  );
  return asked.value;
}

const decide = (id: number) =>
  here.as((tx) => decideRedating({ tx, me: second, time: here.time }, id, { granted: true }));

/** Its log is being written to: the orders are locked. */
async function applying(): Promise<number> {
  for (;;) {
    const [row] = await here.db.admin<{ pid: number }>(
      `select pid from pg_stat_activity where query like '%insert into work_orders.event%' and wait_event = 'PgSleep'`,
    );
    if (row) return row.pid;
    await new Promise((done) => setTimeout(done, 20));
  }
}

it('a command waits a bounded time, is told so and changes nothing; afterwards it is done under the new rulebook', async () => {
  here.time.set(at('10:00'));
  const { orderId } = await here.open();
  const id = await slowly(finish(12));
  const done = decide(id);
  await applying();
  const hasty = openPool({ url: here.db.url, max: 1, lockTimeout: 100 });
  const dispatch = { input: { departmentId: 'repair' } };
  const command = hasty.transaction(here.utilityId, (tx) =>
    execute({ tx, me: here.me.dispatcher, time: here.time }, orderId, 'dispatch', dispatch),
  );
  await expect(command).rejects.toMatchObject({ code: '55P03' });
  await hasty.end();
  here.time.set(at('11:30'));
  // neither does the sweep wait for it
  expect(await sweep(here.db, here.time)).toMatchObject({ orders: 0 });
  expect(await done).toMatchObject({ ok: true });
  await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
  await sweep(here.db, here.time);
  expect(await here.as((tx) => orderById(tx, orderId))).toMatchObject({
    packHash: 'finish-12',
    departmentId: 'repair',
  });
  expect((await here.as((tx) => verifyOrders(tx, here.time))).differences).toEqual([]);
});

it('killed in the middle it leaves nothing, and can be decided again', async () => {
  here.time.set(at('12:00'));
  const { orderId } = await here.open();
  const before = await here.as((tx) => clocksOf(tx, orderId));
  const id = await slowly(finish(6));
  const done = decide(id);
  done.catch(() => undefined);
  await here.db.admin('select pg_terminate_backend($1)', [await applying()]);
  await expect(done).rejects.toThrow();
  expect(await here.as((tx) => clocksOf(tx, orderId))).toEqual(before);
  expect(await here.as((tx) => redatingById(tx, id))).toMatchObject({ decidedAt: null, appliedAt: null });
  expect((await here.as((tx) => verifyOrders(tx, here.time))).differences).toEqual([]);
  await here.db.admin('drop trigger slow on work_orders.event');
  expect(await decide(id)).toMatchObject({ ok: true });
  expect(await here.as((tx) => orderById(tx, orderId))).toMatchObject({ packHash: 'finish-6' });
  expect((await here.as((tx) => verifyOrders(tx, here.time))).differences).toEqual([]);
});
