/** Brings an archive back: into a data folder that is not there yet, or into an empty database of one's own. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import {
  createFolder,
  type DataFolder,
  dataFolder,
  hasRunLock,
  type RunLock,
  takeRunLock,
  whoRuns,
  writeMarker,
} from '../data-folder.ts';
import { stopPostmaster } from '../embedded/cluster.ts';
import { prepareDatabase, startInstallation } from '../embedded/installation.ts';
import { findPostmaster } from '../embedded/postmaster.ts';
import type { FileStore } from '../files/files.ts';
import { HALF_RESTORED, migrate, readMigrations } from '../migrate.ts';
import { connectOwner, tablesOf } from './contents.ts';
import { loadArchive } from './load.ts';
import { ArchiveRefused, filePart, type Manifest } from './manifest.ts';
import { type Archive, checkArchive, migrationsOf, openArchive } from './read.ts';

export interface ToRestore {
  /** Folder that will be the data folder. */
  into: string;
  /** Of a database of one's own, for its owner; null: the embedded one. */
  databaseUrl: string | null;
  /** Opens where attachments go, given the folder for them. */
  files(folder: string): Promise<FileStore>;
  /** Proves what was brought back, before it gets its name; what it throws undoes everything. */
  prove(url: string): Promise<void>;
  say(line: { zh: string; en: string }): void;
}

/** Throws `ArchiveRefused`; what was there before is there still, and nothing else. */
export async function restoreArchive(file: string, what: ToRestore): Promise<Manifest> {
  const archive = await openArchive(file);
  try {
    const { manifest } = archive;
    migrationsOf(manifest, await readMigrations());
    const into = path.resolve(what.into);
    if (existsSync(into) && readdirSync(into).length > 0)
      throw new ArchiveRefused('target-not-empty', { folder: into });
    if (what.databaseUrl !== null) await requireFree(what.databaseUrl);
    what.say({ zh: '核对备份文件 …', en: 'checking the archive …' });
    await checkArchive(archive);
    what.say({
      zh: `恢复 ${manifest.tables.length} 张表、${manifest.files.length} 个附件 …`,
      en: `restoring ${manifest.tables.length} tables, ${manifest.files.length} attachments …`,
    });
    const secret = await archive.secret();
    await beside(into, async (folder, name) => {
      if (secret !== null) writeFileSync(path.join(folder.root, 'secret'), secret, { mode: 0o600 });
      if (what.databaseUrl !== null) return intoDatabase(what.databaseUrl, folder, archive, what, name);
      await intoEmbedded(folder, archive, what);
      name();
    });
    return manifest;
  } finally {
    archive.close();
  }
}

/** Works in a folder beside, which gets its name when everything is in it. */
async function beside(into: string, work: (folder: DataFolder, name: () => void) => Promise<void>): Promise<void> {
  const folder = dataFolder(`${into}.restoring`);
  await clearAbandoned(folder);
  const lock = begun(folder);
  try {
    createFolder(folder);
    await work(folder, () => {
      lock.release();
      if (existsSync(into)) rmdirSync(into);
      renameSync(folder.root, into);
    });
  } catch (error) {
    await clear(folder);
    throw error;
  }
}

/** Of a run that was killed; never that of one still at work, nor what somebody else has put there. */
async function clearAbandoned(folder: DataFolder): Promise<void> {
  if (!existsSync(folder.root)) return;
  if (!hasRunLock(folder) || whoRuns(folder)) throw new ArchiveRefused('target-in-hand', { target: folder.root });
  await clear(folder);
}

function begun(folder: DataFolder): RunLock {
  mkdirSync(path.dirname(folder.root), { recursive: true });
  try {
    // not one of two who begin at once takes the other's
    mkdirSync(folder.root);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new ArchiveRefused('target-in-hand', { target: folder.root });
  }
  const lock = takeRunLock(folder);
  if ('release' in lock) return lock;
  throw new ArchiveRefused('target-in-hand', { target: folder.root });
}

/** Its database may still be running. */
async function clear(folder: DataFolder): Promise<void> {
  const running = existsSync(folder.postgres) ? findPostmaster(folder.postgres) : null;
  if (running) await stopPostmaster(folder.postgres, running.pid);
  await rm(folder.root, { recursive: true, force: true });
}

async function intoEmbedded(folder: DataFolder, archive: Archive, what: ToRestore): Promise<void> {
  const installation = await startInstallation(folder);
  try {
    const schema = await prepareDatabase(
      folder,
      installation,
      async (url) => {
        await bringFiles(folder, archive, what);
        await what.prove(url);
      },
      () => undefined,
      (url) => bringRows(url, archive),
    );
    writeMarker(folder, schema);
  } finally {
    await installation.stop();
  }
}

/** Rows come as they were under the migrations they were written under; later ones change them afterwards. */
async function bringRows(url: string, archive: Archive): Promise<void> {
  await migrate(url, { migrations: migrationsOf(archive.manifest, await readMigrations()), restoring: true });
  await loadArchive(url, archive);
}

/** All of it, the folder's name too, or nothing; a run that was killed leaves its mark, and the next one begins anew. */
async function intoDatabase(
  url: string,
  folder: DataFolder,
  archive: Archive,
  what: ToRestore,
  name: () => void,
): Promise<void> {
  const target = new URL(url).pathname.slice(1);
  const client = connectOwner(url);
  await client.connect();
  try {
    const held = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (!held.rows[0]?.held) throw new ArchiveRefused('target-in-hand', { target });
    await requireEmpty(client, target);
    await client.query(`create schema ${HALF_RESTORED}`);
    try {
      await bringRows(url, archive);
      await migrate(url, { restoring: true });
      await bringFiles(folder, archive, what);
      await what.prove(url);
      name();
    } catch (error) {
      // where even that fails the mark stays
      await dropOurs(client).catch(() => undefined);
      throw error;
    }
    await client.query(`drop schema ${HALF_RESTORED}`);
  } finally {
    await client.end();
  }
}

async function bringFiles(folder: DataFolder, archive: Archive, what: ToRestore): Promise<void> {
  const files = await what.files(folder.files);
  for (const { sha256 } of archive.manifest.files) {
    const found = await files.putBack(await archive.part(filePart(sha256)));
    if (found !== sha256) throw new ArchiveRefused('archive-damaged', { part: filePart(sha256) });
  }
}

/** Before the archive is read, which may take long. */
async function requireFree(url: string): Promise<void> {
  const client = connectOwner(url);
  await client.connect();
  try {
    const schemas = await ourSchemas(client);
    if (!schemas.includes(HALF_RESTORED) && (schemas.length > 0 || (await tablesOf(client)).length > 0))
      throw new ArchiveRefused('target-full', { database: new URL(url).pathname.slice(1) });
  } finally {
    await client.end();
  }
}

type Client = ReturnType<typeof connectOwner>;

/** Any number will do as long as nobody else takes it. */
const LOCK = 4_870_232;

/** What bears the mark of a restore that was killed is dropped: nobody has worked with it. */
async function requireEmpty(client: Client, database: string): Promise<void> {
  const schemas = await ourSchemas(client);
  if (schemas.includes(HALF_RESTORED)) await dropOurs(client);
  else if (schemas.length > 0 || (await tablesOf(client)).length > 0)
    throw new ArchiveRefused('target-full', { database });
}

const ourSchemas = async (client: Client): Promise<string[]> =>
  (
    await client.query<{ name: string }>(
      `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
    )
  ).rows.map(({ name }) => name);

/** The database was empty before: what is in it now we put there. */
async function dropOurs(client: Client): Promise<void> {
  const schemas = await ourSchemas(client);
  if (schemas.length > 0) await client.query(`drop schema ${schemas.join(', ')} cascade`);
}
