/** Versions of rulebooks in the database: kept by content hash, in force from a day. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { WrittenFile } from '../rules/loading/load-pack.ts';
import type { Pack } from '../rules/pack.ts';
import { keepTexts } from '../store/texts.ts';
import { hashesInForce, hashInForce, insertVersion, setInForce, versionBody, versionNamed } from '../store/versions.ts';

/** A version never changes, so it is read once. Different utilities share the object of one hash. */
const known = new Map<string, Pack>();
/** Versions kept in memory; beyond it the oldest is forgotten. */
const KEPT = 64;

/**
 * @param fromDay local day, YYYY-MM-DD, from which it is in force
 * @param files it is written in; absent: none are kept, and those shipped are read from there
 */
export async function putPack(
  tx: Tx,
  pack: Pack,
  fromDay: string,
  now: Instant,
  files: readonly WrittenFile[] = [],
): Promise<{ added: boolean }> {
  const added = await insertVersion(tx, pack, now);
  if (files.length > 0) await keepTexts(tx, pack.hash, files);
  await setInForce(tx, pack.hash, fromDay);
  return { added };
}

export async function packByHash(tx: Tx, hash: string): Promise<Pack> {
  const pack = known.get(hash) ?? (await readVersion(tx, hash));
  if (!pack) throw new Error(`rulebook ${hash} is not in the database`);
  return pack;
}

/** A version this utility has, by hash or by name and version; undefined: it has none such. */
export async function findPack(
  tx: Tx,
  wanted: { hash: string } | { pack: string; version: string },
): Promise<Pack | undefined> {
  const hash = 'hash' in wanted ? wanted.hash : (await versionNamed(tx, wanted.pack, wanted.version))?.hash;
  return hash === undefined ? undefined : readVersion(tx, hash);
}

async function readVersion(tx: Tx, hash: string): Promise<Pack | undefined> {
  const row = await versionBody(tx, hash);
  if (!row) return undefined;
  const remembered = known.get(hash);
  if (remembered) return remembered;
  const oldest = known.keys().next().value;
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(hash, row.body);
  return row.body;
}

/** Every version that is, was or will be in force, in order, with its first local day. */
export async function versionsInForce(tx: Tx): Promise<{ pack: Pack; fromDay: string }[]> {
  const found: { pack: Pack; fromDay: string }[] = [];
  for (const { hash, fromDay } of await hashesInForce(tx)) found.push({ pack: await packByHash(tx, hash), fromDay });
  return found;
}

/** The version in force on a local day; undefined before the first. */
export async function packInForce(tx: Tx, day: string): Promise<Pack | undefined> {
  const row = await hashInForce(tx, day);
  return row && packByHash(tx, row.hash);
}
