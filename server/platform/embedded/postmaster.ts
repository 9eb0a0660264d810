import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The server process that owns a data directory. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/**
 * Reads postmaster.pid and looks whether that process is a PostgreSQL of this very directory: after a
 * power cut or in a container the number may long belong to another program, which must not be touched.
 */
export function findPostmaster(dir: string): Postmaster | null {
  const lines = linesOf(path.join(dir, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid < 2 || !isAlive(pid) || !isOurs(pid, dir)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // somebody else's, but alive
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ended, and its parent (in a container: nobody) has not asked for its exit code. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

function isOurs(pid: number, dir: string): boolean {
  if (process.platform === 'linux') {
    try {
      // a server's working directory is its data directory
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dir);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EACCES') return false;
      return commandOf(pid).includes(dir);
    }
  }
  if (process.platform === 'win32') return true;
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(dir);
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
