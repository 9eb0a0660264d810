/** What is handed over with a shift: the open orders of a unit, due first; of a desk's, those that wait for a desk. */
import { contributeMatters, type Matter } from '../../rosters/index.ts';
import { type Filter, listOrders, NOTHING } from '../store/lists.ts';
import { seenAmong } from '../store/sealed.ts';
import { unitsOf } from './people.ts';
import { sightOf } from './read-orders.ts';
import { rulebookByHash } from './rulebook.ts';

/** More than that nobody hands over in words; the count says how many there are. */
const MOST = 200;
const DESK_STATES = ['awaiting-dispatch', 'awaiting-review', 'awaiting-call-back'];

contributeMatters({
  async open(tx, me, departmentId): Promise<Matter[]> {
    const unit = (await unitsOf(tx)).find((one) => one.departmentId === departmentId);
    const desk = unit?.kind === 'call-centre';
    const filter: Filter = {
      tab: 'all',
      closed: false,
      sort: 'due',
      limit: MOST,
      received: NOTHING,
      myStates: [],
      ...(!desk && { department: departmentId }),
    };
    const rows = await listOrders(tx, filter, sightOf(me));
    const matters: Matter[] = [];
    for (const row of rows) {
      if (desk && !DESK_STATES.includes(row.state)) continue;
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
  seen: seenAmong,
});
