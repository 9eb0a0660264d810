import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresBinaries } from './binaries.ts';
import { findPostmaster, isAlive, type Postmaster } from './postmaster.ts';
import { give, postgresAccount, spawnAs } from './run-as.ts';

const SUPERUSER = 'gongshui';
const START_LIMIT = 60_000;
const STOP_LIMIT = 30_000;
const LOG_LIMIT = 10 * 1024 * 1024;

export interface ClusterOptions {
  /** The data directory. */
  dir: string;
  /** File that receives PostgreSQL's own messages. */
  log: string;
  port: number;
  password: string;
  /** False for tests: nothing is synced to disk. */
  durable: boolean;
}

export interface Cluster {
  port: number;
  pid: number;
  /** Address of a database of it, for its owner. */
  url(database: string): string;
  /** Fast shutdown: open transactions are rolled back, connections closed. */
  stop(): Promise<void>;
}

/** Why an embedded server cannot be started; `code` names the message. */
export class ClusterRefused extends Error {
  code: 'other-major' | 'did-not-start';
  params: Record<string, string>;
  constructor(code: 'other-major' | 'did-not-start', params: Record<string, string>) {
    super(`${code}: ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}

export function clusterExists(dir: string): boolean {
  return existsSync(path.join(dir, 'PG_VERSION'));
}

/** Refuses a data directory of another major version, before anything touches it. */
export function checkMajor(dir: string): void {
  const found = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  const { major } = postgresBinaries();
  if (found !== major) throw new ClusterRefused('other-major', { found, expected: major, dir });
}

/** initdb into a folder beside it, then renamed: a run killed half-way leaves nothing that looks finished. */
export async function createCluster(dir: string, password: string): Promise<void> {
  const { initdb } = postgresBinaries();
  const account = postgresAccount();
  const fresh = `${dir}.new`;
  await rm(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  give(fresh, account);
  const secret = mkdtempSync(path.join(tmpdir(), 'gongshui-initdb-'));
  const passwordFile = path.join(secret, 'password');
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    give(secret, account);
    give(passwordFile, account);
    // the built-in locale is the same on every machine: no index breaks when the system is upgraded
    const args = ['-D', fresh, '-U', SUPERUSER, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'];
    args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', '--no-sync');
    const child = spawnAs(account, initdb, args, fresh, { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() });
    let messages = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      messages += chunk.toString();
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (code !== 0) throw new ClusterRefused('did-not-start', { reason: messages.trim() });
    renameSync(fresh, dir);
  } finally {
    await rm(secret, { recursive: true, force: true });
  }
}

/** Starts the server on 127.0.0.1, or takes over the one that already runs on this directory. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  checkMajor(options.dir);
  const running = findPostmaster(options.dir);
  if (running) return handle(options, await untilReady(options, running.pid));
  await rm(path.join(options.dir, 'postmaster.pid'), { force: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return handle(options, await launch(options));
    } catch (error) {
      // the processes of a server that was killed take a moment to notice and let go of its memory
      const lingering = error instanceof ClusterRefused && /shared memory block/.test(error.params.reason ?? '');
      if (!lingering || attempt >= 20) throw error;
      await sleep(250);
    }
  }
}

async function launch(options: ClusterOptions): Promise<Postmaster> {
  const { postgres } = postgresBinaries();
  const account = postgresAccount();
  const from = await rotated(options.log);
  const log = openSync(options.log, 'a', 0o600);
  chmodSync(options.log, 0o600);
  const settings = Object.entries(settingsOf(options)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // detached: Ctrl-C reaches every process of the terminal, and the database must outlive the server that closes it
  const child = spawnAs(account, postgres, ['-D', options.dir, ...settings], options.dir, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      LC_MESSAGES: 'C',
      ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
    },
  });
  closeSync(log);
  let ended: string | undefined;
  child.on('error', (error) => {
    ended = error.message;
  });
  child.on('exit', (code, signal) => {
    ended ??= `exit ${code ?? signal}`;
  });
  child.unref();
  return untilReady(options, child.pid, () => {
    if (ended !== undefined) return `${ended}: ${readFileSync(options.log, 'utf8').slice(from).trim()}`;
    return undefined;
  });
}

/** Waits until the server writes `ready` into its postmaster.pid. */
async function untilReady(
  options: ClusterOptions,
  pid: number | undefined,
  failure: () => string | undefined = () => (pid && isAlive(pid) ? undefined : 'it ended'),
): Promise<Postmaster> {
  const limit = Date.now() + START_LIMIT;
  while (Date.now() < limit) {
    const reason = failure();
    if (reason !== undefined) throw new ClusterRefused('did-not-start', { reason });
    const found = findPostmaster(options.dir);
    if (found?.ready) return found;
    await sleep(20);
  }
  throw new ClusterRefused('did-not-start', { reason: `not ready after ${START_LIMIT / 1000} s` });
}

function handle(options: ClusterOptions, { pid, port }: Postmaster): Cluster {
  return {
    pid,
    port,
    url: (database) => `postgres://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`,
    stop: () => stopPostmaster(options.dir, pid),
  };
}

/** Stops the server of this directory, if `pid` still is it. */
export async function stopPostmaster(dir: string, pid: number): Promise<void> {
  if (findPostmaster(dir)?.pid !== pid) return;
  if (process.platform === 'win32') {
    const { pgCtl } = postgresBinaries();
    spawnAs(null, pgCtl, ['stop', '-D', dir, '-m', 'fast'], dir, { stdio: 'ignore' });
  } else {
    process.kill(pid, 'SIGINT');
  }
  const limit = Date.now() + STOP_LIMIT;
  while (findPostmaster(dir)?.pid === pid && Date.now() < limit) await sleep(20);
}

function settingsOf(options: ClusterOptions): Record<string, string | number> {
  const common = {
    port: options.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    jit: 'off',
    random_page_cost: 1.1,
    log_min_messages: 'warning',
    // no statement and no value of a row in the log: they hold personal data
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    log_timezone: 'UTC',
  };
  if (options.durable) return { ...common, shared_buffers: '256MB', max_wal_size: '2GB' };
  return { ...common, shared_buffers: '128MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
}

/** Keeps one older log; returns where the new messages begin. */
async function rotated(log: string): Promise<number> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size < LOG_LIMIT) return size;
  renameSync(log, `${log}.old`);
  return 0;
}

/** `wanted` if nobody listens there, else any free port of 127.0.0.1. */
export async function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
