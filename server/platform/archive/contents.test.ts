import { expect, it } from 'vitest';
import { testDatabase } from '../testing.ts';
import { connectOwner, hashOf, rowsOf } from './contents.ts';

it('rows are counted by what was read, whatever stands in them, and known as soon as the last was', async () => {
  const db = await testDatabase();
  await db.admin('create table public.lines (n int primary key, text text)');
  await db.admin(`insert into public.lines select n, case n % 3 when 0 then e'two\\nlines\\r\\n' when 1 then '\\n' end
    from generate_series(1, 5000) n`);
  const client = connectOwner(db.url);
  await client.connect();
  try {
    const shape = { table: 'public.lines', columns: ['n', 'text'], order: 'n' };
    for (let again = 0; again < 20; again += 1) {
      const rows = rowsOf(client, shape);
      const { bytes, sha256 } = await hashOf(rows.stream);
      expect(rows.counted()).toEqual({ table: 'public.lines', columns: ['n', 'text'], rows: 5000, bytes, sha256 });
    }
  } finally {
    await client.end();
  }
});
