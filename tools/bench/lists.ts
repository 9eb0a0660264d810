/** The order list and its search over HTTP, among a million orders. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { seeded } from '../../database/town/random.ts';
import { sounds } from '../../server/modules/registers/index.ts';
import { dataFolder } from '../../server/platform/data-folder.ts';
import { startInstallation } from '../../server/platform/embedded/installation.ts';
import type { Bench, Measure } from './bench.ts';
import { type Ask, signIn } from './lifecycle.ts';
import { manyOrders, typedBy } from './many-orders.ts';
import { startServer, withFolder } from './server.ts';

const option = (name: string): string | undefined =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

/** `npm run bench -- lists --orders=100000` for a quick one; `--folder=/somewhere` keeps the orders for the next time. */
const ORDERS = Number(option('orders') ?? 1_000_000);
const OPEN = Math.round(ORDERS / 40);
const PAGES = 200;
const SEARCHES = 200;
const SEED = 43;

const share = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

async function timed(what: string, times: number, ask: (n: number) => Promise<unknown>): Promise<Measure[]> {
  for (let warm = 0; warm < 10; warm += 1) await ask(warm);
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const started = performance.now();
    await ask(n);
    took.push(performance.now() - started);
  }
  return [
    { what: `${what}, p50`, value: share(took, 0.5), unit: 'ms' },
    { what: `${what}, p99`, value: share(took, 0.99), unit: 'ms' },
  ];
}

async function fill(folder: string): Promise<void> {
  const { ownerUrl } = await startInstallation(dataFolder(join(folder, 'data')));
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ id: number; orders: string }>(
      `select u.utility_id as id, (select count(*) from work_orders.work_order o where o.utility_id = u.utility_id) as orders
       from identity.utility u where code = 'hucheng'`,
    );
    const [utility] = rows;
    if (!utility) throw new Error('the town is missing');
    if (Number(utility.orders) < ORDERS)
      await manyOrders(admin, { utilityId: utility.id, orders: ORDERS, open: OPEN, now: Date.now(), sounds });
  } finally {
    await admin.end();
  }
}

const FILLED = 'filled';
const TABS = ['late', 'warned', 'paused', 'mine', 'received'];

async function measure(url: string): Promise<Measure[]> {
  const found: Measure[] = [];
  const desk = await signIn(url, 'zhoumin');
  const others: [string, Ask][] = [
    ['unit', await signIn(url, 'luyuan')],
    ['crew', await signIn(url, 'chenliguo')],
    ['supervisor', await signIn(url, 'gaofeng')],
    ['manager', await signIn(url, 'liqian')],
  ];
  found.push(...(await timed('first page, desk', PAGES, () => desk('/api/orders'))));
  for (const [who, ask] of others) found.push(...(await timed(`first page, ${who}`, PAGES, () => ask('/api/orders'))));
  for (const tab of TABS)
    found.push(...(await timed(`tab ${tab}, desk`, PAGES / 4, () => desk(`/api/orders?tab=${tab}`))));
  found.push(...(await timed('closed, desk', PAGES / 4, () => desk('/api/orders?closed=true'))));
  let cursor = '';
  const down = Math.min(100, Math.floor(OPEN / 200) - 1);
  for (let page = 0; page < down; page += 1)
    cursor = String((await desk(`/api/orders?limit=200${cursor && `&cursor=${cursor}`}`)).next);
  found.push(
    ...(await timed(`a page ${(down * 200).toLocaleString('en')} orders down`, PAGES / 4, () =>
      desk(`/api/orders?cursor=${cursor}`),
    )),
  );
  found.push(...(await timed('by unit, then by due', PAGES / 10, () => desk('/api/orders?sort=department,due'))));
  found.push(...(await timed('counts, desk', PAGES / 4, () => desk('/api/orders/counts'))));
  for (const among of ['', '&any=true']) {
    const random = seeded(SEED);
    const typed = Array.from({ length: SEARCHES }, (_, n) => typedBy(random, n % 2 === 0));
    const search = (n: number) => desk(`/api/orders?q=${encodeURIComponent(typed[n] ?? '')}${among}`);
    found.push(
      ...(await timed(`search, ${SEARCHES} queries, ${among === '' ? 'open orders' : 'all orders'}`, SEARCHES, search)),
    );
  }
  return found;
}

export const lists: Bench = {
  name: 'lists',
  does: `${ORDERS} orders with bodies of 300 characters, ${OPEN} of them open; server and worker as npm start makes them, over HTTP`,
  async run() {
    const kept = option('folder');
    const work = async (folder: string): Promise<Measure[]> => {
      if (!existsSync(join(folder, FILLED))) {
        const filling = await startServer(folder, ['--no-web']);
        await fill(folder);
        await filling.stop();
        writeFileSync(join(folder, FILLED), '');
      }
      const server = await startServer(folder, ['--no-web']);
      try {
        return await measure(server.url);
      } finally {
        await server.stop();
      }
    };
    return kept === undefined ? withFolder(work) : work(kept);
  },
};
