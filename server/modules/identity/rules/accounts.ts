/** What an administrator may do to whose account. */
import { ok, type Result, refuse } from '../../../values/result.ts';

export interface Account {
  staffId: number;
  active: boolean;
  /** He has a password, or is linked to an account at the provider. */
  canSignIn: boolean;
  roles: readonly string[];
}

const ADMINISTRATOR = 'administrator';
const administers = ({ active, canSignIn, roles }: Account): boolean =>
  active && canSignIn && roles.includes(ADMINISTRATOR);

/** Without him nobody is left who can let others in. */
function isLast(staffId: number, everybody: readonly Account[]): boolean {
  const him = everybody.find((one) => one.staffId === staffId);
  if (!him?.active || !him.roles.includes(ADMINISTRATOR)) return false;
  return !everybody.some((one) => one.staffId !== staffId && administers(one));
}

/** Nobody shuts himself out, and somebody who can let others in stays. */
export function mayDeactivate(me: number, staffId: number, everybody: readonly Account[]): Result<true> {
  if (!everybody.some((one) => one.staffId === staffId)) return refuse('staff-not-found', { params: { staffId } });
  if (staffId === me) return refuse('staff-yourself');
  return isLast(staffId, everybody) ? refuse('last-administrator') : ok(true);
}

/** The last who can let others in keeps that role. */
export function mayHaveRoles(staffId: number, roles: readonly string[], everybody: readonly Account[]): Result<true> {
  return !roles.includes(ADMINISTRATOR) && isLast(staffId, everybody) ? refuse('last-administrator-role') : ok(true);
}
