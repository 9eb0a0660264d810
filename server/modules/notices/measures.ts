import type { Measure } from '../../platform/http/metrics.ts';
import { inboxWritten } from './store/inbox.ts';

export const measures: Measure[] = [
  {
    name: 'gongshui_inbox_items_written_total',
    help: 'Items written into inboxes by every process on this database, as its statistics count them',
    kind: 'counter',
    read: inboxWritten,
  },
];
