/** The files of the repository, as the tools see them. */
import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

const SKIPPED = new Set(['node_modules', '.git', 'dist', 'coverage', '.cache', 'boundary-fixtures']);

/** Paths relative to the root with forward slashes, sorted. Data folders and planted violations are left out. */
export function files(folder = ''): string[] {
  const found: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = join(directory, entry.name);
      const shown = relative(ROOT, path).split(sep).join('/');
      if (/^data(-|$)/.test(shown) && entry.isDirectory()) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(shown);
    }
  };
  walk(join(ROOT, folder));
  return found.sort();
}

/** Written by `npm run gen`; not held to the size of a page. */
export const GENERATED = [
  'database/schema.sql',
  'server/platform/row-types.ts',
  'openapi.json',
  'web/kit/api/schema.d.ts',
] as const;

export const isCode = (file: string): boolean => /\.(ts|tsx|mts|mjs|cjs)$/.test(file);

export function codeFiles(folders: string[]): string[] {
  return files().filter((file) => isCode(file) && folders.some((folder) => file.startsWith(`${folder}/`)));
}

/** Distinct relative specifiers a file imports or re-exports. */
export function relativeImports(text: string): Set<string> {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = new Set<string>();
  const statement = /^\s*(?:import|export|\})[^'"`;]*?\bfrom\s*['"](\.[^'"]+)['"]|^\s*import\s*['"](\.[^'"]+)['"]/gm;
  for (const match of bare.matchAll(statement)) found.add((match[1] ?? match[2]) as string);
  return found;
}
