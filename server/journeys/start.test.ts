import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../platform/connect.ts';
import { dataFolder, readPostgres, whoRuns } from '../platform/data-folder.ts';
import { freePort, stopPostmaster } from '../platform/embedded/cluster.ts';
import { findPostmaster } from '../platform/embedded/postmaster.ts';
import { birthOf } from '../platform/process.ts';

// What somebody who types `npm start` meets, on real processes and a folder of their own.

const SCRIPT = path.resolve(import.meta.dirname, '../main/start.ts');
const home = mkdtempSync(path.join(tmpdir(), 'gongshui-start-'));
const folder = dataFolder(path.join(home, 'data'));
const children: ChildProcess[] = [];

interface Run {
  child: ChildProcess;
  port: number;
  output(): string;
  ended: Promise<number | null>;
}

async function run(more: { data?: string; port?: number } = {}): Promise<Run> {
  const port = more.port ?? (await freePort());
  const args = [SCRIPT, '--port', String(port), '--data', more.data ?? folder.root, '--empty', '--no-web'];
  const { DATABASE_URL: _none, ...env } = process.env;
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return { child, port, output: () => text, ended: new Promise((resolve) => child.on('exit', resolve)) };
}

async function until(what: () => boolean | Promise<boolean>, seconds = 40): Promise<void> {
  const limit = Date.now() + seconds * 1000;
  while (!(await what())) {
    if (Date.now() > limit) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ready(started: Run): Promise<Run> {
  let code: number | null | undefined;
  void started.ended.then((at) => {
    code = at;
  });
  await until(() => {
    if (code !== undefined) throw new Error(`ended with ${code}: ${started.output()}`);
    return started.output().includes('Gongshui is ready');
  });
  return started;
}

const health = (port: number) => fetch(`http://localhost:${port}/healthz`).then((answer) => answer.json());

function childrenOf(pid: number | undefined): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return rows
    .map((row) => row.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (parent === pid && child ? [child] : []));
}

async function stopped(started: Run, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  started.child.kill(signal);
  return started.ended;
}

afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  const left = findPostmaster(folder.postgres);
  if (left) await stopPostmaster(folder.postgres, left.pid);
  rmSync(home, { recursive: true, force: true });
});

describe('npm start', { timeout: 120_000 }, () => {
  test('the first time makes a database of its own, and stops all of it on SIGTERM', async () => {
    const started = await ready(await run());
    expect(await health(started.port)).toEqual({ status: 'ok' });
    for (const name of ['secret', 'postgres.json', 'gongshui.json', 'running.json']) {
      expect([name, statSync(path.join(folder.root, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    const opened = await openDatabase({ data: folder.root, databaseUrl: '' });
    const [settings] =
      await opened.db.query(sql`select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
      current_setting('server_encoding') as encoding, current_user as role, session_user as login`);
    expect(settings).toEqual({
      listens: '127.0.0.1',
      fsync: 'on',
      encoding: 'UTF8',
      role: 'gongshui_app',
      login: 'gongshui_server',
    });
    await opened.close();
    expect(await health(started.port)).toEqual({ status: 'ok' });

    expect(await stopped(started)).toBe(0);
    expect([findPostmaster(folder.postgres), whoRuns(folder)]).toEqual([null, null]);
    expect(existsSync(path.join(folder.root, 'running.json'))).toBe(false);
  });

  test('a second one on the same folder is told where the first runs; a busy port, who has it', async () => {
    const first = await ready(await run());
    const second = await run({ port: first.port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Already running: http://localhost:${first.port} (process ${first.child.pid}`);
    const elsewhere = path.join(home, 'elsewhere');
    const third = await run({ data: elsewhere, port: first.port });
    expect(await third.ended).toBe(1);
    expect(third.output()).toContain(`端口 ${first.port} 被`);
    expect(third.output()).toContain(`kill ${first.child.pid}`);
    expect(existsSync(elsewhere)).toBe(false);
    expect(await stopped(first, 'SIGINT')).toBe(0);
  });

  test('after a run that was killed the data are there, the database is taken over and the dead worker is replaced', async () => {
    const killed = await ready(await run());
    const opened = await openDatabase({ data: folder.root, databaseUrl: '' });
    const owner = new pg.Client({ connectionString: opened.ownerUrl });
    await owner.connect();
    await owner.query(`insert into identity.utility (code, name, created_at) values ('kept', '还在', now())`);
    await owner.end();
    await opened.close();
    const orphan = findPostmaster(folder.postgres)?.pid;
    const workers = childrenOf(killed.child.pid).filter((pid) => pid !== orphan);
    expect([orphan !== undefined, workers.length]).toEqual([true, 1]);
    await stopped(killed, 'SIGKILL');

    const next = await ready(await run());
    expect(next.output()).toContain('took over');
    expect(findPostmaster(folder.postgres)?.pid).toBe(orphan);
    const utilities = await openDatabase({ data: folder.root, databaseUrl: '' });
    expect(await utilities.db.query(sql`select utility_ids as id from identity.utility_ids()`)).toHaveLength(1);
    await utilities.close();

    // the worker of the killed run has noticed
    await until(() => workers.every((pid) => birthOf(pid) === null));
    const [worker] = childrenOf(next.child.pid).filter((pid) => pid !== orphan);
    process.kill(worker ?? 0, 'SIGKILL');
    await until(() =>
      childrenOf(next.child.pid).some((pid) => pid !== worker && pid !== orphan && birthOf(pid) !== null),
    );
    expect(await stopped(next)).toBe(0);
  });

  test('a lock file with the number of somebody else’s process does not keep it from starting', async () => {
    // as after a power cut: the number belongs to another program now, here to this test
    writeFileSync(
      path.join(folder.postgres, 'postmaster.pid'),
      `${process.pid}\n${folder.postgres}\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
    );
    writeFileSync(
      path.join(folder.root, 'running.json'),
      JSON.stringify({ pid: process.pid, birth: 'long ago', url: null }),
    );
    const started = await ready(await run());
    expect(await stopped(started)).toBe(0);
  });

  test('a port somebody else took meanwhile is exchanged for another', async () => {
    const port = readPostgres(folder)?.port ?? 0;
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    const started = await ready(await run());
    expect(readPostgres(folder)?.port).not.toBe(port);
    expect(await stopped(started)).toBe(0);
    squatter.close();
  });

  test('a command finds the database when nothing runs, and leaves nothing running', async () => {
    const opened = await openDatabase({ data: folder.root, databaseUrl: '' });
    expect(await opened.db.query(sql`select 1 as n`)).toEqual([{ n: 1 }]);
    await opened.close();
    expect(findPostmaster(folder.postgres)).toBeNull();
    await expect(openDatabase({ data: path.join(home, 'nothing'), databaseUrl: '' })).rejects.toThrow('npm start');
  });
});

describe('a folder that does not belong to this platform is refused and left alone', { timeout: 60_000 }, () => {
  async function refused(name: string, files: Record<string, string>): Promise<string> {
    const root = path.join(home, name);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const before = readdirSync(root, { recursive: true });
    const started = await run({ data: root });
    expect(await started.ended).toBe(1);
    expect(readdirSync(root, { recursive: true })).toEqual(before);
    for (const [file, text] of Object.entries(files)) expect(readFileSync(path.join(root, file), 'utf8')).toBe(text);
    return started.output();
  }

  test('made by another PostgreSQL', async () => {
    const output = await refused('other-major', {
      'gongshui.json': '{"format":1,"schema":null}',
      'postgres/PG_VERSION': '17\n',
      'postgres/base/1': 'x',
    });
    expect(output).toContain('属于 PostgreSQL 17');
    expect(output).toContain('Nothing was changed');
  });

  test('migrated by a newer platform, or laid out by one', async () => {
    const schema = await refused('newer-schema', { 'gongshui.json': '{"format":1,"schema":"9999_later.sql"}' });
    expect(schema).toContain('made by a newer version of the platform (9999_later.sql)');
    expect(await refused('newer-format', { 'gongshui.json': '{"format":2,"schema":null}' })).toContain('格式 2');
  });

  test('wrong options are explained', async () => {
    const child = spawn(process.execPath, [SCRIPT, '--port', 'eighty'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(1);
    expect(text).toContain('端口应为 1–65535');
  });
});
