/** What whoever runs the platform sees of it: its measures and its log, and nobody's name in either. */
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLog } from '../platform/log.ts';
import { MINUTE } from '../values/instant.ts';
import { type City, city, drive, type Utility } from './city/testing.ts';

const START = Date.parse('2026-03-02T10:00:00+08:00');
const TOKEN = 'a-token-of-the-watcher';
const CALLER = {
  channel: 'phone',
  event: 'pipe-leak',
  content: '阁楼水管爆裂，钥匙在邻居欧阳处',
  place: '荷香弄 9 号 302',
  reporter: '欧阳未名',
  phone: '13911112222',
  contactTimes: '夜班后',
};
const PERSONAL = /欧阳|未名|阁楼|钥匙|荷香|13911112222|11112222|夜班|%E6%AC%A7|water-2026|wrong-password|somebody@/i;

const lines: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});
const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((how) =>
  vi.spyOn(console, how).mockImplementation((...said) => {
    lines.push(`${said.map(String).join(' ')}\n`);
  }),
);
afterAll(() => {
  for (const one of consoles) one.mockRestore();
});

let town: City;
let utility: Utility;
beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00', {
    logger: openLog(sink),
    metrics: { token: TOKEN, onLoopback: false },
  });
  utility = await town.utility('hucheng', 'hucheng');
}, 60_000);

const metrics = async (): Promise<string> => {
  const answer = await fetch(`${town.base}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(answer.status).toBe(200);
  return answer.text();
};
const measured = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (.+)$`, 'm').exec(await metrics())?.[1] ?? Number.NaN);

describe('whoever runs the platform', () => {
  it('sees in the measures how far the sweep is behind, and what went into inboxes', async () => {
    expect((await fetch(`${town.base}/metrics`)).status).toBe(403);
    expect(await measured('gongshui_sweep_lag_seconds')).toBe(0);
    expect(await measured('gongshui_clocks_due')).toBe(0);
    const opened = await utility.voices.agent.must('/api/requests', CALLER);
    const order = await drive(utility, opened.order);
    await order.give('dispatcher', 'dispatch', { departmentId: 'repair' });
    await order.give('head', 'accept');
    await order.give('head', 'assign', { handlerId: utility.crewId });
    await order.give('crew', 'record', { milestone: 'contacted' });
    expect(await measured('gongshui_sweep_lag_seconds')).toBe(0);
    // nobody sweeps
    town.time.set(START + 40 * MINUTE);
    const lag = await measured('gongshui_sweep_lag_seconds');
    expect(lag).toBeGreaterThan(60);
    expect(lag).toBeLessThanOrEqual(40 * 60);
    expect(await measured('gongshui_clocks_due')).toBeGreaterThanOrEqual(1);
    await town.sweep();
    expect(await measured('gongshui_sweep_lag_seconds')).toBe(0);
    expect(await measured('gongshui_clocks_due')).toBe(0);

    const [row] = await town.db.admin<{ n: string }>('select count(*) as n from notices.inbox');
    expect(Number(row?.n)).toBeGreaterThan(0);
    // the database counts when a connection rests
    for (let tries = 0; tries < 60 && (await measured('gongshui_inbox_items_written_total')) < Number(row?.n); tries++)
      await sleep(250);
    expect(await measured('gongshui_inbox_items_written_total')).toBeGreaterThanOrEqual(Number(row?.n));
    const text = await metrics();
    expect(text).toContain('method="POST",route="/api/orders/:id/dispatch",status="200"');
    expect(text).not.toMatch(PERSONAL);
    expect(text).not.toContain('hucheng');
  }, 30_000);

  it('finds in the log what happened and what failed, and nothing about the people it happened to', async () => {
    const { agent, dispatcher, manager } = utility.voices;
    const word = encodeURIComponent(CALLER.reporter);
    await agent.must('/api/requests/check', CALLER);
    await agent.must('/api/requests/suggest', { content: CALLER.content, place: CALLER.place });
    expect((await dispatcher.get(`/api/orders?q=${word}`)).status).toBeLessThan(500);
    expect((await manager.get(`/api/orders?q=${CALLER.phone}`)).status).toBe(200);
    // what is refused
    expect((await agent.get(`/api/${word}/${CALLER.phone}`)).status).toBe(404);
    expect((await agent.post('/api/requests', `{"reporter": "${CALLER.reporter}", ${CALLER.phone}`)).status).toBe(400);
    expect((await agent.post('/api/requests', { ...CALLER, event: CALLER.content })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect((await agent.post('/api/requests', { ...CALLER, phone: [CALLER.phone] })).status).toBe(400);
    for (const username of [CALLER.phone, 'somebody@example.org', 'hucheng-agent']) {
      const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: 'wrong-password' }),
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    // what fails: the database quotes the row in message and detail
    await town.db.admin(`create function public.quote_row() returns trigger language plpgsql as $$ begin
      raise exception using errcode = '22P02', message = 'invalid input: "' || new::text || '"', detail = new::text,
        hint = new::text, column = 'content'; end $$`);
    await town.db.admin(
      `create trigger quote_row before insert on requests.request for each row execute function public.quote_row()`,
    );
    const failed = await agent.post('/api/requests', CALLER);
    expect([failed.status, failed.body.code]).toEqual([500, 'internal-error']);
    expect(JSON.stringify(failed.body)).not.toMatch(PERSONAL);
    await town.db.admin('drop trigger quote_row on requests.request');
    await town.db.admin(`alter table requests.request add constraint never check (utility_id < 0) not valid`);
    expect((await agent.post('/api/requests', CALLER)).status).toBe(500);
    await town.db.admin('alter table requests.request drop constraint never');

    const text = lines.join('');
    expect(lines.filter((line) => line.includes('"msg":"failed"'))).toHaveLength(2);
    expect(text).toContain('invalid input: \\"…\\"');
    expect(text).toContain('"constraint":"never"');
    expect(text).toContain('"route":"/api/requests","status":201');
    expect(text).toContain('"route":"/api/orders/:id/dispatch","status":200');
    expect(lines.filter((line) => PERSONAL.test(line))).toEqual([]);
  }, 30_000);
});
