/**
 * Reads one mapping of a pack key by key; what was asked for is what is known, and the rest
 * is reported with the nearest known key. Every defect carries article and entry.
 */
import { type ErrorList, type Problem, type Spot, shorten, unknownName, type Where } from '../../pack-error.ts';
import { type MapEntry, type MapNode, type Node, showNode } from './yaml-nodes.ts';

const ID = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/;

export class MapReader {
  readonly node: MapNode;
  readonly errors: ErrorList;
  readonly where: Where;
  #asked = new Set<string>();

  constructor(node: MapNode, errors: ErrorList, where: Where = {}) {
    this.node = node;
    this.errors = errors;
    this.where = where;
  }

  fail(at: Spot, p: Problem): undefined {
    this.errors.add(at, this.where, p);
    return undefined;
  }

  wrong(node: Node, code: string, expected: string, zh: string, en: string): undefined {
    return this.fail(node.at, { code, found: showNode(node), expected, zh, en });
  }

  entry(key: string): MapEntry | undefined {
    this.#asked.add(key);
    return this.node.entries.find((e) => e.key === key);
  }

  get(key: string): Node | undefined {
    return this.entry(key)?.value;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Keys known here though nothing reads them now. */
  allow(...keys: string[]): void {
    for (const key of keys) this.#asked.add(key);
  }

  missing(key: string, expected = `${key}: …`): undefined {
    return this.fail(this.node.at, {
      code: 'missing-key',
      found: `no ${key}`,
      expected,
      zh: `缺少“${key}”，请补上一行：${expected}。`,
      en: `The key "${key}" is missing; add ${expected}.`,
    });
  }

  text(key: string): string | undefined {
    const node = this.get(key);
    return node === undefined ? undefined : this.textOf(node, key);
  }

  textOf(node: Node, key: string): string | undefined {
    if (node.kind === 'scalar' && node.value !== null && node.source.trim() !== '') return node.source.trim();
    const only = node.kind === 'list' && node.items.length === 1 ? node.items[0] : undefined;
    if (only?.kind === 'scalar' && only.source !== '')
      return this.fail(node.at, {
        code: 'not-text',
        found: `[${only.source}]`,
        expected: only.source,
        zh: `“${key}”只写一个，不要方括号：写成“${only.source}”。`,
        en: `"${key}" takes one value without brackets: write "${only.source}".`,
      });
    return this.wrong(
      node,
      'not-text',
      `${key}: text`,
      `“${key}”后面要写文字，例如 ${key}: …。`,
      `"${key}" takes text, as in ${key}: ….`,
    );
  }

  needText(key: string): string {
    if (!this.has(key)) this.missing(key);
    return this.text(key) ?? '';
  }

  id(key = 'id'): string | undefined {
    const node = this.get(key);
    if (!node) return this.missing(key);
    const text = this.textOf(node, key);
    if (text === undefined || ID.test(text)) return text;
    const fixed = text
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '');
    return this.wrong(
      node,
      'bad-id',
      ID.test(fixed) ? fixed : 'lower-case-words',
      `id“${text}”只能用小写字母、数字和连字符${ID.test(fixed) ? `，请写成“${fixed}”` : '，例如“pipe-repair”'}。`,
      `The id "${text}" may hold lower-case letters, digits and hyphens only${ID.test(fixed) ? `; write "${fixed}"` : ', as in "pipe-repair"'}.`,
    );
  }

  yesNo(key: string): boolean | undefined {
    const node = this.get(key);
    if (!node) return undefined;
    if (node.kind === 'scalar') {
      if (typeof node.value === 'boolean') return node.value;
      if (node.value === 'yes' || node.value === 'no') return node.value === 'yes';
      const meant = meantYesNo(node.source);
      if (meant)
        return this.wrong(
          node,
          'not-yes-no',
          meant,
          `“${key}”只能写 true 或 false：“${node.source}”写成 ${meant}。`,
          `"${key}" takes true or false: for "${node.source}" write ${meant}.`,
        );
    }
    return this.wrong(
      node,
      'not-yes-no',
      'true | false',
      `“${key}”要写 true 或 false。`,
      `"${key}" takes true or false.`,
    );
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const node = this.get(key);
    if (!node) return undefined;
    const text = this.textOf(node, key);
    const match = allowed.find((a) => a === text);
    if (text === undefined || match) return match;
    const p = unknownName('key', text, allowed);
    return this.fail(node.at, {
      ...p,
      code: 'not-allowed-value',
      expected: allowed.join(' | '),
      zh: `“${key}”不能是“${text}”，可用：${allowed.join(' ')}。`,
      en: `"${key}" cannot be "${text}"; use one of ${allowed.join(', ')}.`,
    });
  }

  /** Nodes of a list; a single value counts as a list of one. */
  items(key: string): Node[] {
    const node = this.get(key);
    if (!node) return [];
    if (node.kind === 'scalar' && node.value === null) return [];
    return node.kind === 'list' ? node.items : [node];
  }

  texts(key: string): string[] {
    return this.items(key)
      .map((item) => this.textOf(item, key))
      .filter((t) => t !== undefined);
  }

  maps(key: string): MapNode[] {
    const node = this.get(key);
    if (!node) return [];
    if (node.kind !== 'list') {
      this.wrong(
        node,
        'not-a-list',
        `${key}: [{…}]`,
        `“${key}”要写成列表：在每一项前加“- ”，或写成 ${key}: [{…}]。`,
        `"${key}" takes a list: put "- " before each item, or write ${key}: [{…}].`,
      );
      return [];
    }
    return node.items.filter((item): item is MapNode => {
      if (item.kind === 'map') return true;
      this.wrong(
        item,
        'not-a-map',
        '{key: value}',
        `“${key}”的每一项要写成“键: 值”。`,
        `Each item of "${key}" is a mapping.`,
      );
      return false;
    });
  }

  /** Names that must be known. */
  names(
    key: string,
    kind: 'milestone' | 'clock' | 'organization' | 'form' | 'event' | 'hours' | 'notice',
    known: (name: string) => boolean,
    all: () => Iterable<string>,
  ): string[] {
    const names: string[] = [];
    for (const item of this.items(key)) {
      const name = this.textOf(item, key);
      if (name === undefined) continue;
      if (known(name)) names.push(name);
      else this.fail(item.at, runTogether(name, known, item === this.get(key)) ?? unknownName(kind, name, all()));
    }
    return names;
  }

  /** Reports every key nobody asked for. */
  done(): void {
    for (const { key, keyAt } of this.node.entries) {
      if (!this.#asked.has(key)) this.fail(keyAt, unknownName('key', key, this.#asked));
    }
  }
}

/** Several known names in one text, with a comma the list cannot be read by. */
export function runTogether(name: string, known: (name: string) => boolean, alone: boolean): Problem | undefined {
  const names = name.split(/[，、；,;]/).map((one) => one.trim());
  if (names.length < 2 || !names.every((one) => one !== '' && known(one))) return undefined;
  const right = alone ? `[${names.join(', ')}]` : names.join(', ');
  return {
    code: 'full-width',
    found: shorten(name),
    expected: right,
    zh: `“${shorten(name)}”是几个名称，请用半角逗号分开：${right}。`,
    en: `"${shorten(name)}" holds several names; write them with plain commas: ${right}.`,
  };
}

/** What people write for true and false. */
export const meantYesNo = (written: string): 'true' | 'false' | undefined =>
  /^(是|对|有|on|y|yes|true|1|真)$/i.test(written.trim())
    ? 'true'
    : /^(否|不|不是|无|没有|off|n|no|false|0|假)$/i.test(written.trim())
      ? 'false'
      : undefined;
