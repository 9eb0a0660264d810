/** Roads that were named: the road alone, a house number on it, or where two of them meet. */
import type { Tx } from '../../../platform/database.ts';
import type { Candidate, Reason } from '../rules/candidates.ts';
import { crossing, middleOf } from '../rules/geometry.ts';
import { houseNumber, junctionName, type Mention, meantTogether } from '../rules/mentions.ts';
import { normalText } from '../rules/place-text.ts';
import { placesByBeginning } from '../store/keys.ts';
import { communitiesByIds, premisesByAddress, type Road, roadsByIds } from '../store/places.ts';
import { ofPremises } from './candidates-of-people.ts';

const FEW = 5;
const MOST_ROADS = 8;
/** With more roads as likely as the best, nobody wants to see who lives along them. */
const AS_LIKELY = 2;

const ofRoad = (road: Road, number: string | null, score: number, ...reasons: Reason[]): Candidate => {
  const middle = middleOf(road.line);
  return {
    kind: 'road',
    id: `road ${road.roadId} ${number ?? ''}`.trimEnd(),
    name: number === null ? road.name : `${road.name}${number}号`,
    score,
    reasons,
    districtId: road.districtId,
    communityId: null,
    buildingId: null,
    premisesId: null,
    roadIds: [road.roadId],
    lon: middle?.lon ?? null,
    lat: middle?.lat ?? null,
    exact: false,
  };
};

const reasonOf = ({ how, called }: Mention): Reason => ({ why: how, by: called });

export async function candidatesOfRoads(
  tx: Tx,
  text: string,
  mentions: readonly Mention[],
  communities: readonly Mention[],
): Promise<Candidate[]> {
  const some = [...mentions].sort((a, b) => b.match - a.match).slice(0, MOST_ROADS);
  if (some.length === 0) return [];
  const roads = new Map(
    (
      await roadsByIds(
        tx,
        some.map(({ placeId }) => placeId),
      )
    ).map((one) => [one.roadId, one]),
  );
  const junctions = junctionsOf(text, some, roads);
  // beside a community that was named, a road only says where that is; beside a junction, each is half of it
  const named = communities.some(({ match, how }) => match >= 0.9 && how !== 'address');
  const best = Math.max(...some.map(({ match }) => match));
  const alike = some.filter(({ match }) => match === best).length;
  const aside = junctions.length > 0 ? 0.6 : named ? 0.7 : 1;
  const found = [...junctions];
  for (const mention of some) {
    const road = roads.get(mention.placeId);
    if (!road) continue;
    const number = houseNumber(text, mention.to);
    const match = mention.match * aside;
    if (number === null) {
      found.push(ofRoad(road, null, match, reasonOf(mention)));
      if (aside === 1 && mention.match === best && alike <= AS_LIKELY)
        found.push(...(await alongRoad(tx, road, match)));
      continue;
    }
    const there = communities.some(({ how }) => how === 'address');
    found.push(
      ofRoad(road, number, match * (there ? 0.85 : 0.97), reasonOf(mention), { why: 'house-number', by: number }),
    );
    found.push(ofRoad(road, null, match * 0.65, reasonOf(mention)));
    if (there || aside < 1) continue;
    const address = normalText(`${road.name}${number}号`);
    for (const one of await premisesByAddress(tx, address, FEW)) {
      found.push(ofPremises(one, match * 0.85, { why: 'address', by: `${road.name}${number}号` }));
    }
  }
  return found;
}

/** Communities with an address on a road. */
async function alongRoad(tx: Tx, road: Road, match: number): Promise<Candidate[]> {
  const keys = await placesByBeginning(tx, 'address', normalText(road.name), FEW * 2);
  const communities = await communitiesByIds(
    tx,
    keys.map(({ placeId }) => placeId),
  );
  return communities.map((one) => ({
    kind: 'community',
    id: `community ${one.communityId}`,
    name: `${one.road}${one.name}`,
    score: match * 0.7,
    reasons: [{ why: 'on-road', by: road.name }],
    districtId: one.districtId,
    communityId: one.communityId,
    buildingId: null,
    premisesId: null,
    roadIds: [],
    lon: one.lon,
    lat: one.lat,
    exact: false,
  }));
}

function junctionsOf(text: string, mentions: readonly Mention[], roads: ReadonlyMap<number, Road>): Candidate[] {
  const found: Candidate[] = [];
  const inOrder = [...mentions].sort((a, b) => a.from - b.from);
  for (const [at, a] of inOrder.entries()) {
    for (const b of inOrder.slice(at + 1)) {
      const [one, other] = [roads.get(a.placeId), roads.get(b.placeId)];
      if (!one || !other || !meantTogether(text, a, b)) continue;
      const point = crossing(one.line, other.line);
      const match = Math.min(a.match, b.match);
      const told: Reason = { why: point ? 'roads-meet' : 'roads-apart', by: `${one.name}、${other.name}` };
      const almost = [a, b].filter(({ how }) => how !== 'name').map(reasonOf);
      found.push({
        kind: 'junction',
        id: `junction ${[one.roadId, other.roadId].sort((x, y) => x - y).join(' ')}`,
        name: junctionName(one.name, other.name),
        score: match * (point ? 1 : 0.75),
        reasons: [told, ...almost],
        districtId: one.districtId,
        communityId: null,
        buildingId: null,
        premisesId: null,
        roadIds: [one.roadId, other.roadId],
        lon: point?.lon ?? null,
        lat: point?.lat ?? null,
        exact: point !== null,
      });
    }
  }
  return found;
}
