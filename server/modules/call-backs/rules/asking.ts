/** Who is asked by a link how satisfied he is, once the order is closed. */
import type { OrderState } from '../../work-orders/rules/order.ts';
import type { Settings } from './settings.ts';

/**
 * Whoever has neither been called in this round nor said it already, of a channel that is asked. Of what is sealed 保密
 * nobody: a message could be read by anybody. Who left no number is asked by nobody either: the caller of this knows.
 */
export const whomToAsk = (
  { requests, facts }: Pick<OrderState, 'requests' | 'facts'>,
  { channels, address }: Pick<Settings, 'channels' | 'address'>,
  sealed: boolean,
): number[] =>
  sealed || address === null
    ? []
    : requests
        .filter(({ done, rating }) => done['called-back'] === undefined && rating === undefined)
        .filter(({ channel }) => channels.includes(channel))
        .filter((one) => (one.facts ?? facts)['contact-left'] !== false)
        .map(({ id }) => id);

/** Why a link is not good any more; null: it is. */
export function whyOver(
  ask: {
    state: string;
    orderRound: number;
    round: number;
    sealed: boolean;
    expiresAt: number;
    openUntil: number | null;
  },
  now: number,
): 'rating-link-over' | 'rating-order-open' | 'rating-given' | null {
  if (ask.sealed || now >= ask.expiresAt) return 'rating-link-over';
  if (ask.state !== 'closed' || ask.orderRound !== ask.round) return 'rating-order-open';
  return ask.openUntil !== null && now >= ask.openUntil ? 'rating-given' : null;
}
