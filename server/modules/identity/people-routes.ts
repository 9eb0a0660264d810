/** Units, districts and staff, as an administrator arranges them. */
import { Type } from 'typebox';
import type { TimeSource } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { type Me, type Route, route } from '../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { audit } from './actions/audit.ts';
import { type SavedPerson, saveDistricts, saveStaff, saveUnits } from './actions/save-people.ts';
import { hashPassword, PASSWORD_LENGTH } from './password.ts';
import { unitKindOf } from './rules/people.ts';
import { staffExists } from './store/accounts.ts';
import { putDistrict, putUnit } from './store/people.ts';
import { endSessions, setPassword, unlockSignIn } from './store/sign-in.ts';
import { listDepartments, listDistricts } from './store/staff.ts';

const Name = Type.String({ minLength: 1, maxLength: 60 });
const Id = Type.String({ minLength: 1, maxLength: 60 });
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const Saved = Type.Object({ id: Type.String(), outcome: Type.String() });
/** At once: as many as one clicks together. */
const MOST_PASSWORDS = 200;

interface Arranging {
  tx: Tx;
  me: Me;
  time: TimeSource;
}

/** What one row of a form comes to: a refusal names the field. */
async function settled(
  { tx, me, time }: Arranging,
  of: string,
  saved: readonly SavedPerson[],
): Promise<Result<{ id: string; outcome: string }>> {
  const [one] = saved;
  const [fault] = one?.faults ?? [];
  if (!one || one.id === null || fault) {
    const { code = 'invalid-input', params = {} } = fault ?? {};
    const fields = (one?.faults ?? []).map(({ field, ...rest }) => ({ path: field, ...rest }));
    return refuse(code, { params, fields });
  }
  if (one.outcome !== 'unchanged') await audit(tx, me, `${of}.${one.outcome}`, `${of}:${one.id}`, {}, time);
  return ok({ id: one.id, outcome: one.outcome });
}

export const peopleRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/departments',
    action: 'staff.manage',
    summary: 'Adds a unit, or changes the one of that name 单位',
    body: Type.Object({ name: Name, kind: Name, parent: Type.Optional(Type.String({ maxLength: 60 })) }),
    answer: Saved,
    handler: async (context) => settled(context, 'department', await saveUnits(context.tx, [context.body])),
  }),
  route({
    method: 'PUT',
    url: '/api/departments/:id',
    action: 'staff.manage',
    summary: 'Changes a unit: name, kind, the one above it, what it is in the rulebook',
    params: Type.Object({ id: Id }),
    body: Type.Object({
      name: Type.Optional(Name),
      kind: Type.Optional(Name),
      parentId: Type.Optional(nullable(Id)),
      organizationId: Type.Optional(nullable(Id)),
    }),
    answer: Saved,
    handler: async ({ tx, me, time, params, body }) => {
      const units = await listDepartments(tx);
      const before = units.find((one) => one.department_id === params.id);
      if (!before) return refuse('unit-not-found');
      const { name = before.name, kind = before.kind, parentId = before.parent_id } = body;
      const { organizationId = before.organization_id } = body;
      if (units.some((one) => one.name === name && one.department_id !== params.id))
        return refuse('name-taken', {
          params: { found: name },
          fields: [{ path: 'name', code: 'name-taken', params: { found: name } }],
        });
      const known = unitKindOf(kind);
      if (known === null) return refuse('unit-kind-unknown', { params: { found: kind, expected: '' } });
      if (parentId !== null && circles(units, params.id, parentId)) return refuse('unit-above-itself');
      await putUnit(tx, { departmentId: params.id, name, kind: known, parentId, organizationId });
      await audit(tx, me, 'department.changed', `department:${params.id}`, {}, time);
      return ok({ id: params.id, outcome: 'changed' });
    },
  }),
  route({
    method: 'POST',
    url: '/api/districts',
    action: 'staff.manage',
    summary: 'Adds a district 片区',
    body: Type.Object({ name: Name }),
    answer: Saved,
    handler: async (context) => settled(context, 'district', await saveDistricts(context.tx, [context.body])),
  }),
  route({
    method: 'PUT',
    url: '/api/districts/:id',
    action: 'staff.manage',
    summary: 'Renames a district',
    params: Type.Object({ id: Id }),
    body: Type.Object({ name: Name }),
    answer: Saved,
    handler: async ({ tx, me, time, params, body }) => {
      const districts = await listDistricts(tx);
      if (!districts.some((one) => one.district_id === params.id)) return refuse('district-not-found');
      if (districts.some((one) => one.name === body.name && one.district_id !== params.id))
        return refuse('name-taken', { params: { found: body.name } });
      await putDistrict(tx, params.id, body.name);
      await audit(tx, me, 'district.changed', `district:${params.id}`, {}, time);
      return ok({ id: params.id, outcome: 'changed' });
    },
  }),
  route({
    method: 'POST',
    url: '/api/staff',
    action: 'staff.manage',
    summary: 'Adds a member of staff, or changes the one of that username; without a password yet',
    body: Type.Object({
      username: Type.String({ maxLength: 60 }),
      name: Name,
      roles: Type.Array(Name, { maxItems: 20 }),
      unit: Type.String({ maxLength: 60 }),
      districts: Type.Optional(Type.Array(Name, { maxItems: 200 })),
      phone: Type.Optional(Type.String({ maxLength: 30 })),
    }),
    answer: Saved,
    handler: async (context) => {
      const { districts = [], ...person } = context.body;
      return settled(context, 'staff', await saveStaff(context.tx, context.time, [{ ...person, districts }]));
    },
  }),
  route({
    method: 'POST',
    url: '/api/staff/passwords',
    action: 'staff.manage',
    summary: 'Gives passwords that have to be changed at the next sign-in; open sessions end 设初始密码',
    body: Type.Object({
      passwords: Type.Array(
        Type.Object({
          staffId: Type.Integer({ minimum: 1 }),
          password: Type.String({ minLength: PASSWORD_LENGTH.least, maxLength: PASSWORD_LENGTH.most }),
        }),
        { minItems: 1, maxItems: MOST_PASSWORDS },
      ),
    }),
    answer: Type.Object({ given: Type.Integer() }),
    handler: async ({ tx, me, time, body }) => {
      for (const { staffId, password } of body.passwords) {
        if (staffId === me.staffId) return refuse('staff-yourself');
        if (!(await staffExists(tx, staffId))) return refuse('staff-not-found', { params: { staffId } });
        await setPassword(tx, staffId, await hashPassword(password), time.now());
        await unlockSignIn(tx, staffId);
        await endSessions(tx, staffId, { one: null, keep: null });
        await audit(tx, me, 'staff.reset-password', `staff:${staffId}`, {}, time);
      }
      return ok({ given: body.passwords.length });
    },
  }),
];

function circles(units: { department_id: string; parent_id: string | null }[], id: string, parentId: string): boolean {
  const above = new Map(units.map((one) => [one.department_id, one.parent_id]));
  const passed = new Set<string>();
  for (let at: string | null = parentId; at !== null; at = above.get(at) ?? null) {
    if (at === id || passed.has(at)) return true;
    passed.add(at);
  }
  return false;
}
