/** When something is tried again: later and later, and not everything at the same moment. */
import { HOUR, type Instant, type Millis, SECOND } from '../../../../values/instant.ts';

const FIRST: Millis = 30 * SECOND;
const GROWS = 4;
const LONGEST: Millis = HOUR;
/** Share of the wait by which it is shorter or longer. */
const JITTER = 0.2;

/** Tries of one message on one channel. */
export const MOST_TRIES = 5;

/** A number in [0, 1) that is always the same of the same text (FNV-1a, then mixed). */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/**
 * @param tries made so far, at least one
 * @param of which message: two of them wait differently
 */
export function waitAfter(tries: number, of: string): Millis {
  const wait = Math.min(FIRST * GROWS ** (Math.max(tries, 1) - 1), LONGEST);
  return Math.round(wait * (1 - JITTER + 2 * JITTER * chance(`${of} ${tries}`)));
}

export const nextTry = (now: Instant, tries: number, of: string): Instant => now + waitAfter(tries, of);
