/** 台账 → 职责 → 工单: a register out of a workbook, the orders it is owed, done, and what is said of them. */
import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeOrders } from '../modules/duties/index.ts';
import { importFile } from '../modules/imports/index.ts';
import { testFolder } from '../platform/tables/testing.ts';
import { writeTable } from '../platform/tables/write.ts';
import { type City, city, drive, type Parsed, type Utility } from './city/testing.ts';

const files = testFolder();
let town: City;
let utility: Utility;

const load = async (kind: string, table: string[][]) => {
  const path = files.next();
  writeFileSync(path, await buffer(writeTable(table, { format: 'xlsx' })));
  const context = {
    transaction: <T>(work: Parameters<typeof town.db.transaction<T>>[1]) =>
      town.db.transaction(utility.utilityId, work),
    time: town.time,
    me: null,
  };
  const done = await importFile(context, {
    file: path,
    fileName: `${kind}.xlsx`,
    kind,
    dry: false,
    errors: `${path}.errors`,
  });
  if (!done.ok) throw new Error(done.refusal.code);
  const rows = await town.db.admin<{ line: number; faults: { column: string | null; code: string }[] }>(
    'select line, faults from imports.row where import_id = $1 order by line',
    [done.value.importId],
  );
  return {
    counts: done.value.counts,
    faults: rows.map(({ line, faults }) => [line, faults[0]?.column, faults[0]?.code]),
  };
};
const make = () => makeOrders(town.db, town.time, [utility.utilityId]);

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('duty', 'hucheng');
}, 240_000);

const HEAD = [
  '台账类别',
  '编号',
  '名称',
  '位置',
  '责任单位',
  '管径',
  '管线等级',
  '启用日期',
  '上次完成日期',
  '其他属性',
];
const THINGS = [
  ['设施台账（2026 年）'],
  HEAD,
  ['水箱', 'SX-001', '望湖苑 2 号水箱', '望湖苑地下泵房', '抢修维修', '', '', '2018-06-01', '2025-09-10', ''],
  ['管段', 'GD-001', '湖滨路干管', '湖滨路（柳荫路—东关）', '抢修维修', 'DN600', '', '2010-01-01', '2026-03-01', ''],
  ['管段', 'GD-002', '滏河过河管', '滏河大桥', '抢修维修', '600', '过河管、铁道涵管', '2010-01-01', '2026-03-01', ''],
  ['飞船', 'X-1', '飞船', '', '', '', '', '', '', ''],
  ['水箱', '', '没有编号的水箱', '', '', '', '', '', '', ''],
  ['管段', 'GD-003', '坏管段', '', '不存在的单位', '很粗', '', '2026-02-30', '', ''],
  ['管段', 'GD-001', '重复的管段', '', '', '', '', '', '', ''],
  ['水箱', 'SX-002', '=HYPERLINK("http://x")', '', '抢修维修', '', '', '', '2026-12-01', '颜色=红'],
];

describe('a register of things', () => {
  it('comes out of a workbook, each bad row with its column, and a second time changes nothing', async () => {
    const first = await load('things', THINGS);
    expect(first.counts).toEqual({ created: 3, refused: 5 });
    expect(first.faults).toEqual([
      [6, 'kind', 'thing-kind-unknown'],
      [7, 'code', 'value-missing'],
      [8, 'since', 'thing-day-not-real'],
      [9, null, 'row-repeats-line'],
      [10, 'facts', 'thing-fact-unknown'],
    ]);
    expect((await load('things', THINGS)).counts).toEqual({ unchanged: 3, refused: 5 });
    const { body } = await utility.voices.head.get('/api/things?kind=pipe');
    expect(body.total).toBe(2);
    expect(body.things[1]).toMatchObject({
      name: '滏河过河管',
      unit: '抢修维修',
      facts: [
        { name: '管径 DN', shown: '600' },
        { name: '管线等级', shown: '过河管、铁道涵管' },
      ],
    });
  });

  it('is found, changed by whoever may, and tells what was wrong', async () => {
    const { head, manager } = utility.voices;
    const found = (await head.get(`/api/things?q=${encodeURIComponent('望湖苑')}`)).body.things[0];
    expect(found).toMatchObject({ code: 'SX-001', kindName: '水箱、水池', lastDone: '2025-09-10' });
    const put = (voice: typeof head, body: unknown) => voice.put(`/api/things/${found.thingId}`, body);
    expect((await put(head, { place: '别处' })).status).toBe(403);
    const refused = await put(manager, { since: '2030-01-01', ended: '2029-01-01', unit: '没有的单位' });
    expect(refused.body).toMatchObject({ code: 'thing-not-saved' });
    expect(refused.body.fields.map(({ path }: Parsed) => path).sort()).toEqual(['ended', 'unit']);
    expect((await put(manager, { place: '望湖苑东泵房' })).body.place).toBe('望湖苑东泵房');
    expect((await manager.post('/api/things', { kind: 'tank', code: 'SX-001', name: '又一个' })).body.code).toBe(
      'thing-there-already',
    );
    const log = await town.db.admin<{ action: string }>(
      `select action from identity.audit where action like 'thing.%'`,
    );
    expect(log).toEqual([{ action: 'thing.changed' }]);
  });
});

describe('what it is owed', () => {
  it('becomes orders of the unit, due by the duty, and says by which article', async () => {
    // registered on 03-02; the tank was cleaned on 09-10, so it is due on 03-10 and opens a month earlier
    expect(await make()).toMatchObject({ orders: 2 });
    expect(await make()).toMatchObject({ orders: 0 });
    const { head } = utility.voices;
    const tank = (await head.get('/api/things?kind=tank')).body.things[0];
    const duties = (await head.get(`/api/things/${tank.thingId}/duties`)).body;
    expect(duties.history).toMatchObject([
      {
        name: '水箱清洗',
        every: '每 6 个月一次',
        article: '二次供水服务规范 3.定期清洗',
        dueAt: '2026-03-10T16:00:00.000Z',
        late: false,
      },
    ]);
    const next = (await head.get(`/api/duties/next?things=${tank.thingId}`)).body.items;
    expect(next).toEqual([
      { thingId: tank.thingId, dueAt: '2026-03-10T16:00:00.000Z', orderId: duties.history[0].orderId },
    ]);
    const order = await drive(utility, { id: duties.history[0].orderId, number: duties.history[0].number });
    expect(order.detail).toMatchObject({
      event: 'duty.tank-cleaning',
      state: 'awaiting-acceptance',
      place: '望湖苑东泵房',
    });
    const clocks = (await head.get(`/api/orders/${order.id}/clocks`)).body;
    const own = clocks.find(({ section }: Parsed) => section === 'duties');
    expect(own).toMatchObject({ dueAt: '2026-03-10T16:00:00.000Z', article: '二次供水服务规范 3.定期清洗' });
    expect(JSON.stringify(own)).toContain('每 6 个月一次');
    expect(JSON.stringify(own)).toContain('03-10 24:00');
    expect((await head.get(`/api/orders/${order.id}/duty`)).body).toMatchObject({
      duty: { name: '水箱清洗' },
      thing: { name: '望湖苑 2 号水箱', kind: 'tank' },
    });
    expect(duties.coming.map(({ name }: Parsed) => name)).toEqual([]);
  });

  it('late is breached at its true time, and done begins the next interval', async () => {
    const { head } = utility.voices;
    const pipe = (await head.get(`/api/things?q=${encodeURIComponent('湖滨路干管')}`)).body.things[0];
    const first = (await head.get(`/api/things/${pipe.thingId}/duties`)).body.history[0];
    expect(first.dueAt).toBe('2026-03-02T16:00:00.000Z');
    town.time.advance(20 * 3_600_000);
    await town.sweep();
    const order = await drive(utility, { id: first.orderId, number: first.number });
    expect(JSON.stringify(order.detail.timeline)).toContain('2026-03-02T16:00:00.000Z');
    await order.give('head', 'accept');
    await order.give('head', 'assign', { handlerId: utility.crewId });
    await order.give('crew', 'record', { milestone: 'patrolled' });
    const after = (await head.get(`/api/things/${pipe.thingId}/duties`)).body;
    expect(after.history[0]).toMatchObject({ late: true, doneAt: '2026-03-02T22:00:00.000Z' });
    expect(after.coming).toMatchObject([{ name: '管线巡检', dueAt: '2026-03-04T16:00:00.000Z' }]);
    const next = (await head.get(`/api/duties/next?things=${pipe.thingId}`)).body.items;
    expect(next).toEqual([{ thingId: pipe.thingId, dueAt: '2026-03-04T16:00:00.000Z', orderId: null }]);
    expect((await head.get('/api/duties/next?things=1;drop')).status).toBe(400);
    town.time.advance(24 * 3_600_000);
    expect(await make()).toMatchObject({ orders: 1 });
  });
});

describe('who holds no valid certificate', () => {
  const CERTIFICATES = [
    ['持证人', '证照名称', '证照编号', '有效期自', '有效期至'],
    ['duty-crew', '电工证', '370102199001011234', '2024-01-01', '2026-03-31'],
    ['duty-crew', '健康证', 'JK-7', '2025-03-01', '2026-02-28'],
    ['没有这个人', '健康证', 'JK-8', '2025-03-01', '长期'],
  ];

  it('cannot be assigned: refused with the article and what is missing or expired', async () => {
    expect(await load('certificates', CERTIFICATES)).toEqual({
      counts: { created: 2, refused: 1 },
      faults: [[4, 'person', 'thing-person-unknown']],
    });
    const { head, manager } = utility.voices;
    const tank = (await head.get('/api/things?kind=tank')).body.things[0];
    const [made] = (await head.get(`/api/things/${tank.thingId}/duties`)).body.history;
    const order = await drive(utility, { id: made.orderId, number: made.number });
    await order.give('head', 'accept');
    const refused = await order.attempt('head', 'assign', { handlerId: utility.crewId });
    expect(refused.body).toMatchObject({
      code: 'handler-not-certified',
      detail: 'crew不能接这一单，缺少有效的：健康证（2026-02-28）。',
      article: '二次供水服务规范 2.持证上岗',
    });
    expect((await head.get(`/api/orders/${order.id}/handlers`)).body).toEqual([
      {
        staffId: utility.crewId,
        lacks: {
          missing: '健康证（2026-02-28）',
          article: '二次供水服务规范 2.持证上岗',
          quote: expect.stringContaining('持兩證'),
        },
      },
    ]);

    const certificates = (await manager.get('/api/things?kind=certificate')).body.things;
    const health = certificates.find(({ name }: Parsed) => name === '健康证');
    expect(certificates.find(({ name }: Parsed) => name === '电工证')).toMatchObject({
      code: '**************1234',
      person: 'crew',
      unit: '抢修维修',
    });
    expect((await manager.put(`/api/things/${health.thingId}`, { expires: '2027-02-28' })).status).toBe(200);
    await order.give('head', 'assign', { handlerId: utility.crewId });
    expect(order.detail.handlerId).toBe(utility.crewId);
  });

  it('hears of it a month before: an order to renew it, which shows no number', async () => {
    await make();
    const rows = await town.db.admin<{ duty: string; key: string; summary: string; content: string }>(
      `select o.duty, o.key, w.summary, e.data ->> 'content' as content from duties.occurrence o
       join work_orders.work_order w using (utility_id, order_id)
       join work_orders.event e on e.utility_id = w.utility_id and e.order_id = w.order_id and e.seq = 1
       where o.duty = 'renew-certificates'`,
    );
    expect(rows).toMatchObject([{ key: 'expires 2026-03-31', summary: '证照换证：电工证（crew）' }]);
    expect(rows[0]?.content).not.toContain('370102199001011234');
  });
});
