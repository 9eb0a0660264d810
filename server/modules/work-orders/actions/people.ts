/** Units as orders see them. */
import type { Tx } from '../../../platform/database.ts';
import { listDepartments } from '../../identity/index.ts';
import type { Unit } from '../rules/context.ts';

export const unitsOf = async (tx: Tx): Promise<Unit[]> =>
  (await listDepartments(tx)).map((row) => ({
    departmentId: row.department_id,
    name: row.name,
    organizationId: row.organization_id,
    kind: row.kind,
    parentId: row.parent_id,
  }));
