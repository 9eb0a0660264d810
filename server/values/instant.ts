/**
 * Points and stretches of time as integers: milliseconds since 1970-01-01T00:00:00Z.
 * `Temporal` stays at the edges; rules also run on phones that do not have it.
 */
export type Instant = number;
/** Milliseconds. */
export type Millis = number;
/** Half-open stretch `[from, until)`; `until` null means it still lasts. */
export interface Stretch {
  from: Instant;
  until: Instant | null;
}

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;
