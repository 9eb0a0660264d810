import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { dataFolder } from '../../server/platform/data-folder.ts';
import { startInstallation } from '../../server/platform/embedded/installation.ts';
import { HOUR } from '../../server/values/instant.ts';
import { type Bench, type Measure, median, percentile } from './bench.ts';
import { multiply, quietOrders } from './many-clocks.ts';
import { answersOf, type Lifecycle, lifecyclesIn, replay } from './replay.ts';
import { startServer, withFolder } from './server.ts';

/** `npm run bench -- lifecycle --orders=1000000`: so many are stored before. */
const STORED = Number(process.argv.find((arg) => arg.startsWith('--orders='))?.slice('--orders='.length) ?? 20_000);
const CONNECTIONS = 32;
/** Statements of so many are captured; the first ones plan and fill caches. */
const CAPTURED = 5;
const WARM_UP = 15_000;
const WINDOW = 10_000;
/** Copies of each order in one transaction. */
const PART = 100;
const WINDOWS = 3;

type Json = Record<string, unknown>;
export type Ask = (path: string, body?: Json) => Promise<Json>;

export const REPORT = {
  channel: 'phone',
  event: 'pipe-leak',
  content: '湖滨东路路面冒水，水流到马路上',
  place: '湖滨东路 18 号门口',
  reporter: '王小明',
  phone: '12900001234',
  contactTimes: '随时',
};
const REPLY = { cause: '管道老化', measures: '更换管段两米', 'contacted-in-time': '是', agreed: '认可' };

export async function signIn(url: string, username: string): Promise<Ask> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'gongshui' }),
  });
  const { token } = (await answer.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async (path, body) => {
    const sent = body && { method: 'POST', body: JSON.stringify(body) };
    const reply = await fetch(url + path, { ...sent, headers: { ...headers, 'idempotency-key': randomUUID() } });
    const read = (await reply.json()) as Json;
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(read)}`);
    return read;
  };
}

/** A desk, a head of department, a crew and a reviewer bring one order from report to closed. Says how long each step took, in ms. */
async function journeys(url: string): Promise<(took?: number[]) => Promise<void>> {
  const as = (username: string) => signIn(url, username);
  const desk = await as('zhoumin');
  const head = await as('sunjie');
  const crew = await as('chenliguo');
  const reviewer = await as('tianhua');
  const departmentId = (await head('/api/me')).departmentId;
  const handlerId = (await crew('/api/me')).staffId;
  const steps: [Ask, string, Json][] = [
    [desk, 'dispatch', { departmentId }],
    [head, 'accept', {}],
    [head, 'assign', { handlerId }],
    [crew, 'record', { milestone: 'arrived' }],
    [crew, 'handle', { form: REPLY }],
    [reviewer, 'review-pass', {}],
    [reviewer, 'call-back', { reached: true, satisfied: true }],
    [reviewer, 'close', {}],
  ];
  return async (took = []) => {
    const step = async (ask: Ask, path: string, body: Json): Promise<Json> => {
      const began = performance.now();
      const answer = await ask(path, body);
      took.push(performance.now() - began);
      return answer;
    };
    const { order } = (await step(desk, '/api/requests', REPORT)) as { order: { id: number } };
    // of an order that was just opened
    let version: unknown = 1;
    for (const [ask, command, body] of steps)
      version = (await step(ask, `/api/orders/${order.id}/${command}`, { version, ...body })).version;
  };
}

/** Again and again over all connections: how many in a second, median of the windows. */
async function rate(once: (connection: number) => Promise<void>, connections: number): Promise<number> {
  let done = 0;
  let going = true;
  const caller = async (_: unknown, connection: number) => {
    while (going) {
      await once(connection);
      done += 1;
    }
  };
  const callers = Promise.all(Array.from({ length: connections }, caller));
  callers.catch(() => undefined);
  await Promise.race([sleep(WARM_UP), callers]);
  const rates: number[] = [];
  for (let window = 0; window < WINDOWS; window += 1) {
    const before = done;
    const began = performance.now();
    await Promise.race([sleep(WINDOW), callers]);
    rates.push(((done - before) * 1000) / (performance.now() - began));
  }
  going = false;
  await callers;
  return median(rates);
}

async function captured(folder: string): Promise<Lifecycle> {
  const file = join(folder, 'statements');
  const capture = pathToFileURL(join(import.meta.dirname, 'capture.mjs')).href;
  const server = await startServer(folder, ['--no-web'], {
    GONGSHUI_CAPTURE: file,
    NODE_OPTIONS: `--import=${capture}`,
  });
  try {
    const once = await journeys(server.url);
    for (let n = 0; n < CAPTURED; n += 1) await once();
  } finally {
    await server.stop();
  }
  const last = lifecyclesIn(file).at(-1);
  if (!last) throw new Error('no statement was captured');
  return last;
}

/** Numbers of orders and requests that no other number in a statement is mistaken for. */
async function apart(admin: pg.Client): Promise<void> {
  await admin.query(`select setval(pg_get_serial_sequence('work_orders.work_order', 'order_id'), 700000000),
    setval(pg_get_serial_sequence('requests.request', 'request_id'), 800000000)`);
}

async function bare(url: string, lifecycle: Lifecycle): Promise<number> {
  const clients = Array.from(
    { length: CONNECTIONS },
    () =>
      new pg.Client({
        connectionString: url,
        options: '-c role=gongshui_app -c TimeZone=UTC -c search_path=pg_catalog,public',
      }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const answers = answersOf(lifecycle);
  try {
    return await rate((connection) => replay(clients[connection] as pg.Client, lifecycle, answers), CONNECTIONS);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function withDatabase<T>(
  folder: string,
  work: (urls: { ownerUrl: string; serverUrl: string }) => Promise<T>,
): Promise<T> {
  const installation = await startInstallation(dataFolder(join(folder, 'data')));
  try {
    return await work(installation);
  } finally {
    await installation.stop();
  }
}

async function store(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ id: number; n: string }>(
    `select utility_id as id, count(*) as n from work_orders.work_order group by 1 order by 2 desc limit 1`,
  );
  const [town] = rows;
  if (!town) throw new Error('no town');
  const ids = await quietOrders(admin, town.id, Date.now() + HOUR, 500);
  const times = Math.floor((STORED - Number(town.n)) / ids.length);
  // in parts: one transaction for millions of rows would fill the disk with its log
  for (let done = 0; done < times; done += PART) await multiply(admin, town.id, ids, Math.min(PART, times - done));
  await admin.query('vacuum analyze');
  await admin.query('checkpoint');
}

/** The server as it is, its sessions, permissions and rules. */
async function served(folder: string, took: number[]): Promise<number> {
  const server = await startServer(folder, ['--no-web']);
  try {
    const once = await journeys(server.url);
    return await rate(() => once(took), CONNECTIONS);
  } finally {
    await server.stop();
  }
}

async function measure(folder: string): Promise<Measure[]> {
  const lifecycle = await captured(folder);
  const took: number[] = [];
  const whole = await served(folder, took);
  // while it warmed up it was slower
  const steps = took.slice(took.length / 3);
  const alone = await withDatabase(folder, ({ serverUrl }) => bare(serverUrl, lifecycle));
  return [
    { what: `orders from report to closed, ${STORED} stored`, value: whole, unit: '/s' },
    { what: 'requests', value: whole * 9, unit: '/s' },
    { what: 'a step, p50', value: percentile(steps, 0.5), unit: 'ms' },
    { what: 'a step, p99', value: percentile(steps, 0.99), unit: 'ms' },
    { what: `the same by its ${lifecycle.length} captured statements alone`, value: alone, unit: '/s' },
    { what: 'share of the bare statements', value: whole / alone, unit: '×' },
  ];
}

export const lifecycle: Bench = {
  name: 'lifecycle',
  does: `nine requests over HTTP from report to closed order, ${CONNECTIONS} connections, ${STORED} orders stored, server and caller on this machine`,
  async run() {
    return withFolder(async (folder) => {
      await (await startServer(folder, ['--no-web'])).stop();
      await withDatabase(folder, async ({ ownerUrl }) => {
        const admin = new pg.Client({ connectionString: ownerUrl });
        await admin.connect();
        await store(admin);
        await apart(admin);
        await admin.end();
      });
      return measure(folder);
    });
  },
};
