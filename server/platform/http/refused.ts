import type { Refusal } from '../../values/result.ts';

/** A refusal on its way out of code that cannot return one: hooks, parsers, a transaction to be rolled back. */
export class Refused extends Error {
  refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
