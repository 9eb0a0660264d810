/** The worker process: fires due clocks, and beside them imports, exports, sends notices and makes orders of duties. Any number of them may run on one database. */
import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { runBacktests } from '../modules/backtests/index.ts';
import { makeOrders } from '../modules/duties/index.ts';
import { forgetSessions, listUtilityIds } from '../modules/identity/index.ts';
import { forgetOldFiles, runWaiting } from '../modules/imports/index.ts';
import { expireExports, runExports } from '../modules/lists/index.ts';
import { forgetSimulated, sendNotices } from '../modules/notices/index.ts';
import { recordTold } from '../modules/progress/index.ts';
import { type HolidayCalendars, holidayCalendars } from '../modules/regulations/index.ts';
import { completeSearch, forgetPresence, nextFiringOf, rereadWaiting, sweep } from '../modules/work-orders/index.ts';
import { systemTime } from '../platform/clock.ts';
import { isDatabaseLost, openPool } from '../platform/database.ts';
import { forgetAnswers } from '../platform/http/idempotency.ts';
import { forgetChanges } from '../platform/live/changes.ts';
import { openLog } from '../platform/log.ts';
import { startTelemetry, traceDone } from '../platform/telemetry.ts';

/** Milliseconds it sleeps at most: a clock set meanwhile may be due before the one it slept for. A breach is recorded within a second. */
const LONGEST = 400;
/** At least: what is due and not fired by now is in somebody's hands. */
const SHORTEST = 20;
const HOUR = 3_600_000;
/** Milliseconds after which a command that knew nothing of a year just published has ended. */
const LONGEST_COMMAND = 60_000;
/** Milliseconds between two looks for files and backtests that wait. */
const IMPORTS = 1000;
/** Milliseconds between two looks for notices to send. */
const NOTICES = 1000;
/** Milliseconds between two looks for things whose time has come. */
const DUTIES = 5000;
/** Milliseconds before it looks again after a failure; longer while it keeps failing. */
const WAITS = [250, 500, 1000, 2000];

// kept now: one that is killed has no last moment for it
flushCompileCache();

const url = process.env.DATABASE_URL ?? '';
if (url === '') throw new Error('DATABASE_URL is not set');
const log = openLog(undefined, 'worker');
const endTelemetry = await startTelemetry('gongshui worker', process.env);
const db = openPool({
  url,
  max: 5,
  name: 'gongshui worker',
  onError: ({ message }) =>
    log.warn({ reason: message }, '与数据库的一个连接断开 · a connection to the database broke'),
});
const stopping = new AbortController();
let tidied = 0;
/** The calendars by which what waited for one was dated last, and when. */
let dated: HolidayCalendars | undefined;
let datedAt = Number.NEGATIVE_INFINITY;
/** Whether what was being written while a year was published has been looked at. */
let datedAgain = true;

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// the server that started us is gone
process.on('disconnect', () => stopping.abort());

/** Until the next clock is due. */
async function untilNext(): Promise<number> {
  const next = await nextFiringOf(db);
  return Math.min(Math.max((next ?? Number.POSITIVE_INFINITY) - systemTime.now(), SHORTEST), LONGEST);
}

async function round(): Promise<void> {
  const started = performance.now();
  const swept = await sweep(db, systemTime);
  if (swept.orders === 0) return;
  const ms = Math.round(performance.now() - started);
  log.info({ ...swept, ms }, 'swept');
  traceDone('sweep', systemTime.now() - ms, { ...swept });
}

/** When it starts, whenever another calendar is published, and once more for commands that were being given just then. */
async function dateWhatWaited(): Promise<void> {
  const published = holidayCalendars();
  const now = performance.now();
  if (published === dated && (datedAgain || now - datedAt < LONGEST_COMMAND)) return;
  const { years, orders, left } = await rereadWaiting(db, systemTime, await listUtilityIds(db));
  if (years > 0 || orders > 0) log.info({ years, orders, left }, 'read again: waiting for a calendar');
  datedAgain = published === dated && left === 0;
  dated = published;
  datedAt = now;
}

async function tidy(): Promise<void> {
  await forgetSessions(url, systemTime);
  for (const utilityId of await listUtilityIds(db)) {
    await forgetAnswers(db, utilityId, systemTime.now());
    await forgetOldFiles(db, utilityId, systemTime.now());
    await forgetChanges(db, utilityId, systemTime.now());
    await forgetSimulated(db, utilityId, systemTime.now());
    await db.transaction(utilityId, (tx) => forgetPresence(tx, systemTime.now()));
    await expireExports(db, utilityId, systemTime.now());
  }
}

/** What is due stays due: it fires on return, with its true time. */
function failed(error: unknown, wait: number): void {
  const inWords = `${wait / 1000} 秒后再试 · trying again in ${wait / 1000} s`;
  if (!isDatabaseLost(error)) {
    log.error({ err: error }, `触发时限失败，${inWords}`);
    return;
  }
  const reason = error instanceof Error ? error.message : String(error);
  log.warn(
    { reason },
    `数据库无法访问，到期的时限在恢复后触发，${inWords}; the database is away, clocks fire on return`,
  );
}

/** Something done again and again beside the clocks, which never wait for it; broken off, it goes on with the next round. */
async function beside(
  every: number,
  zh: string,
  en: string,
  work: (utilities: readonly number[], failed: (error: unknown) => void) => Promise<object | null>,
): Promise<void> {
  const words = `${zh}失败，稍后再试 · ${en} failed, tried again later`;
  while (!stopping.signal.aborted) {
    try {
      const done = await work(await listUtilityIds(db), (err) => log.error({ err }, words));
      if (done) log.info({ ...done }, en);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ reason }, `${zh}中断，稍后继续 · ${en} broke off and goes on later`);
    }
    await sleep(every, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
}

const counted = (n: number): object | null => (n > 0 ? { n } : null);
const { signal } = stopping;
const besides = (): Promise<void>[] => [
  beside(IMPORTS, '导入', 'importing', async (utilities, failed) =>
    counted(await runWaiting(db, systemTime, utilities, { stopping: signal, failed })),
  ),
  beside(IMPORTS, '导出', 'exporting', async (utilities, failed) =>
    counted(await runExports(db, systemTime, utilities, { stopping: signal, failed })),
  ),
  // its threads leave this one free
  beside(IMPORTS, '回测', 'backtesting', async (utilities, failed) =>
    counted(await runBacktests(db, systemTime, utilities, { url, stopping: signal, failed })),
  ),
  // handed to the gateways, and what those report is taken
  beside(NOTICES, '告知发送', 'telling', async (utilities, failed) => {
    const told = await sendNotices(db, systemTime, utilities, { stopping: signal, failed });
    // what has gone out is recorded in the orders that waited for it
    const recorded = await recordTold(db, systemTime, utilities);
    return told.sent > 0 || told.postponed > 0 || recorded > 0 ? { ...told, recorded } : null;
  }),
  beside(DUTIES, '职责生成工单', 'making orders of duties', async (utilities) => {
    const made = await makeOrders(db, systemTime, utilities, { stopping: signal });
    return made.orders > 0 ? made : null;
  }),
];

/** Orders that came from elsewhere than a desk or are older than the search. */
async function searchable(): Promise<void> {
  try {
    const orders = await completeSearch(db, await listUtilityIds(db), stopping.signal);
    if (orders > 0) log.info({ orders }, 'can be searched now');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ reason }, '部分工单暂时查找不到，下次启动时补齐 · some orders cannot be searched until the next start');
  }
}

const others = Promise.all([...besides(), searchable()]);
let failures = 0;
while (!stopping.signal.aborted) {
  let wait = SHORTEST;
  try {
    await round();
    await dateWhatWaited();
    if (systemTime.now() - tidied > HOUR) {
      await tidy();
      tidied = systemTime.now();
    }
    if (failures > 0) log.info({ failures }, '已恢复 · works again');
    failures = 0;
    wait = await untilNext();
  } catch (error) {
    wait = WAITS[Math.min(failures, WAITS.length - 1)] ?? LONGEST;
    failures += 1;
    failed(error, wait);
  }
  await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
}
await others;
await db.end();
await endTelemetry();
if (process.connected) process.disconnect?.();
