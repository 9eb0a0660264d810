/** Places with their ids known: written, and made findable. */
import type { Tx } from '../../../platform/database.ts';
import { buildingKey, normalText } from '../rules/place-text.ts';
import { isNamed, type Named, searchKeys } from '../rules/search-keys.ts';
import { sounds } from '../sounds.ts';
import { aliasesOf, communitiesWithoutKeys, type KeyedKind, putAliases, putKeys } from '../store/keys.ts';
import { communitiesByIds } from '../store/places.ts';
import {
  buildingsOf,
  holdRegisters,
  lastId,
  type NewBuilding,
  type NewCommunity,
  type NewPremises,
  type NewRoad,
  putBuildings,
  putCommunities,
  putPremises,
  putRoads,
} from '../store/saving.ts';

/** Aliases by id of the place; who is not in it keeps his. */
export type Aliases = ReadonlyMap<number, readonly string[]>;
const NONE: Aliases = new Map();

interface Place extends Omit<Named, 'aliases'> {
  id: number;
}

/** @param all places whose names, aliases or addresses may have changed */
async function makeFindable(tx: Tx, kind: KeyedKind, all: readonly Place[], aliases: Aliases): Promise<void> {
  if (all.length === 0) return;
  if (aliases.size > 0) await putAliases(tx, kind, aliases);
  const ids = all.map(({ id }) => id);
  const known = await aliasesOf(tx, kind, ids);
  const keys = all.flatMap(({ id, ...named }) =>
    searchKeys({ ...named, aliases: known.get(id) ?? [] }, sounds)
      .filter(({ alias }) => alias || kind !== 'building' || isNamed(named.name))
      .map((key) => ({ ...key, placeId: id })),
  );
  await putKeys(tx, kind, ids, keys);
}

export async function addCommunities(tx: Tx, list: readonly NewCommunity[], aliases: Aliases = NONE): Promise<number> {
  const written = await putCommunities(tx, list);
  const places = list.map(({ communityId, name, road }) => ({ id: communityId, name, address: road }));
  await makeFindable(tx, 'community', places, aliases);
  return written;
}

export async function addRoads(tx: Tx, list: readonly NewRoad[], aliases: Aliases = NONE): Promise<number> {
  const written = await putRoads(tx, list);
  await makeFindable(
    tx,
    'road',
    list.map(({ roadId, name }) => ({ id: roadId, name })),
    aliases,
  );
  return written;
}

export async function addBuildings(
  tx: Tx,
  list: readonly Omit<NewBuilding, 'key'>[],
  aliases: Aliases = NONE,
): Promise<number> {
  const written = await putBuildings(
    tx,
    list.map((one) => ({ ...one, key: buildingKey(one.name) })),
  );
  await makeFindable(
    tx,
    'building',
    list.map(({ buildingId, name }) => ({ id: buildingId, name })),
    aliases,
  );
  return written;
}

export type AddedPremises = Omit<NewPremises, 'addressKey' | 'lon' | 'lat'> & Partial<Pick<NewPremises, 'lon' | 'lat'>>;

/** A building nobody has registered yet is registered by its first premises. */
export async function addPremises(tx: Tx, list: readonly AddedPremises[]): Promise<number> {
  const placed = (one: { communityId: number; building: string }) => `${one.communityId} ${one.building}`;
  const communityIds = [...new Set(list.map(({ communityId }) => communityId))];
  const known = new Set(
    (await buildingsOf(tx, communityIds)).map(({ communityId, name }) => placed({ communityId, building: name })),
  );
  const missing = [...new Map(list.map((one) => [placed(one), one]))].filter(([key]) => !known.has(key));
  if (missing.length > 0) {
    await holdRegisters(tx);
    const last = await lastId(tx, 'building');
    await addBuildings(
      tx,
      missing.map(([, { communityId, building }], at) => ({
        buildingId: last + at + 1,
        communityId,
        name: building,
        lon: null,
        lat: null,
      })),
    );
  }
  return putPremises(
    tx,
    list.map((one) => ({ lon: null, lat: null, ...one, addressKey: normalText(one.address) })),
  );
}

const BATCH = 500;

/** Communities registered before names had keys become findable. Returns how many. */
export async function completeKeys(tx: Tx): Promise<number> {
  const ids = await communitiesWithoutKeys(tx);
  for (let at = 0; at < ids.length; at += BATCH) {
    const some = await communitiesByIds(tx, ids.slice(at, at + BATCH));
    const places = some.map(({ communityId, name, road }) => ({ id: communityId, name, address: road }));
    await makeFindable(tx, 'community', places, NONE);
  }
  return ids.length;
}
