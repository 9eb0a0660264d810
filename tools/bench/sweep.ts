import { seedTown } from '../../database/town/seed.ts';
import { loadPacks, readFolder, SHIPPED } from '../../server/modules/regulations/index.ts';
import { importMessages } from '../../server/modules/requests/index.ts';
import { sweep as fire, type Swept } from '../../server/modules/work-orders/index.ts';
import { controllableTime } from '../../server/platform/clock.ts';
import { createFolder, dataFolder } from '../../server/platform/data-folder.ts';
import { type Db, openPool } from '../../server/platform/database.ts';
import { prepareDatabase, startInstallation } from '../../server/platform/embedded/installation.ts';
import { MINUTE } from '../../server/values/instant.ts';
import { type Bench, median, seconds } from './bench.ts';
import { withFolder } from './server.ts';

const ORDERS = 5000;
const RUNS = 3;
const MORNING = Date.parse('2026-03-02T10:00:00+08:00');

/** Letters that all came at the same minute, so that their first clock is due at the same one. */
function letters(run: number): Buffer {
  const row = (n: number) =>
    `${run}-${n}\t2026/3/2 ${10 + run}:00:00\t漏水\t路面冒水\tyes\tpipe-leak\t\tno\t湖滨东路 ${n} 号\tno`;
  const head = 'id\ttime\tsubject\tbody\trelevant\tevent\tsecond\turgent\tplace\toutside_duty';
  return Buffer.from([head, ...Array.from({ length: ORDERS }, (_, n) => row(n))].join('\n'));
}

export const sweep: Bench = {
  name: 'sweep',
  does: `${ORDERS} orders whose clock is due in the same minute, fired by one worker on durable PostgreSQL`,
  async run() {
    return withFolder(async (home) => {
      const folder = dataFolder(home);
      createFolder(folder);
      const installation = await startInstallation(folder);
      let db: Db | undefined;
      try {
        await prepareDatabase(
          folder,
          installation,
          async () => undefined,
          () => undefined,
        );
        db = openPool({ url: installation.serverUrl, max: 3, statementTimeout: 0 });
        const took: number[] = [];
        const imported: number[] = [];
        let swept: Swept | undefined;
        const { packs } = loadPacks(readFolder(SHIPPED) ?? []);
        const town = { db, adminUrl: installation.ownerUrl, packs, password: 'gongshui', closed: 0 };
        const { utilityId } = await seedTown({ ...town, time: controllableTime(MORNING) });
        for (let run = 0; run < RUNS; run += 1) {
          const pool = db;
          const time = controllableTime(MORNING + run * 60 * MINUTE);
          const context = {
            transaction: <T>(work: Parameters<typeof pool.transaction<T>>[1]) => pool.transaction(utilityId, work),
            time,
            me: null,
          };
          imported.push(
            ORDERS / (await seconds(() => importMessages(context, { file: letters(run), fileName: 'bench.tsv' }))),
          );
          await fire(db, time);
          time.advance(6 * MINUTE);
          took.push(
            await seconds(async () => {
              swept = await fire(pool, time);
            }),
          );
        }
        return [
          { what: 'letters imported, each with its order', value: median(imported), unit: '/s' },
          {
            what: `${swept?.orders} orders, ${(swept?.warned ?? 0) + (swept?.breached ?? 0)} clocks fired`,
            value: median(took),
            unit: 's',
          },
          { what: 'clocks', value: ((swept?.warned ?? 0) + (swept?.breached ?? 0)) / median(took), unit: '/s' },
        ];
      } finally {
        await db?.end();
        await installation.stop();
      }
    });
  },
};
