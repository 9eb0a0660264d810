/** What signing in keeps: tries, sessions, policy. The tables of schema auth are reached by functions, or as role gongshui_auth. */
import type { Pool } from 'pg';
import sql from 'sql-template-tag';
import type { Db, Tx } from '../../../platform/database.ts';
import { type Instant, MINUTE } from '../../../values/instant.ts';
import { type Counted, forgetAfter, type LockOut } from '../rules/lock-out.ts';

/** Connections of role gongshui_auth. */
export type AuthPool = Pool;

/** Whose account a name as typed is; null: nobody's. */
export interface Named {
  utilityId: number;
  staffId: number;
  /** As the utility chose; null: it has chosen nothing. */
  lockOut: LockOut | null;
}

export async function staffNamed(db: Db, username: string): Promise<Named | null> {
  const [row] = await db.query<{
    utility_id: number;
    staff_id: number;
    lock_after: number | null;
    lock_minutes: number | null;
  }>(sql`select * from identity.staff_named(${username})`);
  if (!row) return null;
  const { lock_after: after, lock_minutes: minutes } = row;
  return {
    utilityId: row.utility_id,
    staffId: row.staff_id,
    lockOut: after === null || minutes === null ? null : { after, minutes },
  };
}

/** As each utility chose, or the one of that code alone; null: it has chosen nothing. */
export async function lockOuts(db: Db, utility: string | null): Promise<(LockOut | null)[]> {
  const rows = await db.query<{ lock_after: number | null; lock_minutes: number | null }>(
    sql`select * from identity.lock_outs(${utility})`,
  );
  return rows.map(({ lock_after: after, lock_minutes: minutes }) =>
    after === null || minutes === null ? null : { after, minutes },
  );
}

export type AttemptKind = 'account' | 'second-factor' | 'address';

/**
 * Counts a try before it is made, so that many at once are counted too. While it is locked the count stands still, and
 * those above what is allowed do not make it last longer.
 */
export async function countAttempt(
  pool: AuthPool,
  kind: AttemptKind,
  key: string,
  { now, lock }: { now: Instant; lock: LockOut },
): Promise<Counted> {
  const at = new Date(now);
  const since = new Date(now - forgetAfter(lock));
  const { rows } = await pool.query<{ failures: number; last_at: Date; locked_until: Date | null }>(sql`
    insert into auth.attempt as a (kind, key, failures, last_at) values (${kind}, ${key}, 1, ${at})
    on conflict (kind, key) do update set
      failures = case when a.locked_until > ${at} then a.failures
        when a.locked_until is not null or a.last_at <= ${since} then 1 else a.failures + 1 end,
      locked_until = case when a.locked_until > ${at} then a.locked_until end,
      last_at = case when a.locked_until > ${at} then a.last_at
        when a.locked_until is null and a.last_at > ${since} and a.failures >= ${lock.after} then a.last_at else ${at} end
    returning failures, last_at, locked_until`);
  const [row] = rows;
  return {
    failures: row?.failures ?? 0,
    lastAt: row?.last_at.getTime() ?? now,
    lockedUntil: row?.locked_until?.getTime() ?? null,
  };
}

export async function lockAttempts(pool: AuthPool, kind: AttemptKind, key: string, until: Instant): Promise<void> {
  await pool.query(sql`
    update auth.attempt set locked_until = ${new Date(until)} where kind = ${kind} and key = ${key} and locked_until is null`);
}

/** It was good: what stood against it is forgotten. */
export async function forgiveAttempts(pool: AuthPool, kind: AttemptKind, key: string): Promise<void> {
  await pool.query(sql`delete from auth.attempt where kind = ${kind} and key = ${key}`);
}

/** It was not looked at, or was a good one from an address others use too: one less. */
export async function takeBackAttempt(pool: AuthPool, kind: AttemptKind, key: string): Promise<void> {
  await pool.query(sql`
    update auth.attempt set failures = greatest(failures - 1, 0) where kind = ${kind} and key = ${key} and locked_until is null`);
}

/** Seconds a code of the app may still be taken after it was taken once: its own half minute, the one before and after. */
const CODE_LASTS = 90;

/** Takes a code before it is tried; false: it has been used. Codes go by the real clock. */
export async function claimCode(pool: AuthPool, user: string, code: string, now: Date): Promise<boolean> {
  const over = new Date(now.getTime() - CODE_LASTS * 1000);
  const { rowCount } = await pool.query(sql`
    insert into auth.used_code as c (user_id, code, used_at) values (${user}, ${code}, ${now})
    on conflict (user_id, code) do update set used_at = excluded.used_at where c.used_at <= ${over}`);
  return (rowCount ?? 0) > 0;
}

/** It was a wrong one. */
export async function releaseCode(pool: AuthPool, user: string, code: string, at: Date): Promise<void> {
  await pool.query(sql`delete from auth.used_code where user_id = ${user} and code = ${code} and used_at = ${at}`);
}

/** Whose sign-in waits for a second factor. */
export async function userOfChallenge(pool: AuthPool, identifier: string): Promise<string | null> {
  const { rows } = await pool.query<{ value: string }>(
    sql`select value from auth.verification where identifier = ${identifier}`,
  );
  return rows[0]?.value ?? null;
}

/** On connections of role gongshui_auth. */
export async function deleteExpiredSessions(pool: AuthPool, now: Instant): Promise<number> {
  const at = new Date(now);
  await pool.query(sql`delete from auth.verification where expires_at <= ${at}`);
  await pool.query(sql`delete from auth.used_code where used_at <= ${new Date(Date.now() - 60 * MINUTE)}`);
  await pool.query(sql`
    delete from auth.attempt where last_at <= ${new Date(now - 1440 * MINUTE)} and (locked_until is null or locked_until <= ${at})`);
  return (await pool.query(sql`delete from auth.session where expires_at <= ${at}`)).rowCount ?? 0;
}

export interface SessionRow {
  id: string;
  created_at: Date;
  expires_at: Date;
  address: string | null;
  agent: string | null;
  via: 'password' | 'oidc';
}

export const sessionsOf = (tx: Tx, staffId: number): Promise<SessionRow[]> =>
  tx.rows<SessionRow>(sql`select * from identity.sessions_of(${staffId})`);

/** One of them, or all but the one to keep; how many. */
export async function endSessions(
  tx: Tx,
  staffId: number,
  which: { one: string | null; keep: string | null },
): Promise<number> {
  const { ended } = await tx.one<{ ended: number }>(
    sql`select identity.end_sessions(${staffId}, ${which.one}, ${which.keep}) as ended`,
  );
  return ended;
}

export async function unlockSignIn(tx: Tx, staffId: number): Promise<void> {
  await tx.run(sql`select identity.unlock_sign_in(${staffId})`);
}

export async function resetSecondFactor(tx: Tx, staffId: number): Promise<void> {
  await tx.run(sql`select identity.reset_second_factor(${staffId})`);
}

export async function setPassword(tx: Tx, staffId: number, hash: string, at: Instant): Promise<void> {
  await tx.run(sql`select identity.set_password(${staffId}, ${hash}, ${new Date(at)})`);
  await setMustChangePassword(tx, staffId, true);
  await tx.run(sql`
    update identity.staff set password_at = ${new Date(at)} where utility_id = ${tx.utilityId} and staff_id = ${staffId}`);
}

export async function setMustChangePassword(tx: Tx, staffId: number, must: boolean): Promise<void> {
  await tx.run(sql`
    update identity.staff set must_change_password = ${must} where utility_id = ${tx.utilityId} and staff_id = ${staffId}`);
}

export interface PolicyRow {
  second_factor_roles: string[];
  lock_after: number;
  lock_minutes: number;
}

export async function signInPolicy(tx: Tx): Promise<PolicyRow | null> {
  const [row] = await tx.rows<PolicyRow>(sql`
    select second_factor_roles, lock_after, lock_minutes from identity.sign_in_policy where utility_id = ${tx.utilityId}`);
  return row ?? null;
}

export async function setSignInPolicy(tx: Tx, policy: PolicyRow): Promise<void> {
  await tx.run(sql`
    insert into identity.sign_in_policy (utility_id, second_factor_roles, lock_after, lock_minutes)
    values (${tx.utilityId}, ${policy.second_factor_roles}, ${policy.lock_after}, ${policy.lock_minutes})
    on conflict (utility_id) do update set second_factor_roles = excluded.second_factor_roles,
      lock_after = excluded.lock_after, lock_minutes = excluded.lock_minutes`);
}
