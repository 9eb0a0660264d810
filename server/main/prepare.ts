import pg from 'pg';
import { completeKeys } from '../modules/registers/index.ts';
import { loadShipped } from '../modules/regulations/index.ts';
import { systemTime } from '../platform/clock.ts';
import type { DataFolder } from '../platform/data-folder.ts';
import { openPool } from '../platform/database.ts';
import { prepareDatabase, startInstallation } from '../platform/embedded/installation.ts';
import { migrate, readMigrations } from '../platform/migrate.ts';
import type { Config } from './config.ts';
import type { Demo, SignIn } from './demo.ts';
import { openFiles } from './file-store.ts';
import { ownerTooWeak } from './refusals.ts';
import { offerSetUp, type SetUpLink } from './set-up/link.ts';

/** Of every account of the demonstration town. */
export const DEMO_PASSWORD = 'gongshui';

export interface Prepared {
  /** Address the server works with. */
  url: string;
  /** Newest migration. */
  schema: string | null;
  /** When the demonstration town is there and wanted. */
  demo: Demo | null;
  /** While nobody is here: the link by which somebody begins. */
  setUp: SetUpLink | null;
}

/** A database that is there, up to date, and not empty unless it is to be. */
export async function prepare(
  config: Config,
  folder: DataFolder,
  closers: (() => void | Promise<void>)[],
  say: (line: string) => void,
): Promise<Prepared> {
  const fill = (adminUrl: string) => (config.demo ? loadTown(adminUrl, config, folder, say) : Promise.resolve());
  if (config.databaseUrl) {
    await requireOwner(config.databaseUrl);
    await migrate(config.databaseUrl, { log: (name) => say(`  ${name}`) });
    if (!(await anyUtility(config.databaseUrl))) await fill(config.databaseUrl);
    await nameEverything(config.databaseUrl);
    const schema = (await readMigrations()).at(-1)?.name ?? null;
    return { url: config.databaseUrl, schema, ...(await welcome(config, config.databaseUrl)) };
  }
  say(`数据目录 / data folder: ${folder.root}`);
  const installation = await startInstallation(folder);
  closers.push(() => installation.stop());
  if (installation.tookOver) say('接管了上次未正常停止的数据库 / took over the database of a run that was cut off');
  const schema = await prepareDatabase(folder, installation, fill, (name) => say(`  ${name}`));
  await nameEverything(installation.ownerUrl);
  return { url: installation.serverUrl, schema, ...(await welcome(config, installation.ownerUrl)) };
}

async function welcome(config: Config, ownerUrl: string): Promise<Pick<Prepared, 'demo' | 'setUp'>> {
  const somebody = await anyUtility(ownerUrl);
  return { demo: await demoOf(config, ownerUrl), setUp: somebody ? null : await offerSetUp(ownerUrl, systemTime) };
}

async function loadTown(
  adminUrl: string,
  config: Config,
  folder: DataFolder,
  say: (line: string) => void,
): Promise<void> {
  say('首次启动，正在建立演示城市“湖城” / first start: building the demonstration town …');
  const { packs } = loadShipped();
  const { seedTown } = await import('../../database/town/seed.ts');
  const db = openPool({ url: adminUrl, max: 2, name: 'gongshui town', statementTimeout: 0 });
  try {
    const files = await openFiles(config, folder.files);
    const log = (line: string) => say(`  ${line}`);
    const address = `${config.https ? 'https' : 'http'}://localhost:${config.port}`;
    await seedTown({ db, adminUrl, time: systemTime, packs, files, address, password: DEMO_PASSWORD, log });
  } finally {
    await db.end();
  }
}

/** Places registered by an earlier version become findable by name, pinyin and initials. */
async function nameEverything(url: string): Promise<void> {
  const db = openPool({ url, max: 1, name: 'gongshui names', statementTimeout: 0 });
  try {
    for (const { id } of await asking<{ id: number }>(url, 'select id from identity.utility_ids() as id')) {
      await db.transaction(id, completeKeys);
    }
  } finally {
    await db.end();
  }
}

async function asking<R extends object>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R & pg.QueryResultRow>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The role that owns the tables answers for every utility before one is known: it must stand above row-level security. */
async function requireOwner(url: string): Promise<void> {
  const [role] = await asking<{ name: string; able: boolean }>(
    url,
    'select rolname as name, rolsuper or (rolbypassrls and rolcreaterole) as able from pg_roles where rolname = current_user',
  );
  if (role && !role.able) throw ownerTooWeak(role.name);
}

async function anyUtility(url: string): Promise<boolean> {
  return (await asking(url, 'select from identity.utility_ids() limit 1')).length > 0;
}

/** The demonstration's utility has a code of its own; nobody else's passwords are known. */
async function demoOf({ demo }: Config, url: string): Promise<Demo | null> {
  if (!demo) return null;
  const rows = await asking<SignIn & { utility: string }>(
    url,
    `select distinct on (role) u.name as utility, s.username, s.name, d.name as department, role
     from identity.staff s join identity.utility u using (utility_id) join identity.department d using (utility_id, department_id),
       unnest(s.roles) as role
     where u.code = 'hucheng' and s.active order by role, cardinality(s.roles), d.kind <> 'service', s.staff_id`,
  );
  const [first] = rows;
  if (!first) return null;
  return { utility: first.utility, password: DEMO_PASSWORD, signIns: rows.map(({ utility: _, ...signIn }) => signIn) };
}
