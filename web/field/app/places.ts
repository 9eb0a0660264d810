/** Which screen is shown: the address says it, so that the phone's way back works. */
import { useSyncExternalStore } from 'react';

const BASE = '/field';

export type Place =
  | { page: 'orders' }
  | { page: 'waiting' }
  | { page: 'day' }
  | { page: 'me' }
  | { page: 'order'; order: number }
  /** Something to be filled in; `of`: which milestone. */
  | { page: 'act'; order: number; act: string; of: string | null };

export function readPlace(path: string): Place {
  const [first, second, third, fourth] = path.replace(BASE, '').split('/').filter(Boolean).map(decodeURIComponent);
  if (first === 'orders' && /^\d{1,15}$/.test(second ?? '')) {
    const order = Number(second);
    return third === undefined ? { page: 'order', order } : { page: 'act', order, act: third, of: fourth ?? null };
  }
  return first === 'waiting' || first === 'day' || first === 'me' ? { page: first } : { page: 'orders' };
}

export function addressOf(place: Place): string {
  if (place.page === 'orders') return `${BASE}/`;
  if (place.page === 'order') return `${BASE}/orders/${place.order}`;
  if (place.page !== 'act') return `${BASE}/${place.page}`;
  const of = place.of === null ? '' : `/${encodeURIComponent(place.of)}`;
  return `${BASE}/orders/${place.order}/${place.act}${of}`;
}

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

export function go(place: Place, { replace = false } = {}): void {
  const deep = (history.state as { deep?: number } | null)?.deep ?? 0;
  if (replace) history.replaceState({ deep }, '', addressOf(place));
  else history.pushState({ deep: deep + 1 }, '', addressOf(place));
  tell();
  scrollTo(0, 0);
}

/** One step back; where the application was opened right here, to what lies above. */
export function back(above: Place): void {
  if (((history.state as { deep?: number } | null)?.deep ?? 0) > 0) history.back();
  else go(above, { replace: true });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (listeners.size === 1) addEventListener('popstate', tell);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', tell);
  };
};

export function usePlace(): Place {
  return readPlace(useSyncExternalStore(subscribe, () => location.pathname));
}
