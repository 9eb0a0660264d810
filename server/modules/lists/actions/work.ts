/** What a worker does: takes up exports that wait, and those whose worker has died. */
import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import { type Db, isDatabaseLost } from '../../../platform/database.ts';
import { claim, expire, setStopped } from '../store/exports.ts';
import { LEASE, runExport } from './run-export.ts';

/** Claims of one export without anything written between them. */
const MOST_ATTEMPTS = 5;
/** Milliseconds what was stopped can be gone on with. */
const STOPPED = 86_400_000;

interface Working {
  stopping?: AbortSignal;
  failed?: (error: unknown) => void;
}

/** Runs every export that waits, one after another. Returns how many it took up. */
export async function runExports(
  db: Db,
  time: TimeSource,
  utilityIds: readonly number[],
  working: Working = {},
): Promise<number> {
  let taken = 0;
  for (const utilityId of utilityIds) {
    while (!working.stopping?.aborted && (await takeUp(db, time, utilityId, working))) taken += 1;
  }
  return taken;
}

async function takeUp(db: Db, time: TimeSource, utilityId: number, { stopping, failed }: Working): Promise<boolean> {
  const by = randomUUID();
  const taken = await db.transaction(utilityId, (tx) => claim(tx, by, time.now(), time.now() + LEASE));
  if (!taken) return false;
  try {
    if (taken.attempts > MOST_ATTEMPTS) throw new Error(`export ${taken.id} broke off again and again`);
    await runExport({ db, utilityId, time, claim: by, ...(stopping ? { stopping } : {}) }, taken.id);
  } catch (error) {
    // the database is away: it is taken up again when it is back
    if (isDatabaseLost(error) && taken.attempts <= MOST_ATTEMPTS) throw error;
    failed?.(error);
    await db.transaction(utilityId, (tx) => setStopped(tx, taken.id, 'failed', time.now(), { code: 'export-broke' }));
  }
  return true;
}

/** Files whose time is over. */
export const expireExports = (db: Db, utilityId: number, now: number): Promise<number> =>
  db.transaction(utilityId, (tx) => expire(tx, now, now - STOPPED));
