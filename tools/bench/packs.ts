import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  calendarsOf,
  checkFolder,
  evaluate,
  type Given,
  holidaysOf,
  keeping,
  loadPacks,
  matterOf,
  readFolder,
  SHIPPED,
} from '../../server/modules/regulations/index.ts';
import { zoneOf } from '../../server/values/zone.ts';
import { type Bench, type Measure, perSecond, seconds } from './bench.ts';

/** A broken pipe, worked on for two days, with a pause: what an open order looks like when it is folded again. */
const MATTER: Given = {
  event: 'pipe-leak',
  channel: 'phone',
  at: '2026-10-08T10:00:00+08:00',
  milestones: [
    { milestone: 'dispatched', at: '2026-10-08T10:05:00+08:00' },
    { milestone: 'accepted', at: '2026-10-08T10:10:00+08:00' },
    { milestone: 'assigned', at: '2026-10-08T10:20:00+08:00' },
    { milestone: 'contacted', at: '2026-10-08T10:30:00+08:00' },
    { milestone: 'arrived', at: '2026-10-08T11:00:00+08:00' },
    { milestone: 'repair-started', at: '2026-10-08T11:10:00+08:00' },
  ],
  pauses: [{ from: '2026-10-08T12:00:00+08:00', until: '2026-10-09T08:00:00+08:00' }],
};
const ORDERS = 2000;

export const packs: Bench = {
  name: 'packs',
  does: 'the shipped rulebooks read, loaded and checked; then the clocks of one open order evaluated again and again',
  async run() {
    const files = readFolder(SHIPPED) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'gongshui-bench-'));
    const load = keeping(folder);
    const first = await seconds(() => load(readFolder(SHIPPED) ?? []));
    const kept = await perSecond(1, () => load(readFolder(SHIPPED) ?? []));
    rmSync(folder, { recursive: true });
    const loads = await perSecond(1, () => loadPacks(readFolder(SHIPPED) ?? []));
    const checks = await perSecond(1, () => checkFolder(files), 3);
    const measures: Measure[] = [
      { what: 'all rulebooks loaded, as every start does once they were read before', value: 1 / kept, unit: 's' },
      { what: 'the first time after a change, by a new process', value: first, unit: 's' },
      { what: 'read anew by a process that is warm', value: 1 / loads, unit: 's' },
      { what: 'quotes, coverage and worked cases checked too', value: 1 / checks, unit: 's' },
    ];
    const { calendars: holidays } = holidaysOf(files, []);
    for (const pack of loadPacks(files).packs) {
      const built = matterOf(MATTER, pack, zoneOf(pack.timezone));
      if (!built.ok) throw new Error(`${pack.pack}: ${built.refusal.code}`);
      const calendars = calendarsOf(pack, holidays);
      const now = Date.parse('2026-10-09T09:00:00+08:00');
      const { matter } = built.value;
      const count = evaluate(pack, calendars, matter, now).length;
      const value = await perSecond(ORDERS, () => {
        for (let n = 0; n < ORDERS; n += 1) evaluate(pack, calendars, matter, now);
      });
      measures.push({ what: `${pack.pack}: orders of ${count} clocks`, value, unit: '/s' });
    }
    return measures;
  },
};
