/** What of a text cannot be read at all. What the YAML parser complains of is said by `complaints.ts`. */
import type { Problem } from '../../pack-error.ts';

/** No text editor writes these: bytes that are not UTF-8 (read as U+FFFD), control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const NOT_TEXT = /[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Codes after which the content of a file is not known: what else is said of its pack may follow from them. */
export const UNREADABLE = new Set([
  'yaml-syntax',
  'tab',
  'full-width-mark',
  'no-space-after-colon',
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

export const tooDeep = (depth: number): Problem => ({
  code: 'nested-too-deep',
  found: `> ${depth}`,
  expected: `<= ${depth}`,
  zh: `嵌套超过 ${depth} 层：请去掉多余的“[”“{”或“- ”。`,
  en: `Nested more than ${depth} levels deep: leave out the "[", "{" or "- " that are too many.`,
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
