import type { Problem, Spot } from '../../pack-error.ts';

/** Where a pack says something else than a worked case. */
export interface Difference {
  at: Spot;
  article?: string;
  problem: Problem;
}
