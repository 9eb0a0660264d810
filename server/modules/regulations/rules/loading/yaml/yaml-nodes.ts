/**
 * YAML text to plain nodes that know where they stand. What a rulebook has no use for and
 * an attacker has (heaps of aliases, tags, bottomless nesting, giant fields) is refused here.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import { type ErrorList, type Spot, shorten } from '../../pack-error.ts';
import { addSyntax } from './complaints.ts';
import { keyWithValue } from './punctuation.ts';
import { deepestFlow, NOT_TEXT, tooDeep } from './yaml-syntax.ts';

export type ScalarNode = {
  kind: 'scalar';
  value: string | number | boolean | null;
  source: string;
  plain: boolean;
  at: Spot;
};
export type ListNode = { kind: 'list'; items: Node[]; at: Spot };
export type MapEntry = { key: string; keyAt: Spot; value: Node };
export type MapNode = { kind: 'map'; entries: MapEntry[]; at: Spot };
export type Node = ScalarNode | ListNode | MapNode;

export interface SourceFile {
  /** Relative to the regulations folder, `/` between parts. */
  path: string;
  text: string;
}

/** Without the byte order mark some editors begin a file with. */
export const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const MOST = { file: 2_000_000, field: 20_000, depth: 24, nodes: 300_000, aliases: 300 };

/** The first document of the file, or undefined when it cannot be read at all; defects go to `errors`. */
export function readYaml(file: SourceFile, errors: ErrorList): Node | undefined {
  const start: Spot = { file: file.path, line: 1, column: 1 };
  const text = withoutMark(file.text);
  if (text.length > MOST.file) {
    errors.add(
      start,
      {},
      {
        code: 'file-too-large',
        found: `${text.length}`,
        expected: `<= ${MOST.file}`,
        zh: `文件有 ${text.length} 个字符，最多 ${MOST.file} 个，请拆成几个文件。`,
        en: `The file has ${text.length} characters, at most ${MOST.file} are read; split it.`,
      },
    );
    return undefined;
  }
  const strange = text.search(NOT_TEXT);
  if (strange >= 0) {
    errors.add(
      { ...start, line: text.slice(0, strange).split('\n').length, column: strange - text.lastIndexOf('\n', strange) },
      {},
      {
        code: 'not-utf8',
        found: shorten(text.slice(strange, strange + 20)),
        expected: 'UTF-8',
        zh: '这个文件不是 UTF-8 编码的文字（可能是 GBK）：请在编辑器里用“另存为”，编码选 UTF-8。',
        en: 'This file is not text in UTF-8 (it may be GBK): save it again with the encoding UTF-8.',
      },
    );
    return undefined;
  }
  const deep = deepestFlow(text);
  if (deep) {
    errors.add({ ...start, line: deep.line }, {}, tooDeep(MOST.depth));
    return undefined;
  }
  const lines = new LineCounter();
  let docs: Document[];
  try {
    const all = parseAllDocuments(text, {
      version: '1.2',
      lineCounter: lines,
      uniqueKeys: true,
      prettyErrors: false,
      strict: true,
      keepSourceTokens: false,
    });
    docs = Array.isArray(all) ? (all as Document[]) : [];
  } catch (thrown) {
    errors.add(
      start,
      {},
      {
        code: 'yaml-syntax',
        found: shorten(String(thrown)),
        expected: 'YAML 1.2',
        zh: '这个文件不是可以读的 YAML。',
        en: 'This file is not readable as YAML.',
      },
    );
    return undefined;
  }
  const spotOf = (offset: number): Spot => {
    const pos = lines.linePos(offset);
    return { file: file.path, line: Math.max(1, pos.line), column: Math.max(1, pos.col) };
  };
  if (docs.length > 1) {
    errors.add(
      spotOf(docs[1]?.range?.[0] ?? 0),
      {},
      {
        code: 'yaml-many-documents',
        found: '---',
        expected: 'one document',
        zh: '一个文件只能有一个 YAML 文档，请去掉“---”之后的部分或另存一个文件。',
        en: 'One file holds one YAML document; put what follows "---" in a file of its own.',
      },
    );
  }
  const doc = docs[0];
  if (!doc) return undefined;
  addSyntax([...doc.errors, ...doc.warnings], text, spotOf, errors);
  return new Converter(doc, spotOf, errors).convert(doc.contents, 0) ?? undefined;
}

class Converter {
  #spotOf: (offset: number) => Spot;
  #errors: ErrorList;
  #count = 0;
  #aliases = 0;
  #doc: Document;

  constructor(doc: Document, spotOf: (offset: number) => Spot, errors: ErrorList) {
    this.#doc = doc;
    this.#spotOf = spotOf;
    this.#errors = errors;
  }

  convert(node: unknown, depth: number, fallback?: Spot): Node | undefined {
    const range = (node as { range?: [number, number, number] | null } | null)?.range;
    const at = range ? this.#spotOf(range[0]) : (fallback ?? this.#spotOf(0));
    if (++this.#count > MOST.nodes) {
      if (this.#count === MOST.nodes + 1) {
        this.#errors.add(
          at,
          {},
          {
            code: 'file-too-large',
            found: `> ${MOST.nodes}`,
            expected: `<= ${MOST.nodes}`,
            zh: '文件的条目太多，请拆成几个文件。',
            en: 'The file holds too many entries; split it.',
          },
        );
      }
      return undefined;
    }
    if (depth > MOST.depth) {
      this.#errors.add(at, {}, tooDeep(MOST.depth));
      return undefined;
    }
    if (isAlias(node)) {
      if (++this.#aliases > MOST.aliases) {
        if (this.#aliases === MOST.aliases + 1) {
          this.#errors.add(
            at,
            {},
            {
              code: 'too-many-aliases',
              found: `*${node.source}`,
              expected: `<= ${MOST.aliases}`,
              zh: `YAML 别名展开超过 ${MOST.aliases} 次：请去掉“&”和“*${node.source}”，把内容直接写出来。`,
              en: `More than ${MOST.aliases} YAML aliases are expanded: leave out "&" and "*${node.source}" and write the values out.`,
            },
          );
        }
        return undefined;
      }
      const target = node.resolve(this.#doc);
      // What an alias stands for is read where it is defined, so errors point at the text itself.
      return target ? this.convert(target, depth + 1, at) : undefined;
    }
    const tag = (node as { tag?: string } | null)?.tag;
    if (tag && !tag.startsWith('tag:yaml.org,2002:')) {
      this.#errors.add(
        at,
        {},
        {
          code: 'yaml-tag',
          found: tag,
          expected: 'no tag',
          zh: `不能用 YAML 标签“${tag}”。`,
          en: `YAML tags such as "${tag}" are not allowed.`,
        },
      );
      return undefined;
    }
    if (isMap(node)) {
      const entries: MapEntry[] = [];
      for (const pair of node.items) {
        const key = pair.key;
        const keyRange = (key as { range?: [number, number, number] | null } | null)?.range;
        const keyAt = keyRange ? this.#spotOf(keyRange[0]) : at;
        if (!isScalar(key)) {
          this.#errors.add(
            keyAt,
            {},
            {
              code: 'key-not-text',
              found: '?',
              expected: 'key: value',
              zh: '键必须是文字。',
              en: 'A key must be text.',
            },
          );
          continue;
        }
        const written = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
        const joined = pair.value === null || isEmpty(pair.value) ? keyWithValue(written) : undefined;
        if (joined) this.#errors.add(keyAt, {}, joined.problem);
        const name = joined?.key ?? written;
        const value: Node | undefined = joined
          ? { kind: 'scalar', value: joined.value, source: joined.value, plain: true, at: keyAt }
          : this.convert(pair.value, depth + 1, keyAt);
        // The parser reports a key written twice; only the first is read.
        if (value && !entries.some((e) => e.key === name)) entries.push({ key: name, keyAt, value });
      }
      return { kind: 'map', entries, at };
    }
    if (isSeq(node)) {
      const items: Node[] = [];
      for (const item of node.items) {
        const converted = this.convert(item, depth + 1, at);
        if (converted) items.push(converted);
      }
      return { kind: 'list', items, at };
    }
    if (isScalar(node)) {
      const plain = node.type === 'PLAIN' || node.type === undefined;
      const value = typeof node.value === 'bigint' ? Number(node.value) : node.value;
      const source = plain ? (node.source ?? String(value)) : String(value);
      if (source.length > MOST.field) {
        this.#errors.add(
          at,
          {},
          {
            code: 'field-too-long',
            found: `${source.length}`,
            expected: `<= ${MOST.field}`,
            zh: `这段文字有 ${source.length} 个字符，最多 ${MOST.field} 个。`,
            en: `This text has ${source.length} characters, at most ${MOST.field} are read.`,
          },
        );
        return undefined;
      }
      if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return { kind: 'scalar', value, source, plain, at };
      return { kind: 'scalar', value: source, source, plain, at };
    }
    return { kind: 'scalar', value: null, source: '', plain: true, at };
  }
}

const isEmpty = (node: unknown): boolean => isScalar(node) && node.value === null && !node.source;

/** The node as plain JSON; unquoted numbers and booleans keep their type. */
export function toJson(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toJson);
  return Object.fromEntries(node.entries.map((e) => [e.key, toJson(e.value)]));
}

/** One line that shows the author what stands there. */
export function showNode(node: Node): string {
  return node.kind === 'scalar'
    ? shorten(node.source === '' ? '(empty)' : node.source)
    : shorten(JSON.stringify(toJson(node)));
}

export const child = (node: Node | undefined, key: string): Node | undefined =>
  node?.kind === 'map' ? node.entries.find((e) => e.key === key)?.value : undefined;
