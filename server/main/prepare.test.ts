import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
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
    const config = readConfig(['--no-demo'], { DATABASE_URL: url.href });
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
