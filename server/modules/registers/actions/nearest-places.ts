/** What is nearest to a pin: premises, building, community, road. */
import type { Tx } from '../../../platform/database.ts';
import { cellsAround, metres, nearestOnLine, type Point, reachOf } from '../rules/geometry.ts';
import { type BuildingSpot, buildingsIn, premisesAtBuilding, premisesIn } from '../store/nearest.ts';
import { allCommunities, allRoads, type Community, type Premises, premisesByIds, type Road } from '../store/places.ts';

export interface Near<What> {
  what: What;
  /** Metres. */
  distance: number;
}

export interface NearestPlaces {
  premises: Near<Premises>[];
  buildings: Near<BuildingSpot>[];
  community: Near<Community> | null;
  road: Near<Road> | null;
}

/** Squares looked through to each side, about 200 m each: further away is not near. */
const RINGS = [1, 3, 10];
const MOST_SPOTS = 5000;
const MOST_BUILDINGS = 60;
export const MOST_NEAREST = 5;

const byDistance = <What>(a: Near<What>, b: Near<What>): number => a.distance - b.distance;

export async function nearestPlaces(tx: Tx, point: Point): Promise<NearestPlaces> {
  const from = <Spot extends Point>(what: Spot): Near<Spot> => ({ what, distance: metres(point, what) });
  let buildings: Near<BuildingSpot>[] = [];
  let spots: { premisesId: number; distance: number }[] = [];
  for (const ring of RINGS) {
    const cells = cellsAround(point, ring);
    buildings = (await buildingsIn(tx, cells, MOST_SPOTS)).map(from).sort(byDistance);
    const own = (await premisesIn(tx, cells, MOST_SPOTS)).map(from);
    spots = own.map(({ what, distance }) => ({ premisesId: what.premisesId, distance }));
    const reach = reachOf(point, ring);
    if ([...buildings, ...own].filter(({ distance }) => distance <= reach).length > 0) break;
  }
  for (const { what, distance } of buildings.slice(0, MOST_NEAREST)) {
    for (const premisesId of await premisesAtBuilding(tx, what.communityId, what.name, MOST_NEAREST)) {
      spots.push({ premisesId, distance });
    }
  }
  const chosen = spots.sort((a, b) => a.distance - b.distance || a.premisesId - b.premisesId).slice(0, MOST_NEAREST);
  const byId = new Map(
    (
      await premisesByIds(
        tx,
        chosen.map(({ premisesId }) => premisesId),
      )
    ).map((one) => [one.premisesId, one]),
  );
  const communities = (await allCommunities(tx)).flatMap((what) =>
    what.lon === null || what.lat === null ? [] : [{ what, distance: metres(point, { lon: what.lon, lat: what.lat }) }],
  );
  const roads = (await allRoads(tx)).flatMap((what) => {
    const on = nearestOnLine(what.line, point);
    return on ? [{ what, distance: on.distance }] : [];
  });
  return {
    premises: chosen.flatMap(({ premisesId, distance }) => {
      const what = byId.get(premisesId);
      return what ? [{ what, distance }] : [];
    }),
    buildings: buildings.slice(0, MOST_BUILDINGS),
    community: communities.sort(byDistance)[0] ?? null,
    road: roads.sort(byDistance)[0] ?? null,
  };
}
