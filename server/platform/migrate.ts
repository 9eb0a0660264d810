import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** Plain SQL, forward only: 0042_billing_add_late_fee.sql */
export const MIGRATIONS = path.resolve(import.meta.dirname, '../../database/migrations');
const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;
/** Any number will do as long as nobody else takes it: one migrates, the others wait. */
const LOCK = 4_870_231;

export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

export type MigrationProblem =
  | { code: 'changed'; name: string }
  | { code: 'newer-schema'; names: string[] }
  | { code: 'out-of-order'; name: string; after: string }
  | { code: 'half-restored' };

/** Schema that stands in a database while an archive is brought into it. */
export const HALF_RESTORED = 'gongshui_half_restored';

/** The database and the files of this version do not belong together. Nothing was changed. */
export class MigrationRefused extends Error {
  problem: MigrationProblem;
  constructor(problem: MigrationProblem) {
    super(describe(problem));
    this.problem = problem;
  }
}

function describe(problem: MigrationProblem): string {
  if (problem.code === 'changed') return `migration ${problem.name} was changed after it had been applied`;
  if (problem.code === 'half-restored') return 'a restore into the database was broken off';
  if (problem.code === 'newer-schema') {
    return `the database was migrated by a newer version of the platform (${problem.names.join(', ')})`;
  }
  return `migration ${problem.name} comes before ${problem.after}, which has been applied already`;
}

export async function readMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  return Promise.all(
    names.map(async (name) => {
      const number = NAME.exec(name)?.[1];
      if (!number) throw new Error(`not the name of a migration: ${name} (expected 0042_module_what.sql)`);
      if (numbers.has(number)) throw new Error(`two migrations have the number ${number}`);
      numbers.add(number);
      // a checkout with CRLF line ends is the same migration
      const sql = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Brings the database to the newest version, each migration in its own transaction. Returns what was applied. */
export async function migrate(
  url: string,
  options: { migrations?: Migration[]; log?: (line: string) => void; restoring?: boolean } = {},
): Promise<string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  const client = new pg.Client({ connectionString: url, application_name: 'gongshui migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    if (!options.restoring && (await halfRestored(client))) throw new MigrationRefused({ code: 'half-restored' });
    const pending = pendingOf(migrations, await applied(client));
    for (const migration of pending) {
      await apply(client, migration);
      options.log?.(migration.name);
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query(`create schema if not exists platform;
      create table if not exists platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null)`);
    await client.query('insert into platform.migration values ($1, $2, clock_timestamp())', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const where = error instanceof pg.DatabaseError && error.position ? ` at ${line(migration, error.position)}` : '';
    throw new Error(`${migration.name}${where}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function line(migration: Migration, position: string): string {
  return `line ${migration.sql.slice(0, Number(position)).split('\n').length}`;
}

interface Applied {
  name: string;
  sha256: string;
}

async function halfRestored(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select from pg_namespace where nspname = $1', [HALF_RESTORED]);
  return rows.length > 0;
}

async function applied(client: pg.Client): Promise<Applied[]> {
  const exists = await client.query<{ found: boolean }>(
    `select to_regclass('platform.migration') is not null as found`,
  );
  if (!exists.rows[0]?.found) return [];
  return (await client.query<Applied>('select name, sha256 from platform.migration order by name')).rows;
}

/** What is still to be applied; throws MigrationRefused when files and database do not belong together. */
export function pendingOf(migrations: Migration[], done: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = done.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (unknown.length > 0) throw new MigrationRefused({ code: 'newer-schema', names: unknown });
  const changed = done.find((row) => known.get(row.name)?.sha256 !== row.sha256);
  if (changed) throw new MigrationRefused({ code: 'changed', name: changed.name });
  const names = new Set(done.map((row) => row.name));
  const pending = migrations.filter((migration) => !names.has(migration.name));
  const last = done.at(-1)?.name;
  const late = pending.find((migration) => last !== undefined && migration.name < last);
  if (late && last) throw new MigrationRefused({ code: 'out-of-order', name: late.name, after: last });
  return pending;
}
