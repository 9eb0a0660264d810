/** How often one address may ask, counted in this process: enough to make trying links out hopeless. */
import { type Instant, MINUTE } from '../../../values/instant.ts';

export interface Throttle {
  /** False: too often. */
  admits(address: string, now: Instant): boolean;
}

export function throttle(perMinute: number): Throttle {
  let counted = new Map<string, number>();
  let since = Number.NEGATIVE_INFINITY;
  return {
    admits(address, now) {
      if (now - since >= MINUTE) {
        counted = new Map();
        since = now;
      }
      const times = (counted.get(address) ?? 0) + 1;
      counted.set(address, times);
      return times <= perMinute;
    },
  };
}
