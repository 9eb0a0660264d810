/** Staff as administrators care for them: who may sign in, from where he is signed in, what he has locked himself out of. */
import { type TSchema, Type } from 'typebox';
import { type Context, type Route, route } from '../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { Ending, SessionView, sessionView } from './account-routes.ts';
import { audit } from './actions/audit.ts';
import { hashPassword, PASSWORD_LENGTH } from './password.ts';
import { mayDeactivate } from './rules/accounts.ts';
import { ACCOUNT_LOCK } from './rules/lock-out.ts';
import { ROLE_NAMES, ROLES, type Role } from './rules/permissions.ts';
import { accountsForUpdate, listAccounts, setActive, setEmail, staffExists } from './store/accounts.ts';
import { linkedStaffIds, oidcProvider, unlinkStaff } from './store/oidc.ts';
import {
  endSessions,
  resetSecondFactor,
  sessionsOf,
  setPassword,
  setSignInPolicy,
  signInPolicy,
  unlockSignIn,
} from './store/sign-in.ts';

const NullableText = Type.Union([Type.String(), Type.Null()]);
const Words = Type.Array(Type.String());
const AccountView = Type.Object(
  {
    staffId: Type.Integer(),
    username: Type.String(),
    name: Type.String(),
    roles: Words,
    roleNames: Words,
    departmentId: Type.String(),
    departmentName: Type.String(),
    districts: Words,
    phone: NullableText,
    email: NullableText,
    active: Type.Boolean(),
    secondFactor: Type.Boolean(),
    linked: Type.Boolean({ description: 'To an account at the provider of the utility' }),
    mustChangePassword: Type.Boolean(),
    hasPassword: Type.Boolean(),
    failures: Type.Integer({ description: 'Wrong tries since the last good one' }),
    lockedUntil: NullableText,
    signedInAt: NullableText,
    sessions: Type.Integer(),
  },
  { $id: 'Account' },
);
const Id = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const Done = Type.Object({ done: Type.Boolean() });
const Nothing = Type.Object({}, { additionalProperties: false });

type Given<B> = Context<{ id: number }, Record<string, never>, B>;

/** One thing done to one account, in the audit log under its own name. */
const deed = <B extends TSchema>(
  name: string,
  summary: string,
  body: B,
  work: (given: Given<never>) => Promise<Result<Record<string, unknown>>>,
): Route =>
  route({
    method: 'POST',
    url: `/api/staff/:id/${name}`,
    action: 'staff.manage',
    summary,
    params: Id,
    body,
    answer: Done,
    handler: async (context) => {
      const given = context as unknown as Given<never>;
      const { tx, me, time, params } = given;
      if (!(await staffExists(tx, params.id))) return refuse('staff-not-found', { params: { staffId: params.id } });
      const done = await work(given);
      if (!done.ok) return done;
      await audit(tx, me, `staff.${name}`, `staff:${params.id}`, done.value, time);
      return ok({ done: true });
    },
  });

export const staffRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/staff/accounts',
    action: 'staff.manage',
    summary: 'Everybody, also who has left, with what stands about signing in 人员账号',
    answer: Type.Array(AccountView),
    handler: async ({ tx, lang, time }) => {
      const linked = await linkedStaffIds(tx);
      const rows = await listAccounts(tx);
      return ok(
        rows.map((row) => ({
          staffId: row.staff_id,
          username: row.username,
          name: row.name,
          roles: row.roles,
          roleNames: row.roles.map((role) => ROLE_NAMES[role as Role]?.[lang] ?? role),
          departmentId: row.department_id,
          departmentName: row.department_name,
          districts: row.districts,
          phone: row.phone,
          email: row.email,
          active: row.active,
          secondFactor: row.second_factor,
          linked: linked.has(row.staff_id),
          mustChangePassword: row.must_change_password,
          hasPassword: row.password_at !== null,
          failures: row.failures,
          lockedUntil:
            row.locked_until && row.locked_until.getTime() > time.now() ? row.locked_until.toISOString() : null,
          signedInAt: row.signed_in_at?.toISOString() ?? null,
          sessions: row.sessions,
        })),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/staff/:id/sessions',
    action: 'staff.manage',
    summary: 'Where somebody is signed in 登录情况',
    params: Id,
    answer: Type.Array(SessionView),
    handler: async ({ tx, me, params }) => {
      if (!(await staffExists(tx, params.id))) return refuse('staff-not-found', { params: { staffId: params.id } });
      return ok((await sessionsOf(tx, params.id)).map(sessionView(me.session?.id)));
    },
  }),
  deed('end-sessions', 'Ends one session of somebody, or all 强制下线', Ending, async ({ tx, params, body }) => {
    const { session = null } = body as { session?: string };
    return ok({ ended: await endSessions(tx, params.id, { one: session, keep: null }) });
  }),
  deed('unlock', 'Lifts the lock after failed tries 解锁', Nothing, async ({ tx, params }) => {
    await unlockSignIn(tx, params.id);
    return ok({});
  }),
  deed(
    'deactivate',
    'Nobody signs in with it any more, and open sessions end 停用',
    Nothing,
    async ({ tx, me, params }) => {
      const may = mayDeactivate(me.staffId, params.id, await accountsForUpdate(tx));
      if (!may.ok) return may;
      await setActive(tx, params.id, false);
      return ok({ ended: await endSessions(tx, params.id, { one: null, keep: null }) });
    },
  ),
  deed('activate', 'May sign in again 启用', Nothing, async ({ tx, params }) => {
    await setActive(tx, params.id, true);
    return ok({});
  }),
  deed(
    'reset-password',
    'Sets a password that has to be changed at the next sign-in; open sessions end 重置密码',
    Type.Object(
      { password: Type.String({ minLength: PASSWORD_LENGTH.least, maxLength: PASSWORD_LENGTH.most }) },
      { additionalProperties: false },
    ),
    async ({ tx, me, params, body, time }) => {
      if (params.id === me.staffId) return refuse('staff-yourself');
      const { password } = body as { password: string };
      await setPassword(tx, params.id, await hashPassword(password), time.now());
      await unlockSignIn(tx, params.id);
      return ok({ ended: await endSessions(tx, params.id, { one: null, keep: null }) });
    },
  ),
  deed(
    'reset-second-factor',
    'Forgets the second factor of somebody who has lost his phone; open sessions end 重置双因素',
    Nothing,
    async ({ tx, me, params }) => {
      if (params.id === me.staffId) return refuse('staff-yourself');
      await resetSecondFactor(tx, params.id);
      return ok({ ended: await endSessions(tx, params.id, { one: null, keep: null }) });
    },
  ),
  deed(
    'set-email',
    'The address by which the provider may know him 邮箱',
    Type.Object(
      { email: Type.Union([Type.String({ format: 'email', maxLength: 200 }), Type.Null()]) },
      { additionalProperties: false },
    ),
    async ({ tx, params, body }) => {
      const { email } = body as { email: string | null };
      return (await setEmail(tx, params.id, email))
        ? ok({})
        : refuse('email-taken', { fields: [{ path: 'email', code: 'email-taken' }] });
    },
  ),
  deed('unlink', 'Forgets the account at the provider 解除统一身份认证关联', Nothing, async ({ tx, params }) =>
    ok({ unlinked: await unlinkStaff(tx, params.id) }),
  ),
  route({
    method: 'GET',
    url: '/api/sign-in/settings',
    action: 'sign-in.manage',
    summary: 'What the utility asks of those who sign in, and the provider they may sign in at 登录设置',
    answer: Type.Object({
      policy: Type.Object({
        secondFactorRoles: Words,
        lockAfter: Type.Integer(),
        lockMinutes: Type.Integer(),
      }),
      provider: Type.Union([
        Type.Object({
          name: Type.String(),
          issuer: Type.String(),
          clientId: Type.String(),
          secretSet: Type.Boolean(),
          match: Type.Enum(['none', 'email', 'username']),
          usernameClaim: Type.String(),
          secondFactor: Type.Boolean(),
          enabled: Type.Boolean(),
        }),
        Type.Null(),
      ]),
    }),
    handler: async ({ tx }) => {
      const policy = await signInPolicy(tx);
      const provider = await oidcProvider(tx);
      const { clientSecret, ...shown } = provider ?? { clientSecret: null };
      return ok({
        policy: {
          secondFactorRoles: policy?.second_factor_roles ?? [],
          lockAfter: policy?.lock_after ?? ACCOUNT_LOCK.after,
          lockMinutes: policy?.lock_minutes ?? ACCOUNT_LOCK.minutes,
        },
        provider: provider && { ...(shown as Omit<typeof provider, 'clientSecret'>), secretSet: clientSecret !== null },
      });
    },
  }),
  route({
    method: 'PUT',
    url: '/api/sign-in/policy',
    action: 'sign-in.manage',
    summary: 'Who needs a second factor, and how many wrong tries lock an account 登录要求',
    body: Type.Object(
      {
        secondFactorRoles: Type.Array(Type.Enum([...ROLES]), { maxItems: ROLES.length }),
        lockAfter: Type.Integer({ minimum: 3, maximum: 20 }),
        lockMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
      },
      { additionalProperties: false },
    ),
    answer: Done,
    handler: async ({ tx, me, body, time }) => {
      await setSignInPolicy(tx, {
        second_factor_roles: body.secondFactorRoles,
        lock_after: body.lockAfter,
        lock_minutes: body.lockMinutes,
      });
      await audit(tx, me, 'sign-in.policy', 'sign-in', { ...body }, time);
      return ok({ done: true });
    },
  }),
];
