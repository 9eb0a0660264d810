import { Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, refuse } from '../../values/result.ts';
import { allowed, audit } from '../identity/index.ts';
import { nearestPlaces } from './actions/nearest-places.ts';
import { resolvePlace } from './actions/resolve-place.ts';
import { allCommunities, allRoads, premisesById, premisesByIds } from './store/places.ts';
import { districts } from './store/saving.ts';
import { thingsRoutes } from './things-routes.ts';
import {
  candidateView,
  MapView,
  masked,
  NearestView,
  nearestView,
  PremisesView,
  premisesView,
  ResolvedView,
} from './views.ts';

export const routes: Route[] = [
  ...thingsRoutes,
  route({
    method: 'GET',
    url: '/api/places',
    action: 'places.read',
    summary:
      'What a text may mean on the ground: premises, building, community, road, junction, district; twenty at most',
    query: Type.Object({ q: Type.String({ maxLength: 200 }) }),
    answer: ResolvedView,
    handler: async ({ tx, query, lang }) => {
      const { candidates, confident } = await resolvePlace(tx, query.q, { people: true });
      const ids = candidates.flatMap(({ premisesId }) => premisesId ?? []);
      const premises = new Map((await premisesByIds(tx, ids)).map((one) => [one.premisesId, one]));
      const names = new Map((await districts(tx)).map(({ districtId, name }) => [districtId, name]));
      return ok({
        candidates: candidates.map((one) => candidateView(one, lang, premises.get(one.premisesId ?? 0), names)),
        confident,
      });
    },
  }),
  route({
    method: 'GET',
    url: '/api/places/nearest',
    action: 'places.read',
    summary: 'Premises, buildings, community and road nearest to a point, with metres',
    query: Type.Object({
      lon: Type.Number({ minimum: -180, maximum: 180 }),
      lat: Type.Number({ minimum: -90, maximum: 90 }),
    }),
    answer: NearestView,
    handler: async ({ tx, query }) => ok(nearestView(await nearestPlaces(tx, query))),
  }),
  route({
    method: 'GET',
    url: '/api/places/map',
    action: 'places.read',
    summary: 'Roads and communities as lines and points, for a map without tiles',
    answer: MapView,
    handler: async ({ tx }) =>
      ok({
        roads: (await allRoads(tx))
          .filter(({ line }) => line.length > 0)
          .map(({ roadId, name, line }) => ({ roadId, name, line })),
        communities: (await allCommunities(tx)).flatMap(({ communityId, name, lon, lat }) =>
          lon === null || lat === null ? [] : [{ communityId, name, lon, lat }],
        ),
      }),
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
      return ok(premisesView(premises));
    },
  }),
];
