/** Tries to sign in, counted before they are looked at; who fails too often waits, and the audit log says so. */
import { createHmac } from 'node:crypto';
import type { TimeSource } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { Refused } from '../../platform/http/refused.ts';
import { type Instant, MINUTE } from '../../values/instant.ts';
import { audit } from './actions/audit.ts';
import { ACCOUNT_LOCK, ADDRESS_LOCK, type LockOut, lockedBy, refusedUntil } from './rules/lock-out.ts';
import {
  type AttemptKind,
  type AuthPool,
  countAttempt,
  forgiveAttempts,
  lockAttempts,
  lockOuts,
  signInPolicy,
  staffNamed,
  takeBackAttempt,
} from './store/sign-in.ts';
import type { SignedIn } from './store/staff.ts';

export interface Attempt {
  /** The password or the code was wrong; throws when that was the last try. */
  failed(): Promise<void>;
  succeeded(): Promise<void>;
  /** Nobody came to look at it: it counts for nothing. */
  unseen(): Promise<void>;
}

interface Given {
  db: Db;
  pool: AuthPool;
  time: TimeSource;
  secret: string;
}

export const lockedOut = (code: 'sign-in-locked' | 'address-locked', until: Instant, now: Instant): Refused =>
  new Refused({ code, params: { minutes: Math.max(1, Math.ceil((until - now) / MINUTE)) } });

/** Counts one; null: it may be tried, else until when not. */
async function counted({ pool }: Given, kind: AttemptKind, key: string, lock: LockOut, now: Instant) {
  const found = await countAttempt(pool, kind, key, { now, lock });
  const shut = refusedUntil(found, lock, now);
  if (shut !== null) await takeBackAttempt(pool, kind, key);
  const failed = async (): Promise<Instant | null> => {
    const until = lockedBy(found, lock, now);
    if (until !== null) await lockAttempts(pool, kind, key, until);
    return until;
  };
  return { shut, failed };
}

/**
 * A name that is nobody's waits as somebody's would: as the utility named chose, or as one of them all; which one is told
 * by the name and the installation's secret, so that it is the same each time and nobody can work it out.
 */
async function asOfAnybody({ db, secret }: Given, username: string, utility: string | null): Promise<LockOut> {
  const all = await lockOuts(db, utility);
  const place = createHmac('sha256', secret).update(`lock-out ${username}`).digest().readUInt32BE(0);
  return all[place % all.length] ?? ACCOUNT_LOCK;
}

/** Throws while the account or the address is locked. */
export async function beginAttempt(
  given: Given,
  { username, utility, address }: { username: string; utility: string | null; address: string },
): Promise<Attempt> {
  const { db, pool, time } = given;
  const now = time.now();
  const named = await staffNamed(db, username);
  const lock = named ? (named.lockOut ?? ACCOUNT_LOCK) : await asOfAnybody(given, username, utility);
  const from = await counted(given, 'address', address, ADDRESS_LOCK, now);
  if (from.shut !== null) throw lockedOut('address-locked', from.shut, now);
  const against = await counted(given, 'account', username, lock, now);
  if (against.shut !== null) {
    await takeBackAttempt(pool, 'address', address);
    throw lockedOut('sign-in-locked', against.shut, now);
  }
  const note = async (action: string, detail: Record<string, unknown>): Promise<void> => {
    if (!named) return;
    await db.transaction(named.utilityId, (tx) => audit(tx, null, action, `staff:${named.staffId}`, detail, time));
  };
  return {
    async failed() {
      await note('sign-in.failed', { address });
      await from.failed();
      const locked = await against.failed();
      if (locked === null) return;
      await note('sign-in.locked', { address, minutes: lock.minutes });
      throw lockedOut('sign-in-locked', locked, now);
    },
    async succeeded() {
      await forgiveAttempts(pool, 'account', username);
      await takeBackAttempt(pool, 'address', address);
    },
    async unseen() {
      await takeBackAttempt(pool, 'account', username);
      await takeBackAttempt(pool, 'address', address);
    },
  };
}

/** The second step; the person is known by then. Throws while it is locked. */
export async function beginSecondFactor(given: Given, user: string, me: SignedIn | null): Promise<Attempt> {
  const { db, pool, time } = given;
  const now = time.now();
  const policy = me && (await db.transaction(me.utilityId, signInPolicy));
  const lock = policy ? { after: policy.lock_after, minutes: policy.lock_minutes } : ACCOUNT_LOCK;
  const against = await counted(given, 'second-factor', user, lock, now);
  if (against.shut !== null) throw lockedOut('sign-in-locked', against.shut, now);
  const note = async (action: string, detail: Record<string, unknown>): Promise<void> => {
    if (me) await db.transaction(me.utilityId, (tx) => audit(tx, me, action, `staff:${me.staffId}`, detail, time));
  };
  return {
    async failed() {
      await note('sign-in.failed', { secondFactor: true });
      const locked = await against.failed();
      if (locked === null) return;
      await note('sign-in.locked', { secondFactor: true, minutes: lock.minutes });
      throw lockedOut('sign-in-locked', locked, now);
    },
    succeeded: () => forgiveAttempts(pool, 'second-factor', user),
    unseen: () => takeBackAttempt(pool, 'second-factor', user),
  };
}
