/**
 * Lengths of time counted in classes, each octave cut in 256: a million take no more memory than a thousand.
 * Number and sum are exact, a quantile to 1 in 256.
 */
import type { Millis } from './instant.ts';

export interface Spread {
  readonly count: number;
  readonly sum: Millis;
  add(length: Millis): void;
  /** By nearest rank: the length that this share of them does not exceed; 0 of none. */
  quantile(share: number): Millis;
}

const PER_OCTAVE = 256;

/** Greatest length of the class a length falls in. */
function classOf(length: Millis): Millis {
  const width = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(length, 1))) - Math.log2(PER_OCTAVE));
  return Math.floor(length / width) * width + width - 1;
}

export function emptySpread(): Spread {
  const classes = new Map<Millis, number>();
  let [count, sum, most] = [0, 0, 0];
  return {
    get count() {
      return count;
    },
    get sum() {
      return sum;
    },
    add(length) {
      const its = classOf(length);
      classes.set(its, (classes.get(its) ?? 0) + 1);
      count += 1;
      sum += length;
      most = Math.max(most, length);
    },
    quantile(share) {
      let left = Math.ceil(count * share);
      for (const [length, times] of [...classes].sort(([a], [b]) => a - b)) {
        left -= times;
        if (left <= 0) return Math.min(length, most);
      }
      return most;
    },
  };
}
