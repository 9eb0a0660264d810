/**
 * Test support: a tape of numbers that makes every choice of a drawn case. A shorter tape, or one with
 * smaller numbers, makes a simpler case, so that whatever shrinks the tape shrinks the case.
 */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }
  /** A number of the stretch, both ends in; its lower end when the tape is at its end. */
  int(min: number, max: number): number {
    const drawn = this.#numbers[this.#at++] ?? 0;
    return min + (drawn % (max - min + 1));
  }
  /** One of a list; the first is the simplest. */
  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)] as T;
  }
  /** True once in so many draws. */
  once(inSoMany: number): boolean {
    return this.int(0, inSoMany - 1) === inSoMany - 1;
  }
  /** So many of what the function draws. */
  some<T>(max: number, draw: (n: number) => T): T[] {
    return Array.from({ length: this.int(0, max) }, (_, n) => draw(n));
  }
}

export const TAPE_LENGTH = 160;
/** Numbers on a tape are below this. */
export const TAPE_NUMBER = 2 ** 30;

/** Numbers that follow from a seed (mulberry32). */
export function numbersOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % TAPE_NUMBER;
  };
}

export const tapeOf = (next: () => number): number[] => Array.from({ length: TAPE_LENGTH }, next);
