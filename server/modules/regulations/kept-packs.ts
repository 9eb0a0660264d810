/**
 * Rulebooks read once for each content. What a folder's texts become is kept under the hash of those texts and of the
 * program that read them: a changed byte of either has another name, and what is kept under it is read anew. A kept file
 * carries the hash of what it holds; one that is damaged is not there.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder, SHIPPED } from './files.ts';
import { isOfPack } from './rules/loading/discover.ts';
import { type FilePlace, type Loaded, loadPacks } from './rules/loading/load-pack.ts';
import type { SourceFile } from './rules/loading/yaml/yaml-nodes.ts';
import type { Pack, PackError } from './rules/pack.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Folders' contents kept beside each other; beyond it the oldest are forgotten. */
const MOST = 40;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is read with: another reader may make something else of the same texts. */
let reader: string | undefined;
function readerDigest(): string {
  if (reader === undefined) {
    const hash = createHash('sha256');
    for (const folder of [join(import.meta.dirname, 'rules'), join(ROOT, 'server/values')]) {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !/(\.test|testing)\.ts$|^oracle/.test(name))
        .sort();
      for (const name of names) hash.update(`${name}\0${readFileSync(join(folder, name), 'utf8')}\0`);
    }
    hash.update(`${process.version} ${readFileSync(join(ROOT, 'node_modules/yaml/package.json'), 'utf8')}`);
    reader = hash.digest('hex');
  }
  return reader;
}

function nameOf(files: SourceFile[], shipped: SourceFile[]): string {
  const hash = createHash('sha256').update(readerDigest());
  for (const list of [files, shipped]) {
    hash.update('\0\0');
    for (const { path, text } of list) if (isOfPack(path)) hash.update(`${path}\0${text.length}\0${text}\0`);
  }
  return hash.digest('hex');
}

/** `faults` and `written` by the place of the pack. */
interface Kept {
  packs: Pack[];
  errors: PackError[];
  faults: [pack: number, errors: PackError[]][];
  written: [pack: number, places: FilePlace[]][];
}

/** Reads as `load` does, and keeps what came of it in a folder. Where nothing can be written nothing is kept. */
export const keeping =
  (folder: string, load: typeof loadPacks = loadPacks): typeof loadPacks =>
  (files, shipped = []) => {
    const name = join(folder, `${nameOf(files, shipped)}.json`);
    const kept = readKept(name);
    if (kept) {
      const byPack = <T>(list: [number, T][]) => new Map(list.map(([at, of]) => [kept.packs[at] as Pack, of]));
      return { ...kept, faults: byPack(kept.faults), written: byPack(kept.written) };
    }
    const loaded = load(files, shipped);
    keep(folder, name, loaded);
    return loaded;
  };

function readKept(name: string): Kept | undefined {
  try {
    const text = readFileSync(name, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return digest(body) === text.slice(0, end) ? (JSON.parse(body) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

function keep(folder: string, name: string, { packs, errors, faults, written }: Loaded): void {
  const places = <T>(of: Map<Pack, T>) => [...of].map(([pack, one]): [number, T] => [packs.indexOf(pack), one]);
  const kept: Kept = { packs, errors, faults: places(faults), written: places(written) };
  const body = JSON.stringify(kept);
  const draft = `${name}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${digest(body)}\n${body}`);
    renameSync(draft, name);
    forget(folder);
  } catch {
    // an installation that cannot be written to reads its rulebooks anew each time
  }
}

function forget(folder: string): void {
  const all = readdirSync(folder).map((one) => ({ one, at: statSync(join(folder, one)).mtimeMs }));
  for (const { one } of all.sort((a, b) => b.at - a.at).slice(MOST)) rmSync(join(folder, one), { force: true });
}

/** Packs of texts, read once for each content. */
export const packsOf = keeping(join(ROOT, '.cache/rulebooks'));

/** Those shipped with the platform, and what is wrong in them. */
export const loadShipped = (): Loaded => packsOf(readFolder(SHIPPED) ?? []);
