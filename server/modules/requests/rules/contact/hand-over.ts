/**
 * 首问负责 (聊城 L-006): who received a request answers for it until he hands it over, with a reason, to somebody
 * who can see it. Nobody lets go of it into the air.
 */
import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { allowed, type Me, type Placed, type Scope, within } from '../../../identity/rules/permissions.ts';
import { cleanText, tooLong } from '../intake.ts';

/** A person or a unit; neither: nobody has taken it yet. */
export interface Owner {
  staffId: number | null;
  unit: string | null;
}

export interface Owned {
  owner: Owner;
  /** Unit of the owning person. */
  ownerDepartment: string | null;
  /** Null: it has no order. */
  order: (Placed & { closedAt: Instant | null }) | null;
}

export interface Person {
  staffId: number;
  roles: string[];
  departmentId: string;
  districts: string[];
}

export interface HandingOver {
  staffId?: number;
  unit?: string;
  reason: string;
}

/** By my permission: my own, those of my unit, or all. What nobody has may be taken by whoever may hand over. */
function mayMove(me: Me, scope: Scope | null, { owner, ownerDepartment }: Owned): boolean {
  if (scope === null) return false;
  if (scope === 'all' || owner.staffId === me.staffId) return true;
  if (owner.staffId === null && owner.unit === null) return true;
  if (owner.unit === me.departmentId) return true;
  return scope === 'department' && ownerDepartment === me.departmentId;
}

const reads = (person: Person, placed: Placed): boolean => within(person, allowed(person, 'orders.read'), placed);

/** @param staff everybody who works here */
export function decideHandOver(
  me: Me,
  owned: Owned,
  input: HandingOver,
  staff: readonly Person[],
): Result<Owner & { reason: string }> {
  if (!mayMove(me, allowed(me, 'requests.hand-over'), owned)) return refuse('hand-over-not-yours');
  const { order } = owned;
  if (order === null) return refuse('hand-over-without-order');
  if (order.closedAt !== null) return refuse('hand-over-closed');
  const reason = cleanText(input.reason);
  if (reason === '')
    return refuse('hand-over-reason-missing', { fields: [{ path: 'reason', code: 'hand-over-reason-missing' }] });
  const long = tooLong({ explanation: reason });
  if (long[0])
    return refuse('text-too-long', { params: { ...long[0].params }, fields: [{ ...long[0], path: 'reason' }] });
  const { staffId = null, unit = null } = input;
  if ((staffId === null) === (unit === null))
    return refuse('hand-over-to-one', { fields: [{ path: 'staffId', code: 'hand-over-to-one' }] });
  if (staffId === owned.owner.staffId && unit === owned.owner.unit) return refuse('hand-over-to-same');
  const takers = staff.filter((one) => (staffId === null ? one.departmentId === unit : one.staffId === staffId));
  const path = staffId === null ? 'unit' : 'staffId';
  if (takers.length === 0) return refuse('hand-over-to-unknown', { fields: [{ path, code: 'hand-over-to-unknown' }] });
  if (!takers.some((one) => reads(one, order)))
    return refuse('hand-over-out-of-sight', { fields: [{ path, code: 'hand-over-out-of-sight' }] });
  return ok({ staffId, unit, reason });
}
