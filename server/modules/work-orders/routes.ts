import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import type { Result } from '../../values/result.ts';
import { actionOf, execute } from './actions/execute.ts';
import { type ListQuery, readClocks, readOnce, readOrder, readOrders } from './actions/read-orders.ts';
import { reveal } from './actions/reveal.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { attributionRoutes } from './attribution-routes.ts';
import { bodyOf, readBody, SENT, type Sent } from './bodies.ts';
import { mergingRoutes } from './merging-routes.ts';
import { presenceRoutes } from './presence-routes.ts';
import { redatingRoutes } from './redating-routes.ts';
import { redatingTargetRoutes } from './redating-targets.ts';
import { COMMAND_WORDS } from './rules/words.ts';
import { ClockView, OrderDetail, OrderList } from './schemas.ts';

const ORDER = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '工单内部编号' }),
});
const orderId = (params: unknown): number => (params as { id: number }).id;
const filter = (description: string, maxLength = 80) => Type.Optional(Type.String({ description, maxLength }));
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
  route({
    method: 'GET',
    url: '/api/orders',
    action: 'orders.read',
    summary: 'Orders by due time, with counts 工单列表',
    query: Type.Object({
      tab: Type.Optional(
        Type.Union(['all', 'late', 'warned', 'paused', 'mine', 'received'].map((tab) => Type.Literal(tab))),
      ),
      state: filter('状态'),
      department: filter('责任单位'),
      event: filter('事项，含下级'),
      q: filter('工单号、地址或内容中的文字；户号；来电人姓名；电话或其中四位以上', 100),
      sort: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('received')])),
      closed: Type.Optional(Type.Boolean({ description: '已办结、已销单的' })),
      repeated: Type.Optional(Type.Boolean({ description: '重复诉求' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
      cursor: filter('上一页的 next', 300),
    }),
    answer: OrderList,
    handler: async (context) => answer(await readOrders(context, context.query as ListQuery)),
  }),
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
  ...redatingRoutes,
];
