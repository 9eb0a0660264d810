import { Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, refuse } from '../../values/result.ts';
import { allowed, audit } from '../identity/index.ts';
import { findPlaces } from './find-places.ts';
import { maskName, maskPhone } from './rules/mask.ts';
import { type Premises, premisesById } from './store.ts';

const Text = Type.String();
const Coordinate = Type.Union([Type.Number(), Type.Null()]);

const CommunityView = Type.Object(
  {
    communityId: Type.Integer(),
    name: Text,
    road: Text,
    districtId: Text,
    districtName: Text,
    lon: Coordinate,
    lat: Coordinate,
  },
  { $id: 'Community' },
);

const PremisesView = Type.Object(
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
  },
  { $id: 'RegisteredPremises' },
);

const masked = (premises: Premises): Premises => ({
  ...premises,
  customerName: premises.customerKind === 'resident' ? (maskName(premises.customerName) ?? '') : premises.customerName,
  customerPhone: maskPhone(premises.customerPhone),
});

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/places',
    action: 'places.read',
    summary: 'Communities and premises by name, road, address part, account number or phone; twenty of each at most',
    query: Type.Object({ q: Type.String({ maxLength: 100 }) }),
    answer: Type.Object({ communities: Type.Array(CommunityView), premises: Type.Array(PremisesView) }),
    handler: async ({ tx, query }) => {
      const { communities, premises } = await findPlaces(tx, query.q);
      return ok({ communities, premises: premises.map(masked) });
    },
  }),
  route({
    method: 'GET',
    url: '/api/places/premises/:id',
    action: 'places.read',
    summary: 'One premises with its account',
    params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
    answer: PremisesView,
    handler: async ({ tx, params }) => {
      const premises = await premisesById(tx, params.id);
      return premises ? ok(masked(premises)) : refuse('premises-not-found', { params: { premisesId: params.id } });
    },
  }),
  route({
    method: 'POST',
    url: '/api/places/premises/:id/reveal',
    action: 'personal.reveal',
    summary: 'The premises a desk has picked, the customer in full; written to the audit log 显示客户姓名与电话',
    params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({}, { additionalProperties: false }),
    answer: PremisesView,
    handler: async ({ tx, me, time, params }) => {
      // units see the callers of their orders, not the register
      if (allowed(me, 'personal.reveal') !== 'all') return refuse('forbidden');
      const premises = await premisesById(tx, params.id);
      if (!premises) return refuse('premises-not-found', { params: { premisesId: params.id } });
      await audit(tx, me, 'personal.reveal', `premises:${params.id}`, {}, time);
      return ok(premises);
    },
  }),
];
