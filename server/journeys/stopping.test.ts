/** SIGTERM while many work: whatever was taken in is answered and kept, nothing else is, and the traces arrive. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../platform/embedded/cluster.ts';
import { type City, city, PASSWORD, speaking, type Utility, type Voice } from './city/testing.ts';
import { SECRET } from './testing.ts';
import { type Collector, collector } from './watching/collector.ts';

const START = path.resolve(import.meta.dirname, '../main/start.ts');
const MANY = 16;
const CALLER = {
  channel: 'phone',
  event: 'pipe-leak',
  content: '阀门处漏水',
  place: '望湖路 3 号',
  phone: '13911112222',
};

const data = mkdtempSync(path.join(tmpdir(), 'gongshui-stop-'));
let child: ChildProcess;
let ended: Promise<number | null>;
let town: City;
let utility: Utility;
let receiver: Collector;
let agent: Voice;
beforeAll(async () => {
  town = await city(new Date().toISOString());
  utility = await town.utility('hucheng', 'hucheng');
  receiver = await collector();
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: town.db.url,
    GONGSHUI_SECRET: SECRET,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  };
  child = spawn(process.execPath, [START, '--port', `${port}`, '--data', data, '--empty', '--no-web'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('Gongshui is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
  const base = `http://localhost:${port}`;
  const answer = await fetch(`${base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'hucheng-agent', password: PASSWORD }),
  });
  const { token } = (await answer.json()) as { token: string };
  agent = speaking(base, { authorization: `Bearer ${token}` });
}, 120_000);
afterAll(() => {
  if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

it('answers and keeps what it took in, refuses the rest, and ends in time', { timeout: 60_000 }, async () => {
  let answered = 0;
  const others: number[] = [];
  let stopping = false;
  const enough = Promise.withResolvers<void>();
  const work = async (): Promise<void> => {
    for (;;) {
      let status: number;
      try {
        ({ status } = await agent.post('/api/requests', CALLER));
      } catch (error) {
        // nobody listens any more
        if (stopping) return;
        throw error;
      }
      if (status === 201) answered += 1;
      else others.push(status);
      if (answered === 3 * MANY) enough.resolve();
    }
  };
  const working = Promise.all(Array.from({ length: MANY }, work));
  await Promise.race([enough.promise, working]);
  const told = Date.now();
  stopping = true;
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(20_000);
  await working;

  expect(others).toEqual([]);
  const [kept] = await town.db.admin<{ requests: number; orders: number }>(
    `select (select count(*)::int from requests.request) as requests,
      (select count(*)::int from work_orders.work_order) as orders`,
  );
  expect(kept).toEqual({ requests: answered, orders: answered });
  expect(await town.differences(utility)).toEqual([]);
  const routes = receiver.spans.filter(
    ({ service, name }) => service === 'gongshui api' && name === 'POST /api/requests',
  );
  expect(routes).toHaveLength(answered);
});
