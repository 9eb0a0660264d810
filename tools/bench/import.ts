import { seedTown } from '../../database/town/seed.ts';
import { listDistricts } from '../../server/modules/identity/index.ts';
import { importFile } from '../../server/modules/imports/index.ts';
import { loadShipped } from '../../server/modules/regulations/index.ts';
import { controllableTime } from '../../server/platform/clock.ts';
import { createFolder, dataFolder } from '../../server/platform/data-folder.ts';
import { type Db, openPool } from '../../server/platform/database.ts';
import { prepareDatabase, startInstallation } from '../../server/platform/embedded/installation.ts';
import { type Bench, seconds } from './bench.ts';
import { withFolder } from './server.ts';

/** `npm run bench -- import --rows=10000` for a quick run. */
const ROWS = Number(process.argv.find((arg) => arg.startsWith('--rows='))?.slice('--rows='.length) ?? 100_000);
const LETTERS = Math.min(ROWS, 5000);
const MORNING = Date.parse('2026-03-02T10:00:00+08:00');

const letters = (): Buffer =>
  Buffer.from(
    [
      'id,time,subject,body,event,place',
      ...Array.from({ length: LETTERS }, (_, n) => `l-${n},2026/3/2 9:00:00,漏水,路面冒水,pipe-leak,湖滨东路 ${n} 号`),
    ].join('\n'),
  );
const communities = '小区,片区\n导入小区,';
const premises = (): Buffer =>
  Buffer.from(
    [
      '户号,小区,楼栋,房号,户名,电话,用户类别,口径,供水方式',
      ...Array.from(
        { length: ROWS },
        (_, n) => `99${100_000 + n},导入小区,${1 + (n % 100)}号楼,${n},王某,129${10_000_000 + n},居民,15,直供`,
      ),
    ].join('\n'),
  );

export const imports: Bench = {
  name: 'import',
  does: `${ROWS} premises and ${LETTERS} letters, each with its order, from CSV into durable PostgreSQL`,
  async run() {
    return withFolder(async (home) => {
      const folder = dataFolder(home);
      createFolder(folder);
      const installation = await startInstallation(folder);
      let db: Db | undefined;
      const nothing = () => undefined;
      try {
        await prepareDatabase(folder, installation, async () => undefined, nothing);
        const pool = openPool({ url: installation.serverUrl, max: 3, statementTimeout: 0 });
        db = pool;
        const { packs } = loadShipped();
        const time = controllableTime(MORNING);
        const { utilityId } = await seedTown({
          db,
          adminUrl: installation.ownerUrl,
          packs,
          password: 'gongshui',
          closed: 0,
          time,
        });
        const context = {
          transaction: <T>(work: Parameters<typeof pool.transaction<T>>[1]) => pool.transaction(utilityId, work),
          time,
          me: null,
        };
        const load = async (kind: string, file: Buffer): Promise<number> =>
          seconds(async () => {
            const done = await importFile(context, { kind, file, fileName: `${kind}.csv` });
            if (!done.ok || done.value.counts.refused) throw new Error(`${kind}: ${JSON.stringify(done)}`);
          });
        const district = await pool.transaction(utilityId, async (tx) => (await listDistricts(tx))[0]?.name ?? '');
        await load('communities', Buffer.from(communities + district));
        return [
          { what: 'premises', value: ROWS / (await load('premises', premises())), unit: '/s' },
          { what: 'premises, a second time', value: ROWS / (await load('premises', premises())), unit: '/s' },
          { what: 'letters, each with its order', value: LETTERS / (await load('messages', letters())), unit: '/s' },
        ];
      } finally {
        await db?.end();
        await installation.stop();
      }
    });
  },
};
