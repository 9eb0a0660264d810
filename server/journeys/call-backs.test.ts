/** 回访 and 好差评 over HTTP: whom to call and when, what a call brings, and what customers answer themselves. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type City, city, type Driven, drive, type Parsed, type Utility, type Who } from './city/testing.ts';

vi.setConfig({ testTimeout: 60_000 });

let town: City;
let here: Utility;
let elsewhere: Utility;
const at = (time: string): number => Date.parse(`2026-03-${time}:00+08:00`);
const iso = (time: string): string => new Date(at(time)).toISOString();

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  here = await town.utility('hucheng', 'hucheng');
  elsewhere = await town.utility('elsewhere', 'hucheng');
}, 90_000);

/** An order whose work is done and passed: it waits to be called back. */
async function done(utility: Utility, more: object = {}): Promise<Driven & { requestId: number }> {
  const received = await utility.voices.agent.must('/api/requests', {
    ...{ channel: 'phone', event: 'consultation', content: '咨询水价', place: '湖滨东路 18 号' },
    ...{ reporter: '王小明', phone: '12900001234', contactTimes: '随时', form: { 'contact-time': '随时' } },
    ...more,
  });
  const order = await drive(utility, received.order);
  const give = async (who: Who, command: string, body: object = {}): Promise<void> => {
    const offer = order.detail.allowed.find(({ command: name }: Parsed) => name === command);
    const fields: Parsed[] = offer?.form?.fields ?? [];
    const form = Object.fromEntries(
      fields.map(({ id, type }) => [id, type === 'yes-no' ? true : type === 'number' ? 1 : '已处理']),
    );
    await order.give(who, command, { ...(fields.length > 0 ? { form } : {}), ...body });
  };
  const dispatch = { departmentId: 'repair', limit: new Date(town.time.now() + 86_400_000).toISOString() };
  await give('dispatcher', 'dispatch', dispatch);
  // the rest asks for forms of the one who gives it
  const as = async (who: Who): Promise<void> => {
    order.detail = (await utility.voices[who].get(`/api/orders/${order.id}`)).body;
  };
  await as('head');
  await give('head', 'accept');
  await give('head', 'assign', { handlerId: utility.crewId });
  await as('crew');
  await give('crew', 'handle');
  await as('reviewer');
  await give('reviewer', 'review-pass');
  return Object.assign(order, { requestId: received.request.id });
}

const list = async (who: Who = 'reviewer', utility = here): Promise<Parsed[]> =>
  (await utility.voices[who].get('/api/call-backs')).body.calls;
const listed = async (order: Driven): Promise<Parsed | undefined> =>
  (await list()).find(({ orderId }) => orderId === order.id);
const take = (order: Driven & { requestId: number }, who: Who = 'reviewer') =>
  here.voices[who].post(`/api/call-backs/${order.id}/take`, { requestId: order.requestId });
const end = (order: Driven & { requestId: number }, body: object, who: Who = 'reviewer') =>
  here.voices[who].post(`/api/call-backs/${order.id}/end`, { requestId: order.requestId, next: null, ...body });
const metric = async (): Promise<Parsed> => {
  town.time.advance(60_000);
  const { metrics } = (await here.voices.manager.get('/api/reports/metrics?month=2026-03')).body;
  return metrics.find(({ id }: Parsed) => id === 'satisfaction');
};
const followUps = async (): Promise<Parsed[]> => (await here.voices.reviewer.get('/api/call-backs/follow-ups')).body;

describe('the list of who is to be called', () => {
  it('is offered to nobody in quiet hours, by the article of the rulebook', async () => {
    town.time.set(at('02T21:50'));
    const order = await done(here);
    expect(await listed(order)).toMatchObject({
      ...{ standing: 'callable', callAt: null, eventName: '咨询', unit: '抢修维修', triesUsed: 0 },
      ...{ reporter: '王*', phone: '129****1234', quiet: { from: 1320, until: 510 } },
    });
    town.time.set(at('02T22:00'));
    expect(await listed(order)).toMatchObject({ standing: 'later', because: 'quiet', callAt: iso('03T08:30') });
    const refused = await take(order);
    expect(refused).toMatchObject({ status: 422, body: { code: 'call-later-quiet' } });
    expect(refused.body.detail).toContain('2026-03-03 08:30');
    expect(refused.body.quote).toContain('夜間22點后');
    town.time.set(at('03T08:30'));
    expect(await listed(order)).toMatchObject({ standing: 'callable' });
  });

  it('gives one call to one person, with the number, the script, and a line in the audit log', async () => {
    const [order] = (await list()) as [Parsed];
    const mine = { id: order.orderId, requestId: order.requestId } as Driven & { requestId: number };
    const taken = await take(mine);
    expect(taken.body).toMatchObject({ phone: '12900001234', reporter: '王小明', until: iso('03T08:45') });
    expect(taken.body.script.text).toContain(`工单号 ${order.number}`);
    expect(taken.body.script.text).toContain('抢修维修已经处理');
    const log = await here.voices.manager.get(`/api/audit?order=${order.number}`);
    expect(JSON.stringify(log.body)).toContain('personal.reveal');
    expect(await take(mine, 'agent')).toMatchObject({ status: 409, body: { code: 'call-taken' } });
    expect((await list('agent'))[0].takenBy).toMatchObject({ name: 'reviewer' });
    expect(await end(mine, { reached: false, outcome: 'busy' }, 'agent')).toMatchObject({
      body: { code: 'call-taken' },
    });
    // gone for a quarter of an hour: somebody else may
    town.time.set(at('03T08:46'));
    expect((await take(mine, 'agent')).status).toBe(200);
    await here.voices.agent.must(`/api/call-backs/${mine.id}/leave`, { requestId: mine.requestId });
    expect(await end(mine, { reached: true, rating: 'satisfied' })).toMatchObject({ body: { code: 'call-not-taken' } });
  });

  it('writes down each try, spaces them, and ends with 未接通', async () => {
    const order = await done(here);
    const tryOnce = async (time: string, body: object): Promise<void> => {
      town.time.set(at(time));
      expect((await take(order)).status).toBe(200);
      expect(await end(order, { reached: false, ...body })).toMatchObject({
        status: 200,
        body: { state: 'awaiting-call-back' },
      });
    };
    await tryOnce('03T09:00', { outcome: 'no-answer' });
    expect(await listed(order)).toMatchObject({ standing: 'later', because: 'spacing', callAt: iso('03T11:00') });
    expect(await take(order)).toMatchObject({ body: { code: 'call-later-spacing' } });
    await tryOnce('03T11:00', { outcome: 'later', later: '2026-03-03T15:00:00+08:00', note: '在开会' });
    expect(await listed(order)).toMatchObject({ standing: 'later', because: 'asked', callAt: iso('03T15:00') });
    await tryOnce('03T15:00', { outcome: 'busy' });
    expect((await listed(order))?.triesUsed).toBe(2);
    await tryOnce('03T17:00', { outcome: 'off' });
    const unreached = await listed(order);
    expect(unreached).toMatchObject({ standing: 'unreached', because: 'tries', triesUsed: 3 });
    expect(unreached?.tries.map(({ outcome }: Parsed) => outcome)).toEqual(['no-answer', 'later', 'busy', 'off']);
    const detail = (await here.voices.reviewer.get(`/api/orders/${order.id}`)).body;
    expect(detail.timeline.map(({ text }: Parsed) => text)).toContain(
      '回访未接通：请稍后再打；约定再打 2026-03-03 15:00；在开会',
    );
    // he is told that he was called, once
    const missed = `select count(*)::int as n from notices.telling where event = 'call-back-missed' and order_id = $1`;
    expect(await town.db.admin(missed, [order.id])).toEqual([{ n: 1 }]);
    // the reviewer closes it with everything tried
    expect((await here.voices.reviewer.post(`/api/orders/${order.id}/close`, { version: detail.version })).status).toBe(
      200,
    );
    expect(await listed(order)).toBeUndefined();
  });

  it('keeps who was closed before the tries were used up, where the rulebook wants him called', async () => {
    const order = await done(here);
    await order.give('reviewer', 'call-back', { reached: false, outcome: 'no-answer' });
    await order.give('reviewer', 'close');
    expect(await listed(order)).toMatchObject({ closed: true, standing: 'later', because: 'spacing' });
    town.time.set(at('03T19:00'));
    expect((await take(order)).status).toBe(200);
    expect((await end(order, { reached: true, rating: 'very-satisfied' })).body).toEqual({ state: 'closed' });
    expect(await listed(order)).toBeUndefined();
  });

  it('shows another utility nothing, and tells of no order it may not see', async () => {
    expect(await list('reviewer', elsewhere)).toEqual([]);
    const [order] = (await list()) as [Parsed];
    const body = { requestId: order.requestId };
    for (const deed of ['take', 'leave'])
      expect((await elsewhere.voices.reviewer.post(`/api/call-backs/${order.orderId}/${deed}`, body)).status).toBe(404);
    expect((await here.voices.head.get('/api/call-backs')).status).toBe(403);
  });
});

describe('a call', () => {
  it('rates and closes in one step, and the metrics of the rulebook count it', async () => {
    town.time.set(at('04T09:00'));
    const order = await done(here);
    await take(order);
    const ended = await end(order, { reached: true, rating: 'basically-satisfied', solved: true, next: 'close' });
    expect(ended.body).toEqual({ state: 'closed' });
    const detail = (await here.voices.reviewer.get(`/api/orders/${order.id}`)).body;
    expect(detail.facts.satisfaction).toBe('satisfied');
    expect(detail.requests[0]).toMatchObject({ rating: 'basically-satisfied', satisfied: true });
    expect(detail.timeline.map(({ text }: Parsed) => text)).toContain('用户评价：基本满意');
    expect(await metric()).toMatchObject({ numerator: '2', denominator: '2' });
  });

  it('with a low rating reopens the order, and the follow-up is answered by that', async () => {
    const order = await done(here);
    await take(order);
    const low = { reached: true, rating: 'very-dissatisfied', solved: false, note: '还是没有水' };
    // all of it or nothing
    expect((await end(order, { ...low, next: 'reopen', reason: '' })).status).toBe(422);
    expect((await listed(order))?.standing).toBe('callable');
    expect((await end(order, { ...low, next: 'reopen', reason: '客户反映没有解决' })).body.state).toBe(
      'awaiting-acceptance',
    );
    expect(await followUps()).toMatchObject([
      {
        orderId: order.id,
        rating: 'very-dissatisfied',
        settlement: 'reopened',
        reason: '客户反映没有解决',
        words: '还是没有水',
      },
    ]);
    expect(await metric()).toMatchObject({ numerator: '2', denominator: '3' });
  });

  it('with a low rating that changes nothing is followed up by somebody until he says why', async () => {
    const order = await done(here);
    await take(order);
    await end(order, { reached: true, rating: 'dissatisfied', next: 'close' });
    const open = async () => (await followUps()).find(({ settledAt }) => settledAt === null);
    expect(await open()).toMatchObject({ orderId: order.id, owner: null, unit: '抢修维修', dueAt: iso('05T09:02') });
    const answer = (body: object) =>
      here.voices.reviewer.post(`/api/call-backs/${order.id}/follow-up`, { requestId: order.requestId, ...body });
    expect((await answer({})).status).toBe(200);
    expect(await open()).toMatchObject({ owner: 'reviewer' });
    expect((await answer({ reason: ' ' })).body.code).toBe('explanation-missing');
    expect((await answer({ reason: '水价由政府核定，已当面说明' })).status).toBe(200);
    expect(await open()).toBeUndefined();
    expect((await answer({ reason: '再说一次' })).body.code).toBe('follow-up-answered');
  });

  it('is refused a rating nobody gave', async () => {
    const order = await done(here);
    await take(order);
    expect((await end(order, { reached: false, rating: 'satisfied' })).body.code).toBe('rating-does-not-fit');
    const later = { reached: false, outcome: 'later', later: '2026-03-04T08:00:00+08:00' };
    expect((await end(order, later)).body.code).toBe('call-later-in-past');
  });
});

describe('the settings', () => {
  it('are the managers’ to change, and say what is wrong with them', async () => {
    const url = '/api/call-backs/settings';
    const { body } = await here.voices.deputy.get(url);
    expect(body).toMatchObject({ tries: 3, spacing: 120, low: ['dissatisfied', 'very-dissatisfied'], address: null });
    expect((await here.voices.agent.put(url, body)).status).toBe(403);
    const wrong = await here.voices.manager.put(url, { ...body, script: '您好{phone}' });
    expect(wrong.body).toMatchObject({ code: 'script-blank-unknown' });
    expect((await here.voices.manager.put(url, { ...body, address: 'water.example' })).body.code).toBe(
      'address-not-valid',
    );
    const changed = { ...body, tries: 1, address: 'https://water.example.cn' };
    expect((await here.voices.manager.put(url, changed)).body).toEqual(changed);
    expect((await here.voices.deputy.get(url)).body).toEqual(changed);
    expect((await elsewhere.voices.deputy.get(url)).body.tries).toBe(3);
  });
});

describe('a link to rate by', () => {
  const told = (order: Driven): Promise<Parsed[]> =>
    town.db.admin(
      `select t.variables ->> 'link' as link from notices.telling t where t.event = 'satisfaction-asked' and t.order_id = $1`,
      [order.id],
    );
  /** As the customer has it: where this server answers. */
  const linkOf = async (order: Driven): Promise<string> => {
    const [one, ...more] = await told(order);
    expect(more).toEqual([]);
    return String(one?.link).replace('https://water.example.cn', town.base);
  };
  const page = async (url: string, answer?: Record<string, string>) => {
    const body = answer && new URLSearchParams(answer).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'zh-CN' };
    const got = await fetch(url, body === undefined ? { headers } : { method: 'POST', headers, body });
    return { status: got.status, text: await got.text(), headers: got.headers };
  };
  /** Closed though nobody was reached. */
  const closed = async (more: object = {}): Promise<Driven & { requestId: number }> => {
    const order = await done(here, more);
    await order.give('reviewer', 'call-back', { reached: false, outcome: 'no-answer' });
    await order.give('reviewer', 'close');
    return order;
  };

  it('is sent to who was not reached, once; not to who was, nor to 12345, which asks its callers itself', async () => {
    town.time.set(at('06T09:00'));
    const order = await closed();
    expect(await linkOf(order)).toMatch(/\/r\/[\w-]{32}$/);
    const kept = JSON.stringify(await town.db.admin('select * from call_backs.rating_ask'));
    expect(kept).not.toContain((await linkOf(order)).split('/r/')[1]);
    const reached = await done(here);
    await reached.give('reviewer', 'call-back', { reached: true, rating: 'satisfied' });
    await reached.give('reviewer', 'close');
    expect(await told(reached)).toEqual([]);
    expect(await told(await closed({ channel: 'hotline-12345' }))).toEqual([]);
  });

  it('shows nothing of who it is for, and is answered without signing in', async () => {
    const order = await closed();
    const link = await linkOf(order);
    const first = await page(link);
    expect(first).toMatchObject({ status: 200 });
    expect(first.headers.get('cache-control')).toBe('no-store');
    for (const own of ['王小明', '王', '12900001234', '1234', '湖滨东路']) expect(first.text).not.toContain(own);
    expect(first.text).toContain(order.number);
    expect(await page(`${link}?lang=en`)).toMatchObject({ text: expect.stringContaining('How satisfied are you') });
    expect(await page(link, { words: '还行' })).toMatchObject({
      status: 422,
      text: expect.stringContaining('请选择您的评价'),
    });
    expect(await page(link, { rating: 'splendid' })).toMatchObject({ status: 422 });
    expect((await page(link, { rating: 'satisfied', words: '<b>快</b>' })).text).toContain('您的评价：满意');
    // written in the order's own log; whoever wrote was called back in writing
    const detail = (await here.voices.reviewer.get(`/api/orders/${order.id}`)).body;
    expect(detail.facts.satisfaction).toBe('satisfied');
    expect(detail.requests[0]).toMatchObject({ rating: 'satisfied', calledBackAt: iso('06T09:00') });
    expect(detail.timeline.map(({ text }: Parsed) => text)).toContain('用户评价：满意；<b>快</b>');
    expect(await listed(order)).toBeUndefined();
    expect((await page(link)).text).toContain('&lt;b&gt;快');
  });

  it('may be answered otherwise for a day, and what is low opens a follow-up', async () => {
    const order = await closed();
    const link = await linkOf(order);
    await page(link, { rating: 'satisfied', words: '' });
    town.time.set(at('07T08:00'));
    const low = await page(link, { rating: 'very-dissatisfied', words: '又漏水了' });
    expect(low.text).toContain('我们会就此回访、整改');
    const open = async () => (await followUps()).find((one) => one.orderId === order.id && one.settledAt === null);
    expect(await open()).toMatchObject({ rating: 'very-dissatisfied', words: '又漏水了', dueAt: iso('08T08:00') });
    // reviewers and the head of the unit hear of it
    for (const who of ['reviewer', 'head'] as const) {
      const { items } = (await here.voices[who].get('/api/inbox')).body;
      expect(items.map(({ text }: Parsed) => text)).toContain(`${order.number} 客户评价：非常不满意，请整改回访。`);
    }
    // the same sent twice is once
    const entries = async () => (await here.voices.reviewer.get(`/api/orders/${order.id}`)).body.timeline.length;
    const before = await entries();
    await page(link, { rating: 'very-dissatisfied', words: '又漏水了' });
    expect(await entries()).toBe(before);
    town.time.set(at('07T09:00'));
    expect(await page(link, { rating: 'satisfied', words: '' })).toMatchObject({
      status: 410,
      text: expect.stringContaining('已经评价过了'),
    });
    expect((await open())?.rating).toBe('very-dissatisfied');
    // reopened: answered by that, and the link is for a round that is over
    await here.voices.reviewer.must(`/api/orders/${order.id}/reopen`, {
      version: (await here.voices.reviewer.get(`/api/orders/${order.id}`)).body.version,
      reason: '客户评价非常不满意',
    });
    expect(await open()).toBeUndefined();
    expect(await page(link)).toMatchObject({ status: 410, text: expect.stringContaining('正在重新办理') });
  });

  it('is refused forged, expired, and asked for too often', async () => {
    const link = await linkOf(await closed());
    const forged = link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A');
    for (const wrong of [forged, `${town.base}/r/x`, `${town.base}/r/${'%27'.repeat(20)}`])
      expect(await page(wrong)).toMatchObject({ status: 410, text: expect.stringContaining('无效或已过期') });
    expect(await page(forged, { rating: 'satisfied' })).toMatchObject({ status: 410 });
    town.time.advance(7 * 86_400_000);
    expect(await page(link, { rating: 'satisfied' })).toMatchObject({
      status: 410,
      text: expect.stringContaining('已过期'),
    });
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await page(link)).status));
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
  });

  it('leave the log and what is folded from it agreed', async () => {
    expect(await town.differences(here)).toEqual([]);
  });
});
