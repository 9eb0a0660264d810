import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The built office, and what crews have in their hands. */
export const WEB = path.join(ROOT, 'dist', 'office');
export const FIELD = path.join(ROOT, 'dist', 'field');

export interface WebBuild {
  /** What went wrong, or null: the server starts without screens, or with those of before, rather than not at all. */
  done: Promise<string | null>;
  stop(): void;
}

/** Builds the screens if their sources have changed since. */
export function buildWeb(): WebBuild {
  const script = path.join(ROOT, 'tools', 'build-web.ts');
  // an installation that ships the built screens has no sources
  if (!existsSync(script)) return { done: Promise.resolve(null), stop: () => undefined };
  const child = spawn(process.execPath, [script], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  let messages = '';
  child.stderr.on('data', (chunk: Buffer) => {
    messages += chunk.toString();
  });
  const done = new Promise<string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => resolve(code === 0 ? null : messages.trim().slice(-2000)));
  });
  return { done, stop: () => void child.kill() };
}
