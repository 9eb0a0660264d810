/** Planning shifts, and who stands in. */

import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { DAY, type Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { allowed, audit, listStaff, type Me, type StaffRow, within } from '../../identity/index.ts';
import { announce } from '../../notices/index.ts';
import { mayPlan, mayStandIn } from '../rules/plan.ts';
import {
  endStandIn,
  insertShift,
  insertStandIn,
  lockStaff,
  type NewShift,
  removeShift,
  shiftById,
  shiftsBetween,
  standInsAfter,
} from '../store/plans.ts';
import { colleaguesOf } from './colleagues.ts';

export interface Given {
  tx: Tx;
  me: Me;
  time: TimeSource;
}

/** As much of who plans as decides whether he may. */
type Planner = Pick<Me, 'staffId' | 'roles' | 'departmentId' | 'districts'>;

/** A unit planned by somebody who may: its head, or the managing department. */
export const mayPlanUnit = (me: Planner, departmentId: string): boolean =>
  within(me, allowed(me, 'rosters.plan'), { department_id: departmentId, district_id: null, handler_id: null });

export const staffNamed = async (tx: Tx, staffId: number): Promise<StaffRow | undefined> =>
  (await listStaff(tx, { department: null, role: null })).find(({ staff_id }) => staff_id === staffId);

export async function addShift(
  { tx, me, time }: Omit<Given, 'me'> & { me: Planner },
  shift: NewShift,
): Promise<Result<{ shiftId: number }>> {
  if (!mayPlanUnit(me, shift.departmentId)) return refuse('roster-unit-not-yours');
  const person = await staffNamed(tx, shift.staffId);
  if (!person) return refuse('roster-staff-not-found', { fields: [{ path: 'staffId', code: 'unknown' }] });
  if (person.department_id !== shift.departmentId)
    return refuse('roster-not-of-unit', {
      params: { name: person.name },
      fields: [{ path: 'staffId', code: 'unknown' }],
    });
  await lockStaff(tx, [shift.staffId]);
  const own = await shiftsBetween(tx, shift.startsAt, Math.max(shift.endsAt, shift.startsAt + 1), {
    staffId: shift.staffId,
  });
  const may = mayPlan(shift, own);
  if (!may.ok) return may;
  const shiftId = await insertShift(tx, shift, me.staffId, time.now());
  return ok({ shiftId });
}

export async function takeShiftOut({ tx, me, time }: Given, shiftId: number): Promise<Result<{ shiftId: number }>> {
  const shift = await shiftById(tx, shiftId);
  if (!shift) return refuse('roster-shift-not-found');
  if (!mayPlanUnit(me, shift.departmentId)) return refuse('roster-unit-not-yours');
  await removeShift(tx, shiftId, me.staffId, time.now());
  await audit(tx, me, 'rosters.remove-shift', `shift:${shiftId}`, {}, time);
  return ok({ shiftId });
}

/** The week before once more: what overlaps, or whose person has left the unit, is left out and counted. */
export async function copyWeek(
  given: Given,
  departmentId: string,
  to: Instant,
): Promise<Result<{ copied: number; left: number }>> {
  if (!mayPlanUnit(given.me, departmentId)) return refuse('roster-unit-not-yours');
  const before = await shiftsBetween(given.tx, to - 7 * DAY, to, { departmentId });
  let copied = 0;
  const begun = before.filter(({ startsAt }) => startsAt >= to - 7 * DAY);
  for (const { staffId, startsAt, endsAt, note } of begun) {
    const shift = { departmentId, staffId, note, startsAt: startsAt + 7 * DAY, endsAt: endsAt + 7 * DAY };
    if ((await addShift(given, shift)).ok) copied += 1;
  }
  return ok({ copied, left: begun.length - copied });
}

export interface NewStandIn {
  absentId: number;
  deputyId: number;
  from: Instant;
  until: Instant;
  reason: string;
}

export async function addStandIn({ tx, me, time }: Given, added: NewStandIn): Promise<Result<{ standInId: number }>> {
  const [absent, deputy] = [await staffNamed(tx, added.absentId), await staffNamed(tx, added.deputyId)];
  if (!absent || !deputy) return refuse('roster-staff-not-found');
  if (!mayPlanUnit(me, absent.department_id)) return refuse('roster-unit-not-yours');
  await lockStaff(tx, [added.absentId]);
  const may = mayStandIn(added, await standInsAfter(tx, added.from));
  if (!may.ok) return may;
  const now = time.now();
  const standInId = await insertStandIn(tx, added, me.staffId, now);
  const fact = {
    kind: 'stand-in' as const,
    about: { departmentId: null, handlerId: added.deputyId, actorId: me.staffId },
    at: now,
    orderId: null,
    factKey: `stand-in/${standInId}`,
    params: { name: absent.name, due: added.from, text: added.reason },
  };
  await announce(tx, [fact], await colleaguesOf(tx, now), now);
  return ok({ standInId });
}

export async function comeBack({ tx, me, time }: Given, standInId: number): Promise<Result<{ standInId: number }>> {
  const found = (await standInsAfter(tx, time.now())).find((one) => one.standInId === standInId);
  if (!found) return refuse('roster-stand-in-not-found');
  if (!mayPlanUnit(me, found.departmentId)) return refuse('roster-unit-not-yours');
  await endStandIn(tx, standInId, me.staffId, time.now());
  return ok({ standInId });
}
