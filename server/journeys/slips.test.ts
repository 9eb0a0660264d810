/** A slip from the rulebook to the door: written, printed, served, and what that is to the order's clocks. */
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { notify } from '../modules/notices/index.ts';
import { recordTold } from '../modules/progress/index.ts';
import { type City, city, type Driven, drive, PASSWORD, type Parsed, type Utility } from './city/testing.ts';

vi.setConfig({ testTimeout: 60_000 });

const START = '2026-03-02T10:00:00+08:00';
const FIELDS = { 'supply-number': '100200300', usage: '86 立方米', usual: '12 立方米', cause: '马桶水箱渗漏' };
let town: City;
let here: Utility;
let elsewhere: Utility;
let order: Driven;
let token: string;

/** As the printer gets it. */
async function pdf(ids: number[], of = 'pdf'): Promise<{ status: number; type: string; pages: string[] }> {
  const answer = await fetch(`${town.base}/api/slips/${of}?ids=${ids.join(',')}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const type = answer.headers.get('content-type') ?? '';
  if (!answer.ok) return { status: answer.status, type, pages: [JSON.stringify(await answer.json())] };
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), {
    mergePages: false,
  });
  return { status: answer.status, type, pages: text.map((page) => page.normalize('NFKC').replaceAll(/\s/gu, '')) };
}

const ofOrder = async (): Promise<Parsed> => (await here.voices.agent.get(`/api/orders/${order.id}/slips`)).body;
const later = (minutes: number): string => {
  town.time.advance(minutes * 60_000);
  return new Date(town.time.now()).toISOString();
};

interface Queued {
  event: string;
  body: string;
  phone: string;
  name: string;
  channel: string;
  state: string;
}
const queued = (number: string): Promise<Queued[]> =>
  town.db.admin<Queued>(
    `select t.event, t.wording->n.channel->'zh'->>'body' as body, n.phone, n.name, n.channel, n.state
     from notices.notice n join notices.telling t using (utility_id, telling_id)
     join work_orders.work_order o on o.utility_id = t.utility_id and o.order_id = t.order_id where o.number = $1 order by n.notice_id`,
    [number],
  );

beforeAll(async () => {
  town = await city(START);
  here = await town.utility('quan', 'jinan');
  elsewhere = await town.utility('elsewhere', 'c12-service-rules');
  // nobody knows how to reach him
  const report = {
    channel: 'field',
    content: '抄表发现用水量突增',
    place: '泉城路 18 号 3 单元 201 室',
    event: 'usage-abnormal',
    reporter: '欧阳珺',
    facts: { 'contact-left': false },
  };
  order = await drive(here, (await here.voices.agent.must('/api/requests', report)).order);
  await order.give('dispatcher', 'dispatch', { departmentId: 'repair', limit: '2026-03-04T10:00:00+08:00' });
  await order.give('head', 'accept');
  const signedIn = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'quan-agent', password: PASSWORD }),
  });
  ({ token } = (await signedIn.json()) as { token: string });
}, 90_000);

describe('a slip of an order', () => {
  let slip: Parsed;

  it('is offered with the fields and words of the rulebook, and refused while one of them is empty', async () => {
    const { offered, written } = await ofOrder();
    expect(written).toEqual([]);
    expect(offered).toMatchObject([{ kind: 'anomaly-slip', name: '水量异常波动通知单', clauses: ['J-100'] }]);
    expect(offered[0].fields.map(({ name }: Parsed) => name)).toEqual(['给水号', '本期水量', '往期水量', '排查原因']);
    const { cause: _cause, ...rest } = FIELDS;
    const wanting = await here.voices.agent.post('/api/slips', {
      kind: 'anomaly-slip',
      orderId: order.id,
      fields: rest,
    });
    expect(wanting).toMatchObject({
      status: 422,
      body: { code: 'slip-field-missing', detail: expect.stringContaining('排查原因') },
    });
    expect(
      await here.voices.agent.post('/api/slips', { kind: 'demand-slip', orderId: order.id, fields: {} }),
    ).toMatchObject({
      status: 422,
      body: { code: 'slip-unknown' },
    });
  });

  it('is printed with all of them and the name in full, which is written down', async () => {
    slip = await here.voices.agent.must('/api/slips', { kind: 'anomaly-slip', orderId: order.id, fields: FIELDS });
    expect(slip).toMatchObject({ state: 'to-print', orderNumber: order.number });
    expect(slip.to).not.toContain('珺');
    const unprinted = await here.voices.agent.post('/api/slips/served', {
      slipId: slip.id,
      at: later(1),
      manner: 'posted',
    });
    expect(unprinted.body.code).toBe('slip-not-printed');
    const { type, pages } = await pdf([slip.id]);
    expect(type).toBe('application/pdf');
    expect(pages).toHaveLength(1);
    const words = [
      'quan',
      '水量异常波动通知单',
      slip.number,
      '欧阳珺',
      '泉城路18号3单元201室',
      ...Object.values(FIELDS),
    ];
    for (const word of [...words, '给水号', '本期水量', '往期水量', '排查原因', '签收人', '4.巡检到位2)'])
      expect(pages[0]).toContain(word.replaceAll(' ', ''));
    const rows = await town.db.admin<{ action: string }>(
      `select action from identity.audit where object = $1 order by audit_id`,
      [`slip:${slip.id}`],
    );
    expect(rows.map(({ action }) => action)).toEqual(['slip.written', 'slip.printed']);
  });

  it('stops the clock of its notice when it is served, which is refused for what cannot be', async () => {
    await order.give('head', 'record', { milestone: 'cause-found' });
    const clock = async (): Promise<string> =>
      (await here.voices.agent.get(`/api/orders/${order.id}/clocks`)).body.find(({ id }: Parsed) =>
        id.startsWith('anomaly-poster/'),
      )?.state;
    expect(await clock()).toBe('running');
    const serve = (body: object) => here.voices.agent.post('/api/slips/served', { slipId: slip.id, ...body });
    expect((await serve({ at: later(2), manner: 'handed' })).body.code).toBe('slip-receiver-missing');
    expect((await serve({ at: '2026-03-01T10:00:00+08:00', manner: 'posted' })).body.code).toBe(
      'slip-served-before-written',
    );
    expect((await serve({ at: '2026-03-05T10:00:00+08:00', manner: 'posted' })).body.code).toBe(
      'slip-served-in-future',
    );
    const strange = { attachmentId: '00000000-0000-4000-8000-000000000001' };
    expect((await serve({ at: later(0), manner: 'posted', ...strange })).body.code).toBe('slip-photo-unknown');
    expect(await clock()).toBe('running');
    const served = await serve({ at: later(1), manner: 'posted' });
    expect(served.body).toMatchObject({ state: 'served', manner: 'posted', milestone: 'told:anomaly-poster' });
    expect(await clock()).toBe('met');
    const { timeline } = (await here.voices.agent.get(`/api/orders/${order.id}`)).body;
    expect(JSON.stringify(timeline)).toContain(slip.number);
    expect((await serve({ at: later(1), manner: 'posted' })).body.code).toBe('slip-served-already');
    expect((await here.voices.agent.post('/api/slips/void', { slipId: slip.id, reason: '误' })).body.code).toBe(
      'slip-served-already',
    );
  });

  it('is nobody else’s: another utility, who may only read', async () => {
    expect((await elsewhere.voices.agent.get(`/api/slips?number=${slip.number}`)).body.slips).toEqual([]);
    expect((await elsewhere.voices.agent.post('/api/slips/void', { slipId: slip.id, reason: '误' })).body.code).toBe(
      'slip-not-found',
    );
    expect((await here.voices.reviewer.get(`/api/slips/pdf?ids=${slip.id}`)).status).toBe(403);
    expect((await here.voices.reviewer.get(`/api/slips?number=${slip.number}`)).body.slips).toHaveLength(1);
  });
});

describe('slips without an order', () => {
  it('are written by the rulebook in force, printed many in one file, and found by the number in the square', async () => {
    const { body: kinds } = await here.voices.dispatcher.get('/api/slips/kinds');
    expect(kinds.map(({ name }: Parsed) => name)).toEqual(expect.arrayContaining(['水费催缴通知单', '限压停水通知单']));
    const ids: number[] = [];
    for (const name of ['王某甲', '王某乙', '王某丙']) {
      const fields = { 'supply-number': '100', period: '2026 年 1 月', amount: '128.40 元' };
      ids.push(
        (await here.voices.agent.must('/api/slips', { kind: 'demand-slip', name, address: '泉城路', fields })).id,
      );
    }
    const nobody = { kind: 'demand-slip', fields: { 'supply-number': '1', period: '1', amount: '1' } };
    expect((await here.voices.agent.post('/api/slips', nobody)).body.code).toBe('slip-addressee-missing');
    const mistaken = ids.pop() as number;
    await here.voices.agent.must('/api/slips/void', { slipId: mistaken, reason: '金额有误' });
    expect((await pdf([...ids, mistaken])).pages[0]).toContain('slip-is-void');
    const listed = async (list: string): Promise<number[]> =>
      (await here.voices.manager.get(`/api/slips?list=${list}`)).body.slips.map(({ id }: Parsed) => id);
    // what was refused printed none of them
    expect(await listed('to-print')).toEqual(ids);
    const { pages } = await pdf(ids);
    expect(pages.map((page) => /王某./u.exec(page)?.[0])).toEqual(['王某甲', '王某乙']);
    expect(await listed('to-print')).toEqual([]);
    const found = (await here.voices.manager.get(`/api/slips?number=${ids[1]}`)).body;
    expect(found).toMatchObject({
      slips: [{ id: ids[1], state: 'to-serve' }],
      counts: { 'to-print': 0, 'to-serve': 2, served: 1, void: 1 },
    });
    await here.voices.agent.must('/api/slips/served', {
      slipId: ids[0],
      at: later(5),
      manner: 'handed',
      receiver: '王某甲',
    });
    expect(await listed('to-serve')).toEqual([ids[1]]);
    // the unit sees what it wrote and its orders', not the desk's
    expect((await here.voices.head.get('/api/slips?list=to-serve')).body.slips).toEqual([]);
  });
});

describe('notices that go on paper', () => {
  it('are printed in the words of their template with what they rest on, and served at their desk', async () => {
    const told = await town.db.transaction(here.utilityId, (tx) =>
      notify(tx, town.time, {
        event: 'stop-user',
        key: 'account:100200300',
        recipients: [{ kind: 'customer', name: '周某丙' }],
        variables: { account: '100200300', reason: '欠费', from: '3月20日 9:00' },
        channels: ['slip'],
        proof: true,
        clauses: ['“六位一体”客户代表服务规范 3.催缴到位(1)'],
      }),
    );
    const id = told.ok ? (told.value.notices[0] ?? 0) : 0;
    const { status, pages } = await pdf([id], 'notices');
    expect(status).toBe(200);
    for (const word of ['限压停水通知单', '周某丙', '100200300', '3月20日9:00', '3.催缴到位(1)', '签收人'])
      expect(pages[0]).toContain(word);
    expect((await pdf([id, 999_999], 'notices')).pages[0]).toContain('slip-notice-unknown');
    const served = await here.voices.agent.must(`/api/notices/${id}/serve`, { words: '当面签收' });
    expect(served).toMatchObject({ state: 'served' });
    const audited = await town.db.admin(`select from identity.audit where object = $1 and action = 'slip.printed'`, [
      `notice:${id}`,
    ]);
    expect(audited).toHaveLength(1);
  });
});

describe('callers are told what becomes of their order', () => {
  const report = {
    ...{ channel: 'phone', content: '水压低', place: '泉城路 20 号', event: 'low-pressure', reporter: '周某某' },
    ...{ phone: '12900005678', contactTimes: '随时' },
  };
  let mine: Driven;
  /** What a command's form wants, filled in. */
  const filled = (command: string): Record<string, unknown> => {
    const fields = mine.detail.allowed.find((one: Parsed) => one.command === command)?.form?.fields ?? [];
    const value = (type: string): unknown => (type === 'yes-no' ? true : type === 'number' ? 1 : '已核实');
    return Object.fromEntries(fields.map(({ id, type }: Parsed) => [id, value(type)]));
  };

  it('with its number when it is received; who left no number stands on a list', async () => {
    mine = await drive(here, (await here.voices.agent.must('/api/requests', report)).order);
    const [told, ...more] = await queued(mine.number);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      event: 'order-received',
      phone: '12900005678',
      name: '周某某',
      channel: 'sms',
      state: 'queued',
    });
    expect(told?.body).toContain(mine.number);
    expect(await queued(order.number)).toEqual([]);
    const { facts, untold } = (await here.voices.manager.get('/api/progress')).body;
    expect(untold).toMatchObject([{ number: order.number, fact: 'received' }]);
    expect(facts.map(({ fact, told: is }: Parsed) => [fact, is])).toEqual([
      ...[
        ['received', true],
        ['dispatched', false],
        ['appointment', true],
        ['extended', true],
        ['handled', true],
      ],
    ]);
    expect((await elsewhere.voices.manager.get('/api/progress')).body.untold).toEqual([]);
    expect((await here.voices.agent.get('/api/progress')).status).toBe(403);
  });

  it('of the appointment and the result, and of nothing that is switched off', async () => {
    const at = new Date(town.time.now() + 86_400_000).toISOString();
    await mine.give('dispatcher', 'promise', { plans: { 'appointment.start': at } });
    await mine.give('dispatcher', 'dispatch', {
      departmentId: 'repair',
      limit: '2026-03-04T10:00:00+08:00',
      form: filled('dispatch'),
    });
    expect((await queued(mine.number)).map(({ event }) => event)).toEqual(['order-received', 'order-appointment']);
    expect((await here.voices.manager.put('/api/progress/appointment', { told: false })).status).toBe(200);
    await mine.give('dispatcher', 'promise', {
      plans: { 'appointment.start': new Date(town.time.now() + 90_000_000).toISOString() },
    });
    await mine.give('head', 'accept');
    await mine.give('head', 'assign', { handlerId: here.crewId });
    await mine.give('crew', 'record', { milestone: 'contacted' });
    await mine.give('crew', 'handle', { form: filled('handle') });
    expect((await queued(mine.number)).map(({ event }) => event)).toEqual(['order-received', 'order-appointment']);
    await mine.give('reviewer', 'review-pass', {
      form: { 'contacted-in-time': true, cause: '减压阀损坏', measures: '已更换减压阀，水压恢复', confirmed: '已恢复' },
    });
    const told = (await queued(mine.number)).at(-1);
    expect(told).toMatchObject({ event: 'order-handled', phone: '12900005678' });
    expect(told?.body).toContain('已办理：已更换减压阀，水压恢复。');
  });
});

describe('what the rulebook wants told', () => {
  it('is sent to the callers, and recorded in the order when it has gone out, not before', async () => {
    const { voices, utilityId } = elsewhere;
    const report = { channel: 'phone', content: '水压低', place: '东昌路 1 号', event: 'low-pressure' };
    const { order: one } = await voices.agent.must('/api/requests', {
      ...report,
      reporter: '孙某',
      phone: '12900001111',
    });
    const late = await drive(elsewhere, one);
    const tellings = async (): Promise<Parsed> => (await voices.agent.get(`/api/orders/${one.id}/tellings`)).body;
    expect(await tellings()).toEqual({ offered: [], asked: [] });
    await late.give('dispatcher', 'dispatch', { departmentId: 'repair' });
    await late.give('head', 'accept');
    expect((await tellings()).offered).toMatchObject([{ id: 'progress', article: '第五条4' }]);
    const tell = (body: object) => voices.head.post(`/api/orders/${one.id}/tellings`, body);
    expect((await tell({ notice: 'unsolved', words: '好' })).body.code).toBe('telling-not-offered');
    const told = await tell({ notice: 'progress', words: '配件未到，预计三日后修复' });
    expect(told.body).toMatchObject({
      offered: [],
      asked: [{ notice: 'progress', out: 0, all: 1, recorded: false }],
    });
    expect((await queued(one.number)).at(-1)).toMatchObject({
      event: 'order-told',
      phone: '12900001111',
      name: '孙某',
    });
    expect((await tell({ notice: 'progress', words: '再说一次' })).body.code).toBe('telling-not-offered');

    expect(await recordTold(town.db, town.time, [utilityId])).toBe(0);
    town.time.advance(60_000);
    await town.db.admin(
      `update notices.notice set state = 'sent', sent_at = $1 where utility_id = $2 and order_id = $3`,
      [new Date(town.time.now()), utilityId, one.id],
    );
    expect(await recordTold(town.db, town.time, [utilityId])).toBe(1);
    expect(await recordTold(town.db, town.time, [utilityId])).toBe(0);
    expect((await tellings()).asked).toMatchObject([{ out: 1, recorded: true, refused: false }]);
    const { body } = await voices.agent.get(`/api/orders/${one.id}/clocks`);
    expect(body.find(({ id }: Parsed) => id.startsWith('progress/'))).toMatchObject({
      state: 'met',
      stoppedAt: new Date(town.time.now()).toISOString(),
    });
    expect(await town.differences(elsewhere)).toEqual([]);
  });
});

describe('afterwards', () => {
  it('every order is as its log says', async () => {
    expect(await town.differences(here)).toEqual([]);
  });
});
