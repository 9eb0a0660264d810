/** From an empty installation to the first order, over HTTP; and a second utility beside the first. */
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { offerSetUp } from '../main/set-up/link.ts';
import { readFolder, SHIPPED } from '../modules/regulations/index.ts';
import { controllableTime } from '../platform/clock.ts';
import { openTable } from '../platform/tables/open.ts';
import { testFolder } from '../platform/tables/testing.ts';
import {
  type Answer,
  arrange,
  ask,
  beginning,
  freshToken,
  givePasswords,
  importRows,
  OWN,
  PASSWORD,
  STAFF,
  signInFirst,
  UNITS,
} from './set-up/testing.ts';
import { type TestServer, testServer } from './testing.ts';

vi.setConfig({ testTimeout: 60_000 });

const files = testFolder();
let server: TestServer;
let token = '';
const get = (path: string) => ask(server, 'GET', path, { token });
const post = (path: string, body: unknown) => ask(server, 'POST', path, { token, body });
const put = (path: string, body: unknown) => ask(server, 'PUT', path, { token, body });
const signIn = (username: string, more: object = {}): Promise<Answer> =>
  ask(server, 'POST', '/api/auth/sign-in/username', { body: { username, password: PASSWORD, ...more } });
const step = async (name: string) =>
  ((await get('/api/set-up')).body.steps as { step: string; done: boolean; missing: string[] }[]).find(
    (one) => one.step === name,
  );

beforeAll(async () => {
  server = await testServer();
});

describe('an empty installation', () => {
  test('is begun by the link of the console: which expires, is replaced by the next, and works once', async () => {
    const { path, until } = await offerSetUp(server.db.url, controllableTime(Date.now() - 25 * 3_600_000));
    expect(until.getTime()).toBeLessThan(Date.now());
    const expired = path.split('#')[1] ?? '';
    const link = (body: object) => ask(server, 'POST', '/api/set-up/link', { body });
    expect(await link({ token: expired })).toMatchObject({ status: 410, body: { code: 'set-up-link-over' } });
    const replaced = await freshToken(server.db.url);
    const good = await freshToken(server.db.url);
    expect((await link({ token: replaced })).status).toBe(410);
    expect((await link({ token: good })).status).toBe(200);
    const begin = (asked: object) => ask(server, 'POST', '/api/set-up/begin', { body: asked });
    expect((await begin(beginning(expired, 'linhu'))).body.code).toBe('set-up-link-over');
    // what is wrong in the form does not use the link up
    const code = await begin(beginning(good, 'Lin Hu'));
    expect(code.body).toMatchObject({ code: 'utility-code-not-valid', fields: [{ path: 'code' }] });
    const short = { name: '贺文', username: 'admin', password: 'short' };
    expect((await begin(beginning(good, 'linhu', { administrator: short }))).status).toBe(400);
    const odd = { name: '贺文', username: '贺', password: PASSWORD };
    expect((await begin(beginning(good, 'linhu', { administrator: odd }))).body.code).toBe('username-not-valid');
    const twice = await Promise.all([begin(beginning(good, 'linhu')), begin(beginning(good, 'linhu2'))]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 410]);
    const [{ code: made } = { code: '' }, ...more] = (await ask(server, 'GET', '/api/welcome')).body.utilities;
    expect(more).toEqual([]);
    expect((await begin(beginning(good, 'another'))).status).toBe(410);
    const signed = await signIn('admin');
    token = signed.body.token;
    expect((await get('/api/me')).body).toMatchObject({
      utility: { code: made, settingUp: true },
      roles: ['administrator', 'manager'],
    });
    expect((await get('/api/set-up')).body).toMatchObject({ settingUp: true, utility: { region: '山东省' } });
  });

  test('says what is missing, and cannot be finished before', async () => {
    const { status, body } = await post('/api/set-up/finish', {});
    expect(status).toBe(422);
    expect(body.code).toBe('set-up-incomplete');
    expect(body.fields.map((one: { code: string }) => one.code)).toEqual(
      expect.arrayContaining([
        'unit-call-centre',
        'unit-service',
        'staff-reviews',
        'rulebook-not-chosen',
        'hours-open',
      ]),
    );
  });

  test('units come by file, in any order; by hand too', async () => {
    const bad = [...UNITS, ['抢修队', '消防队', ''], ['水质中心', '责任单位', '没有这个']];
    expect(await importRows(server, token, 'units', bad, true)).toMatchObject({
      dry: true,
      counts: { created: 3, refused: 2 },
      bad: [
        { line: 5, message: expect.stringContaining('消防队') },
        { line: 6, message: expect.stringContaining('没有这个') },
      ],
    });
    expect((await get('/api/departments')).body).toHaveLength(1);
    expect((await importRows(server, token, 'units', UNITS)).counts).toMatchObject({ created: 3, refused: 0 });
    expect((await importRows(server, token, 'units', UNITS)).counts).toMatchObject({ unchanged: 3 });
    expect((await post('/api/departments', { name: '稽查支队', kind: 'service' })).body.outcome).toBe('created');
    expect((await post('/api/departments', { name: '稽查支队', kind: '消防队' })).body.code).toBe('unit-kind-unknown');
    const units = (await get('/api/departments')).body as { id: string; name: string; parentId: string | null }[];
    const id = (name: string) => units.find((one) => one.name === name)?.id ?? '';
    expect(units.find((one) => one.name === '管线管理所')?.parentId).toBe(id('润达水业'));
    expect((await put(`/api/departments/${id('润达水业')}`, { parentId: id('管线管理所') })).body.code).toBe(
      'unit-in-a-circle',
    );
    expect((await put(`/api/departments/${id('润达水业')}`, { parentId: 'u99' })).body).toMatchObject({
      code: 'unit-unknown',
      fields: [{ path: 'parent' }],
    });
    expect(
      (await post('/api/departments', { name: '润达水业', kind: '责任单位', parent: '管线管理所' })).body.code,
    ).toBe('unit-in-a-circle');
    const ring = [UNITS[0] ?? [], ['甲所', '责任单位', '乙所'], ['乙所', '责任单位', '甲所']];
    expect((await importRows(server, token, 'units', ring, true)).counts).toMatchObject({ created: 0, refused: 2 });
    await put(`/api/departments/${id('管线管理所')}`, { organizationId: 'somebody' });
    expect((await put(`/api/departments/${id('润达水业')}`, { organizationId: 'somebody' })).body).toMatchObject({
      code: 'unit-stands-for-another',
      params: { found: '管线管理所' },
    });
    await put(`/api/departments/${id('管线管理所')}`, { organizationId: null });
    expect((await put(`/api/departments/${id('润达水业')}`, { name: '客服中心' })).body.code).toBe('name-taken');
    expect((await post('/api/districts', { name: '城东' })).status).toBe(200);
    expect(await step('units')).toMatchObject({ done: true });
  });

  test('staff come by the template, with errors by row; passwords are given apart from the file', async () => {
    const template = await fetch(`${server.url}/api/imports/kinds/staff/template`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const path = files.file(new Uint8Array(await template.arrayBuffer()));
    const [head] = await Array.fromAsync((await openTable(path)).rows());
    expect(head?.cells).toEqual(['用户名（必填）', '姓名（必填）', '角色（必填）', '单位（必填）', '负责片区', '手机']);
    const header = head?.cells ?? [];
    const bad = [
      header,
      ...STAFF.slice(1),
      ['x', '某人', '厨师', '食堂', '城南', 'abc'],
      ['wangfang', '王芳二', '坐席', '客服中心', '', ''],
    ];
    const trial = await importRows(server, token, 'staff', bad, true);
    expect(trial).toMatchObject({ dry: true, counts: { created: 3, refused: 2 } });
    expect(trial.bad[0]?.message).toMatch(/用户名.*厨师.*食堂.*城南.*abc/s);
    expect(trial.bad[1]?.message).toContain('第 2 行');
    expect((await get('/api/staff/accounts')).body).toHaveLength(1);
    expect((await importRows(server, token, 'staff', [header, ...STAFF.slice(1)])).counts).toMatchObject({
      created: 3,
    });
    expect((await signIn('wangfang')).status).toBe(401);
    expect(await step('staff')).toMatchObject({ done: false, missing: ['staff-without-password'] });
    expect((await givePasswords(server, token)).body).toEqual({ given: 3 });
    expect((await signIn('wangfang')).status).toBe(200);
    // who is arranged may not arrange, and works only when the password has become his own
    const early = (await signIn('wangfang')).body.token;
    expect((await ask(server, 'GET', '/api/orders?tab=all&limit=1', { token: early })).body.code).toBe('password-due');
    const other = await signInFirst(server, 'wangfang');
    for (const path of ['/api/staff/accounts', '/api/set-up', '/api/regulations/adoption'])
      expect((await ask(server, 'GET', path, { token: other })).status).toBe(403);
    const mine = (await get('/api/me')).body.staffId;
    const own = { passwords: [{ staffId: mine, password: PASSWORD }] };
    expect((await post('/api/staff/passwords', own)).body.code).toBe('staff-yourself');
  });

  test('the last administrator who can sign in stays one, by form and by file; who got and lost which role is on record', async () => {
    const admin = { username: 'admin', name: '贺文', unit: '运营管理部' };
    const refused = await post('/api/staff', { ...admin, roles: ['管理部门'] });
    expect(refused.body).toMatchObject({ code: 'last-administrator-role', fields: [{ path: 'roles' }] });
    expect(refused.body.detail).toContain('最后一名能登录的系统管理员');
    const header = STAFF[0] ?? [];
    const rows = [
      header,
      ['admin', '贺文', '管理部门', '运营管理部', '', ''],
      ['heir', '何一', '系统管理员', '运营管理部', '', ''],
    ];
    // a second one without a password lets nobody in
    const brought = await importRows(server, token, 'staff', rows);
    expect(brought).toMatchObject({ counts: { created: 1, refused: 1 }, bad: [{ line: 2 }] });
    expect(brought.bad[0]?.message).toContain('最后一名能登录的系统管理员');
    await importRows(server, token, 'staff', [header, ['heir', '何一', '审单员', '运营管理部', '', '']]);
    expect((await post('/api/staff', { ...admin, roles: ['管理部门', '系统管理员', '审单员'] })).status).toBe(200);
    const of = async (username: string) =>
      server.db.admin<{ action: string; detail: object; by: string }>(
        `select a.action, a.detail, b.username as by from identity.audit a
         join identity.staff s on a.object = 'staff:' || s.staff_id left join identity.staff b on b.staff_id = a.staff_id
         where s.username = $1 and a.action in ('staff.created', 'staff.changed') order by a.audit_id`,
        [username],
      );
    expect(await of('heir')).toEqual([
      { action: 'staff.created', detail: { rolesGiven: ['administrator'], unit: '运营管理部' }, by: 'admin' },
      { action: 'staff.changed', detail: { rolesGiven: ['reviewer'], rolesTaken: ['administrator'] }, by: 'admin' },
    ]);
    expect(await of('admin')).toEqual([{ action: 'staff.changed', detail: { rolesGiven: ['reviewer'] }, by: 'admin' }]);
    // a form for somebody new changes nobody who is there
    const taken = await post('/api/staff', {
      username: 'heir',
      name: '另一人',
      roles: ['审单员'],
      unit: '客服中心',
      fresh: true,
    });
    expect(taken.body).toMatchObject({ code: 'name-taken', fields: [{ path: 'username' }] });
    const phone = async (more: object) => {
      await post('/api/staff', { username: 'heir', name: '何一', roles: ['审单员'], unit: '运营管理部', ...more });
      const accounts = (await get('/api/staff/accounts')).body as { username: string; phone: string | null }[];
      return accounts.find(({ username }) => username === 'heir')?.phone;
    };
    expect([await phone({ phone: '13900000009' }), await phone({}), await phone({ phone: '' })]).toEqual([
      '13900000009',
      '13900000009',
      null,
    ]);
    await givePasswords(server, token);
  });

  test('a rulebook is chosen, or uploaded as folder or zip; what is wrong in it is named by file and line', async () => {
    const shipped = (await get('/api/regulations/shipped')).body as { pack: string; open: number }[];
    expect(shipped.map(({ pack }) => pack)).toEqual(expect.arrayContaining(['jinan', 'liaocheng']));
    const head = 'pack: town\nversion: "1"\nutility: 某镇\neffective: "2026-01-01"\nsource: s\nextends: [liaocheng]\n';
    const wrong = `${head}clocks:\n  - {id: accept, article: 一, quote: 一小时, clauses: [], from: dispatched, until: accepted, within: 1 hour}\n`;
    const refused = await put('/api/regulations/adoption/base', { files: [{ path: 'town/pack.yaml', text: wrong }] });
    expect(refused.body).toMatchObject({ code: 'pack-has-errors', fields: [{ path: 'town/pack.yaml:8' }] });
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(head), 'rules/town/pack.yaml');
    zip.addBuffer(Buffer.from('x'), 'rules/notes.txt');
    zip.end();
    const raw = await buffer(zip.outputStream);
    expect((await ask(server, 'POST', '/api/regulations/adoption/zip', { token, raw })).body).toMatchObject({
      pack: 'town',
    });
    expect((await get('/api/regulations/adoption')).body.base).toMatchObject({ pack: 'town', uploaded: true });
    const broken = await ask(server, 'POST', '/api/regulations/adoption/zip', { token, raw: raw.subarray(0, 60) });
    expect(broken.body.code).toBe('zip-not-readable');
    expect((await put('/api/regulations/adoption/base', { pack: 'liaocheng' })).status).toBe(200);
    // units that bear a name of the rulebook are the ones it speaks of
    const units = (await get('/api/departments')).body as { name: string; organizationId: string | null }[];
    expect(units.find((one) => one.name === '润达水业')?.organizationId).toBe('runda');
  });

  test('what the rulebook leaves open is shown with article and default, confirmed or changed; it goes on after a break', async () => {
    const { questions } = (await get('/api/regulations/adoption')).body;
    const promptly = questions.find((one: { key: string }) => one.key === 'limits.promptly.value');
    expect(promptly).toMatchObject({
      article: '第十三条',
      assumed: '30 min',
      words: ['及时'],
      editable: true,
      confirmed: false,
    });
    expect(questions.map((one: { kind: string }) => one.kind)).toEqual(
      expect.arrayContaining(['limit', 'document', 'assumed']),
    );
    const answers = (given: object) => put('/api/regulations/adoption/answers', { answers: given });
    const bad = await answers({ 'limits.promptly.value': { confirmed: true, value: '半小时左右' } });
    expect(bad.body).toMatchObject({ code: 'pack-has-errors' });
    expect((await answers({ 'limits.prompt.value': { confirmed: true } })).body.code).toBe('answer-to-nothing');
    expect((await answers({ 'limits.promptly.value': { confirmed: true, value: '20 min' } })).status).toBe(200);
    // somebody else goes on another day, on another server
    const later = await testServer({ db: server.db });
    const again = await ask(later, 'GET', '/api/regulations/adoption', { token });
    const kept = again.body.questions.find((one: { key: string }) => one.key === 'limits.promptly.value');
    expect(kept).toMatchObject({ confirmed: true, value: '20 min' });
    expect((await step('limits'))?.done).toBe(false);
    const rest = questions.filter((one: { key: string }) => one.key !== 'limits.promptly.value');
    expect(
      (await answers(Object.fromEntries(rest.map(({ key }: { key: string }) => [key, { confirmed: true }])))).status,
    ).toBe(200);
    expect(await step('limits')).toMatchObject({ done: true, count: 0 });
  });

  test('office hours have seasons and a lunch break, and are checked', async () => {
    const hours = {
      days: [1, 2, 3, 4, 5, 6],
      open: ['09:00-12:00', '13:00-18:00'],
      holidays: 'closed',
      seasons: [] as object[],
    };
    const given = (more: object) => put('/api/regulations/adoption/answers', { hours: { ...hours, ...more } });
    expect((await given({ open: ['09:00-12:00', '11:00-18:00'] })).body.code).toBe('pack-has-errors');
    expect((await given({ seasons: [{ season: '13-01..14-01', open: ['09:00-12:00'] }] })).body.code).toBe(
      'pack-has-errors',
    );
    expect((await given({ seasons: [{ season: '06-01..08-31', open: ['08:00-12:00', '15:00-19:00'] }] })).status).toBe(
      200,
    );
    expect((await get('/api/regulations/adoption')).body).toMatchObject({
      hoursDecided: true,
      hours: { days: [1, 2, 3, 4, 5, 6] },
    });
  });

  test('finished, people work under the utility’s own rulebook', async () => {
    const done = await post('/api/set-up/finish', {});
    expect(done.body).toMatchObject({ settingUp: false });
    expect((await post('/api/set-up/finish', {})).body.code).toBe('set-up-finished');
    expect((await get('/api/regulations/current')).body).toMatchObject({ pack: expect.stringMatching(/^own-linhu/) });
    const own = await fetch(`${server.url}/api/regulations/adoption/rulebook`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const yaml = await own.text();
    expect(yaml).toContain('20 min');
    expect(yaml).toContain('extends');
    const desk = (await signIn('wangfang', { password: OWN })).body.token;
    const made = await ask(server, 'POST', '/api/requests', {
      token: desk,
      body: {
        channel: 'phone',
        event: 'meter-well-leak',
        content: '表井里漏水',
        place: '湖滨东路18号',
        reporter: '周敏',
        phone: '12900000001',
      },
    });
    expect(made.status).toBe(201);
    const order = await ask(server, 'GET', `/api/orders/${made.body.order.id}`, { token: desk });
    const contact = order.body.clocks.find((one: { limit: string }) => /20/.test(one.limit));
    expect(
      contact,
      JSON.stringify(order.body.clocks.map((one: { id: string; limit: string }) => [one.id, one.limit])),
    ).toBeDefined();
  });
});

describe('a rulebook put into force as a version', () => {
  test('leaves nothing to be taken over: the set-up can be finished', async () => {
    const third = await arrange(server, 'xiling');
    const files = readFolder(SHIPPED) ?? [];
    const asked = { files: files.filter(({ path }) => path.startsWith('liaocheng/')), reason: '直接施行' };
    // answers half given to another choice stand in nobody's way
    await ask(server, 'PUT', '/api/regulations/adoption/base', { token: third, body: { pack: 'jinan' } });
    const enacted = await ask(server, 'POST', '/api/regulations/versions', { token: third, body: asked });
    expect(enacted.status, JSON.stringify(enacted.body)).toBe(201);
    const done = await ask(server, 'POST', '/api/set-up/finish', { token: third, body: {} });
    expect(done.body).toMatchObject({ settingUp: false });
    expect((await ask(server, 'GET', '/api/regulations/current', { token: third })).body.pack).toBe('liaocheng');
  });
});

describe('several utilities on one installation', () => {
  test('each has its own people under the same usernames, and sees its own alone', async () => {
    const second = await arrange(server, 'dongshan');
    const { status } = await ask(server, 'POST', '/api/set-up/finish', { token: second, body: {} });
    expect(status).toBe(200);
    const utilities = (await ask(server, 'GET', '/api/welcome')).body.utilities as { code: string }[];
    expect(utilities).toHaveLength(3);
    expect(await signIn('wangfang')).toMatchObject({ status: 422, body: { code: 'utility-needed' } });
    expect((await signIn('wangfang', { utility: 'nowhere' })).status).toBe(401);
    const here = (await signIn('wangfang', { utility: utilities[0]?.code, password: OWN })).body.token;
    const there = await signInFirst(server, 'WangFang', 'dongshan');
    const me = async (as: string) => (await ask(server, 'GET', '/api/me', { token: as })).body.utility.code;
    expect([await me(here), await me(there)]).toEqual([utilities[0]?.code, 'dongshan']);
    const orders = async (as: string) =>
      (await ask(server, 'GET', '/api/orders?tab=all&limit=10', { token: as })).body.items;
    expect([(await orders(here)).length, (await orders(there)).length]).toEqual([1, 0]);
    const [order] = await orders(here);
    expect((await ask(server, 'GET', `/api/orders/${order.id}`, { token: there })).status).toBe(404);
    // a password given in one changes nothing in the other
    const mine = (await ask(server, 'GET', '/api/staff/accounts', { token: second })).body.find(
      (one: { username: string }) => one.username === 'wangfang',
    );
    const elsewhere = { passwords: [{ staffId: mine.staffId, password: 'quite another one' }] };
    expect((await post('/api/staff/passwords', elsewhere)).body.code).toBe('staff-not-found');
    expect((await ask(server, 'POST', '/api/staff/passwords', { token: second, body: elsewhere })).status).toBe(200);
    // a session is trusted for two seconds
    const still = async () => (await ask(server, 'GET', '/api/me', { token: there })).status;
    await vi.waitFor(async () => expect(await still()).toBe(401), { timeout: 10_000 });
    expect((await signIn('wangfang', { utility: utilities[0]?.code, password: OWN })).status).toBe(200);
  });
});
