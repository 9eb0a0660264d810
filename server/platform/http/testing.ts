/** A server with routes of its own, for the tests beside this file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import { Type } from 'typebox';
import { afterAll, beforeAll } from 'vitest';
import { ok, refuse } from '../../values/result.ts';
import { controllableTime } from '../clock.ts';
import { localFiles, sourceOf } from '../files/files.ts';
import { PHOTOS } from '../files/kinds.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import type { Access } from './access.ts';
import { fileRoute, type Me, type Route, route, uploadRoute } from './route.ts';
import { buildServer } from './server.ts';

export const time = controllableTime('2026-11-18T01:00:00Z');
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
/** Filled before the tests of the file that imports this. */
export const made = {} as { db: TestDatabase; app: Awaited<ReturnType<typeof buildServer>> };
const home = mkdtempSync(path.join(tmpdir(), 'gongshui-http-'));
export const lines: string[] = [];

const person = (utilityId: number, staffId: number): Me => ({
  utilityId,
  utilityCode: 'u',
  utilityName: 'U',
  staffId,
  username: 'sun',
  name: '孙洁',
  roles: [],
  departmentId: 'd',
  districts: [],
});
const PEOPLE: Record<string, Me> = { ann: person(1, 1), bob: person(1, 2), eve: person(2, 3) };
const access: Access = {
  actions: new Set(['things.read', 'things.write', 'things.never', 'files.send']),
  authenticate: async (headers) => PEOPLE[headers.authorization ?? ''] ?? null,
  permits: (_me, action) => action !== 'things.never',
  doors: [],
  mount: () => undefined,
};

const Thing = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 10 }),
  size: Type.Optional(Type.Integer({ minimum: 0 })),
});
export const base = { action: 'things.write', summary: 's', answer: Type.Unknown() };
let failures = 0;
const routes: Route[] = [
  route({
    ...base,
    method: 'POST',
    url: '/api/things',
    body: Thing,
    status: 201,
    handler: async ({ tx, body }) => {
      if (body.name === 'refused') {
        await tx.run(sql`insert into identity.district values (${tx.utilityId}, 'refused', 'x')`);
        return refuse('thing-refused', { article: '第三条', quote: '不得', params: { found: body.name } });
      }
      await tx.run(sql`insert into identity.district values (${tx.utilityId}, ${body.name}, ${body.name})`);
      return ok({ name: body.name, keys: Object.keys(body) });
    },
  }),
  route({
    method: 'GET',
    url: '/api/things',
    action: 'things.read',
    summary: 's',
    query: Type.Object({ limit: Type.Integer({ default: 50, maximum: 200 }), q: Type.Optional(Type.String()) }),
    answer: Type.Object({ names: Type.Array(Type.String()), limit: Type.Integer() }),
    handler: async ({ tx, query }) => {
      const rows = await tx.rows<{ name: string }>(sql`select district_id as name from identity.district order by 1`);
      return ok({ names: rows.map((row) => row.name), limit: query.limit });
    },
  }),
  route({
    ...base,
    method: 'GET',
    url: '/api/broken/:how',
    params: Type.Object({ how: Type.String() }),
    handler: async ({ tx, params }) => {
      if (params.how === 'write') await tx.run(sql`insert into identity.district values (1, 'x', '王小明')`);
      if (params.how === 'deadlock' && ++failures < 3) await tx.run(sql`do 'begin raise sqlstate ''40P01''; end'`);
      if (params.how === 'held') await tx.run(sql`do 'begin raise sqlstate ''55P03''; end'`);
      if (params.how === 'always') await tx.run(sql`do 'begin raise sqlstate ''40001''; end'`);
      if (params.how === 'not-found') return refuse('thing-not-found');
      return ok({ failures });
    },
  }),
  route({ ...base, method: 'GET', url: '/api/never', action: 'things.never', handler: async () => ok(1) }),
  uploadRoute({
    ...base,
    method: 'POST',
    url: '/api/photos',
    upload: { mediaTypes: ['image/jpeg', 'image/png'], limit: 1000 },
    handler: async ({ body, files }) => {
      const stored = await files.keep(sourceOf(body), PHOTOS);
      return stored.ok ? ok({ sha256: stored.value.sha256.toString('hex') }) : stored;
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/photos/:sha256',
    action: 'things.read',
    summary: 's',
    params: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    handler: async ({ params, files }) =>
      ok({
        mediaType: 'image/jpeg',
        name: '照片.jpg',
        bytes: JPEG.length,
        sha256: params.sha256,
        open: () => files.open(Buffer.from(params.sha256, 'hex')),
      }),
  }),
];

const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});

export const deps = () => ({
  db: made.db,
  time,
  files: localFiles(path.join(home, 'files')),
  access,
  routes,
  catalogue: {
    'thing-refused': { zh: '不行：{found}', en: 'No: {found}' },
    'thing-not-found': { zh: '没有', en: 'None' },
  },
  info: { title: 't', version: '1', description: '' },
});

beforeAll(async () => {
  made.db = await testDatabase();
  await made.db.admin(
    `insert into identity.utility (code, name, created_at) values ('one', '一', now()), ('two', '二', now())`,
  );
  const web = path.join(home, 'web');
  mkdirSync(path.join(web, 'assets'), { recursive: true });
  writeFileSync(path.join(web, 'index.html'), '<title>供水</title>');
  writeFileSync(path.join(web, 'assets', 'a-1.js'), '1');
  made.app = await buildServer({ ...deps(), web, checkAnswers: true, logger: pino({ level: 'info' }, sink) });
});
afterAll(async () => {
  await made.app.close();
  rmSync(home, { recursive: true });
});

let keys = 0;
export const post = (url: string, payload: object | string | Buffer, headers: Record<string, string> = {}) =>
  made.app.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      authorization: 'ann',
      'idempotency-key': `key-${++keys}-0000`,
      'content-type': 'application/json',
      ...headers,
    },
  });
export const get = (url: string, headers: Record<string, string> = {}) =>
  made.app.inject({ url, headers: { authorization: 'ann', ...headers } });
export const names = async () => (await get('/api/things')).json<{ names: string[] }>().names;
