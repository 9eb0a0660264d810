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
  const heads = [...files, ...shipped].flatMap((file) => {
    const text = /\.ya?ml$/.test(file.path) ? file.text.slice(0, 100_000) : '';
    const name = HEAD.exec(text)?.[1];
    return name === undefined ? [] : [{ file, name, bases: EXTENDS.exec(text)?.[1] ?? '' }];
  });
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
