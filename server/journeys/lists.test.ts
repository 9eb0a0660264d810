/** Lists over HTTP: search, sort, columns, saved filters, and files of a list. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { expireExports, runExports } from '../modules/lists/index.ts';
import { completeSearch } from '../modules/work-orders/index.ts';
import { type City, city, PASSWORD, type Parsed, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;
type Who = keyof Utility['voices'];

const REPORTS = [
  {
    content: '路面冒水，水流到马路上',
    place: '望湖路 88 号',
    event: 'pipe-leak',
    reporter: '王小明',
    phone: '129 0000 4321',
  },
  {
    content: '家里没有水，邻居家有水',
    place: '长清街 3 号楼 502',
    event: 'no-water',
    reporter: '欧阳锋',
    phone: '12977770002',
  },
  {
    content: '=1+1 水压很低，热水器打不着',
    place: '建设路 7 号',
    event: 'low-pressure',
    reporter: '李四',
    phone: '12988880003',
  },
];

const found = async (q: string, who: Who = 'dispatcher', more = ''): Promise<string[]> =>
  (await utility.voices[who].get(`/api/orders?q=${encodeURIComponent(q)}${more}`)).body.items.map(
    (one: { place: string }) => one.place,
  );
const [LEAK, DRY, LOW] = REPORTS.map(({ place }) => place) as [string, string, string];
const orders: { id: number; number: string; requestId: number }[] = [];

/** What the routes do that are neither asked nor told. */
const other = async (method: string, url: string, who: Who, body?: unknown, as?: string) => {
  const token = as ?? (await tokenOf(who));
  const answer = await fetch(town.base + url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Parsed };
};
const tokens = new Map<Who, string>();
async function tokenOf(who: Who): Promise<string> {
  const known = tokens.get(who);
  if (known !== undefined) return known;
  const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: `hucheng-${who}`, password: PASSWORD }),
  });
  const { token } = (await answer.json()) as { token: string };
  tokens.set(who, token);
  return token;
}

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
  for (const report of REPORTS) {
    const { order, request } = await utility.voices.agent.must('/api/requests', {
      channel: 'phone',
      contactTimes: '随时',
      ...report,
    });
    orders.push({ ...order, requestId: request.id });
    town.time.advance(60_000);
  }
}, 60_000);

describe('search', () => {
  it.each([
    ['two characters of what was said', '冒水', [LEAK]],
    ['two characters of the place', '望湖', [LEAK]],
    ['a longer text', '水流到马路', [LEAK]],
    ['characters that stand apart', '路马', []],
    ['a longer text whose pieces stand apart', '水流到路面', []],
    ['two words', '没有水 邻居', [DRY]],
    ['initials of the place', 'whl', [LEAK]],
    ['the sound of the place', 'jianshe', [LOW]],
    ['the other reading of a character', 'changqing', [DRY]],
    ['a house number', '502', [DRY]],
    ['a single character', '湖', [LEAK]],
    ['a percent sign', '%', []],
  ])('finds by %s', async (_what, q, places) => expect(await found(q)).toEqual(places));

  it('finds by the number of the order, whole and in part', async () => {
    const { number } = orders[1] ?? { number: '' };
    for (const q of [number, number.slice(4), number.slice(-4)]) expect([q, await found(q)]).toEqual([q, [DRY]]);
  });

  it('finds people by name, initials and four digits of the phone, but only for whoever may see who called', async () => {
    for (const q of ['4321', '129 0000 4321', '王小明', 'wxm']) {
      expect([q, await found(q)]).toEqual([q, [LEAK]]);
      expect([q, await found(q, 'manager')]).toEqual([q, []]);
      expect([q, await found(q, 'supervisor')]).toEqual([q, []]);
      // of his unit's orders he sees all, of people only those he was given
      expect([q, await found(q, 'crew')]).toEqual([q, []]);
    }
    expect(await found('冒水', 'manager')).toEqual([LEAK]);
  });

  it('follows a pin, a caller who joins and one who leaves', async () => {
    const [leak, dry] = orders as [(typeof orders)[0], (typeof orders)[0]];
    const joined = await utility.voices.agent.must('/api/requests', {
      ...{ channel: 'phone', contactTimes: '随时', event: 'pipe-leak', reporter: '赵六', phone: '12966660006' },
      ...{ content: '下水井边上咕嘟咕嘟', place: '望湖路 90 号', joinOrderId: leak.id },
    });
    for (const q of ['咕嘟', '6660', 'zl']) expect([q, await found(q)]).toEqual([q, [LEAK]]);
    const { version } = (await utility.voices.agent.get(`/api/orders/${leak.id}`)).body;
    await utility.voices.agent.must(`/api/orders/${leak.id}/split`, {
      version,
      requestId: joined.request.id,
      reason: '另一处',
    });
    expect(await found('咕嘟')).toEqual(['望湖路 90 号']);
    expect(await found('6660')).toEqual(['望湖路 90 号']);
    expect(await found('没有水')).toEqual([DRY]);
    expect(dry.id).toBeGreaterThan(0);
  });

  it('reaches closed orders where it is told to, and those older than the search once they are completed', async () => {
    const closed = orders[2]?.id ?? 0;
    await town.db.admin(`delete from work_orders.search where order_id = $1`, [closed]);
    expect(await found('水压')).toEqual([]);
    expect(await completeSearch(town.db, [utility.utilityId])).toBe(1);
    expect(await found('水压')).toEqual([LOW]);
    const { version } = (await utility.voices.dispatcher.get(`/api/orders/${closed}`)).body;
    await utility.voices.dispatcher.must(`/api/orders/${closed}/cancel`, { version, reason: '误报' });
    expect(await found('水压')).toEqual([]);
    expect(await found('水压', 'dispatcher', '&any=true')).toEqual([LOW]);
    expect(await found('水压', 'dispatcher', '&closed=true')).toEqual([LOW]);
  });
});

describe('the order of a list', () => {
  it('is by several columns, page by page, each order once', async () => {
    const sorts = [
      'event,received',
      'state:desc,number',
      'place',
      'received:asc',
      'number:desc',
      'handler,due',
      'late,callers,urgent',
    ];
    for (const sort of sorts) {
      const whole = (await utility.voices.dispatcher.get(`/api/orders?any=true&sort=${sort}`)).body.items;
      expect([sort, whole.length]).toEqual([sort, 4]);
      const paged: unknown[] = [];
      for (let cursor = ''; ; ) {
        const page = (await utility.voices.dispatcher.get(`/api/orders?any=true&limit=1&sort=${sort}${cursor}`)).body;
        paged.push(...page.items);
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(paged.map((one) => (one as { id: number }).id)).toEqual(whole.map((one: { id: number }) => one.id));
    }
  });

  it('is refused where nobody knows the column, and a page of another order is', async () => {
    const ask = async (query: string) => (await utility.voices.dispatcher.get(`/api/orders?${query}`)).body.code;
    expect(await ask('sort=nothing')).toBe('sort-not-known');
    const { next } = (await utility.voices.dispatcher.get('/api/orders?limit=1')).body;
    expect(await ask(`sort=event,number&cursor=${next}`)).toBe('cursor-not-valid');
  });
});

describe('columns and saved filters', () => {
  const list = async (who: Who) => (await utility.voices[who].get('/api/lists/orders')).body;

  it('are each person’s own', async () => {
    const before = await list('agent');
    expect(before.layout.map(({ id }: { id: string }) => id)).toContain('number');
    const columns = [
      { id: 'place', width: 320 },
      { id: 'number', width: 120 },
    ];
    const changed = await other('PUT', '/api/lists/orders/layout', 'agent', { columns, defaultFilterId: null });
    expect(changed.body.layout).toEqual(columns);
    expect((await list('agent')).layout).toEqual(columns);
    expect((await list('reviewer')).layout).toEqual(before.layout);
    const wrong = { columns: [{ id: 'phone', width: 100 }], defaultFilterId: null };
    expect((await other('PUT', '/api/lists/orders/layout', 'agent', wrong)).body.code).toBe('column-not-known');
    expect((await utility.voices.agent.get('/api/lists/nothing')).body.code).toBe('list-not-found');
  });

  it('a filter is named, changed, opens the list, and is shared with a unit by managers alone', async () => {
    const kept = { name: '待派发的漏水', query: { event: 'pipe-leak', tab: 'late', closed: false }, sort: 'place,due' };
    const [filter] = (await utility.voices.agent.must('/api/lists/orders/filters', kept)).filters;
    expect(filter).toMatchObject({ ...kept, own: true, mayChange: true });
    expect((await utility.voices.agent.post('/api/lists/orders/filters', kept)).body.code).toBe('filter-name-taken');
    expect((await utility.voices.agent.post('/api/lists/orders/filters', { ...kept, name: ' ' })).body.code).toBe(
      'filter-name-missing',
    );
    expect(
      (await utility.voices.agent.post('/api/lists/orders/filters', { ...kept, name: 'x', query: { tab: 'nothing' } }))
        .status,
    ).toBe(400);
    expect((await list('reviewer')).filters).toEqual([]);
    const shared = { ...kept, departmentId: 'hotline' };
    expect((await other('PUT', `/api/lists/orders/filters/${filter.id}`, 'agent', shared)).body.code).toBe(
      'filter-sharing-not-allowed',
    );

    const ours = { ...shared, name: '热线共用' };
    const [one] = (await utility.voices.manager.must('/api/lists/orders/filters', ours)).filters;
    expect((await list('reviewer')).filters).toMatchObject([
      { name: '热线共用', own: false, mayChange: false, by: 'manager' },
    ]);
    expect((await list('head')).filters).toEqual([]);
    expect((await other('PUT', `/api/lists/orders/filters/${one.id}`, 'reviewer', kept)).body.code).toBe(
      'filter-not-yours',
    );
    expect((await other('PUT', `/api/lists/orders/filters/${one.id}`, 'head', kept)).body.code).toBe(
      'filter-not-found',
    );
    const { layout } = await list('reviewer');
    await other('PUT', '/api/lists/orders/layout', 'reviewer', { columns: layout, defaultFilterId: one.id });
    expect((await list('reviewer')).defaultFilterId).toBe(one.id);
    // another manager may change what is shared, and delete it
    expect(
      (await other('PUT', `/api/lists/orders/filters/${one.id}`, 'deputy', { ...ours, name: '改过的' })).status,
    ).toBe(200);
    expect((await other('DELETE', `/api/lists/orders/filters/${one.id}`, 'deputy')).status).toBe(200);
    expect(await list('reviewer')).toMatchObject({ defaultFilterId: null, filters: [] });
    expect((await other('DELETE', `/api/lists/orders/filters/${filter.id}`, 'agent')).body.filters).toEqual([]);
  });
});

describe('a list as a file', () => {
  const COLUMNS = ['number', 'summary', 'place', 'reporter', 'phone', 'received'];
  const ask = async (who: Who, more: object = {}) =>
    utility.voices[who].post('/api/exports', {
      list: 'orders',
      format: 'csv',
      query: { any: true },
      sort: 'received:asc',
      columns: COLUMNS,
      ...more,
    });
  const work = () => runExports(town.db, town.time, [utility.utilityId]);
  const state = async (who: Who, id: string) => (await utility.voices[who].get(`/api/exports/${id}`)).body;
  const file = async (who: Who, id: string): Promise<string> =>
    (await utility.voices[who].get(`/api/exports/${id}/file`)).body;
  const audited = async () =>
    town.db.admin<{ action: string; detail: Record<string, unknown> }>(
      `select action, detail from identity.audit where action like 'list.%' order by audit_id desc`,
    );

  it('holds what the list shows, masked, and executes nothing', async () => {
    const begun = (await ask('dispatcher', { query: { any: true, q: '水' } })).body;
    expect(begun).toMatchObject({ state: 'running', rows: null, written: 0 });
    expect(await work()).toBe(1);
    const done = await state('dispatcher', begun.id);
    expect(done).toMatchObject({ state: 'done', rows: 4, written: 4 });
    const text = await file('dispatcher', begun.id);
    const lines = text.replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('工单号,内容,地址,来电人,联系电话,受理时间');
    expect(lines).toHaveLength(5);
    expect(text).toContain('王*');
    expect(text).not.toMatch(/王小明|4321 |12900004321/);
    expect(text).toContain(`'=1+1`);
    expect(text).toContain('2026-03-02 10:00');
    const said = await audited();
    expect(said.slice(0, 2)).toMatchObject([
      { action: 'list.exported', detail: { rows: 4, people: false } },
      { action: 'list.export', detail: { list: 'orders', format: 'csv', searched: true, filter: { any: true } } },
    ]);
    expect(JSON.stringify(said)).not.toContain('"q"');
    // nobody else's
    expect((await utility.voices.manager.get(`/api/exports/${begun.id}`)).body.code).toBe('export-not-found');
    expect((await utility.voices.manager.get(`/api/exports/${begun.id}/file`)).body.code).toBe('export-not-found');
  });

  it('names people only to whoever may reveal them', async () => {
    const full = (await ask('reviewer', { people: true })).body;
    await work();
    expect(await file('reviewer', full.id)).toMatch(/王小明.*129 0000 4321/);
    expect((await ask('manager', { people: true })).body.code).toBe('export-people-not-allowed');
    expect((await ask('agent')).status).toBe(403);
    expect((await ask('reviewer', { columns: ['nothing'] })).body.code).toBe('column-not-known');
    expect((await ask('reviewer', { sort: 'nothing' })).body.code).toBe('sort-not-known');
  });

  it('holds a unit’s own orders for its head, and none of it once he has lost the right', async () => {
    const own = (await ask('head')).body;
    await work();
    expect(await state('head', own.id)).toMatchObject({ state: 'done', rows: 0 });
    const waiting = (await ask('head')).body;
    await town.db.admin(`update identity.staff set roles = '{crew-member}' where username = 'hucheng-head'`);
    await work();
    await town.db.admin(`update identity.staff set roles = '{department-head}' where username = 'hucheng-head'`);
    expect(await state('head', waiting.id)).toMatchObject({ state: 'failed', reason: '您已没有导出这个列表的权限。' });
  });

  it('is a workbook too', async () => {
    const begun = (await ask('dispatcher', { format: 'xlsx' })).body;
    await work();
    const answer = await fetch(`${town.base}/api/exports/${begun.id}/file`, {
      headers: { authorization: `Bearer ${await tokenOf('dispatcher')}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBe((await state('dispatcher', begun.id)).bytes);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('工单-20260302');
  });

  it('stops, goes on where it was, and is gone after a week', async () => {
    const begun = (await ask('dispatcher')).body;
    await utility.voices.dispatcher.must(`/api/exports/${begun.id}/cancel`, {});
    expect(await work()).toBe(0);
    expect((await utility.voices.dispatcher.get(`/api/exports/${begun.id}/file`)).body.code).toBe('export-not-done');
    await utility.voices.dispatcher.must(`/api/exports/${begun.id}/resume`, {});
    expect((await utility.voices.dispatcher.post(`/api/exports/${begun.id}/resume`, {})).body.code).toBe(
      'export-not-stopped',
    );
    expect(await work()).toBe(1);
    expect(await file('dispatcher', begun.id)).toContain('王*');
    await expireExports(town.db, utility.utilityId, town.time.now() + 8 * 86_400_000);
    expect(await state('dispatcher', begun.id)).toMatchObject({ state: 'expired' });
    expect((await utility.voices.dispatcher.get(`/api/exports/${begun.id}/file`)).body.code).toBe('export-expired');
    expect(await town.db.admin('select from lists.piece')).toEqual([]);
  });

  it('goes on with the next step after its worker was killed, and holds each row once', async () => {
    await town.db.admin(
      `insert into work_orders.work_order (utility_id, number, event, channel, state, summary, place, pack_hash, received_at, created_at, last_seq, version)
       select utility_id, 'y' || n, event, channel, state, summary, 'export ' || n, pack_hash, received_at, created_at, 1, 1
       from (select * from work_orders.work_order where order_id = $1) t, generate_series(1, 2500) n`,
      [orders[0]?.id],
    );
    const begun = (await ask('reviewer', { columns: ['number', 'place'] })).body;
    // the database is gone after the second step
    let steps = 0;
    const breaking = {
      ...town.db,
      transaction: (async (utilityId, work, options) =>
        town.db.transaction(
          utilityId,
          (tx) =>
            work({
              ...tx,
              run: async (q) => {
                if (q.text.includes('lists.piece') && q.values.includes('rows')) steps += 1;
                if (steps === 3) throw Object.assign(new Error('Connection terminated'), { code: '08006' });
                return tx.run(q);
              },
            }),
          options,
        )) as typeof town.db.transaction,
    };
    await expect(runExports(breaking, town.time, [utility.utilityId])).rejects.toThrow('terminated');
    expect(await state('reviewer', begun.id)).toMatchObject({ state: 'running', rows: 2504, written: 2000 });
    expect(await work()).toBe(0);
    town.time.advance(60_000);
    expect(await work()).toBe(1);
    const lines = (await file('reviewer', begun.id)).trim().split('\r\n').slice(1);
    expect([lines.length, new Set(lines).size]).toEqual([2504, 2504]);
  });
});
