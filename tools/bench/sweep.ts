import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { seeded } from '../../database/town/random.ts';
import { sweep as fire } from '../../server/modules/work-orders/index.ts';
import { controllableTime } from '../../server/platform/clock.ts';
import { dataFolder } from '../../server/platform/data-folder.ts';
import { openPool } from '../../server/platform/database.ts';
import { startInstallation } from '../../server/platform/embedded/installation.ts';
import { type Instant, MINUTE, SECOND } from '../../server/values/instant.ts';
import { type Bench, type Measure, percentile, seconds } from './bench.ts';
import { type Ask, signIn } from './lifecycle.ts';
import { multiply, openClocks, quietOrders, templates, undispatched } from './many-clocks.ts';
import { startServer, withFolder } from './server.ts';

/** `npm run bench -- sweep --clocks=50000` for a quick run; a tenth of them is due at once. */
const CLOCKS = Number(process.argv.find((arg) => arg.startsWith('--clocks='))?.slice('--clocks='.length) ?? 1_000_000);
const DUE = CLOCKS / 10;
const KINDS = 10;
/** Clocks due at seeded moments of a quiet minute. */
const QUIET = 300;
const SEED = 20_261_126;
/** Nothing of the rest of the town fires while it is measured. */
const BENCH = 60 * MINUTE;

/** Milliseconds of a first page each, asked for again and again until it is over. */
async function listing(ask: Ask, over: () => boolean | Promise<boolean>): Promise<number[]> {
  const took: number[] = [];
  while (!(await over())) {
    took.push(1000 * (await seconds(() => ask('/api/orders'))));
    await sleep(50);
  }
  return took;
}

/** What PostgreSQL needs to write the same rows when nothing has to be found, decided or kept from others. */
async function bare(admin: pg.Client, due: Instant): Promise<number> {
  await admin.query(`create table public.event (like work_orders.event including all)`);
  await admin.query(`create table public.inbox (like notices.inbox including all)`);
  await admin.query(`create table public.fact (like notices.fact including all excluding identity)`);
  const at = [new Date(due)];
  await admin.query(
    `create temp table fired as select * from work_orders.event where occurred_at = '${new Date(due).toISOString()}' and kind = 'breached'`,
  );
  await admin.query(`create temp table said as select * from notices.fact where at = $1 and kind = 'breached'`, at);
  await admin.query(`create temp table told as select i.* from notices.inbox i join said using (utility_id, fact_id)`);
  await admin.query(
    `create temp table clock as select c.* from work_orders.clock c join fired using (utility_id, order_id) where c.breached_at = $1`,
    at,
  );
  await admin.query(
    `create temp table work_order as select o.* from work_orders.work_order o join fired using (utility_id, order_id)`,
  );
  await admin.query('analyze fired, said, told, clock, work_order');
  await admin.query('checkpoint');
  return seconds(async () => {
    await admin.query('begin');
    await admin.query('insert into public.event select * from fired');
    await admin.query('insert into public.fact select * from said');
    await admin.query('insert into public.inbox select * from told order by staff_id, fact_id');
    await admin.query(`update work_orders.clock c set state = s.state, breached_at = s.breached_at, breach_recorded_at = s.breach_recorded_at,
      next_fire_at = s.next_fire_at from pg_temp.clock s where c.utility_id = s.utility_id and c.order_id = s.order_id
      and c.clock_id = s.clock_id and c.request_id = s.request_id and c.run = s.run`);
    await admin.query(`update work_orders.work_order o set last_seq = s.last_seq, late_count = s.late_count, due_state = s.due_state
      from pg_temp.work_order s where o.utility_id = s.utility_id and o.order_id = s.order_id`);
    await admin.query('commit');
  });
}

export const sweep: Bench = {
  name: 'sweep',
  does: `${CLOCKS} open clocks, ${DUE} of them due at once; server and worker as npm start makes them, durable PostgreSQL`,
  async run() {
    return withFolder(async (folder) => {
      const data = dataFolder(join(folder, 'data'));
      let server = await startServer(folder, ['--no-web']);
      let admin = new pg.Client({ connectionString: (await startInstallation(data)).ownerUrl });
      await admin.connect();
      // so that the moment of each commit can be asked for afterwards
      await admin.query('alter system set track_commit_timestamp = on');
      await admin.end();
      await server.stop();
      server = await startServer(folder, ['--no-web']);
      const { ownerUrl, serverUrl } = await startInstallation(data);
      admin = new pg.Client({ connectionString: ownerUrl });
      const db = openPool({ url: serverUrl, max: 3, statementTimeout: 0 });
      try {
        await admin.connect();
        return await measure(admin, db, await signIn(server.url, 'zhoumin'));
      } finally {
        await admin.end();
        await db.end();
        await server.stop();
      }
    });
  },
};

async function measure(admin: pg.Client, db: ReturnType<typeof openPool>, ask: Ask): Promise<Measure[]> {
  const [utility] = (await admin.query(`select utility_id as id from identity.utility where code = 'hucheng'`)).rows;
  const utilityId = Number(utility?.id);
  const number = async (text: string, values: unknown[] = []): Promise<number> =>
    Number(Object.values((await admin.query(text, values)).rows[0] ?? {})[0]);

  const quiet = await quietOrders(admin, utilityId, Date.now() + BENCH, 30);
  const each = await openClocks(admin, utilityId, quiet);
  // a template of the flood has four to five open clocks
  const rest = (CLOCKS - DUE * 4.5) / each;
  const copied = await seconds(() => multiply(admin, utilityId, quiet, Math.ceil(rest)));
  const perOrder = copied / (Math.ceil(rest) * quiet.length);
  await admin.query('vacuum analyze');
  await admin.query('checkpoint');

  // a quiet minute
  const random = seeded(SEED);
  const begins = Date.now() + 20 * SECOND;
  const ids: number[] = [];
  for (let n = 0; n < QUIET; n += 1) {
    const due = Math.round(begins + random.next() * MINUTE);
    ids.push(await db.transaction(utilityId, (tx) => undispatched(tx, due, n)));
  }
  await sleep(begins - Date.now());
  const before = await listing(ask, () => Date.now() > begins + MINUTE + 2 * SECOND);
  const late = (
    await admin.query<{ ms: number }>(
      `select extract(epoch from pg_xact_commit_timestamp(xmin) - occurred_at)::float8 * 1000 as ms from work_orders.event
       where utility_id = $1 and order_id = any($2) and kind = 'breached' and data ->> 'clock' = 'dispatch'`,
      [utilityId, ids],
    )
  ).rows.map(({ ms }) => ms);

  // the flood
  const due = Math.ceil((Date.now() + DUE * perOrder * 2 * SECOND + 30 * SECOND) / SECOND) * SECOND;
  const flood = await templates(db, utilityId, due, KINDS / 2);
  await fire(db, controllableTime(due - 1));
  await multiply(admin, utilityId, flood, DUE / KINDS - 1);
  await admin.query('analyze');
  await admin.query('checkpoint');
  const open = await number(
    `select count(*) from work_orders.clock where state in ('running', 'warned', 'late', 'paused') and utility_id = $1`,
    [utilityId],
  );
  if (Date.now() > due) throw new Error('the flood was due before it was there: a busy machine, or a slow disk');
  await sleep(due - Date.now());
  const left = () => number('select count(*) from work_orders.clock where next_fire_at <= $1', [new Date(due)]);
  let over = false;
  const watching = (async () => {
    while ((await left()) > 0) await sleep(500);
    over = true;
  })();
  const during = await listing(ask, () => over);
  await watching;
  const took = await number(
    `select extract(epoch from max(pg_xact_commit_timestamp(xmin)) - $1) from work_orders.event where occurred_at = $1 and kind = 'breached'`,
    [new Date(due)],
  );
  const fired = await number(`select count(*) from work_orders.event where occurred_at = $1 and kind = 'breached'`, [
    new Date(due),
  ]);
  const twice = await number(
    `select count(*) - count(distinct order_id) from work_orders.event where occurred_at = $1 and kind = 'breached'`,
    [new Date(due)],
  );
  const told = await number(
    `select count(*) from notices.inbox i join notices.fact f using (utility_id, fact_id) where at = $1 and kind = 'breached'`,
    [new Date(due)],
  );
  const limit = await bare(admin, due);
  return [
    { what: `${open} clocks open; ${fired} due at once, ${told} told: until all are recorded`, value: took, unit: 's' },
    { what: 'clocks', value: fired / took, unit: '/s' },
    { what: 'clocks recorded twice, or not', value: twice + Math.abs(DUE - fired), unit: '' },
    { what: 'the same rows by bare INSERT and UPDATE', value: limit, unit: 's' },
    { what: 'times the bare statements', value: took / limit, unit: '×' },
    { what: 'list meanwhile, p50', value: percentile(during, 0.5), unit: 'ms' },
    { what: 'list meanwhile, p99', value: percentile(during, 0.99), unit: 'ms' },
    { what: 'list in quiet, p50', value: percentile(before, 0.5), unit: 'ms' },
    { what: 'list in quiet, p99', value: percentile(before, 0.99), unit: 'ms' },
    {
      what: `in quiet, ${late.length} of ${QUIET} clocks: committed after due, p50`,
      value: percentile(late, 0.5),
      unit: 'ms',
    },
    { what: 'in quiet: committed after due, p99', value: percentile(late, 0.99), unit: 'ms' },
  ];
}
