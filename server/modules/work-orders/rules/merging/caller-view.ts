/** How far one caller is: each is contacted, told and called back on his own. */
import type { Instant } from '../../../../values/instant.ts';
import { iso } from '../clock-view.ts';
import type { LogEntry, OrderState, OtherOrder } from '../order.ts';
import { isGood, type Rating } from '../satisfaction/levels.ts';
import { maySplit } from './commands.ts';

export interface CallerView {
  contactedAt: string | null;
  toldAt: string | null;
  calledBackAt: string | null;
  /** Nobody answered, and nobody has since. */
  triedAt: string | null;
  satisfied: boolean | null;
  /** 好差评 in this round. */
  rating: Rating | null;
  joinedAt: string | null;
  from: OtherOrder | null;
  maySplit: boolean;
}

const NOBODY: CallerView = {
  contactedAt: null,
  toldAt: null,
  calledBackAt: null,
  triedAt: null,
  satisfied: null,
  rating: null,
  joinedAt: null,
  from: null,
  maySplit: false,
};

export function callerView(requestId: number, order: OrderState, log: readonly LogEntry[]): CallerView {
  const request = order.requests.find(({ id }) => id === requestId);
  if (!request) return NOBODY;
  const at = (milestone: string): string | null => {
    const when: Instant | undefined = request.done[milestone];
    return when === undefined ? null : iso(when);
  };
  const calledBackAt = at('called-back');
  const rating = request.rating ?? null;
  const answer = log
    .filter(({ kind, requestId: of }) => kind === 'called-back' && (of === null || of === requestId))
    .at(-1);
  return {
    contactedAt: at('contacted'),
    toldAt: at('customer-told'),
    calledBackAt,
    triedAt: calledBackAt === null ? at('call-back-tried') : null,
    satisfied: rating !== null ? isGood(rating) : calledBackAt === null ? null : (answer?.data.satisfied ?? null),
    rating,
    joinedAt: request.joinedAt === undefined ? null : iso(request.joinedAt),
    from: request.from ?? null,
    maySplit: maySplit(order, request),
  };
}
