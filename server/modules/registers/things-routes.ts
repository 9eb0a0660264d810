import { Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, refuse } from '../../values/result.ts';
import { allowed, audit } from '../identity/index.ts';
import { addThing, changeThing } from './actions/things/edit-thing.ts';
import { knownBy, today } from './actions/things/save-things.ts';
import { KINDS, kindName } from './rules/things/kinds.ts';
import { thingById, thingCounts, thingsListed } from './store/things.ts';
import { factWords, ThingView, thingView } from './things-views.ts';

const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Text = Type.String({ maxLength: 400 });
/** Absent: stays; empty: taken away. */
const Said = Type.Optional(Text);
const PAGE = 50;

const ThingChange = {
  name: Said,
  place: Said,
  unit: Said,
  district: Said,
  since: Said,
  lastDone: Said,
  expires: Said,
  ended: Said,
  facts: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Text)),
};

export const thingsRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/things',
    action: 'things.read',
    summary: 'Things of the register, fifty a page, with how many there are of each kind 台账',
    query: Type.Object({
      kind: Type.Optional(Type.String({ maxLength: 80 })),
      unit: Type.Optional(Type.String({ maxLength: 80 })),
      q: Type.Optional(Type.String({ maxLength: 100 })),
      ended: Type.Optional(Type.Boolean({ description: 'Those out of use as well' })),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    }),
    answer: Type.Object({
      things: Type.Array(ThingView),
      total: Type.Integer(),
      kinds: Type.Array(Type.Object({ kind: Type.String(), name: Type.String(), n: Type.Integer() })),
    }),
    async handler({ tx, time, query, lang }) {
      const text = query.q?.trim() ?? '';
      const asked = {
        ...(query.unit === undefined ? {} : { departmentId: query.unit }),
        ...(text === '' ? {} : { text }),
        ...(query.ended ? {} : { usedOn: today(time) }),
      };
      const counts = await thingCounts(tx, asked);
      const rows = await thingsListed(
        tx,
        { ...asked, ...(query.kind === undefined ? {} : { kind: query.kind }) },
        PAGE,
        ((query.page ?? 1) - 1) * PAGE,
      );
      const { words } = await knownBy(tx, time);
      return ok({
        things: rows.map((one) => thingView(one, words, lang)),
        total: counts
          .filter(({ kind }) => query.kind === undefined || kind === query.kind)
          .reduce((sum, { n }) => sum + n, 0),
        kinds: counts.map(({ kind, n }) => ({ kind, name: kindName(kind, lang), n })),
      });
    },
  }),
  route({
    method: 'GET',
    url: '/api/things/words',
    action: 'things.read',
    summary: 'Kinds of things and the facts a rulebook knows of them, for forms 台账类别与属性',
    answer: Type.Object({
      kinds: Type.Array(Type.Object({ kind: Type.String(), name: Type.String(), owed: Type.Boolean() })),
      facts: Type.Array(
        Type.Object({
          fact: Type.String(),
          name: Type.String(),
          type: Type.String(),
          choices: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
        }),
      ),
    }),
    async handler({ tx, time, lang }) {
      const { words, kinds } = await knownBy(tx, time);
      const all = [...new Set([...KINDS.keys(), ...kinds])];
      return ok({
        kinds: all.map((kind) => ({ kind, name: kindName(kind, lang), owed: kinds.has(kind) })),
        facts: factWords(words, lang),
      });
    },
  }),
  route({
    method: 'GET',
    url: '/api/things/:id',
    action: 'things.read',
    summary: 'One thing of the register',
    params: Type.Object({ id: Id }),
    answer: ThingView,
    async handler({ tx, time, params, lang }) {
      const thing = await thingById(tx, params.id);
      if (!thing) return refuse('thing-not-found', { params: { thingId: params.id } });
      return ok(thingView(thing, (await knownBy(tx, time)).words, lang));
    },
  }),
  route({
    method: 'POST',
    url: '/api/things',
    action: 'things.edit',
    summary: 'Enters a thing into the register 登记',
    body: Type.Object({
      kind: Type.String({ minLength: 1, maxLength: 80 }),
      code: Type.String({ minLength: 1, maxLength: 80 }),
      person: Said,
      ...ThingChange,
    }),
    answer: ThingView,
    status: 201,
    async handler({ tx, me, time, body, lang }) {
      const added = await addThing({ tx, me, time }, { ...body, name: body.name ?? '' });
      if (!added.ok) return added;
      return ok(thingView(added.value, (await knownBy(tx, time)).words, lang));
    },
  }),
  route({
    method: 'PUT',
    url: '/api/things/:id',
    action: 'things.edit',
    summary: 'Changes what is said: an absent property stays, an empty one is taken away 修改',
    params: Type.Object({ id: Id }),
    body: Type.Object(ThingChange),
    answer: ThingView,
    async handler({ tx, me, time, params, body, lang }) {
      const changed = await changeThing({ tx, me, time }, params.id, body);
      if (!changed.ok) return changed;
      return ok(thingView(changed.value, (await knownBy(tx, time)).words, lang));
    },
  }),
  route({
    method: 'POST',
    url: '/api/things/:id/reveal',
    action: 'personal.reveal',
    summary: 'The number of a certificate in full; written to the audit log 显示证照编号',
    params: Type.Object({ id: Id }),
    body: Type.Object({}, { additionalProperties: false }),
    answer: Type.Object({ code: Type.String() }),
    async handler({ tx, me, time, params }) {
      if (allowed(me, 'personal.reveal') !== 'all') return refuse('forbidden');
      const thing = await thingById(tx, params.id);
      if (!thing) return refuse('thing-not-found', { params: { thingId: params.id } });
      await audit(tx, me, 'personal.reveal', `thing:${params.id}`, {}, time);
      return ok({ code: thing.code });
    },
  }),
];
