/** Where the phone is. Nobody has to say it: without it everything goes on, and the screens say so. */
import { useSyncExternalStore } from 'react';

export interface Here {
  lon: number;
  lat: number;
  /** Metres. */
  accuracy: number;
  at: number;
}
export type Whereabouts = { known: Here | null; why: 'asking' | 'denied' | 'unavailable' | null };

/** Milliseconds after which a point says nothing about now. */
const STALE = 2 * 60_000;
let state: Whereabouts = { known: null, why: 'asking' };
const listeners = new Set<() => void>();
let watch: number | null = null;

function set(next: Whereabouts): void {
  state = next;
  for (const listener of listeners) listener();
}

const pointOf = ({ coords }: GeolocationPosition): Here => ({
  lon: coords.longitude,
  lat: coords.latitude,
  accuracy: Math.round(coords.accuracy),
  at: Date.now(),
});

function begin(): void {
  if (watch !== null) return;
  if (!('geolocation' in navigator) || !isSecureContext) {
    set({ known: null, why: 'unavailable' });
    return;
  }
  watch = navigator.geolocation.watchPosition(
    (found) => set({ known: pointOf(found), why: null }),
    (error) => set({ known: error.code === 1 ? null : state.known, why: error.code === 1 ? 'denied' : 'unavailable' }),
    { enableHighAccuracy: true, maximumAge: 15_000, timeout: 20_000 },
  );
}

export function useWhereabouts(): Whereabouts {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      begin();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || watch === null) return;
        navigator.geolocation.clearWatch(watch);
        watch = null;
      };
    },
    () => state,
  );
}

/** The point that goes with an act: only one that is fresh. */
export function hereNow(): { lon: number; lat: number; accuracy: number } | undefined {
  const { known } = state;
  if (known === null || Math.abs(Date.now() - known.at) > STALE) return undefined;
  return { lon: known.lon, lat: known.lat, accuracy: known.accuracy };
}

/** Metres along the ground. */
export function distance(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const rad = Math.PI / 180;
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  const y = (b.lat - a.lat) * rad;
  return Math.sqrt(x * x + y * y) * 6_371_000;
}
