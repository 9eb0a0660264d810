/** A worker killed in the middle of an import: another one goes on with the next row, and none comes twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addFile, recogniseFile, startImport } from '../modules/imports/testing.ts';
import { clocksPack, town } from '../modules/work-orders/testing.ts';
import { testFolder } from '../platform/tables/testing.ts';
import { type Crew, crew, type Ground, ground } from './kills/testing.ts';

const ROWS = 6000;
const KILLS = 4;
const LIMIT = 240_000;
const files = testFolder();
let here: Ground;
let workers: Crew;

beforeAll(async () => {
  here = await ground();
  workers = crew(here.db.url);
}, LIMIT);
afterAll(async () => {
  await workers?.stop();
  await here?.stop();
}, 60_000);

const look = async () =>
  (
    await here.look<{ line: number; state: string; counts: Record<string, number>; stale: boolean }>(
      'select line, state, counts, claimed_until < clock_timestamp() as stale from imports.import',
    )
  )[0];

async function until(what: (now: NonNullable<Awaited<ReturnType<typeof look>>>) => boolean): Promise<void> {
  for (;;) {
    const now = await look();
    if (now && what(now)) return;
    await sleep(5);
  }
}

it(
  'continues where it was and takes no row twice',
  async () => {
    const { utilityId } = await town(clocksPack, here.db, 'kill');
    const text = Array.from(
      { length: ROWS },
      (_, n) => `k-${n},2026/3/1 9:00:00,路灯,不亮,${n % 10 === 9 ? 'perhaps' : 'no'}`,
    );
    const bytes = Buffer.from(['id,time,subject,body,relevant', ...text].join('\n'));
    const begun = { fileName: 'k.csv', lang: 'zh' as const, at: Date.now(), me: null, kind: 'messages' };
    const found = await recogniseFile(files.file(bytes), begun);
    if (!found.ok) throw new Error(found.refusal.code);
    await here.db.transaction(utilityId, async (tx) => {
      const importId = await addFile(tx, bytes, found.value.kind, found.value.setup, begun);
      await startImport(tx, importId, Date.now());
    });
    workers.hire();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = (await look())?.line ?? 0;
      await until(({ line, state }) => line > before || state !== 'running');
      await sleep(kill * 7);
      const [worker] = workers.alive;
      if (worker) workers.kill(worker);
      // the dead one's claim would run out by itself after a quarter of a minute
      await here.db.admin(`update imports.import set claimed_until = clock_timestamp() where state = 'running'`);
      workers.hire();
    }
    await until(({ state }) => state !== 'running');
    expect(await look()).toMatchObject({ state: 'done', counts: { declined: ROWS * 0.9, refused: ROWS * 0.1 } });
    const [kept] = await here.look<{ n: number; refs: number }>(
      'select count(*)::int as n, count(distinct source_ref)::int as refs from requests.request',
    );
    expect(kept).toEqual({ n: ROWS * 0.9, refs: ROWS * 0.9 });
    expect(
      (await here.look<{ n: number }>(`select count(*)::int as n from imports.row where outcome = 'refused'`))[0]?.n,
    ).toBe(ROWS * 0.1);
    expect(workers.deserted).toEqual([]);
  },
  LIMIT,
);
