import type { Outcome } from '../step.ts';
import { vitest } from '../vitest.ts';

export const unitTests = (): Promise<Outcome> => vitest(['unit']);
