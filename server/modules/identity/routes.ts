import { Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { accountRoutes } from './account-routes.ts';
import { readMe } from './actions/read-me.ts';
import { peopleRoutes } from './people-routes.ts';
import { ROLE_NAMES, ROLES, type Role } from './rules/permissions.ts';
import { staffRoutes } from './staff-routes.ts';
import { listDepartments, listDistricts, listStaff } from './store/staff.ts';

const Word = Type.String({ maxLength: 100 });
const Words = Type.Array(Type.String());
const NullableText = Type.Union([Type.String(), Type.Null()]);
const RoleWord = Type.Enum([...ROLES]);

const MeView = Type.Object(
  {
    staffId: Type.Integer(),
    name: Type.String(),
    username: Type.String(),
    roles: Words,
    roleNames: Words,
    departmentId: Type.String(),
    departmentName: Type.String(),
    districts: Words,
    utility: Type.Object({
      code: Type.String(),
      name: Type.String(),
      settingUp: Type.Boolean({ description: 'Its administrator is still arranging it 开通中' }),
    }),
    permissions: Type.Record(Type.String(), Type.String()),
    secondFactor: Type.Boolean({ description: 'I have one set up' }),
    password: Type.Boolean({ description: 'I have one; who comes by the provider needs none' }),
    due: Type.Union([Type.Enum(['password', 'second-factor']), Type.Null()], {
      description: 'What I have to do before anything else',
    }),
  },
  { $id: 'Me' },
);
const StaffView = Type.Object(
  {
    staffId: Type.Integer(),
    name: Type.String(),
    username: Type.String(),
    roles: Words,
    roleNames: Words,
    departmentId: Type.String(),
    departmentName: Type.String(),
    districts: Words,
  },
  { $id: 'Staff' },
);
const DepartmentView = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    organizationId: NullableText,
    parentId: NullableText,
    kind: Type.Enum(['managing', 'call-centre', 'service', 'discipline']),
  },
  { $id: 'Department' },
);
const DistrictView = Type.Object({ id: Type.String(), name: Type.String() }, { $id: 'District' });
const roleNames = (roles: string[], lang: 'zh' | 'en') => roles.map((role) => ROLE_NAMES[role as Role]?.[lang] ?? role);

export const routes: Route[] = [
  ...accountRoutes,
  ...staffRoutes,
  ...peopleRoutes,
  route({
    method: 'GET',
    url: '/api/me',
    action: null,
    summary: 'Who is signed in, and what he may do',
    answer: MeView,
    handler: async ({ tx, me, lang }) => ok(await readMe(tx, me, lang)),
  }),
  route({
    method: 'GET',
    url: '/api/staff',
    action: 'staff.read',
    summary: 'Colleagues of the utility',
    query: Type.Object({ department: Type.Optional(Word), role: Type.Optional(RoleWord) }),
    answer: Type.Array(StaffView),
    handler: async ({ tx, query, lang }) => {
      const rows = await listStaff(tx, { department: query.department ?? null, role: query.role ?? null });
      return ok(
        rows.map((row) => ({
          staffId: row.staff_id,
          name: row.name,
          username: row.username,
          roles: row.roles,
          roleNames: roleNames(row.roles, lang),
          departmentId: row.department_id,
          departmentName: row.department_name,
          districts: row.districts,
        })),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/departments',
    action: 'staff.read',
    summary: 'Departments and units',
    answer: Type.Array(DepartmentView),
    handler: async ({ tx }) => {
      const rows = await listDepartments(tx);
      return ok(
        rows.map((row) => ({
          id: row.department_id,
          name: row.name,
          organizationId: row.organization_id,
          parentId: row.parent_id,
          kind: row.kind,
        })),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/districts',
    action: 'staff.read',
    summary: 'Districts 片区',
    answer: Type.Array(DistrictView),
    handler: async ({ tx }) => {
      const rows = await listDistricts(tx);
      return ok(rows.map((row) => ({ id: row.district_id, name: row.name })));
    },
  }),
];
