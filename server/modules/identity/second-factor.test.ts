import type { FastifyInstance } from 'fastify';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { controllableTime } from '../../platform/clock.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import type { Role } from './rules/permissions.ts';
import { codeOf, identityServer, TEST_PASSWORD, type TestUtility, testUtility } from './testing.ts';

const time = controllableTime('2026-11-18T01:00:00Z');
let db: TestDatabase;
let utility: TestUtility;
let app: FastifyInstance;
/** Another process on the same database. */
let fellow: FastifyInstance;
let admin = '';

beforeAll(async () => {
  db = await testDatabase();
  utility = await testUtility(db);
  await utility.staff('admin', ['administrator'], { name: '管理员' });
  app = await identityServer(db, time);
  fellow = await identityServer(db, time);
  admin = (await signIn('admin')).cookie;
  return async () => {
    await app.close();
    await fellow.close();
  };
});

let number = 0;
/** A new colleague, whom no other test has locked out. */
async function somebody(roles: Role[] = ['desk-agent']): Promise<{ username: string; staffId: number }> {
  number += 1;
  const username = `one-${number}`;
  return { username, staffId: await utility.staff(username, roles) };
}

const post = (url: string, payload: object, cookie = '', to = app, remoteAddress = '10.0.0.1') =>
  to.inject({
    method: 'POST',
    url,
    payload,
    remoteAddress,
    headers: { cookie, 'idempotency-key': `key-${Math.random()}`, 'accept-language': 'zh' },
  });
const get = (url: string, cookie: string) => app.inject({ url, headers: { cookie } });
const cookiesOf = (answer: { cookies: { name: string; value: string; maxAge?: number }[] }) =>
  answer.cookies
    .filter(({ maxAge }) => maxAge !== 0)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');

async function signIn(username: string, password = TEST_PASSWORD, to = app, remoteAddress = '10.0.0.1') {
  const answer = await post('/api/auth/sign-in/username', { username, password }, '', to, remoteAddress);
  return { status: answer.statusCode, body: answer.json(), cookie: cookiesOf(answer) };
}

const audited = async (staffId: number): Promise<string[]> =>
  (
    await db.admin<{ action: string }>(`select action from identity.audit where object = $1 order by audit_id`, [
      `staff:${staffId}`,
    ])
  ).map(({ action }) => action);

async function enrolled(roles: Role[] = ['desk-agent']) {
  const who = await somebody(roles);
  const { cookie } = await signIn(who.username);
  const enrol = (await post('/api/auth/second-factor/enrol', { password: TEST_PASSWORD }, cookie)).json();
  const confirmed = await post('/api/auth/second-factor/confirm', { code: codeOf(enrol.secret) }, cookie);
  return { ...who, before: cookie, cookie: cookiesOf(confirmed), confirmed, ...enrol } as typeof who & {
    before: string;
    cookie: string;
    confirmed: typeof confirmed;
    secret: string;
    uri: string;
    recoveryCodes: string[];
  };
}

describe('a second factor', () => {
  test('is set up with a secret and codes that are shown once, and asked for after the first code', async () => {
    const elsewhere = await somebody();
    const other = await signIn(elsewhere.username);
    const { username, before, cookie, confirmed, secret, uri, recoveryCodes, staffId } = await enrolled();
    expect(uri).toMatch(new RegExp(`^otpauth://totp/.*${username}\\?secret=${secret}&issuer=`));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(confirmed.statusCode).toBe(200);
    // what was opened with a password alone has ended
    expect((await get('/api/me', before)).statusCode).toBe(401);
    expect((await get('/api/me', cookie)).json()).toMatchObject({ secondFactor: true, due: null });
    expect((await get('/api/me', other.cookie)).statusCode).toBe(200);

    const first = await signIn(username);
    expect(first.body).toEqual({ secondFactor: true });
    expect((await get('/api/me', first.cookie)).statusCode).toBe(401);
    const wrong = await post('/api/auth/second-factor', { code: codeOf(secret, 9) }, first.cookie);
    expect(wrong.json()).toMatchObject({ code: 'second-factor-wrong', status: 401 });
    // the code that has set it up serves no second time (RFC 6238 §5.2)
    const used = await post('/api/auth/second-factor', { code: codeOf(secret) }, first.cookie);
    expect(used.json()).toMatchObject({ code: 'second-factor-used', status: 401, fields: [{ path: 'code' }] });
    const right = await post(
      '/api/auth/second-factor',
      { code: codeOf(secret, 1).replace(/(...)/, '$1 ') },
      first.cookie,
    );
    expect(right.statusCode).toBe(200);
    expect((await get('/api/me', cookiesOf(right))).statusCode).toBe(200);
    // the challenge is used up
    expect((await post('/api/auth/second-factor', { code: codeOf(secret) }, first.cookie)).json().code).toBe(
      'second-factor-lost',
    );
    expect(await audited(staffId)).toEqual(['sign-in', 'second-factor.set', 'sign-in.failed', 'sign-in']);
  });

  test('a recovery code opens once, and new ones make the old ones worthless', async () => {
    const { username, cookie, recoveryCodes } = await enrolled();
    const [code = '', another = ''] = recoveryCodes;
    const use = async (given: string) =>
      (await post('/api/auth/second-factor', { code: given }, (await signIn(username)).cookie)).statusCode;
    expect(await use(code)).toBe(200);
    expect(await use(code)).toBe(401);
    const renewed = await post('/api/auth/second-factor/recovery-codes', { password: TEST_PASSWORD }, cookie);
    expect(await use(another)).toBe(401);
    expect(await use(renewed.json().recoveryCodes[0])).toBe(200);
  });

  test('a code serves once, also for two who send it at the same moment; a wrong one may be typed again', async () => {
    const { username, secret } = await enrolled();
    const [one, another] = [await signIn(username), await signIn(username)];
    const wrong = codeOf(secret, 9);
    for (let round = 0; round < 2; round += 1)
      expect((await post('/api/auth/second-factor', { code: wrong }, one.cookie)).json().code).toBe(
        'second-factor-wrong',
      );
    const code = codeOf(secret, 1);
    const both = await Promise.all([
      post('/api/auth/second-factor', { code }, one.cookie, app),
      post('/api/auth/second-factor', { code }, another.cookie, fellow),
    ]);
    expect(both.map((answer) => answer.json().code ?? 'in').sort()).toEqual(['in', 'second-factor-used']);
  });

  test('wrong codes lock it as the utility chose, whichever process counts; it is said and logged once; it ends, or an administrator unlocks', async () => {
    await db.admin(
      `insert into identity.sign_in_policy (utility_id, lock_after, lock_minutes) values ($1, 4, 20)
       on conflict (utility_id) do update set lock_after = 4, lock_minutes = 20`,
      [utility.utilityId],
    );
    const { username, secret, staffId } = await enrolled();
    const trying = async (code: string, to = app) =>
      (await post('/api/auth/second-factor', { code }, (await signIn(username)).cookie, to)).json();
    for (const to of [app, fellow, app])
      expect(await trying(codeOf(secret, 9), to)).toMatchObject({ code: 'second-factor-wrong' });
    expect(await trying(codeOf(secret, 9), fellow)).toMatchObject({ code: 'sign-in-locked', params: { minutes: 20 } });
    time.advance(18 * 60_000);
    for (let at = 0; at < 2; at += 1)
      expect(await trying(codeOf(secret, 1))).toMatchObject({
        code: 'sign-in-locked',
        status: 429,
        params: { minutes: 2 },
      });
    expect(await audited(staffId)).toEqual([
      ...['sign-in', 'second-factor.set', 'sign-in.failed', 'sign-in.failed', 'sign-in.failed', 'sign-in.failed'],
      'sign-in.locked',
    ]);
    const listed = (await get('/api/staff/accounts', admin)).json() as { staffId: number; lockedUntil: string }[];
    expect(listed.find((one) => one.staffId === staffId)?.lockedUntil).toBe(
      new Date(time.now() + 2 * 60_000).toISOString(),
    );
    time.advance(2 * 60_000);
    expect(await trying(codeOf(secret, 9))).toMatchObject({ code: 'second-factor-wrong' });
    for (let at = 0; at < 3; at += 1) await trying(codeOf(secret, 9));
    expect((await trying(codeOf(secret, 1))).code).toBe('sign-in-locked');
    await post(`/api/staff/${staffId}/unlock`, {}, admin);
    expect(await trying(codeOf(secret, 1))).toHaveProperty('token');
    await db.admin('delete from identity.sign_in_policy');
  });

  test('is required of roles the utility names: without one they get no further than setting it up', async () => {
    const { username } = await somebody(['reviewer']);
    const set = (secondFactorRoles: string[]) =>
      app.inject({
        method: 'PUT',
        url: '/api/sign-in/policy',
        payload: { secondFactorRoles, lockAfter: 5, lockMinutes: 15 },
        headers: { cookie: admin, 'idempotency-key': `key-${Math.random()}` },
      });
    expect((await set(['reviewer'])).statusCode).toBe(200);
    const { cookie } = await signIn(username);
    expect((await get('/api/me', cookie)).json()).toMatchObject({ due: 'second-factor' });
    expect((await get('/api/staff', cookie)).json()).toMatchObject({ code: 'second-factor-due', status: 403 });
    const { secret } = (await post('/api/auth/second-factor/enrol', { password: TEST_PASSWORD }, cookie)).json();
    const confirmed = await post('/api/auth/second-factor/confirm', { code: codeOf(secret) }, cookie);
    expect((await get('/api/staff', cookiesOf(confirmed))).statusCode).toBe(200);
    const removed = await post('/api/auth/second-factor/remove', { password: TEST_PASSWORD }, cookiesOf(confirmed));
    expect(removed.json()).toMatchObject({ code: 'second-factor-needed' });
    await set([]);
    const gone = await post('/api/auth/second-factor/remove', { password: TEST_PASSWORD }, cookiesOf(confirmed));
    expect(gone.statusCode).toBe(200);
    expect((await signIn(username)).body).toHaveProperty('token');
  });

  test('needs the password to be set up, and is forgotten by an administrator when the phone is lost', async () => {
    const { username } = await somebody();
    const { cookie } = await signIn(username);
    const enrol = await post('/api/auth/second-factor/enrol', { password: 'not-it-at-all' }, cookie);
    expect(enrol.json()).toMatchObject({ code: 'current-password-wrong' });
    const lost = await enrolled();
    expect((await post(`/api/staff/${lost.staffId}/reset-second-factor`, {}, admin)).statusCode).toBe(200);
    expect((await get('/api/me', lost.cookie)).statusCode).toBe(401);
    expect((await signIn(lost.username)).body).toHaveProperty('token');
  });
});

describe('failed tries', () => {
  beforeEach(() => time.advance(3_600_000));

  test('lock the account for as long as is said, in both languages, counted over two processes', async () => {
    const { username, staffId } = await somebody();
    for (const to of [app, fellow, app, fellow]) expect((await signIn(username, 'wrong-one', to)).status).toBe(401);
    const last = await signIn(username, 'wrong-one');
    expect(last.body).toMatchObject({ code: 'sign-in-locked', status: 429, params: { minutes: 15 } });
    expect(last.body.detail).toContain('请 15 分钟后再试');
    // the right password does not help, and does not lengthen it
    time.advance(14 * 60_000);
    expect((await signIn(username, TEST_PASSWORD, fellow)).body).toMatchObject({ params: { minutes: 1 } });
    time.advance(60_000);
    expect((await signIn(username)).status).toBe(200);
    expect(await audited(staffId)).toEqual([...Array(5).fill('sign-in.failed'), 'sign-in.locked', 'sign-in']);
  });

  test('that were not looked at count for nothing: whoever keeps trying is not locked out for longer, nor is his address', async () => {
    const { username } = await somebody();
    const from = '10.0.0.77';
    for (let at = 0; at < 5; at += 1) await signIn(username, 'wrong-one', app, from);
    for (let minute = 1; minute <= 14; minute += 1) {
      time.advance(60_000);
      for (let at = 0; at < 3; at += 1)
        expect((await signIn(username, TEST_PASSWORD, app, from)).body).toMatchObject({
          code: 'sign-in-locked',
          params: { minutes: 15 - minute },
        });
    }
    const [address] = await db.admin<{ failures: number }>(`select failures from auth.attempt where key = $1`, [from]);
    expect(address).toEqual({ failures: 5 });
    time.advance(60_000);
    expect((await signIn(username, TEST_PASSWORD, app, from)).status).toBe(200);
    // more than are allowed stand there, none of them looked at to the end: it is over when it is over
    const other = await somebody();
    await db.admin(`insert into auth.attempt (kind, key, failures, last_at) values ('account', $1, 5, $2)`, [
      `${other.username}@test`,
      new Date(time.now()),
    ]);
    for (let minute = 1; minute <= 14; minute += 1) {
      time.advance(60_000);
      expect((await signIn(other.username)).body).toMatchObject({ params: { minutes: 15 - minute } });
    }
    time.advance(60_000);
    expect((await signIn(other.username)).status).toBe(200);
  });

  test('of a name that is nobody’s are answered in the same way, also where the utility chose otherwise', async () => {
    const answers = async (name: string) => {
      const told = [];
      for (let at = 0; at < 5; at += 1) {
        const { status, body } = await signIn(name, 'wrong-one');
        told.push([status, body.code, body.params]);
      }
      return told;
    };
    const real = async () => answers((await somebody()).username);
    const usual = await real();
    expect(usual.map(([status]) => status)).toEqual([401, 401, 401, 401, 429]);
    expect(await answers('who-is-this')).toEqual(usual);
    await db.admin(
      `insert into identity.sign_in_policy (utility_id, lock_after, lock_minutes) values ($1, 3, 60)
       on conflict (utility_id) do update set lock_after = 3, lock_minutes = 60`,
      [utility.utilityId],
    );
    const chosen = await real();
    expect(chosen.at(-1)).toEqual([429, 'sign-in-locked', { minutes: 60 }]);
    for (const name of ['not-here', 'nor-here']) expect(await answers(name)).toEqual(chosen);
    await db.admin('delete from identity.sign_in_policy');
  });

  test('begin anew with a good one, and many at once get no further', async () => {
    const { username } = await somebody();
    for (let round = 0; round < 2; round += 1) {
      for (let at = 0; at < 4; at += 1) expect((await signIn(username, 'wrong-one')).status).toBe(401);
      expect((await signIn(username)).status).toBe(200);
    }
    const many = await Promise.all(Array.from({ length: 12 }, () => signIn(username, 'wrong-one')));
    expect(many.filter(({ body }) => body.code === 'invalid-username-or-password').length).toBeLessThan(5);
    expect((await signIn(username)).body.code).toBe('sign-in-locked');
  });

  test('lock as the utility chose, and an administrator lifts it', async () => {
    await db.admin(
      `insert into identity.sign_in_policy (utility_id, lock_after, lock_minutes) values ($1, 3, 60)
       on conflict (utility_id) do update set lock_after = 3, lock_minutes = 60`,
      [utility.utilityId],
    );
    const { username, staffId } = await somebody();
    const codes = [];
    for (let at = 0; at < 3; at += 1) codes.push((await signIn(username, 'wrong-one')).body.code);
    expect(codes.at(-1)).toBe('sign-in-locked');
    const accounts = (await get('/api/staff/accounts', admin)).json() as { staffId: number; lockedUntil: string }[];
    expect(accounts.find((one) => one.staffId === staffId)?.lockedUntil).toBe(
      new Date(time.now() + 3_600_000).toISOString(),
    );
    expect((await post(`/api/staff/${staffId}/unlock`, {}, admin)).statusCode).toBe(200);
    expect((await signIn(username)).status).toBe(200);
    const after = (await get('/api/staff/accounts', admin)).json() as { staffId: number }[];
    expect(after.find((one) => one.staffId === staffId)).toMatchObject({
      lockedUntil: null,
      failures: 0,
      signedInAt: new Date(time.now()).toISOString(),
      sessions: 1,
    });
    await db.admin('delete from identity.sign_in_policy');
  });

  test('through many names lock the address they come from, and no other', async () => {
    const { username } = await somebody();
    for (let at = 0; at < 40; at += 1) await signIn(`guess-${at}`, 'wrong-one', app, '10.0.0.66');
    expect((await signIn(username, TEST_PASSWORD, fellow, '10.0.0.66')).body.code).toBe('address-locked');
    expect((await signIn(username, TEST_PASSWORD, fellow, '10.0.0.67')).status).toBe(200);
  }, 40_000);
});

describe('sessions', () => {
  test('are listed with where they come from, and ended one by one or all but mine', async () => {
    const { username } = await somebody();
    const [here, there, away] = [await signIn(username), await signIn(username), await signIn(username)];
    const listed = (await get('/api/me/sessions', here?.cookie ?? '')).json() as { id: string; here: boolean }[];
    expect(listed).toHaveLength(3);
    expect(listed.filter((one) => one.here)).toHaveLength(1);
    const other = (await get('/api/me/sessions', there?.cookie ?? ''))
      .json()
      .find((one: { here: boolean }) => one.here);
    const ended = await post('/api/me/end-sessions', { session: other.id }, here?.cookie);
    expect(ended.json()).toEqual({ ended: 1 });
    expect((await get('/api/me', there?.cookie ?? '')).statusCode).toBe(401);
    expect((await get('/api/me', away?.cookie ?? '')).statusCode).toBe(200);
    expect((await post('/api/me/end-sessions', {}, here?.cookie)).json()).toEqual({ ended: 1 });
    expect((await get('/api/me', away?.cookie ?? '')).statusCode).toBe(401);
    expect((await get('/api/me', here?.cookie ?? '')).statusCode).toBe(200);
  });

  test('of another are not mine to end', async () => {
    const [mine, theirs] = [await somebody(), await somebody()];
    const me = await signIn(mine.username);
    const other = await signIn(theirs.username);
    const [session] = (await get('/api/me/sessions', other.cookie)).json();
    expect((await post('/api/me/end-sessions', { session: session.id }, me.cookie)).json()).toEqual({ ended: 0 });
    expect((await get('/api/me', other.cookie)).statusCode).toBe(200);
  });

  test('end for all of somebody’s when an administrator says so, deactivates him or sets a password', async () => {
    const { username, staffId } = await somebody();
    for (const [deed, body] of [
      ['end-sessions', {}],
      ['reset-password', { password: 'for the first day' }],
    ] as const) {
      const { cookie } = await signIn(username);
      expect((await post(`/api/staff/${staffId}/${deed}`, body, admin)).statusCode).toBe(200);
      expect([deed, (await get('/api/me', cookie)).statusCode]).toEqual([deed, 401]);
    }
    // what somebody else has set is changed first
    const { cookie } = await signIn(username, 'for the first day');
    expect((await get('/api/staff', cookie)).json()).toMatchObject({ code: 'password-due' });
    const changed = await post(
      '/api/auth/change-password',
      { currentPassword: 'for the first day', newPassword: 'one of my own' },
      cookie,
    );
    expect((await get('/api/staff', cookiesOf(changed))).statusCode).toBe(200);
    await post(`/api/staff/${staffId}/deactivate`, {}, admin);
    expect((await get('/api/me', cookiesOf(changed))).statusCode).toBe(401);
    expect((await signIn(username, 'one of my own')).body.code).toBe('staff-inactive');
    await post(`/api/staff/${staffId}/activate`, {}, admin);
    expect((await signIn(username, 'one of my own')).status).toBe(200);
  });

  test('nobody deactivates himself', async () => {
    const me = (await get('/api/me', admin)).json() as { staffId: number };
    expect((await post(`/api/staff/${me.staffId}/deactivate`, {}, admin)).json().code).toBe('staff-yourself');
  });
});

test('what his role does not allow is recorded once a minute', async () => {
  const { username, staffId } = await somebody();
  const { cookie } = await signIn(username);
  for (let at = 0; at < 3; at += 1) expect((await get('/api/staff/accounts', cookie)).statusCode).toBe(403);
  await expect
    .poll(() => db.admin(`select object from identity.audit where staff_id = $1 and action = 'refused'`, [staffId]))
    .toEqual([{ object: 'action:staff.manage' }]);
});
