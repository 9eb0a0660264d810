/** What the rulebook owes, measures and wants looked at, over HTTP and by command: Qingdao's window standard. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type City, city, type Driven, drive, type Parsed, type Utility } from './city/testing.ts';
import { gongshui } from './redating/testing.ts';

vi.setConfig({ testTimeout: 90_000 });

let town: City;
let here: Utility;
let order: Driven;
const START = '2026-03-02T10:00:00+08:00';

beforeAll(async () => {
  town = await city(START);
  here = await town.utility('dao', 'qingdao');
  await town.utility('elsewhere', 'qingdao');
  const report = {
    channel: 'phone',
    content: '家里停水',
    place: '湖滨东路 18 号',
    event: 'no-water',
    reporter: '王小明',
    phone: '12900001234',
    contactTimes: '随时',
  };
  const { voices } = here;
  order = await drive(here, (await voices.agent.must('/api/requests', report)).order);
  await order.give('dispatcher', 'promise', { plans: { promised: '2026-03-03T17:00:00+08:00' } });
  await order.give('dispatcher', 'dispatch', { departmentId: 'repair' });
}, 90_000);

describe('what is owed in an order', () => {
  it('is nothing while the promise may be kept, and from then on who decides', async () => {
    expect((await here.voices.manager.get(`/api/orders/${order.id}/remedies`)).body).toEqual([]);
    town.time.set(Date.parse('2026-03-04T09:00:00+08:00'));
    const { body } = await here.voices.manager.get(`/api/orders/${order.id}/remedies`);
    expect(body).toMatchObject([
      {
        id: 'accountability',
        to: [{ id: 'handler', name: '经办人' }],
        give: '由审批单位决定',
        open: true,
        since: '2026-03-03T09:00:00.000Z',
        steps: [{ id: 'supply-company' }],
        clock: { id: 'promise', state: 'late' },
        article: '标准 一(二)5',
      },
    ]);
    expect((await here.voices.manager.get('/api/orders/999999/remedies')).status).toBe(404);
  });
});

describe('metrics of a month', () => {
  const figures = async (who: 'manager' | 'head' | 'supervisor' = 'manager', month = '2026-03') =>
    (await here.voices[who].get(`/api/reports/metrics?month=${month}`)).body;

  it('say what was measured against its target, and open the orders behind it', async () => {
    const { metrics, pack } = await figures();
    expect(pack.id).toBe('qingdao');
    const timely = metrics.find(({ id }: Parsed) => id === 'timely');
    expect(timely).toMatchObject({
      period: '2026-03',
      numerator: '0',
      denominator: '1',
      text: '0 %',
      target: '>= 100 %',
      met: false,
      finished: false,
      article: '通知四',
    });
    const behind = async (part: string) =>
      (await here.voices.manager.get(`/api/reports/metrics/orders?month=2026-03&index=${timely.index}&part=${part}`))
        .body;
    expect(await behind('misses')).toMatchObject({ orders: 1, items: [{ number: order.number }] });
    expect(await behind('counts')).toEqual({ orders: 0, items: [] });
    const none = (await figures('manager', '2026-02')).metrics.find(({ id }: Parsed) => id === 'timely');
    expect(none).toMatchObject({ denominator: '0', value: null, met: null });
  });

  it('are for heads of what is theirs, supervisors and managers', async () => {
    expect((await here.voices.agent.get('/api/reports/metrics')).status).toBe(403);
    const mine = (await figures('head')).metrics.find(({ id }: Parsed) => id === 'timely');
    expect(mine.denominator).toBe('1');
    await town.db.admin(`update work_orders.work_order set department_id = 'hotline' where order_id = $1`, [order.id]);
    expect((await figures('head')).metrics.find(({ id }: Parsed) => id === 'timely').denominator).toBe('0');
    await town.db.admin(`update work_orders.work_order set department_id = 'repair' where order_id = $1`, [order.id]);
  });

  it('refuse a month that is none', async () => {
    for (const month of ['2026', '2026-13', '三月', '2026-Q1'])
      expect((await here.voices.manager.get(`/api/reports/metrics?month=${encodeURIComponent(month)}`)).body.code).toBe(
        'month-not-valid',
      );
    const far = await here.voices.manager.get('/api/reports/metrics/orders?month=2026-03&index=9999&part=misses');
    expect(far.body.code).toBe('metric-not-found');
  });

  it('are told by command as well, for each utility', async () => {
    const said = JSON.parse(
      (await gongshui(town.db.url, 'metrics', '--month', '2026-03', '--json')).stdout,
    ) as Parsed[];
    const mine = said.find(({ utilityId }) => utilityId === here.utilityId);
    expect(mine.metrics.find(({ id }: Parsed) => id === 'timely')).toMatchObject({ numerator: '0', denominator: '1' });
    const zh = (await gongshui(town.db.url, 'metrics', '--month', '2026-03')).stdout;
    expect(zh).toMatch(/2026-03 +0 % +0\/1 +>= 100 % +未达成 +通知四/);
    const wrong = await gongshui(town.db.url, 'metrics', '--month', 'x', '--json');
    expect(JSON.parse(wrong.stdout).error.code).toBe('month-not-valid');
  });
});

describe('a checklist gone through', () => {
  const sheet = async () => (await here.voices.manager.get('/api/checklists/outlet')).body;
  const body = async (answers: Parsed[], more: object = {}) => ({
    kind: 'outlet',
    packHash: (await sheet()).pack.hash,
    place: '湖滨营业厅',
    departmentId: 'repair',
    at: '2026-03-04T08:40:00+08:00',
    answers,
    ...more,
  });
  const answer = (checklist: string, seen: object, facts: object = {}) => ({ checklist, seen, facts, note: '' });
  let kept: number;

  it('is the sheet of the rulebook in force, nothing looked at yet', async () => {
    const { kinds } = (await here.voices.manager.get('/api/checklists')).body;
    expect(kinds[0]).toMatchObject({ id: 'outlet', name: '营业厅、服务窗口' });
    const { parts, counts } = await sheet();
    expect(counts['to-look']).toBe(kinds[0].items);
    expect(parts.find(({ id }: Parsed) => id === 'opens').items[0]).toMatchObject({
      asks: [{ fact: 'opens-at', kind: 'time' }],
      verdict: 'to-look',
    });
  });

  it('is kept as it was seen, and says what is not as it should be', async () => {
    const { inspectionId } = await here.voices.head.must(
      '/api/inspections',
      await body([answer('opens', {}, { 'opens-at': '08:31' }), answer('door-sign', { 0: 'yes', 1: 'no' })]),
    );
    kept = inspectionId;
    const { body: told } = await here.voices.manager.get(`/api/inspections/${kept}`);
    expect(told).toMatchObject({
      place: '湖滨营业厅',
      staffName: 'head',
      departmentName: '抢修维修',
      notMet: 2,
      wanting: 0,
    });
    const verdicts = (id: string) =>
      told.parts.find((one: Parsed) => one.id === id).items.map((one: Parsed) => one.verdict);
    expect([verdicts('opens'), verdicts('door-sign'), verdicts('closes')]).toEqual([
      ['not-met'],
      ['met', 'not-met'],
      ['to-look'],
    ]);
    const { body: list } = await here.voices.manager.get('/api/inspections');
    expect(list).toMatchObject([{ inspectionId: kept, notMet: 2 }]);
    const audit = await town.db.admin(`select action, object from identity.audit where action = 'inspection.keep'`);
    expect(audit).toEqual([{ action: 'inspection.keep', object: `inspection:${kept}` }]);
  });

  it('is never altered', async () => {
    await expect(town.db.admin(`update appraisal.inspection set not_met = 0`)).rejects.toThrow(/append-only/);
    await expect(town.db.admin(`delete from appraisal.inspection`)).rejects.toThrow(/append-only/);
  });

  it('refuses what does not belong on it', async () => {
    const { voices } = here;
    const refused = async (who: 'head' | 'manager', answers: Parsed[], more: object = {}) =>
      (await voices[who].post('/api/inspections', await body(answers, more))).body.code;
    const seen = answer('door-sign', { 0: 'yes' });
    expect(await refused('manager', [answer('opens', {}, { 'opens-at': '8点半' })])).toBe('checklist-fact-not-valid');
    expect(await refused('manager', [answer('door-sign', { 7: 'yes' })])).toBe('checklist-item-not-found');
    expect(await refused('manager', [answer('no-such', { 0: 'yes' })])).toBe('checklist-not-found');
    expect(await refused('manager', [])).toBe('inspection-empty');
    expect(await refused('manager', [seen], { packHash: '0'.repeat(64) })).toBe('checklist-changed');
    expect(await refused('manager', [seen], { at: '2026-03-05T08:40:00+08:00' })).toBe('inspection-in-the-future');
    expect(await refused('manager', [seen], { place: '   ' })).toBe('inspection-place-missing');
    expect(await refused('manager', [seen], { departmentId: 'nowhere' })).toBe('inspection-unit-not-found');
    expect(await refused('head', [seen], { departmentId: 'hotline' })).toBe('inspection-unit-not-yours');
    expect((await voices.agent.get('/api/inspections')).status).toBe(403);
    expect((await voices.manager.get('/api/inspections')).body).toHaveLength(1);
  });
});
