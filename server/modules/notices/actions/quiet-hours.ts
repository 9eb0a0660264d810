/** Quiet hours of the rulebook in force, read once for each version. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { type Zone, zoneOf } from '../../../values/zone.ts';
import { localDay, packInForce } from '../../regulations/index.ts';
import { type Quiet, quietHoursOf } from '../rules/delivery/quiet.ts';

export interface QuietHours {
  quiets: readonly Quiet[];
  zone: Zone;
}

/** Where there is no rulebook yet, nothing is quiet. */
const ZONE = 'Asia/Shanghai';
const NONE: QuietHours = { quiets: [], zone: zoneOf(ZONE) };

const known = new WeakMap<object, QuietHours>();

export async function quietHours(tx: Tx, now: Instant): Promise<QuietHours> {
  const pack = await packInForce(tx, localDay(now, ZONE));
  if (!pack) return NONE;
  let hours = known.get(pack);
  if (!hours) {
    hours = { quiets: quietHoursOf(pack), zone: zoneOf(pack.timezone) };
    known.set(pack, hours);
  }
  return hours;
}
