/** What a worker does: takes up imports that wait, and those whose worker has died. */
import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import { type Db, isDatabaseLost } from '../../../platform/database.ts';
import { claim, setEnded } from '../store/imports.ts';
import { forgetFiles } from '../store/pieces.ts';
import { LEASE, runImport } from './run-import.ts';

/** Claims of one import without a row decided between them. */
const MOST_ATTEMPTS = 5;
const DAY = 86_400_000;
/** Milliseconds files are kept for correcting. */
const KEPT = 30 * DAY;

/** Runs every import that waits, one after another. Returns how many it took up. */
export async function runWaiting(
  db: Db,
  time: TimeSource,
  utilityIds: readonly number[],
  options: { stopping?: AbortSignal; failed?: (error: unknown) => void } = {},
): Promise<number> {
  let taken = 0;
  for (const utilityId of utilityIds) {
    while (!options.stopping?.aborted && (await takeUp(db, time, utilityId, options))) taken += 1;
  }
  return taken;
}

async function takeUp(
  db: Db,
  time: TimeSource,
  utilityId: number,
  { stopping, failed }: { stopping?: AbortSignal; failed?: (error: unknown) => void },
): Promise<boolean> {
  const by = randomUUID();
  const taken = await db.transaction(utilityId, (tx) => claim(tx, by, time.now(), time.now() + LEASE));
  if (!taken) return false;
  const { importId, attempts } = taken;
  try {
    if (attempts > MOST_ATTEMPTS) throw new Error('attempts');
    await runImport(
      { transaction: (work) => db.transaction(utilityId, work), time, claim: by, ...(stopping ? { stopping } : {}) },
      importId,
    );
  } catch (error) {
    // the database is away: it is taken up again when it is back
    if (isDatabaseLost(error) && attempts <= MOST_ATTEMPTS) throw error;
    failed?.(error);
    const refusal = { code: 'import-broke' };
    await db.transaction(utilityId, (tx) => setEnded(tx, importId, { state: 'failed', at: time.now(), refusal }));
  }
  return true;
}

/** Files of imports long over. */
export const forgetOldFiles = (db: Db, utilityId: number, now: number): Promise<number> =>
  db.transaction(utilityId, (tx) => forgetFiles(tx, now - KEPT));
