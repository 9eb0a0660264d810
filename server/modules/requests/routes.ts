import { Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { DuplicateView, OrderDetail, readOrder } from '../work-orders/index.ts';
import { check } from './actions/check.ts';
import { declineDraft, declineNew } from './actions/decline.ts';
import { duplicates } from './actions/duplicates.ts';
import { type Asking, listed, revealed, shown } from './actions/read.ts';
import { openDraft, receive } from './actions/receive.ts';
import { split } from './actions/split.ts';
import { suggestFor } from './actions/suggest.ts';
import { contactRoutes } from './contact-routes.ts';
import { mapResult } from './result.ts';
import type { Intake } from './rules/intake.ts';
import { Classification, Declined, declining, NewRequest, Typed, Word } from './schemas.ts';
import { CheckedView, Id, ReceivedView, RequestView, SuggestionView, suggestionView } from './views.ts';
import { inBoth } from './words.ts';

/** To who has just written it, even where it is sealed to another 保密. */
const shownOnce = (context: Asking, requestId: number) => context.tx.asSystem(() => shown(context, requestId));
const desk = ({ tx, me, time, lang }: Asking) => ({ tx, me, time, lang, via: 'desk' as const });

export const routes: Route[] = [
  ...contactRoutes,
  route({
    method: 'POST',
    url: '/api/requests',
    action: 'requests.receive',
    summary: 'Receives a request and opens its order',
    status: 201,
    body: NewRequest,
    answer: ReceivedView,
    handler: async (context) => {
      const received = await receive(desk(context), context.body as Intake);
      if (!received.ok) return received;
      return mapResult(await shownOnce(context, received.value.requestId), (request) => ({
        request,
        order: received.value.order,
      }));
    },
  }),
  route({
    method: 'POST',
    url: '/api/requests/check',
    action: 'requests.receive',
    summary: 'Elements of the intake form as typed so far; writes nothing',
    reads: true,
    body: Typed,
    answer: CheckedView,
    handler: async (context) =>
      mapResult(await check(desk(context), context.body as Partial<Intake>), ({ elements, ready, routing }) => ({
        ready,
        routing,
        elements: elements.map(({ missing, ...element }) => ({
          ...element,
          message: missing ? inBoth(missing, { name: element.name })[context.lang] : null,
        })),
      })),
  }),
  route({
    method: 'POST',
    url: '/api/requests/suggest',
    action: 'requests.receive',
    summary: 'Event, urgency, place and duty a message seems to tell of, with the words that say so; writes nothing',
    reads: true,
    body: Type.Object({ content: Type.String({ maxLength: 20_000 }) }),
    answer: SuggestionView,
    handler: async (context) =>
      mapResult(await suggestFor(desk(context), context.body.content), ({ suggestion, book }) =>
        suggestionView(suggestion, book, context.lang),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/requests/duplicates',
    action: 'requests.receive',
    summary: 'Orders likely about the same incident as what is being typed, with the reasons; writes nothing 疑似重复',
    reads: true,
    body: Typed,
    answer: Type.Array(DuplicateView),
    handler: async (context) => duplicates(context, context.body as Partial<Intake>) as never,
  }),
  route({
    method: 'POST',
    url: '/api/orders/:id/split',
    action: 'orders.merge',
    summary: 'A caller leaves the order for one of his own, whose clocks run as if it had always been there 拆分',
    tag: 'orders',
    params: Type.Object({ id: Id }),
    body: Type.Object(
      {
        version: Type.Integer({ minimum: 1, description: '所见工单的版本；已被他人改动时返回 409' }),
        requestId: Id,
        reason: Type.String({ minLength: 1, maxLength: 2000 }),
      },
      { additionalProperties: false },
    ),
    answer: OrderDetail,
    handler: async (context) => {
      const done = await split(context, context.params.id, context.body);
      return done.ok ? ((await readOrder(context, context.params.id)) as never) : done;
    },
  }),
  route({
    method: 'POST',
    url: '/api/requests/decline',
    action: 'requests.decline',
    summary: 'Records a request that is not about water or is the duty of another, with the explanation given',
    status: 201,
    body: Declined,
    answer: RequestView,
    handler: async (context) => {
      const { reason, explanation, handedTo, toldAt, ...intake } = context.body;
      const declined = await declineNew(desk(context), intake as Intake, { reason, explanation, handedTo, toldAt });
      return declined.ok ? shown(context, declined.value.requestId) : declined;
    },
  }),
  route({
    method: 'POST',
    url: '/api/requests/:id/open',
    action: 'requests.receive',
    summary: 'Classifies a draft and opens its order',
    params: Type.Object({ id: Id }),
    body: Classification,
    answer: ReceivedView,
    handler: async (context) => {
      const received = await openDraft(desk(context), context.params.id, context.body);
      if (!received.ok) return received;
      return mapResult(await shownOnce(context, received.value.requestId), (request) => ({
        request,
        order: received.value.order,
      }));
    },
  }),
  route({
    method: 'POST',
    url: '/api/requests/:id/decline',
    action: 'requests.decline',
    summary: 'Declines a draft',
    params: Type.Object({ id: Id }),
    body: Type.Object(declining),
    answer: RequestView,
    handler: async (context) => {
      const declined = await declineDraft(desk(context), context.params.id, context.body);
      return declined.ok ? shown(context, declined.value.requestId) : declined;
    },
  }),
  route({
    method: 'POST',
    url: '/api/requests/:id/reveal',
    action: 'personal.reveal',
    summary: 'Name and phone in full; recorded in the audit log',
    params: Type.Object({ id: Id }),
    body: Type.Object({}),
    answer: Type.Object({
      id: Type.Integer(),
      reporter: Type.Union([Type.String(), Type.Null()]),
      phone: Type.Union([Type.String(), Type.Null()]),
    }),
    handler: (context) => revealed(context, context.params.id),
  }),
  route({
    method: 'GET',
    url: '/api/requests',
    action: 'requests.read',
    summary: 'Requests, newest first',
    query: Type.Object({
      outcome: Type.Optional(Type.Enum(['draft', 'open', 'declined', 'registered'])),
      mine: Type.Optional(Type.Boolean({ description: '我受理的：首问责任在我或我单位，工单未办结' })),
      channel: Type.Optional(Word),
      event: Type.Optional(Word),
      q: Type.Optional(Word),
      premisesId: Type.Optional(Id),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      cursor: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    answer: Type.Object({ items: Type.Array(RequestView), next: Type.Union([Type.String(), Type.Null()]) }),
    handler: (context) => listed(context, context.query),
  }),
  route({
    method: 'GET',
    url: '/api/requests/:id',
    action: 'requests.read',
    summary: 'One request',
    params: Type.Object({ id: Id }),
    answer: RequestView,
    handler: (context) => shown(context, context.params.id),
  }),
];
