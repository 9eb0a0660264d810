import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

export type KeptFile = 'source' | 'errors';

/** Bytes. */
const PIECE = 1024 * 1024;

export async function keepFile(tx: Tx, importId: string, file: KeptFile, bytes: Buffer): Promise<void> {
  await dropFile(tx, importId, file);
  for (let from = 0; from < bytes.length; from += PIECE) {
    await tx.run(sql`
      insert into imports.piece (utility_id, import_id, file, number, bytes)
      values (${tx.utilityId}, ${importId}, ${file}, ${from / PIECE}, ${bytes.subarray(from, from + PIECE)})`);
  }
}

export const dropFile = (tx: Tx, importId: string, file: KeptFile): Promise<number> =>
  tx.run(
    sql`delete from imports.piece where utility_id = ${tx.utilityId} and import_id = ${importId} and file = ${file}`,
  );

/** One after another: a file is never in the memory twice. */
export async function* piecesOf(tx: Tx, importId: string, file: KeptFile): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const row = await tx.maybe<{ bytes: Buffer }>(sql`
      select bytes from imports.piece
      where utility_id = ${tx.utilityId} and import_id = ${importId} and file = ${file} and number = ${number}`);
    if (!row) return;
    yield row.bytes;
  }
}

/** Files hold personal data: they go once nobody needs them for correcting. */
export const forgetFiles = (tx: Tx, before: number): Promise<number> =>
  tx.run(sql`
    delete from imports.piece p using imports.import i
    where p.utility_id = ${tx.utilityId} and i.utility_id = p.utility_id and i.import_id = p.import_id
      and i.state <> 'running' and coalesce(i.finished_at, i.created_at) < ${new Date(before)}`);
