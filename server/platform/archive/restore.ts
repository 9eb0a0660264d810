/** Brings an archive back: into a data folder that is not there yet, or into an empty database of one's own. */
import { existsSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createFolder, type DataFolder, dataFolder, writeMarker } from '../data-folder.ts';
import { stopPostmaster } from '../embedded/cluster.ts';
import { prepareDatabase, startInstallation } from '../embedded/installation.ts';
import { findPostmaster } from '../embedded/postmaster.ts';
import type { FileStore } from '../files/files.ts';
import { migrate, readMigrations } from '../migrate.ts';
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
    if (what.databaseUrl !== null) await requireEmpty(what.databaseUrl);
    what.say({ zh: '核对备份文件 …', en: 'checking the archive …' });
    await checkArchive(archive);
    what.say({
      zh: `恢复 ${manifest.tables.length} 张表、${manifest.files.length} 个附件 …`,
      en: `restoring ${manifest.tables.length} tables, ${manifest.files.length} attachments …`,
    });
    await beside(into, async (folder) => {
      if (what.databaseUrl === null) await intoEmbedded(folder, archive, what);
      else await intoDatabase(what.databaseUrl, folder, archive, what);
      const secret = await archive.secret();
      if (secret !== null) writeFileSync(path.join(folder.root, 'secret'), secret, { mode: 0o600 });
    });
    return manifest;
  } finally {
    archive.close();
  }
}

/** Works in a folder beside, which gets its name when everything is in it. */
async function beside(into: string, work: (folder: DataFolder) => Promise<void>): Promise<void> {
  const folder = dataFolder(`${into}.restoring`);
  await clear(folder);
  try {
    createFolder(folder);
    await work(folder);
    if (existsSync(into)) rmdirSync(into);
    renameSync(folder.root, into);
  } catch (error) {
    await clear(folder);
    throw error;
  }
}

/** Also of a run that was killed: its database may still be running. */
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
  await migrate(url, { migrations: migrationsOf(archive.manifest, await readMigrations()) });
  await loadArchive(url, archive);
}

async function intoDatabase(url: string, folder: DataFolder, archive: Archive, what: ToRestore): Promise<void> {
  try {
    await bringRows(url, archive);
    await migrate(url);
    await bringFiles(folder, archive, what);
    await what.prove(url);
  } catch (error) {
    await dropOurs(url);
    throw error;
  }
}

async function bringFiles(folder: DataFolder, archive: Archive, what: ToRestore): Promise<void> {
  const files = await what.files(folder.files);
  for (const { sha256 } of archive.manifest.files) {
    const found = await files.putBack(await archive.part(filePart(sha256)));
    if (found !== sha256) throw new ArchiveRefused('archive-damaged', { part: filePart(sha256) });
  }
}

async function requireEmpty(url: string): Promise<void> {
  const client = connectOwner(url);
  await client.connect();
  try {
    if ((await ourSchemas(client)).length > 0 || (await tablesOf(client)).length > 0)
      throw new ArchiveRefused('target-full', { database: new URL(url).pathname.slice(1) });
  } finally {
    await client.end();
  }
}

type Client = ReturnType<typeof connectOwner>;

const ourSchemas = async (client: Client): Promise<string[]> =>
  (
    await client.query<{ name: string }>(
      `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
    )
  ).rows.map(({ name }) => name);

/** The database was empty before: what is in it now we put there. */
async function dropOurs(url: string): Promise<void> {
  const client = connectOwner(url);
  await client.connect();
  try {
    const schemas = await ourSchemas(client);
    if (schemas.length > 0) await client.query(`drop schema ${schemas.join(', ')} cascade`);
  } finally {
    await client.end();
  }
}
