/** Places: communities 小区, roads 道路, buildings 楼栋, premises 用水地址 and the customers known there. */
export { type NearestPlaces, nearestPlaces } from './actions/nearest-places.ts';
export { placeOfRoads } from './actions/place-of-roads.ts';
export { type ResolveOptions, resolvePlace } from './actions/resolve-place.ts';
export { saveBuildings, saveCommunities, saveRoads } from './actions/save-places.ts';
export { savePremises } from './actions/save-premises.ts';
export { knownBy, saveThings } from './actions/things/save-things.ts';
export { addBuildings, addCommunities, addPremises, addRoads, completeKeys } from './actions/write-places.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
export { type Candidate, type CandidateKind, MOST_CANDIDATES, type Resolved } from './rules/candidates.ts';
export { maskName, maskPhone } from './rules/mask.ts';
export type { BuildingRow, CommunityRow, Fault, PremisesRow, RoadRow, SavedRow } from './rules/place-rows.ts';
export { sayReason } from './rules/reason-words.ts';
export { CERTIFICATE, KINDS, kindName } from './rules/things/kinds.ts';
export type { Thing, ThingRow } from './rules/things/thing-row.ts';
export { sounds } from './sounds.ts';
export { type Community, communityById, type Premises, premisesById, premisesOfAccounts } from './store/places.ts';
export {
  type ClaimedThing,
  certificatesOf,
  claimThings,
  type ListedThing,
  lookAgain,
  lookedAt,
  nextLook,
  type StoredThing,
  thingById,
  thingsById,
  thingsListed,
} from './store/things.ts';
