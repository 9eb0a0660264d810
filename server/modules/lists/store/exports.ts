/** Exports, and what has been made of them so far. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Refusal } from '../../../values/result.ts';
import type { Query } from '../kinds/kind.ts';

export type ExportState = 'running' | 'done' | 'cancelled' | 'failed' | 'expired';

export interface ExportRow {
  id: string;
  list: string;
  format: 'xlsx' | 'csv';
  lang: 'zh' | 'en';
  query: Query;
  sort: string | null;
  columns: string[];
  people: boolean;
  state: ExportState;
  createdAt: Date;
  createdBy: number;
  finishedAt: Date | null;
  expiresAt: Date | null;
  chosen: number | null;
  written: number;
  bytes: number | null;
  refusal: Refusal | null;
  /** Whose orders it was made of: what somebody was, when its rows were chosen. */
  rights: string | null;
  claimedBy: string | null;
  attempts: number;
}

const COLUMNS = sql`
  export_id as id, list, format, lang, query, sort, columns, people, state, created_at as "createdAt", created_by as "createdBy",
  finished_at as "finishedAt", expires_at as "expiresAt", chosen, written, bytes, refusal, rights, claimed_by as "claimedBy", attempts`;

export type NewExport = Pick<ExportRow, 'id' | 'list' | 'format' | 'lang' | 'query' | 'sort' | 'columns' | 'people'>;

export const addExport = (tx: Tx, one: NewExport, by: number, at: number): Promise<number> =>
  tx.run(sql`
    insert into lists.export (utility_id, export_id, list, format, lang, query, sort, columns, people, state, created_at, created_by)
    values (${tx.utilityId}, ${one.id}, ${one.list}, ${one.format}, ${one.lang}, ${JSON.stringify(one.query)}::jsonb, ${one.sort},
      ${one.columns}::text[], ${one.people}, 'running', ${new Date(at)}, ${by})`);

/** @param lock nobody else writes to it, stops it or goes on with it meanwhile */
export const exportById = (tx: Tx, id: string, lock = false): Promise<ExportRow | undefined> =>
  tx.maybe<ExportRow>(sql`
    select ${COLUMNS} from lists.export where utility_id = ${tx.utilityId} and export_id = ${id} ${lock ? sql`for update` : empty}`);

export const exportsOf = (tx: Tx, staffId: number, limit: number): Promise<ExportRow[]> =>
  tx.rows<ExportRow>(sql`
    select ${COLUMNS} from lists.export where utility_id = ${tx.utilityId} and created_by = ${staffId}
    order by created_at desc, export_id limit ${limit}`);

export const countRunning = async (tx: Tx, staffId: number): Promise<number> =>
  (
    await tx.one<{ n: number }>(sql`
      select count(*) as n from lists.export where utility_id = ${tx.utilityId} and created_by = ${staffId} and state = 'running'`)
  ).n;

export interface Claimed {
  id: string;
  attempts: number;
}

/** One that waits, or was in the hands of somebody who no longer lives. */
export const claim = (tx: Tx, by: string, now: number, until: number): Promise<Claimed | undefined> =>
  tx.maybe<Claimed>(sql`
    update lists.export set claimed_by = ${by}, claimed_until = ${new Date(until)}, attempts = attempts + 1
    where utility_id = ${tx.utilityId} and export_id = (
      select export_id from lists.export
      where utility_id = ${tx.utilityId} and state = 'running' and (claimed_until is null or claimed_until < ${new Date(now)})
      order by created_at limit 1 for update skip locked)
    returning export_id as id, attempts`);

const set = (tx: Tx, id: string, values: Sql): Promise<number> =>
  tx.run(sql`update lists.export set ${values} where utility_id = ${tx.utilityId} and export_id = ${id}`);

export const setChosen = (tx: Tx, id: string, chosen: number, rights: string, until: number): Promise<number> =>
  set(
    tx,
    id,
    sql`chosen = ${chosen}, written = 0, attempts = 0, rights = ${rights}, claimed_until = ${new Date(until)}`,
  );

/** Who has it lives on, with nothing to show for it yet. */
export const setAlive = (tx: Tx, id: string, until: number): Promise<number> =>
  set(tx, id, sql`claimed_until = ${new Date(until)}`);

/** Who has it lives on. */
export const setWritten = (tx: Tx, id: string, written: number, until: number): Promise<number> =>
  set(tx, id, sql`written = ${written}, attempts = 0, claimed_until = ${new Date(until)}`);

export const setDone = (tx: Tx, id: string, bytes: number, at: number, expires: number): Promise<number> =>
  set(
    tx,
    id,
    sql`state = 'done', bytes = ${bytes}, finished_at = ${new Date(at)}, expires_at = ${new Date(expires)}, claimed_by = null, claimed_until = null`,
  );

export const setStopped = (
  tx: Tx,
  id: string,
  state: 'cancelled' | 'failed',
  at: number,
  refusal: Refusal | null = null,
): Promise<number> =>
  set(
    tx,
    id,
    sql`state = ${state}, finished_at = ${new Date(at)}, claimed_by = null, claimed_until = null,
      refusal = ${refusal === null ? null : JSON.stringify(refusal)}::jsonb`,
  );

export const setRunning = (tx: Tx, id: string): Promise<number> =>
  set(
    tx,
    id,
    sql`state = 'running', finished_at = null, refusal = null, claimed_by = null, claimed_until = null, attempts = 0`,
  );

export type Part = 'ids' | 'rows' | 'file';

export const addPiece = (tx: Tx, id: string, part: Part, number: number, bytes: Buffer): Promise<number> =>
  tx.run(sql`
    insert into lists.piece (utility_id, export_id, part, number, bytes)
    values (${tx.utilityId}, ${id}, ${part}, ${number}, ${bytes})`);

export const pieceOf = async (tx: Tx, id: string, part: Part, number: number): Promise<Buffer | undefined> =>
  (
    await tx.maybe<{ bytes: Buffer }>(sql`
      select bytes from lists.piece
      where utility_id = ${tx.utilityId} and export_id = ${id} and part = ${part} and number = ${number}`)
  )?.bytes;

export const dropPieces = (tx: Tx, id: string, parts: readonly Part[]): Promise<number> =>
  tx.run(
    sql`delete from lists.piece where utility_id = ${tx.utilityId} and export_id = ${id} and part = any(${[...parts]}::text[])`,
  );

/** Files whose time is over, and what was made of those stopped long ago. */
export async function expire(tx: Tx, now: number, stoppedBefore: number): Promise<number> {
  const over = sql`e.utility_id = ${tx.utilityId} and (e.state = 'done' and e.expires_at <= ${new Date(now)}
    or e.state in ('cancelled', 'failed') and e.finished_at < ${new Date(stoppedBefore)})`;
  await tx.run(sql`delete from lists.piece p using lists.export e
    where p.utility_id = e.utility_id and p.export_id = e.export_id and ${over}`);
  // what was searched for may be a name or a number: it goes with what it found
  return tx.run(sql`update lists.export e set state = 'expired', query = e.query - 'q' where ${over}`);
}
