/** A road, or the two that meet: what they are called together and where that is. */
import type { Tx } from '../../../platform/database.ts';
import { crossing, type Point } from '../rules/geometry.ts';
import { junctionName } from '../rules/mentions.ts';
import { roadsByIds } from '../store/places.ts';

export interface PlaceOfRoads {
  /** Of them that there is none; null: all are known. */
  missing: number | null;
  roadIds: number[];
  name: string;
  districtId: string | null;
  /** Where two meet. A road alone is no point. */
  point: Point | null;
}

export async function placeOfRoads(tx: Tx, ids: readonly number[]): Promise<PlaceOfRoads> {
  const known = ids.length === 0 ? [] : await roadsByIds(tx, ids);
  const roads = ids.flatMap((id) => known.find(({ roadId }) => roadId === id) ?? []);
  const [one, other] = roads;
  return {
    missing: ids.find((id) => !known.some(({ roadId }) => roadId === id)) ?? null,
    roadIds: roads.map(({ roadId }) => roadId),
    name: one && other ? junctionName(one.name, other.name) : (one?.name ?? ''),
    districtId: one?.districtId ?? null,
    point: one && other ? crossing(one.line, other.line) : null,
  };
}
