/** Punctuation of Chinese keyboards where YAML wants that of a typewriter, colons without a space, brackets left open. */
import { type Problem, shorten } from '../../pack-error.ts';

/** The line a place is on, and where it begins. */
export function lineAt(text: string, at: number): { start: number; line: string } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, line: text.slice(start, end < 0 ? undefined : end) };
}

/** How far in the keys of the entry above stand: spaces before the first of them. */
export function indentOf(text: string, start: number): number {
  for (let at = start; at > 0; ) {
    const above = lineAt(text, at - 1);
    if (above.line.trim() !== '' && !above.line.trim().startsWith('#'))
      return /^ *(?:- +)?/.exec(above.line)?.[0].length ?? 0;
    at = above.start;
  }
  return 0;
}

const MARKS: [RegExp, string][] = [
  [/｛/g, '{'],
  [/｝/g, '}'],
  [/［/g, '['],
  [/］/g, ']'],
  [/(?<=[\w.-])\s*：\s*/g, ': '],
  [/，\s*(?=[\w.-]+\s*[:：])/g, ', '],
];

/** Full-width brackets, colons after a key and commas before one, outside quotation marks: the words they stand in. */
export function wideMarks(line: string): { index: number; found: string; right: string } | undefined {
  // quoted text is text
  const plain = line.replace(/"[^"]*"/g, (text) => '"'.repeat(text.length));
  let right = plain;
  for (const [wide, half] of MARKS) right = right.replace(wide, half);
  if (right === plain) return undefined;
  let from = 0;
  while (plain[from] === right[from]) from += 1;
  let cut = 0;
  while (cut < plain.length - from && cut < right.length - from && plain.at(-1 - cut) === right.at(-1 - cut)) cut += 1;
  const isEdge = (char: string | undefined): boolean => char === undefined || /[\s,[\]{}"]/.test(char);
  while (!isEdge(plain[from - 1])) from -= 1;
  while (cut > 0 && !isEdge(plain[plain.length - cut])) cut -= 1;
  // a value without brackets goes to the end of its line
  if (!/[[\]{}]/.test(right)) cut = plain.length - plain.trimEnd().length;
  return {
    index: from,
    found: line.slice(from, line.length - cut),
    right: right.slice(from, right.length - cut).replaceAll(/"+/g, (marks) => (marks.length > 1 ? '"…"' : marks)),
  };
}

export const punctuated = (found: string, right: string): Problem => ({
  code: 'full-width-mark',
  found: shorten(found),
  expected: shorten(right),
  zh: `“${shorten(found)}”里有全角标点，请写成“${shorten(right)}”（半角冒号和逗号后空一格）。`,
  en: `"${shorten(found)}" holds full-width punctuation; write "${shorten(right)}", with a space after colon and comma.`,
});

const unspaced = (found: string, right: string): Problem => ({
  code: 'no-space-after-colon',
  found: shorten(found),
  expected: shorten(right),
  zh: `冒号后面要空一格：“${shorten(found)}”写成“${shorten(right)}”。`,
  en: `A colon takes a space after it: "${shorten(found)}" is written "${shorten(right)}".`,
});

/** `within:24 h` on a line of its own. */
export function spacedColon(line: string): { index: number; problem: Problem } | undefined {
  const found = /^(\s*(?:- +)?)([a-z][a-z-]*):([^\s/].*)$/.exec(line);
  if (!found) return undefined;
  const [, before = '', key, value = ''] = found;
  return { index: before.length, problem: unspaced(`${key}:${value.trimEnd()}`, `${key}: ${value.trimEnd()}`) };
}

/** A key with its value in it, as `{within：3 cd}` and `{within:3 cd}` are read: the two apart, and what is wrong. */
export function keyWithValue(key: string): { key: string; value: string; problem: Problem } | undefined {
  const found = /^([a-z][a-z.-]*)\s*([：:])\s*(\S.*)$/.exec(key);
  if (!found) return undefined;
  const [, name = '', mark, value = ''] = found;
  const right = `${name}: ${value}`;
  return { key: name, value, problem: mark === '：' ? punctuated(key, right) : unspaced(key, right) };
}

/** The innermost bracket of a value still open here; undefined: none is. */
export function openBracket(text: string, until: number): number | undefined {
  const open: number[] = [];
  for (let i = 0; i < until; i += 1) {
    const char = text[i] as string;
    const before = i === 0 ? '\n' : (text[i - 1] as string);
    const begins = /[\s[{,]/.test(before);
    if (char === '#' && /\s/.test(before)) i = endOf(text, '\n', i);
    else if ((char === '"' || char === "'") && begins) i = endOf(text, char, i);
    else if ((char === '[' || char === '{') && begins) open.push(i);
    else if ((char === ']' || char === '}') && open.length > 0) open.pop();
  }
  return open.at(-1);
}

function endOf(text: string, mark: string, from: number): number {
  for (let i = from + 1; i < text.length; i += 1) {
    if (text[i] === '\\' && mark === '"') i += 1;
    else if (text[i] === mark) return i;
  }
  return text.length;
}
