/**
 * The bad rows as a file to be corrected: the form they came in, their own columns as they were, and one more that
 * says line by line what is wrong, which is not read when it is imported again.
 */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Tx } from '../../../platform/database.ts';
import { openTable } from '../../../platform/tables/open.ts';
import { writeTable } from '../../../platform/tables/write.ts';
import { kindNamed } from '../kinds/kinds.ts';
import { isReason, REASON } from '../rules/columns.ts';
import type { ImportRow } from '../store/imports.ts';
import { type RowReport, rowsOf } from '../store/rows.ts';
import { sayFault } from '../words.ts';

const PAGE = 1000;

/** False: there is none. */
export async function errorsFile(tx: Tx, row: ImportRow, from: string, to: string): Promise<boolean> {
  const { setup } = row;
  if (!row.counts.refused || setup.headerLine === null) return false;
  const { format, delimiter, encoding, sheet } = setup;
  const rows = badRows(tx, row, from);
  await pipeline(
    writeTable(rows, { format, delimiter, encoding, ...(sheet === null ? {} : { sheet }) }),
    createWriteStream(to, { mode: 0o600 }),
  );
  return true;
}

async function* badRows(tx: Tx, row: ImportRow, from: string): AsyncGenerator<string[]> {
  const { setup, lang } = row;
  const kind = kindNamed(row.kind);
  const table = await openTable(from, setup.sheet === null ? {} : { sheet: setup.sheet });
  const reports = refusedRows(tx, row.importId);
  let report = (await reports.next()).value as RowReport | undefined;
  let header: string[] | undefined;
  try {
    for await (const { line, cells } of table.rows()) {
      if (line === setup.headerLine) {
        header = cells;
        yield [...header.filter((name) => !isReason(name)), REASON[lang]];
      }
      if (!header || report?.line !== line) continue;
      const said = report.faults.map((fault) => sayFault(kind, fault, lang)).join(lang === 'en' ? '; ' : '；');
      const own = header.map((_, at) => cells[at] ?? '').filter((_, at) => !isReason(header?.[at] ?? ''));
      // what is beyond the header is shown behind the reason, where it can be taken from
      yield [...own, lang === 'en' ? `line ${line}: ${said}` : `第 ${line} 行：${said}`, ...cells.slice(header.length)];
      report = (await reports.next()).value as RowReport | undefined;
      if (!report) return;
    }
  } catch (error) {
    // what is damaged later on is told by the import itself
    if (!header) throw error;
  }
}

async function* refusedRows(tx: Tx, importId: string): AsyncGenerator<RowReport, undefined> {
  for (let after = 0; ; ) {
    const page = await rowsOf(tx, importId, { after, limit: PAGE, outcome: 'refused' });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return undefined;
    after = last.line;
  }
}
