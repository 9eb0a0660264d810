import pg from 'pg';
import sql, { raw } from 'sql-template-tag';
import { seedTown } from '../../database/town/seed.ts';
import { listStaff } from '../../server/modules/identity/index.ts';
import { loadShipped, type Pack, packByHash, putPack } from '../../server/modules/regulations/index.ts';
import {
  askRedating,
  decideRedating,
  previewRedating,
  revertRedating,
  verifyOrders,
} from '../../server/modules/work-orders/index.ts';
import { controllableTime } from '../../server/platform/clock.ts';
import { createFolder, dataFolder } from '../../server/platform/data-folder.ts';
import { openPool, type Tx } from '../../server/platform/database.ts';
import { prepareDatabase, startInstallation } from '../../server/platform/embedded/installation.ts';
import type { Result } from '../../server/values/result.ts';
import { type Bench, median, seconds } from './bench.ts';
import { withFolder } from './server.ts';

/** `npm run bench -- redate --orders=100000` */
const ORDERS = Number(process.argv.find((arg) => arg.startsWith('--orders='))?.slice('--orders='.length) ?? 20_000);
const RUNS = ORDERS > 50_000 ? 1 : 3;
const MORNING = Date.parse('2026-03-02T10:00:00+08:00');
/** Written by a bare UPDATE: what differs between the rows before and after. */
// biome-ignore format: one list
const COLUMNS = [
  'case_index', 'limit_text', 'started_from', 'state', 'provisional', 'ended_by', 'pauses', 'department_id', 'started_at', 'due_at', 'warn_at', 'breach_at', 'stopped_at', 'warned_at', 'breached_at', 'breach_recorded_at',
  'withdrawn_at', 'next_fire_at',
];
const KEY = 'utility_id, order_id, clock_id, request_id, run';

/** Half the time for every case of `finish`. */
const halved = (pack: Pack): Pack => ({
  ...pack,
  version: 'half',
  hash: 'half',
  clocks: pack.clocks.map((entry) =>
    entry.id !== 'finish'
      ? entry
      : {
          ...entry,
          cases: entry.cases.map((one) => {
            const within = one.value.within;
            if (within?.breach.unit !== 'elapsed') return one;
            const ms = within.breach.ms / 2;
            return {
              ...one,
              value: {
                ...one.value,
                within: { ...within, breach: { ...within.breach, ms, text: `${ms / 3_600_000} h` } },
              },
            };
          }),
        },
  ),
});

/** A warning given earlier: every open clock changes. */
const earlier = (pack: Pack): Pack => ({ ...pack, version: 'early', hash: 'early', warn: { share: 0.5 } });

/** The town's open orders, again and again, each with its log and clocks. */
async function multiply(admin: pg.Client, utilityId: number): Promise<void> {
  await admin.query(
    'create table public.source as select order_id, row_number() over (order by order_id) as n from work_orders.work_order where utility_id = $1 and closed_at is null',
    [utilityId],
  );
  await admin.query(
    'create table public.copy as select s.order_id as old, 10000000 + (k - 1) * (select count(*) from public.source) + s.n as id, k from public.source s, generate_series(1, ceil($1::float8 / (select count(*) from public.source))::int) k',
    [ORDERS],
  );
  for (const table of ['work_order', 'event', 'clock']) {
    const { rows } = await admin.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [`work_orders.${table}`],
    );
    const names = rows.map(({ name }) => name);
    const values = names.map((name) =>
      name === 'order_id' ? 'm.id' : name === 'number' ? `t.number || '-' || m.k` : `t.${name}`,
    );
    await admin.query(
      `insert into work_orders.${table} (${names.join(', ')}) overriding system value
       select ${values.join(', ')} from work_orders.${table} t join public.copy m on m.old = t.order_id where t.utility_id = $1`,
      [utilityId],
    );
  }
  await admin.query('vacuum analyze');
}

/** So that each measured write begins alike. */
async function settle(admin: pg.Client): Promise<void> {
  await admin.query('vacuum analyze');
  await admin.query('checkpoint');
}

export const redate: Bench = {
  name: 'redate',
  does: `${ORDERS} open orders of the town under another version, applied and reverted, on durable PostgreSQL; against a bare UPDATE of the clock rows that change`,
  async run() {
    return withFolder(async (home) => {
      const folder = dataFolder(home);
      createFolder(folder);
      const installation = await startInstallation(folder);
      const admin = new pg.Client({ connectionString: installation.ownerUrl });
      const db = openPool({ url: installation.serverUrl, max: 3, statementTimeout: 0 });
      try {
        await prepareDatabase(
          folder,
          installation,
          async () => undefined,
          () => undefined,
        );
        await admin.connect();
        const time = controllableTime(MORNING);
        const { packs } = loadShipped();
        const { utilityId } = await seedTown({
          db,
          adminUrl: installation.ownerUrl,
          packs,
          password: 'gongshui',
          closed: 0,
          time,
        });
        await multiply(admin, utilityId);
        const as = <T>(work: (tx: Tx) => Promise<T>) => db.transaction(utilityId, work);
        const must = async <T>(work: (tx: Tx) => Promise<Result<T>>): Promise<T> => {
          const done = await as(work);
          if (!done.ok) throw new Error(JSON.stringify(done.refusal));
          return done.value;
        };
        const [one, two] = (await as((tx) => listStaff(tx, { department: null, role: null }))).map((row) => ({
          utilityId,
          utilityCode: '',
          utilityName: '',
          staffId: row.staff_id,
          username: '',
          name: '',
          roles: ['manager'],
          departmentId: row.department_id,
          districts: [],
        }));
        if (!one || !two) throw new Error('nobody works here');
        const [under] = await as((tx) =>
          tx.rows<{ hash: string }>(sql`select pack_hash as hash from work_orders.work_order limit 1`),
        );
        const pack = await as((tx) => packByHash(tx, under?.hash ?? ''));
        const measures = [];
        for (const version of [halved(pack), earlier(pack)]) {
          await as((tx) => putPack(tx, version, '2030-01-01', time.now()));
          const took: Record<'preview' | 'apply' | 'revert' | 'bare', number[]> = {
            preview: [],
            apply: [],
            revert: [],
            bare: [],
          };
          let rows = 0;
          for (let run = 0; run < RUNS; run += 1) {
            took.preview.push(await seconds(() => must((tx) => previewRedating(tx, time, { packHash: version.hash }))));
            const id = await must((tx) => askRedating({ tx, me: one, time }, { packHash: version.hash }, 'bench'));
            await admin.query(
              `create table public.before as select * from work_orders.clock where utility_id = ${utilityId}`,
            );
            await settle(admin);
            took.apply.push(
              await seconds(() => must((tx) => decideRedating({ tx, me: two, time }, id, { granted: true }))),
            );
            await admin.query(
              `create table public.changed as select c.* from work_orders.clock c join public.before b using (${KEY}) where (c.*) is distinct from (b.*)`,
            );
            await admin.query('grant select on public.changed to gongshui_app');
            await settle(admin);
            took.revert.push(await seconds(() => must((tx) => revertRedating({ tx, me: one, time }, id))));
            const set = (from: string) =>
              `update work_orders.clock c set ${COLUMNS.map((name) => `${name} = s.${name}`).join(', ')} from public.${from} s
               where ${KEY.split(', ')
                 .map((name) => `c.${name} = s.${name}`)
                 .join(' and ')}`;
            await settle(admin);
            took.bare.push(
              await seconds(async () => {
                rows = await as((tx) => tx.run(raw(set('changed'))));
              }),
            );
            await admin.query(set('before'));
            await admin.query('drop table public.before, public.changed');
          }
          const { differences, orders } = await as((tx) => verifyOrders(tx, time));
          const what = version.hash === 'half' ? 'one rule halved' : 'every clock warns earlier';
          measures.push(
            { what: `${what}: ${rows} clocks of ${orders} orders, bare UPDATE`, value: median(took.bare), unit: 's' },
            { what: `${what}: applied`, value: median(took.apply), unit: 's' },
            {
              what: `${what}: applied, times the bare UPDATE`,
              value: median(took.apply) / median(took.bare),
              unit: '×',
            },
            { what: `${what}: reverted`, value: median(took.revert), unit: 's' },
            { what: `${what}: preview`, value: median(took.preview), unit: 's' },
            { what: `${what}: differences found by verify`, value: differences.length, unit: '' },
          );
        }
        return measures;
      } finally {
        await admin.end();
        await db.end();
        await installation.stop();
      }
    });
  },
};
