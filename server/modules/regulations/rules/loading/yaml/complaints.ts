/** What the YAML parser complains of, in words an author can act on: where it is, and what to write instead. */
import type { YAMLError } from 'yaml';
import { type ErrorList, type Problem, type Spot, shorten } from '../../pack-error.ts';
import { indentOf, lineAt, openBracket, punctuated, spacedColon, wideMarks } from './punctuation.ts';

/** A defect and where in the text it begins. */
interface Complaint extends Problem {
  at: number;
}

/** One defect throws the parser off for the rest of the file: tabs and keys written twice are all told, else the first. */
export function addSyntax(
  complaints: readonly YAMLError[],
  text: string,
  spotOf: (offset: number) => Spot,
  errors: ErrorList,
): void {
  const tab = complaints.find((bad) => bad.code === 'TAB_AS_INDENT');
  const first = tab ?? complaints.find((bad) => bad.code !== 'DUPLICATE_KEY');
  const twice = first ? [] : complaints.slice(0, 50);
  for (const bad of first ? [first] : twice) {
    const { at, ...told } = complaint(bad, text, (offset) => spotOf(offset).line);
    errors.add(spotOf(at), {}, told);
  }
}

function complaint(bad: YAMLError, text: string, lineOf: (offset: number) => number): Complaint {
  const at = bad.pos[0];
  return (
    (bad.code === 'DUPLICATE_KEY' && twice(at, text, lineOf)) ||
    (bad.code === 'TAG_RESOLVE_FAILED' && tagged(at, text)) ||
    (bad.code === 'TAB_AS_INDENT' && tabbed(at, text)) ||
    punctuation(at, text) ||
    (bad.code === 'BAD_SCALAR_START' && unquoted(at, text)) ||
    indented(at, text) ||
    unclosed(at, text) ||
    other(bad, text)
  );
}

/** The text from here to the end of its line, cut. */
const rest = (text: string, at: number): string => text.slice(at, at + 200).split('\n')[0] ?? '';

function twice(at: number, text: string, lineOf: (offset: number) => number): Complaint {
  const key = /^[^:\s]+/.exec(rest(text, at))?.[0] ?? rest(text, at);
  const before = text.lastIndexOf(`${key}:`, at - 1);
  const same =
    before >= 0 &&
    (lineOf(before) === lineOf(at) || before - lineAt(text, before).start === at - lineAt(text, at).start);
  return {
    at,
    code: 'duplicate-key',
    found: shorten(key),
    expected: `${shorten(key)} ×1`,
    zh: `键“${shorten(key)}”写了两次${same ? `，第 ${lineOf(before)} 行已经有了` : ''}：请删去其中一个。`,
    en: `The key "${shorten(key)}" is written twice${same ? `, first on line ${lineOf(before)}` : ''}: delete one of them.`,
  };
}

function tagged(at: number, text: string): Complaint {
  const tag = /^\S+/.exec(rest(text, at))?.[0] ?? '';
  return {
    at,
    code: 'yaml-tag',
    found: shorten(tag),
    expected: 'no tag',
    zh: `不能用 YAML 标签，请去掉“${shorten(tag)}”，直接写后面的值。`,
    en: `YAML tags are not allowed: leave out "${shorten(tag)}" and write the value alone.`,
  };
}

function tabbed(at: number, text: string): Complaint {
  const { start, line } = lineAt(text, at);
  const spaces = indentOf(text, start);
  const right = `${' '.repeat(spaces)}${line.trim()}`;
  return {
    at,
    code: 'tab',
    found: shorten(line.replaceAll('\t', '⇥')),
    expected: shorten(right) === right.trim() ? right : shorten(right),
    zh: `不能用制表符（Tab）缩进，这一行请改用 ${spaces} 个空格。`,
    en: `Indent with spaces, not with tabs: this line takes ${spaces} spaces.`,
  };
}

/** Full-width punctuation, or a colon without its space, where the parser stopped or on the line before. */
function punctuation(at: number, text: string): Complaint | undefined {
  const { start } = lineAt(text, at);
  for (const begin of start > 0 ? [start, lineAt(text, start - 1).start] : [start]) {
    const { line } = lineAt(text, begin);
    const wide = wideMarks(line);
    if (wide) return { at: begin + wide.index, ...punctuated(wide.found, wide.right) };
    const colon = spacedColon(line);
    if (colon) return { at: begin + colon.index, ...colon.problem };
  }
  return undefined;
}

function unquoted(at: number, text: string): Complaint {
  const found = (/^[^,{}[\]#]*/.exec(rest(text, at))?.[0] ?? rest(text, at)).trim();
  const right = `"${shorten(found)}"`;
  return {
    at,
    code: 'yaml-syntax',
    found: shorten(found),
    expected: right,
    zh: `以 >、|、@、% 或 \` 开头的文字要加引号：写成 ${right}。`,
    en: `Text that begins with >, |, @, % or \` needs quotation marks: write ${right}.`,
  };
}

/** A line that stands further in, or less far, than the keys beside it. */
function indented(at: number, text: string): Complaint | undefined {
  const here = lineAt(text, at);
  const next = lineAt(text, here.start + here.line.length + 1);
  for (const { start, line } of [next, here]) {
    const key = /^( *)(?:- +)?[\w.-]+\s*:(\s|$)/.exec(line);
    const wanted = indentOf(text, start);
    if (!key || start === 0 || line.trimStart().startsWith('- ')) continue;
    const own = key[1]?.length ?? 0;
    if (own === wanted || wanted === 0 || own === 0 || openBracket(text, start) !== undefined) continue;
    return {
      at: start + own,
      code: 'yaml-syntax',
      found: shorten(line),
      expected: `${' '.repeat(wanted)}${line.trim()}`,
      zh: `缩进不齐：这一行前面有 ${own} 个空格，应与上面的键对齐，用 ${wanted} 个空格。`,
      en: `The indentation does not line up: this line stands ${own} spaces in; like the keys above it takes ${wanted} spaces.`,
    };
  }
  return undefined;
}

function unclosed(at: number, text: string): Complaint | undefined {
  const open = openBracket(text, at);
  if (open === undefined) return undefined;
  const mark = text[open] === '[' ? ']' : '}';
  const line = rest(text, open);
  return {
    at: open,
    code: 'yaml-syntax',
    found: shorten(line),
    expected: `${shorten(line)}${mark}`,
    zh: `这里的“${text[open]}”没有闭合，请在后面补上“${mark}”。`,
    en: `The "${text[open]}" here is not closed: put "${mark}" after what it holds.`,
  };
}

const OTHER: Record<string, [zh: string, en: string, expected: string]> = {
  BAD_INDENT: [
    '缩进不齐：同一层的键前面要有同样多的空格。',
    'The indentation does not line up: keys of one level take equally many spaces.',
    '␠␠',
  ],
  MISSING_CHAR: [
    '缺少标点：键后面要有半角冒号和空格，各项之间要有半角逗号，引号要成对。',
    'Punctuation is missing: a colon and a space after a key, a comma between items, quotation marks in pairs.',
    'key: value',
  ],
  BLOCK_IN_FLOW: [
    '括号里不能用缩进写法，请写成 {键: 值, 键: 值}。',
    'Block style cannot stand inside brackets: write {key: value, key: value}.',
    '{key: value}',
  ],
  MULTILINE_IMPLICIT_KEY: [
    '键必须写在一行内，写成“键: 值”。',
    'A key must be on one line: write "key: value".',
    'key: value',
  ],
};

function other(bad: YAMLError, text: string): Complaint {
  const at = bad.pos[0];
  const [zh, en, expected] = OTHER[bad.code] ?? [
    'YAML 写法有误：请对照旁边写对的条目，检查冒号、逗号、引号和括号；含有“: ”或“#”的文字要加引号。',
    'The YAML is malformed: compare with an entry that is right; text that holds ": " or "#" needs quotation marks.',
    'YAML 1.2',
  ];
  const detail = shorten(bad.message, 160);
  return {
    at,
    code: 'yaml-syntax',
    found: shorten(rest(text, at).replaceAll('\t', '⇥')) || shorten(lineAt(text, at).line) || detail,
    expected,
    zh,
    en: `${en} (${detail})`,
  };
}
