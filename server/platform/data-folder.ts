import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { birthOf } from './process.ts';

/** Of the folder's own layout; a later one is refused, an earlier one would be converted here. */
const FORMAT = 1;

/** Everything an installation keeps on this machine. */
export interface DataFolder {
  root: string;
  /** Data directory of the embedded PostgreSQL, its settings and its log. */
  postgres: string;
  postgresLog: string;
  files: string;
  log: string;
  /** The certificate of our own making and its authority, with their keys. */
  https: string;
}

export interface Marker {
  format: number;
  /** Newest migration the database has seen, so that an older platform stops before it starts anything. */
  schema: string | null;
}

export class NewerFolder extends Error {
  found: number;
  constructor(root: string, found: number) {
    super(`${root} has format ${found}, this platform knows ${FORMAT}`);
    this.found = found;
  }
}

const at = (folder: DataFolder, name: string) => path.join(folder.root, name);

/** Names only; nothing is created. */
export function dataFolder(root: string): DataFolder {
  const absolute = path.resolve(root);
  return {
    root: absolute,
    postgres: path.join(absolute, 'postgres'),
    postgresLog: path.join(absolute, 'log', 'postgres.log'),
    files: path.join(absolute, 'files'),
    log: path.join(absolute, 'log'),
    https: path.join(absolute, 'https'),
  };
}

export function readMarker(folder: DataFolder): Marker | null {
  const file = at(folder, 'gongshui.json');
  if (!existsSync(file)) return null;
  const marker = JSON.parse(readFileSync(file, 'utf8')) as Marker;
  if (!(marker.format <= FORMAT)) throw new NewerFolder(folder.root, marker.format);
  return marker;
}

export function writeMarker(folder: DataFolder, schema: string | null): void {
  replace(at(folder, 'gongshui.json'), { format: FORMAT, schema } satisfies Marker);
}

export function createFolder(folder: DataFolder): void {
  // as root the database runs as another user, who must pass through; what is in it is closed file by file
  mkdirSync(folder.root, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  for (const part of [folder.files, folder.log]) mkdirSync(part, { recursive: true, mode: 0o700 });
  if (!existsSync(at(folder, 'gongshui.json'))) writeMarker(folder, null);
}

export interface PostgresSettings {
  port: number;
  /** Of the owner, who migrates. */
  ownerPassword: string;
  /** Of the login the server works with, who is below row-level security. */
  serverPassword: string;
}

export function readPostgres(folder: DataFolder): PostgresSettings | null {
  const file = at(folder, 'postgres.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PostgresSettings) : null;
}

export function writePostgres(folder: DataFolder, settings: PostgresSettings): void {
  replace(at(folder, 'postgres.json'), settings);
}

/** Signs sessions; made once. */
export function secretOf(folder: DataFolder): string {
  const file = at(folder, 'secret');
  if (!existsSync(file)) {
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, randomBytes(32).toString('base64url'), { mode: 0o600 });
    renameSync(fresh, file);
  }
  return readFileSync(file, 'utf8').trim();
}

/** Who runs the server on this folder. */
export interface Running {
  pid: number;
  birth: string;
  /** Known once it answers. */
  url: string | null;
}

/** Somebody runs on it, or was killed while he did. */
export const hasRunLock = (folder: DataFolder): boolean => existsSync(at(folder, 'running.json'));

export function whoRuns(folder: DataFolder): Running | null {
  const file = at(folder, 'running.json');
  if (!existsSync(file)) return null;
  try {
    const running = JSON.parse(readFileSync(file, 'utf8')) as Running;
    return birthOf(running.pid) === running.birth ? running : null;
  } catch {
    // cut off while it was written: by a run that is no more
    return null;
  }
}

export interface RunLock {
  answersAt(url: string): void;
  release(): void;
}

/** One server for a folder: the lock, or who has it. A lock whose holder is gone is taken over. */
export function takeRunLock(folder: DataFolder): RunLock | Running {
  const file = at(folder, 'running.json');
  const mine: Running = { pid: process.pid, birth: birthOf(process.pid) ?? '', url: null };
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeFileSync(handle, JSON.stringify(mine));
      closeSync(handle);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = whoRuns(folder);
      if (holder) return holder;
      rmSync(file, { force: true });
    }
  }
  return {
    answersAt: (url) => replace(file, { ...mine, url } satisfies Running),
    release: () => rmSync(file, { force: true }),
  };
}

/** Written whole or not at all, readable by the owner only. */
function replace(file: string, content: object): void {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}
