import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { RowFault } from '../kinds/kind.ts';
import { json } from './json.ts';

/** What became of one row of a file. */
export interface RowReport {
  line: number;
  outcome: string;
  faults: RowFault[];
  became: Record<string, string | number | null> | null;
}

export const addRows = (tx: Tx, importId: string, rows: readonly RowReport[]): Promise<number> =>
  tx.run(sql`
    insert into imports.row (utility_id, import_id, line, outcome, faults, became)
    select ${tx.utilityId}, ${importId}::uuid, line, outcome, faults, became
    from jsonb_to_recordset(${json(rows)}::jsonb) as r (line int, outcome text, faults jsonb, became jsonb)
    on conflict do nothing`);

export const forgetRows = (tx: Tx, importId: string): Promise<number> =>
  tx.run(sql`delete from imports.row where utility_id = ${tx.utilityId} and import_id = ${importId}`);

export const rowsOf = (
  tx: Tx,
  importId: string,
  page: { after: number; limit: number; outcome?: string },
): Promise<RowReport[]> =>
  tx.rows<RowReport>(sql`
    select line, outcome, faults, became from imports.row
    where utility_id = ${tx.utilityId} and import_id = ${importId} and line > ${page.after}
      ${page.outcome === undefined ? empty : sql`and outcome = ${page.outcome}`}
    order by line limit ${page.limit}`);
