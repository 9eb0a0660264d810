/**
 * 起草: one value of a rulebook is changed where it is written. The rest of the file stays as it was, to the byte:
 * comments, order and quotes are its author's. An entry taken over from another rulebook is written into the draft's own.
 */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parse,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
} from 'yaml';
import { ok, type Result, refuse } from '../../../../../values/result.ts';
import type { Section } from '../../loading/discover.ts';
import type { WrittenFile } from '../../loading/load-pack.ts';
import { HEAD_KEYS } from '../../loading/read-head.ts';
import type { Cited, Pack } from '../../pack.ts';

export type Step = string | number;

/** Of an entry by its keys (`['cases', 1, 'within']`), of the head (`version`), or a file as a whole. */
export type Edit =
  | { section: Section; entry: string; path: Step[]; value: string | null }
  | { section: 'head'; entry: string; value: string }
  | { file: string; text: string };

type Files = WrittenFile[];

const isHead = (text: string): boolean => /^pack\s*:/m.test(text);
const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '');

/** @param pack the draft as it was loaded, which knows where entries it takes over stand */
export function applyEdit(files: Files, pack: Pack, edit: Edit): Result<Files> {
  if ('file' in edit) return wholeFile(files, edit.file, edit.text);
  if (edit.section === 'head') {
    const head = files.find(({ own, text }) => own && isHead(text));
    if (!head || !(HEAD_KEYS as readonly string[]).includes(edit.entry)) return unknown(edit.entry);
    return changed(files, head, [edit.entry], edit.value);
  }
  const { section, entry: id, path, value } = edit;
  const entry = (pack[section] as readonly Partial<Cited>[]).find((one) => one.id === id);
  const candidates = [...files.filter(({ own }) => own), ...files.filter(({ path: at }) => at === entry?.source?.file)];
  const file = candidates.find((one) => indexOf(one, section, id) !== undefined);
  const index = file && indexOf(file, section, id);
  if (!file || index === undefined) return unknown(`${section}.${id}`);
  if (file.own) return changed(files, file, [section, index, ...path], value);
  return takenOver(files, file, section, index, path, value);
}

const unknown = (found: string): Result<never> => refuse('edit-of-nothing', { params: { found } });

function wholeFile(files: Files, path: string, text: string): Result<Files> {
  const file = files.find((one) => one.own && one.path === path);
  if (!file) return unknown(path);
  return ok(files.map((one) => (one === file ? { ...one, text } : one)));
}

function indexOf(file: WrittenFile, section: Section, id: string): number | undefined {
  if (!file.text.includes(id)) return undefined;
  const list = parseDocument(file.text, { version: '1.2' }).get(section);
  if (!isSeq(list)) return undefined;
  const index = list.items.findIndex((item) => isMap(item) && String(item.get('id')) === id);
  return index < 0 ? undefined : index;
}

function changed(files: Files, file: WrittenFile, path: Step[], value: string | null): Result<Files> {
  const text = textWith(file.text, path, value);
  return text.ok ? ok(files.map((one) => (one === file ? { ...one, text: text.value } : one))) : text;
}

/** The text with one scalar replaced, one key added or, for null, one key taken out. */
export function textWith(text: string, path: Step[], value: string | null): Result<string> {
  const doc = parseDocument(text, { version: '1.2' });
  const parent = doc.getIn(path.slice(0, -1), true);
  const key = path.at(-1) as Step;
  const place = path.join('.');
  if (!isCollection(parent)) return unknown(place);
  const node = parent.get(key, true) as Node | undefined;
  // what an alias stands for stands elsewhere, and for others too
  if (isAlias(node) || (node !== undefined && !isScalar(node))) return refuse('edit-of-a-whole', { params: { place } });
  if (value === null) return isMap(parent) && node ? ok(without(text, parent, String(key))) : unknown(place);
  if (node) return ok(replaced(text, node as Scalar, value));
  return isMap(parent) && typeof key === 'string' ? ok(withKey(text, parent, key, value)) : unknown(place);
}

const rangeOf = (node: unknown): [number, number, number] =>
  (node as { range?: [number, number, number] | null }).range ?? [0, 0, 0];

function replaced(text: string, node: Scalar, value: string): string {
  const [start, end] = rangeOf(node);
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return `${text.slice(0, start)}${scalar(value, node)}${block ? '\n' : ''}${text.slice(end)}`;
}

/** As it was written: without quotes where it had none and needs none. */
function scalar(value: string, before?: Scalar): string {
  const typed = before === undefined || typeof before.value !== 'string';
  if (typed && /^(true|false|-?\d+(\.\d+)?)$/.test(value)) return value;
  const plain = before === undefined || before.type === 'PLAIN' || before.type === undefined;
  if (plain && isPlain(value)) return value;
  if (before?.type === 'QUOTE_SINGLE' && !/[\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

/** Reads as this very text without quotes, in a list too; times and ranges are quoted by custom. */
function isPlain(value: string): boolean {
  if (value === '' || /[\r\n\t#:,[\]{}&*!|>'"%@`\\]|\.\.|^[-?\s]|\s$/.test(value)) return false;
  try {
    return parse(`[${value}]`, { version: '1.2' })[0] === value;
  } catch {
    return false;
  }
}

/** Before the first key after the id, so that no value of many lines comes between. */
function withKey(text: string, map: YAMLMap, key: string, value: string): string {
  const pair = map.items[1] ?? map.items[0];
  const start = pair ? rangeOf(pair.key)[0] : rangeOf(map)[0] + 1;
  const written = `${key}: ${scalar(value)}`;
  if (!pair) return `${text.slice(0, start)}${written}${text.slice(start)}`;
  const between = map.flow ? ', ' : `\n${' '.repeat(columnOf(text, start))}`;
  return `${text.slice(0, start)}${written}${between}${text.slice(start)}`;
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

function without(text: string, map: YAMLMap, key: string): string {
  const index = map.items.findIndex((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === key);
  const pair = map.items[index];
  if (!pair) return text;
  const start = rangeOf(pair.key)[0];
  const next = map.items[index + 1];
  if (next) return text.slice(0, start) + text.slice(rangeOf(next.key)[0]);
  const end = rangeOf(pair.value)[1];
  const previous = map.items[index - 1];
  const from = previous ? rangeOf(previous.value)[1] : start;
  return map.flow
    ? text.slice(0, from) + text.slice(end)
    : text.slice(0, from) + text.slice(end).replace(/^[ \t]*(?=\n)/, '');
}

const AMENDED = 'amended.yaml';

/** A copy in a file of the draft's own: the rulebook taken over stays whole. */
function takenOver(
  files: Files,
  file: WrittenFile,
  section: Section,
  index: number,
  path: Step[],
  value: string | null,
): Result<Files> {
  const contents = parse(file.text, { version: '1.2' }) as Record<string, Record<string, unknown>[]>;
  const entry = contents[section]?.[index];
  const head = files.find(({ own, text }) => own && isHead(text));
  if (!entry || !head) return unknown(section);
  const copy = `${stringify({ [section]: [entry] }, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', aliasDuplicateObjects: false })}`;
  const altered = textWith(copy, [section, 0, ...path], value);
  if (!altered.ok) return altered;
  const at = `${folderOf(head.path)}${AMENDED}`;
  const own = files.find((one) => one.path === at);
  if (!own) {
    const added = { path: at, own: true, text: `# 在沿用的规章上改动的条目\n${altered.value}` };
    return ok([...files.filter((one) => one.own), added, ...files.filter((one) => !one.own)]);
  }
  return ok(files.map((one) => (one === own ? { ...one, text: withEntry(own.text, section, altered.value) } : one)));
}

/** Appended to the section where the file has it, else at the end. */
function withEntry(text: string, section: Section, entry: string): string {
  const list = parseDocument(text, { version: '1.2' }).get(section, true);
  const base = text.endsWith('\n') ? text : `${text}\n`;
  if (!isSeq(list) || list.flow) return base + entry;
  const end = rangeOf(list)[1];
  const [before, after] = [base.slice(0, end), base.slice(end)];
  const lines = entry.slice(entry.indexOf('\n') + 1);
  const column = columnOf(base, rangeOf(list)[0]);
  const indented = lines.replace(/^ {2}/gm, ' '.repeat(column));
  return `${before.endsWith('\n') ? before : `${before}\n`}${indented}${after.replace(/^\n/, '')}`;
}
