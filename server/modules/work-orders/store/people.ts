/** Names of people in a log, those who have left included. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

export async function staffNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ staffId: number; name: string }>(sql`
    select staff_id as "staffId", name from identity.staff
    where utility_id = ${tx.utilityId} and staff_id = any(${[...ids]}::int[])`);
  return new Map(rows.map(({ staffId, name }) => [staffId, name]));
}
