/** The simulator keeps what it took for a month, as long as somebody may want to look whether it came. */
import type { Db } from '../../../platform/database.ts';
import { DAY, type Instant, type Millis } from '../../../values/instant.ts';
import { dropSimulated } from '../store/simulated.ts';

const KEPT: Millis = 30 * DAY;
/** Of one transaction. */
const STEP = 5000;

export async function forgetSimulated(db: Db, utilityId: number, now: Instant): Promise<void> {
  for (let gone = STEP; gone === STEP; )
    gone = await db.transaction(utilityId, (tx) => dropSimulated(tx, now - KEPT, STEP));
}
