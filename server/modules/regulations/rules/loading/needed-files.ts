/** Of many rulebooks the files that one of them needs: its own, and those of the packs it extends. */
import type { SourceFile } from './yaml/yaml-nodes.ts';

const HEAD = /^pack[ \t]*:[ \t]*["']?([^\s"'#,]+)/m;
const EXTENDS = /^extends[ \t]*:(.*(?:\n(?:[ \t-].*)?)*)/m;
const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

/**
 * Judged by the text alone, without reading the YAML, so too much may be kept but nothing that is
 * needed is lost. A pack that is not there keeps everything: the refusal names the nearest.
 */
export function filesNeeded(files: SourceFile[], shipped: SourceFile[], pack: string, firstYear: number) {
  const heads = headsOf([...files, ...shipped]);
  const wanted = new Set([pack]);
  for (const name of wanted)
    for (const head of heads)
      if (head.name === name) for (const other of heads) if (head.bases.includes(other.name)) wanted.add(other.name);
  if (!heads.some((head) => head.name === pack)) return { files, shipped };
  const kept = (given: SourceFile[]): SourceFile[] => {
    const own = heads.filter((head) => given.includes(head.file));
    const others = new Set(own.filter((h) => !wanted.has(h.name)).map((h) => h.file.path));
    const folders = new Set(own.filter((h) => wanted.has(h.name)).map((h) => folderOf(h.file.path)));
    const skipped = new Set([...others].map(folderOf).filter((folder) => folder !== '' && !folders.has(folder)));
    return given.filter(({ path }) => {
      const year = /^national\/[^/]+\/(\d{4})\.ya?ml$/.exec(path)?.[1];
      if (year !== undefined) return Number(year) >= firstYear;
      if (others.has(path)) return false;
      for (let at = folderOf(path); at !== ''; at = folderOf(at)) {
        if (folders.has(at)) return true;
        if (skipped.has(at)) return false;
      }
      return true;
    });
  };
  return { files: kept(files), shipped: kept(shipped) };
}

const headsOf = (files: SourceFile[]): { file: SourceFile; name: string; bases: string }[] =>
  files.flatMap((file) => {
    const text = /\.ya?ml$/.test(file.path) ? file.text.slice(0, 100_000) : '';
    const name = HEAD.exec(text)?.[1];
    return name === undefined ? [] : [{ file, name, bases: EXTENDS.exec(text)?.[1] ?? '' }];
  });

/** Of the shipped files those of packs that some file of a folder extends; all of them where it extends one that is not there. */
export function shippedNeeded(files: SourceFile[], shipped: SourceFile[]): SourceFile[] {
  const [own, theirs] = [headsOf(files), headsOf(shipped)];
  const wanted = new Set<string>();
  const all = [...own, ...theirs];
  for (const heads = [...own]; heads.length > 0; ) {
    const { bases } = heads.pop() as (typeof all)[number];
    for (const [name] of bases.replace(/#.*/g, '').matchAll(/[a-z0-9][a-z0-9.-]*(?=@|[^a-z0-9.@-]|$)/gi)) {
      if (/^\d/.test(name) || wanted.has(name)) continue;
      const found = all.filter((head) => head.name === name);
      if (found.length === 0) return shipped;
      wanted.add(name);
      heads.push(...found);
    }
  }
  const folders = new Set(theirs.filter(({ name }) => wanted.has(name)).map(({ file }) => folderOf(file.path)));
  const others = new Set(theirs.filter(({ name }) => !wanted.has(name)).map(({ file }) => file.path));
  return shipped.filter(({ path }) => {
    if (others.has(path)) return false;
    for (let at = folderOf(path); at !== ''; at = folderOf(at)) if (folders.has(at)) return true;
    return folders.has('');
  });
}
