/** What an administrator may do to whose account. */
import { ok, type Result, refuse } from '../../../values/result.ts';

export interface Account {
  staffId: number;
  active: boolean;
  roles: readonly string[];
}

/** Nobody shuts himself out, and somebody who can let others in stays. */
export function mayDeactivate(me: number, staffId: number, everybody: readonly Account[]): Result<true> {
  const account = everybody.find((one) => one.staffId === staffId);
  if (!account) return refuse('staff-not-found', { params: { staffId } });
  if (staffId === me) return refuse('staff-yourself');
  const left = everybody.filter((one) => one.active && one.staffId !== staffId && one.roles.includes('administrator'));
  return account.roles.includes('administrator') && left.length === 0 ? refuse('last-administrator') : ok(true);
}
