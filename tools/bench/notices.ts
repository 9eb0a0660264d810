/** One event told to many: queued in one transaction, sent by the worker's own code through the simulator. */
import { loadavg } from 'node:os';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import sql from 'sql-template-tag';
import { notify, type Recipient, sendNotices } from '../../server/modules/notices/index.ts';
import { systemTime } from '../../server/platform/clock.ts';
import { createFolder, dataFolder } from '../../server/platform/data-folder.ts';
import { type Db, openPool } from '../../server/platform/database.ts';
import { prepareDatabase, startInstallation } from '../../server/platform/embedded/installation.ts';
import { type Bench, type Measure, seconds } from './bench.ts';
import { withFolder } from './server.ts';

/** `npm run bench -- notices --count=100000` */
const COUNT = Number(process.argv.find((arg) => arg.startsWith('--count='))?.slice('--count='.length) ?? 100_000);
/** Loops at the same time, as so many workers would run them. */
const WORKERS = Number(process.argv.find((arg) => arg.startsWith('--workers='))?.slice('--workers='.length) ?? 1);
/** Of a thousand: what a gateway refuses again and again is tried again ever later. */
const LEFT = 1 / 1000;
/** As the worker looks. */
const LOOK = 1000;

const recipients: Recipient[] = Array.from({ length: COUNT }, (_, at) => ({
  kind: 'customer',
  name: '用户',
  phone: `139${String(at).padStart(8, '0')}`,
}));

interface Found {
  /** Seconds until each was handed over once; until 99.9 % were taken or given up. */
  first: number;
  most: number;
  taken: number;
  twice: number;
  dead: number;
}

async function waiting(db: Db, utilityId: number): Promise<number> {
  const { n } = await db.transaction(utilityId, (tx) =>
    tx.one<{ n: number }>(sql`
      select count(*) as n from notices.notice where utility_id = ${utilityId} and state in ('queued', 'sending')`),
  );
  return n;
}

/** The same rows as they came out, without anything having to be found, decided or kept from others. */
async function bare(admin: pg.Client, tables: readonly string[]): Promise<number> {
  const rows = new Map<string, Buffer>();
  for (const table of tables) {
    await admin.query(`create table public.${table} (like notices.${table} including all)`);
    const text = new PassThrough();
    const [bytes] = await Promise.all([
      buffer(text),
      pipeline(admin.query(to(`copy notices.${table} to stdout`)), text),
    ]);
    rows.set(table, bytes);
  }
  await admin.query('checkpoint');
  return seconds(async () => {
    for (const [table, bytes] of rows)
      await pipeline(Readable.from([bytes]), admin.query(from(`copy public.${table} from stdin`)));
  });
}

async function measure(db: Db, admin: pg.Client): Promise<Measure[]> {
  const { rows } = await admin.query<{ id: number }>(
    `insert into identity.utility (code, name, created_at) values ('bench', '湖城水务', now()) returning utility_id as id`,
  );
  const utilityId = rows[0]?.id ?? 0;
  const variables = { area: '柳荫路以东', from: '11月28日 9:00', until: '11月28日 17:00', reason: '管网改造' };
  const before = loadavg()[0] ?? 0;
  const cpu = process.cpuUsage();
  const began = systemTime.now();
  const started = performance.now();
  const queueing = await seconds(() =>
    db.transaction(utilityId, (tx) =>
      notify(tx, systemTime, { event: 'outage-planned', key: 'bench', channels: ['sms'], recipients, variables }),
    ),
  );
  let over = false;
  const worker = async (): Promise<void> => {
    while (!over) {
      await sendNotices(db, systemTime, [utilityId]);
      over ||= (await waiting(db, utilityId)) <= COUNT * LEFT;
      if (!over) await sleep(LOOK);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  const all = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const [found] = (
    await admin.query<Found>(
      `with tried as (
         select min(at) filter (where kind in ('accepted', 'refused', 'unanswered')) as first,
           min(at) filter (where kind in ('accepted', 'dead')) as over
         from notices.step group by notice_id)
       select extract(epoch from max(first))::float8 - $1 as first,
         extract(epoch from percentile_disc(0.999) within group (order by over))::float8 - $1 as most,
         (select count(*)::int from notices.simulated) as taken,
         (select count(*) - count(distinct message_id) from notices.simulated)::int as twice,
         (select count(*)::int from notices.notice where state = 'dead') as dead
       from tried`,
      [began / 1000],
    )
  ).rows;
  if (!found) throw new Error('nothing was sent');
  const copied = await bare(admin, ['notice', 'step']);
  return [
    { what: `${COUNT} notices of one event: queued`, value: queueing, unit: 's' },
    { what: 'each handed over once', value: found.first, unit: 's (target 120)' },
    { what: '99.9 % taken or dead, tried again where refused', value: found.most, unit: 's (target 120)' },
    { what: 'and what the gateway reported taken in', value: all, unit: 's' },
    { what: 'processor time of queueing and sending', value: (user + system) / 1e6, unit: 's' },
    { what: 'the same notices and steps by bare COPY', value: copied, unit: 's' },
    { what: 'handed over once, so', value: found.first / copied, unit: '× COPY' },
    { what: 'taken by the gateway / dead', value: found.taken, unit: `/ ${found.dead}` },
    { what: 'taken twice', value: found.twice, unit: '' },
    { what: 'load before', value: before, unit: '' },
  ];
}

export const notices: Bench = {
  name: 'notices',
  does: `one event to ${COUNT} recipients through the simulator, ${WORKERS} worker; durable PostgreSQL`,
  run: () =>
    withFolder(async (home) => {
      const folder = dataFolder(home);
      createFolder(folder);
      const installation = await startInstallation(folder);
      const admin = new pg.Client({ connectionString: installation.ownerUrl });
      const db = openPool({ url: installation.serverUrl, max: 5, name: 'gongshui bench' });
      try {
        const nothing = () => undefined;
        await prepareDatabase(folder, installation, async () => nothing(), nothing);
        await admin.connect();
        return await measure(db, admin);
      } finally {
        await db.end();
        await admin.end();
        await installation.stop();
      }
    }),
};
