/**
 * Reads a file row by row and saves what is good, some hundred rows in one transaction that also says how far it came.
 * Killed at any moment, whoever takes it up continues with the next line.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { TimeSource } from '../../../platform/clock.ts';
import { isDataRefused, type Tx } from '../../../platform/database.ts';
import type { Me } from '../../../platform/http/route.ts';
import { openTable } from '../../../platform/tables/open.ts';
import { readable, type Table, type TableRow } from '../../../platform/tables/table.ts';

import type { AnyKind, SavedRow } from '../kinds/kind.ts';
import { kindNamed } from '../kinds/kinds.ts';
import { readRow } from '../read-row.ts';
import type { Setup } from '../setup.ts';
import { type ImportRow, importById, setEnded, setReached, tried } from '../store/imports.ts';
import { dropFile, keepFile, piecesOf } from '../store/pieces.ts';
import { addRows, type RowReport } from '../store/rows.ts';
import { errorsFile } from './errors-file.ts';
import { inFolder, write } from './spool.ts';

export interface Running {
  /** Runs one chunk. A worker and the command line give each its own transaction; a request is one as a whole. */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  time: TimeSource;
  /** Whose claim it is; null: nobody else can have it. */
  claim: string | null;
  /** The file, where it need not be fetched from the database. */
  path?: string;
  /** Who is said to have entered what is imported. */
  me?: Me | null;
  stopping?: AbortSignal;
  progress?: (part: number, rows: number) => void;
}

/** Rows of one transaction. */
export const CHUNK = 500;
/** Milliseconds after which somebody who said nothing is believed dead. */
export const LEASE = 15_000;

/** The hands it was in have changed, or somebody stopped it. */
class Interrupted extends Error {}

export const runImport = (running: Running, importId: string): Promise<void> =>
  inFolder(async (folder) => {
    const { transaction, time } = running;
    const row = await transaction((tx) => importById(tx, importId));
    if (row?.state !== 'running') return;
    const path = running.path ?? (await fetched(running, importId, folder));
    const ended = await readable(() => rowsInto(running, row, path));
    if (ended.ok && !ended.value) return;
    await transaction(async (tx) => {
      const now = await importById(tx, importId, true);
      if (now?.state !== 'running' || now.claimedBy !== running.claim) return;
      if (now.counts.refused) await keepErrors(tx, now, path, folder);
      if (!ended.ok) await setEnded(tx, importId, { state: 'failed', at: time.now(), refusal: ended.refusal });
      else {
        await setEnded(tx, importId, { state: now.dry ? 'ready' : 'done', at: time.now(), whole: true });
        if (!now.dry) await dropFile(tx, importId, 'source');
      }
    });
  });

async function fetched({ transaction }: Running, importId: string, folder: string): Promise<string> {
  const path = join(folder, 'source');
  await transaction((tx) => write(path, piecesOf(tx, importId, 'source')));
  return path;
}

async function keepErrors(tx: Tx, row: ImportRow, path: string, folder: string): Promise<void> {
  const file = join(folder, 'errors');
  const made = await errorsFile(tx, row, path, file);
  if (!made) return;
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file)) chunks.push(chunk as Buffer);
  await keepFile(tx, row.importId, 'errors', Buffer.concat(chunks));
}

/** False: interrupted. */
async function rowsInto(running: Running, row: ImportRow, path: string): Promise<boolean> {
  const kind = kindNamed(row.kind);
  const { setup } = row;
  if (!kind || setup.headerLine === null) throw new Error(`import ${row.importId} is not ready`);
  const table = await openTable(path, setup.sheet === null ? {} : { sheet: setup.sheet });
  const from = Math.max(setup.headerLine, row.line);
  try {
    let chunk: TableRow[] = [];
    for await (const one of table.rows()) {
      if (one.line <= from) continue;
      chunk.push(one);
      if (chunk.length < CHUNK) continue;
      await decide(running, row.importId, kind, setup, table, chunk);
      chunk = [];
    }
    if (chunk.length > 0) await decide(running, row.importId, kind, setup, table, chunk);
    return true;
  } catch (error) {
    if (error instanceof Interrupted) return false;
    throw error;
  }
}

async function decide(
  running: Running,
  importId: string,
  kind: AnyKind,
  setup: Setup,
  table: Table,
  chunk: readonly TableRow[],
): Promise<void> {
  const step = (rows: readonly TableRow[]) =>
    running.transaction((tx) => decideIn(tx, running, importId, kind, setup, table.progress(), rows));
  try {
    await step(chunk);
  } catch (error) {
    // one row the database will not have must not keep the others out
    if (!isDataRefused(error)) throw error;
    if (chunk.length === 1) {
      const refused = chunk.map((row) => ({ ...row, faults: [{ column: null, refusal: { code: 'row-not-kept' } }] }));
      await step(refused);
      return;
    }
    const half = Math.ceil(chunk.length / 2);
    await decide(running, importId, kind, setup, table, chunk.slice(0, half));
    await decide(running, importId, kind, setup, table, chunk.slice(half));
  }
}

async function decideIn(
  tx: Tx,
  running: Running,
  importId: string,
  kind: AnyKind,
  setup: Setup,
  progress: number,
  chunk: readonly TableRow[],
): Promise<void> {
  const row = await importById(tx, importId, true);
  if (row?.state !== 'running' || row.claimedBy !== running.claim || running.stopping?.aborted) throw new Interrupted();
  const readRows = chunk.map((one) => ({ line: one.line, read: readRow(one, kind, setup) }));
  const good = readRows.flatMap(({ read }) => ('row' in read ? [read.row] : []));
  const lines = readRows.flatMap(({ line, read }) => ('row' in read ? [line] : []));
  const save = (): Promise<SavedRow[]> =>
    good.length === 0
      ? Promise.resolve([])
      : kind.save({ tx, me: running.me ?? null, by: row.createdBy, time: running.time }, good, lines);
  const saved = row.dry ? await tried(tx, save) : await save();
  if (saved.length !== good.length) throw new Error(`${kind.id}: ${saved.length} answers for ${good.length} rows`);
  let next = 0;
  const reports = readRows.map(({ line, read }): RowReport => {
    if ('faults' in read) return { line, outcome: 'refused', faults: read.faults, became: null };
    const one = saved[next++] as SavedRow;
    return { line, ...one };
  });
  const counts = { ...row.counts };
  for (const { outcome } of reports) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const worthKeeping = reports.filter(({ outcome, became }) => outcome === 'refused' || became !== null);
  if (worthKeeping.length > 0) await addRows(tx, importId, worthKeeping);
  const until = running.claim === null ? null : running.time.now() + LEASE;
  await setReached(tx, importId, { line: chunk.at(-1)?.line ?? row.line, progress, counts, until });
  running.progress?.(
    progress,
    Object.values(counts).reduce((sum, n) => sum + n, 0),
  );
}
