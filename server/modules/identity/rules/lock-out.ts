/** 登录锁定: so many wrong passwords, and the account, or the address they come from, waits. */
import { type Instant, MINUTE } from '../../../values/instant.ts';

export interface LockOut {
  /** Failed tries in a row. */
  after: number;
  minutes: number;
}

/** Until the utility chooses otherwise, and for names that are nobody's. */
export const ACCOUNT_LOCK: LockOut = { after: 5, minutes: 15 };

/** An office of forty shares one address: it is locked for guessing through many names, not for one forgotten password. */
export const ADDRESS_LOCK: LockOut = { after: 40, minutes: 15 };

/** Tries this long ago no longer count. */
export const forgetAfter = ({ minutes }: LockOut): number => minutes * MINUTE;

/** What stands against an account or an address, the present try included. */
export interface Counted {
  failures: number;
  /** Of the last try that was one of those allowed. */
  lastAt: Instant;
  lockedUntil: Instant | null;
}

/** Until when it is refused without looking at the password; null: it may be tried. Trying meanwhile lengthens nothing. */
export function refusedUntil({ failures, lastAt, lockedUntil }: Counted, lock: LockOut, now: Instant): Instant | null {
  if (lockedUntil !== null && lockedUntil > now) return lockedUntil;
  // more at once than are allowed one after the other
  return failures > lock.after ? lastAt + lock.minutes * MINUTE : null;
}

/** The try has failed: until when it is locked from now on, or null. */
export function lockedBy({ failures }: Pick<Counted, 'failures'>, lock: LockOut, now: Instant): Instant | null {
  return failures >= lock.after ? now + lock.minutes * MINUTE : null;
}
