/** Lists over HTTP: search, sort, columns, saved filters. */
import { beforeAll, describe, expect, it } from 'vitest';
import { completeSearch } from '../modules/work-orders/index.ts';
import { orders, other, REPORTS, setUp, town, utility, type Who } from './lists/testing.ts';

beforeAll(setUp, 60_000);

const found = async (q: string, who: Who = 'dispatcher', more = ''): Promise<string[]> =>
  (await utility.voices[who].get(`/api/orders?q=${encodeURIComponent(q)}${more}`)).body.items.map(
    (one: { place: string }) => one.place,
  );
const [LEAK, DRY, LOW] = REPORTS.map(({ place }) => place) as [string, string, string];

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

describe('a search among very many', () => {
  it('says that it has not come to its end, and that what it counted is not all', async () => {
    const [leak] = orders as [(typeof orders)[0]];
    const before = '2026-03-01T00:00:00Z';
    // what holds the words is older than what one page looks at, and more than are found at once
    await town.db.admin('alter table work_orders.work_order disable trigger user');
    await town.db.admin(
      `with made as (
         insert into work_orders.work_order (utility_id, number, event, channel, state, summary, place, pack_hash, received_at, created_at, last_seq, version)
         select utility_id, 'z' || n, event, channel, 'closed', summary, 'far ' || n, pack_hash, $2::timestamptz - n * interval '1 second', created_at, 1, 1
         from (select * from work_orders.work_order where order_id = $1) t, generate_series(1, 25600) n
         returning utility_id, order_id, received_at)
       insert into work_orders.search (utility_id, order_id, received_at, tokens)
       select m.utility_id, m.order_id, m.received_at, s.tokens from made m, work_orders.search s
       where s.order_id = $1 and m.received_at < $2::timestamptz - interval '20500 seconds'`,
      [leak.id, before],
    );
    await town.db.admin('alter table work_orders.work_order enable trigger user');
    await town.db.admin('analyze work_orders.work_order, work_orders.search');
    const query = `q=${encodeURIComponent('冒水')}&any=true&receivedUntil=${before}`;
    const first = (await utility.voices.dispatcher.get(`/api/orders?${query}`)).body;
    expect(first).toMatchObject({ items: [], searchedAll: false, searchedTo: '2026-02-28T18:26:40.000Z' });
    expect((await utility.voices.dispatcher.get(`/api/orders/counts?${query}`)).body).toMatchObject({
      all: 0,
      exact: false,
    });
    const next = (await utility.voices.dispatcher.get(`/api/orders?${query}&cursor=${first.next}`)).body;
    expect(next.items).toHaveLength(50);
    expect(next.searchedAll).toBe(true);
    // narrowed to what can be looked through, it says none and means it
    const few = `${query}&receivedFrom=2026-02-28T23:00:00Z`;
    expect((await utility.voices.dispatcher.get(`/api/orders?${few}`)).body).toMatchObject({
      items: [],
      next: null,
      searchedAll: true,
    });
    expect((await utility.voices.dispatcher.get(`/api/orders/counts?${few}`)).body).toMatchObject({
      all: 0,
      exact: true,
    });
  }, 60_000);
});
