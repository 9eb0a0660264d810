/** 导出: a rulebook as the YAML it was written in; loaded again it has the same content hash. */
import type { Tx } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import type { WrittenFile } from '../rules/loading/load-pack.ts';
import type { Pack } from '../rules/pack.ts';
import { textsKept } from '../store/texts.ts';
import { rulebookByHash } from './rulebooks.ts';
import { textsShipped } from './shipped.ts';

export interface Written {
  pack: Pack;
  files: WrittenFile[];
}

/** Refused: `rulebook-not-found`, `rulebook-without-texts` (kept before texts were, and no longer shipped). */
export async function writtenRulebook(tx: Tx, hash: string): Promise<Result<Written>> {
  const pack = await rulebookByHash(tx, hash);
  if (!pack.ok) return pack;
  const kept = await textsKept(tx, hash);
  const files = kept.length > 0 ? kept : textsShipped(hash);
  if (files) return ok({ pack: pack.value, files });
  return refuse('rulebook-without-texts', { params: { pack: pack.value.pack, version: pack.value.version } });
}
