/** How a file is read, as it was recognised and perhaps corrected. */
import { openTable } from '../../platform/tables/open.ts';
import { readable, type Table, type TableFormat } from '../../platform/tables/table.ts';
import type { Result } from '../../values/result.ts';
import type { AnyKind } from './kinds/kind.ts';
import { fitOf, recognise, type SheetLine } from './rules/columns.ts';

export interface Setup {
  format: TableFormat;
  encoding: string | null;
  delimiter: string | null;
  sheet: string | null;
  sheets: string[];
  epoch: 1900 | 1904;
  /** Null: none was found; a person says which it is. */
  headerLine: number | null;
  /** 0-based place in the file by column of the kind. */
  columns: Record<string, number>;
  /** Of the kind: channel and source of messages. */
  options: Record<string, string>;
  /** The first lines, for who looks at it. */
  head: SheetLine[];
}

const HEAD_LINES = 20;
const HEAD_CELL = 80;

/** What the file looks like, before it is said what its rows are. */
export type Looked = Omit<Setup, 'headerLine' | 'columns' | 'options'>;

export function lookAt(path: string, sheet?: string): Promise<Result<Looked>> {
  return readable(async () => {
    const table = await openTable(path, sheet === undefined ? {} : { sheet });
    return { ...about(table), head: await headOf(table) };
  });
}

const about = ({ format, encoding, delimiter, sheet, sheets, epoch }: Table) => ({
  format,
  encoding,
  delimiter,
  sheet,
  sheets,
  epoch,
});

async function headOf(table: Table): Promise<SheetLine[]> {
  const head: SheetLine[] = [];
  for await (const { line, cells } of table.rows()) {
    head.push({ line, cells: cells.map((cell) => cell.slice(0, HEAD_CELL)) });
    if (head.length >= HEAD_LINES) break;
  }
  return head;
}

/**
 * Names the columns for the kind that fits best.
 * @param sure it is one of these, even if nothing is recognised
 * @returns null: none fits
 */
export function setUp(
  looked: Looked,
  kinds: readonly AnyKind[],
  sure: boolean,
  options: Record<string, string>,
): { kind: AnyKind; setup: Setup; missing: string[] } | null {
  const [first] = kinds;
  if (!first) return null;
  const tried = kinds.map((kind) => ({ kind, found: recognise(looked.head, kind.columns) }));
  const best = tried.reduce((one, other) => (fitOf(other.found) > fitOf(one.found) ? other : one), {
    kind: first,
    found: recognise(looked.head, first.columns),
  });
  if (!sure && fitOf(best.found) < 0) return null;
  const { headerLine, columns, missing } = best.found;
  return { kind: best.kind, setup: { ...looked, headerLine, columns, options }, missing };
}
