/** The rows of one sheet of a workbook. */
import { type RawCell, readCell } from './cell.ts';
import {
  fault,
  isBlank,
  type Table,
  type TableFault,
  type TableLimits,
  type TableRow,
  UnreadableTable,
} from './table.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import { readXml, unescaped, type XmlReader } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_MERGES = 200_000;

/** @param wanted name of a sheet; by default the first that is visible */
export async function sheetTable(file: string, limits: TableLimits, wanted?: string): Promise<Table> {
  const zip = await openZip(file, limits);
  try {
    const workbook = await readWorkbook(zip, limits);
    const chosen = workbook.sheets.find(({ name }) => name === wanted) ?? workbook.sheets[0];
    if (!chosen) throw new UnreadableTable('not-a-workbook');
    let read = 0;
    const size = zip.sizeOf(chosen.part);
    return {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheet: chosen.name,
      sheets: workbook.sheets.map(({ name }) => name),
      epoch: workbook.epoch,
      async *rows() {
        const own = await openZip(file, limits);
        try {
          const merges = await readMerges(own, chosen.part, limits);
          read = 0;
          for await (const row of rowsOf(own, chosen.part, workbook, limits, (length) => (read += length))) {
            const filled = fill(row, merges);
            if (!isBlank(filled)) yield filled;
          }
        } finally {
          own.close();
        }
      },
      progress: () => (size === 0 ? 1 : Math.min(1, read / size)),
    };
  } finally {
    zip.close();
  }
}

async function* rowsOf(
  zip: Zip,
  part: string,
  workbook: Workbook,
  limits: TableLimits,
  told: (length: number) => void,
): AsyncGenerator<TableRow> {
  const rows: TableRow[] = [];
  const pieces = async function* () {
    for await (const piece of zip.text(part, limits.unpacked)) {
      told(Buffer.byteLength(piece));
      yield piece;
    }
  };
  for await (const _ of readXml(pieces(), rowReader(workbook, limits, rows))) {
    if (rows.length > 0) yield* rows.splice(0);
  }
}

function rowReader(workbook: Workbook, limits: TableLimits, rows: TableRow[]): XmlReader {
  let row: TableRow | undefined;
  let line = 0;
  let column = -1;
  let length = 0;
  let cell: RawCell | undefined;
  let reading = false;
  let phonetic = 0;

  const begin = (attributes: Record<string, string>): void => {
    const at = attributes.r === undefined ? line + 1 : Number(attributes.r);
    if (!Number.isInteger(at) || at <= line || at > LAST_ROW) throw new UnreadableTable('workbook-broken');
    line = at;
    column = -1;
    length = 0;
    row = { line, cells: [], faults: [] };
  };
  const beginCell = ({ r, t = 'n', s = '0' }: Record<string, string>): void => {
    column = r === undefined ? column + 1 : columnOf(r);
    if (column >= LAST_COLUMN) throw new UnreadableTable('workbook-broken');
    cell = { column, type: t, style: Number(s), formula: false, valued: false, value: '' };
  };
  const endCell = (): void => {
    if (!row || !cell) return;
    if (cell.column < limits.columns) put(row, cell.column, readCell(cell, workbook));
    else if (cell.valued && !row.faults.some(({ column }) => column === null)) {
      row.faults.push(fault(null, 'row-too-wide', { limit: limits.columns }));
    }
    cell = undefined;
  };
  const end = (): void => {
    if (!row) return;
    for (const text of row.cells) length += text.length;
    rows.push(length > limits.row ? tooLong(row.line, length, limits) : row);
    row = undefined;
  };
  return {
    open(tag, attributes) {
      if (tag === 'row') begin(attributes);
      else if (tag === 'c' && row) beginCell(attributes);
      else if (!cell) return;
      else if (tag === 'f') cell.formula = true;
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 'v' || (tag === 't' && phonetic === 0)) {
        reading = true;
        cell.valued = true;
      }
    },
    text(piece) {
      if (reading && cell && cell.value.length <= limits.row) cell.value += piece;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = false;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'c') endCell();
      else if (tag === 'row') end();
    },
  };
}

const tooLong = (line: number, found: number, limits: TableLimits): TableRow => ({
  line,
  cells: [],
  faults: [fault(null, 'row-too-long', { found, limit: limits.row })],
});

function put(row: TableRow, column: number, read: string | TableFault): void {
  while (row.cells.length < column) row.cells.push('');
  row.cells[column] = typeof read === 'string' ? unescaped(read).toWellFormed().replaceAll('\0', '') : '';
  if (typeof read !== 'string') row.faults.push(read);
}

/** 0-based number of the letters of `BC12`. */
function columnOf(reference: string): number {
  let number = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) & 0xdf;
    if (value < 65 || value > 90) break;
    number = number * 26 + value - 64;
    if (number > LAST_COLUMN) break;
  }
  if (number === 0) throw new UnreadableTable('workbook-broken');
  return number - 1;
}

interface Merge {
  from: number;
  to: number;
  column: number;
  value: string;
  faults: TableFault[];
}

/**
 * Cells merged over several rows say the same in each of them. Over several columns only the first has a
 * value: a title over the whole table must not become a value of every column.
 */
async function readMerges(zip: Zip, part: string, limits: TableLimits): Promise<Map<number, Merge[]>> {
  const byRow = new Map<number, Merge[]>();
  let count = 0;
  // they stand behind the rows; attributes cannot hold a bracket, so the text can be searched without being parsed
  const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]+)(\d+):[A-Z]+(\d+)["']/g;
  let tail = '';
  for await (const piece of zip.text(part, limits.unpacked)) {
    const text = tail + piece;
    let end = 0;
    for (const match of text.matchAll(MERGE)) {
      end = match.index + match[0].length;
      const [from, to] = [Number(match[2]), Number(match[3])];
      if (to <= from) continue;
      count += 1;
      if (count > MOST_MERGES) throw new UnreadableTable('workbook-too-large', { limit: MOST_MERGES });
      const merge = { from, to, column: columnOf(match[1] ?? ''), value: '', faults: [] };
      byRow.set(from, [...(byRow.get(from) ?? []), merge]);
    }
    tail = text.slice(Math.max(end, text.length - 200));
  }
  return byRow;
}

const open = new WeakMap<Map<number, Merge[]>, Merge[]>();

/** Rows come in order, so only the merges that reach the present one are looked at. */
function fill(row: TableRow, merges: Map<number, Merge[]>): TableRow {
  if (merges.size === 0) return row;
  const reaching = (open.get(merges) ?? []).filter(({ to }) => to >= row.line);
  for (const merge of reaching) {
    put(row, merge.column, merge.value);
    row.faults.push(...merge.faults);
  }
  for (const merge of merges.get(row.line) ?? []) {
    merge.value = row.cells[merge.column] ?? '';
    merge.faults = row.faults.filter(({ column }) => column === merge.column);
    if (merge.column < row.cells.length || merge.faults.length > 0) reaching.push(merge);
  }
  open.set(merges, reaching);
  return row;
}
