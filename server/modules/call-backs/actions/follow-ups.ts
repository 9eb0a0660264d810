/** 整改回访: what low ratings still want, who sees to it, and why it stays as it is. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { readOrder } from '../../work-orders/index.ts';
import { type FollowUpRow, listFollowUps, ownFollowUp, settleFollowUps } from '../store/follow-ups.ts';
import { type Asking, sealedReach } from './read-calls.ts';

const MOST = 200;

export const readFollowUps = ({ tx, me }: Asking): Promise<FollowUpRow[]> => listFollowUps(tx, sealedReach(me), MOST);

/** I see to it; without a reason it is mine from now on, with one it is answered. */
export async function answerFollowUp(
  asking: Asking,
  orderId: number,
  { requestId, reason }: { requestId: number; reason?: string },
): Promise<Result<true>> {
  const { tx, me, time } = asking;
  const seen = await readOrder(asking, orderId);
  if (!seen.ok) return seen;
  if (reason !== undefined && reason.trim() === '')
    return refuse('explanation-missing', { fields: [{ path: 'reason', code: 'empty' }] });
  const owned = await ownFollowUp(tx, orderId, requestId, me.staffId);
  if (owned === 0) return refuse('follow-up-answered');
  if (reason !== undefined) {
    const settling = { settlement: 'explained' as const, by: me.staffId, at: time.now(), reason: reason.trim() };
    await settleFollowUps(tx, orderId, requestId, settling);
  }
  return ok(true);
}
