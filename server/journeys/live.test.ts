/** Screens follow what changes: over several server processes, through a kill, and never further than one may see. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { forgetChanges } from '../platform/live/changes.ts';
import { readCursor } from '../platform/live/cursor.ts';
import { type City, city, drive, PASSWORD, type Parsed, speaking, type Utility, type Voice } from './city/testing.ts';
import { follow, type Screen, type Server, startServer } from './live/testing.ts';

let town: City;
let hucheng: Utility;
let first: Server;
let second: Server;

const FACTS = { channel: 'phone', event: 'pipe-leak', content: '路面冒水', reporter: '李女士', phone: '13000000001' };
const receive = async (voice: Voice, place = '柳荫路 7 号'): Promise<{ id: number; number: string }> =>
  (await voice.must('/api/requests', { ...FACTS, place, form: { 'contact-time': '随时' } })).order;

const tokens = new Map<string, string>();
async function token(username: string): Promise<string> {
  const known = tokens.get(username);
  if (known) return known;
  const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  const given = ((await answer.json()) as { token: string }).token;
  tokens.set(username, given);
  return given;
}
const as = async (username: string): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await token(username)}`,
});
const at = async (server: Server, username: string, after?: string): Promise<Screen> =>
  follow(server.base, await as(username), after);
const tellsOf = (id: number) => (heard: { event: string; data: Parsed }) =>
  heard.event === 'changes' &&
  Array.isArray(heard.data.orders) &&
  heard.data.orders.some(([about]: [number]) => about === id);

beforeAll(async () => {
  town = await city(new Date().toISOString());
  hucheng = await town.utility('hucheng', 'hucheng');
  await town.utility('bincheng', 'hucheng');
  [first, second] = await Promise.all([startServer(town.db.url), startServer(town.db.url)]);
}, 60_000);

describe('an open screen', () => {
  it('hears at either server what was done at the other, and another utility hears nothing', async () => {
    const [here, there, stranger] = [
      await at(first, 'hucheng-agent'),
      await at(second, 'hucheng-dispatcher'),
      await at(second, 'bincheng-dispatcher'),
    ];
    const order = await receive(speaking(first.base, await as('hucheng-agent')));
    await Promise.all([here.until(tellsOf(order.id)), there.until(tellsOf(order.id))]);
    expect(there.heard.find(tellsOf(order.id))?.data).toMatchObject({ orders: [[order.id, expect.any(Number)]] });
    const own = await receive(speaking(second.base, await as('bincheng-agent')));
    await stranger.until(tellsOf(own.id));
    expect(stranger.orders()).toEqual([own.id]);
    expect(here.orders()).not.toContain(own.id);
    for (const screen of [here, there, stranger]) screen.close();
  });

  it('whose server is killed goes on at another and has missed nothing', async () => {
    const screen = await at(second, 'hucheng-agent');
    const before = await receive(hucheng.voices.agent);
    await screen.until(tellsOf(before.id));
    await second.kill();
    const missed = [await receive(hucheng.voices.agent), await receive(hucheng.voices.agent)];
    const resumed = await at(first, 'hucheng-agent', screen.cursor);
    expect(resumed.heard[0]?.event).toBe('hello');
    for (const { id } of missed) await resumed.until(tellsOf(id));
    const later = await receive(hucheng.voices.agent);
    await resumed.until(tellsOf(later.id));
    expect(resumed.orders()).not.toContain(before.id);
    resumed.close();
    second = await startServer(town.db.url);
  }, 30_000);

  it('misses nothing of a transaction that began before it looked and ended after', async () => {
    const order = await receive(hucheng.voices.agent);
    let done = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      done = resolve;
    });
    let begun = (): void => undefined;
    const writing = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = town.db.transaction(hucheng.utilityId, async (tx) => {
      await tx.run({
        text: 'update work_orders.work_order set late_count = late_count where order_id = $1',
        values: [order.id],
      } as never);
      begun();
      await held;
    });
    await writing;
    const quick = await receive(hucheng.voices.agent);
    const screen = await at(first, 'hucheng-agent');
    const cursor = screen.cursor;
    screen.close();
    done();
    await slow;
    const resumed = await at(first, 'hucheng-agent', cursor);
    await resumed.until(tellsOf(order.id));
    expect(resumed.orders()).not.toContain(quick.id);
    resumed.close();
  });

  it('away longer than changes are kept, or with a cursor of another database, is told to look at everything again', async () => {
    const screen = await at(first, 'hucheng-agent');
    screen.close();
    const now = Date.now();
    await receive(hucheng.voices.agent);
    // what runs meanwhile in another database of the same server keeps back what counts as ended
    const ended = `select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as yes`;
    while (!(await town.db.admin<{ yes: boolean }>(ended, [String(readCursor(screen.cursor)?.xmin)]))[0]?.yes)
      await sleep(50);
    await forgetChanges(town.db, hucheng.utilityId, now);
    await receive(hucheng.voices.agent);
    await forgetChanges(town.db, hucheng.utilityId, now + 3_700_000);
    for (const after of [screen.cursor, screen.cursor.replace(/^\d+/, '7'), 'gibberish', '1.9:5:']) {
      const back = await at(first, 'hucheng-agent', after);
      expect([after, back.heard[0]?.event]).toEqual([after, 'reload']);
      const order = await receive(hucheng.voices.agent);
      await back.until(tellsOf(order.id));
      back.close();
    }
    const left = await town.db.admin('select from platform.change where utility_id = $1', [hucheng.utilityId]);
    expect(left.length).toBeGreaterThan(0);
  }, 30_000);
});

describe('what somebody may not see', () => {
  it('is not told to him: units hear of theirs, and of what leaves them', async () => {
    const [head, agent] = [await at(first, 'hucheng-head'), await at(first, 'hucheng-agent')];
    const order = await drive(hucheng, await receive(hucheng.voices.agent));
    await agent.until(tellsOf(order.id));
    expect(head.orders()).not.toContain(order.id);
    await order.give('dispatcher', 'dispatch', { departmentId: 'repair' });
    await head.until(tellsOf(order.id));
    const told = head.orders().length;
    await town.db.admin(`update work_orders.work_order set department_id = null where order_id = $1`, [order.id]);
    await head.until(() => head.orders().length > told);
    const gone = head.orders().length;
    await town.db.admin(`update work_orders.work_order set late_count = 0 where order_id = $1`, [order.id]);
    await agent.until(() => agent.orders().filter((id) => id === order.id).length > 3);
    expect(head.orders().length).toBe(gone);
    for (const screen of [head, agent]) screen.close();
  });

  it('has no id once it is sealed, neither on the stream nor when asked for', async () => {
    const cursor = (await hucheng.voices.dispatcher.get('/api/live/changes')).body.cursor;
    const [dispatcher, manager] = [await at(first, 'hucheng-dispatcher'), await at(first, 'hucheng-manager')];
    const order = await receive(hucheng.voices.agent);
    await dispatcher.until(tellsOf(order.id));
    await town.db.admin(
      `update work_orders.work_order set sealed_to = 'operations', concerned_unit = 'hotline' where order_id = $1`,
      [order.id],
    );
    await dispatcher.until(({ data }) => data.orders === true);
    const named = dispatcher.orders().length;
    for (const late of [1, 2])
      await town.db.admin(`update work_orders.work_order set late_count = $2 where order_id = $1`, [order.id, late]);
    await manager.until(() => manager.orders().filter((id) => id === order.id).length > 2);
    await sleep(200);
    expect(dispatcher.orders().length).toBe(named);
    // what was written down before it was sealed is not told afterwards
    const asked = await hucheng.voices.dispatcher.get(`/api/live/changes?after=${encodeURIComponent(cursor)}`);
    expect(asked.body.news.orders).toBe(true);
    expect(JSON.stringify(asked.body.news)).not.toContain(String(order.id));
    const of = { tab: 'window-of-a-dispatcher', doing: 'viewing' };
    expect((await put(first, 'hucheng-dispatcher', order.id, of)).status).toBe(404);
    for (const screen of [dispatcher, manager]) screen.close();
  });

  it('ends with the session', async () => {
    const stranger = await fetch(`${first.base}/api/live`);
    expect(stranger.status).toBe(401);
    tokens.delete('hucheng-reviewer');
    const screen = await at(first, 'hucheng-reviewer');
    await fetch(`${town.base}/api/auth/sign-out`, {
      method: 'POST',
      headers: { ...(await as('hucheng-reviewer')), 'content-type': 'application/json' },
      body: '{}',
    });
    tokens.delete('hucheng-reviewer');
    await sleep(450);
    const order = await receive(hucheng.voices.agent);
    await screen.until(({ event }) => event === 'signed-out');
    expect(screen.orders()).not.toContain(order.id);
    while (!screen.ended) await sleep(10);
  });
});

describe('an inbox', () => {
  it('is told to its owner alone, when something comes and when he has read it elsewhere', async () => {
    const [head, crew] = [await at(first, 'hucheng-head'), await at(first, 'hucheng-crew')];
    const order = await drive(hucheng, await receive(hucheng.voices.agent));
    await order.give('dispatcher', 'dispatch', { departmentId: 'repair' });
    await head.until(({ data }) => data.inbox === true);
    expect(crew.heard.some(({ data }) => data.inbox === true)).toBe(false);
    const times = () => head.heard.filter(({ data }) => data.inbox === true).length;
    const before = times();
    const { items } = (await hucheng.voices.head.get('/api/inbox')).body;
    await hucheng.voices.head.must('/api/inbox/read', { ids: [items[0].id] });
    await head.until(() => times() > before);
    expect((await hucheng.voices.head.get('/api/inbox?unread=true')).body.unread).toBe(items.length - 1);
    await hucheng.voices.head.must('/api/inbox/unread', { ids: [items[0].id] });
    expect((await hucheng.voices.head.get('/api/inbox?unread=true')).body.unread).toBe(items.length);
    for (const screen of [head, crew]) screen.close();
  });
});

async function put(
  server: Server,
  username: string,
  id: number,
  body: object,
): Promise<{ status: number; body: Parsed }> {
  const answer = await fetch(`${server.base}/api/orders/${id}/presence`, {
    method: 'PUT',
    headers: { ...(await as(username)), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

describe('two people on one order', () => {
  it('see each other over two servers, see who writes, and see him go', async () => {
    const { id } = await receive(hucheng.voices.agent);
    const window = (doing: string, tab = 'the-first-window') => ({ tab, doing });
    const agent = await at(first, 'hucheng-agent');
    expect((await put(first, 'hucheng-agent', id, window('viewing'))).body.others).toEqual([]);
    const come = await put(second, 'hucheng-dispatcher', id, window('viewing'));
    expect(come.body.others).toMatchObject([{ name: 'agent', doing: 'viewing', departmentName: '热线' }]);
    const told = () => agent.heard.filter(({ data }) => JSON.stringify(data.presence) === `[[${id}]]`).length;
    // what follows quickly may be told together
    let known = 0;
    const news = async () => {
      await agent.until(() => told() > known);
      known = told();
    };
    await news();
    await put(second, 'hucheng-dispatcher', id, window('viewing'));
    await put(second, 'hucheng-dispatcher', id, window('acting', 'the-second-window'));
    await news();
    expect((await put(first, 'hucheng-agent', id, window('viewing'))).body.others).toMatchObject([
      { name: 'dispatcher', doing: 'acting' },
    ]);
    for (const tab of ['the-first-window', 'the-second-window'])
      await put(second, 'hucheng-dispatcher', id, window('gone', tab));
    await news();
    expect((await put(first, 'hucheng-agent', id, window('viewing'))).body.others).toEqual([]);
    agent.close();
  });

  it('do not see whose window died', async () => {
    const { id } = await receive(hucheng.voices.agent);
    await put(first, 'hucheng-dispatcher', id, { tab: 'a-window-that-dies', doing: 'acting' });
    const seen = async () =>
      (await put(first, 'hucheng-agent', id, { tab: 'a-window-that-lives', doing: 'viewing' })).body;
    const { others, now } = await seen();
    expect(Date.parse(others[0].until) - Date.parse(now)).toBeLessThanOrEqual(35_000);
    await town.db.admin(`update work_orders.presence set until = now() - interval '1 second' where tab = $1`, [
      'a-window-that-dies',
    ]);
    expect((await seen()).others).toEqual([]);
    expect(await town.db.admin(`select from work_orders.presence where tab = 'a-window-that-dies'`)).toEqual([]);
  });
});

describe('many screens', () => {
  it('cost one look at what changed, not one each; one that takes nothing holds nobody up and stays small', async () => {
    const watched = await Promise.all(
      Array.from({ length: 40 }, (_, n) => at(first, n % 2 ? 'hucheng-manager' : 'hucheng-agent')),
    );
    // says what it wants and never takes an answer
    const { hostname, port } = new URL(first.base);
    const deaf = connect(Number(port), hostname);
    deaf.write(
      `GET /api/live HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${await token('hucheng-crew')}\r\n\r\n`,
    );
    deaf.pause();
    const looks = async (): Promise<number> => {
      const [row] = await town.db.admin<{ n: string }>(
        `select seq_scan + coalesce(idx_scan, 0) as n from pg_stat_user_tables where relname = 'change'`,
      );
      return Number(row?.n);
    };
    await sleep(1200);
    const before = await looks();
    const order = await receive(hucheng.voices.agent);
    await Promise.all(watched.map((screen) => screen.until(tellsOf(order.id))));
    await sleep(1200);
    expect((await looks()) - before).toBeLessThan(20);
    // a flood: every one of a thousand orders changes, again and again
    await town.db.admin(
      `insert into work_orders.work_order (utility_id, number, event, channel, state, summary, place, pack_hash, received_at, created_at, last_seq, version)
       select $1, 'flood-' || n, 'pipe-leak', 'phone', 'awaiting-dispatch', '', '', pack_hash, now(), now(), 1, 1
       from generate_series(1, 450) n, (select pack_hash from work_orders.work_order limit 1) p`,
      [hucheng.utilityId],
    );
    await watched[0]?.until(({ data }) => data.orders === true);
    const bytes = Math.max(...(watched[0]?.heard ?? []).map((heard) => JSON.stringify(heard).length));
    expect(bytes).toBeLessThan(10_000);
    deaf.destroy();
    for (const screen of watched) screen.close();
  }, 30_000);
});
