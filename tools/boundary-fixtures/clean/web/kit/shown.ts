import { HOUR } from '../../server/values/instant.ts';
export const hours = (ms: number): number => ms / HOUR;
