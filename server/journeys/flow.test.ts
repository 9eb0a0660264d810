/** One burst main through every step, its limits taken from the demo rulebook of 湖城. */
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../values/instant.ts';
import { type City, city, type Driven, drive, type Utility } from './city/testing.ts';

const START = Date.parse('2026-03-02T10:00:00+08:00');
let town: City;
let utility: Utility;
let order: Driven;

const at = (ms: number): void => town.time.set(START + ms);
const clock = (id: string) =>
  order.detail.clocks.filter((one: { id: string }) => one.id === id || one.id.split('/')[0] === id).at(-1);
const kinds = (): string[] => order.detail.timeline.map((one: { kind: string }) => one.kind);
const again = async (): Promise<void> => {
  order.detail = (await utility.voices.manager.get(`/api/orders/${order.id}`)).body;
};
const iso = (ms: number): string => new Date(START + ms).toISOString();

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
}, 60_000);

const report = {
  channel: 'phone',
  content: '湖滨东路路面冒水，水流到马路上',
  place: '湖滨东路 18 号门口',
  event: 'pipe-leak',
  urgent: true,
  reporter: '王小明',
  phone: '12900001234',
};

describe('an order', () => {
  it('shows the desk which elements are missing while the caller still speaks', async () => {
    const { elements, ready } = await utility.voices.agent.must('/api/requests/check', report);
    const missing = elements.filter((one: { ok: boolean }) => !one.ok);
    expect(missing).toEqual([
      expect.objectContaining({
        id: 'contact-time',
        message: '请填写客户联系时间。',
        article: '工单处理规范 1.派单准确',
      }),
    ]);
    expect(ready).toBe(false);
    expect(await utility.voices.agent.must('/api/requests/check', { ...report, contactTimes: '随时' })).toMatchObject({
      ready: true,
    });
  });

  it('is opened by the request, with the limits of the rulebook', async () => {
    const { order: opened, request } = await utility.voices.agent.must('/api/requests', {
      ...report,
      contactTimes: '随时',
    });
    expect(request).toMatchObject({ reporter: '王*', phone: '129****1234', outcome: 'open', orderId: opened.id });
    expect(opened.number).toBe('20260302-0001');
    order = await drive(utility, opened);
    expect(order.detail.state).toBe('awaiting-dispatch');
    expect(clock('dispatch')).toMatchObject({
      dueAt: iso(5 * MINUTE),
      article: '工单处理规范 1.派单准确',
      state: 'running',
    });
    expect(clock('finish')).toMatchObject({ dueAt: iso(24 * HOUR), limit: '24 h' });
  });

  it('goes to the unit, is accepted and assigned', async () => {
    at(2 * MINUTE);
    await order.give('dispatcher', 'dispatch', { departmentId: 'repair' });
    at(4 * MINUTE);
    await order.give('head', 'accept');
    at(6 * MINUTE);
    await order.give('head', 'assign', { handlerId: utility.crewId });
    expect(order.detail).toMatchObject({ state: 'in-progress', handlerId: utility.crewId });
    expect(clock('dispatch').state).toBe('met');
    expect(clock('arrive-repair').dueAt).toBe(iso(36 * MINUTE));
  });

  it('warns, and is late in the very second in which the crew should have arrived', async () => {
    at(10 * MINUTE);
    await order.give('crew', 'record', { milestone: 'contacted' });
    at(30 * MINUTE);
    await town.sweep();
    await again();
    expect(clock('arrive-repair').state).toBe('warned');
    at(36 * MINUTE - SECOND);
    expect((await town.sweep()).breached).toBe(0);
    at(36 * MINUTE);
    expect((await town.sweep()).breached).toBe(1);
    expect((await town.sweep()).breached).toBe(0);
    at(36 * MINUTE + SECOND);
    await again();
    expect(clock('arrive-repair')).toMatchObject({ state: 'late', breachedAt: iso(36 * MINUTE) });
    expect(order.detail.lateCount).toBe(1);
  });

  it('has the breach withdrawn when the phone syncs that the crew had been there in time', async () => {
    at(50 * MINUTE);
    await order.give('crew', 'record', {
      milestone: 'arrived',
      occurredAt: iso(33 * MINUTE),
      via: 'field',
      facts: { dn: 300 },
    });
    expect(clock('arrive-repair')).toMatchObject({ state: 'met', withdrawnAt: iso(50 * MINUTE) });
    expect(kinds()).toEqual(expect.arrayContaining(['breached', 'breach-withdrawn']));
    expect(order.detail.lateCount).toBe(0);
  });

  it('is stopped, repaired, tested and opened again', async () => {
    // biome-ignore format: one list
    const steps: [number, string][] = [
      [52, 'warnings-set'], [90, 'water-stopped'], [100, 'repair-started'], [280, 'repaired'], [310, 'quality-passed'], [315, 'valve-open-told'],
      [320, 'restored'], [340, 'customer-told'],
    ];
    for (const [minute, milestone] of steps) {
      at(minute * MINUTE);
      await order.give('crew', 'record', { milestone });
    }
    expect(clock('stop-water')).toMatchObject({ state: 'met', dueAt: iso(126 * MINUTE) });
    expect(clock('after-repair').state).toBe('met');
  });

  it('is paused on request and runs again, its due moved by what it stood still', async () => {
    at(6 * HOUR);
    await order.give('head', 'ask-pause', { entry: 'failure', reason: '工单系统故障' });
    at(6 * HOUR + 10 * MINUTE);
    await order.give('manager', 'decide-pause', { granted: true });
    await again();
    expect(clock('finish').state).toBe('paused');
    at(8 * HOUR);
    await order.give('manager', 'resume');
    expect(clock('finish')).toMatchObject({
      state: 'running',
      pauses: [expect.objectContaining({ until: iso(8 * HOUR) })],
    });
    const paused = Date.parse(clock('finish').dueAt) - START - DAY;
    expect(paused).toBeGreaterThanOrEqual(110 * MINUTE);
    expect(paused).toBeLessThanOrEqual(2 * HOUR);
  });

  it('is extended before it is due', async () => {
    at(9 * HOUR);
    await order.give('head', 'ask-extension', {
      until: iso(2 * DAY),
      reason: '路面恢复须统一摊铺',
      form: { 'customer-informed': '已告知' },
    });
    // L-022: whoever waits is to be told of it
    expect(clock('extension-user')).toMatchObject({ state: 'running', startAt: iso(9 * HOUR), article: '第十三条' });
    at(9 * HOUR + 5 * MINUTE);
    await order.give('crew', 'record', { milestone: 'told:extension-user' });
    expect(clock('extension-user').state).toBe('met');
    await order.give('manager', 'decide-extension', { granted: true });
    expect(clock('finish').dueAt).toBe(iso(2 * DAY));
  });

  it('is supervised, handled, sent back for an incomplete reply, handled again and passed', async () => {
    at(10 * HOUR);
    await order.give('supervisor', 'supervise', { text: '请今天内回复用户' });
    at(11 * HOUR);
    await order.give('crew', 'handle', { form: { cause: '管道老化' } });
    expect(await order.attempt('reviewer', 'review-pass')).toMatchObject({
      status: 422,
      body: { code: 'gate-not-met' },
    });
    at(11 * HOUR + 10 * MINUTE);
    await order.give('reviewer', 'reject', { reason: '未写处理措施' });
    expect(order.detail.state).toBe('in-progress');
    at(11 * HOUR + 40 * MINUTE);
    const form = { cause: '管道老化', measures: '更换管段两米', 'contacted-in-time': true, agreed: true };
    await order.give('crew', 'handle', { form });
    at(11 * HOUR + 50 * MINUTE);
    await order.give('reviewer', 'review-pass');
    expect(order.detail.state).toBe('awaiting-call-back');
    expect(clock('finish').state).toBe('met');
  });

  it('is not closed before the caller was called back', async () => {
    at(12 * HOUR);
    expect((await order.attempt('reviewer', 'close')).body.code).toBe('call-back-first');
    await order.give('reviewer', 'call-back', { reached: true, satisfied: true });
    at(12 * HOUR + 2 * MINUTE);
    await order.give('reviewer', 'close');
    expect(order.detail.state).toBe('closed');
  });

  it('is opened again when the leak comes back, in a second round, and closed for good', async () => {
    at(2 * DAY);
    await order.give('reviewer', 'reopen', { reason: '修复处再次渗水', sameUnit: false });
    expect(order.detail).toMatchObject({ state: 'awaiting-dispatch', round: 2 });
    expect(clock('finish')).toMatchObject({ run: 2, dueAt: iso(3 * DAY) });
    at(2 * DAY + 2 * MINUTE);
    await order.give('dispatcher', 'cancel', { reason: '与另一工单为同一处，合并处理' });
    expect(order.detail.state).toBe('cancelled');
    await town.sweep();
    expect(
      await town.db.admin(`select 1 from work_orders.clock where state in ('running', 'warned', 'late', 'paused')`),
    ).toEqual([]);
  });

  it('leaves nothing that does not follow from its log', async () => {
    expect(await town.differences(utility)).toEqual([]);
  });

  it('keeps the caller masked until somebody says that he needs to see him', async () => {
    const { id } = order.detail.requests[0];
    expect(order.detail.requests[0]).toMatchObject({ phone: '129****1234' });
    const shown = await utility.voices.agent.must(`/api/requests/${id}/reveal`, {});
    expect(shown).toMatchObject({ reporter: '王小明', phone: '12900001234' });
    expect(await town.db.admin(`select object from identity.audit where action = 'personal.reveal'`)).toEqual([
      { object: `request:${id}` },
    ]);
  });
});
