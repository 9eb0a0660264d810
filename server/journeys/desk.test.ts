/** What the desk asks while somebody is on the line: the rulebook's words, who called, what it is really about. */
import { beforeAll, describe, expect, it } from 'vitest';
import { addCommunities, addPremises } from '../modules/registers/index.ts';
import { type City, city, type Driven, drive, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;
let order: Driven;

const REPORT = {
  channel: 'phone',
  content: '家里没有水',
  place: '望湖苑 3 号楼',
  event: 'no-water',
  reporter: '欧阳小明',
  phone: '129 0000-4127',
  contactTimes: '随时',
  premisesId: 5,
};

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
  await town.db.admin(`insert into identity.district (utility_id, district_id, name) values ($1, 'east', '东片')`, [
    utility.utilityId,
  ]);
  await town.db.transaction(utility.utilityId, async (tx) => {
    const place = { lon: null, lat: null, districtId: 'east' };
    await addCommunities(tx, [{ communityId: 1, name: '望湖苑', road: '湖滨东路', ...place }]);
    const at = { communityId: 1, building: '3', room: '101', meterDn: 15, supply: 'direct' as const };
    const customer = { customerName: '欧阳小明', customerPhone: '12900004127', customerKind: 'resident' as const };
    await addPremises(tx, [
      { premisesId: 5, accountNumber: '88001234', address: '望湖苑3号楼101', ...at, ...customer },
    ]);
  });
  order = await drive(utility, (await utility.voices.agent.must('/api/requests', REPORT)).order);
}, 60_000);

const found = async (q: string, who: keyof Utility['voices'] = 'dispatcher'): Promise<number> =>
  (await utility.voices[who].get(`/api/orders?q=${encodeURIComponent(q)}`)).body.items.length;

describe('the list of requests', () => {
  it('is searched by phone for who may see phones: nobody finds a masked one digit by digit', async () => {
    const asked = async (who: keyof Utility['voices'], q: string): Promise<number> =>
      (await utility.voices[who].get(`/api/requests?q=${q}`)).body.items.length;
    const { body } = await utility.voices.agent.get('/api/requests');
    const [stored] = await town.db.admin<{ phone: string }>('select phone from requests.request limit 1');
    expect(body.items).toHaveLength(1);
    const digits = encodeURIComponent(stored?.phone.slice(0, 6) ?? '');
    expect(await asked('agent', digits)).toBe(1);
    expect(await asked('supervisor', digits)).toBe(0);
    expect(await asked('supervisor', encodeURIComponent('湖滨'))).toBe(
      await asked('agent', encodeURIComponent('湖滨')),
    );
  });
});

describe('the rulebook, as the screens ask it', () => {
  it('is named with version and hash', async () => {
    const { body } = await utility.voices.agent.get('/api/regulations/current');
    const { pack, version, hash } = utility.pack;
    expect(body).toMatchObject({ pack, version, hash });
  });

  it('gives its words, each with a name', async () => {
    const { body } = await utility.voices.crew.get('/api/regulations/vocabulary');
    expect(body.events).toContainEqual(expect.objectContaining({ id: 'pipe-leak' }));
    expect(body.commands).toContainEqual({ id: 'reclassify', name: '更改类别' });
    expect(body.clocks.find((one: { id: string }) => one.id === 'accept')).toMatchObject({
      name: '接单',
      from: '派发',
    });
    for (const part of ['events', 'channels', 'milestones', 'plans', 'facts', 'states', 'commands', 'clocks'])
      expect([part, body[part].filter((one: { name: string }) => !/\p{Script=Han}/u.test(one.name))]).toEqual([
        part,
        [],
      ]);
  });

  it('gives the form of intake, and asks for no word it does not need', async () => {
    const { body } = await utility.voices.agent.get('/api/regulations/intake-form?event=no-water&channel=phone');
    expect(body).toMatchObject({ id: 'intake', name: '工单要素', article: '工单处理规范 1.派单准确' });
    expect(body.fields).toContainEqual({ id: 'phone', name: '联系方式', type: 'text', required: true });
    expect((await utility.voices.agent.get('/api/regulations/intake-form?event=no-water')).status).toBe(400);
  });

  it('says what would be due, and writes nothing', async () => {
    const body = { event: 'pipe-leak', channel: 'phone', receivedAt: '2026-03-02T10:00:00+08:00' };
    const before = await found('');
    const clocks = await utility.voices.agent.must('/api/regulations/preview', body);
    expect(clocks[0]).toMatchObject({ id: 'dispatch/0/1', name: '派发', dueAt: '2026-03-02T02:05:00.000Z' });
    expect(clocks.map((one: { name: string }) => one.name)).toEqual(expect.arrayContaining(['办理', '派发']));
    expect(await found('')).toBe(before);
  });

  it('is not for strangers', async () => {
    const answer = await fetch(`${town.base}/api/regulations/current`);
    expect(answer.status).toBe(401);
  });
});

describe('an order is found', () => {
  it('by the account, by four digits of the phone, by who called', async () => {
    expect(await found('88001234')).toBe(1);
    expect(await found('8800')).toBe(1);
    expect(await found('4127')).toBe(1);
    expect(await found('12900004127')).toBe(1);
    expect(await found('129-0000 4127')).toBe(1);
    expect(await found('欧阳')).toBe(1);
  });

  it('not by three digits, by another number, by a percent sign, nor by whom it is hidden from', async () => {
    expect(await found('412')).toBe(0);
    expect(await found('88005')).toBe(0);
    expect(await found('欧%明')).toBe(0);
    expect(await found('4127', 'head')).toBe(0);
  });
});

describe('who lives there', () => {
  it('is masked until a desk picks the premises, which is written down once', async () => {
    const shown = (await utility.voices.agent.get('/api/places?q=88001234')).body.candidates[0].premises;
    expect(shown).toMatchObject({ premisesId: 5, customerName: '欧*', customerPhone: '129****4127' });
    const reveal = () =>
      utility.voices.agent.post('/api/places/premises/5/reveal', {}, { 'idempotency-key': 'picked-five' });
    expect((await reveal()).body).toMatchObject({ customerName: '欧阳小明', customerPhone: '12900004127' });
    expect((await reveal()).status).toBe(200);
    const audit = (await utility.voices.manager.get('/api/audit')).body.items;
    expect(audit.filter((one: { object: string }) => one.object === 'premises:5')).toHaveLength(1);
  });

  it('stays masked for units: they see the callers of their own orders', async () => {
    expect((await utility.voices.head.post('/api/places/premises/5/reveal', {})).status).toBe(403);
    expect((await utility.voices.agent.post('/api/places/premises/6/reveal', {})).status).toBe(404);
  });
});

describe('clocks of an order', () => {
  it('have names of their own, those that cannot be late last', async () => {
    await order.give('dispatcher', 'dispatch', { departmentId: 'repair' });
    await order.give('head', 'accept');
    await order.give('head', 'assign', { handlerId: utility.crewId });
    const { clocks, due } = order.detail;
    const names = new Map(clocks.map((one: { id: string; name: string }) => [one.id.split('/')[0], one.name]));
    expect([...new Set(names.values())]).toHaveLength(names.size);
    expect(names.get('accept')).toBe('接单');
    expect(names.get('arrive-area')).toBe('到场');
    expect(names.get('extension')).toBe('延期申请');
    expect([...names.values()].filter((name) => !/\p{Script=Han}/u.test(String(name)))).toEqual([]);
    const aside = clocks.map(
      (one: { limit: string; section: string }) => one.limit === 'none' || one.section === 'approvals',
    );
    expect(aside).toEqual([...aside].sort());
    const listed = (await utility.voices.agent.get('/api/orders?q=4127')).body.items[0];
    expect(listed.due.name).toBe(due.name);
    expect(names.get(due.clock)).toBe(due.name);
  });
});

describe('what it is about', () => {
  it('is corrected: every clock is read from its start again', async () => {
    await order.give('dispatcher', 'reclassify', { event: 'pipe-leak', reason: '到场发现是管道漏水' });
    const ids = order.detail.clocks.map((one: { id: string }) => one.id.split('/')[0]);
    expect(order.detail).toMatchObject({ event: 'pipe-leak', eventName: '管道漏水、爆管', state: 'in-progress' });
    expect(ids).toContain('stop-water');
    expect(ids).not.toContain('arrive-area');
    expect(order.detail.timeline.at(-1).text).toBe('更改类别：停水、无水 → 管道漏水、爆管；到场发现是管道漏水');
    expect(await town.differences(utility)).toEqual([]);
  });

  it('is not changed to what nobody knows, to what it is, or by the unit', async () => {
    const unknown = await order.attempt('manager', 'reclassify', { event: 'pipe-leek', reason: '笔误' });
    expect(unknown).toMatchObject({
      status: 422,
      body: { code: 'unknown-event', detail: '没有这种事项：pipe-leek。' },
    });
    const same = await order.attempt('agent', 'reclassify', { event: 'pipe-leak', reason: '笔误' });
    expect(same.body).toMatchObject({ code: 'event-unchanged', detail: '类别本来就是“管道漏水、爆管”。' });
    expect((await order.attempt('head', 'reclassify', { event: 'other', reason: '推给别人' })).status).toBe(403);
  });
});

describe('the inbox', () => {
  it('is read one by one, or up to the newest', async () => {
    const { crew } = utility.voices;
    await order.give('head', 'assign', { handlerId: utility.crewId, note: '改派' });
    const { items, unread } = (await crew.get('/api/inbox')).body;
    expect(unread).toBeGreaterThan(1);
    expect(await crew.must('/api/inbox/read', { ids: [items[0].id] })).toEqual({ unread: unread - 1 });
    expect((await crew.get('/api/inbox?unread=true')).body.items).not.toContainEqual(
      expect.objectContaining({ id: items[0].id }),
    );
    expect(await utility.voices.head.must('/api/inbox/read', { ids: [items[1].id] })).toMatchObject({});
    expect((await crew.get('/api/inbox')).body.unread).toBe(unread - 1);
    expect(await crew.must('/api/inbox/read', { upTo: items[0].id })).toEqual({ unread: 0 });
    expect((await crew.post('/api/inbox/read', {})).status).toBe(400);
  });
});

it('a production installation offers nobody a sign-in', async () => {
  const answer = await fetch(`${town.base}/api/demo`);
  expect(await answer.json()).toEqual({ demo: false, utility: null, signIns: [] });
});
