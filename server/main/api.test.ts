import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { ACTIONS } from '../modules/identity/index.ts';
import type { Access } from '../platform/http/access.ts';
import { apiDocument } from './api.ts';
import { withDemo } from './demo.ts';
import { catalogue, routes } from './modules.ts';

/** What every member of staff may do with what is his own. */
const OWN = ['GET /api/me/sessions', 'POST /api/me/end-sessions', 'GET /api/me'];

test('every route asks for a permission of the table', () => {
  const open = routes.filter((route) => route.action === null).map((route) => `${route.method} ${route.url}`);
  expect(open).toEqual(OWN);
  const unknown = routes.filter((route) => route.action !== null && !(ACTIONS as string[]).includes(route.action));
  expect(unknown.map((route) => `${route.url}: ${route.action}`)).toEqual([]);
});

test('every address stands once, under /api', () => {
  const names = routes.map((route) => `${route.method} ${route.url}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^(GET|POST|PUT|DELETE) \/api\/[a-z0-9/:-]+$/i.test(name))).toEqual([]);
});

test('every message has its words in both languages', () => {
  const empty = Object.entries(catalogue).filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '');
  expect(empty).toEqual([]);
});

test('the document of the API can be printed without a database', () => {
  const { paths } = JSON.parse(JSON.stringify(apiDocument())) as { paths: object };
  expect(Object.keys(paths)).toContain('/api/me');
});

test('the demonstration offers its accounts to whoever stands before the door, in his language', async () => {
  const app = Fastify();
  const signIn = { username: 'sun', name: '孙洁', role: 'desk-agent', department: '热线' } as const;
  const access: Access = {
    actions: new Set<string>(),
    authenticate: async () => null,
    permits: () => false,
    doors: [],
    mount: () => undefined,
  };
  withDemo(access, { utility: '湖城水务', password: 'gongshui', signIns: [signIn] }).mount(app);
  const { json } = await app.inject({ url: '/api/demo', headers: { 'accept-language': 'en' } });
  expect(json()).toEqual({
    demo: true,
    utility: '湖城水务',
    password: 'gongshui',
    signIns: [{ username: 'sun', name: '孙洁', role: 'desk-agent', roleName: 'Desk agent', departmentName: '热线' }],
  });
  expect(apiDocument()).toMatchObject({ paths: { '/api/demo': { get: { operationId: 'get-demo', security: [] } } } });
});
