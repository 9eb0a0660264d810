/** Reads a regulations folder from disk. Everything that judges what was read is pure and told the texts. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './rules/loading/yaml/yaml-nodes.ts';

/** The rulebooks shipped with the platform. */
export const SHIPPED = join(import.meta.dirname, '../../../regulations');

const READ = /\.(ya?ml|tsv|txt)$/;
const LARGEST = 64 * 1024 * 1024;

/** Texts below a folder, paths relative to it with forward slashes, sorted. Undefined when there is no such folder. */
export function readFolder(folder: string): SourceFile[] | undefined {
  const found: SourceFile[] = [];
  const walk = (directory: string, depth: number): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory() && depth < 6) walk(path, depth + 1);
      else if (entry.isFile() && READ.test(entry.name) && statSync(path).size <= LARGEST) {
        found.push({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') });
      }
    }
  };
  try {
    if (!statSync(folder).isDirectory()) return undefined;
  } catch {
    return undefined;
  }
  walk(folder, 0);
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Changes whenever a text below a folder of `folder` is written, comes or goes. */
export function touchedAt(folder: string, below: string): string {
  try {
    return readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' })
      .filter((name) => READ.test(name))
      .sort()
      .map((name) => {
        const { mtimeMs, size } = statSync(join(folder, below, name));
        return `${name} ${mtimeMs} ${size}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}
