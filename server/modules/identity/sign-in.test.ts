import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { controllableTime } from '../../platform/clock.ts';
import type { Problem } from '../../platform/http/problem.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import { forgetSessions } from './index.ts';
import { identityServer, TEST_PASSWORD, testUtility } from './testing.ts';

const time = controllableTime('2026-11-18T01:00:00Z');
let db: TestDatabase;
let app: FastifyInstance;
let utilityId = 0;

beforeAll(async () => {
  db = await testDatabase();
  const utility = await testUtility(db);
  utilityId = utility.utilityId;
  await utility.staff('sun', ['desk-agent'], { name: '孙洁' });
  await utility.staff('gone', ['desk-agent']);
  await db.admin(`update identity.staff set active = false where username = 'gone'`);
  await utility.staff('li.head', ['department-head', 'crew-member'], {
    departmentId: 'east-crew',
    districts: ['east'],
  });
  app = await identityServer(db, time);
  return () => app.close();
});

const signIn = (username: string, password = TEST_PASSWORD, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload: { username, password }, headers });

async function session(username: string) {
  const answer = await signIn(username);
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return { cookie, token: answer.json<{ token: string }>().token };
}

describe('signing in', () => {
  test('gives a cookie that scripts and other sites cannot use, and a token for programs', async () => {
    const answer = await signIn('sun');
    expect(answer.statusCode).toBe(200);
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: 'gongshui.session_token', httpOnly: true, sameSite: 'Lax', path: '/' });
    const byCookie = await app.inject({ url: '/api/me', headers: { cookie: (await session('sun')).cookie } });
    expect(byCookie.json()).toMatchObject({ username: 'sun', name: '孙洁', utility: { code: 'test' } });
    const bearer = { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
    expect((await app.inject({ url: '/api/me', headers: bearer })).statusCode).toBe(200);
  });

  test('a username is the same in capitals', async () => {
    expect((await signIn('SUN')).statusCode).toBe(200);
  });

  test('a wrong password, an unknown name and an impossible name are answered alike', async () => {
    for (const answer of [await signIn('sun', 'wrong-one'), await signIn('nobody'), await signIn('孙洁')]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json<Problem>()).toMatchObject({
        code: 'invalid-username-or-password',
        detail: '用户名或密码不正确',
      });
      expect(answer.cookies).toEqual([]);
    }
  });

  test('whoever has left cannot sign in, and a session opened before ends with him', async () => {
    expect((await signIn('gone')).json()).toMatchObject({ code: 'staff-inactive', status: 403 });
    await db.admin(`update identity.staff set active = true where username = 'gone'`);
    const { cookie } = await session('gone');
    expect((await app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(200);
    await db.admin(`update identity.staff set active = false where username = 'gone'`);
    expect((await app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401);
  });

  test('is recorded in the audit log', async () => {
    const [row] = await db.admin<{ action: string; at: Date; name: string }>(
      `select a.action, a.at, s.name from identity.audit a join identity.staff s using (utility_id, staff_id)
       where s.username = 'sun' order by audit_id desc limit 1`,
    );
    expect(row).toEqual({ action: 'sign-in', at: new Date(time.now()), name: '孙洁' });
  });

  test('is limited for each address', async () => {
    const limited = await identityServer(db, time, 3);
    const from = (remoteAddress: string) =>
      limited.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        // a name of its own each time: the account is not what is limited here
        payload: { username: `nobody-${Math.random()}`, password: 'wrong-one' },
        // what a caller claims about himself does not count
        headers: { 'x-forwarded-for': `10.0.0.${Math.random()}`, 'x-gongshui-address': `10.1.1.${Math.random()}` },
        remoteAddress,
      });
    for (let at = 0; at < 3; at += 1) expect((await from('10.9.9.1')).statusCode).toBe(401);
    const answer = await from('10.9.9.1');
    expect(answer.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect((await from('10.9.9.2')).statusCode).toBe(401);
    await limited.close();
  });
});

describe('a session', () => {
  test('ends with signing out', async () => {
    const { cookie, token } = await session('sun');
    expect((await app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } })).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401);
    expect((await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(401);
  });

  test('is not opened by a cookie that is no cookie', async () => {
    for (const cookie of ['gongshui.session_token=%E0%A4%A', 'gongshui.two_factor=%', 'gongshui.two_factor=%E0; x=%'])
      for (const [method, url] of [
        ['GET', '/api/me'],
        ['POST', '/api/auth/second-factor'],
      ] as const) {
        const payload = method === 'POST' ? { code: '123456' } : undefined;
        const answer = await app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
        expect([cookie, answer.statusCode]).toEqual([cookie, 401]);
      }
  });

  test('cannot be forged', async () => {
    const forged = { cookie: 'gongshui.session_token=abc.def' };
    expect((await app.inject({ url: '/api/me', headers: forged })).statusCode).toBe(401);
    expect((await app.inject({ url: '/api/me', headers: { authorization: 'Bearer abc' } })).statusCode).toBe(401);
  });

  test('tells its owner what he may do', async () => {
    const { cookie } = await session('li.head');
    const me = (await app.inject({ url: '/api/me', headers: { cookie, 'accept-language': 'en' } })).json();
    expect(me).toMatchObject({
      departmentId: 'east-crew',
      departmentName: '城东维修所',
      districts: ['east'],
      roleNames: ['Department head', 'Crew member'],
    });
    expect(me.permissions).toMatchObject({ 'orders.accept': 'department', 'orders.read': 'department' });
    expect(me.permissions).not.toHaveProperty('orders.review');
  });
});

describe('changing the password', () => {
  const change = (cookie: string, currentPassword: string, newPassword: string) =>
    app.inject({
      method: 'POST',
      url: '/api/auth/change-password',
      headers: { cookie },
      payload: { currentPassword, newPassword },
    });

  test('needs the current one and a new one of eight characters', async () => {
    const { cookie } = await session('sun');
    expect((await change(cookie, 'not-it-at-all', 'a new long one')).json()).toMatchObject({
      code: 'current-password-wrong',
      fields: [{ path: 'currentPassword' }],
    });
    expect((await change(cookie, TEST_PASSWORD, 'short')).json()).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'newPassword', code: 'text-too-short', message: '文字过短：至少 8 个字' }],
    });
    expect((await change('', TEST_PASSWORD, 'a new long one')).statusCode).toBe(401);
  });

  test('ends every other session', async () => {
    const elsewhere = await session('sun');
    const here = await session('sun');
    const answer = await change(here.cookie, TEST_PASSWORD, 'a new long one');
    expect(answer.statusCode).toBe(200);
    expect((await app.inject({ url: '/api/me', headers: { cookie: elsewhere.cookie } })).statusCode).toBe(401);
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    expect((await app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(200);
    expect((await signIn('sun')).statusCode).toBe(401);
    expect((await signIn('sun', 'a new long one')).statusCode).toBe(200);
  });
});

test('nothing else of better-auth is open', async () => {
  for (const url of [
    'sign-up/email',
    'sign-in/email',
    'update-user',
    'delete-user',
    'is-username-available',
    'change-email',
  ]) {
    const answer = await app.inject({ method: 'POST', url: `/api/auth/${url}`, payload: {} });
    expect([url, answer.statusCode]).toEqual([url, 404]);
  }
  expect((await app.inject({ url: '/api/auth/list-sessions' })).statusCode).toBe(404);
});

test('the sign-in tables are closed to the business part of the server', async () => {
  const work = db.transaction(utilityId, (tx) => tx.rows({ text: 'select * from auth.account', values: [] } as never));
  await expect(work).rejects.toThrow('permission denied');
});

test('sessions that have ended by themselves are forgotten, the others stay', async () => {
  await db.admin(
    `insert into auth.session (id, token, user_id, expires_at, created_at, updated_at)
     select id, id, u.user_id, ends, u.created_at, u.updated_at
     from (select id as user_id, created_at, updated_at from auth."user" limit 1) u,
       (values ('old', '2026-11-18T00:59:59Z'::timestamptz), ('new', '2026-11-19T00:00:00Z')) as s (id, ends)`,
  );
  expect(await forgetSessions(db.url, time)).toBe(1);
  expect(await db.admin(`select id from auth.session where id in ('old', 'new')`)).toEqual([{ id: 'new' }]);
});
