import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

export type RowOutcome = 'created' | 'repeated' | 'declined' | 'draft' | 'refused';

/** What became of one row. Texts are kept in both languages: the reader's is not known when it is written. */
export interface RowReport {
  line: number;
  sourceRef: string | null;
  outcome: RowOutcome;
  code: string | null;
  zh: string;
  en: string;
  requestId: number | null;
  orderNumber: string | null;
}

export interface ImportRow {
  importId: string;
  fileName: string;
  startedAt: number;
  finishedAt: number | null;
  rows: number;
  report: RowReport[];
  startedBy: number | null;
}

export const startImport = (
  tx: Tx,
  row: {
    importId: string;
    fileName: string;
    sha256: Buffer;
    startedAt: number;
    rows: number;
    startedBy: number | null;
  },
): Promise<number> =>
  tx.run(sql`
    insert into requests.import (utility_id, import_id, file_name, sha256, started_at, rows, started_by)
    values (${tx.utilityId}, ${row.importId}, ${row.fileName}, ${row.sha256}, ${new Date(row.startedAt)}, ${row.rows}, ${row.startedBy})`);

/** Written with each chunk, so that the report tells what a killed import has done. */
export const addToReport = (tx: Tx, importId: string, part: RowReport[]): Promise<number> =>
  tx.run(sql`
    update requests.import set report = report || ${JSON.stringify(part)}::jsonb,
      created = created + ${part.filter(({ outcome }) => outcome === 'created').length},
      repeated = repeated + ${part.filter(({ outcome }) => outcome === 'repeated').length},
      refused = refused + ${part.filter(({ outcome }) => outcome === 'refused').length}
    where utility_id = ${tx.utilityId} and import_id = ${importId}`);

export const finishImport = (tx: Tx, importId: string, at: number): Promise<number> =>
  tx.run(sql`
    update requests.import set finished_at = ${new Date(at)}
    where utility_id = ${tx.utilityId} and import_id = ${importId}`);

export async function importById(tx: Tx, importId: string): Promise<ImportRow | undefined> {
  const row = await tx.maybe<
    Omit<ImportRow, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date | null }
  >(sql`
    select import_id as "importId", file_name as "fileName", started_at as "startedAt", finished_at as "finishedAt",
      rows, report, started_by as "startedBy"
    from requests.import where utility_id = ${tx.utilityId} and import_id = ${importId}`);
  return row && { ...row, startedAt: row.startedAt.getTime(), finishedAt: row.finishedAt?.getTime() ?? null };
}
