/** The known word a mistyped one was probably meant to be. */
export interface Known {
  id: string;
  /** The first is its Chinese name. */
  words: string[];
  /** English name. */
  en?: string;
}

/** Edits (insert, delete, replace, swap neighbours) that turn one text into the other. */
export function distance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let before: number[] = [];
  let last = right.map((_, j) => j);
  last.push(right.length);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[right.length] ?? 0;
}

/** Share of letters two texts have in common as pairs; finds 'leak' in 'pipe-leak'. */
function likeness(found: string, known: string): number {
  const longer = Math.max([...found].length, [...known].length);
  if (longer === 0) return 0;
  const held = known.includes(found) || found.includes(known) ? 0.3 : 0;
  return 1 - distance(found, known) / longer + held;
}

/** Undefined when nothing known is alike. The input is cut: a pasted page has no nearest word. */
export function nearest(found: string, known: Known[]): Known | undefined {
  const text = found.trim().toLowerCase().replaceAll('_', '-').slice(0, 60);
  if (text === '') return undefined;
  let best: Known | undefined;
  let score = 0.34;
  for (const one of known) {
    for (const word of [one.id, ...one.words]) {
      const like = likeness(text, word.toLowerCase());
      if (like > score) {
        score = like;
        best = one;
      }
    }
  }
  return best;
}
