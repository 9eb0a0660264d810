import type { Instant, Millis } from '../values/instant.ts';

/** Where the time comes from. Business SQL never asks the database for it. */
export interface TimeSource {
  now(): Instant;
}

export const systemTime: TimeSource = { now: () => Date.now() };

export interface ControllableTime extends TimeSource {
  set(to: Instant): void;
  advance(by: Millis): void;
}

/** For tests: time stands still until it is set or advanced. */
export function controllableTime(start: Instant | string): ControllableTime {
  let now = typeof start === 'string' ? Date.parse(start) : start;
  if (!Number.isFinite(now)) throw new Error(`not an instant: ${start}`);
  return {
    now: () => now,
    set: (to) => {
      now = to;
    },
    advance: (by) => {
      now += by;
    },
  };
}
