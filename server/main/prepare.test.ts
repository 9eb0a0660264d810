import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { resolvePlace } from '../modules/registers/index.ts';
import { dataFolder } from '../platform/data-folder.ts';
import { testDatabase } from '../platform/testing.ts';
import { readConfig } from './config.ts';
import { prepare } from './prepare.ts';
import { Told } from './told.ts';

test('an owner below row-level security is refused before anything is touched', async () => {
  const db = await testDatabase();
  const role = `weak_${randomUUID().slice(0, 8)}`;
  const password = randomUUID();
  const url = new URL(db.url);
  url.username = role;
  url.password = password;
  const applied = () => db.admin<{ n: number }>('select count(*)::int as n from platform.migration');
  const before = await applied();
  await db.admin(`create role ${role} login createrole password '${password}'`);
  try {
    const config = readConfig(['--empty'], { DATABASE_URL: url.href });
    if (config === 'help') throw new Error('not asked for');
    const start = prepare(config, dataFolder(path.join(tmpdir(), randomUUID())), [], () => undefined);
    const told = await start.then(
      () => null,
      (error: unknown) => error,
    );
    expect(told).toBeInstanceOf(Told);
    expect((told as Told).en).toContain(`alter role "${role}" createrole bypassrls`);
    expect(await applied()).toEqual(before);
  } finally {
    await db.admin(`drop role ${role}`);
  }
});

test('places of an earlier version are found by name and pinyin after a start', async () => {
  const db = await testDatabase();
  await db.admin(`insert into identity.utility (code, name, created_at) values ('old', '旧城', '2026-01-01')`);
  await db.admin(`insert into identity.district values (1, 'east', '城东片区')`);
  await db.admin(
    `insert into registers.community (utility_id, community_id, name, road, district_id) values (1, 1, '望湖苑', '', 'east')`,
  );
  const config = readConfig(['--empty'], { DATABASE_URL: db.url });
  if (config === 'help') throw new Error('not asked for');
  await prepare(config, dataFolder(path.join(tmpdir(), randomUUID())), [], () => undefined);
  const { candidates } = await db.transaction(1, (tx) => resolvePlace(tx, 'why'));
  expect(candidates[0]).toMatchObject({ kind: 'community', name: '望湖苑' });
});
