import { beforeAll, describe, expect, test } from 'vitest';
import { type Migration, MigrationRefused, migrate, pendingOf, readMigrations } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let db: TestDatabase;
let all: Migration[];
beforeAll(async () => {
  db = await testDatabase();
  all = await readMigrations();
});

const next = (name: string, sql: string): Migration => ({ name, sql, sha256: `sha of ${sql}` });
const applied = () => db.admin<{ name: string }>('select name from platform.migration order by name');

describe('migrating', () => {
  test('an up-to-date database changes nothing', async () => {
    expect(await migrate(db.url)).toEqual([]);
    expect((await applied()).map((row) => row.name)).toEqual(all.map((migration) => migration.name));
  });

  test('two at once apply each migration once', async () => {
    const migrations = [...all, next('9001_test.sql', 'create table public.once (n int)')];
    const done = await Promise.all([1, 2, 3].map(() => migrate(db.url, { migrations })));
    expect(done.flat()).toEqual(['9001_test.sql']);
  });

  test('a migration that fails leaves nothing of itself, and says where it failed', async () => {
    const one = next('9001_test.sql', 'create table public.once (n int)');
    const bad = next('9002_bad.sql', 'create table public.half (n int);\nselect 1/0;\n');
    await expect(migrate(db.url, { migrations: [...all, one, bad] })).rejects.toThrow('9002_bad.sql: division by zero');
    const syntax = next('9002_bad.sql', 'select 1;\nselekt 2;');
    await expect(migrate(db.url, { migrations: [...all, one, syntax] })).rejects.toThrow('9002_bad.sql at line 2');
    const [row] = await db.admin<{ half: string | null }>(`select to_regclass('public.half') as half`);
    expect(row?.half).toBeNull();
    expect((await applied()).map((at) => at.name)).not.toContain('9002_bad.sql');
  });

  test('a database of a newer platform is refused', async () => {
    await expect(migrate(db.url, { migrations: all })).rejects.toThrow('newer version of the platform (9001_test.sql)');
  });
});

describe('what is to be applied', () => {
  const a = next('0001_a.sql', 'a');
  const b = next('0002_b.sql', 'b');
  const c = next('0003_c.sql', 'c');
  const problem = (work: () => unknown) => {
    try {
      return work();
    } catch (error) {
      return error instanceof MigrationRefused ? error.problem : error;
    }
  };

  test('is what has not been, in order', () => {
    expect(pendingOf([a, b, c], [a])).toEqual([b, c]);
  });

  test('a changed old migration is refused', () => {
    expect(problem(() => pendingOf([a, next('0002_b.sql', 'other')], [a, b]))).toEqual({
      code: 'changed',
      name: '0002_b.sql',
    });
  });

  test('one that comes before an applied one is refused', () => {
    const expected = { code: 'out-of-order', name: '0002_b.sql', after: '0003_c.sql' };
    expect(problem(() => pendingOf([a, b, c], [a, c]))).toEqual(expected);
  });
});
