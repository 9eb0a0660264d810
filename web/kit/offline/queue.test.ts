/** The phone without its screen, beyond what the sequences of server/journeys/field-model.test.ts try. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Device, failure, type Server } from './contact.ts';
import { memoryWorld } from './memory/testing.ts';
import { openQueue, type Queue, sayRefusal } from './queue.ts';
import { idBy, memoryStorage, seeded, type View, type World } from './testing.ts';

const random = seeded(1);
const DEVICE: Device = { id: idBy(random), secret: 'x'.repeat(40) };
const MINUTE = 60_000;

let world: World;
let server: Server;
let storage: ReturnType<typeof memoryStorage>;
let queue: Queue<View>;

const open = () =>
  openQueue<View>({
    storage,
    device: DEVICE,
    server,
    clock: () => world.now() - 10 * MINUTE,
    newId: () => idBy(random),
  });

beforeEach(async () => {
  world = memoryWorld();
  storage = memoryStorage();
  server = {
    sync: (request) => world.sync(0, request),
    snapshot: (device, have) => world.snapshot(0, device, have),
    upload: () => Promise.reject(failure(0, 'offline')),
    wipeDue: async () => false,
  };
  queue = await open();
  await queue.sync();
});

const arrive = { order: 1, command: 'record' as const, body: { milestone: 'arrived' }, what: '到场' };

describe('a phone without a network', () => {
  it('does at once what the rules allow, on the server’s time, and refuses the rest in words', async () => {
    server.sync = () => Promise.reject(failure(0, 'offline'));
    expect(await queue.give(arrive)).toMatchObject({ ok: true, value: { occurredAt: world.now() } });
    expect(await queue.sync()).toBe('away');
    const [order] = queue.orders();
    expect(order?.log.at(-1)).toMatchObject({ kind: 'arrived', via: 'field', occurredAt: world.now() });
    const refused = await queue.give({ order: 1, command: 'accept', body: {}, what: '' });
    if (refused.ok || !order) throw new Error('accepted twice');
    const words = { 'not-in-this-state': { zh: '现为“{stateName}”', en: 'It is “{stateName}”' } };
    expect(sayRefusal(refused.refusal, words, order.book, 'zh')).toBe('现为“处理中”');
    // closed and opened again
    expect((await open()).waiting()).toMatchObject([{ what: '到场', number: '20260302-0001' }]);
  });

  it('comes again after longer and longer pauses', async () => {
    server.sync = () => Promise.reject(failure(503, 'in-use'));
    const pauses: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      await queue.sync();
      pauses.push(queue.pause());
    }
    expect(pauses).toEqual([3000, 5000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000]);
  });

  it('keeps showing what the server did not do until it is dismissed, and gives it once more as another command', async () => {
    await queue.give(arrive);
    const [first] = queue.waiting();
    server.sync = async (request) => ({
      serverTime: new Date(world.now()).toISOString(),
      wipe: false,
      results: request.commands.map(({ id }) => ({
        ...{ id, outcome: 'listed' as const, flags: [], refusal: { code: 'order-merged', message: '已并入' } },
      })),
    });
    expect(await queue.sync()).toBe('done');
    queue = await open();
    expect(queue.listed()).toMatchObject([{ id: first?.id, listed: { message: '已并入' } }]);
    expect(queue.orders()[0]?.log.at(-1)?.kind).not.toBe('arrived');
    await queue.again(first?.id ?? '');
    expect(queue.waiting()).toMatchObject([{ occurredAt: first?.occurredAt, body: arrive.body }]);
    expect(queue.waiting()[0]?.id).not.toBe(first?.id);
    await queue.sync();
    await queue.dismiss(queue.listed()[0]?.id ?? '');
    expect([queue.listed(), queue.waiting()]).toEqual([[], []]);
  });

  it('sends what was given without a photo before the photo, and goes on with the photo where it broke off', async () => {
    const from: (string | undefined)[] = [];
    server.upload = async (sending) => {
      from.push(sending.from);
      await sending.begun('/api/uploads/7');
      throw failure(0, 'offline');
    };
    await queue.give({ order: 1, command: 'attach', body: { name: '现场.jpg' }, what: '', file: world.photo });
    await queue.give(arrive);
    expect(await queue.sync()).toBe('away');
    expect(queue.waiting().map(({ command }) => command)).toEqual(['attach']);
    queue = await open();
    expect(await queue.sync()).toBe('away');
    // forgotten by the server meanwhile: from the beginning
    server.upload = (sending) => {
      from.push(sending.from);
      return sending.from === undefined
        ? world.upload(0, sending.file)
        : Promise.reject(failure(404, 'upload-not-found'));
    };
    expect(await queue.sync()).toBe('done');
    expect(from).toEqual([undefined, '/api/uploads/7', '/api/uploads/7', undefined]);
    expect(queue.orders()[0]?.log.filter(({ kind }) => kind === 'attached')).toHaveLength(1);
  });

  it('lists a photo the server does not take, with the reason', async () => {
    server.upload = () => Promise.reject(failure(413, 'file-too-large'));
    await queue.give({ order: 1, command: 'attach', body: { name: '现场.jpg' }, what: '', file: world.photo });
    expect(await queue.sync()).toBe('done');
    expect(queue.listed()).toMatchObject([{ listed: { code: 'file-too-large' } }]);
  });

  it('lists what the server cannot even read, and sends what follows', async () => {
    await queue.give({ ...arrive, command: 'note', body: { text: '半个\ud83d字\0' }, what: '' });
    expect(queue.waiting()[0]?.body).toEqual({ text: '半个字' });
    await queue.give(arrive);
    server.sync = (request) =>
      request.commands.some(({ command }) => command === 'note')
        ? Promise.reject(failure(400, 'text-not-allowed'))
        : world.sync(0, request);
    expect(await queue.sync()).toBe('done');
    expect(queue.listed()).toMatchObject([{ command: 'note', listed: { code: 'text-not-allowed' } }]);
    expect(queue.orders()[0]?.log.at(-1)).toMatchObject({ kind: 'arrived', recordedAt: world.now() });
  });

  it('brings nothing back when it is emptied in the middle of a contact', async () => {
    await queue.give(arrive);
    let answer = (): void => undefined;
    server.snapshot = async (device, have) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return world.snapshot(0, device, have);
    };
    const contact = queue.sync();
    await expect.poll(() => queue.waiting().length).toBe(0);
    const wiped = queue.wipe();
    answer();
    await Promise.all([contact, wiped]);
    expect([await storage.keys(''), await storage.queue(), queue.orders()]).toEqual([[], [], []]);
  });

  it('deletes everything when it is told so, with a session or without', async () => {
    await queue.give(arrive);
    server.sync = () => Promise.reject(failure(401, 'unauthenticated'));
    expect(await queue.sync()).toBe('signed-out');
    expect(queue.waiting()).toHaveLength(1);
    server.wipeDue = async () => true;
    expect(await queue.sync()).toBe('wipe');
    expect([queue.waiting(), queue.orders(), await storage.keys(''), await storage.queue()]).toEqual([[], [], [], []]);
    expect(await queue.give(arrive)).toMatchObject({ ok: false });
    expect(await queue.sync()).toBe('wipe');
  });
});
