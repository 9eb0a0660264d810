/** Test support: somebody who sets a utility up over HTTP, step by step. */
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { offerSetUp } from '../../main/set-up/link.ts';
import { runWaiting } from '../../modules/imports/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { writeTable } from '../../platform/tables/write.ts';
import type { TestServer } from '../testing.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes, looked into by tests
  body: any;
}

export async function ask(
  server: Pick<TestServer, 'url'>,
  method: string,
  path: string,
  { token, body, raw }: { token?: string; body?: unknown; raw?: Buffer } = {},
): Promise<Answer> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      'content-type': raw ? 'application/octet-stream' : 'application/json',
    },
    ...(raw ? { body: new Uint8Array(raw) } : body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}

export const tokenOf = ({ path }: { path: string }): string => path.slice(path.indexOf('#') + 1);

export const freshToken = async (url: string): Promise<string> => tokenOf(await offerSetUp(url, systemTime));

/** Uploads a workbook of a kind, and runs it as a trial or in earnest. */
export async function importRows(server: TestServer, token: string, kind: string, rows: string[][], dry = false) {
  const raw = await buffer(writeTable(rows, { format: 'xlsx' }));
  const begun = await ask(server, 'POST', `/api/imports?name=${kind}.xlsx&kind=${kind}`, { token, raw });
  if (begun.status !== 201) throw new Error(JSON.stringify(begun.body));
  const { importId } = begun.body as { importId: string };
  await ask(server, 'POST', `/api/imports/${importId}/start`, { token, body: { dry } });
  const utilities = await server.db.admin<{ id: number }>('select utility_id as id from identity.utility');
  await runWaiting(
    server.db,
    systemTime,
    utilities.map(({ id }) => id),
    { failed: (error) => Promise.reject(error) },
  );
  const done = await ask(server, 'GET', `/api/imports/${importId}`, { token });
  const bad = await ask(server, 'GET', `/api/imports/${importId}/rows?outcome=refused`, { token });
  return { counts: done.body.counts, dry: done.body.dry, bad: bad.body.items as { line: number; message: string }[] };
}

export const PASSWORD = 'a first password';
/** What people make of it. */
export const OWN = 'a password of my own';

export const beginning = (token: string, code: string, more: object = {}) => ({
  token,
  code,
  name: `${code}供水集团`,
  region: '山东省',
  office: '运营管理部',
  administrator: { name: '贺文', username: 'admin', password: PASSWORD },
  ...more,
});

export const UNITS = [
  ['单位名称', '单位类别', '上级单位'],
  ['客服中心', '热线', '运营管理部'],
  ['管线管理所', '责任单位', '润达水业'],
  ['润达水业', '责任单位', ''],
];

export const STAFF = [
  ['用户名', '姓名', '角色', '单位', '负责片区', '手机'],
  ['wangfang', '王芳', '坐席、派单员', '客服中心', '', '13900000001'],
  ['sunjie', '孙杰', '责任单位负责人', '润达水业', '城东', ''],
  ['tianhua', '田华', '审单员', '客服中心', '', ''],
];

/** Everything a utility needs, by the shortest way; returns the administrator's token. */
export async function arrange(server: TestServer, code: string): Promise<string> {
  const link = await freshToken(server.db.url);
  await ask(server, 'POST', '/api/set-up/begin', { body: beginning(link, code) });
  const { body } = await ask(server, 'POST', '/api/auth/sign-in/username', {
    body: { username: 'admin', password: PASSWORD, utility: code },
  });
  const { token } = body as { token: string };
  await importRows(server, token, 'units', UNITS);
  await ask(server, 'POST', '/api/districts', { token, body: { name: '城东' } });
  await importRows(server, token, 'staff', STAFF);
  await givePasswords(server, token);
  await ask(server, 'PUT', '/api/regulations/adoption/base', { token, body: { pack: 'liaocheng' } });
  const { body: adoption } = await ask(server, 'GET', '/api/regulations/adoption', { token });
  const answers = Object.fromEntries(
    (adoption.questions as { key: string }[]).map(({ key }) => [key, { confirmed: true }]),
  );
  const kept = await ask(server, 'PUT', '/api/regulations/adoption/answers', {
    token,
    body: { answers, hours: adoption.hours },
  });
  if (kept.status !== 200) throw new Error(JSON.stringify(kept.body));
  return token;
}

export async function givePasswords(server: TestServer, token: string): Promise<Answer> {
  const { body } = await ask(server, 'GET', '/api/staff/accounts', { token });
  const passwords = (body as { staffId: number; hasPassword: boolean }[])
    .filter(({ hasPassword }) => !hasPassword)
    .map(({ staffId }) => ({ staffId, password: PASSWORD }));
  return ask(server, 'POST', '/api/staff/passwords', { token, body: { passwords } });
}

/** With the password that was given, which then becomes his own. */
export async function signInFirst(server: TestServer, username: string, utility?: string): Promise<string> {
  const signed = await ask(server, 'POST', '/api/auth/sign-in/username', {
    body: { username, password: PASSWORD, ...(utility ? { utility } : {}) },
  });
  const changed = await ask(server, 'POST', '/api/auth/change-password', {
    token: signed.body.token,
    body: { currentPassword: PASSWORD, newPassword: OWN },
  });
  return changed.body.token as string;
}
