/** Whether what expires is valid, in whole days of Shanghai. Its last day counts. */
import { dayBegins, local } from '../../kit/time.ts';

interface Lasting {
  since: string;
  expiresOn: string | null;
  endedOn: string | null;
}

export type Validity =
  | { says: 'ended' | 'open' | 'last' }
  | { says: 'later'; on: string }
  | { says: 'left' | 'over'; days: number };

export function validityOf({ since, expiresOn, endedOn }: Lasting, now: number): Validity {
  const today = local(now).format('YYYY-MM-DD');
  if (endedOn !== null && endedOn <= today) return { says: 'ended' };
  if (since > today) return { says: 'later', on: since };
  if (expiresOn === null) return { says: 'open' };
  const days = (dayBegins(expiresOn) - dayBegins(today)) / 86_400_000;
  if (days === 0) return { says: 'last' };
  return days > 0 ? { says: 'left', days } : { says: 'over', days: -days };
}

export const isOver = (thing: Lasting, now: number): boolean => validityOf(thing, now).says === 'over';
