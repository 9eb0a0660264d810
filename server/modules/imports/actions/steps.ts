/** 预检、导入、停止: what a person does with a file that has been recognised. */
import type { Tx } from '../../../platform/database.ts';
import type { Language } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { kindNamed } from '../kinds/kinds.ts';
import { type ImportRow, setEnded, setRunning } from '../store/imports.ts';
import { dropFile } from '../store/pieces.ts';
import { forgetRows } from '../store/rows.ts';
import { complete, missingIn } from './begin.ts';

/** A trial, or the import itself; one that broke off or was stopped goes on where it was. */
export async function startImport(
  tx: Tx,
  row: ImportRow,
  { dry, at, lang, source = true }: { dry: boolean; at: number; lang: Language; source?: boolean },
): Promise<Result<null>> {
  if (row.state === 'running') return refuse('import-running');
  if (row.state === 'done') return refuse('import-over');
  if (source && !row.source) return refuse('import-file-gone');
  const kind = kindNamed(row.kind);
  if (!kind) return refuse('import-not-found');
  const whole = complete(kind, row.setup, missingIn(row), lang);
  if (!whole.ok) return whole;
  const broken = !row.dry && row.line > 0;
  // rows that are in stay in: a trial of the rest would say less than it seems to
  if (dry && broken) return refuse('import-over');
  if (!broken) {
    await forgetRows(tx, row.importId);
    await dropFile(tx, row.importId, 'errors');
  }
  await setRunning(tx, row.importId, { dry, fresh: !broken, at });
  return ok(null);
}

/** What is in stays in; the rest can be imported later. */
export async function stopImport(tx: Tx, row: ImportRow, at: number): Promise<Result<null>> {
  if (row.state !== 'running') return refuse('import-not-running');
  await setEnded(tx, row.importId, { state: row.dry ? 'ready' : 'cancelled', at });
  return ok(null);
}
