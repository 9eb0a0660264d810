/** One contact with the server: commands in their order, files before the commands that name them, then what the server has. */
import type { FieldCommand, FieldSnapshot, SyncAnswer, SyncRequest } from '../../../server/modules/field/rules/wire.ts';
import type { Queued, Storage } from './storage.ts';

export interface Device {
  id: string;
  secret: string;
  /** As its owner knows it. */
  name?: string;
}

export interface Sending {
  file: Blob;
  /** Address at which it was begun before. */
  from: string | undefined;
  begun: (address: string) => Promise<void>;
  progress: (bytes: number) => void;
}

/** What goes over the network. Each throws a `Failure`. */
export interface Server {
  sync(request: SyncRequest): Promise<SyncAnswer>;
  snapshot(device: Device, have: string[]): Promise<FieldSnapshot<unknown>>;
  /** @returns number of the upload; goes on where it broke off */
  upload(sending: Sending): Promise<string>;
  /** Asked without a session: was this phone reported lost? */
  wipeDue(device: Device): Promise<boolean>;
}

/** An answer that is a refusal, or none at all: status 0. `Problem` of the client is one. */
export interface Failure extends Error {
  readonly status: number;
  readonly code: string;
}
/** @param words why, as the server says it */
export const failure = (status: number, code: string, words = code): Failure =>
  Object.assign(new Error(words), { status, code });
const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && typeof (error as Partial<Failure>).status === 'number';

export interface Told {
  /** What is kept has changed. */
  changed(): Promise<void>;
  /** Bytes of a command's file that have arrived. */
  progress(id: string, bytes: number): void;
}

export type Outcome = 'done' | 'away' | 'signed-out' | 'wipe';

/** Commands in one request. */
const MOST = 50;

const isUploaded = ({ file, body }: Queued): boolean => file === undefined || typeof body.upload === 'string';
const isWaiting = ({ listed, applied }: Queued): boolean => !listed && !applied;

export interface Contact {
  storage: Storage;
  server: Server;
  device: Device;
  /** The phone's own clock, however wrong. */
  clock: () => number;
  told: Told;
}

export async function contact(given: Contact): Promise<Outcome> {
  const { storage, server, device, told } = given;
  try {
    // known to the server before anything is asked of it, and the clock compared, also with nothing to send
    for (let first = true; ; first = false) {
      const waiting = (await storage.queue()).filter(isWaiting);
      // photos on a weak network must not hold up that somebody has arrived
      const ready = waiting.filter(isUploaded).slice(0, MOST);
      const file = waiting.find((one) => !isUploaded(one));
      if (first || ready.length > 0) {
        if (!(await exchanged(ready, given))) return 'wipe';
        await told.changed();
      }
      if (file !== undefined) await upload(file, given);
      else if (ready.length < MOST) break;
    }
    await refresh(given);
    await told.changed();
    return 'done';
  } catch (error) {
    if (!isFailure(error)) throw error;
    await told.changed();
    if (error.code === 'device-lost') return 'wipe';
    if (error.status !== 401) return 'away';
    return (await server.wipeDue(device).catch(() => false)) ? 'wipe' : 'signed-out';
  }
}

const asSent = ({ id, order, command, body, position, seen, ...times }: Queued): FieldCommand => ({
  id,
  order,
  command,
  body,
  occurredAt: new Date(times.occurredAt).toISOString(),
  deviceAt: new Date(times.deviceAt).toISOString(),
  ...(position === undefined ? {} : { position }),
  ...(seen === undefined ? {} : { seen }),
});

/** What the server cannot even read is found by sending one at a time, and listed: it must not stand before all that follows. */
async function exchanged(ready: Queued[], given: Contact): Promise<boolean> {
  try {
    return await exchange(ready, given);
  } catch (error) {
    const [first, ...rest] = ready;
    if (!isFailure(error) || first === undefined || ![400, 413, 422].includes(error.status)) throw error;
    if (rest.length > 0) {
      for (const one of ready) if (!(await exchanged([one], given))) return false;
    } else await given.storage.change(first.seq, { listed: { code: error.code, message: error.message } });
    return true;
  }
}

/** @returns false: everything is to be deleted */
async function exchange(ready: Queued[], { storage, server, device, clock }: Contact): Promise<boolean> {
  const sent = clock();
  const { id: deviceId, secret, name } = device;
  const answer = await server.sync({
    deviceId,
    secret,
    ...(name === undefined ? {} : { name }),
    sentAt: new Date(sent).toISOString(),
    commands: ready.map(asSent),
  });
  // written somewhere between sending and receiving
  await storage.put('offset', Math.round(Date.parse(answer.serverTime) - (sent + clock()) / 2));
  if (answer.wipe) return false;
  for (const { id, outcome, refusal } of answer.results) {
    const one = ready.find((queued) => queued.id === id);
    if (one === undefined) continue;
    if (outcome === 'applied') await storage.change(one.seq, { applied: true });
    else await storage.change(one.seq, { listed: refusal ?? { code: 'internal-error', message: 'internal-error' } });
  }
  // what passes ends the answer early: the rest is sent with the next contact
  if (answer.results.length < ready.length) throw failure(503, 'try-again');
  return true;
}

/** Its number goes into the command that names it; what cannot be sent is listed with the reason. */
async function upload(one: Queued, { storage, server, told }: Contact): Promise<void> {
  const file = one.file && (await storage.file(one.file.key));
  if (file === undefined) {
    await storage.change(one.seq, { listed: { code: 'file-gone', message: 'file-gone' } });
    return;
  }
  try {
    const id = await server.upload({
      file,
      from: one.uploading,
      begun: (address) => storage.change(one.seq, { uploading: address }),
      progress: (bytes) => told.progress(one.id, bytes),
    });
    await storage.change(one.seq, { body: { ...one.body, upload: id } });
  } catch (error) {
    if (!isFailure(error)) throw error;
    // the server keeps an upload for a while only: from the beginning then
    if (one.uploading !== undefined && [404, 410].includes(error.status)) {
      await storage.change(one.seq, { uploading: undefined });
      return;
    }
    if (error.status < 400 || error.status >= 500 || [401, 409, 423, 429].includes(error.status)) throw error;
    await storage.change(one.seq, { listed: { code: error.code, message: error.message } });
  }
}

/** What the server has takes the place of what was known; what it has done needs no more to be kept beside it. */
async function refresh({ storage, server, device }: Contact): Promise<void> {
  const applied = (await storage.queue()).filter((one) => one.applied).map(({ seq }) => seq);
  const books = (await storage.keys('book/')).map((key) => key.slice(5));
  const words = await storage.get<{ key: string }>('words');
  const have = [...books, ...(words ? [words.key] : [])];
  const { rulebooks, ...snapshot } = await server.snapshot(device, have);
  for (const [key, book] of Object.entries(rulebooks)) await storage.put(`book/${key}`, book);
  if (snapshot.words.texts !== null) await storage.put('words', snapshot.words);
  await storage.put('snapshot', { ...snapshot, rulebooks: {} });
  await storage.remove(applied);
  const used = new Set(snapshot.orders.map(({ book }) => `book/${book}`));
  await storage.drop((await storage.keys('book/')).filter((key) => !used.has(key)));
}
