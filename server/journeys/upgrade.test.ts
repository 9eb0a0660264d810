import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readMigrations } from '../platform/migrate.ts';
import { emptyDatabase, restoreInto, scratchFolder } from './backup/testing.ts';
import { testServer } from './testing.ts';

vi.setConfig({ testTimeout: 90_000 });

const LANDINGS = join(import.meta.dirname, '../../database/landings');
const CLI = join(import.meta.dirname, '../main/cli.ts');
const landings = readdirSync(LANDINGS).filter((name) => name.endsWith('.gongshui'));
const scratch = scratchFolder();

test.each(landings)('data of %s is brought up to this version: nothing is lost, people work on', async (name) => {
  const db = await emptyDatabase();
  const { manifest, proven } = await restoreInto(db, join(LANDINGS, name), join(scratch, name));
  expect(`${manifest.migrations.at(-1)?.name.slice(0, 4)}.gongshui`).toBe(name);
  const applied = await db.admin<{ name: string }>('select name from platform.migration order by name');
  expect(applied.map((row) => row.name)).toEqual((await readMigrations()).map((one) => one.name));
  expect(proven).toMatchObject({ orders: 140, differences: 0 });

  const server = await testServer({ db });
  const { token } = await server.signIn('linxiaoyan', 'gongshui');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const list = await fetch(`${server.url}/api/orders?tab=all&limit=5`, { headers });
  expect(list.status).toBe(200);
  const { items } = (await list.json()) as { items: { id: number }[] };
  expect(items).toHaveLength(5);
  for (const { id } of items) expect((await fetch(`${server.url}/api/orders/${id}`, { headers })).status).toBe(200);
  const made = await fetch(`${server.url}/api/requests`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': 'upgraded-1' },
    body: JSON.stringify({ channel: 'phone', event: 'pipe-leak', content: '路面冒水', place: '湖滨东路18号' }),
  });
  expect(made.status).toBe(201);
});

test('the command restores into the embedded database, proves it, and backs it up again', () => {
  const { DATABASE_URL: _, ...env } = process.env;
  const run = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env });
  const into = join(scratch, 'embedded');
  const restored = run('restore', join(LANDINGS, landings.at(-1) ?? ''), '--into', into, '--json');
  expect(restored.stderr).toBe('');
  expect(JSON.parse(restored.stdout)).toMatchObject({ orders: 140, differences: 0, files: 2 });
  expect(existsSync(`${into}.restoring`)).toBe(false);
  const backup = run('backup', join(scratch, 'again.gongshui'), '--data', into, '--json');
  expect(JSON.parse(backup.stdout)).toMatchObject({ files: 2 });
  const checked = run('restore', join(scratch, 'again.gongshui'), '--check', '--lang', 'en');
  expect(checked.stdout).toContain('is whole');
});
