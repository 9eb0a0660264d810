import type { Db, Tx } from '../../platform/database.ts';
import type { Measure } from '../../platform/http/metrics.ts';
import { listUtilityIds } from '../identity/index.ts';
import { countedOf, countOpen } from './store/delivery.ts';
import { inboxWritten } from './store/inbox.ts';

/** Of every utility on this database. */
async function overall(db: Db, read: (tx: Tx) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const utilityId of await listUtilityIds(db)) sum += await db.transaction(utilityId, read, { readOnly: true });
  return sum;
}

export const measures: Measure[] = [
  {
    name: 'gongshui_inbox_items_written_total',
    help: 'Items written into inboxes by every process on this database, as its statistics count them',
    kind: 'counter',
    read: inboxWritten,
  },
  {
    name: 'gongshui_notices_queued',
    help: 'Notices that wait to be sent or are being sent, those postponed for quiet hours among them',
    kind: 'gauge',
    read: (db) => overall(db, async (tx) => (await countOpen(tx)).queued),
  },
  {
    name: 'gongshui_notices_sent_total',
    help: 'Messages gateways have taken',
    kind: 'counter',
    read: (db) => overall(db, (tx) => countedOf(tx, 'sent')),
  },
  {
    name: 'gongshui_notices_dead',
    help: 'Notices at the desk: not delivered, or nobody knows whether they were',
    kind: 'gauge',
    read: (db) => overall(db, async (tx) => (await countOpen(tx)).dead),
  },
];
