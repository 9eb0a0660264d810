import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** PostgreSQL refuses to run as root: as root it is started as `postgres`, or else as `nobody`. */
export interface Account {
  uid: number;
  gid: number;
}

export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user `postgres` nor `nobody`');
}

export function give(file: string, account: Account | null): void {
  if (account) chownSync(file, account.uid, account.gid);
}

/** Starts a program of PostgreSQL that works in `folder`, as an account that may. */
export function spawnAs(
  account: Account | null,
  program: string,
  args: string[],
  folder: string,
  options: SpawnOptions,
): ChildProcess {
  if (!account) return spawn(program, args, options);
  const closed = [program, folder].map((file) => closedFolder(file, account)).find((at) => at !== null);
  if (closed === undefined) return spawn(program, args, { ...options, ...account });
  // Below /root, say: nobody else may enter. The one right the program keeps is to pass such folders;
  // no_setuid_fixup because access(2), which PostgreSQL asks about itself, would otherwise not count it.
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file));
  if (!setpriv) {
    throw new Error(
      `the database runs as user ${account.uid}, who may not enter ${closed}: allow it (chmod o+x) or move the folder`,
    );
  }
  const rights = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const who = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return spawn(setpriv, [...who, ...rights, program, ...args], options);
}

/** The uppermost folder on the way to `file` that the account may not enter. */
function closedFolder(file: string, account: Account): string | null {
  const parents: string[] = [];
  for (let at = path.dirname(path.resolve(file)); ; at = path.dirname(at)) {
    parents.unshift(at);
    if (at === path.dirname(at)) break;
  }
  return parents.find((at) => !mayEnter(at, account)) ?? null;
}

function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
