import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate, readMigrations } from '../server/platform/migrate.ts';
import { testDatabase } from '../server/platform/testing.ts';

let client: pg.Client;
let url: URL;
beforeAll(async () => {
  const db = await testDatabase();
  await db.admin('drop database if exists before_slim_clocks');
  await db.admin('create database before_slim_clocks template template0');
  url = new URL(db.url);
  url.pathname = '/before_slim_clocks';
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
});
afterAll(() => client.end());

it('clocks of an older database keep all that lists, the sweep and the next reading go by', async () => {
  const all = await readMigrations();
  const older = all.filter(({ name }) => name < '0013');
  await migrate(url.href, { migrations: older });
  await client.query(`
    insert into identity.utility (code, name, created_at) values ('hu', '沪', now());
    insert into regulations.pack_version (utility_id, hash, pack, version, effective, body, loaded_at)
      select utility_id, 'h', 'p', '1', '2026-01-01', '{}', now() from identity.utility;
    insert into work_orders.work_order (utility_id, order_id, number, event, channel, state, summary, pack_hash, received_at, created_at, last_seq, version)
      select utility_id, 1, '1', 'pipe-leak', 'phone', 'in-progress', '', 'h', now(), now(), 1, 1 from identity.utility;
  `);
  const clock = (id: string, reading: object) =>
    client.query(
      `insert into work_orders.clock (utility_id, order_id, clock_id, run, section, state, department_id, started_at, due_at, warn_at, next_fire_at, reading)
       select utility_id, 1, $1, 1, 'clocks', 'running', null, '2026-03-02 02:00Z', '2026-03-02 03:00Z', '2026-03-02 02:45Z', '2026-03-02 02:45Z', $2
       from identity.utility`,
      [id, JSON.stringify(reading)],
    );
  const reading = {
    limit: '1 h',
    from: 'received',
    caseIndex: 2,
    provisional: false,
    pauses: [],
    quote: '一小时',
    because: [],
  };
  await clock('arrive', reading);
  await clock('open', { ...reading, provisional: true, caseIndex: -1 });
  await clock('held', { ...reading, pauses: [{ from: 1, until: null }], endedBy: 'returned' });

  await migrate(url.href);
  const { rows } = await client.query(
    `select clock_id, case_index, limit_text, started_from, provisional, ended_by, pauses, next_fire_at = '2026-03-02 02:45Z' as fires
     from work_orders.clock order by clock_id`,
  );
  const kept = {
    case_index: 2,
    limit_text: '1 h',
    started_from: 'received',
    provisional: false,
    ended_by: null,
    pauses: null,
    fires: true,
  };
  expect(rows).toEqual([
    { ...kept, clock_id: 'arrive' },
    { ...kept, clock_id: 'held', ended_by: 'returned', pauses: [{ from: 1, until: null }] },
    { ...kept, clock_id: 'open', case_index: -1, provisional: true },
  ]);
  const { rows: safe } = await client.query(
    `select relrowsecurity and relforcerowsecurity as isolated from pg_class where oid = 'work_orders.clock'::regclass`,
  );
  expect(safe).toEqual([{ isolated: true }]);
});
