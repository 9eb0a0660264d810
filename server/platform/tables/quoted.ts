/**
 * Records of RFC 4180. Where the quotes of a line do not match, that line is wrong and the next one is read on its
 * own: one forgotten quotation mark must not swallow the good rows behind it.
 */
import { fault, type TableFault } from './table.ts';

export interface QuotedRecord {
  cells: string[];
  faults: TableFault[];
  /** Place behind the record. */
  end: number;
}

/**
 * @param whole no more text will come
 * @returns null: more text is needed
 */
export function readRecord(
  text: string,
  at: number,
  { delimiter, most, whole }: { delimiter: string; most: number; whole: boolean },
): QuotedRecord | null {
  const newline = text.indexOf('\n', at);
  if (newline < 0 && !whole) return null;
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
  if (!line.includes('"')) return { cells: line.split(delimiter), faults: [], end: end + 1 };
  const broken: QuotedRecord = { cells: line.split(delimiter), faults: [fault(null, 'row-quoting')], end: end + 1 };
  const cells: string[] = [];
  for (let from = at; ; ) {
    const cell = text[from] === '"' ? quotedCell(text, from) : plainCell(text, from, delimiter);
    if (cell === 'open' && !whole && text.length - at <= most) return null;
    if (typeof cell === 'string') return broken;
    cells.push(cell.value);
    const next = text[cell.end];
    // what follows may be the second half of a mark or of a line end
    if (!whole && cell.end + 1 >= text.length) return null;
    if (next === delimiter) {
      from = cell.end + 1;
      continue;
    }
    const last = next === '\r' && text[cell.end + 1] === '\n' ? cell.end + 1 : cell.end;
    if (last < text.length && text[last] !== '\n') return broken;
    return last - at > most
      ? { cells: [], faults: [fault(null, 'row-too-long', { found: last - at, limit: most })], end: last + 1 }
      : { cells, faults: [], end: last + 1 };
  }
}

type Cell = { value: string; end: number } | 'open' | 'wrong';

function quotedCell(text: string, from: number): Cell {
  let value = '';
  for (let at = from + 1; ; ) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return 'open';
    value += text.slice(at, mark);
    if (text[mark + 1] !== '"') return { value, end: mark + 1 };
    value += '"';
    at = mark + 2;
  }
}

/** Ends before its delimiter or line end; a quotation mark inside is wrong. */
function plainCell(text: string, from: number, delimiter: string): Cell {
  const newline = text.indexOf('\n', from);
  const line = text.slice(from, newline < 0 ? text.length : newline);
  const mark = line.indexOf(delimiter);
  const value = mark < 0 ? line.replace(/\r$/, '') : line.slice(0, mark);
  return value.includes('"') ? 'wrong' : { value, end: from + value.length };
}
