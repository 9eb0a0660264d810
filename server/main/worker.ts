/** The worker process: fires due clocks. Any number of them may run on one database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { listUtilityIds } from '../modules/identity/index.ts';
import { sweep } from '../modules/work-orders/index.ts';
import { systemTime } from '../platform/clock.ts';
import { openPool } from '../platform/database.ts';
import { forgetAnswers } from '../platform/http/idempotency.ts';

/** Milliseconds between two looks for due clocks: a breach is announced within a second. */
const PERIOD = 400;
const HOUR = 3_600_000;

const url = process.env.DATABASE_URL;
if (!url) throw new Error('DATABASE_URL is not set');
const log = pino({ name: 'worker', base: undefined });
const db = openPool({
  url,
  max: 3,
  name: 'gongshui worker',
  onError: (error) => log.warn({ err: error }, 'connection'),
});
const stopping = new AbortController();

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// the server that started us is gone
process.on('disconnect', () => stopping.abort());

async function round(): Promise<void> {
  const started = performance.now();
  const swept = await sweep(db, systemTime);
  if (swept.orders > 0) log.info({ ...swept, ms: Math.round(performance.now() - started) }, 'swept');
}

async function tidy(): Promise<void> {
  for (const utilityId of await listUtilityIds(db)) await forgetAnswers(db, utilityId, systemTime.now());
}

let tidied = 0;
while (!stopping.signal.aborted) {
  try {
    await round();
    if (systemTime.now() - tidied > HOUR) {
      await tidy();
      tidied = systemTime.now();
    }
  } catch (error) {
    // the database may be restarting: what is due stays due
    log.error({ err: error instanceof Error ? { message: error.message, stack: error.stack } : error }, 'failed');
    await sleep(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
  await sleep(PERIOD, undefined, { signal: stopping.signal }).catch(() => undefined);
}
await db.end();
if (process.connected) process.disconnect?.();
