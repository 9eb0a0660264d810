/** Where a quote went wrong: the passage of the text it was meant to be, and its place in the file of the rulebook. */
import type { Spot } from '../../pack-error.ts';

/** Characters that must agree before a passage is taken to be the one meant. */
const ENOUGH = 3;

/** The passage that begins, or ends, as the quote does and is as long. Undefined: the text has nothing like it. */
export function passageMeant(quote: string, texts: readonly string[]): string | undefined {
  let best: { agree: number; passage: string } | undefined;
  const keep = (agree: number, passage: string): void => {
    if (agree >= Math.min(ENOUGH, quote.length - 1) && agree > (best?.agree ?? 0) && !passage.includes('\n'))
      best = { agree, passage };
  };
  for (const text of texts) {
    const head = longest(quote.length, (n) => text.indexOf(quote.slice(0, n)));
    if (head) keep(head.agree, text.slice(head.at, head.at + quote.length));
    const tail = longest(quote.length, (n) => text.indexOf(quote.slice(quote.length - n)));
    if (tail) keep(tail.agree, text.slice(Math.max(0, tail.at + tail.agree - quote.length), tail.at + tail.agree));
  }
  return best?.passage;
}

/** The most characters that are found. */
function longest(most: number, find: (n: number) => number): { agree: number; at: number } | undefined {
  let [low, high, at] = [0, most, -1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const found = find(middle);
    if (found >= 0) [low, at] = [middle, found];
    else high = middle - 1;
  }
  return low > 0 ? { agree: low, at } : undefined;
}

/** Where a word of an entry is written, from the line the entry begins on; the entry's own place when it is written otherwise. */
export function placeOf(word: string, text: string | undefined, entry: { file: string; line: number }): Spot {
  const own = { file: entry.file, line: entry.line, column: 1 };
  if (text === undefined) return own;
  let start = 0;
  for (let line = 1; line < entry.line; line += 1) start = text.indexOf('\n', start) + 1;
  const at = text.indexOf(word, start);
  // the next entry is another's
  const next = /\n\s*- *(?:\{ *)?id\s*:/.exec(text.slice(start));
  if (at < 0 || (next && at > start + next.index)) return own;
  const before = text.slice(start, at).split('\n');
  return {
    file: entry.file,
    line: entry.line + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}
