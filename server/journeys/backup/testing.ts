/** Test support: empty databases, archives changed behind their back, restoring without a command line. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { type Proven, proveRestored } from '../../main/cli/prove-restored.ts';
import { restoreArchive } from '../../platform/archive/restore.ts';
import { localFiles } from '../../platform/files/files.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';

/** A folder of the test file's own. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongshui-backup-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const SCHEMAS = `select coalesce(string_agg(quote_ident(nspname), ', '), '') as schemas from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`;

export async function schemasOf(db: TestDatabase): Promise<string> {
  const [row] = await db.admin<{ schemas: string }>(SCHEMAS);
  return row?.schemas ?? '';
}

/** Nothing in it, not even our schemas. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const db = await testDatabase();
  await db.admin(`drop schema ${await schemasOf(db)} cascade`);
  return db;
}

/** Restores into a database of one's own; proves it as the command does. */
export async function restoreInto(
  db: TestDatabase,
  archive: string,
  into: string,
  { prove = proveRestored }: { prove?: (url: string) => Promise<Proven> } = {},
) {
  let proven: Proven | undefined;
  const manifest = await restoreArchive(archive, {
    into,
    databaseUrl: db.url,
    files: async (folder) => localFiles(folder),
    say: () => undefined,
    prove: async (url) => {
      proven = await prove(url);
    },
  });
  return { manifest, proven };
}

/** A copy whose parts went through `change`. */
export async function rewritten(
  from: string,
  to: string,
  change: (name: string, bytes: Buffer) => Buffer | null,
): Promise<void> {
  const zip = new ZipFile();
  for (const [name, bytes] of await partsOf(from)) {
    const changed = change(name, bytes);
    if (changed) zip.addBuffer(changed, name);
  }
  zip.end();
  await writeFile(to, await buffer(zip.outputStream));
}

const partsOf = (file: string): Promise<Map<string, Buffer>> =>
  new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, Buffer>();
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          parts.set(entry.fileName, await buffer(stream));
          zip.readEntry();
        });
      });
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
