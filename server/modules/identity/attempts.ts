/** Tries to sign in, counted before the password is looked at; who fails too often waits, and the audit log says so. */
import type { TimeSource } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { Refused } from '../../platform/http/refused.ts';
import { type Instant, MINUTE } from '../../values/instant.ts';
import { audit } from './actions/audit.ts';
import { ACCOUNT_LOCK, ADDRESS_LOCK, forgetAfter, lockedBy, refusedUntil } from './rules/lock-out.ts';
import { type AuthPool, countAttempt, forgiveAttempt, lockAttempts, staffNamed } from './store/sign-in.ts';

export interface Attempt {
  /** The password was wrong; throws when that was the last try. */
  failed(): Promise<void>;
  succeeded(): Promise<void>;
}

interface Given {
  db: Db;
  pool: AuthPool;
  time: TimeSource;
}

export const lockedOut = (code: 'sign-in-locked' | 'address-locked', until: Instant, now: Instant): Refused =>
  new Refused({ code, params: { minutes: Math.max(1, Math.ceil((until - now) / MINUTE)) } });

/** Throws while the account or the address is locked. */
export async function beginAttempt({ db, pool, time }: Given, username: string, address: string): Promise<Attempt> {
  const now = time.now();
  const named = await staffNamed(db, username);
  const lock = named?.lockOut ?? ACCOUNT_LOCK;
  const from = await countAttempt(pool, 'address', address, { now, forgetAfter: forgetAfter(ADDRESS_LOCK) });
  const shut = refusedUntil(from, ADDRESS_LOCK, now);
  if (shut !== null) throw lockedOut('address-locked', shut, now);
  const against = await countAttempt(pool, 'account', username, { now, forgetAfter: forgetAfter(lock) });
  const until = refusedUntil(against, lock, now);
  if (until !== null) throw lockedOut('sign-in-locked', until, now);
  const note = async (action: string, detail: Record<string, unknown>): Promise<void> => {
    if (!named) return;
    await db.transaction(named.utilityId, (tx) => audit(tx, null, action, `staff:${named.staffId}`, detail, time));
  };
  return {
    async failed() {
      await note('sign-in.failed', { address });
      const wait = lockedBy(from, ADDRESS_LOCK, now);
      if (wait !== null) await lockAttempts(pool, 'address', address, wait);
      const locked = lockedBy(against, lock, now);
      if (locked === null) return;
      await lockAttempts(pool, 'account', username, locked);
      await note('sign-in.locked', { address, minutes: lock.minutes });
      throw lockedOut('sign-in-locked', locked, now);
    },
    succeeded: () => forgiveAttempt(pool, username, address),
  };
}
