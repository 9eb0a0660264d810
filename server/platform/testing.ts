import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Db, openPool } from './database.ts';
import { TEMPLATE } from './testing-setup.ts';

/** A database of its own for one test file, with every migration applied. */
export interface TestDatabase extends Db {
  /** Address for its owner, who is above row-level security: for arranging and looking, not for what is tested. */
  url: string;
  /** A query as the owner. */
  admin<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
}

/** Columns of a table that can be written, as a list for SQL: what the database works out itself is left to it. */
export async function writable(db: Pick<TestDatabase, 'admin'>, table: string): Promise<string[]> {
  const columns = await db.admin<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return columns.map(({ name }) => name);
}

const made: { db: TestDatabase; name: string; owner: pg.Pool }[] = [];

/** A clone of the migrated template; closed and dropped when the file's tests have ended. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${TEMPLATE}`);
  const url = address(name);
  const db = openPool({ url, max: 8, name: 'gongshui test' });
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on('error', () => undefined);
  const result: TestDatabase = {
    ...db,
    url,
    async admin<R extends object>(text: string, values: unknown[] = []) {
      return (await owner.query<R & pg.QueryResultRow>(text, values)).rows;
    },
  };
  made.push({ db: result, name, owner });
  return result;
}

afterAll(async () => {
  for (const { db, name, owner } of made.splice(0)) {
    await db.end().catch(() => undefined);
    await owner.end();
    await onServer(`drop database ${name} with (force)`);
  }
});

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function address(database: string): string {
  const url = new URL(inject('postgres'));
  url.pathname = `/${database}`;
  return url.href;
}
