/** Versions of rulebooks in the database: kept by content hash, in force from a day. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Pack } from '../rules/pack.ts';
import { hashInForce, insertVersion, setInForce, versionBody } from '../store.ts';

/** A version never changes, so it is read once. Different utilities share the object of one hash. */
const known = new Map<string, Pack>();
/** Versions kept in memory; beyond it the oldest is forgotten. */
const KEPT = 64;

/** @param fromDay local day, YYYY-MM-DD, from which it is in force */
export async function putPack(tx: Tx, pack: Pack, fromDay: string, now: Instant): Promise<{ added: boolean }> {
  const added = await insertVersion(tx, pack, now);
  await setInForce(tx, pack.hash, fromDay);
  return { added };
}

export async function packByHash(tx: Tx, hash: string): Promise<Pack> {
  const remembered = known.get(hash);
  if (remembered) return remembered;
  const row = await versionBody(tx, hash);
  if (!row) throw new Error(`rulebook ${hash} is not in the database`);
  const oldest = known.keys().next().value;
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(hash, row.body);
  return row.body;
}

/** The version in force on a local day; undefined before the first. */
export async function packInForce(tx: Tx, day: string): Promise<Pack | undefined> {
  const row = await hashInForce(tx, day);
  return row && packByHash(tx, row.hash);
}
