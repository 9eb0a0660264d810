/** A rulebook's files as one zip file. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { SourceFile } from './rules/loading/yaml/yaml-nodes.ts';

/** The same files at the same time give the same bytes. */
export async function writeZip(files: readonly SourceFile[], at: Date): Promise<Buffer> {
  const zip = new ZipFile();
  const written = new Set<string>();
  for (const { path, text } of files) {
    if (written.has(path)) continue;
    written.add(path);
    zip.addBuffer(Buffer.from(text), path, { mtime: at });
  }
  zip.end();
  return buffer(zip.outputStream);
}
