/** Likely duplicates, merging and undoing it. Splitting stands with requests, who say what the new order is about. */
import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import type { Result } from '../../values/result.ts';
import { duplicatesOf } from './actions/find-duplicates.ts';
import { mergeOrders, unmergeOrder } from './actions/merge-orders.ts';
import { orderIdOf, readOrder } from './actions/read-orders.ts';
import { DuplicateView, OrderDetail } from './schemas.ts';

const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const NUMBER = Type.String({ minLength: 1, maxLength: 40 });
const ORDER = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '工单内部编号' }),
});
const version = Type.Integer({ minimum: 1, description: '所见工单的版本；已被他人改动时返回 409' });
/** Answers are checked by the tests against the schema; its Static type says less than the code knows. */
const answer = <T>(result: Result<T>): Result<never> => result as Result<never>;

export const mergingRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/orders/:id/duplicates',
    action: 'orders.read',
    summary: 'Orders that are likely about the same incident, with the reasons 疑似重复',
    params: ORDER,
    answer: Type.Array(DuplicateView),
    handler: async (context) => answer(await duplicatesOf(context, context.params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/orders/:id/merge',
    action: 'orders.merge',
    summary: 'Merges this order into another; its callers keep their own clocks 合并',
    params: ORDER,
    body: Type.Object(
      {
        version,
        into: Type.Union([Id, NUMBER], { description: '并入哪张工单：内部编号或工单号' }),
        reason: Type.Optional(Type.String({ maxLength: 2000 })),
      },
      { additionalProperties: false },
    ),
    answer: OrderDetail,
    async handler(context) {
      const { into } = context.body;
      const id = typeof into === 'number' ? into : ((await orderIdOf(context.tx, into.trim())) ?? 0);
      const done = await mergeOrders(context, context.params.id, { ...context.body, into: id });
      return done.ok ? answer(await readOrder(context, done.value.into)) : done;
    },
  }),
  route({
    method: 'POST',
    url: '/api/orders/:id/unmerge',
    action: 'orders.merge',
    summary: 'Undoes a merge: the callers come back, the clocks go on as if nothing had been 撤销合并',
    params: ORDER,
    body: Type.Object(
      { version, reason: Type.String({ minLength: 1, maxLength: 2000 }) },
      { additionalProperties: false },
    ),
    answer: OrderDetail,
    async handler(context) {
      const done = await unmergeOrder(context, context.params.id, context.body);
      return done.ok ? answer(await readOrder(context, context.params.id)) : done;
    },
  }),
];
