import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, type Result } from '../../values/result.ts';
import { actionOf, execute } from './actions/execute.ts';
import { possibleHandlers } from './actions/possible-handlers.ts';
import { readClocks, readOnce, readOrder } from './actions/read-orders.ts';
import { reveal } from './actions/reveal.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { attributionRoutes } from './attribution-routes.ts';
import { bodyOf, readBody, SENT, type Sent } from './bodies.ts';
import { draftEffectRoutes } from './draft-effects.ts';
import { listingRoutes } from './listing-routes.ts';
import { mergingRoutes } from './merging-routes.ts';
import { presenceRoutes } from './presence-routes.ts';
import { redatingRoutes } from './redating-routes.ts';
import { redatingTargetRoutes } from './redating-targets.ts';
import { COMMAND_WORDS } from './rules/words.ts';
import { ClockView, OrderDetail } from './schemas.ts';

const ORDER = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '工单内部编号' }),
});
const orderId = (params: unknown): number => (params as { id: number }).id;
/** Answers are checked by the tests against the schema; its Static type says less than the code knows. */
const answer = <T>(result: Result<T>): Result<never> => result as Result<never>;

const commandRoute = (command: Sent): Route =>
  route({
    method: 'POST',
    url: `/api/orders/:id/${command}`,
    action: actionOf(command),
    summary: `${COMMAND_WORDS[command].en} ${COMMAND_WORDS[command].zh}`,
    params: ORDER,
    body: bodyOf(command),
    answer: OrderDetail,
    async handler(context) {
      const body = readBody(context.body as Record<string, unknown>);
      if (!body.ok) return body;
      const done = await execute(context, orderId(context.params), command, body.value as never);
      return done.ok ? answer(await readOnce(context, orderId(context.params), done.value)) : done;
    },
  });

export const routes: Route[] = [
  ...listingRoutes,
  route({
    method: 'GET',
    url: '/api/orders/:id',
    action: 'orders.read',
    summary: 'One order with clocks, timeline and what I may do 工单',
    params: ORDER,
    answer: OrderDetail,
    handler: async (context) => answer(await readOrder(context, orderId(context.params))),
  }),
  route({
    method: 'GET',
    url: '/api/orders/:id/handlers',
    action: 'orders.read',
    summary: 'Crew members of the unit, and the certificate one lacks before he can be assigned 可派人员',
    params: ORDER,
    answer: Type.Array(
      Type.Object({
        staffId: Type.Integer(),
        lacks: Type.Union([
          Type.Object({ missing: Type.String(), article: Type.String(), quote: Type.String() }),
          Type.Null(),
        ]),
      }),
    ),
    async handler(context) {
      const found = await possibleHandlers(context, orderId(context.params));
      if (!found.ok) return found;
      return ok(
        found.value.map(({ staffId, lacks }) => ({
          staffId,
          lacks: lacks && {
            missing: String(lacks.params?.missing ?? ''),
            article: lacks.article ?? '',
            quote: lacks.quote ?? '',
          },
        })),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/orders/:id/clocks',
    action: 'orders.read',
    summary: 'The clocks of an order, each with its article and why 时限',
    params: ORDER,
    answer: Type.Array(ClockView),
    handler: async (context) => answer(await readClocks(context, orderId(context.params))),
  }),
  ...SENT.map(commandRoute),
  ...attachmentRoutes,
  ...presenceRoutes,
  route({
    method: 'POST',
    url: '/api/orders/:id/reveal',
    action: 'personal.reveal',
    summary: 'Name and number of the callers, in full; written down 查看来电人',
    params: ORDER,
    answer: Type.Object({
      requests: Type.Array(
        Type.Object({
          id: Type.Integer(),
          reporter: Type.Union([Type.String(), Type.Null()]),
          phone: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
    handler: (context) => reveal(context, orderId(context.params)),
  }),
  ...mergingRoutes,
  ...attributionRoutes,
  ...redatingTargetRoutes,
  ...draftEffectRoutes,
  ...redatingRoutes,
];
