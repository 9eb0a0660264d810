/** Files to packs as written: which file belongs to which pack, and its entries by section and id. */
import { type ErrorList, unknownName, type Where } from '../pack-error.ts';
import { HEAD_KEYS, type Head, readHead } from './read-head.ts';
import { MapReader } from './yaml/map-reader.ts';
import { child, type MapNode, type Node, readYaml, type SourceFile, showNode, withoutMark } from './yaml/yaml-nodes.ts';

export const SECTIONS = [
  'organization',
  'terms',
  'hours',
  'limits',
  'clocks',
  'duties',
  'notices',
  'forms',
  'gates',
  'routing',
  'approvals',
  'pauses',
  'metrics',
  'remedies',
  'checklists',
  'prices',
  'texts',
] as const;
export type Section = (typeof SECTIONS)[number];
/** Folders beside the packs that hold something else. */
const NOT_PACKS = new Set(['national', 'examples', 'sources']);

export interface RawEntry {
  section: Section;
  id: string;
  node: MapNode;
  /** Pack it was written in. */
  pack: string;
}
export interface Unit {
  files: Set<string>;
  head: Head;
  node: MapNode;
  entries: RawEntry[];
  /** Given from outside: defects of its own are somebody else's. */
  shipped: boolean;
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');
const SECTION_LINE = new RegExp(`^(${SECTIONS.join('|')})\\s*:`, 'm');
const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

/** May the text of this file be part of a rulebook? */
export const isOfPack = (path: string): boolean =>
  isYaml(path) && !(path.includes('/') && NOT_PACKS.has(path.split('/')[0] ?? ''));

/** Groups the files into packs: a file with a `pack:` head, and the headless files of its folder. */
export function discover(given: SourceFile[], errors: ErrorList, shipped: boolean): Unit[] {
  const files = given.map((file) => ({ ...file, text: withoutMark(file.text) }));
  const roots = new Map<string, MapNode>();
  /** Folders with a file that could not be read: it may be the one with the head. */
  const unread = new Set<string>();
  // The folder of a single pack may be given itself: its files then stand at the top.
  const flat =
    files.filter((f) => isYaml(f.path) && !f.path.includes('/') && /^pack\s*:/m.test(f.text.slice(0, 100_000)))
      .length === 1;
  for (const file of files) {
    if (!isOfPack(file.path)) continue;
    const topLevel = !file.path.includes('/');
    // Beside the folders only a file with a head is a pack; coverage.yaml and the like are not read.
    if (
      topLevel &&
      !/^pack\s*:/m.test(file.text.slice(0, 100_000)) &&
      !(flat && SECTION_LINE.test(file.text.slice(0, 100_000)))
    )
      continue;
    const before = errors.errors.length;
    const node = readYaml(file, errors);
    if (!node) {
      unread.add(folderOf(file.path));
      if (errors.errors.length === before && file.text.trim() !== '' && !/^\s*(#.*\s*)*$/.test(file.text))
        errors.add(
          { file: file.path, line: 1, column: 1 },
          {},
          {
            code: 'empty-file',
            found: '(empty)',
            expected: 'pack: …',
            zh: '文件里没有内容。',
            en: 'The file is empty.',
          },
        );
      continue;
    }
    if (node.kind !== 'map') {
      if (node.kind === 'scalar' && node.value === null) continue;
      errors.add(
        node.at,
        {},
        {
          code: 'not-a-map',
          found: showNode(node),
          expected: 'pack: … / clocks: […]',
          zh: '文件的最外层要写成“键: 值”。',
          en: 'The file must be a mapping.',
        },
      );
      continue;
    }
    roots.set(file.path, node);
  }
  const heads = [...roots].filter(([, node]) => child(node, 'pack') !== undefined);
  const units: Unit[] = [];
  for (const [path, node] of heads) {
    const folder = folderOf(path);
    const head = readHead(node, errors);
    const unit: Unit = { files: new Set(), head, node, entries: [], shipped };
    const own = new Map<string, MapNode>([[path, node]]);
    if (folder !== '' || flat) {
      for (const [other, otherNode] of roots) {
        if (other === path || child(otherNode, 'pack') !== undefined) continue;
        // A headless file belongs to the nearest folder above it that has a head.
        let at = folderOf(other);
        while (at !== '' && !heads.some(([p]) => folderOf(p) === at)) at = folderOf(at);
        if (at === folder && (folder !== '' || !other.includes('/'))) own.set(other, otherNode);
      }
    }
    for (const [file, rootNode] of own) {
      unit.files.add(file);
      collect(unit, rootNode, rootNode === node, errors);
    }
    units.push(unit);
  }
  const headless = new Set<string>();
  for (const [path, node] of roots) {
    if (child(node, 'pack') !== undefined || headless.has(folderOf(path))) continue;
    let at = folderOf(path);
    while (at !== '' && !heads.some(([p]) => folderOf(p) === at)) at = folderOf(at);
    if (at === '' && (path.includes('/') || !flat) && !unread.has(folderOf(path))) {
      headless.add(folderOf(path));
      errors.add(
        node.at,
        {},
        {
          code: 'missing-head',
          found: 'no pack',
          expected: 'pack: …, version: …, effective: …',
          zh: '这个文件夹里没有一个文件写了“pack:”首页。',
          en: 'No file of this folder has a "pack:" head.',
        },
      );
    }
  }
  return units;
}

function collect(unit: Unit, root: MapNode, isHead: boolean, errors: ErrorList): void {
  const m = new MapReader(root, errors);
  if (isHead) m.allow(...HEAD_KEYS);
  const seen = (section: string, id: string) => unit.entries.find((e) => e.section === section && e.id === id);
  for (const { key, keyAt, value } of root.entries) {
    if ((HEAD_KEYS as readonly string[]).includes(key)) {
      if (!isHead)
        errors.add(
          keyAt,
          {},
          {
            code: 'head-outside-head',
            found: key,
            expected: 'the file with pack:',
            zh: `“${key}”要写在有“pack:”首页的文件里，请移过去。`,
            en: `"${key}" belongs in the file with "pack:"; move it there.`,
          },
        );
      continue;
    }
    const section = SECTIONS.find((s) => s === key);
    if (!section) {
      const p = unknownName('section', key, isHead ? [...SECTIONS, ...HEAD_KEYS] : SECTIONS);
      errors.add(keyAt, {}, p);
      continue;
    }
    if (value.kind === 'scalar' && value.value === null) continue;
    for (const node of m.maps(key)) {
      const id = child(node, 'id');
      const name = id?.kind === 'scalar' ? id.source.trim() : '';
      const where = whereOf(section, name, node);
      if (name === '') {
        new MapReader(node, errors, where).missing('id', 'id: …');
        continue;
      }
      const first = seen(section, name);
      if (first) {
        let n = 2;
        while (seen(section, `${name}-${n}`)) n += 1;
        const free = `${name}-${n}`;
        errors.add(id?.at ?? node.at, where, {
          code: 'duplicate-id',
          found: name,
          expected: `${free} | ${first.node.at.file}:${first.node.at.line}`,
          zh: `${section} 里已经有“${name}”（${first.node.at.file} 第 ${first.node.at.line} 行）：换一个编号，例如“${free}”，或删去其中一个。`,
          en: `${section} already has "${name}" (${first.node.at.file} line ${first.node.at.line}): take another id, such as "${free}", or delete one of them.`,
        });
        continue;
      }
      unit.entries.push({ section, id: name, node, pack: unit.head.name });
    }
  }
}

export function whereOf(section: string, id: string, node: Node): Where {
  const article = child(node, 'article');
  const text = article?.kind === 'scalar' && article.value !== null ? article.source.trim() : undefined;
  return { ...(text ? { article: text } : {}), ...(id ? { entry: `${section}.${id}` } : {}) };
}
