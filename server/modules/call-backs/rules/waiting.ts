/** Whom one may call, and when: what was tried before, how often, what he asked for, and the quiet hours. */
import { type Instant, MINUTE } from '../../../values/instant.ts';
import type { Zone } from '../../../values/zone.ts';
import type { Outcome } from '../../work-orders/rules/satisfaction/levels.ts';
import { awakeFrom, type Quiet } from './quiet.ts';
import type { Settings } from './settings.ts';

export interface Try {
  at: Instant;
  outcome: Outcome | null;
  /** When he wants to be called. */
  later: Instant | null;
}

export interface Awaited {
  /** Since when he waits to be called. */
  since: Instant;
  /** Calls of this round that reached nobody, in order. */
  tries: readonly Try[];
  hasPhone: boolean;
  /** He was called; the order is still open. */
  called: boolean;
}

export type Standing =
  | { kind: 'callable' }
  | { kind: 'later'; at: Instant; because: 'quiet' | 'spacing' | 'asked' }
  /** Nobody to call: the order may be closed. */
  | { kind: 'no-contact' }
  | { kind: 'called' }
  /** The tries are used up. */
  | { kind: 'unreached'; because: 'tries' | 'wrong-number' };

/** A call somebody answered, to say when he wants it, uses up no try. */
export const triesUsed = (tries: readonly Try[]): number => tries.filter(({ outcome }) => outcome !== 'later').length;

export function standingOf(
  { since, tries, hasPhone, called }: Awaited,
  { tries: allowed, spacing }: Pick<Settings, 'tries' | 'spacing'>,
  quiet: Quiet | null,
  zone: Zone,
  now: Instant,
): Standing {
  if (called) return { kind: 'called' };
  if (!hasPhone) return { kind: 'no-contact' };
  const last = tries.at(-1);
  if (last?.outcome === 'wrong-number') return { kind: 'unreached', because: 'wrong-number' };
  const asked = last?.later ?? null;
  if (asked === null && triesUsed(tries) >= allowed) return { kind: 'unreached', because: 'tries' };
  const earliest = last === undefined ? since : (asked ?? last.at + spacing * MINUTE);
  const at = awakeFrom(Math.max(earliest, now), quiet, zone);
  if (at <= now) return { kind: 'callable' };
  const because = earliest <= now || at > earliest ? 'quiet' : asked === null ? 'spacing' : 'asked';
  return { kind: 'later', at, because };
}
