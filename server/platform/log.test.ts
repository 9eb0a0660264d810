import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { openLog } from './log.ts';
import { testDatabase } from './testing.ts';

test('an error in the log says what failed and where, and nothing of the row it failed on', async () => {
  const db = await testDatabase();
  await db.admin(`create table public.kept (name text unique, born date check (born > '1900-01-01'))`);
  await db.admin(`insert into public.kept values ('王小明', '1990-02-03')`);
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = openLog(sink, 'worker');
  for (const statement of [
    `insert into public.kept values ('王小明', null)`,
    `insert into public.kept values ('李红', '1812-03-04')`,
    `select '1812年3月'::date`,
    `select '王小明'::int`,
    `select '{"a": 王小明}'::json`,
  ])
    log.error({ err: await db.admin(statement).then(String, (error) => error) }, 'failed');
  for (const text of ['王小明', '{"phone": 13900000001 王小明', '["13900000001'])
    try {
      JSON.parse(text);
    } catch (err) {
      log.error({ err }, 'failed');
    }
  expect(lines.length).toBe(8);
  for (const line of lines) expect(line).not.toMatch(/王|小明|李红|1812|1990|13900000001/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    name: 'worker',
    msg: 'failed',
    err: { code: '23505', constraint: 'kept_name_key', table: 'kept', stack: expect.stringContaining('log.test.ts') },
  });
  expect(JSON.parse(lines[3] ?? '').err.message).toBe('invalid input syntax for type integer: "…"');
});
