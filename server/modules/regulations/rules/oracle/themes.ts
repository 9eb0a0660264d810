/** Test support: everything that is drawn, by what it is about. */
import { PLAIN_THEMES } from './draw.ts';
import { CALLER_THEMES } from './draw-callers.ts';
import { CHAIN_THEMES } from './draw-chains.ts';

export const THEMES = { ...PLAIN_THEMES, ...CHAIN_THEMES, ...CALLER_THEMES };
export type Theme = keyof typeof THEMES;
