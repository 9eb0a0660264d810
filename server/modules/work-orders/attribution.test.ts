import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localFiles } from '../../platform/files/files.ts';
import { buildServer } from '../../platform/http/server.ts';
import { HOUR, MINUTE } from '../../values/instant.ts';
import { ACTIONS, type Action, allowed, type Me } from '../identity/index.ts';
import { reportAttribution } from './actions/attribution.ts';
import { messages, routes } from './index.ts';
import { at, testPack } from './rules/testing.ts';
import { clocksPack, type Town, town } from './testing.ts';

/** Two orders on the morning of 2 March; the first closed, the second with the crew. */
let here: Town;
let app: FastifyInstance;
let first: number;
let second: number;
let people: Map<string, Me>;

const pack = {
  ...clocksPack,
  pauses: testPack.pauses.map((entry) =>
    entry.id === 'no-access' ? { ...entry, quote: '因客户原因改约，不计处理时间' } : entry,
  ),
};

beforeAll(async () => {
  here = await town(pack);
  const { me, time } = here;
  people = new Map(Object.values(me).map((one) => [String(one.staffId), one]));
  people.set('admin', { ...me.manager, roles: ['administrator'] });
  people.set('district', { ...me.supervisor, districts: ['nowhere'] });
  app = await buildServer({
    db: here.db,
    time,
    files: localFiles('/nowhere'),
    access: {
      actions: new Set<string>(ACTIONS),
      authenticate: async (headers) => people.get(String(headers['x-staff'])) ?? null,
      permits: (one, action) => allowed(one, action as Action) !== null,
      doors: [],
      mount: () => undefined,
    },
    routes: routes.map((route) => ({ ...route, messages })),
    catalogue: messages,
    info: { title: 't', version: '1', description: 't' },
    checkAnswers: true,
  });
  const walk = async (orderId: number, start: number) => {
    const step = (minute: number) => time.set(start + minute * MINUTE);
    step(3);
    await here.must(me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
    step(5);
    await here.must(me.head, orderId, 'accept', {});
    step(15);
    await here.must(me.head, orderId, 'assign', { handlerId: me.crew.staffId });
  };
  first = (await here.open()).orderId;
  await walk(first, at('10:00'));
  time.set(at('10:30'));
  await here.must(me.crew, first, 'ask-pause', {
    entry: 'no-access',
    reason: '改约',
    from: at('10:20'),
    until: at('11:00'),
  });
  await here.must(me.manager, first, 'decide-pause', { granted: true });
  time.set(at('11:30'));
  await here.must(me.crew, first, 'handle', { form: { cause: '腐蚀', agreed: true } });
  await here.must(me.reviewer, first, 'review-pass', {});
  time.set(at('11:40'));
  await here.must(me.reviewer, first, 'call-back', { reached: true, satisfied: true });
  await here.must(me.reviewer, first, 'close', {});
  time.set(at('12:00'));
  second = (await here.open({ event: 'no-water', receivedAt: at('12:00') })).orderId;
  await walk(second, at('12:00'));
  time.set(at('13:00'));
});
afterAll(() => app.close());

const get = (who: Me | string, url: string, lang = 'zh-CN') =>
  app.inject({
    method: 'GET',
    url,
    headers: { 'x-staff': typeof who === 'string' ? who : String(who.staffId), 'accept-language': lang },
  });
const DAY = 'from=2026-03-02&until=2026-03-03';
const report = async (who: Me | string, query = DAY) => (await get(who, `/api/reports/attribution?${query}`)).json();
const brief = (rows: { departmentId: string | null; holder: string; orders: number; seconds: number }[]) =>
  rows.map(({ departmentId, holder, orders, seconds }) => [departmentId, holder, orders, seconds / 60]);

describe('one order', () => {
  it('says with whom it lay, by name, and adds up to the time from receipt to close', async () => {
    const told = (await get(here.me.dispatcher, `/api/orders/${first}/attribution`)).json();
    expect(told).toMatchObject({ id: first, closed: true, ms: 100 * MINUTE, until: '2026-03-02T03:40:00.000Z' });
    expect(told.totals).toEqual([
      { holder: 'desk', name: '坐席', ms: 15 * MINUTE },
      { holder: 'department', name: '责任单位', ms: 10 * MINUTE },
      { holder: 'crew', name: '一线', ms: 35 * MINUTE },
      { holder: 'customer', name: '等客户', ms: 40 * MINUTE },
    ]);
    const waited = told.segments.find(({ holder }: { holder: string }) => holder === 'customer');
    expect(waited).toMatchObject({ entry: 'no-access', article: '第八条', becauseName: '暂停', staffName: null });
    const crew = told.segments.find(({ holder }: { holder: string }) => holder === 'crew');
    expect(crew).toMatchObject({ departmentName: '抢修中心', staffName: 'crew', becauseName: '转办一线' });
    const english = (await get(here.me.dispatcher, `/api/orders/${first}/attribution`, 'en')).json();
    expect(english.totals.map(({ name }: { name: string }) => name)).toEqual(['Desk', 'Unit', 'Crew', 'Customer']);
  });

  it('that is open goes on until now', async () => {
    const told = (await get(here.me.head, `/api/orders/${second}/attribution`)).json();
    expect(told).toMatchObject({ closed: false, until: '2026-03-02T05:00:00.000Z', ms: HOUR });
    expect(told.segments.at(-1)).toMatchObject({ holder: 'crew', ms: 45 * MINUTE, stateName: '处理中' });
  });

  it('is not found by whom it does not concern', async () => {
    expect((await get(here.me.otherHead, `/api/orders/${first}/attribution`)).statusCode).toBe(404);
    expect((await get(here.me.manager, '/api/orders/999999/attribution')).json().code).toBe('order-not-found');
  });
});

describe('the report', () => {
  it('tells for each unit and holder how many orders, how long, on average, and for nine in ten', async () => {
    const told = await report(here.me.manager);
    expect(told).toMatchObject({ orders: 2, from: '2026-03-01T16:00:00.000Z', until: '2026-03-02T16:00:00.000Z' });
    expect(brief(told.rows)).toEqual([
      [null, 'desk', 2, 6],
      ['repair', 'desk', 2, 14],
      ['repair', 'department', 2, 20],
      ['repair', 'crew', 2, 80],
      ['repair', 'customer', 1, 40],
    ]);
    expect(told.rows.find(({ holder }: { holder: string }) => holder === 'crew')).toMatchObject({
      departmentName: '抢修中心',
      name: '一线',
      mean: 2400,
      p90: 2700,
    });
    const sum = told.rows.reduce((total: number, { seconds }: { seconds: number }) => total + seconds, 0);
    expect(sum).toBe((100 + 60) * 60);
  });

  it('is the same however few orders are read at once', async () => {
    const reader = (tx: Parameters<Parameters<Town['as']>[0]>[0]) => ({
      tx,
      me: here.me.manager,
      time: here.time,
      lang: 'zh' as const,
    });
    const query = { from: '2026-03-02', until: '2026-03-03' };
    const [one, all] = [1, 200].map((batch) => here.as((tx) => reportAttribution(reader(tx), query, batch)));
    expect(await one).toEqual(await all);
  });

  it('counts of each order what lies in the period', async () => {
    const moment = (hour: string) => encodeURIComponent(`2026-03-02T${hour}+08:00`);
    const told = await report(here.me.manager, `from=${moment('10:10')}&until=${moment('10:30')}`);
    expect(brief(told.rows)).toEqual([
      ['repair', 'department', 1, 5],
      ['repair', 'crew', 1, 5],
      ['repair', 'customer', 1, 10],
    ]);
    expect((await report(here.me.manager, 'from=2026-03-03&until=2026-03-04')).orders).toBe(0);
    expect((await report(here.me.manager, 'from=2026-02-01&until=2026-03-02')).rows).toEqual([]);
  });

  it('may be narrowed to an event and to a unit', async () => {
    expect((await report(here.me.manager, `${DAY}&event=no-water`)).orders).toBe(1);
    expect((await report(here.me.manager, `${DAY}&event=no`)).orders).toBe(0);
    expect((await report(here.me.manager, `${DAY}&department=meters`)).rows).toEqual([]);
    const repair = await report(here.me.manager, `${DAY}&department=repair`);
    expect(new Set(repair.rows.map(({ departmentId }: { departmentId: string }) => departmentId))).toEqual(
      new Set(['repair']),
    );
  });

  it('shows a head his own unit only, a supervisor his districts, and nobody else anything', async () => {
    expect(brief((await report(here.me.head)).rows).map(([unit]) => unit)).toEqual([
      'repair',
      'repair',
      'repair',
      'repair',
    ]);
    expect((await report(here.me.head, `${DAY}&department=meters`)).rows).toEqual([]);
    expect((await report(here.me.otherHead, `${DAY}&department=repair`)).rows).toEqual([]);
    expect((await report(here.me.otherHead)).orders).toBe(0);
    expect((await report(here.me.supervisor)).orders).toBe(2);
    expect((await report('district')).orders).toBe(0);
    expect((await report('admin')).orders).toBe(2);
    for (const who of [here.me.agent, here.me.dispatcher, here.me.crew, here.me.reviewer]) {
      expect((await get(who, `/api/reports/attribution?${DAY}`)).statusCode).toBe(403);
    }
  });

  it('opens the orders behind each of its figures, and their times add up to it', async () => {
    const behind = async (who: Me | string, query: string) =>
      (await get(who, `/api/reports/attribution/orders?${DAY}&${query}`)).json();
    const { rows } = await report(here.me.manager);
    expect(rows.length).toBeGreaterThan(3);
    for (const { departmentId, holder, orders, seconds } of rows) {
      const told = await behind(here.me.manager, `unit=${departmentId ?? '-'}&holder=${holder}`);
      expect(told).toMatchObject({ orders, seconds });
      const sum = told.items.reduce((total: number, one: { seconds: number }) => total + one.seconds, 0);
      expect([told.items.length, sum]).toEqual([orders, seconds]);
    }
    const crew = await behind(here.me.manager, 'unit=repair&holder=crew');
    expect(crew.items.map(({ id, seconds }: { id: number; seconds: number }) => [id, seconds / 60])).toEqual([
      [second, 45],
      [first, 35],
    ]);
    expect(crew.items[0]).toMatchObject({ eventName: expect.any(String), stateName: '处理中', place: '湖滨路 1 号' });
    expect((await behind(here.me.manager, '')).seconds).toBe((100 + 60) * 60);
    expect((await behind(here.me.head, '')).orders).toBe(2);
    expect((await behind(here.me.head, 'department=meters')).orders).toBe(0);
    expect((await behind(here.me.otherHead, 'unit=repair')).items).toEqual([]);
    expect((await behind('district', '')).orders).toBe(0);
    expect((await behind(here.me.crew, '')).code).toBe('forbidden');
    expect((await behind(here.me.manager, 'holder=somebody')).code).toBe('invalid-input');
  });

  it('refuses a period that is none', async () => {
    const code = async (query: string) => (await report(here.me.manager, query)).code;
    expect(await code('from=2026-03-02&until=2026-03-02')).toBe('period-ends-before-it-begins');
    expect(await code('from=2026-02-30&until=2026-03-02')).toBe('time-not-valid');
    expect(await code('from=yesterday&until=2026-03-02')).toBe('time-not-valid');
    expect(await code('from=2026-03-02')).toBe('invalid-input');
  });
});
