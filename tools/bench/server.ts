/** `npm start` as a process of its own on a data folder that is thrown away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../server/platform/embedded/cluster.ts';

const BOOTSTRAP = join(import.meta.dirname, '..', 'bootstrap.mjs');

export interface RunningServer {
  url: string;
  /** From the command until it says that it is ready. */
  seconds: number;
  stop(): Promise<void>;
}

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gongshui-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param more of its environment */
export async function startServer(
  folder: string,
  options: string[] = [],
  more: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await freePort();
  // never the database somebody has set for his own work
  const { DATABASE_URL: _, ...env } = process.env;
  const args = [BOOTSTRAP, 'start', '--port', String(port), '--data', join(folder, 'data'), ...options];
  const started = performance.now();
  const child = spawn(process.execPath, args, { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  await ready(child);
  return {
    url: `http://localhost:${port}`,
    seconds: (performance.now() - started) / 1000,
    stop: () =>
      new Promise((resolve) => {
        child.on('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('已就绪')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', () => reject(new Error(`the server did not start:\n${said}`)));
  });
}
