/** Test support: phones and a desk on a network that breaks, drawn from a seed; and a server in memory by the real rules. */
import { flagsOf } from '../../../server/modules/field/rules/flags.ts';
import type {
  FieldCommand,
  FieldCommandName,
  FieldSnapshot,
  SyncAnswer,
  SyncRequest,
  SyncResult,
} from '../../../server/modules/field/rules/wire.ts';
import type { LogEntry } from '../../../server/modules/work-orders/rules/order.ts';
import { type Device, failure, type Sending, type Server } from './contact.ts';
import { openQueue, type Queue } from './queue.ts';
import type { Queued, Storage } from './storage.ts';

export interface View {
  id: number;
  number: string;
}

/** As a database keeps it: what waits is copied in and out. */
export function memoryStorage(): Storage {
  const kept = new Map<string, unknown>();
  const files = new Map<string, Blob>();
  let commands: Queued[] = [];
  let last = 0;
  return {
    // put whole and read whole: nobody changes what he has read
    get: async <T>(key: string) => kept.get(key) as T | undefined,
    async put(key, value) {
      kept.set(key, value);
    },
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    async drop(keys) {
      for (const key of keys) kept.delete(key);
    },
    queue: async () => structuredClone(commands),
    async add(queued, file) {
      last += 1;
      if (queued.file && file) files.set(queued.file.key, file);
      commands = [...commands, structuredClone({ ...queued, seq: last })];
      return { ...queued, seq: last };
    },
    async change(seq, changes) {
      commands = commands.map((one) => (one.seq === seq ? ({ ...one, ...structuredClone(changes) } as Queued) : one));
    },
    async remove(seqs) {
      commands = commands.filter(({ seq }) => !seqs.includes(seq));
    },
    file: async (key) => files.get(key),
    async destroy() {
      kept.clear();
      files.clear();
      commands = [];
    },
  };
}

/** The application is killed. */
class Killed extends Error {}

/** Dies at the so-manieth thing it is told to keep, and is of no use from then on; what was kept is. */
function mortal(storage: Storage): { storage: Storage; dieAfter(writes: number): void } {
  let left = Number.POSITIVE_INFINITY;
  const counted =
    <A extends unknown[], T>(write: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      left -= 1;
      if (left < 0) throw new Killed('killed');
      return write(...given);
    };
  const { put, drop, add, change, remove } = storage;
  const dying = {
    ...storage,
    ...{ put: counted(put), drop: counted(drop), add: counted(add), change: counted(change), remove: counted(remove) },
  };
  return {
    storage: dying,
    dieAfter(writes) {
      left = writes;
    },
  };
}

export type Random = () => number;

/** mulberry32: the same seed draws the same. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const oneOf = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

/** A UUID by the seed. */
export const idBy = (random: Random): string => {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** The server and the people at its desks, as a sequence knows them. */
export interface World {
  now(): number;
  advance(ms: number): void;
  /** Phones are those of the crew, in this order. */
  sync(phone: number, request: SyncRequest): Promise<SyncAnswer>;
  snapshot(phone: number, device: Device, have: string[]): Promise<FieldSnapshot<View>>;
  upload(phone: number, file: Blob): Promise<string>;
  crew: readonly number[];
  orders: readonly number[];
  photo: Blob;
  /** Somebody at a desk does something; what the rules refuse is not done. */
  desk(random: Random): Promise<void>;
  logs(): Promise<Map<number, LogEntry[]>>;
  /** Of a phone: what was kept of each command. */
  kept(deviceId: string): Promise<Map<string, SyncResult>>;
}

type Way = 'through' | 'lost' | 'answer-lost' | 'part' | 'twice' | 'killed';
const WAYS: readonly Way[] = ['through', 'through', 'through', 'lost', 'answer-lost', 'part', 'twice', 'killed'];

interface Phone {
  place: number;
  device: Device;
  storage: Storage;
  queue: Queue<View>;
  dieAfter(writes: number): void;
  /** Milliseconds its clock is ahead of the server's. */
  wrong: number;
  /** How the next request fares. */
  way: Way;
  given: { id: string; command: FieldCommandName; at: number }[];
  /** Its clock was never put right or wrong. */
  steady: boolean;
  /** Requests that were sent; one may arrive again much later. */
  sent: SyncRequest[];
}

const MINUTE = 60_000;

/** The network breaks in every way: before, after, in the middle of the server's work, and by doubling what was sent. */
function networkOf(world: World, phone: () => Phone): Server {
  const breaks = (at: Way): void => {
    if (phone().way === at) throw failure(0, 'offline');
  };
  return {
    async sync(request) {
      const { place, sent, way } = phone();
      breaks('lost');
      sent.push(request);
      if (way === 'part') {
        const some = Math.ceil(request.commands.length / 2);
        await world.sync(place, { ...request, commands: request.commands.slice(0, some) });
        throw failure(0, 'offline');
      }
      if (way === 'twice') return (await Promise.all([world.sync(place, request), world.sync(place, request)]))[0];
      const answer = await world.sync(place, request);
      breaks('answer-lost');
      return answer;
    },
    async snapshot(device, have) {
      breaks('lost');
      return world.snapshot(phone().place, device, have);
    },
    async upload({ file, begun }: Sending) {
      breaks('lost');
      await begun('/somewhere');
      breaks('part');
      return world.upload(phone().place, file);
    },
    wipeDue: async () => false,
  };
}

const MILESTONES = ['contacted', 'arrived', 'water-stopped', 'located', 'repaired', 'restored'];

/** Something a crew member does, on an order of his or not. */
function deed(
  random: Random,
  world: World,
  queue: Queue<View>,
): { order: number; command: FieldCommandName; body: Record<string, unknown>; file?: Blob } {
  const mine = queue.orders().map(({ kept }) => kept.view.id);
  const order = oneOf(random, mine.length > 0 && random() < 0.9 ? mine : world.orders);
  const soon = new Date(world.now() + 3 * 60 * MINUTE).toISOString();
  const all: { command: FieldCommandName; body: Record<string, unknown>; file?: Blob }[] = [
    ...MILESTONES.map((milestone) => ({ command: 'record' as const, body: { milestone } })),
    { command: 'record', body: { milestone: 'repaired', detail: { 管径: 'DN100' } } },
    { command: 'note', body: { text: '路面已围挡' } },
    { command: 'set-facts', body: { facts: { urgent: random() < 0.5 } } },
    { command: 'promise', body: { plans: { promised: soon } } },
    { command: 'ask-extension', body: { until: soon, reason: '管材未到' } },
    { command: 'ask-return', body: { reason: '非本单位管网' } },
    { command: 'accept', body: {} },
    { command: 'handle', body: { form: { cause: '腐蚀', agreed: true } } },
    { command: 'assign', body: { handlerId: oneOf(random, world.crew) } },
    { command: 'attach', body: { name: '现场.jpg' }, file: world.photo },
  ];
  return { order, ...oneOf(random, all) };
}

export interface Played {
  given: number;
  applied: number;
  listed: number;
  /** What the phone refused itself. */
  refused: number;
}

/** One sequence from beginning to end, and all that must hold of it. @throws what does not hold, with the seed */
export async function play(seed: number, world: World, steps = 24): Promise<Played> {
  const random = seeded(seed);
  const phones: Phone[] = [];
  /** All that was in memory is gone. */
  const open = async ({ place, device, storage }: Pick<Phone, 'place' | 'device' | 'storage'>) => {
    const { storage: own, dieAfter } = mortal(storage);
    const queue = await openQueue<View>({
      storage: own,
      device,
      clock: () => world.now() + (phones[place]?.wrong ?? 0),
      newId: () => idBy(random),
      server: networkOf(world, () => phones[place] as Phone),
    });
    return { queue, dieAfter };
  };
  for (const place of world.crew.keys()) {
    const phone = {
      place,
      device: { id: idBy(random), secret: idBy(random) + idBy(random) },
      storage: memoryStorage(),
      wrong: Math.round((random() - 0.5) * 20) * MINUTE,
      way: 'through' as const,
      given: [],
      steady: true,
      sent: [],
    };
    phones.push({ ...phone, ...(await open(phone)) });
    await phones[place]?.queue.sync();
  }
  let refused = 0;
  for (let step = 0; step < steps; step += 1) {
    const phone = oneOf(random, phones);
    const draw = random();
    world.advance(Math.ceil(random() * 10) * MINUTE);
    if (draw < 0.55) {
      const { queue, given } = phone;
      const done = await queue.give({ ...deed(random, world, queue), what: '' });
      if (done.ok) given.push({ ...done.value, at: world.now() });
      else refused += 1;
    } else if (draw < 0.75) {
      phone.way = oneOf(random, WAYS);
      if (phone.way !== 'killed') await phone.queue.sync();
      else {
        phone.dieAfter(Math.floor(random() * 6));
        await phone.queue.sync().catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        Object.assign(phone, await open(phone));
      }
    } else if (draw < 0.9) await world.desk(random);
    else if (draw < 0.94) Object.assign(phone, await open(phone));
    else if (draw < 0.97 && phone.sent.length > 0) {
      // so late that the server takes its delay for a wrong clock
      phone.steady = false;
      await world.sync(phone.place, oneOf(random, phone.sent));
    } else if (draw >= 0.97) Object.assign(phone, { wrong: Math.round((random() - 0.5) * 20) * MINUTE, steady: false });
    onceHere(seed, phone);
  }
  const played = { given: 0, applied: 0, listed: 0, refused };
  for (const phone of phones) {
    phone.way = 'through';
    for (let tries = 0; phone.queue.waiting().length > 0 || tries === 0; tries += 1) {
      if (tries === 5) throw new Error(`seed ${seed}: ${phone.queue.waiting().length} commands never leave the phone`);
      await phone.queue.sync();
    }
  }
  // each has what the other did last
  for (const phone of phones) await phone.queue.sync();
  for (const phone of phones) {
    const counted = await held(seed, world, phone);
    played.given += counted.given;
    played.applied += counted.applied;
    played.listed += counted.listed;
  }
  return played;
}

/** Also between a contact and the next nothing is shown twice: what the server has is not done here again. */
function onceHere(seed: number, { queue }: Phone): void {
  for (const { log } of queue.orders()) {
    const versions = new Map<string, number>();
    for (const { version, data } of log) {
      if (data.sent === undefined) continue;
      if ((versions.get(data.sent) ?? version) !== version)
        throw new Error(`seed ${seed}: ${data.sent} is shown twice`);
      versions.set(data.sent, version);
    }
  }
}

type Entry = LogEntry & { order: number };

/** sent = applied once + listed with a reason; the phone shows what the server has. */
async function held(
  seed: number,
  world: World,
  { queue, device, given, steady }: Phone,
): Promise<Omit<Played, 'refused'>> {
  const fail = (what: string): never => {
    throw new Error(`seed ${seed}: ${what}`);
  };
  const results = await world.kept(device.id);
  const logs = await world.logs();
  const found = new Map<string, Entry[]>();
  for (const [order, log] of logs)
    for (const entry of log) {
      const { sent } = entry.data;
      if (sent !== undefined) found.set(sent, [...(found.get(sent) ?? []), { ...entry, order }]);
    }
  const shown = new Map(queue.listed().map(({ id, listed }) => [id, listed]));
  let applied = 0;
  const lastOf = new Map<number, number>();
  for (const { id, command, at } of given) {
    const result = results.get(id) ?? fail(`${id} is neither done nor listed`);
    const entries = found.get(id) ?? [];
    if (steady && result.flags.includes('clock')) fail(`${id}: the clock was wrong all along, and is called wrong`);
    if (result.outcome === 'listed') {
      if (entries.length > 0) fail(`${id} is listed, and done all the same`);
      if (!result.refusal?.message) fail(`${id} is listed without a reason`);
      if (shown.get(id)?.code !== result.refusal?.code) fail(`${id} is listed, and the phone does not say why`);
      continue;
    }
    applied += 1;
    if (steady && entries.some(({ occurredAt }) => Math.abs(occurredAt - at) > 1000))
      fail(`${id} did not happen when the log says`);
    if (shown.has(id)) fail(`${id} is done, and the phone says it is not`);
    const [first, ...rest] = entries;
    if (!first) return fail(`${id} is done, and stands in no log`);
    if (rest.some(({ order, version }) => order !== first.order || version !== first.version))
      fail(`${id} is done twice`);
    // a photo on its way holds nothing up
    if (command === 'attach') continue;
    if (first.seq < (lastOf.get(first.order) ?? 0)) fail(`${id} was done before what had been given before it`);
    lastOf.set(first.order, first.seq);
  }
  const extra = [...results.keys()].filter((id) => !given.some((one) => one.id === id));
  if (extra.length > 0) fail(`the server has what nobody gave: ${extra}`);
  for (const { kept, log } of queue.orders())
    if (JSON.stringify(log) !== JSON.stringify(logs.get(kept.view.id))) fail(`the phone shows another ${kept.view.id}`);
  return { given: given.length, applied, listed: given.length - applied };
}

/** What a server needs to deal with one command, besides doing it. */
export interface Desk {
  /** Does it, or says why not. */
  take(
    phone: number,
    sent: FieldCommand,
    flags: (order: { position: null; seenAt: number | null }) => SyncResult['flags'],
  ): Omit<SyncResult, 'id'>;
}

/** What the server keeps of phones, in memory: the contract of POST /api/sync. */
export function receiving(now: () => number, { take }: Desk) {
  const devices = new Map<string, { results: Map<string, SyncResult>; last: number | null }>();
  return {
    kept: (deviceId: string) => devices.get(deviceId)?.results ?? new Map<string, SyncResult>(),
    sync(phone: number, { deviceId, sentAt, commands }: SyncRequest): SyncAnswer {
      const device = devices.get(deviceId) ?? { results: new Map<string, SyncResult>(), last: null };
      devices.set(deviceId, device);
      const acknowledged = device.last;
      const offset = now() - Date.parse(sentAt);
      const results = commands.map((sent) => {
        const occurredAt = Date.parse(sent.occurredAt);
        const judged = { occurredAt, deviceAt: Date.parse(sent.deviceAt), offset, point: sent.position ?? null };
        const result = device.results.get(sent.id) ?? {
          id: sent.id,
          ...take(phone, sent, (order) => flagsOf(judged, { last: null, acknowledged }, order)),
        };
        device.results.set(sent.id, result);
        if (result.outcome === 'applied') device.last = Math.max(device.last ?? 0, occurredAt);
        return result;
      });
      return { serverTime: new Date(now()).toISOString(), wipe: false, results };
    },
  };
}
