/** A file is a page or two: about 300 lines, never more than 400; a folder about 20 entries. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, verdict } from '../step.ts';
import { files, GENERATED, isCode, ROOT } from '../tree.ts';

const LONG = 300;
const TOO_LONG = 400;
const FULL = 24;

const isGenerated = (file: string): boolean => (GENERATED as readonly string[]).includes(file);

export async function sizes(): Promise<Outcome> {
  const complaints: string[] = [];
  const long: string[] = [];
  const all = files();
  const held = all.filter((file) => (isCode(file) || /\.(css|sql)$/.test(file)) && !isGenerated(file));
  for (const file of held) {
    const lines = readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length;
    if (lines > TOO_LONG) complaints.push(`${file}: ${lines} lines, at most ${TOO_LONG}`);
    else if (lines > LONG) long.push(`${file} ${lines}`);
  }
  const entries = new Map<string, Set<string>>();
  for (const file of all.filter((path) => /^(server|web|tools)\//.test(path) && !path.endsWith('.test.ts'))) {
    const parts = file.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      const inside = entries.get(folder) ?? new Set();
      entries.set(folder, inside.add(parts[depth] as string));
    }
  }
  for (const [folder, inside] of entries) {
    if (inside.size > FULL) complaints.push(`${folder}: ${inside.size} entries, at most ${FULL}`);
  }
  const words =
    long.length === 0 ? `${held.length} files` : `${held.length} files, over ${LONG} lines: ${long.join(', ')}`;
  return verdict(complaints, words);
}
