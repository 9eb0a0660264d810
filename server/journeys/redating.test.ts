/** A newer version of the rulebook, from its folder to the open orders and back: over HTTP by role, and by command. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HolidayCalendars } from '../modules/regulations/index.ts';
import { DAY, HOUR } from '../values/instant.ts';
import { formatDay, zoneOf } from '../values/zone.ts';
import { type City, city, type Parsed, type Utility, type Who } from './city/testing.ts';
import { gongshui, newerVersion } from './redating/testing.ts';

/** What ships: a test publishes another. */
const shipped = vi.hoisted(() => ({ change: (calendars: HolidayCalendars): HolidayCalendars => calendars }));
vi.mock('../modules/regulations/actions/holiday-calendars.ts', async (original) => {
  const { holidayCalendars } = await original<{ holidayCalendars: () => HolidayCalendars }>();
  return { holidayCalendars: () => shipped.change(holidayCalendars()) };
});

// commands are processes of their own
vi.setConfig({ testTimeout: 90_000 });

const scratch = mkdtempSync(join(tmpdir(), 'newer-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let town: City;
let here: Utility;
let elsewhere: Utility;
let orders: { id: number }[];
const start = Math.floor(Date.now() / 60_000) * 60_000;
const dayOf = (at: number): string => formatDay(zoneOf('Asia/Shanghai').dayOf(at));
const TODAY = dayOf(start);

const ROLES: Who[] = ['agent', 'dispatcher', 'head', 'crew', 'reviewer', 'supervisor'];
const report = (place: string) => ({
  channel: 'phone',
  content: '想问阶梯水价怎么算',
  place,
  event: 'consultation',
  reporter: '欧阳小明',
  phone: '129 0000-4127',
  contactTimes: '随时',
});
const folder = (name: string, text: string): string => {
  const path = join(scratch, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'pack.yaml'), text);
  return path;
};
const put = async (path: string, by: string, ...more: string[]) => {
  const said = await gongshui(
    town.db.url,
    'packs',
    'put',
    path,
    '--by',
    by,
    '--reason',
    '供水〔2026〕9 号',
    '--json',
    ...more,
  );
  return { ...said, json: JSON.parse(said.stdout) as Parsed };
};
const finishDue = async (id: number): Promise<number> => {
  const { body } = await here.voices.manager.get(`/api/orders/${id}`);
  const clock = body.clocks.find((one: { id: string }) => one.id.split('/')[0] === 'finish');
  return Date.parse(clock.dueAt);
};
const versionOf = async (id: number): Promise<string> =>
  (await here.voices.manager.get(`/api/orders/${id}`)).body.pack.version;

beforeAll(async () => {
  town = await city(new Date(start).toISOString());
  here = await town.utility('hucheng', 'hucheng');
  elsewhere = await town.utility('elsewhere', 'hucheng');
  orders = [];
  for (const place of ['湖滨路 1 号', '湖滨路 2 号'])
    orders.push((await here.voices.agent.must('/api/requests', report(place))).order);
}, 90_000);

describe('a newer version', () => {
  it('is refused of whom it does not concern, of nobody, with errors, and before its time', async () => {
    const good = folder('good', newerVersion('2026.2', TODAY));
    expect((await put(good, 'hucheng-agent')).json.error).toMatchObject({
      code: 'enacting-forbidden',
      by: 'hucheng-agent',
    });
    expect((await put(good, 'nobody')).json.error).toMatchObject({ code: 'staff-not-found', found: 'nobody' });
    const yesterday = await put(good, 'hucheng-manager', '--from', dayOf(start - DAY));
    expect(yesterday.json.error).toMatchObject({ code: 'in-force-too-early', earliest: TODAY });
    const bad = await put(
      folder('bad', newerVersion('2026.2', TODAY).replace('within: 12 h', 'within: 12 hours')),
      'hucheng-manager',
    );
    expect(bad).toMatchObject({ status: 1, json: { error: { code: 'pack-has-errors', count: 1 } } });
    expect(bad.json.error.message).toContain('pack.yaml:');
    expect((await put(good, 'hucheng-manager', '--from', '2026-02-30')).json.error.code).toBe('malformed-time');
    expect((await put(good, 'hucheng-manager', '--pack', 'jinan')).json.error.code).toBe('pack-not-in-files');
    expect((await put(join(scratch, 'nowhere'), 'hucheng-manager')).json.error.code).toBe('no-such-folder');
  });

  it('is put into force by command, in the name of a manager; open orders keep theirs, a new one comes under it', async () => {
    const done = await put(join(scratch, 'good'), 'hucheng-manager');
    expect(done).toMatchObject({ status: 0, json: { pack: 'hucheng', version: '2026.2', fromDay: TODAY } });
    const { items } = (await here.voices.agent.get('/api/regulations/versions')).body;
    expect(items.map((one: Parsed) => [one.version, one.fromDay, one.inForce])).toEqual([
      ['2026.2', TODAY, true],
      ['2026.1', '2010-01-01', false],
    ]);
    expect(await versionOf(orders[0]?.id ?? 0)).toBe('2026.1');
    const fresh = (await here.voices.agent.must('/api/requests', report('湖滨路 3 号'))).order;
    expect(await versionOf(fresh.id)).toBe('2026.2');
    expect((await elsewhere.voices.agent.get('/api/regulations/versions')).body.items).toHaveLength(1);
    const known = (await here.voices.agent.get('/api/regulations/rulebooks')).body as Parsed[];
    expect(known.slice(0, 2).map((one) => [one.version, one.origin, one.inForce])).toEqual([
      ['2026.2', 'kept', true],
      ['2026.1', 'kept', false],
    ]);
    expect(known.filter(({ origin }) => origin === 'shipped').map(({ pack }) => pack)).toContain('jinan');
    const theirs = (await elsewhere.voices.agent.get('/api/regulations/rulebooks')).body as Parsed[];
    expect(theirs.some(({ version }) => version === '2026.2')).toBe(false);
    const [entry] = (await here.voices.manager.get('/api/audit?kind=settings')).body.items;
    expect(entry).toMatchObject({
      action: 'pack.enact',
      detail: { version: '2026.2', fromDay: TODAY, reason: '供水〔2026〕9 号' },
    });
    expect((await put(join(scratch, 'good'), 'hucheng-manager')).json.error.code).toBe('in-force-already');
  });

  it('may be sent over HTTP by a manager or an administrator, and by nobody else', async () => {
    const tomorrow = dayOf(start + DAY);
    const body = { files: [{ path: 'pack.yaml', text: newerVersion('2026.3', tomorrow, 24) }], reason: '试行' };
    for (const who of ROLES)
      expect([who, (await here.voices[who].post('/api/regulations/versions', body)).status]).toEqual([who, 403]);
    expect((await here.voices.manager.post('/api/regulations/versions', { files: body.files })).status).toBe(400);
    const taken = { ...body, files: [{ path: 'pack.yaml', text: newerVersion('2026.2', TODAY, 6) }] };
    expect((await here.voices.manager.post('/api/regulations/versions', taken)).body).toMatchObject({
      code: 'version-taken',
      detail: '“hucheng”的版本 2026.2 已经有了，内容不同。改动要用新的版本号',
    });
    expect(await here.voices.manager.must('/api/regulations/versions', body)).toMatchObject({
      version: '2026.3',
      fromDay: tomorrow,
    });
    expect((await here.voices.manager.get('/api/regulations/current')).body.version).toBe('2026.2');
    const broken = {
      ...body,
      files: [{ path: 'pack.yaml', text: body.files[0]?.text.replace('within: 24 h', 'within: x y') }],
    };
    const refused = await here.voices.manager.post('/api/regulations/versions', broken);
    expect(refused).toMatchObject({ status: 422, body: { code: 'pack-has-errors' } });
    expect(refused.body.fields[0].path).toMatch(/^pack\.yaml:\d+$/);
    expect(refused.body.fields[0].message).not.toBe('pack-defect');
  });
});

describe('open orders under it', () => {
  let wanted: { packHash: string };
  let asked: Parsed;
  let due: number;

  it('only a manager sees what would change: in words, in totals, order by order', async () => {
    const { body } = await here.voices.manager.get('/api/redatings/targets');
    expect(body.versions.map((one: Parsed) => [one.version, one.orders])).toEqual([
      ['2026.3', 0],
      ['2026.2', 1],
      ['2026.1', 2],
    ]);
    expect(body.calendars).toContainEqual(expect.objectContaining({ calendar: 'cn', inForce: true }));
    wanted = { packHash: body.versions[1].hash };
    due = await finishDue(orders[0]?.id ?? 0);
    for (const who of ROLES) {
      expect([who, (await here.voices[who].post('/api/redatings/preview', wanted)).status]).toEqual([who, 403]);
      expect([who, (await here.voices[who].get('/api/redatings')).status]).toEqual([who, 403]);
    }
    const seen = await here.voices.manager.must('/api/redatings/preview', wanted);
    expect(seen.text).toBe('在办工单 2 张，2 张的时限改变，2 张提前。');
    expect(seen.rules.map((rule: Parsed) => rule.text)).toContainEqual(
      expect.stringMatching(/^办理.*：48 小时 → 12 小时；影响 2 张在办工单$/),
    );
    const [change] = seen.orders[0].changes;
    expect(Date.parse(change.fromDue) - Date.parse(change.toDue)).toBe(36 * HOUR);
    expect((await elsewhere.voices.manager.post('/api/redatings/preview', wanted)).body.code).toBe('version-not-found');
  });

  it('the command says the same, of a version in the database and of one only in a folder', async () => {
    const said = await gongshui(town.db.url, 'redate', 'preview', '--pack', join(scratch, 'good'), '--json');
    // two utilities go by a rulebook of that name: of the other nothing was touched
    const mine = (JSON.parse(said.stdout) as Parsed[]).find(({ utilityId }) => utilityId === here.utilityId);
    expect(mine).toMatchObject({ totals: { orders: 2, changed: 2, earlier: 2 }, to: { version: '2026.2' } });
    const words = (await gongshui(town.db.url, 'redate', 'preview', '--pack', join(scratch, 'good'))).stdout;
    expect(words).toMatch(/办理.*48 小时 → 12 小时；影响 2 张在办工单/);
    const english = (await gongshui(town.db.url, 'redate', 'preview', '--pack', join(scratch, 'good'), '--lang', 'en'))
      .stdout;
    expect(english).toMatch(/48 h(ours)? → 12 h(ours)?; 2 open orders/);
    expect(await gongshui(town.db.url, 'redate', 'preview', '--pack', 'jinam', '--json')).toMatchObject({ status: 2 });
    expect((await gongshui(town.db.url, 'redate', 'list', '--json')).stdout.trim()).toBe('[]');
  });

  it('a manager asks with a reason; every other manager finds it in his inbox, nobody else does', async () => {
    expect((await here.voices.manager.post('/api/redatings', wanted)).status).toBe(400);
    for (const who of ROLES)
      expect((await here.voices[who].post('/api/redatings', { ...wanted, reason: '新规施行' })).status).toBe(403);
    asked = await here.voices.manager.must('/api/redatings', { ...wanted, reason: '新规施行' });
    expect(asked).toMatchObject({ askedBy: 'manager', reason: '新规施行', decidedAt: null, totals: { orders: 2 } });
    const inbox = async (who: Who) =>
      (await here.voices[who].get('/api/inbox')).body.items.filter(({ redatingId }: Parsed) => redatingId === asked.id);
    expect(await inbox('deputy')).toEqual([
      expect.objectContaining({
        kind: 'redating-asked',
        orderId: null,
        text: 'manager 申请重新计时，待您审批：hucheng 2026.2，涉及 2 张在办工单。新规施行',
      }),
    ]);
    for (const who of [...ROLES, 'manager'] as Who[]) expect([who, await inbox(who)]).toEqual([who, []]);
  });

  it('is granted by another named manager alone: not who asked, no other role, no other utility', async () => {
    const url = `/api/redatings/${asked.id}/decide`;
    expect((await here.voices.manager.post(url, { granted: true })).body.code).toBe('own-redating');
    for (const who of ROLES)
      expect([who, (await here.voices[who].post(url, { granted: true })).status]).toEqual([who, 403]);
    expect((await elsewhere.voices.deputy.post(url, { granted: true })).status).toBe(404);
    expect((await elsewhere.voices.deputy.get(`/api/redatings/${asked.id}`)).status).toBe(404);
    expect(await finishDue(orders[0]?.id ?? 0)).toBe(due);
    const done = await here.voices.deputy.must(url, { granted: true, note: '同意' });
    expect(done).toMatchObject({ decision: 'granted', decidedBy: 'deputy', note: '同意', asPreviewed: true });
    expect(done.applied).toMatchObject({ orders: 2, changed: 2 });
    for (const { id } of orders) {
      expect(await versionOf(id)).toBe('2026.2');
      expect(due - (await finishDue(id))).toBeGreaterThanOrEqual(36 * HOUR - 60_000);
    }
    expect((await here.voices.deputy.post(url, { granted: false })).body.code).toBe('redating-decided');
    const told = (await here.voices.manager.get('/api/inbox')).body.items[0];
    expect(told).toMatchObject({
      kind: 'redating-decided',
      text: 'deputy 已审批您申请的重新计时：hucheng 2026.2，已同意。同意',
    });
    const touched = (await here.voices.manager.get(`/api/redatings/${asked.id}/orders`)).body.items;
    expect(touched.map((one: Parsed) => [one.id, one.stays])).toEqual(orders.map(({ id }) => [id, true]));
    expect(await town.differences(here)).toEqual([]);
  });

  it('goes back where it came from, and both ways stay in the history', async () => {
    const url = `/api/redatings/${asked.id}/revert`;
    for (const who of ROLES) expect([who, (await here.voices[who].post(url, {})).status]).toEqual([who, 403]);
    expect((await elsewhere.voices.manager.post(url, {})).status).toBe(404);
    expect(await here.voices.manager.must(url, {})).toMatchObject({ revertedBy: 'manager', reverted: { orders: 2 } });
    expect(await finishDue(orders[0]?.id ?? 0)).toBe(due);
    expect(await versionOf(orders[1]?.id ?? 0)).toBe('2026.1');
    const { timeline } = (await here.voices.agent.get(`/api/orders/${orders[0]?.id}`)).body;
    expect(timeline.filter(({ kind }: Parsed) => kind === 'redated')).toHaveLength(2);
    const [item] = JSON.parse((await gongshui(town.db.url, 'redate', 'list', '--json')).stdout) as Parsed[];
    expect(item).toMatchObject({ id: asked.id, askedBy: 'manager', decidedBy: 'deputy', revertedBy: 'manager' });
    expect((await gongshui(town.db.url, 'redate', 'list')).stdout).toContain('reverted');
    expect(await town.differences(here)).toEqual([]);
  });

  it('refused with a note, nothing moves and who asked is told', async () => {
    const again = await here.voices.deputy.must('/api/redatings', { ...wanted, reason: '再次申请' });
    const body = { granted: false, note: '先告知班组' };
    await here.voices.manager.must(`/api/redatings/${again.id}/decide`, body);
    expect(await finishDue(orders[0]?.id ?? 0)).toBe(due);
    expect((await here.voices.deputy.get('/api/inbox')).body.items[0].text).toBe(
      'manager 已审批您申请的重新计时：hucheng 2026.2，未同意。先告知班组',
    );
    expect((await here.voices.manager.get(`/api/redatings/${again.id}`)).body).toMatchObject({ decision: 'refused' });
  });
});

describe('a holiday calendar', () => {
  /** Every weekday from today for ten days is a day off. */
  const days = Array.from({ length: 10 }, (_, n) => dayOf(start + n * DAY));
  const longer = (calendars: HolidayCalendars): HolidayCalendars => ({
    ...calendars,
    cn: (calendars.cn ?? []).map((one) => ({
      ...one,
      off: [...new Set([...one.off, ...days.filter((day) => day.startsWith(`${one.year}-`))])],
      work: one.work.filter((day) => !days.includes(day)),
    })),
  });
  const duesOf = async (id: number): Promise<string[]> =>
    (await here.voices.manager.get(`/api/orders/${id}`)).body.clocks.map((one: Parsed) => one.dueAt);
  let dispatched: number;
  let before: string[];
  let asked: Parsed;

  it('that ships changed is shown as not in force, and moves nothing until it is granted', async () => {
    const { order } = await here.voices.agent.must('/api/requests', report('湖滨路 9 号'));
    dispatched = order.id;
    // its acceptance is counted in working hours
    const { version } = (await here.voices.dispatcher.get(`/api/orders/${dispatched}`)).body;
    const body = { version, departmentId: 'repair' };
    await here.voices.dispatcher.must(`/api/orders/${dispatched}/dispatch`, body);
    before = await duesOf(dispatched);
    shipped.change = longer;
    const { calendars } = (await here.voices.manager.get('/api/redatings/targets')).body;
    expect(calendars).toContainEqual(expect.objectContaining({ calendar: 'cn', inForce: false }));
    expect(await duesOf(dispatched)).toEqual(before);
    const seen = await here.voices.manager.must('/api/redatings/preview', { calendar: 'cn' });
    expect(seen.totals).toMatchObject({ late: 0, earlier: 0 });
    expect(seen.totals.later).toBeGreaterThan(0);
    asked = await here.voices.manager.must('/api/redatings', { calendar: 'cn', reason: '放假安排调整' });
    await here.voices.deputy.must(`/api/redatings/${asked.id}/decide`, { granted: true });
    expect(await duesOf(dispatched)).not.toEqual(before);
    expect((await here.voices.manager.get('/api/redatings/targets')).body.calendars).toContainEqual(
      expect.objectContaining({ calendar: 'cn', inForce: true }),
    );
    expect(await town.differences(here)).toEqual([]);
  });

  it('is reverted by who may decide, over HTTP: open orders count as before', async () => {
    const url = `/api/redatings/${asked.id}/revert`;
    for (const who of ROLES) expect([who, (await here.voices[who].post(url, {})).status]).toEqual([who, 403]);
    expect((await elsewhere.voices.manager.post(url, {})).status).toBe(404);
    const open = asked.totals.orders;
    expect(await here.voices.deputy.must(url, {})).toMatchObject({ revertedBy: 'deputy', reverted: { orders: open } });
    expect(await duesOf(dispatched)).toEqual(before);
    const { timeline } = (await here.voices.agent.get(`/api/orders/${dispatched}`)).body;
    expect(timeline.filter(({ kind }: Parsed) => kind === 'redated')).toHaveLength(2);
    expect((await here.voices.manager.post(url, {})).body.code).toBe('redating-reverted');
    expect(await town.differences(here)).toEqual([]);
  });

  it('is reverted by command as well, in the name of a manager', async () => {
    const again = await here.voices.deputy.must('/api/redatings', { calendar: 'cn', reason: '放假安排调整' });
    await here.voices.manager.must(`/api/redatings/${again.id}/decide`, { granted: true });
    expect(await duesOf(dispatched)).not.toEqual(before);
    const revert = async (id: string, by: string) => {
      const said = await gongshui(town.db.url, 'redate', 'revert', id, '--by', by, '--json');
      if (said.stdout === '') throw new Error(said.stderr);
      return { status: said.status, ...(JSON.parse(said.stdout) as Parsed) };
    };
    expect(await revert(`${again.id}`, 'hucheng-agent')).toMatchObject({
      status: 1,
      error: { code: 'reverting-forbidden' },
    });
    expect(await revert(`${again.id}`, 'elsewhere-manager')).toMatchObject({ error: { code: 'redating-not-found' } });
    expect(await revert('x', 'hucheng-manager')).toMatchObject({ status: 2, error: { code: 'bad-id' } });
    expect(await revert(`${again.id}`, 'nobody')).toMatchObject({ status: 2, error: { code: 'staff-not-found' } });
    expect(await revert(`${again.id}`, 'hucheng-manager')).toMatchObject({ status: 0, orders: asked.totals.orders });
    expect(await duesOf(dispatched)).toEqual(before);
    expect(await town.differences(here)).toEqual([]);
  });
});
