/** Test support: an import as the office begins it, without the office. */
import type { Tx } from '../../platform/database.ts';
import { startImport as start } from './actions/steps.ts';
import { importById } from './store/imports.ts';

export { addFile, recogniseFile } from './actions/begin.ts';

export async function startImport(tx: Tx, importId: string, at: number): Promise<void> {
  const row = await importById(tx, importId);
  if (!row) throw new Error(`no import ${importId}`);
  const started = await start(tx, row, { dry: false, at, lang: 'zh' });
  if (!started.ok) throw new Error(started.refusal.code);
}
