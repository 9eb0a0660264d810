/** Lengths and sizes as people say them. */
import { local } from '../../kit/time.ts';
import type { Say } from '../texts/index.ts';

export const far = (metres: number, t: Say): string =>
  metres < 1000
    ? t('far.metres', { n: Math.max(10, Math.round(metres / 10) * 10) })
    : t('far.kilometres', { n: (metres / 1000).toFixed(metres < 10_000 ? 1 : 0) });

export const size = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(0.1, bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** `14:05`, of another day `11-20 14:05`. */
export const clockTime = (at: number | string, now: number): string =>
  local(at).format(local(at).isSame(local(now), 'day') ? 'HH:mm' : 'MM-DD HH:mm');
