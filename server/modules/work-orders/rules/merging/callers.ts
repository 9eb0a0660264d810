/** Which acts are one caller's alone, and whom an act means where there are several callers. */
import { ok, type Result, refuse } from '../../../../values/result.ts';
import type { Pack } from '../../../regulations/rules/pack.ts';
import type { Context } from '../context.ts';
import type { OrderState } from '../order.ts';

/** Acts towards one person, whatever the rulebook's clocks say of them. */
const TOWARDS_ONE = ['contacted', 'customer-told', 'called-back', 'call-back-tried', 'rated'];
/** Made by commands that move the order: they concern everybody. */
const OF_ORDER: ReadonlySet<string> = new Set([
  ...['received', 'created', 'dispatched', 'accepted', 'returned', 'assigned', 'handled', 'finished', 'rejected'],
  ...['reviewed', 'closed', 'reopened', 'cancelled', 'extended', 'paused', 'merged', 'overdue'],
]);

/** Besides those, what stops only clocks of requests: 反馈 12345, 提前告知, 告知 of a notice to the caller. */
export function callersOwn(pack: Pack): ReadonlySet<string> {
  const of = (on: 'order' | 'request'): Set<string> =>
    new Set([
      ...pack.clocks.filter(({ cases }) => cases[0]?.value.on === on).flatMap(({ until }) => until?.of ?? []),
      ...pack.notices.filter(({ cases }) => cases[0]?.value.on === on).map(({ id }) => `told:${id}`),
    ]);
  const work = of('order');
  const own = [...of('request')].filter((milestone) => !work.has(milestone) && !OF_ORDER.has(milestone));
  return new Set([...TOWARDS_ONE, ...own]);
}

/**
 * The requests an act is recorded for; null: the order as a whole. An act towards the only caller is his,
 * so that it does not count for who joins later.
 */
export function meant(
  milestone: string,
  { requestId, everyone }: { requestId?: number; everyone?: boolean },
  { requests }: OrderState,
  { callersOwn: own }: Pick<Context, 'callersOwn'>,
): Result<(number | null)[]> {
  const all = requests.map(({ id }) => id);
  if (everyone) return ok(all.length === 0 ? [null] : all);
  if (requestId !== undefined) {
    if (!all.includes(requestId))
      return refuse('request-of-another-order', { fields: [{ path: 'requestId', code: 'unknown' }] });
    return ok([requestId]);
  }
  if (!own.has(milestone) || all.length === 0) return ok([null]);
  if (all.length > 1)
    return refuse('request-not-named', {
      params: { milestone, callers: all.length },
      fields: [{ path: 'requestId', code: 'empty' }],
    });
  return ok(all);
}
