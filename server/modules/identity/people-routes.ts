/** Units, districts and staff, as an administrator arranges them. */
import { Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import type { SavedPerson } from './actions/arranging.ts';
import { audit } from './actions/audit.ts';
import { saveStaff } from './actions/save-people.ts';
import { changeUnit, saveDistricts, saveUnits } from './actions/save-units.ts';
import { hashPassword, PASSWORD_LENGTH } from './password.ts';
import { staffExists } from './store/accounts.ts';
import { putDistrict } from './store/people.ts';
import { endSessions, setPassword, unlockSignIn } from './store/sign-in.ts';
import { listDistricts } from './store/staff.ts';

const Name = Type.String({ minLength: 1, maxLength: 60 });
const Id = Type.String({ minLength: 1, maxLength: 60 });
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const Saved = Type.Object({ id: Type.String(), outcome: Type.String() });
/** At once: as many as one clicks together. */
const MOST_PASSWORDS = 200;

/** What one row of a form comes to: a refusal names the field. */
function settled(one: SavedPerson | undefined): Result<{ id: string; outcome: string }> {
  const [fault] = one?.faults ?? [];
  if (!one || one.id === null || fault) {
    const { code = 'invalid-input', params = {} } = fault ?? {};
    const fields = (one?.faults ?? []).map(({ field, ...rest }) => ({ path: field, ...rest }));
    return refuse(code, { params, fields });
  }
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
    handler: async (context) => settled((await saveUnits(context, [context.body]))[0]),
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
    handler: async (context) => settled(await changeUnit(context, context.params.id, context.body)),
  }),
  route({
    method: 'POST',
    url: '/api/districts',
    action: 'staff.manage',
    summary: 'Adds a district 片区',
    body: Type.Object({ name: Name }),
    answer: Saved,
    handler: async (context) => settled((await saveDistricts(context, [context.body]))[0]),
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
      await audit(tx, me, 'district.changed', `district:${params.id}`, { name: body.name }, time);
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
      phone: Type.Optional(Type.String({ maxLength: 30, description: 'Absent: as it was; empty: none' })),
      fresh: Type.Optional(Type.Boolean({ description: 'Somebody new: refused where the username is taken' })),
    }),
    answer: Saved,
    handler: async (context) => {
      const { districts = [], fresh = false, ...person } = context.body;
      return settled((await saveStaff(context, [{ ...person, districts }], { fresh }))[0]);
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
