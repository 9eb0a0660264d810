import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result, refuse } from '../values/result.ts';

/** Files named by their content: the same bytes are kept once, and a name never changes its meaning. */
export interface FileStore {
  /** Bytes; larger ones are refused. */
  limit: number;
  /** Keeps the bytes; the media type is what they are, whatever the sender calls them. */
  put(bytes: Buffer, allowed: readonly string[]): Promise<Result<StoredFile>>;
  open(sha256: Buffer): ReadStream;
  has(sha256: Buffer): Promise<boolean>;
}

export interface StoredFile {
  sha256: Buffer;
  bytes: number;
  mediaType: string;
}

export function localFiles(folder: string, limit = 20 * 1024 * 1024): FileStore {
  const at = (sha256: Buffer) => {
    const name = sha256.toString('hex');
    return path.join(folder, name.slice(0, 2), name.slice(2, 4), name);
  };
  const has = (sha256: Buffer) =>
    stat(at(sha256)).then(
      () => true,
      () => false,
    );
  return {
    limit,
    has,
    open: (sha256) => createReadStream(at(sha256)),
    async put(bytes, allowed) {
      if (bytes.length === 0) return refuse('file-empty');
      if (bytes.length > limit) return refuse('file-too-large', { params: { found: bytes.length, limit } });
      const mediaType = sniff(bytes);
      if (mediaType === null || !allowed.includes(mediaType)) {
        return refuse('file-type-refused', { params: { found: mediaType ?? '?', expected: allowed.join(', ') } });
      }
      const sha256 = createHash('sha256').update(bytes).digest();
      if (!(await has(sha256))) await write(at(sha256), bytes);
      return ok({ sha256, bytes: bytes.length, mediaType });
    },
  };
}

/** Under another name first: a file with its final name is always whole. */
async function write(file: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.${randomUUID()}`;
  const handle = await open(partial, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(partial, { force: true });
    throw error;
  }
  await handle.close();
  await rename(partial, file);
}

export const PHOTOS = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const DOCUMENTS = ['application/pdf'] as const;
export const SOUNDS = ['audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg'] as const;

/** What the bytes are by their beginning, or null. */
export function sniff(bytes: Buffer): string | null {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'audio/wav';
  if (text(0, 5) === '%PDF-') return 'application/pdf';
  if (text(0, 4) === 'OggS') return 'audio/ogg';
  if (text(4, 8) === 'ftyp' && /^(M4A |M4B |mp4[12]|isom|dash)/.test(text(8, 12))) return 'audio/mp4';
  if (text(0, 3) === 'ID3') return 'audio/mpeg';
  // a frame of MPEG audio layer III without a tag
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2) return 'audio/mpeg';
  return null;
}
