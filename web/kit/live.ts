/** One ticking second for the whole page, on the server's time. */
import { useSyncExternalStore } from 'react';

let offset = 0;
let best = Number.POSITIVE_INFINITY;

/** The answer was written somewhere between sending and receiving; the shortest round trip knows best. */
export function observeServerTime(server: number, sentAt: number, receivedAt: number): void {
  const trip = receivedAt - sentAt;
  const seen = server - (sentAt + receivedAt) / 2;
  const jumped = Math.abs(seen - offset) > trip / 2 + 1500;
  if (trip <= best || jumped) {
    best = trip;
    offset = seen;
    tick();
  } else {
    best *= 1.05;
  }
}

/** Server time in milliseconds. */
export const serverNow = (): number => Date.now() + offset;

let second = Math.floor(serverNow() / 1000) * 1000;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  const next = Math.floor(serverNow() / 1000) * 1000;
  if (next === second) return;
  second = next;
  for (const listener of listeners) listener();
}

function run(): void {
  tick();
  timer = setTimeout(run, 1000 - (serverNow() % 1000) + 5);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) run();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** Now in milliseconds, to `step` (a multiple of a second): the component renders again when it changes. */
export function useNow(step = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(second / step) * step);
}
