/**
 * Declining 不予受理: what is not about water, or is another's duty. The caller is always told
 * why, and for another's duty to whom it was handed on (济南 J-018: 告知客户同时告知物业等部门).
 */
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { cleanText, readReceivedAt, tooLong } from './intake.ts';

export type DeclineReason = 'irrelevant' | 'outside-duty';

export interface Decline {
  reason: DeclineReason;
  explanation: string;
  handedTo: string | null;
  /** When the caller was told; null: he still has to be. */
  toldAt: Instant | null;
}

/** When he was told 告知时间: at once where nothing else is said, never in the future. */
export function readToldAt(text: string | undefined, now: Instant): Result<Instant> {
  const at = readReceivedAt(text, now);
  if (at.ok) return at;
  const code = at.refusal.code === 'received-in-future' ? 'told-in-future' : 'told-time-not-valid';
  return refuse(code, { params: { found: text?.slice(0, 40) ?? '' }, fields: [{ path: 'toldAt', code }] });
}

/** @param toldBy at a desk the caller is told at once; an imported letter has told nobody yet */
export function readDecline(
  input: { reason: string; explanation?: string; handedTo?: string; toldAt?: string },
  now: Instant,
  toldBy: 'desk' | 'nobody',
): Result<Decline> {
  if (input.reason !== 'irrelevant' && input.reason !== 'outside-duty') {
    return refuse('unknown-decline-reason', {
      params: { found: input.reason.slice(0, 60) },
      fields: [{ path: 'reason', code: 'unknown-decline-reason' }],
    });
  }
  const explanation = cleanText(input.explanation);
  const handedTo = cleanText(input.handedTo);
  const long = tooLong({ explanation, handedTo });
  if (long[0]) return refuse('text-too-long', { params: { ...long[0].params }, fields: long });
  if (explanation === '') {
    return refuse('explanation-missing', { fields: [{ path: 'explanation', code: 'explanation-missing' }] });
  }
  if (input.reason === 'outside-duty' && handedTo === '') {
    return refuse('handed-to-missing', { fields: [{ path: 'handedTo', code: 'handed-to-missing' }] });
  }
  const told = toldBy === 'desk' || input.toldAt !== undefined ? readToldAt(input.toldAt, now) : ok(null);
  if (!told.ok) return told;
  return ok({ reason: input.reason, explanation, handedTo: handedTo || null, toldAt: told.value });
}

export interface RequestState {
  outcome: 'draft' | 'open' | 'declined' | 'registered';
}

/** Only a draft is still to be decided; an open one has an order, whose own commands end it. */
export function mayDecide(request: RequestState): Result<true> {
  if (request.outcome === 'declined') return refuse('request-already-declined');
  if (request.outcome === 'registered') return refuse('request-already-registered');
  if (request.outcome === 'open') return refuse('request-already-open');
  return ok(true);
}
