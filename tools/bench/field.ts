/** A phone's contact over HTTP: what a crew takes along for a shift, and what it gave meanwhile. */
import { randomUUID } from 'node:crypto';
import { type Bench, type Measure, median } from './bench.ts';
import { type Ask, REPORT, signIn } from './lifecycle.ts';
import { startServer, withFolder } from './server.ts';

const ORDERS = 20;
const COMMANDS = 50;
const ROUNDS = 9;

/** Orders of the crew on the way, the town's own beside them. */
async function assigned(url: string): Promise<{ crew: Ask; orders: number[] }> {
  const [desk, head, crew] = [
    await signIn(url, 'zhoumin'),
    await signIn(url, 'sunjie'),
    await signIn(url, 'chenliguo'),
  ];
  const { departmentId } = await head('/api/me');
  const { staffId: handlerId } = await crew('/api/me');
  const orders: number[] = [];
  for (let n = 0; n < ORDERS; n += 1) {
    const { order } = (await desk('/api/requests', REPORT)) as { order: { id: number } };
    const steps = [
      [desk, 'dispatch', { departmentId }],
      [head, 'accept', {}],
      [head, 'assign', { handlerId }],
    ] as const;
    let version: unknown = 1;
    for (const [ask, command, body] of steps)
      version = (await ask(`/api/orders/${order.id}/${command}`, { version, ...body })).version;
    orders.push(order.id);
  }
  return { crew, orders };
}

const notes = (orders: readonly number[]): object[] =>
  Array.from({ length: COMMANDS }, (_, n) => {
    const at = new Date().toISOString();
    const body = { text: `现场情况 ${n}` };
    return { id: randomUUID(), order: orders[n % orders.length], command: 'note', body, occurredAt: at, deviceAt: at };
  });

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const began = performance.now();
  const answer = await work();
  return { ms: performance.now() - began, answer };
}

async function measure(url: string): Promise<Measure[]> {
  const { crew, orders } = await assigned(url);
  const device = { deviceId: randomUUID(), secret: randomUUID() + randomUUID() };
  const sync = (commands: object[]) =>
    crew('/api/sync', { ...device, sentAt: new Date().toISOString(), commands }) as Promise<{
      results: { outcome: string }[];
    }>;
  await sync([]);
  const ask = (have: string) => crew(`/api/field?device=${device.deviceId}&have=${have}`);
  const first = (await ask('')) as { orders: unknown[]; rulebooks: object; words: { key: string } };
  const have = [...Object.keys(first.rulebooks), first.words.key].join(',');
  const taken: number[] = [];
  const again: number[] = [];
  const done: number[] = [];
  const repeated: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    taken.push((await timed(() => ask(''))).ms);
    const known = await timed(() => ask(have));
    again.push(known.ms);
    bytes ||= Buffer.byteLength(JSON.stringify(known.answer));
    const commands = notes(orders);
    const { ms, answer } = await timed(() => sync(commands));
    if (answer.results.some(({ outcome }) => outcome !== 'applied')) throw new Error('a note was listed');
    done.push(ms / COMMANDS);
    repeated.push((await timed(() => sync(commands))).ms / COMMANDS);
  }
  const kib = (value: object): number => Buffer.byteLength(JSON.stringify(value)) / 1024;
  return [
    { what: `${first.orders.length} orders taken along, with rulebook and texts`, value: kib(first), unit: 'KiB' },
    { what: 'the same, into a phone with nothing', value: median(taken), unit: 'ms' },
    { what: 'the same once the phone has rulebook and texts', value: bytes / 1024, unit: 'KiB' },
    { what: 'the same', value: median(again), unit: 'ms' },
    { what: `a command, of ${COMMANDS} sent at once`, value: median(done), unit: 'ms' },
    { what: 'a command that comes again', value: median(repeated), unit: 'ms' },
  ];
}

export const field: Bench = {
  name: 'field',
  does: `a crew member's phone with ${ORDERS} orders and those of the town, server as npm start makes it, over HTTP`,
  run: () =>
    withFolder(async (folder) => {
      const server = await startServer(folder, ['--no-web']);
      try {
        return await measure(server.url);
      } finally {
        await server.stop();
      }
    }),
};
