/** The phone as the screens use it: who works, his orders, giving commands, and the contact with the server. */
import { useSyncExternalStore } from 'react';
import type { FieldCommandName } from '../../../server/modules/field/rules/wire.ts';
import { call } from '../../kit/client.ts';
import { observeServerTime } from '../../kit/live.ts';
import type { Device } from '../../kit/offline/contact.ts';
import { openQueue, type Queue, sayRefusal } from '../../kit/offline/queue.ts';
import type { Me, OrderDetail } from '../../kit/views.ts';
import { langNow, onLanguage, t } from '../texts/index.ts';
import { hereNow } from './position.ts';
import { server } from './send.ts';
import { drawn, NOTHING, type Person, type Phone } from './state.ts';
import { openStorage } from './storage.ts';
import { whatOf } from './what.ts';

const PERSON = 'gongshui.field.person';

let phone: Phone = NOTHING;
let queue: Queue<OrderDetail> | null = null;
let progress = new Map<string, number>();
const listeners = new Set<() => void>();

function show(changes: Partial<Phone> = {}): void {
  phone = { ...phone, ...(queue === null ? {} : drawn(queue, progress)), ...changes };
  for (const listener of listeners) listener();
}

export const usePhone = (): Phone =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => phone,
  );

function keptPerson(): Person | null {
  try {
    return JSON.parse(localStorage.getItem(PERSON) ?? 'null') as Person | null;
  } catch {
    return null;
  }
}

/** Opens what is on the phone; nothing is asked of the network for it. */
export async function openPhone(): Promise<void> {
  onLanguage(() => show());
  addEventListener('online', () => void sync());
  addEventListener('offline', () => show({ online: false }));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sync();
  });
  const person = keptPerson();
  if (person !== null) await openFor(person);
  show({ opening: false });
  void sync();
}

async function openFor(person: Person): Promise<void> {
  const storage = openStorage(`gongshui-field-${person.utility}-${person.staffId}`);
  let device = await storage.get<Device>('device');
  if (device === undefined) {
    device = { id: uuid(), secret: uuid() + uuid(), name: phoneName() };
    await storage.put('device', device);
  }
  progress = new Map();
  queue = await openQueue<OrderDetail>({
    storage,
    server,
    device,
    clock: Date.now,
    newId: uuid,
    changed: () => show(),
    progress: (id, bytes) => {
      progress.set(id, bytes);
      show();
    },
  });
  const kept = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  keepTime();
  show({ person, deviceId: device.id, kept, signedOut: false, wiped: false });
}

/** The clocks on the screen go by the time the queue goes by. */
function keepTime(): void {
  const offset = queue?.ground().offset ?? 0;
  observeServerTime(Date.now() + offset, Date.now() - 1000, Date.now() + 1000);
}

function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** As its owner knows it. */
function phoneName(): string {
  const agent = navigator.userAgent;
  return (/Android [^;]*; ([^;)]+)/.exec(agent)?.[1] ?? /iPhone|iPad/.exec(agent)?.[0] ?? 'PWA').slice(0, 60);
}

/** Somebody has just signed in, for the first time or again: what he gave before is still here. */
export async function enter(): Promise<void> {
  const me = await call<Me>('GET', '/api/me');
  if (me.due !== null) throw new Error(t('signIn.due'));
  if (me.permissions['field.use'] === undefined) throw new Error(t('signIn.noField'));
  const person = { staffId: me.staffId, utility: me.utility.code };
  await openFor(person);
  localStorage.setItem(PERSON, JSON.stringify(person));
  show();
  await sync();
}

/** Out: whatever is on this phone is deleted. */
export async function leave(): Promise<void> {
  await call('POST', '/api/auth/sign-out', { body: {} }).catch(() => undefined);
  await queue?.wipe();
  forget(false);
}

function forget(wiped: boolean): void {
  queue = null;
  clearTimeout(timer);
  localStorage.removeItem(PERSON);
  localStorage.removeItem('gongshui.field.shifts');
  history.replaceState(null, '', '/field/');
  phone = { ...NOTHING, opening: false, wiped };
  show();
}

interface GivenFile {
  name: string;
  takenAt: number;
  as?: 'signature';
}

/**
 * @param at on the server's time; absent: now
 * @returns the refusal in words; null: it is done here, and waits to be sent
 */
export const give = (order: number, command: string, body: Record<string, unknown>, at?: number) =>
  put(order, command as FieldCommandName, body, at);

export const giveFile = (order: number, file: Blob, { name, takenAt, as }: GivenFile): Promise<string | null> =>
  put(
    order,
    'attach',
    { name, takenAt: new Date(takenAt).toISOString(), ...(as === undefined ? {} : { as }) },
    takenAt,
    file,
  );

async function put(
  order: number,
  command: FieldCommandName,
  body: Record<string, unknown>,
  at: number | undefined,
  file?: Blob,
): Promise<string | null> {
  const here = queue?.orders().find(({ kept }) => kept.view.id === order);
  if (queue === null || here === undefined) return t('order.gone');
  const position = hereNow();
  const done = await queue.give({
    order,
    command,
    body,
    what: whatOf(command, body, here.book),
    ...(at === undefined ? {} : { at }),
    ...(position === undefined ? {} : { position }),
    ...(file === undefined ? {} : { file }),
  });
  if (!done.ok) {
    const words = sayRefusal(done.refusal, queue.ground().words, here.book, langNow());
    return done.refusal.article === undefined ? words : `${words}（${done.refusal.article}）`;
  }
  void sync();
  return null;
}

export const dismiss = async (id: string): Promise<void> => queue?.dismiss(id);

export async function again(id: string): Promise<void> {
  await queue?.again(id);
  await sync();
}

let running: Promise<void> | null = null;
let wanted = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Everything that waits goes out, what the server has comes in. One at a time; asked for meanwhile, once more after. */
export async function sync(): Promise<void> {
  if (running !== null) {
    wanted = true;
    return running;
  }
  running = attempt().finally(() => {
    running = null;
    clearTimeout(timer);
    const pause = wanted && phone.online ? 0 : (queue?.pause() ?? 0);
    wanted = false;
    if (queue !== null) timer = setTimeout(() => void sync(), pause);
  });
  return running;
}

async function attempt(): Promise<void> {
  const mine = queue;
  if (mine === null || document.visibilityState === 'hidden') return;
  // of several windows one talks
  const { locks } = navigator as { locks?: LockManager };
  const outcome = await (locks ? locks.request('gongshui-field', () => mine.sync()) : mine.sync());
  if (queue !== mine) return;
  if (outcome === 'wipe') return forget(true);
  keepTime();
  show({ online: outcome !== 'away', signedOut: outcome === 'signed-out' });
}
