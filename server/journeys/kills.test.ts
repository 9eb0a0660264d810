/** Thirty SIGKILLs while real workers fire five thousand due clocks on durable PostgreSQL: nothing lost, nothing twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clocksPack, type Town, town } from '../modules/work-orders/testing.ts';
import { HOUR, MINUTE, SECOND } from '../values/instant.ts';
import { type Crew, crew, type Ground, ground, multiply, seeded, verify } from './kills/testing.ts';

// Forty utilities of 126 orders each: a worker's transactions are many and small, so that kills find one at any stage.
const UTILITIES = 40;
const TEMPLATES = 2;
const COPIES = 63;
const ORDERS = UTILITIES * TEMPLATES * COPIES;
const WORKERS = 3;
const KILLS = 30;
const SEED = 20_260_302;
/** Half a minute on two idle cores; a machine that does ten other things takes longer. */
const LIMIT = 240_000;

const random = seeded(SEED);
/** Fifteen workers, eight postmasters, seven backends, in a seeded order. */
const victims = Array.from({ length: KILLS }, (_, n) =>
  n < 15 ? ('worker' as const) : n < 23 ? ('postmaster' as const) : ('backend' as const),
)
  .map((what) => ({ what, place: random() }))
  .sort((a, b) => a.place - b.place)
  .map(({ what }) => what);

let here: Ground;
let workers: Crew;
let towns: Town[];
let began: number;
/** What each kill found: the transaction it hit, and how much was still due. */
const hits: { what: (typeof victims)[number]; fired: number; at: number }[] = [];

beforeAll(async () => {
  here = await ground();
  workers = crew(here.db.url);
  await seed();
}, LIMIT);

afterAll(async () => {
  await workers?.stop();
  await here?.stop();
}, 60_000);

/** Orders received three hours ago whose crew never arrived: due two hours ago, no two templates at one instant. */
async function seed(): Promise<void> {
  const morning = Date.now() - 3 * HOUR;
  towns = await Promise.all(
    Array.from({ length: UTILITIES }, async (_, u) => {
      const one = await town(clocksPack, here.db, `u${u}`);
      for (let n = 0; n < TEMPLATES; n += 1) {
        one.time.set(morning + (u * TEMPLATES + n) * 1009);
        const { orderId } = await one.open();
        if (n % 2 === 0) continue;
        await one.must(one.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
        await one.must(one.me.head, orderId, 'accept', {});
      }
      return one;
    }),
  );
  await multiply(here.db, COPIES);
}

const fired = async (): Promise<number> =>
  (await here.look<{ n: number }>(`select count(*)::int as n from work_orders.event where kind = 'breached'`))[0]?.n ??
  0;
const due = async (): Promise<number> =>
  (
    await here.look<{ n: number }>(
      `select count(*)::int as n from work_orders.clock where next_fire_at <= clock_timestamp()`,
    )
  )[0]?.n ?? 0;

/** The transactions that have written something and not committed yet. */
const writing = () =>
  here.look<{ pid: number; name: string }>(
    `select pid, application_name as name from pg_stat_activity
     where application_name like 'worker-%' and backend_xid is not null and datname = current_database()`,
  );

async function until<T>(what: () => Promise<T | undefined | false>, seconds = 30): Promise<T> {
  const limit = Date.now() + seconds * SECOND;
  for (;;) {
    const found = await what();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > limit) throw new Error(`waited in vain: ${workers.deserted.join('\n')}`);
    await sleep(5);
  }
}

/** It may have lost its worker a moment ago, and have ended. */
function killBackend(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function kill(what: (typeof victims)[number], n: number): Promise<void> {
  // a seeded share of the work, or a while without that much; then a seeded moment after a transaction was seen at work
  const patience = Date.now() + SECOND / 4;
  const share = (ORDERS * 0.8 * (n + random())) / KILLS;
  await until(async () => Date.now() > patience || (await fired()) >= share);
  const so = await fired();
  const open = await until(async () => {
    const found = await writing();
    return found.length > 0 && found;
  });
  await sleep(random() * 60);
  const victim = open[Math.floor(random() * open.length)];
  hits.push({ what, fired: so, at: Date.now() - began });
  if (what === 'worker') {
    const hit = workers.alive.find(({ name }) => name === victim?.name) ?? workers.alive[0];
    if (hit) workers.kill(hit);
    workers.hire();
    return;
  }
  if (what === 'postmaster') {
    await here.killPostmaster();
    await here.returns();
    return;
  }
  // PostgreSQL ends all of its processes when one of them was killed, and recovers
  if (victim) killBackend(victim.pid);
}

describe('thirty SIGKILLs while five thousand clocks are due', () => {
  it(
    'hit workers and PostgreSQL in the midst of the sweep, and it goes on to its end',
    async () => {
      expect(await due()).toBe(ORDERS);
      began = Date.now();
      for (let n = 0; n < WORKERS; n += 1) workers.hire();
      for (const [n, what] of victims.entries()) await kill(what, n);
      expect(hits.map(({ what }) => what)).toEqual(victims);
      expect(hits.at(-1)?.fired).toBeLessThan(ORDERS);
      await until(async () => (await due()) === 0, 120);
      console.log(
        `killed within ${Date.now() - began} ms, fired at each: ${hits.map((hit) => `${hit.what[0]}${hit.fired}@${hit.at}`).join(' ')}`,
      );
    },
    LIMIT,
  );

  it('leave no worker that gave up: they came back by themselves and said what had happened', () => {
    expect(workers.deserted).toEqual([]);
    expect(workers.said()).toContain('数据库');
  });

  it('fired each clock once, at its true instant', async () => {
    const [events] = await here.look(
      `select count(*)::int as breached, count(distinct e.order_id)::int as orders,
         count(*) filter (where e.occurred_at = o.received_at + interval '1 hour')::int as true_instant,
         count(*) filter (where e.recorded_at < $1)::int as too_early
       from work_orders.event e join work_orders.work_order o using (utility_id, order_id) where e.kind = 'breached'`,
      [new Date(began)],
    );
    expect(events).toEqual({ breached: ORDERS, orders: ORDERS, true_instant: ORDERS, too_early: 0 });
    const [clocks] = await here.look(
      `select count(*)::int as late, count(*) filter (where breached_at = due_at and due_at = started_at + interval '1 hour')::int as true_instant
       from work_orders.clock where clock_id = 'arrive' and state = 'late' and next_fire_at is null`,
    );
    expect(clocks).toEqual({ late: ORDERS, true_instant: ORDERS });
  });

  it('told each recipient of each breach once', async () => {
    const told = await here.look(
      `select department, told, count(*)::int as orders from (
         select o.order_id, o.department_id as department, array_agg(s.name order by s.name) as told
         from work_orders.work_order o left join notices.fact f on f.utility_id = o.utility_id and f.order_id = o.order_id and f.kind = 'breached'
         left join notices.inbox i on i.utility_id = f.utility_id and i.fact_id = f.fact_id
         left join identity.staff s on s.utility_id = i.utility_id and s.staff_id = i.staff_id
         group by 1, 2) one group by 1, 2 order by 1`,
    );
    expect(told).toEqual([
      { department: 'repair', told: ['head', 'supervisor'], orders: ORDERS / TEMPLATES },
      { department: null, told: ['dispatcher', 'second', 'supervisor'], orders: ORDERS / TEMPLATES },
    ]);
  });

  it(
    'left rows and logs that agree',
    async () => {
      const { orders, differences } = await verify(here.db.url);
      expect([orders, differences]).toEqual([ORDERS, []]);
    },
    LIMIT,
  );
});

describe('a clock that came due while everything was down', () => {
  it(
    'fires on return, with its own time and the time it was recorded',
    async () => {
      const [one] = towns as [Town];
      const dueAt = Date.now() + 4 * SECOND;
      one.time.set(dueAt - HOUR + 50 * MINUTE);
      const { orderId } = await one.open({ receivedAt: dueAt - HOUR });
      for (const worker of [...workers.alive]) workers.kill(worker);
      await here.killPostmaster();
      expect(Date.now()).toBeLessThan(dueAt);
      await sleep(dueAt + SECOND - Date.now());
      const returned = Date.now();
      await here.returns();
      workers.hire();
      workers.hire();
      const breached = () =>
        here.look<{ at: Date; recorded: Date }>(
          `select occurred_at as at, recorded_at as recorded from work_orders.event where order_id = $1 and kind = 'breached'`,
          [orderId],
        );
      await until(async () => (await breached()).length > 0);
      await sleep(500);
      const events = await breached();
      expect(events.map(({ at }) => at.getTime())).toEqual([dueAt]);
      expect(events[0]?.recorded.getTime()).toBeGreaterThanOrEqual(returned);
      const clocks = await here.look(
        `select breached_at as at, breach_recorded_at as recorded from work_orders.clock where order_id = $1 and clock_id = 'arrive'`,
        [orderId],
      );
      expect(clocks).toEqual(events);
      const told = await here.look(
        `select staff_id from notices.inbox i join notices.fact f using (utility_id, fact_id) where order_id = $1 and kind = 'breached' and at = $2 and recorded_at = $3`,
        [orderId, new Date(dueAt), events[0]?.recorded],
      );
      expect(told).toHaveLength(3);
    },
    LIMIT,
  );
});
