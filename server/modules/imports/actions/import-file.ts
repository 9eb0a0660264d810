/** A whole file at once: the command line, and programs that hand in messages and wait for the answer. */
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Language, Me } from '../../../platform/http/route.ts';
import { ok, type Result } from '../../../values/result.ts';
import { type ImportRow, importById } from '../store/imports.ts';
import { addFile, complete, recogniseFile } from './begin.ts';
import { errorsFile } from './errors-file.ts';
import { runImport } from './run-import.ts';
import { inFolder, withBytes } from './spool.ts';
import { startImport } from './steps.ts';

export interface ImportContext {
  /** Runs one chunk. The command line gives each its own transaction; a request over HTTP is one as a whole. */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  time: TimeSource;
  /** Null: the command line. */
  me: Me | null;
  lang?: Language;
}

export interface ImportRequest {
  /** Its bytes, or where it is. */
  file: Uint8Array | string;
  fileName: string;
  kind: string;
  sheet?: string;
  options?: Record<string, string>;
  dry?: boolean;
  /** Where the file of bad rows goes. */
  errors?: string;
  /** After each chunk. */
  progress?: (part: number, rows: number) => void;
}

export function importFile(context: ImportContext, request: ImportRequest): Promise<Result<ImportRow>> {
  const { file } = request;
  return typeof file === 'string'
    ? imported(context, request, file)
    : withBytes(file, (path) => imported(context, request, path));
}

async function imported(context: ImportContext, request: ImportRequest, path: string): Promise<Result<ImportRow>> {
  const { transaction, time, me, lang = 'zh' } = context;
  const begun = { ...request, lang, at: time.now(), me };
  const found = await recogniseFile(path, begun);
  if (!found.ok) return found;
  const { kind, setup, missing } = found.value;
  const whole = complete(kind, setup, missing, lang);
  if (!whole.ok) return whole;
  const bytes = await readFile(path);
  const importId = await transaction((tx) => addFile(tx, bytes, kind, setup, begun, false));
  const row = async (): Promise<ImportRow> => {
    const found = await transaction((tx) => importById(tx, importId));
    if (!found) throw new Error(`import ${importId} is gone`);
    return found;
  };
  const added = await row();
  const started = await transaction((tx) =>
    startImport(tx, added, { dry: request.dry ?? false, at: time.now(), lang, source: false }),
  );
  if (!started.ok) return started;
  const { progress } = request;
  await runImport({ transaction, time, me, claim: null, path, ...(progress ? { progress } : {}) }, importId);
  const done = await row();
  if (done.refusal) return { ok: false, refusal: done.refusal };
  if (request.errors !== undefined && done.counts.refused) await keep(context, done, path, request.errors);
  return ok(done);
}

const keep = ({ transaction }: ImportContext, row: ImportRow, path: string, to: string): Promise<void> =>
  inFolder(async (folder) => {
    const file = join(folder, 'errors');
    await transaction((tx) => errorsFile(tx, row, path, file));
    await pipeline(createReadStream(file), createWriteStream(to, { mode: 0o600 }));
  });
