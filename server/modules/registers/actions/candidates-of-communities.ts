/** Communities that were named, the building and room said after them, and some premises there. */
import type { Tx } from '../../../platform/database.ts';
import type { Candidate, Reason } from '../rules/candidates.ts';
import type { Mention } from '../rules/mentions.ts';
import { type Detail, readDetail, roomIs, roomKey } from '../rules/place-text.ts';
import {
  type Building,
  buildingsByIds,
  buildingsByKey,
  type Community,
  communitiesByIds,
  premisesOfBuilding,
  premisesOfCommunity,
} from '../store/places.ts';
import { ofPremises } from './candidates-of-people.ts';

/** Premises of one building that are looked through for a room. */
const LARGEST_BUILDING = 1000;
const FEW = 5;
/** With more communities as likely as the best, nobody wants to see who lives there. */
const AS_LIKELY = 2;
/** Below the best by so much, a place is not looked into any further. */
const FAR_BEHIND = 0.25;

const ofCommunity = (one: Community, score: number, ...reasons: Reason[]): Candidate => ({
  kind: 'community',
  id: `community ${one.communityId}`,
  name: `${one.road}${one.name}`,
  score,
  reasons,
  districtId: one.districtId,
  communityId: one.communityId,
  buildingId: null,
  premisesId: null,
  roadIds: [],
  lon: one.lon,
  lat: one.lat,
  exact: false,
});

const ofBuilding = (one: Building, score: number, ...reasons: Reason[]): Candidate => ({
  kind: 'building',
  id: `building ${one.buildingId}`,
  name: `${one.road}${one.community}${one.name}`,
  score,
  reasons,
  districtId: one.districtId,
  communityId: one.communityId,
  buildingId: one.buildingId,
  premisesId: null,
  roadIds: [],
  lon: one.lon,
  lat: one.lat,
  exact: true,
});

async function premisesIn(tx: Tx, building: Building, room: string | null, score: number, reason: Reason) {
  const all = await premisesOfBuilding(tx, building.communityId, building.name, room === null ? FEW : LARGEST_BUILDING);
  if (room === null) return all.map((one) => ofPremises(one, score * 0.75, reason, { why: 'of-building' }));
  const meant = all.filter((one) => roomIs(roomKey(one.room), room));
  return meant.slice(0, FEW * 4).map((one) => ofPremises(one, meant.length === 1 ? score : score * 0.9, reason));
}

export async function candidatesOfCommunities(
  tx: Tx,
  text: string,
  mentions: readonly Mention[],
): Promise<Candidate[]> {
  const best = Math.max(0, ...mentions.map(({ match }) => match));
  const found: Candidate[] = [];
  const known = new Map(
    (
      await communitiesByIds(
        tx,
        mentions.map(({ placeId }) => placeId),
      )
    ).map((one) => [one.communityId, one]),
  );
  const alike = mentions.filter(({ match }) => match === best).length;
  let lookedInto = 0;
  for (const mention of [...mentions].sort((a, b) => b.match - a.match)) {
    const community = known.get(mention.placeId);
    if (!community) continue;
    const reason: Reason = { why: mention.how, by: mention.how === 'address' ? community.road : mention.called };
    const detail = readDetail(text.slice(mention.to));
    const said = detail.building !== null || detail.room !== null;
    const near =
      (said ? lookedInto < 6 : alike <= AS_LIKELY && lookedInto < AS_LIKELY) && best - mention.match <= FAR_BEHIND;
    if (near) lookedInto += 1;
    const inside = near ? await candidatesWithin(tx, community, detail, mention.match, reason) : [];
    found.push(...inside);
    if (detail.building === null && detail.room === null) found.push(ofCommunity(community, mention.match, reason));
    else if (inside.some(({ kind }) => kind === 'building'))
      found.push(ofCommunity(community, mention.match * 0.7, reason));
    else {
      const unknown: Reason = { why: 'building-unknown', by: detail.building ?? detail.room ?? '' };
      found.push(ofCommunity(community, mention.match * 0.85, reason, unknown));
    }
  }
  return found;
}

async function candidatesWithin(tx: Tx, community: Community, detail: Detail, match: number, reason: Reason) {
  const { communityId } = community;
  if (detail.building === null) {
    const some = await premisesOfCommunity(tx, communityId, FEW);
    return detail.room === null
      ? some.map((one) => ofPremises(one, match * 0.55, reason, { why: 'of-community' }))
      : [];
  }
  const buildings = await buildingsByKey(tx, detail.building, [communityId], FEW);
  const found: Candidate[] = [];
  for (const building of buildings) {
    const inside = await premisesIn(tx, building, detail.room, match, reason);
    found.push(
      ofBuilding(building, detail.room !== null && inside.length > 0 ? match * 0.85 : match, reason),
      ...inside,
    );
  }
  return found;
}

/** A building with a name of its own: 商务中心. */
export const candidatesOfNamedBuildings = async (tx: Tx, mentions: readonly Mention[]): Promise<Candidate[]> => {
  if (mentions.length === 0) return [];
  const byId = new Map(mentions.map((one) => [one.placeId, one]));
  const buildings = await buildingsByIds(tx, [...byId.keys()]);
  return buildings.map((one) => {
    const mention = byId.get(one.buildingId);
    return ofBuilding(one, mention?.match ?? 0, { why: mention?.how ?? 'part', by: mention?.called ?? '' });
  });
};

/** 3号楼 alone: every building of that number. */
export async function candidatesOfLooseBuilding(tx: Tx, { building, room, left }: Detail): Promise<Candidate[]> {
  if (building === null || left !== '') return [];
  const buildings = await buildingsByKey(tx, building, null, 20);
  const found: Candidate[] = [];
  for (const one of buildings) {
    found.push(ofBuilding(one, 0.5, { why: 'same-number', by: one.name }));
    if (buildings.length <= 3)
      found.push(...(await premisesIn(tx, one, room, 0.5, { why: 'same-number', by: one.name })));
  }
  return found;
}
