/** 移交: a request is handed over to a colleague or a unit, who is told; who had it, to whom it went, when and why stays. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { listDepartments, listStaff } from '../../identity/index.ts';
import { announceFacts } from '../../work-orders/index.ts';
import { decideHandOver, type HandingOver } from '../rules/contact/hand-over.ts';
import { addHandOver, ownedRequest } from '../store/contact.ts';
import { mayReach } from '../store/requests.ts';
import { type Asking, reachOf } from './read.ts';

export async function handOver(asking: Asking, requestId: number, input: HandingOver): Promise<Result<true>> {
  const { tx, me, time } = asking;
  const row = await ownedRequest(tx, requestId);
  if (!row || !(await mayReach(tx, requestId, reachOf(me)))) return refuse('request-not-found');
  const owner = { staffId: row.ownerId, unit: row.ownerUnit };
  const staff = (await listStaff(tx, { department: null, role: null })).map((one) => ({
    staffId: one.staff_id,
    roles: one.roles,
    departmentId: one.department_id,
    districts: one.districts,
  }));
  const { departmentId, districtId, handlerId, closedAt, orderId, orderNumber } = row;
  const decided = decideHandOver(
    me,
    {
      owner,
      ownerDepartment: row.ownerDepartment,
      order:
        orderId === null
          ? null
          : {
              ...{ department_id: departmentId, district_id: districtId, handler_id: handlerId },
              closedAt: closedAt?.getTime() ?? null,
            },
    },
    input,
    staff,
  );
  if (!decided.ok) return decided;
  const { staffId, unit, reason } = decided.value;
  const at = time.now();
  const id = await addHandOver(tx, { requestId, at, byId: me.staffId, from: owner, to: { staffId, unit }, reason });
  const units = unit === null ? [] : await listDepartments(tx);
  const name = units.find(({ department_id }) => department_id === unit)?.name;
  await announceFacts(
    tx,
    [
      {
        kind: 'handed-over',
        about: { departmentId: unit, handlerId: staffId, actorId: me.staffId },
        at,
        orderId,
        factKey: `request:${requestId}:handed-over:${id}`,
        params: {
          number: orderNumber,
          by: me.name,
          toZh: name ?? '您',
          toEn: name ?? 'you',
          text: reason.slice(0, 200),
        },
      },
    ],
    staff,
    at,
  );
  return ok(true);
}
