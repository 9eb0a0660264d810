import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

/** One row of a chunk: what a refused row has written goes, the rows before it stay. */
export const savepoint = (tx: Tx): Promise<number> => tx.run(sql`savepoint one_row`);
export const rollbackTo = (tx: Tx): Promise<number> => tx.run(sql`rollback to savepoint one_row`);
export const release = (tx: Tx): Promise<number> => tx.run(sql`release savepoint one_row`);
