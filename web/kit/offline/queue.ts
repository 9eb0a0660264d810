/**
 * The phone without its screen: who works, his orders with what was given and is not yet at the server, and the contact.
 * Everything lies in the storage; what is in memory may go at any moment. Neither React nor DOM.
 */
import type {
  FieldBook,
  FieldCommandName,
  FieldOrder,
  FieldSnapshot,
  Point,
  Texts,
} from '../../../server/modules/field/rules/wire.ts';
import type { LogEntry } from '../../../server/modules/work-orders/rules/order.ts';
import type { Book } from '../../../server/modules/work-orders/rules/rulebook.ts';
import { wordsFor } from '../../../server/modules/work-orders/rules/timeline.ts';
import { ok, type Refusal, type Result, refuse } from '../../../server/values/result.ts';
import { contact, type Device, failure, type Outcome, type Server } from './contact.ts';
import { bookIn, doneHere, type Known, replayed } from './replay.ts';
import type { Queued, Storage } from './storage.ts';

/** What is known, all of it from the storage. */
export interface Ground<View> {
  snapshot: FieldSnapshot<View> | null;
  books: ReadonlyMap<string, FieldBook>;
  words: Texts;
  queue: readonly Queued[];
  /** Milliseconds the server is ahead of the phone's clock, at last contact. */
  offset: number;
}

/** An order with what was given here. */
export interface OrderHere<View> {
  kept: FieldOrder<View>;
  book: Book;
  log: LogEntry[];
  /** Given here, of what the rules would refuse by now: the server has its say. */
  refused: ReadonlyMap<string, Refusal>;
}

export interface ToGive {
  order: number;
  command: FieldCommandName;
  body: Record<string, unknown>;
  /** In the words of the screen. */
  what: string;
  /** On the server's time; absent: now. */
  at?: number;
  position?: Point;
  file?: Blob;
}

export interface Queue<View> {
  ground(): Ground<View>;
  /** The server's time, as far as known. */
  now(): number;
  orders(): OrderHere<View>[];
  /** Done here and waiting, or refused by the rules. */
  give(given: ToGive): Promise<Result<Queued>>;
  /** Neither done nor listed by the server. */
  waiting(): readonly Queued[];
  /** Not done by the server; stays until it is dismissed. */
  listed(): readonly Queued[];
  dismiss(id: string): Promise<void>;
  /** Once more, as another command with the time it had: the server had its say about this one. */
  again(id: string): Promise<void>;
  /** One contact at a time; `wipe`: everything was deleted. */
  sync(): Promise<Outcome>;
  /** Milliseconds until the next contact is worth it. */
  pause(): number;
  wipe(): Promise<void>;
}

export interface Opening {
  storage: Storage;
  server: Server;
  device: Device;
  /** The phone's own clock, however wrong. */
  clock: () => number;
  newId: () => string;
  /** Something is to be drawn anew. */
  changed?: () => void;
  progress?: (id: string, bytes: number) => void;
}

/** Milliseconds between two contacts that succeed, and before each new try after one that did not. */
const EVERY = 30_000;
const PAUSES = [3000, 5000, 10_000, 20_000, 30_000, 60_000];

const EMPTY = { snapshot: null, books: new Map(), words: {}, queue: [], offset: 0 };

export async function openQueue<View>(opening: Opening): Promise<Queue<View>> {
  const { storage, server, device, clock, newId, changed = () => undefined, progress = () => undefined } = opening;
  let ground: Ground<View> = await read<View>(storage, EMPTY);
  let failures = 0;
  let running: Promise<Outcome> | null = null;
  let gone = false;

  const reread = async (): Promise<void> => {
    if (gone) return;
    ground = await read(storage, ground);
    changed();
  };
  const now = (): number => clock() + ground.offset;
  const knownWith = (book: Book): Known | null => ground.snapshot && { snapshot: ground.snapshot, book, now: now() };
  const live = (order: number) => ground.queue.filter((one) => !one.listed && one.order === order);

  const orderHere = (kept: FieldOrder<View>): OrderHere<View>[] => {
    const sent = ground.books.get(kept.book);
    const book = sent && bookIn(sent);
    const known = book && knownWith(book);
    if (!book || !known) return [];
    return [{ kept, book, ...replayed(kept, live(idOf(kept)), known) }];
  };

  const attempt = async (): Promise<Outcome> => {
    const own = whileThere(storage, () => gone);
    const outcome = await contact({ storage: own, server, device, clock, told: { changed: reread, progress } });
    failures = outcome === 'away' ? failures + 1 : 0;
    if (outcome === 'wipe') await destroy();
    return outcome;
  };
  const destroy = async (): Promise<void> => {
    gone = true;
    ground = EMPTY;
    await storage.destroy();
    changed();
  };
  const listedNamed = (id: string): Queued | undefined => ground.queue.find((one) => one.id === id && one.listed);

  return {
    ground: () => ground,
    now,
    orders: () => ground.snapshot?.orders.flatMap(orderHere) ?? [],
    async give({ order, command, body, what, at = now(), position, file }) {
      const kept = ground.snapshot?.orders.find((one) => idOf(one) === order);
      const [here] = kept ? orderHere(kept) : [];
      const known = here && knownWith(here.book);
      if (gone || !kept || !here || !known) return refuse('order-not-found');
      const id = newId();
      const brought = file === undefined ? {} : { file: { key: id, bytes: file.size, mediaType: file.type } };
      const given = { id, order, command, body: keepable(body), occurredAt: at, ...brought };
      const done = doneHere(kept, here.log, given, known);
      if (!done.ok) return done;
      const queued = await storage.add(
        {
          ...given,
          deviceAt: at - ground.offset,
          seen: kept.log.at(-1)?.seq ?? 0,
          what,
          number: numberOf(kept),
          ...(position !== undefined && Object.values(position).every(Number.isFinite) ? { position } : {}),
        },
        file,
      );
      await reread();
      return ok(queued);
    },
    waiting: () => ground.queue.filter(({ applied, listed }) => !applied && !listed),
    listed: () => ground.queue.filter(({ listed }) => listed),
    async dismiss(id) {
      const one = listedNamed(id);
      if (one) await storage.remove([one.seq]);
      await reread();
    },
    async again(id) {
      const one = listedNamed(id);
      if (!one) return;
      const { upload: _old, ...body } = one.body;
      await storage.change(one.seq, { id: newId(), listed: undefined, uploading: undefined, body });
      await reread();
    },
    sync() {
      if (gone) return Promise.resolve('wipe');
      running ??= attempt().finally(() => {
        running = null;
      });
      return running;
    },
    pause: () => (failures === 0 ? EVERY : (PAUSES[Math.min(failures, PAUSES.length) - 1] ?? EVERY)),
    async wipe() {
      gone = true;
      // a contact that goes on would bring it all back
      await running?.catch(() => undefined);
      await destroy();
    },
  };
}

/** Nothing is written to what is being deleted. */
function whileThere(storage: Storage, gone: () => boolean): Storage {
  const there =
    <A extends unknown[], T>(act: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      if (gone()) throw failure(0, 'gone');
      return act(...given);
    };
  const { put, change, remove, drop } = storage;
  return { ...storage, put: there(put), change: there(change), remove: there(remove), drop: there(drop) };
}

/** Without NUL and halves of characters: the server keeps none. */
function keepable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/\0|\p{Surrogate}/gu, '') as T;
  if (Array.isArray(value)) return value.map(keepable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, keepable(part)])) as T;
}

const idOf = ({ view }: FieldOrder<unknown>): number => (view as { id: number }).id;
const numberOf = ({ view }: FieldOrder<unknown>): string => (view as { number: string }).number;

/** A rulebook read before keeps its identity: what was computed of it is kept by it. */
async function read<View>(storage: Storage, before: Ground<View>): Promise<Ground<View>> {
  const keys = await storage.keys('book/');
  const books = await Promise.all(
    keys.map(async (at): Promise<[string, FieldBook][]> => {
      const key = at.slice(5);
      const book = before.books.get(key) ?? (await storage.get<FieldBook>(at));
      return book ? [[key, book]] : [];
    }),
  );
  return {
    snapshot: (await storage.get<FieldSnapshot<View>>('snapshot')) ?? null,
    books: new Map(books.flat()),
    words: (await storage.get<{ texts: Texts }>('words'))?.texts ?? {},
    queue: await storage.queue(),
    offset: (await storage.get<number>('offset')) ?? 0,
  };
}

/** A refusal in words: what was found, what was expected. */
export function sayRefusal({ code, params }: Refusal, words: Texts, book: Book, lang: 'zh' | 'en'): string {
  const text = words[code]?.[lang] ?? code;
  const shown = wordsFor(params, book, lang);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = shown[name];
    return value === undefined || value === null ? whole : String(value);
  });
}
