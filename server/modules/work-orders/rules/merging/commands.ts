/** Merging 合并, splitting 拆分, and undoing it: what the order that is left writes. */
import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import type { Context, Inputs } from '../context.ts';
import { isOpen } from '../lifecycle.ts';
import type { NewEntry, OrderRequest, OrderState } from '../order.ts';

type Written<C extends keyof Inputs> = (
  order: OrderState,
  input: Inputs[C],
  context: Context,
  at: Instant,
) => Result<NewEntry[]>;

/** All its callers go, and its clocks end without a breach. */
export const merge: Written<'merge'> = (order, { into, packHash, reason }, _context, at) => {
  const params = { number: into.number };
  const fields = [{ path: 'into', code: 'not-allowed' }];
  if (!isOpen(into.state)) return refuse('merge-into-ended', { params: { ...params, state: into.state }, fields });
  if (into.packHash !== packHash) return refuse('merge-rulebooks-differ', { params, fields });
  const otherOrder = { id: into.id, number: into.number };
  const why = reason ? { reason } : {};
  return ok([
    ...order.requests.map(({ id }) => ({ kind: 'left', occurredAt: at, requestId: id, data: { otherOrder } })),
    { kind: 'merged', occurredAt: at, data: { otherOrder, ...why } },
  ]);
};

/** An order that a call began does not stand without any caller. */
export const maySplit = (order: OrderState, request: OrderRequest): boolean =>
  order.requests.length > 1 || request.joinedAt !== undefined;

export const split: Written<'split'> = (order, { requestIds, into, reason }, _context, at) => {
  if (requestIds.some((requestId) => !order.requests.some(({ id }) => id === requestId))) {
    return refuse('request-of-another-order', { fields: [{ path: 'requestId', code: 'unknown' }] });
  }
  const stays = order.requests.filter(({ id }) => !requestIds.includes(id));
  const began = order.requests.some((one) => one.joinedAt === undefined && requestIds.includes(one.id));
  if (stays.length === 0 && began) return refuse('split-only-request');
  const data = { otherOrder: into, reason };
  if (requestIds.length === 0) return ok([{ kind: 'left', occurredAt: at, data }]);
  return ok(requestIds.map((requestId) => ({ kind: 'left', occurredAt: at, requestId, data })));
};

/** As if it had never been merged. */
export const unmerge: Written<'unmerge'> = (order, { entries, reason }, _context, at) => {
  const otherOrder = order.mergedInto ? { id: order.mergedInto.id, number: order.mergedInto.number } : undefined;
  return ok([
    { kind: 'unmerged', occurredAt: at, data: { ...(otherOrder ? { otherOrder } : {}), reason } },
    ...entries,
  ]);
};
