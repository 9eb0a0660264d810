/** Runs 回测: the question, how far it is, what came of it. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Refusal } from '../../../values/result.ts';
import type { Outcome } from '../rules/outcome.ts';

export type RunState = 'running' | 'done' | 'cancelled' | 'failed';

export interface RulebookName {
  pack: string;
  version: string;
  utility: string;
}

export interface RunRow {
  id: string;
  candidate: string;
  baseline: string | null;
  named: { candidate: RulebookName; baseline: RulebookName | null };
  from: Date;
  until: Date;
  state: RunState;
  createdAt: Date;
  createdBy: number;
  /** Of who asked. */
  by: string;
  finishedAt: Date | null;
  total: number | null;
  done: number;
  refusal: Refusal | null;
  claimedBy: string | null;
  attempts: number;
}

const COLUMNS = sql`
  r.run_id as id, r.candidate, r.baseline, r.named, r.from_at as "from", r.until_at as until, r.state, r.created_at as "createdAt",
  r.created_by as "createdBy", s.name as by, r.finished_at as "finishedAt", r.total, r.done, r.refusal, r.claimed_by as "claimedBy",
  r.attempts`;
const FROM = sql`backtests.run r join identity.staff s on s.utility_id = r.utility_id and s.staff_id = r.created_by`;

export type NewRun = Pick<RunRow, 'id' | 'candidate' | 'baseline' | 'named' | 'from' | 'until'>;

export const addRun = (tx: Tx, one: NewRun, by: number, at: number): Promise<number> =>
  tx.run(sql`
    insert into backtests.run (utility_id, run_id, candidate, baseline, named, from_at, until_at, state, created_at, created_by)
    values (${tx.utilityId}, ${one.id}, ${one.candidate}, ${one.baseline}, ${JSON.stringify(one.named)}::jsonb, ${one.from}, ${one.until},
      'running', ${new Date(at)}, ${by})`);

/** @param lock nobody else writes to it meanwhile */
export const runById = (tx: Tx, id: string, lock = false): Promise<RunRow | undefined> =>
  tx.maybe<RunRow>(sql`
    select ${COLUMNS} from ${FROM} where r.utility_id = ${tx.utilityId} and r.run_id = ${id} ${lock ? sql`for update of r` : empty}`);

export const outcomeOf = async (tx: Tx, id: string): Promise<Outcome | null> =>
  (
    await tx.maybe<{ result: Outcome | null }>(
      sql`select result from backtests.run where utility_id = ${tx.utilityId} and run_id = ${id}`,
    )
  )?.result ?? null;

export const latestRuns = (tx: Tx, limit: number): Promise<RunRow[]> =>
  tx.rows<RunRow>(
    sql`select ${COLUMNS} from ${FROM} where r.utility_id = ${tx.utilityId} order by r.created_at desc, r.run_id limit ${limit}`,
  );

export const countRunning = async (tx: Tx, staffId: number): Promise<number> =>
  (
    await tx.one<{ n: number }>(sql`
      select count(*) as n from backtests.run where utility_id = ${tx.utilityId} and created_by = ${staffId} and state = 'running'`)
  ).n;

/** One that waits, or was in the hands of somebody who no longer lives. */
export const claim = (
  tx: Tx,
  by: string,
  now: number,
  until: number,
): Promise<{ id: string; attempts: number } | undefined> =>
  tx.maybe(sql`
    update backtests.run set claimed_by = ${by}, claimed_until = ${new Date(until)}, attempts = attempts + 1, done = 0
    where utility_id = ${tx.utilityId} and run_id = (
      select run_id from backtests.run
      where utility_id = ${tx.utilityId} and state = 'running' and (claimed_until is null or claimed_until < ${new Date(now)})
      order by created_at limit 1 for update skip locked)
    returning run_id as id, attempts`);

/** 0: it is no longer in these hands, or was stopped. */
const set = (tx: Tx, id: string, by: string, values: Sql): Promise<number> =>
  tx.run(sql`
    update backtests.run set ${values}
    where utility_id = ${tx.utilityId} and run_id = ${id} and state = 'running' and claimed_by = ${by}`);

export const setProgress = (tx: Tx, id: string, by: string, at: { done: number; total: number; until: number }) =>
  set(tx, id, by, sql`total = ${at.total}, done = ${at.done}, claimed_until = ${new Date(at.until)}`);

export const setDone = (tx: Tx, id: string, by: string, outcome: Outcome, at: number): Promise<number> =>
  set(
    tx,
    id,
    by,
    sql`state = 'done', done = ${outcome.orders}, total = ${outcome.orders}, finished_at = ${new Date(at)}, claimed_by = null,
      claimed_until = null, attempts = 0, result = ${JSON.stringify(outcome)}::jsonb`,
  );

/** Its time with who had it is over: anybody may take it up at once. */
export const letGo = (tx: Tx, id: string, by: string): Promise<number> =>
  set(tx, id, by, sql`claimed_by = null, claimed_until = null, attempts = greatest(attempts - 1, 0)`);

export const setStopped = (
  tx: Tx,
  id: string,
  state: 'cancelled' | 'failed',
  at: number,
  refusal: Refusal | null = null,
): Promise<number> =>
  tx.run(sql`
    update backtests.run set state = ${state}, finished_at = ${new Date(at)}, claimed_by = null, claimed_until = null,
      refusal = ${refusal === null ? null : JSON.stringify(refusal)}::jsonb
    where utility_id = ${tx.utilityId} and run_id = ${id} and state = 'running'`);

/** The same question once more. */
export const setAgain = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`
    update backtests.run set state = 'running', finished_at = null, refusal = null, result = null, total = null, done = 0, attempts = 0
    where utility_id = ${tx.utilityId} and run_id = ${id}`);
