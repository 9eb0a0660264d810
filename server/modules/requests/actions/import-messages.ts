/**
 * 导入来信: a file of messages becomes requests, row by row, in chunks of two hundred. A crash leaves whole
 * chunks, and running it again continues where it stopped, because a source's id is taken once.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Me } from '../../../platform/http/route.ts';
import { ok, type Refusal, type Result } from '../../../values/result.ts';
import type { Acting } from '../book.ts';
import { type FileRow, type MessageFile, readMessageFile } from '../message-file.ts';
import { type MessageOutcome, readMessageRow } from '../rules/message-row.ts';
import {
  addToReport,
  finishImport,
  type ImportRow,
  importById,
  type RowOutcome,
  type RowReport,
  startImport,
} from '../store/imports.ts';
import { refsPresent } from '../store/requests.ts';
import { release, rollbackTo, savepoint } from '../store/savepoint.ts';
import { inBoth } from '../words.ts';
import { declineNew, keepDraft } from './decline.ts';
import { receive } from './receive.ts';

export interface ImportRequest {
  file: Uint8Array;
  fileName: string;
  /** Default `web`: citizens wrote them on a page. */
  channel?: string;
  /** Name under which the file's ids are unique. */
  source?: string;
  /** Called after each chunk. */
  progress?: (done: number, of: number) => void;
}

export interface ImportContext {
  /** Runs one chunk. The command line gives each its own transaction; a request over HTTP is one as a whole. */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  time: TimeSource;
  /** Null: the command line. */
  me: Me | null;
}

export const CHUNK = 200;
export const DEFAULT_SOURCE = 'messages';

interface Row {
  line: number;
  sourceRef: string | null;
  outcome: Result<MessageOutcome>;
}

export async function importMessages(context: ImportContext, request: ImportRequest): Promise<Result<ImportRow>> {
  const read = readMessageFile(request.file);
  if (!read.ok) return read;
  const { transaction, time, me } = context;
  const source = request.source ?? DEFAULT_SOURCE;
  const rows = rowsOf(read.value, request.channel ?? 'web', source);
  const importId = randomUUID();
  const sha256 = createHash('sha256').update(request.file).digest();
  await transaction((tx) =>
    startImport(tx, {
      importId,
      fileName: request.fileName.slice(0, 200),
      sha256,
      startedAt: time.now(),
      rows: rows.length,
      startedBy: me?.staffId ?? null,
    }),
  );
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    await transaction(async (tx) => addToReport(tx, importId, await importChunk(tx, context, chunk, source)));
    request.progress?.(Math.min(from + CHUNK, rows.length), rows.length);
  }
  return transaction(async (tx) => {
    await finishImport(tx, importId, time.now());
    const done = await importById(tx, importId);
    if (!done) throw new Error(`import ${importId} is gone`);
    return ok(done);
  });
}

function rowsOf({ columns, rows }: MessageFile, channel: string, source: string): Row[] {
  return rows.map((row: FileRow): Row => {
    if ('refusal' in row) return { line: row.line, sourceRef: null, outcome: { ok: false, refusal: row.refusal } };
    const cell = (column: string): string => row.cells[columns.get(column) ?? -1] ?? '';
    return {
      line: row.line,
      sourceRef: cell('id').trim().slice(0, 100) || null,
      outcome: readMessageRow(cell, { channel, source }),
    };
  });
}

async function importChunk(tx: Tx, context: ImportContext, chunk: Row[], source: string): Promise<RowReport[]> {
  const refs = chunk.flatMap(({ sourceRef }) => (sourceRef === null ? [] : [sourceRef]));
  const present = new Set((await refsPresent(tx, source, refs)).keys());
  const acting: Acting = { tx, me: context.me, time: context.time, via: 'import' };
  const report: RowReport[] = [];
  for (const row of chunk) {
    if (!row.outcome.ok) report.push(refused(row, row.outcome.refusal));
    else if (row.sourceRef !== null && present.has(row.sourceRef)) report.push(told(row, 'repeated', 'row-repeated'));
    else {
      await savepoint(tx);
      const one = await importRow(acting, row, row.outcome.value);
      if (one.outcome === 'refused') await rollbackTo(tx);
      await release(tx);
      // The same id twice in one file is a repetition too.
      if (one.outcome !== 'refused' && row.sourceRef !== null) present.add(row.sourceRef);
      report.push(one);
    }
  }
  return report;
}

async function importRow(acting: Acting, row: Row, outcome: MessageOutcome): Promise<RowReport> {
  if (outcome.kind === 'receive') {
    const received = await receive(acting, outcome.intake);
    if (!received.ok) return refused(row, received.refusal);
    const { requestId, order } = received.value;
    return { ...told(row, 'created', 'row-created', { number: order.number }), requestId, orderNumber: order.number };
  }
  if (outcome.kind === 'decline') {
    const declined = await declineNew(acting, outcome.intake, {
      reason: outcome.reason,
      explanation: outcome.explanation,
      ...(outcome.handedTo === null ? {} : { handedTo: outcome.handedTo }),
    });
    if (!declined.ok) return refused(row, declined.refusal);
    return {
      ...told(row, 'declined', 'row-declined', { explanation: outcome.explanation }),
      requestId: declined.value.requestId,
    };
  }
  const draft = await keepDraft(acting, outcome.intake);
  return draft.ok ? { ...told(row, 'draft', 'row-draft'), requestId: draft.value } : refused(row, draft.refusal);
}

const told = (
  { line, sourceRef }: Row,
  outcome: RowOutcome,
  code: string,
  params: Refusal['params'] = {},
): RowReport => ({
  line,
  sourceRef,
  outcome,
  code: outcome === 'refused' ? code : null,
  ...inBoth(code, params),
  requestId: null,
  orderNumber: null,
});

const refused = (row: Row, refusal: Refusal): RowReport =>
  refusal.code === 'request-already-received'
    ? told(row, 'repeated', 'row-repeated')
    : told(row, 'refused', refusal.code, refusal.params);
