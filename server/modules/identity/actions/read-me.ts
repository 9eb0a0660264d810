import type { Tx } from '../../../platform/database.ts';
import type { Me as Caller } from '../../../platform/http/route.ts';
import { permissionsOf, ROLE_NAMES, type Role } from '../rules/permissions.ts';
import { hasPassword } from '../store/accounts.ts';
import { utilityOf } from '../store/people.ts';
import { listDepartments } from '../store/staff.ts';

export async function readMe(tx: Tx, me: Caller, lang: 'zh' | 'en') {
  const department = (await listDepartments(tx)).find((row) => row.department_id === me.departmentId);
  return {
    staffId: me.staffId,
    name: me.name,
    username: me.username,
    roles: me.roles,
    roleNames: me.roles.map((role) => ROLE_NAMES[role as Role]?.[lang] ?? role),
    departmentId: me.departmentId,
    departmentName: department?.name ?? me.departmentId,
    districts: me.districts,
    utility: { code: me.utilityCode, name: me.utilityName, settingUp: (await utilityOf(tx)).setting_up },
    permissions: permissionsOf(me) as Record<string, string>,
    secondFactor: me.session?.secondFactor ?? false,
    password: await hasPassword(tx, me.staffId),
    due: me.session?.due ?? null,
  };
}
