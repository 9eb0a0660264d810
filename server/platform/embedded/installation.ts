import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type DataFolder, type PostgresSettings, readPostgres, writePostgres } from '../data-folder.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { type Cluster, ClusterRefused, clusterExists, createCluster, freePort, startCluster } from './cluster.ts';
import { findPostmaster } from './postmaster.ts';

const DATABASE = 'gongshui';
/** Where a first start works until everything is there; then it is renamed. */
const UNFINISHED = 'gongshui_unfinished';
const SERVER = 'gongshui_server';

/** The running embedded PostgreSQL of a data folder. */
export interface Installation {
  /** For migrating and looking after it: above row-level security. */
  ownerUrl: string;
  /** For the server. */
  serverUrl: string;
  /** True when it was running already. */
  tookOver: boolean;
  pid: number;
  stop(): Promise<void>;
  /** Stops it unless somebody else is connected. */
  stopIfIdle(): Promise<void>;
}

/** Starts the PostgreSQL of the folder, creating it first if there is none. */
export async function startInstallation(folder: DataFolder): Promise<Installation> {
  let settings = readPostgres(folder);
  if (!clusterExists(folder.postgres)) {
    settings = { port: await freePort(), ownerPassword: password(), serverPassword: password() };
    writePostgres(folder, settings);
    await createCluster(folder.postgres, settings.ownerPassword);
  }
  if (!settings) {
    throw new ClusterRefused('did-not-start', { reason: `postgres.json is missing from ${folder.root}` });
  }
  const tookOver = findPostmaster(folder.postgres) !== null;
  const port = tookOver ? settings.port : await freePort(settings.port);
  mkdirSync(folder.log, { recursive: true, mode: 0o700 });
  const { postgres: dir, postgresLog: log } = folder;
  const cluster = await startCluster({ dir, log, port, password: settings.ownerPassword, durable: true });
  if (cluster.port !== settings.port) {
    settings = { ...settings, port: cluster.port };
    writePostgres(folder, settings);
  }
  return {
    ownerUrl: cluster.url(DATABASE),
    serverUrl: serverUrl(settings),
    tookOver,
    pid: cluster.pid,
    stop: () => cluster.stop(),
    stopIfIdle: async () => {
      if (!(await othersConnected(cluster))) await cluster.stop();
    },
  };
}

function serverUrl(settings: PostgresSettings): string {
  return `postgres://${SERVER}:${settings.serverPassword}@127.0.0.1:${settings.port}/${DATABASE}`;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

/** Our own connections, just closed, take a moment to go. */
async function othersConnected(cluster: Cluster): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (!(await anyConnected(cluster))) return false;
    await sleep(50);
  }
  return true;
}

function anyConnected(cluster: Cluster): Promise<boolean> {
  return asOwner(cluster.url('postgres'), async (client) => {
    const answer = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return answer.rows.length > 0;
  });
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to the newest version. A new one is made beside, filled by `fill`, and gets its name
 * only then: a first start that is killed half-way begins anew. Returns the newest migration.
 */
export async function prepareDatabase(
  folder: DataFolder,
  installation: Installation,
  fill: (ownerUrl: string) => Promise<void>,
  log: (line: string) => void,
  /** Of a new database, before it is migrated: what an archive of an earlier version brings. */
  begin: (ownerUrl: string) => Promise<void> = async () => undefined,
): Promise<string | null> {
  const maintenance = withDatabase(installation.ownerUrl, 'postgres');
  const exists = await asOwner(maintenance, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (found.rows.length > 0) return true;
    await client.query(`drop database if exists ${UNFINISHED} with (force)`);
    await client.query(`create database ${UNFINISHED}`);
    return false;
  });
  const url = exists ? installation.ownerUrl : withDatabase(installation.ownerUrl, UNFINISHED);
  if (!exists) await begin(url);
  await migrate(url, { log });
  await allowServer(url, readPostgres(folder)?.serverPassword ?? '');
  if (!exists) {
    await fill(url);
    await asOwner(maintenance, async (client) => {
      // a pool's last connection may take a moment to go
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [UNFINISHED]);
      await client.query(`alter database ${UNFINISHED} rename to ${DATABASE}`);
    });
  }
  return (await readMigrations()).at(-1)?.name ?? null;
}

async function allowServer(url: string, serverPassword: string): Promise<void> {
  await asOwner(url, async (client) => {
    const known = await client.query('select from pg_roles where rolname = $1', [SERVER]);
    const verb = known.rows.length > 0 ? 'alter' : 'create';
    await client.query(`${verb} role ${SERVER} login noinherit password ${client.escapeLiteral(serverPassword)}`);
    await client.query(`grant gongshui_app, gongshui_auth to ${SERVER}`);
  });
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}
