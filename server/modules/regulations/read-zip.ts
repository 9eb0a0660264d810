/** The texts of a zip file of a rulebook's folder. Nothing is written; names are only compared. */
import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ok, type Result, refuse } from '../../values/result.ts';
import type { SourceFile } from './rules/loading/yaml/yaml-nodes.ts';

/** Bytes. */
export const ZIP_LIMIT = 10 * 1024 * 1024;
const UNPACKED = 20 * 1024 * 1024;
const MOST = 400;

export async function readZip(bytes: Buffer): Promise<Result<SourceFile[]>> {
  try {
    const files = await textsOf(bytes);
    return files.length > 0 ? ok(withoutRoot(files)) : refuse('zip-without-rulebook');
  } catch {
    return refuse('zip-not-readable');
  }
}

/** A folder packed as one: its name is no part of the rulebook. */
function withoutRoot(files: SourceFile[]): SourceFile[] {
  const roots = new Set(files.map(({ path }) => path.split('/')[0]));
  const nested = files.every(({ path }) => path.split('/').length > 2);
  return roots.size === 1 && nested
    ? files.map(({ path, text }) => ({ path: path.slice(path.indexOf('/') + 1), text }))
    : files;
}

const textsOf = (bytes: Buffer): Promise<SourceFile[]> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error);
      const files: SourceFile[] = [];
      let unpacked = 0;
      zip.on('error', reject);
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry: Entry) => {
        const wanted = /\.ya?ml$/.test(entry.fileName) && !/(^|\/)(\.|__MACOSX)/.test(entry.fileName);
        if (!wanted) return zip.readEntry();
        unpacked += entry.uncompressedSize;
        if (unpacked > UNPACKED || files.length >= MOST) return reject(new Error('too large'));
        textOf(zip, entry).then((text) => {
          files.push({ path: entry.fileName, text });
          zip.readEntry();
        }, reject);
      });
      zip.readEntry();
    });
  });

const textOf = (zip: ZipFile, entry: Entry): Promise<string> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      buffer(stream).then((bytes) => resolve(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), reject);
    });
  });
