/** Staff as those who tell them something see them: where they are on duty, and who acts for whom. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { listStaff } from '../../identity/index.ts';
import type { Colleague } from '../../notices/index.ts';
import { actingFor, onDuty } from '../rules/duty.ts';
import { dutyNow } from '../store/plans.ts';

export async function colleaguesOf(tx: Tx, now: Instant): Promise<Colleague[]> {
  const [staff, { shifts, standIns }] = await Promise.all([
    listStaff(tx, { department: null, role: null }),
    dutyNow(tx, now),
  ]);
  const duty = Map.groupBy(onDuty(shifts, standIns, now), ({ staffId }) => staffId);
  return staff.map(({ staff_id: staffId, roles, department_id: departmentId }) => {
    const dutyIn = duty.get(staffId)?.map((one) => one.departmentId);
    const deputyId = actingFor(staffId, standIns, now);
    return { staffId, roles, departmentId, ...(dutyIn && { dutyIn }), ...(deputyId !== staffId && { deputyId }) };
  });
}
