/** 规章: rulebooks a utility may look at, its own kept versions and those that come with the platform. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';
import type { Pack } from '../rules/pack.ts';
import { inForceOn, keptRulebooks } from '../store/versions.ts';
import { packsShipped } from './shipped.ts';
import { findPack } from './versions.ts';

export interface RulebookHead {
  hash: string;
  pack: string;
  version: string;
  utility: string;
  source: string;
  effective: string;
  /** Kept by this utility, or one that comes with the platform. */
  origin: 'kept' | 'shipped';
  inForce: boolean;
}

/** Each content once: the one in force first, then the kept ones, then those shipped, by name. */
export async function rulebooksKnown(tx: Tx, now: Instant): Promise<RulebookHead[]> {
  const current = await inForceOn(tx, formatDay(zoneOf('Asia/Shanghai').dayOf(now)));
  const kept = (await keptRulebooks(tx)).map((head) => ({
    ...head,
    origin: 'kept' as const,
    inForce: head.hash === current?.hash,
  }));
  const have = new Set(kept.map(({ hash }) => hash));
  const shipped = packsShipped()
    .filter(({ hash }) => !have.has(hash))
    .map(({ hash, pack, version, utility, source, effective }) => ({
      hash,
      pack,
      version,
      utility,
      source,
      effective,
      origin: 'shipped' as const,
      inForce: false,
    }))
    .sort((a, b) => a.pack.localeCompare(b.pack) || a.version.localeCompare(b.version));
  return [...kept.filter(({ inForce }) => inForce), ...kept.filter(({ inForce }) => !inForce), ...shipped];
}

/** Refused: `rulebook-not-found`. Another utility's versions are not among them. */
export async function rulebookByHash(tx: Tx, hash: string): Promise<Result<Pack>> {
  const found = (await findPack(tx, { hash })) ?? packsShipped().find((pack) => pack.hash === hash);
  return found ? ok(found) : refuse('rulebook-not-found', { params: { hash: hash.slice(0, 12) } });
}
