import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, median } from './bench.ts';
import { startServer, withFolder } from './server.ts';

const CONNECTIONS = 8;
const WARM_UP = 5000;
const WINDOW = 10_000;
const WINDOWS = 3;

type Json = Record<string, unknown>;
export type Ask = (path: string, body?: Json) => Promise<Json>;

const REPORT = {
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

export const lifecycle: Bench = {
  name: 'lifecycle',
  does: `nine requests over HTTP from report to closed order, ${CONNECTIONS} connections, server and caller on this machine`,
  async run() {
    return withFolder(async (folder) => {
      const server = await startServer(folder, ['--no-web']);
      try {
        const as = (username: string) => signIn(server.url, username);
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
        let closed = 0;
        let going = true;
        const caller = async () => {
          while (going) {
            const { order } = (await desk('/api/requests', REPORT)) as { order: { id: number } };
            // of an order that was just opened
            let version: unknown = 1;
            for (const [ask, command, body] of steps) {
              const path = `/api/orders/${order.id}/${command}`;
              version = (await ask(path, { version, ...body })).version;
            }
            closed += 1;
          }
        };
        const callers = Promise.all(Array.from({ length: CONNECTIONS }, caller));
        callers.catch(() => undefined);
        await sleep(WARM_UP);
        const rates: number[] = [];
        for (let window = 0; window < WINDOWS; window += 1) {
          const before = closed;
          const began = performance.now();
          await Promise.race([sleep(WINDOW), callers]);
          rates.push(((closed - before) * 1000) / (performance.now() - began));
        }
        going = false;
        await callers;
        return [
          { what: 'orders from report to closed', value: median(rates), unit: '/s' },
          { what: 'requests', value: median(rates) * (steps.length + 1), unit: '/s' },
        ];
      } finally {
        await server.stop();
      }
    });
  },
};
