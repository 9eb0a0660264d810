/** An archive opened for reading: every part of it is compared with what the manifest says before one is used. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Migration } from '../migrate.ts';
import { hashOf } from './contents.ts';
import {
  ArchiveRefused,
  filePart,
  MANIFEST,
  type Manifest,
  readManifest,
  SEAL,
  SECRET,
  tablePart,
} from './manifest.ts';

export interface Archive {
  manifest: Manifest;
  part(name: string): Promise<Readable>;
  secret(): Promise<string | null>;
  close(): void;
}

/** Bytes of the manifest at most: a million attachments have about a hundred megabytes. */
const LARGEST_MANIFEST = 512 * 1024 * 1024;

/** Throws `ArchiveRefused` for what is no whole archive. */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await opened(file);
  try {
    const entries = await entriesOf(zip);
    const part = async (name: string): Promise<Readable> => {
      const entry = entries.get(name);
      if (!entry) throw new ArchiveRefused('archive-damaged', { part: name });
      return streamOf(zip, entry, name);
    };
    if (!entries.has(MANIFEST) || !entries.has(SEAL)) throw new ArchiveRefused('archive-not-one', { file });
    if ((entries.get(MANIFEST)?.uncompressedSize ?? 0) > LARGEST_MANIFEST)
      throw new ArchiveRefused('archive-damaged', { part: MANIFEST });
    const text = await whole(await part(MANIFEST), MANIFEST);
    const seal = (await whole(await part(SEAL), SEAL)).toString();
    // a later layout may be sealed otherwise: say that it is later, not that it is damaged
    const manifest = readManifest(text.toString());
    if (createHash('sha256').update(text).digest('hex') !== seal)
      throw new ArchiveRefused('archive-damaged', { part: MANIFEST });
    return {
      manifest,
      part,
      secret: async () => (manifest.secret ? secretIn(manifest, await whole(await part(SECRET), SECRET)) : null),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function secretIn({ secretSha256: told }: Manifest, bytes: Buffer): string {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length === 0 || (told !== undefined && told !== found))
    throw new ArchiveRefused('archive-damaged', { part: SECRET });
  return bytes.toString();
}

/** Reads all of it once. */
export async function checkArchive(archive: Archive): Promise<void> {
  const { manifest, part } = archive;
  const parts = [
    ...manifest.tables.map(({ table, bytes, sha256 }) => ({ name: tablePart(table), bytes, sha256 })),
    ...manifest.files.map(({ bytes, sha256 }) => ({ name: filePart(sha256), bytes, sha256 })),
  ];
  for (const { name, bytes, sha256 } of parts) {
    const found = await hashOf(await part(name)).catch((error: unknown) => {
      throw error instanceof ArchiveRefused ? error : new ArchiveRefused('archive-damaged', { part: name });
    });
    if (found.bytes !== bytes || found.sha256 !== sha256) throw new ArchiveRefused('archive-damaged', { part: name });
  }
  await archive.secret();
}

/** The migrations of this version that the archive has; refuses one made by a later version, or by another. */
export function migrationsOf({ migrations }: Manifest, known: readonly Migration[]): Migration[] {
  const byName = new Map(known.map((one) => [one.name, one]));
  const newer = migrations.filter(({ name }) => !byName.has(name)).map(({ name }) => name);
  if (newer.length > 0)
    throw new ArchiveRefused('archive-newer', { found: newer.join(', '), expected: known.at(-1)?.name ?? '' });
  const changed = migrations.find(({ name, sha256 }) => byName.get(name)?.sha256 !== sha256);
  if (changed) throw new ArchiveRefused('archive-other-migrations', { found: changed.name });
  return migrations.flatMap(({ name }) => byName.get(name) ?? []);
}

const opened = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (!error) return resolve(zip);
      const { code } = error as NodeJS.ErrnoException;
      reject(
        code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES'
          ? new ArchiveRefused('archive-not-found', { file, reason: code })
          : // a file that was cut off has lost its directory, which stands at the end
            new ArchiveRefused('archive-not-one', { file }),
      );
    });
  });

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', () => reject(new ArchiveRefused('archive-damaged', { part: 'zip' })));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

const streamOf = (zip: ZipFile, entry: Entry, name: string): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(new ArchiveRefused('archive-damaged', { part: name }));
      else resolve(stream);
    });
  });

const whole = (stream: Readable, name: string): Promise<Buffer> =>
  buffer(stream).catch(() => {
    throw new ArchiveRefused('archive-damaged', { part: name });
  });
