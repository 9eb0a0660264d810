import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: when it began. Null when there is none
 * (or it has ended and is only waiting to be counted).
 */
export function birthOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // the name in brackets may hold blanks
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
    }
    if (process.platform === 'win32') {
      process.kill(pid, 0);
      return 'running';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

export interface Listener {
  pid: number;
  command: string;
}

/** Who listens on a TCP port of this machine, as far as it can be seen. */
export function listenerOn(port: number): Listener | null {
  try {
    if (process.platform === 'linux') return listenerOnLinux(port);
    if (process.platform === 'win32') return null;
    const out = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' });
    const pid = /^p(\d+)/m.exec(out)?.[1];
    return pid ? { pid: Number(pid), command: /^c(.*)$/m.exec(out)?.[1] ?? '' } : null;
  } catch {
    return null;
  }
}

const LISTENING = '0A';

function listenerOnLinux(port: number): Listener | null {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1));
  const inodes = new Set(
    rows
      .map((row) => row.trim().split(/\s+/))
      .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === LISTENING)
      .map((fields) => `socket:[${fields[9]}]`),
  );
  if (inodes.size === 0) return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (holdsOne(pid, inodes)) return { pid: Number(pid), command: commandOf(pid) };
  }
  return null;
}

function holdsOne(pid: string, inodes: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.has(linkOf(`/proc/${pid}/fd/${fd}`)));
  } catch {
    // another user's process
    return false;
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}

function commandOf(pid: string): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  return words.join(' ').slice(0, 120);
}
