import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Refusal } from '../../../values/result.ts';
import type { Setup } from '../setup.ts';
import { json } from './json.ts';

export type ImportState = 'ready' | 'running' | 'done' | 'cancelled' | 'failed';

export interface ImportRow {
  importId: string;
  kind: string;
  fileName: string;
  bytes: number;
  lang: 'zh' | 'en';
  setup: Setup;
  state: ImportState;
  /** The counts are of a trial. */
  dry: boolean;
  createdAt: number;
  createdBy: number | null;
  startedAt: number | null;
  finishedAt: number | null;
  line: number;
  progress: number;
  counts: Record<string, number>;
  refusal: Refusal | null;
  claimedBy: string | null;
  attempts: number;
  /** Whether there is a file of its bad rows. */
  errors: boolean;
  /** Whether the file itself is still kept. */
  source: boolean;
}

type Stored = Omit<ImportRow, 'createdAt' | 'startedAt' | 'finishedAt'> & {
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

const kept = (file: string): Sql => sql`exists (
  select from imports.piece p where p.utility_id = i.utility_id and p.import_id = i.import_id and p.file = ${file})`;

const COLUMNS = sql`
  i.import_id as "importId", i.kind, i.file_name as "fileName", i.bytes, i.lang, i.setup, i.state, i.dry,
  i.created_at as "createdAt", i.created_by as "createdBy", i.started_at as "startedAt", i.finished_at as "finishedAt",
  i.line, i.progress, i.counts, i.refusal, i.claimed_by as "claimedBy", i.attempts,
  ${kept('errors')} as errors, ${kept('source')} as source`;

const read = (row: Stored): ImportRow => ({
  ...row,
  createdAt: row.createdAt.getTime(),
  startedAt: row.startedAt?.getTime() ?? null,
  finishedAt: row.finishedAt?.getTime() ?? null,
});

export interface NewImport {
  importId: string;
  kind: string;
  fileName: string;
  sha256: Buffer;
  bytes: number;
  lang: 'zh' | 'en';
  setup: Setup;
  at: number;
  by: number | null;
}

export const addImport = (tx: Tx, one: NewImport): Promise<number> =>
  tx.run(sql`
    insert into imports.import (utility_id, import_id, kind, file_name, sha256, bytes, lang, setup, state, created_at, created_by)
    values (${tx.utilityId}, ${one.importId}, ${one.kind}, ${one.fileName}, ${one.sha256}, ${one.bytes}, ${one.lang},
      ${json(one.setup)}::jsonb, 'ready', ${new Date(one.at)}, ${one.by})`);

/** @param lock nobody else starts, goes on with or stops it meanwhile */
export async function importById(tx: Tx, importId: string, lock = false): Promise<ImportRow | undefined> {
  const row = await tx.maybe<Stored>(sql`
    select ${COLUMNS} from imports.import i where i.utility_id = ${tx.utilityId} and i.import_id = ${importId}
    ${lock ? sql`for update` : empty}`);
  return row && read(row);
}

export async function importsOf(
  tx: Tx,
  kinds: readonly string[],
  page: { after?: { at: number; importId: string }; limit: number },
): Promise<ImportRow[]> {
  const { after } = page;
  const rows = await tx.rows<Stored>(sql`
    select ${COLUMNS} from imports.import i
    where i.utility_id = ${tx.utilityId} and i.kind = any(${kinds}::text[])
      ${after ? sql`and (i.created_at, i.import_id) < (${new Date(after.at)}, ${after.importId}::uuid)` : empty}
    order by i.created_at desc, i.import_id desc limit ${page.limit}`);
  return rows.map(read);
}

export const setSetup = (tx: Tx, importId: string, kind: string, setup: Setup): Promise<number> =>
  tx.run(sql`
    update imports.import set kind = ${kind}, setup = ${json(setup)}::jsonb, counts = '{}', dry = false, line = 0, progress = 0
    where utility_id = ${tx.utilityId} and import_id = ${importId}`);

/** From the beginning, or where it broke off. */
export const setRunning = (
  tx: Tx,
  importId: string,
  how: { dry: boolean; fresh: boolean; at: number },
): Promise<number> =>
  tx.run(sql`
    update imports.import set state = 'running', dry = ${how.dry}, started_at = ${new Date(how.at)}, finished_at = null,
      refusal = null, claimed_by = null, claimed_until = null, attempts = 0
      ${how.fresh ? sql`, line = 0, progress = 0, counts = '{}'` : empty}
    where utility_id = ${tx.utilityId} and import_id = ${importId}`);

export const setEnded = (
  tx: Tx,
  importId: string,
  end: { state: ImportState; at: number; refusal?: Refusal | null; whole?: boolean },
): Promise<number> =>
  tx.run(sql`
    update imports.import set state = ${end.state}, finished_at = ${new Date(end.at)}, claimed_by = null, claimed_until = null,
      refusal = ${end.refusal ? json(end.refusal) : null}::jsonb ${end.whole ? sql`, progress = 1` : empty}
    where utility_id = ${tx.utilityId} and import_id = ${importId}`);

/** One that runs and is in nobody's hands, or in those of somebody who no longer lives. */
export const claim = (
  tx: Tx,
  by: string,
  now: number,
  until: number,
): Promise<{ importId: string; attempts: number } | undefined> =>
  tx.maybe<{ importId: string; attempts: number }>(sql`
    update imports.import set claimed_by = ${by}, claimed_until = ${new Date(until)}, attempts = attempts + 1
    where utility_id = ${tx.utilityId} and import_id = (
      select import_id from imports.import
      where utility_id = ${tx.utilityId} and state = 'running' and (claimed_until is null or claimed_until < ${new Date(now)})
      order by started_at limit 1 for update skip locked)
    returning import_id as "importId", attempts`);

/** Rows of a chunk are decided; who has it lives on. */
export const setReached = (
  tx: Tx,
  importId: string,
  reached: { line: number; progress: number; counts: Record<string, number>; until: number | null },
): Promise<number> =>
  tx.run(sql`
    update imports.import set line = ${reached.line}, progress = ${reached.progress}, counts = ${json(reached.counts)}::jsonb,
      attempts = 0, claimed_until = ${reached.until === null ? null : new Date(reached.until)}
    where utility_id = ${tx.utilityId} and import_id = ${importId}`);

/** What `work` writes is undone; what it returns is kept. */
export async function tried<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.run(sql`savepoint trial`);
  const found = await work();
  await tx.run(sql`rollback to savepoint trial`);
  await tx.run(sql`release savepoint trial`);
  return found;
}
