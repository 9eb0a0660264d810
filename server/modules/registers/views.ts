/** What the API shows of places. Customers are masked; who needs one in full asks for that premises, and it is recorded. */
import { type Static, Type } from 'typebox';
import type { NearestPlaces } from './actions/nearest-places.ts';
import { type Candidate, KINDS } from './rules/candidates.ts';
import { maskName, maskPhone } from './rules/mask.ts';
import { KIND_WORDS, sayReason } from './rules/reason-words.ts';
import type { Premises } from './store/places.ts';

const Text = Type.String();
const Coordinate = Type.Union([Type.Number(), Type.Null()]);
const NullableId = Type.Union([Type.Integer(), Type.Null()]);

export const PremisesView = Type.Object(
  {
    premisesId: Type.Integer(),
    accountNumber: Text,
    address: Text,
    communityId: Type.Integer(),
    community: Text,
    districtId: Text,
    customerName: Text,
    customerPhone: Type.Union([Text, Type.Null()]),
    customerKind: Type.Enum(['resident', 'organisation']),
    meterDn: Type.Integer(),
    supply: Type.Enum(['direct', 'secondary']),
    lon: Coordinate,
    lat: Coordinate,
  },
  { $id: 'RegisteredPremises' },
);

export const premisesView = ({ building: _b, room: _r, ...shown }: Premises): Static<typeof PremisesView> => shown;

export const masked = (premises: Premises): Static<typeof PremisesView> =>
  premisesView({
    ...premises,
    customerName:
      premises.customerKind === 'resident' ? (maskName(premises.customerName) ?? '') : premises.customerName,
    customerPhone: maskPhone(premises.customerPhone),
  });

const CandidateView = Type.Object(
  {
    kind: Type.Enum([...KINDS]),
    kindName: Text,
    id: Text,
    name: Text,
    score: Type.Number(),
    reasons: Type.Array(Type.Object({ why: Text, text: Text })),
    districtId: Type.Union([Text, Type.Null()]),
    districtName: Type.Union([Text, Type.Null()]),
    communityId: NullableId,
    premisesId: NullableId,
    roadIds: Type.Array(Type.Integer()),
    lon: Coordinate,
    lat: Coordinate,
    exact: Type.Boolean({ description: 'The point is of this very place, not of the road or community it stands in' }),
    premises: Type.Union([PremisesView, Type.Null()]),
  },
  { $id: 'PlaceCandidate' },
);

export const ResolvedView = Type.Object(
  {
    candidates: Type.Array(CandidateView),
    confident: Type.Boolean({ description: 'As far as words can tell, the first is meant' }),
  },
  { $id: 'ResolvedPlace' },
);

export function candidateView(
  one: Candidate,
  lang: 'zh' | 'en',
  premises: Premises | undefined,
  districtNames: ReadonlyMap<string, string>,
): Static<typeof CandidateView> {
  const { buildingId: _, reasons, ...rest } = one;
  return {
    ...rest,
    kindName: KIND_WORDS[one.kind][lang],
    reasons: reasons.map((reason) => ({ why: reason.why, text: sayReason(reason, lang) })),
    districtName: one.districtId === null ? null : (districtNames.get(one.districtId) ?? null),
    premises: premises ? masked(premises) : null,
  };
}

const Distance = Type.Number({ description: 'Metres' });
const Line = Type.Array(Type.Number(), { description: 'lon, lat, lon, lat …' });
const Spot = { lon: Type.Number(), lat: Type.Number() };

export const NearestView = Type.Object(
  {
    premises: Type.Array(Type.Object({ distance: Distance, premises: PremisesView })),
    buildings: Type.Array(Type.Object({ distance: Distance, name: Text, communityId: Type.Integer(), ...Spot })),
    community: Type.Union([
      Type.Object({ distance: Distance, communityId: Type.Integer(), name: Text, road: Text, districtId: Text }),
      Type.Null(),
    ]),
    road: Type.Union([
      Type.Object({ distance: Distance, roadId: Type.Integer(), name: Text, districtId: Text }),
      Type.Null(),
    ]),
  },
  { $id: 'NearestPlaces' },
);

const rounded = (distance: number): number => Math.round(distance);

export function nearestView({ premises, buildings, community, road }: NearestPlaces): Static<typeof NearestView> {
  return {
    premises: premises.map(({ what, distance }) => ({ distance: rounded(distance), premises: masked(what) })),
    buildings: buildings.map(({ what: { name, communityId, lon, lat }, distance }) => ({
      distance: rounded(distance),
      name,
      communityId,
      lon,
      lat,
    })),
    community: community && {
      distance: rounded(community.distance),
      communityId: community.what.communityId,
      name: community.what.name,
      road: community.what.road,
      districtId: community.what.districtId,
    },
    road: road && {
      distance: rounded(road.distance),
      roadId: road.what.roadId,
      name: road.what.name,
      districtId: road.what.districtId,
    },
  };
}

export const MapView = Type.Object(
  {
    roads: Type.Array(Type.Object({ roadId: Type.Integer(), name: Text, line: Line })),
    communities: Type.Array(Type.Object({ communityId: Type.Integer(), name: Text, ...Spot })),
  },
  { $id: 'PlacesMap' },
);
