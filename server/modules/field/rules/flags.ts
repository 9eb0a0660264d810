/** What is doubtful about a command of a phone. Limits of the product, not of a rulebook; nothing is refused by them. */
import { HOUR, type Instant, MINUTE, SECOND } from '../../../values/instant.ts';
import type { Flag } from '../../work-orders/rules/order.ts';

/** Metres from the order, beyond which it is asked whether he was there. */
export const FAR_METRES = 300;
/** Kilometres an hour, beyond which nobody drives in a city. */
export const FAST_KMH = 120;
/** That the phone's clock may be out by, against the offset at last contact. */
export const CLOCK_OFF = 3 * MINUTE;

/** By which two readings of the server's clock over a slow network may differ: no earlier is meant by less. */
export const JITTER = 10 * SECOND;

interface Place {
  lon: number;
  lat: number;
}
export interface PointAt extends Place {
  /** Metres. */
  accuracy: number;
  at: Instant;
}

export interface Judged {
  occurredAt: Instant;
  deviceAt: Instant;
  /** Milliseconds the server is ahead of the phone's clock, at this contact. */
  offset: number;
  point: Omit<PointAt, 'at'> | null;
}

export interface Known {
  /** Last point this phone sent. */
  last: PointAt | null;
  /** The latest of its commands acknowledged at an earlier contact. */
  acknowledged: Instant | null;
}

export interface OnOrder {
  position: Place | null;
  /** The last thing in the order the phone had been told of. */
  seenAt: Instant | null;
}

const EARTH = 6_371_008;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres along the ground. */
export function metresBetween(a: Place, b: Place): number {
  const height = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const width = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const part = height + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * width;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(part)));
}

/** In kilometres an hour; what two inexact points may differ by is no movement. */
export function speedBetween(a: PointAt, b: PointAt): number {
  const metres = metresBetween(a, b);
  if (metres <= a.accuracy + b.accuracy) return 0;
  const hours = Math.abs(b.at - a.at) / HOUR;
  return hours === 0 ? Number.POSITIVE_INFINITY : metres / 1000 / hours;
}

const latest = (...times: (Instant | null)[]): Instant | null =>
  times.reduce((found, at) => (at !== null && (found === null || at > found) ? at : found), null);

export function flagsOf({ occurredAt, deviceAt, offset, point }: Judged, known: Known, order: OnOrder | null): Flag[] {
  const here = point && { ...point, at: occurredAt };
  const acknowledged = latest(known.acknowledged, order?.seenAt ?? null);
  const raised: [Flag, boolean][] = [
    ['far', point !== null && !!order?.position && metresBetween(point, order.position) > FAR_METRES],
    ['fast', here !== null && known.last !== null && speedBetween(known.last, here) > FAST_KMH],
    ['before-acknowledged', acknowledged !== null && occurredAt < acknowledged - JITTER],
    ['clock', Math.abs(deviceAt + offset - occurredAt) > CLOCK_OFF],
  ];
  return raised.flatMap(([flag, yes]) => (yes ? [flag] : []));
}
