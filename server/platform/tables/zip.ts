/** The parts of a zip file, unpacked as a stream; what lies about its size is refused by what is counted. */
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { type TableLimits, UnreadableTable } from './table.ts';

const MOST_PARTS = 2000;

export interface Zip {
  has(name: string): boolean;
  /** Bytes the directory promises for the part when it is unpacked. */
  sizeOf(name: string): number;
  /** Pieces of text of a part. Throws `UnreadableTable`. */
  text(name: string, limit: number): AsyncGenerator<string>;
  close(): void;
}

export async function openZip(file: string, limits: TableLimits): Promise<Zip> {
  const zip = await open(file);
  try {
    const entries = await entriesOf(zip);
    return {
      has: (name) => entries.has(name),
      sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
      text: (name, limit) => textOf(zip, entries.get(name), Math.min(limit, limits.unpacked)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const open = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new UnreadableTable('workbook-broken'));
      else resolve(zip);
    });
  });

/** Only names are kept: nothing is ever written under one. */
function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    // yauzl refuses names that leave the folder (../, absolute, backslash) with an error
    zip.on('error', () => reject(new UnreadableTable('workbook-broken')));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= MOST_PARTS) return reject(new UnreadableTable('workbook-too-large', { limit: MOST_PARTS }));
      if (entry.isEncrypted()) return reject(new UnreadableTable('file-encrypted'));
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(new UnreadableTable('workbook-broken'));
      else resolve(stream);
    });
  });

async function* textOf(zip: ZipFile, entry: Entry | undefined, limit: number): AsyncGenerator<string> {
  if (!entry) throw new UnreadableTable('workbook-broken');
  const tooLarge = () => new UnreadableTable('workbook-too-large', { limit: `${Math.floor(limit / 1024 / 1024)} MB` });
  if (entry.uncompressedSize > limit) throw tooLarge();
  const stream = await streamOf(zip, entry);
  let decoder: TextDecoder | undefined;
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > limit) throw tooLarge();
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable('workbook-broken');
  } finally {
    stream.destroy();
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
