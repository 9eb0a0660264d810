/**
 * Runs a backtest: all of it as of one moment, by a thread for each core. Nothing is kept of a part: whoever takes it up
 * after a kill begins anew, which is a minute at most and as of one moment again.
 */
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database.ts';
import { openSnapshot, type Snapshot } from '../../../platform/snapshot.ts';
import { type Outcome, outcomeOf } from '../rules/outcome.ts';
import { merge, newTally } from '../rules/tally.ts';
import { type Period, rangesOf, type Under, waysOf } from '../store/histories.ts';
import { type RunRow, runById, setDone, setProgress } from '../store/runs.ts';
import { type Replaying, startReplaying } from './replaying.ts';
import { bookAlone, type KnownWay, type Question, waysTo } from './ways.ts';

/** Milliseconds after which somebody who said nothing is believed dead. */
export const LEASE = 10_000;
/** Milliseconds between two words of how far it is. */
const PULSE = 500;
/** Orders of a range: enough that reading them is one long stream, few enough that both threads end together. */
const RANGE = 4000;
/** More cores would wait for PostgreSQL, which needs some itself. */
const MOST_THREADS = 4;

export interface Running {
  db: Db;
  /** Of the database, for connections of its own. */
  url: string;
  utilityId: number;
  time: TimeSource;
  /** Whose claim it is. */
  claim: string;
  stopping?: AbortSignal;
}

/** The hands it was in have changed, or somebody stopped it. */
export class Interrupted extends Error {}

export interface Progress {
  total: number;
  done: number;
}

/** Replays all orders of a period. @param told how far it is; throws to stop it */
export async function replayPeriod(
  { db, url, time }: Pick<Running, 'db' | 'url' | 'time'>,
  period: Period,
  asked: Omit<Question, 'now'>,
  told: (progress: Progress) => Promise<void>,
): Promise<Outcome> {
  const snapshot = await openSnapshot(url, period.utilityId);
  const threads: Replaying[] = [];
  try {
    const question = { ...asked, now: time.now() };
    const unders = await waysOf(snapshot, period);
    const ways = await db.transaction(period.utilityId, (tx) => waysTo(tx, question, unders), { readOnly: true });
    const tally = await replayed(snapshot, url, period, question, unders, threads, told);
    return outcomeOf({
      tally,
      now: question.now,
      ...(await booksOf(db, period, question, ways)),
      under: underOf(unders, ways),
    });
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
    await snapshot.end();
  }
}

async function replayed(
  snapshot: Snapshot,
  url: string,
  period: Period,
  question: Question,
  unders: (Under & { orders: number })[],
  threads: Replaying[],
  told: (progress: Progress) => Promise<void>,
) {
  const ranges = await rangesOf(snapshot, period, RANGE);
  const progress: Progress = { total: unders.reduce((sum, { orders }) => sum + orders, 0), done: 0 };
  await told(progress);
  const work = { url, snapshot: snapshot.id, period, question, unders };
  const next = () => ranges.shift();
  const wanted = Math.min(availableParallelism(), MOST_THREADS, ranges.length);
  for (let n = 0; n < wanted; n += 1)
    threads.push(
      startReplaying(work, next, (orders) => {
        progress.done += orders;
      }),
    );
  const counted = Promise.all(threads.map(({ finished }) => finished));
  counted.catch(() => undefined);
  const ended = new AbortController();
  const all = counted.finally(() => ended.abort());
  all.catch(() => undefined);
  while (!ended.signal.aborted) {
    await sleep(PULSE, undefined, { signal: ended.signal }).catch(() => undefined);
    if (!ended.signal.aborted) await told(progress);
  }
  const tally = newTally();
  for (const part of await all) merge(tally, part);
  return tally;
}

/** The books whose names the outcome uses; of a period without orders the candidate alone. */
async function booksOf(db: Db, { utilityId }: Period, question: Question, ways: Map<string, KnownWay>) {
  const known = [...ways.values()];
  const [first] = known;
  if (first)
    return { candidate: first.candidate, before: known.map(({ before }) => before), own: known.map(({ own }) => own) };
  const candidate = await db.transaction(utilityId, (tx) => bookAlone(tx, question), { readOnly: true });
  return { candidate, before: [], own: [candidate] };
}

const underOf = (unders: readonly (Under & { orders: number })[], ways: Map<string, KnownWay>): Outcome['under'] => {
  const counted = new Map<string, Outcome['under'][number]>();
  for (const [n, { own }] of [...ways.values()].entries()) {
    const { hash, pack, version } = own.pack;
    const before = counted.get(hash)?.orders ?? 0;
    counted.set(hash, { hash, pack, version, orders: before + (unders[n]?.orders ?? 0) });
  }
  return [...counted.values()];
};

export async function runBacktest(running: Running, id: string): Promise<void> {
  const { db, utilityId, time, claim, stopping } = running;
  const row = await db.transaction(utilityId, (tx) => runById(tx, id), { readOnly: true });
  if (row?.state !== 'running' || row.claimedBy !== claim) return;
  const told = async ({ total, done }: Progress): Promise<void> => {
    if (stopping?.aborted) throw new Interrupted();
    const until = time.now() + LEASE;
    const held = await db.transaction(utilityId, (tx) => setProgress(tx, id, claim, { total, done, until }));
    if (held === 0) throw new Interrupted();
  };
  const outcome = await replayPeriod(
    running,
    periodOf(utilityId, row),
    { candidate: row.candidate, baseline: row.baseline },
    told,
  );
  await db.transaction(utilityId, (tx) => setDone(tx, id, claim, outcome, time.now()));
}

const periodOf = (utilityId: number, { from, until }: RunRow): Period => ({
  utilityId,
  from: from.getTime(),
  until: until.getTime(),
});
