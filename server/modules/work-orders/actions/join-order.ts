/** A request comes to an order that is there already 并入, or leaves it for one of its own 拆分. */
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { type FactValue, packInForce } from '../../regulations/index.ts';
import { requestCards } from '../contributions.ts';
import { isOpen } from '../rules/lifecycle.ts';
import { arrival } from '../rules/merging/past.ts';
import type { Via } from '../rules/order.ts';
import { sealedAlike, sealOf } from '../rules/routing/seal.ts';
import { orderById, sealOfRow } from '../store/orders.ts';
import { changed, type Given, inWords, load, loadFor } from './execute.ts';
import { findAnew } from './listing/make-findable.ts';
import { rowsOf, step, unmergeOrder } from './merge-orders.ts';
import { type OpenedOrder, type OpenOrder, openOrder } from './open-order.ts';

export interface JoiningRequest {
  id: number;
  elements: string[];
  channel: string;
  receivedAt: Instant;
  facts: Record<string, FactValue>;
  /** What the caller himself reports. */
  event?: string;
  /** Day of receipt, in the utility's zone. */
  day: string;
  via?: Via;
}

/** One incident, one more caller: his own clocks run from his own receipt. */
export async function joinOrder(given: Given, orderId: number, request: JoiningRequest): Promise<Result<OpenedOrder>> {
  const loaded = await load(given, orderId, true);
  if (!loaded) return refuse('merge-target-not-found', { fields: [{ path: 'joinOrderId', code: 'unknown' }] });
  const { row } = loaded;
  const fields = [{ path: 'joinOrderId', code: 'not-allowed' }];
  if (!isOpen(row.state))
    return inWords(
      refuse('merge-into-ended', { params: { number: row.number, state: row.state }, fields }),
      given,
      loaded.book,
    );
  const pack = await packInForce(given.tx, request.day);
  if (pack?.hash !== row.packHash) return refuse('merge-rulebooks-differ', { params: { number: row.number }, fields });
  const { id, elements, channel, facts, receivedAt, event = '' } = request;
  const own = sealOf({ event, channel, facts }, { ...loaded.book, units: loaded.context.units });
  if (!sealedAlike(own, sealOfRow(row))) return refuse('merge-sealed', { fields });
  const entry = {
    kind: 'received',
    occurredAt: Math.min(receivedAt, loaded.context.now),
    requestId: id,
    data: { channel, elements, facts },
  };
  const joined = await step(given, loaded, 'join', { entries: [entry] });
  if (!joined.ok) return joined;
  await joined.value([]);
  return ok({ orderId, number: row.number, version: loaded.order.version + 1 });
}

export interface Splitting {
  version?: number;
  requestId: number;
  reason: string;
}

/** What the new order is about, as the request itself says; made by who keeps requests. */
export type AsOrder = (request: {
  id: number;
  elements: string[];
}) => Promise<{ opening: OpenOrder; recordedAt: Instant } | undefined>;

/**
 * The request goes to an order of its own, whose clocks run as if it had always been there. Where its former
 * order was merged for its sake alone, that one is there again.
 */
export async function splitRequest(
  given: Given,
  orderId: number,
  { version, requestId, reason }: Splitting,
  asOrder: AsOrder,
): Promise<Result<{ orderId: number; number: string }>> {
  const { tx, me, time } = given;
  const loaded = await loadFor(given, orderId, 'split', true);
  if (!loaded.ok) return loaded;
  const seen = loaded.value;
  if (version !== undefined && version !== seen.order.version) return changed(given, orderId, seen.order.version);
  const request = seen.order.requests.find(({ id }) => id === requestId);
  const home = request?.from && (await orderById(tx, request.from.id));
  if (request && home?.mergedInto === orderId) {
    const fellows = seen.order.requests.filter(({ from }) => from?.id === home.orderId);
    if (fellows.length === 1) {
      const undone = await unmergeOrder(given, home.orderId, { reason });
      return undone.ok ? ok({ orderId: home.orderId, number: home.number }) : undone;
    }
  }
  const own = request && (await asOrder({ id: request.id, elements: request.elements }));
  const at = seen.context.now;
  const into = { id: 0, number: '' };
  // Whether it may leave is decided before the new order is there; it writes the number when it is.
  const allowed = await step(given, seen, 'split', { requestIds: [requestId], into, reason });
  if (!allowed.ok) return allowed;
  if (!request || !own) return refuse('request-of-another-order', { fields: [{ path: 'requestId', code: 'unknown' }] });
  const from = { id: orderId, number: seen.row.number };
  const entry = arrival({ ...seen, request, from, at }, 'own', true);
  const opened = await openOrder(tx, me, time, {
    ...own.opening,
    receivedAt: request.receivedAt,
    facts: { ...own.opening.facts, ...request.facts },
    splitOff: {
      from: orderId,
      createdAt: own.recordedAt,
      packHash: seen.row.packHash,
      calendarHash: seen.row.calendarHash,
      arrival: { ...entry, data: { ...entry.data, reason } },
      clocks: rowsOf(seen, [request]),
    },
  });
  if (!opened.ok) return opened;
  const left = await step(given, seen, 'split', {
    requestIds: [requestId],
    into: { id: opened.value.orderId, number: opened.value.number },
    reason,
  });
  if (!left.ok) return left;
  await requestCards().move?.(tx, [requestId], opened.value.orderId);
  await findAnew(tx, [orderId]);
  await left.value([]);
  return ok({ orderId: opened.value.orderId, number: opened.value.number });
}
