/** One row of a table as a row of its kind, or what is wrong with it. */
import type { TableRow } from '../../platform/tables/table.ts';
import type { AnyKind, Read, RowFault } from './kinds/kind.ts';
import { isReason } from './rules/columns.ts';
import type { Setup } from './setup.ts';

/** What is wrong with a row before anybody asks what it says. */
export function faultsOf(row: TableRow, setup: Setup): RowFault[] {
  const idAt = new Map(Object.entries(setup.columns).map(([id, at]) => [at, id]));
  const faults = row.faults.flatMap(({ column, refusal }): RowFault[] => {
    const id = column === null ? null : idAt.get(column);
    // what stands in a column nobody reads cannot be wrong
    return id === undefined ? [] : [{ column: id, code: refusal.code, params: refusal.params ?? {} }];
  });
  if (faults.length > 0) return faults;
  const count = columnCount(row, setup);
  return count ? [count] : [];
}

export function readRow(row: TableRow, kind: AnyKind, setup: Setup): Read<unknown> {
  const faults = faultsOf(row, setup);
  if (faults.length > 0) return { faults };
  const cell = (column: string): string => row.cells[setup.columns[column] ?? -1] ?? '';
  return kind.read(cell, { said: { ...kind.options, ...setup.options }, epoch: setup.epoch });
}

/** In a text file a missing or additional separator shifts what follows; blank cells at the end are no harm. */
function columnCount({ cells }: TableRow, { format, headerLine, head }: Setup): RowFault | null {
  const header = head.find(({ line }) => line === headerLine);
  if (format === 'xlsx' || !header) return null;
  const expected = header.cells.length;
  const reason = header.cells.some(isReason) ? 1 : 0;
  const found =
    cells.length > expected ? Math.max(expected, cells.findLastIndex((cell) => cell.trim() !== '') + 1) : cells.length;
  return found > expected || found < expected - reason
    ? { column: null, code: 'row-column-count', params: { found, expected } }
    : null;
}
