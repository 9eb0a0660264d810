/** The rows of a file as they stand there, its columns by name: for who wants to look and not to import. */

import type { Language } from '../../../platform/http/route.ts';
import { openTable } from '../../../platform/tables/open.ts';
import { readable } from '../../../platform/tables/table.ts';
import { ok, type Result } from '../../../values/result.ts';
import { faultsOf } from '../read-row.ts';
import { sayFault } from '../words.ts';
import { complete, recogniseFile } from './begin.ts';

export interface FileRows {
  rows: { line: number; cell: (column: string) => string }[];
  faults: { line: number; code: string; message: string }[];
}

export async function readFileRows(path: string, kindId: string, lang: Language): Promise<Result<FileRows>> {
  const found = await recogniseFile(path, { fileName: path, lang, at: 0, me: null, kind: kindId });
  if (!found.ok) return found;
  const { kind, setup, missing } = found.value;
  const whole = complete(kind, setup, missing, lang);
  if (!whole.ok) return whole;
  const read: FileRows = { rows: [], faults: [] };
  const through = await readable(async () => {
    for await (const row of (await openTable(path)).rows()) {
      if (row.line <= (setup.headerLine ?? 0)) continue;
      const faults = faultsOf(row, setup);
      for (const one of faults) {
        read.faults.push({ line: row.line, code: one.code, message: sayFault(kind, one, lang) });
      }
      if (faults.length > 0) continue;
      read.rows.push({ line: row.line, cell: (column) => row.cells[setup.columns[column] ?? -1] ?? '' });
    }
  });
  return through.ok ? ok(read) : through;
}
