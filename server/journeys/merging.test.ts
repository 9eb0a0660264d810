/** One incident, many callers, over HTTP: found with its reason, joined with one key, split with a reason, merged and undone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type City, city, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;
beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
}, 60_000);

const report = (more: object = {}) => ({
  channel: 'phone',
  content: '路面冒水，水很大',
  place: '望湖路 88 号',
  event: 'pipe-leak',
  reporter: '王女士',
  phone: '129 0000 0001',
  contactTimes: '随时',
  ...more,
});
const receive = async (more: object = {}): Promise<{ id: number; number: string; requestId: number }> => {
  const { order, request } = await utility.voices.agent.must('/api/requests', report(more));
  return { ...order, requestId: request.id };
};
const order = async (id: number, who: keyof Utility['voices'] = 'dispatcher') =>
  (await utility.voices[who].get(`/api/orders/${id}`)).body;
type Clock = { id: string; name: string; requestId: number | null; state: string; startAt: string; dueAt: string };
const clocksOf = (detail: { clocks: Clock[] }, requestId: number | null): Clock[] =>
  detail.clocks.filter((clock) => clock.requestId === requestId);

describe('a second call about the same burst', () => {
  it('is suggested with its reasons while it is typed, and joins with one command', async () => {
    const first = await receive();
    town.time.set(Date.parse('2026-03-02T10:12:00+08:00'));
    const typed = report({ event: 'low-pressure', place: '望湖路92号', phone: '129 0000 0002', reporter: '赵先生' });
    const likely = await utility.voices.agent.post('/api/requests/duplicates', typed);
    expect(likely.body).toMatchObject([
      {
        orderId: first.id,
        number: first.number,
        open: true,
        callers: 1,
        reasons: ['同在望湖路，门牌相差 4', '相关事项', '12 分钟前'],
      },
    ]);
    const joined = await utility.voices.agent.must('/api/requests', { ...typed, joinOrderId: first.id });
    expect(joined.order).toEqual({ id: first.id, number: first.number });
    const detail = await order(first.id);
    expect(detail).toMatchObject({ callers: 2, event: 'pipe-leak' });
    expect(detail.requests.map((one: { reporter: string }) => one.reporter)).toEqual(['王*', '赵*']);
    expect(clocksOf(detail, null).length).toBeGreaterThan(0);
    const listed = (await utility.voices.dispatcher.get('/api/orders')).body.items;
    expect(listed.find((one: { id: number }) => one.id === first.id)).toMatchObject({ callers: 2 });
    expect(await town.differences(utility)).toEqual([]);
  });

  it('into an order that has ended, is unknown or out of reach is refused, and nothing is half written', async () => {
    const before = (await town.db.admin<{ n: number }>('select count(*)::int as n from requests.request'))[0];
    const refused = await utility.voices.agent.post('/api/requests', report({ joinOrderId: 999_999 }));
    expect([refused.status, refused.body.code]).toEqual([404, 'merge-target-not-found']);
    const ended = await receive({ place: '建设路 1 号' });
    const { version } = await order(ended.id);
    await utility.voices.dispatcher.must(`/api/orders/${ended.id}/cancel`, { version, reason: '误报' });
    const late = await utility.voices.agent.post('/api/requests', report({ joinOrderId: ended.id }));
    expect([late.status, late.body.code]).toEqual([422, 'merge-into-ended']);
    expect(late.body.detail).toContain('已销单');
    const after = (await town.db.admin<{ n: number }>('select count(*)::int as n from requests.request'))[0];
    expect(after?.n).toBe(Number(before?.n) + 1);
  });
});

describe('splitting and undoing', () => {
  it('a caller who joined by mistake leaves for an order of his own, whose clocks run as if it had always been', async () => {
    town.time.set(Date.parse('2026-03-02T11:00:00+08:00'));
    const first = await receive({ place: '育才路 7 号' });
    town.time.set(Date.parse('2026-03-02T11:10:00+08:00'));
    const { requestId } = await receive({ place: '育才路 9 号', reporter: '钱先生', joinOrderId: first.id });
    town.time.set(Date.parse('2026-03-02T11:30:00+08:00'));
    const { version } = await order(first.id);
    const split = { version, requestId, reason: '不是同一处漏水' };
    const stale = await utility.voices.agent.post(`/api/orders/${first.id}/split`, { ...split, version: version - 1 });
    expect(stale.body.code).toBe('order-changed');
    expect((await utility.voices.head.post(`/api/orders/${first.id}/split`, split)).status).toBe(403);
    const left = await utility.voices.agent.must(`/api/orders/${first.id}/split`, split);
    expect(left).toMatchObject({ id: first.id, callers: 1 });
    expect(left.timeline.at(-1)).toMatchObject({ kind: 'left', text: expect.stringContaining('不是同一处漏水') });
    const [request] = (await utility.voices.agent.get('/api/requests?limit=1')).body.items;
    expect(request.id).toBe(requestId);
    const own = await order(request.orderId);
    expect(own).toMatchObject({
      place: '育才路 9 号',
      receivedAt: '2026-03-02T03:10:00.000Z',
      createdAt: '2026-03-02T03:10:00.000Z',
      state: 'awaiting-dispatch',
      callers: 1,
    });
    expect(own.timeline.map((one: { kind: string }) => one.kind)).toContain('joined');
    const starts = clocksOf(own, null).map(({ startAt }) => startAt);
    expect(new Set(starts)).toEqual(new Set(['2026-03-02T03:10:00.000Z']));
    const only = await utility.voices.agent.post(`/api/orders/${own.id}/split`, {
      ...{ version: own.version, requestId, reason: '再拆' },
    });
    expect([only.status, only.body.code]).toEqual([422, 'split-only-request']);
    expect(await town.differences(utility)).toEqual([]);
  });

  it('two open orders merge by number, and splitting the caller again brings his order back', async () => {
    town.time.set(Date.parse('2026-03-02T12:00:00+08:00'));
    const first = await receive({ place: '文化路 3 号' });
    town.time.set(Date.parse('2026-03-02T12:05:00+08:00'));
    const second = await receive({ place: '文化路 5 号', channel: 'hotline-12345', reporter: '孙女士' });
    const likely = (await utility.voices.dispatcher.get(`/api/orders/${second.id}/duplicates`)).body;
    expect(likely.map((one: { orderId: number }) => one.orderId)).toEqual([first.id]);
    const before = clocksOf(await order(second.id), second.requestId);
    expect(before.length).toBeGreaterThan(0);
    const { version } = await order(second.id);
    const merged = await utility.voices.dispatcher.must(`/api/orders/${second.id}/merge`, {
      version,
      into: first.number,
    });
    expect(merged).toMatchObject({ id: first.id, callers: 2, merged: [{ id: second.id, number: second.number }] });
    expect(clocksOf(merged, second.requestId)).toEqual(before);
    expect(await order(second.id)).toMatchObject({
      state: 'merged',
      mergedInto: { id: first.id, number: first.number },
      due: null,
    });
    await utility.voices.dispatcher.must(`/api/orders/${first.id}/split`, {
      ...{ version: merged.version, requestId: second.requestId, reason: '核实后不是同一处' },
    });
    expect(await order(second.id)).toMatchObject({ state: 'awaiting-dispatch', mergedInto: null, callers: 1 });
    expect(clocksOf(await order(second.id), second.requestId)).toEqual(before);
    expect(await town.differences(utility)).toEqual([]);
  });

  it('what an act towards a caller concerns is said in the reader’s language where it is missing', async () => {
    const first = await receive({ place: '和平路 1 号' });
    const second = await receive({ place: '和平路 1 号', reporter: '李先生', joinOrderId: first.id });
    const give = async (who: keyof Utility['voices'], command: string, body: object) =>
      utility.voices[who].post(`/api/orders/${first.id}/${command}`, {
        version: (await order(first.id)).version,
        ...body,
      });
    const limit = '2026-03-03T10:00:00+08:00';
    expect((await give('dispatcher', 'dispatch', { departmentId: 'repair', limit })).status).toBe(200);
    await give('head', 'accept', {});
    await give('head', 'assign', { handlerId: utility.crewId });
    const vague = await give('crew', 'record', { milestone: 'contacted' });
    expect([vague.status, vague.body.code, vague.body.fields?.[0]?.path]).toEqual([
      422,
      'request-not-named',
      expect.stringContaining('requestId'),
    ]);
    expect(vague.body.detail).toBe('本单有 2 位来电人，“联系客户”须写明是哪一位，或选择全部来电人。');
    expect((await give('crew', 'record', { milestone: 'contacted', requestId: second.requestId })).status).toBe(200);
    const contact = (await order(first.id)).clocks.filter((one: Clock) => one.id.startsWith('contact/'));
    expect(contact.map((one: Clock) => one.state).sort()).toEqual(['met', 'running']);
    expect(await town.differences(utility)).toEqual([]);
  });
});
