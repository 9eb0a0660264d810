import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localFiles } from '../../platform/files/files.ts';
import { buildServer } from '../../platform/http/server.ts';
import { ACTIONS, type Action, allowed, type Me } from '../identity/index.ts';
import * as notices from '../notices/index.ts';
import { contributeRequests, messages, routes, sweep } from './index.ts';
import { at } from './rules/testing.ts';
import { type Town, town } from './testing.ts';

let here: Town;
let app: FastifyInstance;
let folder: string;
let keys = 0;

beforeAll(async () => {
  here = await town();
  folder = await mkdtemp(path.join(tmpdir(), 'gongshui-orders-'));
  const people = new Map(Object.values(here.me).map((me) => [String(me.staffId), me]));
  contributeRequests({
    ofOrder: async () => [
      {
        id: 71,
        channel: 'phone',
        receivedAt: at('10:00'),
        reporter: '王小明',
        phone: '13812344127',
        contactTimes: '随时',
        place: '湖滨路',
        content: '冒水',
        sourceRef: null,
        owner: { staffId: null, unit: null },
        handOvers: [],
        earlier: 0,
        repeatOf: null,
      },
    ],
  });
  app = await buildServer({
    db: here.db,
    time: here.time,
    files: localFiles(folder),
    access: {
      actions: new Set<string>(ACTIONS),
      authenticate: async (headers) => people.get(String(headers['x-staff'])) ?? null,
      permits: (me, action) => allowed(me, action as Action) !== null,
      doors: [],
      mount: () => undefined,
    },
    routes: [...routes, ...notices.routes].map((route) => ({
      ...route,
      messages: { ...messages, ...notices.messages },
    })) as typeof routes,
    catalogue: messages,
    info: { title: 't', version: '1', description: 't' },
    checkAnswers: true,
  });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (me: Me, url: string, lang = 'zh-CN') =>
  app.inject({ method: 'GET', url, headers: { 'x-staff': String(me.staffId), 'accept-language': lang } });
const post = (me: Me, url: string, body: object, more: Record<string, string> = {}) => {
  keys += 1;
  return app.inject({
    method: 'POST',
    url,
    headers: {
      'x-staff': String(me.staffId),
      'idempotency-key': `key-${keys}-of-test`,
      'content-type': 'application/json',
      ...more,
    },
    payload: JSON.stringify(body),
  });
};

describe('the list', () => {
  it('is in order of what is due, page by page, each order once', async () => {
    for (let n = 0; n < 7; n += 1) {
      here.time.set(at('10:00') + n * 60_000);
      await here.open();
    }
    const seen: number[] = [];
    for (let cursor = ''; ; ) {
      const page = (await get(here.me.dispatcher, `/api/orders?limit=3${cursor}`)).json();
      seen.push(...page.items.map((item: { id: number }) => item.id));
      const counts = (await get(here.me.dispatcher, '/api/orders/counts')).json();
      expect(counts).toMatchObject({ all: 7, late: 0, mine: 7, byState: { 'awaiting-dispatch': 7 } });
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
  it('finds by number and by words of the place, and takes % for a percent sign', async () => {
    const count = async (q: string) =>
      (await get(here.me.dispatcher, `/api/orders?q=${encodeURIComponent(q)}`)).json().items.length;
    expect(await count('湖滨路')).toBe(7);
    expect(await count('-0003')).toBe(1);
    expect(await count('%')).toBe(0);
  });
  it('shows a unit its own orders only, and refuses a paging mark that is none', async () => {
    expect((await get(here.me.head, '/api/orders')).json().items).toEqual([]);
    expect((await get(here.me.dispatcher, '/api/orders?cursor=abc')).json().code).toBe('cursor-not-valid');
    expect((await get(here.me.dispatcher, '/api/orders?tab=nothing')).statusCode).toBe(400);
  });
  it('turns late when the sweep has come by', async () => {
    here.time.set(at('11:03'));
    await sweep(here.db, here.time);
    const { items } = (await get(here.me.dispatcher, '/api/orders?tab=late')).json();
    const counts = (await get(here.me.dispatcher, '/api/orders/counts')).json();
    expect(counts).toMatchObject({ late: 4, warned: 3 });
    expect(items).toHaveLength(4);
    expect(items[0].due).toMatchObject({ clock: 'arrive', name: '到场', state: 'late' });
  });
});

describe('an order over HTTP', () => {
  it('shows clocks with article and why, the timeline in words, and what I may do', async () => {
    const { orderId } = await here.open();
    const order = (await get(here.me.dispatcher, `/api/orders/${orderId}`)).json();
    expect(order).toMatchObject({
      state: 'awaiting-dispatch',
      eventName: '管道漏水、爆管',
      premises: null,
      requests: [{ reporter: '王*', phone: '138****4127' }],
    });
    expect(order.clocks.find((clock: { name: string }) => clock.name === '到场')).toMatchObject({
      article: '时限 arrive',
      limitText: '限 1 小时',
      state: 'running',
    });
    const dispatch = order.allowed.find((offer: { command: string }) => offer.command === 'dispatch');
    expect(dispatch).toMatchObject({
      name: '派发',
      enabled: true,
      primary: true,
      form: { id: 'intake', article: '第二条' },
    });
    expect(order.timeline[0]).toMatchObject({
      kind: 'received',
      name: '受理诉求',
      by: 'agent',
      text: '受理诉求：湖滨路口路面冒水',
    });
    const english = (await get(here.me.dispatcher, `/api/orders/${orderId}`, 'en')).json();
    expect(english.allowed.find((offer: { command: string }) => offer.command === 'dispatch').name).toBe('Dispatch');
  });
  it('takes a command once, however often it is sent', async () => {
    const { orderId } = await here.open();
    const send = () =>
      post(
        here.me.dispatcher,
        `/api/orders/${orderId}/dispatch`,
        { version: 1, departmentId: 'repair' },
        { 'idempotency-key': `once-${orderId}-dispatch` },
      );
    const [one, two] = [await send(), await send()];
    expect(one.statusCode).toBe(200);
    expect(two.json()).toEqual(one.json());
    expect(two.headers['idempotency-replayed']).toBe('true');
    expect(one.json()).toMatchObject({ state: 'awaiting-acceptance', version: 2, departmentName: '抢修中心' });
    const other = await post(
      here.me.dispatcher,
      `/api/orders/${orderId}/dispatch`,
      { version: 1, departmentId: 'meters' },
      { 'idempotency-key': `once-${orderId}-dispatch` },
    );
    expect(other.json().code).toBe('idempotency-key-reused');
  });
  it('tells the second writer who was first', async () => {
    const { orderId } = await here.open();
    await post(here.me.dispatcher, `/api/orders/${orderId}/dispatch`, { version: 1, departmentId: 'repair' });
    const late = await post(here.me.second, `/api/orders/${orderId}/dispatch`, { version: 1, departmentId: 'meters' });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({
      code: 'order-changed',
      params: { by: 'dispatcher', command: 'dispatch', version: 2 },
    });
    expect(late.json().detail).toContain('dispatcher');
  });
  it('names the missing element, its article and its words', async () => {
    const { orderId } = await here.open({ request: { id: 71, elements: [] } });
    const refused = (
      await post(here.me.dispatcher, `/api/orders/${orderId}/dispatch`, { version: 1, departmentId: 'repair' })
    ).json();
    expect(refused).toMatchObject({
      status: 422,
      code: 'gate-not-met',
      article: '第二条',
      quote: 'intake的原文',
      detail: '还缺：联系方式。',
      fields: [{ path: 'form.phone', message: '请填写“联系方式”' }],
    });
  });
  it('refuses times that are none and texts beyond the limit', async () => {
    const { orderId } = await here.open();
    const code = async (body: object) =>
      (await post(here.me.dispatcher, `/api/orders/${orderId}/note`, { version: 1, text: '好', ...body })).json().code;
    expect(await code({ occurredAt: 'yesterday' })).toBe('invalid-input');
    expect(await code({ text: 'x'.repeat(2001) })).toBe('text-too-long');
    expect(await code({ occurredAt: '2026-03-01T00:00:00+08:00' })).toBe('occurred-before-received');
  });
  it('reveals the caller to who needs him, and writes that down', async () => {
    const { orderId } = await here.open();
    expect((await post(here.me.agent, `/api/orders/${orderId}/reveal`, {})).json().requests).toEqual([
      { id: 71, reporter: '王小明', phone: '13812344127' },
    ]);
    expect((await post(here.me.manager, `/api/orders/${orderId}/reveal`, {})).statusCode).toBe(403);
    const [seen] = await here.db.admin<{ n: number }>(
      `select count(*)::int as n from identity.audit where action = 'personal.reveal' and object = $1`,
      [`order:${orderId}`],
    );
    expect(seen?.n).toBe(1);
  });
  it('the inbox tells what happened, once read it is read', async () => {
    const box = (await get(here.me.supervisor, '/api/inbox')).json();
    expect(box.unread).toBeGreaterThan(0);
    expect(box.items[0]).toMatchObject({ kind: 'breached', readAt: null });
    expect(box.items[0].text).toContain('“到场”已超时');
    expect((await post(here.me.supervisor, '/api/inbox/read', { upTo: box.items[0].id })).json().unread).toBe(0);
  });
});
