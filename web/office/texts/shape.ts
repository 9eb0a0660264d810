import type { zh } from './zh-CN.ts';

/** The same keys, any words. */
export type Same<T> = T extends string
  ? string
  : T extends readonly string[]
    ? string[]
    : { [K in keyof T]: Same<T[K]> };
export type Texts = Same<typeof zh>;
