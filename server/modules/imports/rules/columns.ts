/** Which line of a table is its header, and which column is what. */
/** A line as it stands at the beginning of a file. */
export interface SheetLine {
  line: number;
  cells: string[];
}

export interface Column {
  id: string;
  zh: string;
  en: string;
  /** Other names it is known by, in any spelling `plainName` makes equal. */
  aliases: readonly string[];
  needed: boolean;
}

/** Column of the file of errors; it is never read. */
export const REASON = { zh: '错误原因', en: 'Reason' } as const;
const REASONS = new Set(['错误原因', 'reason']);

/** As headers are compared: without marks, spaces, case, width and what stands in brackets. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[((【[].*?[))】\]]/g, '')
    .replace(/[\s*:_\-—·.、/]/g, '');

export const isReason = (name: string): boolean => REASONS.has(plainName(name));

export interface Recognised {
  /** Line of the header; null: no line has the name of a column. */
  headerLine: number | null;
  /** 0-based place in the file by column. */
  columns: Record<string, number>;
  /** Needed ones that were not found. */
  missing: string[];
}

/** The line with the most names of columns; of two the first. */
export function recognise(head: readonly SheetLine[], columns: readonly Column[]): Recognised {
  let best: Recognised = { headerLine: null, columns: {}, missing: missingOf({}, columns) };
  for (const { line, cells } of head) {
    const found = columnsOf(cells, columns);
    if (Object.keys(found).length <= Object.keys(best.columns).length) continue;
    best = { headerLine: line, columns: found, missing: missingOf(found, columns) };
  }
  return best;
}

/** The first column of a name has it. */
export function columnsOf(cells: readonly string[], columns: readonly Column[]): Record<string, number> {
  const names = new Map<string, string>();
  for (const { id, zh, en, aliases } of columns) {
    for (const name of [id, zh, en, ...aliases]) if (!names.has(plainName(name))) names.set(plainName(name), id);
  }
  const found: Record<string, number> = {};
  cells.forEach((cell, at) => {
    const id = isReason(cell) ? undefined : names.get(plainName(cell));
    if (id !== undefined && found[id] === undefined) found[id] = at;
  });
  return found;
}

export const missingOf = (found: Record<string, number>, columns: readonly Column[]): string[] =>
  columns.filter(({ id, needed }) => needed && found[id] === undefined).map(({ id }) => id);

/** How well a file fits: whole before broken, then the more columns. */
export const fitOf = ({ columns, missing }: Recognised): number =>
  Object.keys(columns).length === 0
    ? -1
    : (missing.length === 0 ? 1000 : 0) + Object.keys(columns).length - missing.length * 2;

/** `A`, `B`, … `AA`: as a spreadsheet names its columns. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
