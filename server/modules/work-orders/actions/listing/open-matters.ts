/** What is handed over with a shift: the open orders of a unit, due first; of a desk's, those that wait for a desk. */
import { contributeMatters, type Matter } from '../../../rosters/index.ts';
import type { State } from '../../rules/lifecycle.ts';
import { inSightAmong, openOrders } from '../../store/open-matters.ts';
import { unitsOf } from '../people.ts';
import { rulebookByHash } from '../rulebook.ts';
import { sightOf } from './order-view.ts';

/** More than that nobody hands over in words. */
const MOST = 200;
const DESK_STATES: readonly State[] = ['awaiting-dispatch', 'awaiting-review', 'awaiting-call-back'];

contributeMatters({
  async open(tx, me, departmentId): Promise<Matter[]> {
    const unit = (await unitsOf(tx)).find((one) => one.departmentId === departmentId);
    const of = unit?.kind === 'call-centre' ? { states: DESK_STATES } : { departmentId };
    const matters: Matter[] = [];
    for (const row of await openOrders(tx, of, sightOf(me), MOST)) {
      const { words } = await rulebookByHash(tx, row.packHash);
      matters.push({
        orderId: row.orderId,
        number: row.number,
        event: words.events.get(row.event)?.zh ?? row.event,
        place: row.place,
        state: row.state,
        urgent: row.urgent,
        dueAt: row.dueAt?.toISOString() ?? null,
        dueState: row.dueState,
      });
    }
    return matters;
  },
  known: (tx, me, orderIds) => inSightAmong(tx, orderIds, sightOf(me)),
});
