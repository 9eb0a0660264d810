import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { seedTown } from '../../database/town/seed.ts';
import { replayPeriod } from '../../server/modules/backtests/index.ts';
import { loadPacks, readFolder, SHIPPED } from '../../server/modules/regulations/index.ts';
import { systemTime } from '../../server/platform/clock.ts';
import { createFolder, dataFolder } from '../../server/platform/data-folder.ts';
import { openPool } from '../../server/platform/database.ts';
import { type Installation, prepareDatabase, startInstallation } from '../../server/platform/embedded/installation.ts';
import { openSnapshot } from '../../server/platform/snapshot.ts';
import { DAY } from '../../server/values/instant.ts';
import { type Bench, type Measure, median, seconds } from './bench.ts';
import { FIRST, manyHistories } from './many-histories.ts';
import { withFolder } from './server.ts';

const option = (name: string): string | undefined =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
/** `npm run bench -- backtest --orders=1000000`; `--folder=/somewhere` keeps the orders for the next time. */
const ORDERS = Number(option('orders') ?? 50_000);
const RUNS = Number(option('runs') ?? 3);
const CANDIDATE = 'jinan';
const COPIED = 'order_id, seq, kind, occurred_at, recorded_at, request_id, data';

async function fill({ ownerUrl, serverUrl }: Installation, admin: pg.Client): Promise<void> {
  const db = openPool({ url: serverUrl, max: 3, statementTimeout: 0 });
  const { packs } = loadPacks(readFolder(SHIPPED) ?? []);
  const town = { db, adminUrl: ownerUrl, packs, password: 'gongshui', time: systemTime };
  const { utilityId } = await seedTown(town);
  await db.end();
  await manyHistories(admin, { utilityId, orders: ORDERS, until: systemTime.now() - DAY });
  await admin.query('create table public.filled (utility_id int, orders int)');
  await admin.query('insert into public.filled values ($1, $2)', [utilityId, ORDERS]);
}

async function filledIn(installation: Installation): Promise<{ utility_id: number; orders: number }> {
  const admin = new pg.Client({ connectionString: installation.ownerUrl });
  await admin.connect();
  try {
    const [there] = (await admin.query<{ there: boolean }>(`select to_regclass('public.filled') is not null as there`))
      .rows;
    if (!there?.there) await fill(installation, admin);
    const [filled] = (await admin.query<{ utility_id: number; orders: number }>('select * from public.filled')).rows;
    if (!filled) throw new Error('the folder was not filled');
    return filled;
  } finally {
    await admin.end();
  }
}

/** @param folder of PostgreSQL */
async function measure(installation: Installation, folder: string): Promise<Measure[]> {
  const { utility_id: utilityId, orders } = await filledIn(installation);
  const url = installation.serverUrl;
  const db = openPool({ url, max: 3, statementTimeout: 0 });
  const { packs } = loadPacks(readFolder(SHIPPED) ?? []);
  const under = (name: string) => packs.find(({ pack }) => pack === name)?.hash ?? '';
  const now = systemTime.now();
  const period = { utilityId, from: now - 366 * DAY, until: now };
  const on = { db, url, time: systemTime };
  const threads = availableParallelism();
  const bare: number[] = [];
  const times: number[] = [];
  const node: number[] = [];
  const database: number[] = [];
  let judged = '';
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(await seconds(() => copyBare(url, utilityId, orders, threads)));
    const before = [process.cpuUsage(), processorTimeOf(folder)] as const;
    times.push(
      await seconds(async () => {
        const asked = { candidate: under(CANDIDATE), baseline: null };
        const outcome = await replayPeriod(on, period, asked, () => Promise.resolve());
        if (outcome.orders < orders) throw new Error(`only ${outcome.orders} of ${orders} orders`);
        const { before, after } = outcome.total;
        judged = [before, after].map((one) => (one ? one.counts['in-time'] + one.counts.late : 0)).join(' + ');
      }),
    );
    const spent = process.cpuUsage(before[0]);
    node.push((spent.user + spent.system) / 1_000_000);
    database.push(processorTimeOf(folder) - before[1]);
  }
  await db.end();
  if (times.length === 0) return [];
  return [
    { what: `bare COPY of their logs, ${threads} connections`, value: median(bare), unit: 's' },
    {
      what: `${orders} orders under ${CANDIDATE}, ${threads} threads; clocks judged ${judged}`,
      value: median(times),
      unit: 's',
    },
    { what: 'the same, against the bare COPY', value: median(times) / median(bare), unit: '×' },
    { what: 'processor time of Node', value: median(node), unit: 's' },
    { what: 'processor time of PostgreSQL', value: median(database), unit: 's' },
  ];
}

/** Seconds its connections that have ended took of the processor, as Linux tells it; elsewhere 0. */
function processorTimeOf(folder: string): number {
  const pid = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return 0;
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Read and thrown away. */
async function copyBare(url: string, utilityId: number, orders: number, connections: number): Promise<void> {
  const first = await openSnapshot(url, utilityId);
  const others = await Promise.all(
    Array.from({ length: connections - 1 }, () => openSnapshot(url, utilityId, first.id)),
  );
  const all = [first, ...others];
  const part = Math.ceil(orders / all.length);
  await Promise.all(
    all.map((one, n) =>
      one.copy(
        `select ${COPIED} from work_orders.event where utility_id = ${utilityId}
           and order_id >= ${FIRST + n * part} and order_id < ${FIRST + (n + 1) * part} order by order_id, seq`,
        () => undefined,
      ),
    ),
  );
  await Promise.all(all.map((one) => one.end()));
}

export const backtest: Bench = {
  name: 'backtest',
  does: `${ORDERS} orders of a year with their logs, under two rulebooks each, on PostgreSQL; against a bare COPY of the logs`,
  async run() {
    const work = async (folder: string): Promise<Measure[]> => {
      const home = dataFolder(join(folder, 'data'));
      createFolder(home);
      const installation = await startInstallation(home);
      try {
        const quiet = () => undefined;
        await prepareDatabase(home, installation, async () => undefined, quiet);
        return await measure(installation, home.postgres);
      } finally {
        await installation.stop();
      }
    };
    const kept = option('folder');
    return kept === undefined ? withFolder(work) : work(kept);
  },
};
