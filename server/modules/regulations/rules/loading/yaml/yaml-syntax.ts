/** What the YAML parser complains of, in words an author can act on. */
import type { YAMLError } from 'yaml';
import { type ErrorList, type Problem, type Spot, shorten } from '../../pack-error.ts';

/** No text editor writes these: bytes that are not UTF-8 (read as U+FFFD), control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const NOT_TEXT = /[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Codes after which the content of a file is not known: what else is said of its pack may follow from them. */
export const UNREADABLE = new Set([
  'yaml-syntax',
  'tab',
  'not-utf8',
  'file-too-large',
  'nested-too-deep',
  'too-many-aliases',
  'yaml-tag',
  'yaml-many-documents',
  'not-a-map',
  'missing-head',
  'duplicate-id',
]);

const SYNTAX: Record<string, [zh: string, en: string, expected: string]> = {
  TAB_AS_INDENT: ['不能用制表符缩进，请改用空格。', 'Indent with spaces, not with tabs.', '␠␠'],
  DUPLICATE_KEY: ['同一个键写了两次。', 'The same key is written twice.', '×1'],
  BAD_INDENT: ['缩进不齐。', 'The indentation does not line up.', '␠␠'],
  MISSING_CHAR: [
    '缺少标点（冒号、逗号、括号或引号）。',
    'A colon, comma, bracket or quotation mark is missing.',
    ': , [ ] { } "',
  ],
  BAD_SCALAR_START: [
    '以 >、|、@、% 或 ` 开头的文字要加引号。',
    'Text that begins with >, |, @, % or ` needs quotation marks.',
    '"…"',
  ],
  BLOCK_IN_FLOW: ['括号里不能用缩进写法。', 'Block style cannot stand inside brackets.', '[ … ] / { … }'],
  MULTILINE_IMPLICIT_KEY: [
    '键必须写在一行内，或者括号没有闭合。',
    'A key must be on one line, or a bracket is not closed.',
    '}',
  ],
};

/** One defect throws the parser off for the rest of the file: tabs and keys written twice are all told, else the first. */
export function addSyntax(
  complaints: YAMLError[] | readonly YAMLError[],
  text: string,
  spotOf: (offset: number) => Spot,
  errors: ErrorList,
): void {
  const tab = complaints.find((bad) => bad.code === 'TAB_AS_INDENT');
  const first = tab ?? complaints.find((bad) => bad.code !== 'DUPLICATE_KEY');
  const twice = first ? [] : complaints.slice(0, 50);
  for (const bad of first ? [first] : twice) errors.add(spotOf(bad.pos[0]), {}, complaint(bad, text));
}

function complaint(bad: YAMLError, text: string): Problem {
  const [zh, en, expected] = SYNTAX[bad.code] ?? ['YAML 写法有误。', 'The YAML is malformed.', 'YAML 1.2'];
  const code = bad.code === 'DUPLICATE_KEY' ? 'duplicate-key' : bad.code === 'TAB_AS_INDENT' ? 'tab' : 'yaml-syntax';
  const detail = shorten(bad.message, 160);
  const rest = text.slice(bad.pos[0], bad.pos[0] + 200).split('\n')[0] ?? '';
  const lineStart = text.lastIndexOf('\n', bad.pos[0] - 1) + 1;
  const line = text.slice(lineStart, lineStart + 200).split('\n')[0] ?? '';
  const wide = /^\s*(?:- )?[\w.-]+：/.exec(line);
  if (wide && code === 'yaml-syntax') {
    const right = line.replace(/：\s*/, ': ').trim();
    return {
      code: 'yaml-syntax',
      found: shorten(line),
      expected: shorten(right),
      zh: '键后面的冒号写成了全角“：”，请写成半角冒号加空格。',
      en: 'The colon after the key is full-width; write ": ".',
    };
  }
  const found =
    bad.code === 'DUPLICATE_KEY'
      ? (/^[^:\s]+/.exec(rest)?.[0] ?? rest)
      : bad.code === 'BAD_SCALAR_START'
        ? (/^[^,{}[\]#]*/.exec(rest)?.[0] ?? rest)
        : rest;
  return {
    code,
    found: shorten(found.replaceAll('\t', '⇥')) || shorten(line) || detail,
    expected:
      bad.code === 'BAD_SCALAR_START'
        ? `"${shorten(found)}"`
        : bad.code === 'DUPLICATE_KEY'
          ? `${shorten(found)} ${expected}`
          : expected,
    zh,
    en: `${en} (${detail})`,
  };
}

export const tooDeep = (depth: number): Problem => ({
  code: 'nested-too-deep',
  found: `> ${depth}`,
  expected: `<= ${depth}`,
  zh: `嵌套超过 ${depth} 层。`,
  en: `Nested more than ${depth} levels deep.`,
});

/** Brackets nested deeper than any rulebook needs are found before the parser recurses into them. */
export function deepestFlow(text: string): { line: number } | undefined {
  let depth = 0;
  let line = 1;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) line++;
    if (c === 0x5b || c === 0x7b) depth++;
    else if (c === 0x5d || c === 0x7d) depth = Math.max(0, depth - 1);
    // "- - - - …" nests without brackets
    run = c === 0x2d ? run + 1 : c === 0x20 ? run : 0;
    if (depth > 200 || (run > 200 && text.charCodeAt(i - 1) === 0x20)) return { line };
  }
  return undefined;
}
