/** Units and staff as orders see them. */
import type { Tx } from '../../../platform/database.ts';
import { listDepartments, listStaff } from '../../identity/index.ts';
import type { Colleague } from '../../notices/index.ts';
import type { Unit } from '../rules/context.ts';

export const unitsOf = async (tx: Tx): Promise<Unit[]> =>
  (await listDepartments(tx)).map((row) => ({
    departmentId: row.department_id,
    name: row.name,
    organizationId: row.organization_id,
    kind: row.kind,
    parentId: row.parent_id,
  }));

export const colleaguesOf = async (tx: Tx): Promise<Colleague[]> =>
  (await listStaff(tx, { department: null, role: null })).map((row) => ({
    staffId: row.staff_id,
    roles: row.roles,
    departmentId: row.department_id,
  }));
