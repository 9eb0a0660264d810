/** What becomes of an order that a duty 职责 made, for whoever keeps account of the duty. */
import type { Instant } from '../../../../values/instant.ts';
import type { ClockRow } from '../clocks.ts';
import type { LogEntry, OrderState } from '../order.ts';

export interface DutyNews {
  orderId: number;
  /** When it is told. */
  at: Instant;
  /** When the duty was done; null: it is not, or not any more. */
  doneAt: Instant | null;
  /** When it was given up: cancelled, or merged into another order. */
  givenUpAt: Instant | null;
}

/** null: no duty made it. */
export function dutyNews(
  orderId: number,
  log: readonly LogEntry[],
  order: Pick<OrderState, 'state' | 'closedAt'>,
  clocks: readonly ClockRow[],
  now: Instant,
): DutyNews | null {
  if (!log.some(({ data }) => data.duty !== undefined)) return null;
  const own = clocks.filter(({ section }) => section === 'duties').sort((a, b) => a.run - b.run);
  // One that is due at no time is done when its order is closed.
  const doneAt = own.length > 0 ? (own.at(-1)?.stoppedAt ?? null) : order.state === 'closed' ? order.closedAt : null;
  const gone = order.state === 'cancelled' || order.state === 'merged';
  return { orderId, at: now, doneAt, givenUpAt: gone && doneAt === null ? order.closedAt : null };
}
