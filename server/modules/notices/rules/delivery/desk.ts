/** What a person may do with a notice, and what becomes of it. */
import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import type { Channel, State } from '../notice.ts';
import { type Happened, type Outcome, startOf, type Underway } from './outcome.ts';
import { type Address, reaches } from './route.ts';

export const DEEDS = ['retry', 'reroute', 'telephone', 'serve', 'give-up'] as const;
export type Deed = (typeof DEEDS)[number];

/** 未送达 and 不明 lie at the desk; a slip is handed over; what asks for proof may be served by hand as well. */
const AT_DESK: readonly State[] = ['dead', 'unknown'];
const TOLD: readonly State[] = ['sent', 'delivered', 'read'];

export function deedsOf(one: Pick<Underway, 'state' | 'channel' | 'provenAt'> & { proof: boolean }): Deed[] {
  const unproven = one.proof && one.provenAt === null;
  const open = AT_DESK.includes(one.state) || one.state === 'to-serve' || (unproven && TOLD.includes(one.state));
  if (!open) return [];
  return DEEDS.filter((deed) => {
    if (deed === 'retry') return one.channel !== null && one.channel !== 'slip';
    return true;
  });
}

export type Done =
  | { deed: 'retry' }
  | { deed: 'reroute'; channel: Channel }
  | { deed: 'telephone'; reached: boolean; words: string }
  | { deed: 'serve'; words: string; attachmentId: string | null }
  | { deed: 'give-up'; reason: string };

export interface Handled extends Outcome {
  happened: (Happened & { detail?: Record<string, unknown> })[];
  /** In words, as it is written down. */
  step: { kind: Deed; detail: Record<string, unknown> | null };
}

/** @param to with an address somebody gave at the desk */
export function afterDeed(one: Underway & { proof: boolean }, done: Done, to: Address, now: Instant): Result<Handled> {
  if (!deedsOf(one).includes(done.deed)) return refuse('notice-not-open', { params: { state: one.state } });
  const stays: Outcome = { ...one, waits: null, dueAt: now, refusal: null, happened: [] };
  const step = (detail: Record<string, unknown> | null) => ({ kind: done.deed, detail });
  switch (done.deed) {
    case 'retry':
    case 'reroute': {
      const channel = done.deed === 'reroute' ? done.channel : one.channel;
      if (channel === null || !reaches(channel, to))
        return refuse('notice-address-missing', { params: { channel: channel ?? '' } });
      return ok({ ...stays, state: startOf(channel), channel, hop: one.hop + 1, tries: 0, step: step({ channel }) });
    }
    case 'telephone': {
      const detail = { reached: done.reached, words: done.words };
      if (!done.reached) return ok({ ...stays, refusal: null, step: step(detail) });
      return ok({ ...stays, state: 'served', provenAt: one.provenAt ?? now, step: step(detail) });
    }
    case 'serve': {
      const detail = { words: done.words, ...(done.attachmentId !== null && { attachmentId: done.attachmentId }) };
      return ok({ ...stays, state: 'served', provenAt: one.provenAt ?? now, step: step(detail) });
    }
    case 'give-up':
      return ok({ ...stays, state: 'given-up', step: step({ words: done.reason }) });
  }
}
