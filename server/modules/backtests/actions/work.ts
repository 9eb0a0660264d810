/** What a worker does: takes up runs that wait, and those whose worker has died. */
import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import { type Db, isDatabaseLost } from '../../../platform/database.ts';
import { claim, letGo, setStopped } from '../store/runs.ts';
import { Interrupted, LEASE, runBacktest } from './run-backtest.ts';

/** Times it is begun before it is said to have failed. */
const MOST_ATTEMPTS = 3;

interface Working {
  /** Of the database, for connections of its own. */
  url: string;
  stopping?: AbortSignal;
  failed?: (error: unknown) => void;
}

/** Runs every backtest that waits, one after another. Returns how many it took up. */
export async function runBacktests(
  db: Db,
  time: TimeSource,
  utilityIds: readonly number[],
  working: Working,
): Promise<number> {
  let taken = 0;
  for (const utilityId of utilityIds) {
    while (!working.stopping?.aborted && (await takeUp(db, time, utilityId, working))) taken += 1;
  }
  return taken;
}

async function takeUp(
  db: Db,
  time: TimeSource,
  utilityId: number,
  { url, stopping, failed }: Working,
): Promise<boolean> {
  const by = randomUUID();
  const taken = await db.transaction(utilityId, (tx) => claim(tx, by, time.now(), time.now() + LEASE));
  if (!taken) return false;
  try {
    if (taken.attempts > MOST_ATTEMPTS) throw new Error(`backtest ${taken.id} broke off again and again`);
    await runBacktest({ db, url, utilityId, time, claim: by, ...(stopping ? { stopping } : {}) }, taken.id);
  } catch (error) {
    if (error instanceof Interrupted) {
      if (stopping?.aborted) await db.transaction(utilityId, (tx) => letGo(tx, taken.id, by));
      return true;
    }
    // the database is away: it is taken up again when it is back
    if (isDatabaseLost(error) && taken.attempts <= MOST_ATTEMPTS) throw error;
    failed?.(error);
    await db.transaction(utilityId, (tx) => setStopped(tx, taken.id, 'failed', time.now(), { code: 'backtest-broke' }));
  }
  return true;
}
