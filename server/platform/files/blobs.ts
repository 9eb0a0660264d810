import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { Instant } from '../../values/instant.ts';

/** Named bytes, written once: a folder of this machine, or a bucket. Names are ours, never a sender's. */
export interface Blobs {
  has(name: string): Promise<boolean>;
  /** A name that is there is whole. */
  read(name: string): Promise<Readable>;
  /** Takes over a file of this machine; it is gone from its place afterwards. */
  take(name: string, file: string, bytes: number): Promise<void>;
  /** What begins so, in no order; with the time it was written. */
  list(prefix: string): Promise<Listed[]>;
  /** What is not there any more was removed before. */
  remove(name: string): Promise<void>;
  /** Where files are gathered before they are taken over. */
  gathering: string;
}

export interface Listed {
  name: string;
  at: Instant;
}

export function diskBlobs(folder: string): Blobs {
  const at = (name: string) => path.join(folder, name);
  return {
    gathering: path.join(folder, 'gathering'),
    has: (name) =>
      stat(at(name)).then(
        () => true,
        () => false,
      ),
    async read(name) {
      await stat(at(name));
      return createReadStream(at(name));
    },
    async list(prefix) {
      const inside = await readdir(at(prefix), { recursive: true, withFileTypes: true }).catch(() => []);
      const found: Listed[] = [];
      for (const entry of inside) {
        const file = path.join(entry.parentPath, entry.name);
        const is = entry.isFile() ? await stat(file).catch(() => null) : null;
        if (is) found.push({ name: path.relative(folder, file).split(path.sep).join('/'), at: is.mtimeMs });
      }
      return found;
    },
    async remove(name) {
      await rm(at(name), { force: true });
      // of an upload nothing stays, its folder neither
      await rmdir(path.dirname(at(name))).catch(() => undefined);
    },
    async take(name, file) {
      await mkdir(path.dirname(at(name)), { recursive: true, mode: 0o700 });
      // what has its final name is on the disk, whole
      const handle = await open(file, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(file, at(name)).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EXDEV') throw error;
        const beside = `${at(name)}.${randomUUID()}`;
        await copyFile(file, beside);
        await rename(beside, at(name));
        await rm(file, { force: true });
      });
    },
  };
}

export interface Bucket {
  /** How to reach the store. */
  config: S3ClientConfig;
  bucket: string;
  /** Before every name, with its slash. */
  prefix: string;
  /** Folder of this machine for files on their way. */
  gathering: string;
}

/** Any store that speaks the S3 protocol. */
export async function bucketBlobs({ config, bucket, prefix, gathering }: Bucket): Promise<Blobs> {
  const s3 = await import('@aws-sdk/client-s3');
  const client = new s3.S3Client(config);
  const keyed = (name: string) => ({ Bucket: bucket, Key: `${prefix}${name}` });
  return {
    gathering,
    async has(name) {
      try {
        await client.send(new s3.HeadObjectCommand(keyed(name)));
        return true;
      } catch (error) {
        if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return false;
        throw error;
      }
    },
    async read(name) {
      const { Body } = await client.send(new s3.GetObjectCommand(keyed(name)));
      return Body as Readable;
    },
    async take(name, file, bytes) {
      await client.send(
        new s3.PutObjectCommand({ ...keyed(name), Body: createReadStream(file), ContentLength: bytes }),
      );
      await rm(file, { force: true });
    },
    async list(under) {
      const found: Listed[] = [];
      const asked = { Bucket: bucket, Prefix: `${prefix}${under}` };
      for await (const page of s3.paginateListObjectsV2({ client }, asked))
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key !== undefined) found.push({ name: Key.slice(prefix.length), at: LastModified?.getTime() ?? 0 });
      return found;
    },
    async remove(name) {
      await client.send(new s3.DeleteObjectCommand(keyed(name)));
    },
  };
}
