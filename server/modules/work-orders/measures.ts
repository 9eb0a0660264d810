/** How the sweep keeps up, for whoever watches over the platform. */
import type { Measure } from '../../platform/http/metrics.ts';
import { countDue, nextFiringOf } from './actions/sweep.ts';

export const measures: Measure[] = [
  {
    name: 'gongshui_sweep_lag_seconds',
    help: 'How long the clock that is due longest has waited to be fired; 0: nothing is due',
    kind: 'gauge',
    read: async (db, now) => Math.max(0, now - ((await nextFiringOf(db)) ?? now)) / 1000,
  },
  {
    name: 'gongshui_clocks_due',
    help: 'Open clocks whose time to warn or to be late has come and which have not fired yet',
    kind: 'gauge',
    read: countDue,
  },
];
