/** Files named by their content: the same bytes are kept once, and a name never changes its meaning. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ok, type Result, refuse } from '../../values/result.ts';
import { type Blobs, type Bucket, bucketBlobs, diskBlobs } from './blobs.ts';
import { kindOf } from './kinds.ts';
import { PICTURED, preview } from './previews.ts';
import type { Scanner } from './scan.ts';
import { type Source, type Uploads, uploadsIn } from './uploads.ts';

export type { Source };

export interface FileStore {
  /** Bytes; larger ones are refused. */
  limit: number;
  /** What is on its way, or waits to be kept. */
  uploads: Uploads;
  /** Keeps a file; its media type is what it is, whatever the sender calls it. Nothing infected is kept. */
  keep(source: Source, allowed: readonly string[]): Promise<Result<StoredFile>>;
  open(sha256: Buffer): Promise<Readable>;
  /** A small JPEG of a photo, made once; null: there is none of this kind of file. */
  preview(sha256: Buffer, mediaType: string): Promise<{ bytes: number; open(): Readable } | null>;
  /** Names of everything that is kept, in hex, sorted. */
  held(): Promise<string[]>;
  /** Keeps what was kept before, unseen: what an archive brings back. Returns its name. */
  putBack(source: Readable): Promise<string>;
}

export interface StoredFile {
  sha256: Buffer;
  bytes: number;
  mediaType: string;
}

export interface FileRules {
  /** Bytes of one file. */
  limit: number;
  /** Absent: files are not scanned. */
  scanner: Scanner | null;
}

const RULES: FileRules = { limit: 100 * 1024 * 1024, scanner: null };

const nameOf = (sha256: Buffer): string => {
  const name = sha256.toString('hex');
  return path.posix.join(name.slice(0, 2), name.slice(2, 4), name);
};

/** Not what is on its way, and no small pictures. */
const HELD = /^[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})$/;

/** In a folder of this machine. */
export const localFiles = (folder: string, rules: Partial<FileRules> = {}): FileStore =>
  fileStore(diskBlobs(folder), { ...RULES, ...rules });

/** In a bucket of any store that speaks the S3 protocol. */
export const bucketFiles = async (bucket: Bucket, rules: Partial<FileRules> = {}): Promise<FileStore> =>
  fileStore(await bucketBlobs(bucket), { ...RULES, ...rules });

function fileStore(blobs: Blobs, { limit, scanner }: FileRules): FileStore {
  const uploads = uploadsIn(blobs, limit);
  /** A place of its own on this machine, gone afterwards. */
  async function gathered<T>(work: (file: string) => Promise<T>): Promise<T> {
    await mkdir(blobs.gathering, { recursive: true, mode: 0o700 });
    const file = path.join(blobs.gathering, randomUUID());
    try {
      return await work(file);
    } finally {
      await rm(file, { force: true });
    }
  }

  return {
    limit,
    uploads,
    open: (sha256) => blobs.read(nameOf(sha256)),
    keep(source, allowed) {
      return gathered(async (file): Promise<Result<StoredFile>> => {
        if (source.bytes === 0) return refuse('file-empty');
        if (source.bytes > limit) return refuse('file-too-large', { params: { found: source.bytes, limit } });
        const { sha256, bytes } = await gather(await source.read(), file);
        const mediaType = await kindOf(file);
        if (mediaType === null || !allowed.includes(mediaType))
          return refuse('file-type-refused', { params: { found: mediaType ?? '?', expected: allowed.join(', ') } });
        const found = await scanned(scanner, file);
        if (!found.ok) return found;
        if (!(await blobs.has(nameOf(sha256)))) await blobs.take(nameOf(sha256), file, bytes);
        return ok({ sha256, bytes, mediaType });
      });
    },
    async preview(sha256, mediaType) {
      if (!PICTURED.has(mediaType)) return null;
      const name = `preview/${nameOf(sha256)}`;
      if (!(await blobs.has(name))) {
        const small = await preview(await buffer(await blobs.read(nameOf(sha256))));
        // an empty one remembers that it cannot be made
        await gathered(async (file) => {
          await writeFile(file, small ?? Buffer.alloc(0), { mode: 0o600 });
          await blobs.take(name, file, small?.length ?? 0);
        });
      }
      const bytes = await buffer(await blobs.read(name));
      return bytes.length === 0 ? null : { bytes: bytes.length, open: () => Readable.from([bytes]) };
    },
    async held() {
      const found = (await blobs.list('')).flatMap(({ name }) => HELD.exec(name)?.[1] ?? []);
      return found.sort();
    },
    putBack: (source) =>
      gathered(async (file) => {
        const { sha256, bytes } = await gather(source, file);
        if (!(await blobs.has(nameOf(sha256)))) await blobs.take(nameOf(sha256), file, bytes);
        return sha256.toString('hex');
      }),
  };
}

/** Bytes already here. */
export const sourceOf = (bytes: Buffer): Source => ({ bytes: bytes.length, read: async () => Readable.from([bytes]) });

async function scanned(scanner: Scanner | null, file: string): Promise<Result<null>> {
  if (!scanner) return ok(null);
  const found = await scanner.scan(file).catch((error: unknown) => error as Error);
  if (found instanceof Error) return refuse('scanner-away', { params: { reason: found.message } });
  return found === null ? ok(null) : refuse('file-infected', { params: { found } });
}

async function gather(from: Readable, file: string): Promise<{ sha256: Buffer; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    from,
    async function* (parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    },
    createWriteStream(file, { flags: 'wx', mode: 0o600 }),
  );
  return { sha256: hash.digest(), bytes };
}
