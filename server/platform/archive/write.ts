/** Writes everything an installation knows into one file, while it runs. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { ZipFile } from 'yazl';
import type { FileStore } from '../files/files.ts';
import { connectOwner, hashing, rowsOf, sequencesOf, tablesOf } from './contents.ts';
import { ArchiveRefused, FORMAT, filePart, MANIFEST, type Manifest, SEAL, SECRET, tablePart } from './manifest.ts';

export interface ToWrite {
  /** Address of the owner, above row-level security. */
  url: string;
  /** Null: attachments are kept elsewhere and stay there. */
  files: FileStore | null;
  /** What signs sessions and locks second factors; null: it is given from outside. */
  secret: string | null;
  now: Date;
}

/** @returns what was written. The file appears whole under its name, or not at all. */
export async function writeArchive(file: string, what: ToWrite): Promise<Manifest> {
  if (existsSync(file)) throw new ArchiveRefused('archive-exists', { file });
  const fresh = `${file}.${process.pid}.part`;
  const client = connectOwner(what.url);
  await client.connect();
  try {
    // one look at everything, however long it takes; nobody waits for it
    await client.query('begin isolation level repeatable read read only');
    return await written(fresh, client, what).then(async (manifest) => {
      await rename(fresh, file);
      await synced(path.dirname(path.resolve(file)));
      return manifest;
    });
  } catch (error) {
    await rm(fresh, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (/^(ENOENT|ENOTDIR|EACCES|EROFS|ENOSPC|EPERM|EISDIR)$/.test(code ?? ''))
      throw new ArchiveRefused('archive-not-written', { file, reason: message });
    throw error;
  } finally {
    await client.end();
  }
}

async function written(fresh: string, client: pg.Client, what: ToWrite): Promise<Manifest> {
  const output = createWriteStream(fresh, { flags: 'wx', mode: 0o600 });
  await once(output, 'open');
  const zip = new ZipFile();
  const failed = new AbortController();
  // whatever goes wrong, whoever waits for a part hears of it
  output.on('error', (error) => failed.abort(error));
  zip.on('error', (error) => failed.abort(error));
  const done = finished(zip.outputStream.pipe(output));
  done.catch(() => undefined);

  const add = async (name: string, open: () => Readable | Promise<Readable>, compress = true): Promise<void> => {
    failed.signal.throwIfAborted();
    const stream = await open();
    const over = finished(stream, { signal: failed.signal });
    over.catch(() => undefined);
    stream.on('error', (error) => failed.abort(error));
    zip.addReadStream(stream, name, { mtime: what.now, mode: 0o100600, compress, forceZip64Format: true });
    await over;
  };
  const addText = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { mtime: what.now });

  try {
    const manifest = await partsOf(client, what, add);
    if (what.secret !== null) addText(SECRET, what.secret);
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    addText(MANIFEST, text);
    addText(SEAL, createHash('sha256').update(text).digest('hex'));
    zip.end();
    await done;
    await synced(fresh);
    return manifest;
  } catch (error) {
    output.destroy();
    throw failed.signal.aborted ? failed.signal.reason : error;
  }
}

type Add = (name: string, open: () => Readable | Promise<Readable>, compress?: boolean) => Promise<void>;

async function partsOf(client: pg.Client, what: ToWrite, add: Add): Promise<Manifest> {
  const migrations = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from platform.migration order by name',
  );
  const tables: Manifest['tables'] = [];
  for (const shape of await tablesOf(client)) {
    let counted: (() => Manifest['tables'][number]) | undefined;
    await add(tablePart(shape.table), () => {
      const rows = rowsOf(client, shape);
      counted = rows.counted;
      return rows.stream;
    });
    if (counted) tables.push(counted());
  }
  // not bound to the moment: by now they may be further, never behind
  const sequences = await sequencesOf(client);
  const files: Manifest['files'] = [];
  // a file is kept before the row that names it, and stays: what the rows name is there
  for (const sha256 of what.files ? await what.files.held() : []) {
    const hashed = hashing();
    await add(
      filePart(sha256),
      async () => {
        const stream = (await what.files?.open(Buffer.from(sha256, 'hex'))) as Readable;
        stream.on('error', (error) => hashed.stream.destroy(error));
        return stream.pipe(hashed.stream);
      },
      false,
    );
    const { bytes, sha256: found } = hashed.result();
    if (found !== sha256) throw new ArchiveRefused('archive-damaged', { part: `files/${sha256}` });
    files.push({ sha256, bytes });
  }
  const version = await client.query<{ server_version: string }>('show server_version');
  return {
    format: FORMAT,
    createdAt: what.now.toISOString(),
    postgres: version.rows[0]?.server_version ?? '',
    migrations: migrations.rows,
    tables,
    sequences,
    files,
    secret: what.secret !== null,
    ...(what.secret !== null && { secretSha256: createHash('sha256').update(what.secret).digest('hex') }),
  };
}

async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // a folder cannot be synced on every system
    if ((error as NodeJS.ErrnoException).code !== 'EPERM' && (error as NodeJS.ErrnoException).code !== 'EISDIR')
      throw error;
  } finally {
    await handle.close();
  }
}
