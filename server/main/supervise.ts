import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

export interface Supervised {
  stop(): Promise<void>;
}

/** Milliseconds before a process that died is started again; grows while it keeps dying. */
const WAITS = [500, 1000, 5000, 30_000];
const KILL_AFTER = 15_000;

/** Runs the worker beside the server and starts it again when it dies. */
export function startWorker(
  databaseUrl: string,
  output: number | 'inherit',
  onDeath: (code: string) => void,
): Supervised {
  let child: ChildProcess | undefined;
  let stopping = false;
  let deaths = 0;
  let again: NodeJS.Timeout | undefined;

  const start = () => {
    const began = Date.now();
    child = spawn(process.execPath, [path.join(import.meta.dirname, 'worker.ts')], {
      // ipc: the worker sees that we are gone, however we went
      stdio: ['ignore', output, output, 'ipc'],
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
    child.on('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      onDeath(String(code ?? signal));
      deaths = Date.now() - began > 60_000 ? 0 : deaths + 1;
      again = setTimeout(start, WAITS[Math.min(deaths, WAITS.length - 1)]);
    });
  };
  start();

  return {
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        clearTimeout(again);
        if (!child) return resolve();
        const late = setTimeout(() => child?.kill('SIGKILL'), KILL_AFTER);
        child.on('exit', () => {
          clearTimeout(late);
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
