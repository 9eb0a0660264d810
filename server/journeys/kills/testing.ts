/** Test support: a durable PostgreSQL of its own and real workers on it, both to be killed. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { openPool } from '../../platform/database.ts';
import {
  type Cluster,
  createCluster,
  freePort,
  startCluster,
  stopPostmaster,
} from '../../platform/embedded/cluster.ts';
import { findPostmaster, isAlive } from '../../platform/embedded/postmaster.ts';
import { give, postgresAccount } from '../../platform/embedded/run-as.ts';
import { migrate } from '../../platform/migrate.ts';
import { type TestDatabase, writable } from '../../platform/testing.ts';

const MAIN = path.resolve(import.meta.dirname, '../../main');
const DATABASE = 'kills';
/** Workers are started again and again: the second time without compiling. */
const CACHE = path.join(tmpdir(), 'gongshui-kills-cache');

export interface Ground {
  db: TestDatabase;
  /** Survives the loss of the database: asks again until it answers. */
  look<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
  /** Returns when it is gone. */
  killPostmaster(): Promise<void>;
  /** After a kill; returns when it answers. */
  returns(): Promise<void>;
  stop(): Promise<void>;
}

/** Named so that the next run clears it away if this one is killed itself: see testing-setup.ts. */
export async function ground(): Promise<Ground> {
  const home = mkdtempSync(path.join(tmpdir(), 'gongshui-test-'));
  writeFileSync(path.join(home, 'owner'), String(process.pid));
  give(home, postgresAccount());
  const dir = path.join(home, 'postgres');
  const password = randomBytes(12).toString('hex');
  await createCluster(dir, password);
  const options = { dir, log: path.join(home, 'postgres.log'), port: await freePort(), password, durable: true };
  let cluster: Cluster = await startCluster(options);
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  await admin.query(`create database ${DATABASE}`);
  await admin.end();
  const url = cluster.url(DATABASE);
  await migrate(url);
  const pool = openPool({ url, max: 8, name: 'kills', statementTimeout: 0 });
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on('error', () => undefined);
  const db: TestDatabase = {
    ...pool,
    url,
    admin: async <R extends object>(text: string, values: unknown[] = []) =>
      (await owner.query<R & pg.QueryResultRow>(text, values)).rows,
  };
  const look: Ground['look'] = async (text, values) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.admin(text, values);
      } catch (error) {
        if (attempt === 200) throw error;
        await sleep(25);
      }
    }
  };
  return {
    db,
    look,
    async killPostmaster() {
      process.kill(cluster.pid, 'SIGKILL');
      while (isAlive(cluster.pid)) await sleep(5);
    },
    async returns() {
      cluster = await startCluster(options);
      await look('select 1');
    },
    async stop() {
      await pool.end().catch(() => undefined);
      await owner.end().catch(() => undefined);
      const left = findPostmaster(dir);
      if (left) await stopPostmaster(dir, left.pid);
      for (const folder of [home, CACHE]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Worker {
  name: string;
  child: ChildProcess;
  output(): string;
}

export interface Crew {
  alive: Worker[];
  /** Ended although nobody killed them: code or signal, and the last they said. */
  deserted: string[];
  hire(): Worker;
  kill(worker: Worker): void;
  /** Everything any of them ever logged. */
  said(): string;
  stop(): Promise<void>;
}

/** Real worker processes; each shows by its name in pg_stat_activity. */
export function crew(url: string): Crew {
  const all: Worker[] = [];
  const alive: Worker[] = [];
  const deserted: string[] = [];
  let stopping = false;
  const left = (worker: Worker): void => {
    const at = alive.indexOf(worker);
    if (at >= 0) alive.splice(at, 1);
  };
  return {
    alive,
    deserted,
    hire() {
      const name = `worker-${all.length + 1}`;
      const child = spawn(process.execPath, [path.join(MAIN, 'worker.ts')], {
        // ipc: should the test itself be killed, they notice
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: { ...process.env, DATABASE_URL: `${url}?application_name=${name}`, NODE_COMPILE_CACHE: CACHE },
      });
      let text = '';
      const worker: Worker = { name, child, output: () => text };
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
      }
      child.on('exit', (code, signal) => {
        if (alive.includes(worker) && !stopping) deserted.push(`${name} ${code ?? signal}: ${text.slice(-2000)}`);
        left(worker);
      });
      all.push(worker);
      alive.push(worker);
      return worker;
    },
    kill(worker) {
      left(worker);
      worker.child.kill('SIGKILL');
    },
    said: () => all.map((worker) => worker.output()).join(''),
    async stop() {
      stopping = true;
      const open = alive.filter(({ child }) => child.exitCode === null && child.signalCode === null);
      const ends = open.map(({ child }) => new Promise((resolve) => child.once('exit', resolve)));
      for (const { child } of open) child.kill('SIGTERM');
      const late = setTimeout(() => {
        for (const { child } of open) child.kill('SIGKILL');
      }, 5000);
      await Promise.all(ends);
      clearTimeout(late);
    },
  };
}

/** Each order as it stands, with its log and clocks, `times` over. Only for the owner. */
export async function multiply(db: TestDatabase, times: number): Promise<void> {
  await db.admin(`
    create table copied as
    select utility_id, order_id as template, nextval(pg_get_serial_sequence('work_orders.work_order', 'order_id')) as order_id, n
    from work_orders.work_order, generate_series(2, ${times}) n`);
  for (const [table, own] of [
    ['work_order', `, 'number', t.number || '-' || c.n`],
    ['event', ''],
    ['clock', ''],
  ]) {
    const columns = await writable(db, `work_orders.${table}`);
    await db.admin(`
      insert into work_orders.${table} (${columns.join(', ')})
      select ${columns.map((name) => `r.${name}`).join(', ')} from copied c
      join work_orders.${table} t on t.utility_id = c.utility_id and t.order_id = c.template
      cross join lateral jsonb_populate_record(t, jsonb_build_object('order_id', c.order_id ${own})) r`);
  }
  await db.admin('drop table copied');
  await db.admin('analyze');
}

export interface VerifyOutput {
  orders: number;
  clocks: number;
  differences: object[];
}

/** `gongshui verify --json`, as somebody would type it. */
export async function verify(url: string): Promise<VerifyOutput> {
  const args = [path.join(MAIN, 'cli.ts'), 'verify', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout: string; stderr: string }) => {
    if (error.stdout) return error;
    throw error;
  });
  return JSON.parse(stdout) as VerifyOutput;
}

/** 0 ≤ n < 1, the same sequence for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
