/** Merging 合并 and undoing it: callers move with their clocks, the work goes on in one order. */
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { requestCards } from '../contributions.ts';
import type { Inputs } from '../rules/context.ts';
import { decide } from '../rules/decide.ts';
import type { Command } from '../rules/lifecycle.ts';
import { arrival } from '../rules/merging/past.ts';
import type { NewEntry, OrderRequest } from '../rules/order.ts';
import { sealedAlike } from '../rules/routing/seal.ts';
import { moveClocks } from '../store/clocks.ts';
import { lockOrders, sealOfRow, survivorOf } from '../store/orders.ts';
import { changed, type Given, inWords, type Loaded, load, loadFor } from './execute.ts';
import { findAnew } from './listing/make-findable.ts';
import { save } from './save.ts';

export interface Merging {
  /** Version of the order to be merged, as its writer saw it. */
  version?: number;
  /** Order the work goes on in. */
  into: number;
  reason?: string;
}

const nameOf = ({ row }: Loaded) => ({ id: row.orderId, number: row.number });

/** The entries by which requests of one order come to another. */
const arrivals = (from: Loaded, requests: readonly OrderRequest[], at: Instant): NewEntry[] =>
  requests.map((request) => arrival({ ...from, request, from: nameOf(from), at }, 'all', false));

export async function mergeOrders(
  given: Given,
  orderId: number,
  { version, into, reason }: Merging,
): Promise<Result<{ into: number }>> {
  if (into === orderId) return refuse('merge-into-itself', { fields: [{ path: 'into', code: 'not-allowed' }] });
  await lockOrders(given.tx, [orderId, into]);
  const loaded = await loadFor(given, orderId, 'merge', false);
  if (!loaded.ok) return loaded;
  const source = loaded.value;
  const target = await load(given, into, false);
  if (!target) return refuse('merge-target-not-found', { fields: [{ path: 'into', code: 'unknown' }] });
  if (version !== undefined && version !== source.order.version) return changed(given, orderId, source.order.version);
  if (!sealedAlike(sealOfRow(source.row), sealOfRow(target.row)))
    return refuse('merge-sealed', { fields: [{ path: 'into', code: 'not-allowed' }] });
  const { now } = source.context;
  const moved = source.order.requests;
  const entries: NewEntry[] =
    moved.length > 0
      ? arrivals(source, moved, now)
      : [{ kind: 'joined', occurredAt: now, data: { otherOrder: nameOf(source) } }];
  const { state, packHash } = target.row;
  const left = await step(given, source, 'merge', {
    into: { ...nameOf(target), state, packHash },
    packHash: source.row.packHash,
    ...(reason ? { reason } : {}),
  });
  if (!left.ok) return left;
  const taken = await step(given, target, 'join', { entries });
  if (!taken.ok) return taken;
  await move(given, source, target, moved);
  await taken.value(rowsOf(source, moved));
  await left.value([]);
  return ok({ into });
}

/** Its callers come back from wherever they are now, and its clocks go on as if nothing had been. */
export async function unmergeOrder(
  given: Given,
  orderId: number,
  { version, reason }: { version?: number; reason: string },
): Promise<Result<{ orderId: number }>> {
  const first = await loadFor(given, orderId, 'unmerge', false);
  if (!first.ok) return first;
  const survivor = await survivorOf(given.tx, orderId);
  if (!survivor) return refuse('not-in-this-state', { params: { command: 'unmerge', state: first.value.row.state } });
  await lockOrders(given.tx, [orderId, survivor.orderId]);
  const loaded = await loadFor(given, orderId, 'unmerge', false);
  if (!loaded.ok) return loaded;
  const source = loaded.value;
  if (version !== undefined && version !== source.order.version) return changed(given, orderId, source.order.version);
  const holder = await load(given, survivor.orderId, false);
  if (!holder || holder.row.orderId === orderId)
    return refuse('not-in-this-state', { params: { command: 'unmerge', state: source.row.state } });
  const gone = new Set(source.order.left.map(({ id }) => id));
  const back = holder.order.requests.filter(({ id }) => gone.has(id));
  const { now } = source.context;
  const since = source.order.closedAt ?? now;
  const entries = back.map((request) =>
    homeward(arrival({ ...holder, request, from: nameOf(holder), at: now }, 'own', true), since),
  );
  const returned = await step(given, source, 'unmerge', { entries, reason });
  if (!returned.ok) return returned;
  const left = await step(given, holder, 'split', {
    requestIds: back.map(({ id }) => id),
    into: nameOf(source),
    reason,
  });
  if (!left.ok) return left;
  await move(given, holder, source, back);
  await returned.value(rowsOf(holder, back));
  await left.value([]);
  return ok({ orderId });
}

/** Of what was done towards the caller only what his old order does not know itself. */
function homeward(entry: NewEntry, since: Instant): NewEntry {
  const { past } = entry.data;
  if (!past) return entry;
  const happenings = past.happenings.filter(({ recordedAt }) => recordedAt >= since);
  const plans = past.plans.filter(({ setAt }) => setAt >= since);
  return { ...entry, data: { ...entry.data, past: { ...past, happenings, plans } } };
}

export const rowsOf = ({ clocks }: Loaded, requests: readonly Pick<OrderRequest, 'id'>[]) =>
  clocks.filter(({ requestId }) => requests.some(({ id }) => id === requestId));

async function move({ tx }: Given, from: Loaded, to: Loaded, requests: readonly OrderRequest[]): Promise<void> {
  const ids = requests.map(({ id }) => id);
  if (ids.length === 0) return;
  await moveClocks(tx, from.row.orderId, to.row.orderId, ids);
  await requestCards().move?.(tx, ids, to.row.orderId);
  await findAnew(tx, [from.row.orderId, to.row.orderId]);
}

/** Decides at once; saves when the clocks have moved. Clocks of requests that are no longer its own are not looked at. */
export async function step<C extends Command>(
  given: Given,
  loaded: Loaded,
  command: C,
  input: Inputs[C],
): Promise<Result<(arrived: Loaded['clocks']) => Promise<void>>> {
  const { row, order, log, clocks, book, context } = loaded;
  const decision = decide(order, command, input, context);
  if (!decision.ok) return inWords(decision, given, book);
  const { entries, order: after } = decision.value;
  const stays = (requestId: number): boolean => requestId === 0 || after.requests.some(({ id }) => id === requestId);
  return ok(async (arrived) => {
    const standing = {
      orderId: row.orderId,
      number: row.number,
      order: after,
      log: [...log, ...entries],
      clocks: [...clocks.filter(({ requestId }) => stays(requestId)), ...arrived],
      units: context.units,
      book,
    };
    await save(given.tx, standing, entries, context.now);
  });
}
