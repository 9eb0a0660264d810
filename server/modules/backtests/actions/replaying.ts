/**
 * A thread that replays ranges of orders: rules need nothing but the processor, so each core has one. It reads with a
 * connection of its own, as of the moment it is told, and answers with what it counted.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openPool } from '../../../platform/database.ts';
import { openSnapshot } from '../../../platform/snapshot.ts';
import { pastOf } from '../rules/past.ts';
import { replay } from '../rules/replay.ts';
import { count, newTally, type Tally } from '../rules/tally.ts';
import { histories, type Period, type Range, type Under } from '../store/histories.ts';
import { type Question, underKey, waysTo } from './ways.ts';

export interface Work {
  url: string;
  snapshot: string;
  period: Period;
  question: Question;
  unders: Under[];
}

/** Orders done since it last said so; or everything it counted, at the end. */
type Said = { done: number; more: boolean } | { tally: Tally };

export interface Replaying {
  /** Until there are no more ranges. */
  finished: Promise<Tally>;
  stop(): Promise<void>;
}

const YOUNG = 64;
const MARK = 'gongshui.backtest';

/** @param next the next range; undefined: there are no more */
export function startReplaying(work: Work, next: () => Range | undefined, done: (orders: number) => void): Replaying {
  const thread = new Worker(new URL(import.meta.url), {
    workerData: { mark: MARK, work },
    execArgv: [],
    // what is made of an order lives as long as the order: with room for it, little of it is ever looked at again
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const finished = new Promise<Tally>((resolve, reject) => {
    thread.on('message', (said: Said) => {
      if ('tally' in said) {
        resolve(said.tally);
        return;
      }
      done(said.done);
      if (said.more) thread.postMessage(next() ?? null);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`a thread of a backtest ended with ${code}`)));
  });
  // heard of when it is waited for
  finished.catch(() => undefined);
  return { finished, stop: async () => void (await thread.terminate()) };
}

/** Orders between two reports. */
const REPORTED = 1000;

async function replayAll({ url, snapshot, period, question, unders }: Work, port: NonNullable<typeof parentPort>) {
  const db = openPool({ url, max: 1, statementTimeout: 0, name: 'gongshui backtest' });
  const ways = await db.transaction(period.utilityId, (tx) => waysTo(tx, question, unders), { readOnly: true });
  await db.end();
  const reader = await openSnapshot(url, period.utilityId, snapshot);
  const tally = newTally();
  const say = (said: Said): void => port.postMessage(said);
  let reported = 0;
  const range = (): Promise<Range | null> =>
    new Promise((resolve) => {
      port.once('message', resolve);
      say({ done: tally.orders - reported, more: true });
      reported = tally.orders;
    });
  for (let one = await range(); one !== null; one = await range()) {
    await histories(reader, period, one, (orderId, under, log) => {
      const known = ways.get(underKey(under));
      if (!known) throw new Error(`order ${orderId} is under ${under.packHash}, which was not there`);
      const past = pastOf(log);
      count(tally, orderId, past.matter.event, replay(past, known.way));
      if (tally.orders - reported < REPORTED) return;
      say({ done: tally.orders - reported, more: false });
      reported = tally.orders;
    });
  }
  await reader.end();
  say({ tally });
}

const given = workerData as { mark?: string; work: Work } | null;
if (!isMainThread && parentPort && given?.mark === MARK) {
  await replayAll(given.work, parentPort);
  parentPort.close();
}
