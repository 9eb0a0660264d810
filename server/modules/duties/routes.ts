import { type Static, Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { thingById } from '../registers/index.ts';
import { readClocks } from '../work-orders/index.ts';
import { type Coming, type History, nextDues, past, readDuties } from './actions/read-duties.ts';
import { occurrenceOfOrder } from './store/occurrences.ts';

const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Time = Type.String({ format: 'date-time' });
const Null = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const iso = (at: number): string => new Date(at).toISOString();
const isoOr = (at: number | null): string | null => (at === null ? null : iso(at));

const OWED = {
  duty: Type.String(),
  name: Type.String(),
  every: Type.String(),
  article: Type.String(),
  quote: Type.String(),
};
const ComingView = Type.Object({ ...OWED, opensAt: Time, dueAt: Null(Time) }, { $id: 'ComingDuty' });
const HistoryView = Type.Object(
  {
    ...OWED,
    orderId: Id,
    number: Type.String(),
    state: Type.String(),
    madeAt: Time,
    dueAt: Null(Time),
    doneAt: Null(Time),
    givenUpAt: Null(Time),
    late: Type.Boolean(),
  },
  { $id: 'DutyOrder' },
);
const coming = ({ opensAt, dueAt, ...one }: Coming): Static<typeof ComingView> => ({
  ...one,
  opensAt: iso(opensAt),
  dueAt: isoOr(dueAt),
});
const history = ({ madeAt, dueAt, doneAt, givenUpAt, ...one }: History): Static<typeof HistoryView> => ({
  ...one,
  madeAt: iso(madeAt),
  dueAt: isoOr(dueAt),
  doneAt: isoOr(doneAt),
  givenUpAt: isoOr(givenUpAt),
});

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/things/:id/duties',
    action: 'things.read',
    summary: 'What a thing is owed: the next of each duty, and the orders there were 职责',
    params: Type.Object({ id: Id }),
    answer: Type.Object({ coming: Type.Array(ComingView), history: Type.Array(HistoryView) }),
    async handler({ tx, time, params, lang }) {
      const read = await readDuties({ tx, time, lang }, params.id);
      if (!read.ok) return read;
      return ok({ coming: read.value.coming.map(coming), history: read.value.history.map(history) });
    },
  }),
  route({
    method: 'GET',
    url: '/api/duties/next',
    action: 'things.read',
    summary: 'What each of these things, fifty at most, is owed first 下次到期',
    query: Type.Object({
      things: Type.String({
        pattern: '^[1-9][0-9]{0,14}(,[1-9][0-9]{0,14}){0,49}$',
        description: '台账编号，逗号隔开',
      }),
    }),
    answer: Type.Object({
      items: Type.Array(Type.Object({ thingId: Id, dueAt: Null(Time), orderId: Null(Id) })),
    }),
    async handler({ tx, time, query, lang }) {
      const items = await nextDues(tx, time, query.things.split(',').map(Number), lang);
      return ok({ items: items.map((one) => ({ ...one, dueAt: isoOr(one.dueAt) })) });
    },
  }),
  route({
    method: 'GET',
    url: '/api/orders/:id/duty',
    action: 'orders.read',
    summary: 'The duty that made an order, and the thing it is about; null: nothing of the kind 由来',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      duty: Null(HistoryView),
      thing: Null(Type.Object({ thingId: Id, kind: Type.String(), name: Type.String(), place: Type.String() })),
    }),
    async handler({ tx, me, time, params, lang }) {
      const seen = await readClocks({ tx, me, time, lang }, params.id);
      if (!seen.ok) return seen;
      const row = await occurrenceOfOrder(tx, params.id);
      const thing = row && (await thingById(tx, row.thingId));
      if (!row || !thing) return ok({ duty: null, thing: null });
      const { thingId, kind, name, place } = thing;
      return ok({ duty: history(await past(tx, row, time.now(), lang)), thing: { thingId, kind, name, place } });
    },
  }),
];
