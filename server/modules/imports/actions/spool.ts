/** Files for a while: a table is read from the disk, so that it need not be in the memory. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The folder is gone when `work` has ended. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gongshui-import-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const withBytes = <T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    const path = join(folder, 'file');
    await writeFile(path, bytes, { mode: 0o600 });
    return work(path);
  });

export const write = (path: string, pieces: AsyncIterable<Buffer>): Promise<void> =>
  pipeline(Readable.from(pieces), createWriteStream(path, { mode: 0o600 }));
