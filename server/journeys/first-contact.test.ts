/** First contact over HTTP: who answers for a request, who told before, what is another's duty, praise and blame. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readMessageRow, receiveRows } from '../modules/requests/index.ts';
import { type City, city, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;
beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
}, 60_000);

const report = (more: object = {}) => ({
  channel: 'phone',
  content: '家里没有水',
  place: '望湖路 88 号',
  event: 'no-water',
  reporter: '王女士',
  phone: '129 0000 0001',
  contactTimes: '随时',
  ...more,
});
type Who = keyof Utility['voices'];
const receive = async (more: object = {}, who: Who = 'agent') => {
  const { order, request } = await utility.voices[who].must('/api/requests', report(more));
  return { ...order, requestId: request.id, request };
};
const order = async (id: number, who: Who = 'agent') => (await utility.voices[who].get(`/api/orders/${id}`)).body;
const staffId = async (who: Who): Promise<number> => {
  const [row] = await town.db.admin<{ staff_id: number }>(
    `select staff_id from identity.staff where username = 'hucheng-${who}'`,
  );
  return row?.staff_id ?? 0;
};
const inbox = async (who: Who, kind: string) =>
  (await utility.voices[who].get('/api/inbox?limit=200')).body.items.filter(
    (one: { kind: string }) => one.kind === kind,
  );
const mine = async (who: Who): Promise<number[]> =>
  (await utility.voices[who].get('/api/orders?tab=received')).body.items.map((one: { id: number }) => one.id);
const at = (text: string) => town.time.set(Date.parse(text));

describe('首问负责', () => {
  it('who received it owns it; handed over with a reason it is the other’s, who is told, and the record stays', async () => {
    const first = await receive({ place: '建设路 1 号', phone: '129 0000 1001' });
    expect(first.request).toMatchObject({ owner: 'agent', ownerId: await staffId('agent') });
    expect(await mine('agent')).toContain(first.id);
    const url = `/api/requests/${first.requestId}/hand-over`;
    const to = { staffId: await staffId('dispatcher'), reason: '交接班，由值班派单员跟进' };
    for (const [body, code] of [
      [{ ...to, reason: ' ' }, 'hand-over-reason-missing'],
      [{ reason: '交班' }, 'hand-over-to-one'],
      [{ staffId: await staffId('head'), reason: '请处理' }, 'hand-over-out-of-sight'],
      [{ staffId: 999_999, reason: '请处理' }, 'hand-over-to-unknown'],
    ] as const) {
      const refused = await utility.voices.agent.post(url, body);
      expect([refused.status, refused.body.code]).toEqual([422, code]);
    }
    expect((await utility.voices.reviewer.post(url, to)).body.code).toBe('hand-over-not-yours');
    at('2026-03-02T10:20:00+08:00');
    expect(await utility.voices.agent.must(url, to)).toMatchObject({ owner: 'dispatcher' });
    expect(await mine('agent')).not.toContain(first.id);
    expect(await mine('dispatcher')).toContain(first.id);
    expect((await utility.voices.dispatcher.get('/api/requests?mine=true')).body.items).toMatchObject([
      { id: first.requestId },
    ]);
    const told = await inbox('dispatcher', 'handed-over');
    expect(told[0]).toMatchObject({
      orderId: first.id,
      text: `agent 把 ${first.number} 的首问责任移交给您：交接班，由值班派单员跟进`,
    });
    expect((await order(first.id)).requests[0]).toMatchObject({
      owner: 'dispatcher',
      handOvers: [
        {
          at: '2026-03-02T02:20:00.000Z',
          by: 'agent',
          from: 'agent',
          to: 'dispatcher',
          reason: '交接班，由值班派单员跟进',
        },
      ],
    });
    await expect(town.db.admin(`update requests.hand_over set reason = '改写'`)).rejects.toThrow(/append-only/);
    await expect(town.db.admin(`delete from requests.hand_over`)).rejects.toThrow(/append-only/);
  });

  it('goes to a unit that has the order, is found by its people, and ends with the order', async () => {
    const first = await receive({ place: '建设路 3 号', phone: '129 0000 1002' });
    const { version } = await order(first.id);
    await utility.voices.dispatcher.must(`/api/orders/${first.id}/dispatch`, {
      ...{ version, departmentId: 'repair', limit: '2026-03-03T10:00:00+08:00' },
    });
    await utility.voices.agent.must(`/api/requests/${first.requestId}/hand-over`, {
      unit: 'repair',
      reason: '由抢修班直接答复',
    });
    expect(await mine('head')).toEqual([first.id]);
    expect(await inbox('head', 'handed-over')).toHaveLength(1);
    const counts = (await utility.voices.head.get('/api/orders/counts')).body;
    expect(counts.received).toBe(1);
    const now = await order(first.id);
    await utility.voices.dispatcher.must(`/api/orders/${first.id}/cancel`, { version: now.version, reason: '误报' });
    expect(await mine('head')).toEqual([]);
    const late = await utility.voices.head.post(`/api/requests/${first.requestId}/hand-over`, {
      ...{ staffId: await staffId('agent'), reason: '退回' },
    });
    expect(late.body.code).toBe('hand-over-closed');
  });

  it('of an imported letter is whoever opens it, and what he adds is kept with it', async () => {
    await imported({ id: 'A1', time: '2026/3/1 8:00:00', subject: '没水', body: '家里没水两天了' });
    const [letter] = (await utility.voices.agent.get('/api/requests?outcome=draft')).body.items;
    expect(letter).toMatchObject({ owner: null, sourceRef: 'A1' });
    const opened = await utility.voices.agent.must(`/api/requests/${letter.id}/open`, {
      ...{ event: 'no-water', place: '文化路 5 号', reporter: '周女士', phone: '129 0000 1003' },
    });
    expect(opened.request).toMatchObject({ owner: 'agent', reporter: '周*', place: '文化路 5 号' });
    expect(opened.request.phone).toContain('*');
  });
});

describe('不予受理', () => {
  const declined = (more: object = {}) => ({
    ...report({ event: 'property-management', content: '物业停了我家的水', phone: '129 0000 2001', place: '翠湖苑' }),
    ...{ reason: 'outside-duty', explanation: '由小区物业负责，已转告物业。', handedTo: '安泰物业' },
    ...more,
  });
  it('keeps the explanation, to whom it was handed on, and when the caller was told', async () => {
    at('2026-03-02T11:00:00+08:00');
    const kept = await utility.voices.agent.must(
      '/api/requests/decline',
      declined({ toldAt: '2026-03-02T10:50:00+08:00' }),
    );
    expect(kept).toMatchObject({
      outcome: 'declined',
      explanation: '由小区物业负责，已转告物业。',
      handedTo: '安泰物业',
      toldAt: '2026-03-02T02:50:00.000Z',
      declinedBy: 'agent',
    });
    for (const [more, code] of [
      [{ handedTo: ' ' }, 'handed-to-missing'],
      [{ explanation: '' }, 'explanation-missing'],
      [{ toldAt: '2026-03-02T12:00:00+08:00' }, 'told-in-future'],
      [{ toldAt: '昨天' }, 'told-time-not-valid'],
    ] as const) {
      const refused = await utility.voices.agent.post('/api/requests/decline', declined(more));
      expect([refused.status, refused.body.code]).toEqual([422, code]);
    }
    const likely = await utility.voices.agent.must('/api/requests/earlier', report({ phone: '12900002001' }));
    expect(likely.items).toMatchObject([
      { fate: 'declined', handedTo: '安泰物业', toldAt: '2026-03-02T02:50:00.000Z' },
    ]);
  });

  it('by an import has told nobody yet; telling is recorded once', async () => {
    await imported({
      ...{ id: 'B1', time: '2026/3/1 8:00:00', subject: '物业停水', body: '物业停了我家的水' },
      outside_duty: 'yes',
    });
    const list = (await utility.voices.agent.get('/api/requests?outcome=declined')).body.items;
    const letter = list.find((one: { sourceRef: string | null }) => one.sourceRef === 'B1');
    expect(letter.toldAt).toBeNull();
    const url = `/api/requests/${letter.id}/told`;
    expect(await utility.voices.agent.must(url, {})).toMatchObject({ toldAt: '2026-03-02T03:00:00.000Z' });
    expect((await utility.voices.agent.post(url, {})).body.code).toBe('request-already-told');
  });
});

describe('重复诉求', () => {
  it('of the same phone is shown with what became of it, flagged for the rulebook, and told to supervision', async () => {
    at('2026-03-03T09:00:00+08:00');
    const before = await inbox('supervisor', 'repeated');
    const first = await receive({ phone: '129 0000 3001', place: '育才路 7 号' });
    expect(first.request).toMatchObject({ earlier: 0, repeatOf: null });
    at('2026-03-06T09:00:00+08:00');
    await town.sweep();
    const typed = report({ phone: '+86 12900003001', place: '育才路7号', event: 'low-pressure' });
    const likely = await utility.voices.agent.must('/api/requests/earlier', typed);
    expect(likely).toMatchObject({
      ...{ days: 30, count: 1, repeat: true },
      items: [
        {
          ...{ orderId: first.id, orderNumber: first.number, daysAgo: 3, fate: 'late', stateName: '待派发' },
          ...{ samePhone: true, samePremises: false, sameMatter: true },
        },
      ],
    });
    expect((await utility.voices.supervisor.post('/api/requests/earlier', typed)).status).toBe(403);
    const again = await receive({ ...typed, facts: { repeat: false } });
    expect(again.request).toMatchObject({ earlier: 1, repeatOf: first.requestId });
    const detail = await order(again.id);
    expect(detail).toMatchObject({ repeat: true, facts: { repeat: true, 'repeat-matter': true } });
    expect(detail.requests[0]).toMatchObject({ earlier: 1, repeat: true });
    const listed = (await utility.voices.supervisor.get('/api/orders?repeated=true')).body;
    expect(listed.items.map((one: { id: number }) => one.id)).toEqual([again.id]);
    expect((await utility.voices.supervisor.get('/api/orders/counts?repeated=true')).body.all).toBe(1);
    const told = await inbox('supervisor', 'repeated');
    expect(told).toHaveLength(before.length + 1);
    expect(told[0]).toMatchObject({ orderId: again.id, text: expect.stringContaining(first.number) });
    expect(await town.differences(utility)).toEqual([]);
  });

  it('about another matter is counted and not told; outside the window or under a masked phone it is none', async () => {
    at('2026-03-06T10:00:00+08:00');
    const told = (await inbox('supervisor', 'repeated')).length;
    const other = await receive({
      phone: '129 0000 3001',
      place: '育才路 7 号',
      event: 'bill-payment',
      facts: { 'repeat-matter': true },
    });
    expect(other.request).toMatchObject({ earlier: 2, repeatOf: null });
    const { facts } = await order(other.id);
    expect([facts.repeat, facts['repeat-matter']]).toEqual([true, undefined]);
    expect(await inbox('supervisor', 'repeated')).toHaveLength(told);
    const masked = await receive({ phone: '129****3001', place: '育才路 7 号' });
    expect(masked.request.earlier).toBe(0);
    at('2026-04-08T10:00:00+08:00');
    const long = await utility.voices.agent.must('/api/requests/earlier', report({ phone: '129 0000 3001' }));
    expect(long).toMatchObject({ count: 0, repeat: false, items: [] });
  });

  it('is found by index among many', async () => {
    const plan = await town.db.admin<{ 'QUERY PLAN': string }>(
      `explain select request_id from requests.request
       where utility_id = 1 and caller = '12900003001' and received_at between '2026-01-01' and '2026-05-01'
       order by received_at desc limit 100`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join(' ')).toContain('request_by_caller');
  });
});

describe('表扬、批评、曝光', () => {
  it('praise is registered, closed with thanks and opens no order; leaders hear of it', async () => {
    at('2026-04-08T11:00:00+08:00');
    const praise = report({ event: 'praise', content: '抢修师傅冒雨修好水管，表扬', phone: '129 0000 4001' });
    const dispatched = await utility.voices.agent.post('/api/requests', praise);
    expect([dispatched.status, dispatched.body.code]).toEqual([422, 'needs-no-order']);
    expect((await utility.voices.agent.post('/api/requests/register', praise)).body.code).toBe('thanks-missing');
    const kept = await utility.voices.agent.must('/api/requests/register', { ...praise, thanks: '谢谢您的鼓励' });
    expect(kept).toMatchObject({
      ...{ outcome: 'registered', event: 'praise', orderId: null, explanation: '谢谢您的鼓励' },
      ...{ registeredAt: '2026-04-08T03:00:00.000Z', registeredBy: 'agent' },
    });
    expect((await utility.voices.agent.post('/api/requests/register', { ...report(), thanks: '谢谢' })).body.code).toBe(
      'needs-an-order',
    );
    expect(await inbox('manager', 'voice')).toMatchObject([{ orderId: null, text: expect.stringContaining('表扬') }]);
  });

  it('criticism and exposure run as orders; each figure of the report opens its requests', async () => {
    at('2026-04-09T11:00:00+08:00');
    const exposure = await receive({
      channel: 'media',
      event: 'exposure',
      content: '电视台报道爆管三天未修',
      phone: '129 0000 4002',
    });
    expect(await order(exposure.id)).toMatchObject({ state: 'awaiting-dispatch', eventName: '媒体曝光' });
    await receive({ channel: 'government', event: '批评', content: '主管局通报批评', phone: '129 0000 4003' });
    await receive({
      channel: 'hotline-12345',
      event: 'service-complaint',
      content: '服务态度差',
      phone: '129 0000 4004',
    });
    await imported({ id: 'C1', time: '2026/4/2 8:00:00', subject: '感谢', body: '修得快', event: '表扬' }, 'letter');
    const told = await inbox('manager', 'voice');
    expect(told.map((one: { orderId: number | null }) => one.orderId)).toContain(exposure.id);
    const voices = (await utility.voices.manager.get('/api/reports/voices?from=2026-03&until=2026-04')).body;
    expect(voices.total).toBe(5);
    expect(voices.rows).toEqual([
      {
        month: '2026-04',
        kind: 'complaint',
        kindName: '投诉',
        source: 'mayor-hotline',
        sourceName: '市长（市民）热线',
        count: 1,
      },
      {
        month: '2026-04',
        kind: 'criticism',
        kindName: '批评',
        source: 'authority',
        sourceName: '上级管理部门',
        count: 1,
      },
      { month: '2026-04', kind: 'exposure', kindName: '曝光', source: 'media', sourceName: '新闻媒体', count: 1 },
      { month: '2026-04', kind: 'praise', kindName: '表扬', source: 'customer', sourceName: '客户', count: 2 },
    ]);
    for (const row of voices.rows) {
      const behind = await utility.voices.manager.get(
        `/api/reports/voices/requests?from=${row.month}&until=${row.month}&kind=${row.kind}&source=${row.source}`,
      );
      expect(behind.body).toHaveLength(row.count);
    }
    expect((await utility.voices.agent.get('/api/reports/voices')).status).toBe(403);
    expect((await utility.voices.head.get('/api/reports/voices')).body.total).toBe(0);
    const wrong = await utility.voices.manager.get('/api/reports/voices?from=2026-05&until=2026-04');
    expect([wrong.status, wrong.body.code]).toEqual([422, 'months-reversed']);
  });
});

/** As an import receives them: nobody's, and nobody is told. */
async function imported(row: Record<string, string>, channel = 'web'): Promise<void> {
  const read = readMessageRow((column) => row[column] ?? '', { channel, source: 'letters' });
  if (!read.ok) throw new Error(read.refusal.code);
  const [done] = await town.db.transaction(utility.utilityId, (tx) =>
    receiveRows({ tx, me: null, time: town.time }, [read.value]),
  );
  expect(done?.refusal).toBeNull();
}
