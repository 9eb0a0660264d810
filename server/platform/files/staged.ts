/** Uploads on their way (tus 1.0), kept among the other files: any server of the platform can go on with them. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Blobs } from './blobs.ts';

const FOLDER = 'uploads/';
const HEAD = 'head';
/** Digits of an offset in a name. */
const DIGITS = 15;

interface Head {
  size: number;
  metadata: Record<string, string | null>;
  creation_date: string;
}

interface Part {
  name: string;
  from: number;
  bytes: number;
}

/** One object for what an upload is, and one for each piece of it that came. */
export class StagedUploads extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  private readonly blobs: Blobs;
  private readonly kept: number;

  /** @param kept milliseconds before what nobody took is thrown away */
  constructor(blobs: Blobs, kept: number) {
    super();
    this.blobs = blobs;
    this.kept = kept;
  }

  override async create(upload: Upload): Promise<Upload> {
    upload.creation_date = new Date().toISOString();
    const head = { size: upload.size, metadata: upload.metadata, creation_date: upload.creation_date };
    await this.gather(`${FOLDER}${upload.id}/${HEAD}`, async (file) => {
      await writeFile(file, JSON.stringify(head));
      return true;
    });
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const name = `${FOLDER}${id}/${HEAD}`;
    if (!(await this.blobs.has(name))) throw ERRORS.FILE_NOT_FOUND;
    const head = (await json(await this.blobs.read(name))) as Head;
    const parts = await this.parts(id);
    return new Upload({ ...head, id, offset: parts.reduce((sum, { bytes }) => sum + bytes, 0) });
  }

  /** What came before the network broke stays. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let bytes = 0;
    let broken: unknown;
    const name = (): string => `${FOLDER}${id}/${String(offset).padStart(DIGITS, '0')}-${bytes}`;
    await this.gather(name, async (file) => {
      await pipeline(stream, createWriteStream(file, { mode: 0o600 })).catch((error) => {
        broken = error;
      });
      bytes = (await stat(file)).size;
      return bytes > 0;
    });
    if (broken !== undefined) throw broken;
    return offset + bytes;
  }

  async read(id: string): Promise<Readable> {
    const parts = await this.parts(id);
    const { blobs } = this;
    return Readable.from(
      (async function* () {
        for (const { name } of parts) yield* await blobs.read(name);
      })(),
      { objectMode: false },
    );
  }

  override async remove(id: string): Promise<void> {
    for (const { name } of await this.blobs.list(`${FOLDER}${id}/`)) await this.blobs.remove(name);
  }

  override getExpiration(): number {
    return this.kept;
  }

  override async deleteExpired(): Promise<number> {
    const last = new Map<string, number>();
    for (const { name, at } of await this.blobs.list(FOLDER)) {
      const id = name.slice(FOLDER.length).split('/')[0] ?? '';
      last.set(id, Math.max(at, last.get(id) ?? 0));
    }
    const old = [...last].filter(([, at]) => at < Date.now() - this.kept).map(([id]) => id);
    for (const id of old) await this.remove(id);
    await this.sweepUp();
    return old.length;
  }

  /** What a killed server had half gathered. */
  private async sweepUp(): Promise<void> {
    const { gathering } = this.blobs;
    for (const name of await readdir(gathering).catch(() => [])) {
      const file = path.join(gathering, name);
      const is = await stat(file).catch(() => null);
      if (is && is.mtimeMs < Date.now() - this.kept) await rm(file, { force: true });
    }
  }

  /** From the beginning, each where the one before ends. */
  private async parts(id: string): Promise<Part[]> {
    const found = (await this.blobs.list(`${FOLDER}${id}/`)).flatMap(({ name }): Part[] => {
      const [, from, bytes] = /\/(\d+)-(\d+)$/.exec(name) ?? [];
      return from === undefined ? [] : [{ name, from: Number(from), bytes: Number(bytes) }];
    });
    const chain: Part[] = [];
    for (let at = 0; ; ) {
      const next = found.find(({ from }) => from === at);
      if (!next) return chain;
      chain.push(next);
      at += next.bytes;
    }
  }

  /** Fills a file of this machine, then hands it over; `fill` says whether there is anything. */
  private async gather(name: string | (() => string), fill: (file: string) => Promise<boolean>): Promise<void> {
    await mkdir(this.blobs.gathering, { recursive: true, mode: 0o700 });
    const file = path.join(this.blobs.gathering, randomUUID());
    try {
      if (!(await fill(file))) return;
      const { size } = await stat(file);
      await this.blobs.take(typeof name === 'string' ? name : name(), file, size);
    } finally {
      await rm(file, { force: true });
    }
  }
}
