/** The list of orders 工单列表, and how many there are. */
import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import type { Result } from '../../values/result.ts';
import { type ListQuery, type OrderFilter, readCounts, readOrders } from './actions/listing/list-orders.ts';
import { MOST_SORTS, SORT_KEYS } from './rules/listing/sorting.ts';
import { OrderCounts, OrderList } from './schemas.ts';
import { TABS } from './store/lists.ts';

const text = (description: string, maxLength = 80) => Type.Optional(Type.String({ description, maxLength }));
const time = (description: string) => Type.Optional(Type.String({ format: 'date-time', description }));
const yes = (description: string) => Type.Optional(Type.Boolean({ description }));
const answer = <T>(result: Result<T>): Result<never> => result as Result<never>;

/** Which orders; kept with a saved filter and an export too. */
const ORDER_FILTER = {
  state: text('状态'),
  department: text('责任单位'),
  event: text('事项，含下级'),
  district: text('片区'),
  channel: text('渠道'),
  handler: Type.Optional(Type.Integer({ minimum: 1, description: '处理人' })),
  urgent: yes('紧急'),
  receivedFrom: time('受理时间，不早于'),
  receivedUntil: time('受理时间，早于'),
  q: text(
    '文字（两个字即可）、拼音或首字母、工单号或其中三位以上、户号；有权查看来电人的，还有姓名、电话中四位以上',
    100,
  ),
  closed: yes('已办结、已销单的'),
  any: yes('未办结的和已办结的'),
  repeated: yes('重复诉求'),
};

const ORDERS = { tab: Type.Optional(Type.Union(TABS.map((tab) => Type.Literal(tab)))), ...ORDER_FILTER };
/** Tab, filters and search: what a saved filter and an export keep. */
export const ORDER_QUERY = Type.Object(ORDERS);

export const listingRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/orders',
    action: 'orders.read',
    summary: 'Orders, a page at a time 工单列表',
    query: Type.Object({
      ...ORDERS,
      sort: text(`按哪几列排序，至多 ${MOST_SORTS} 列，如 department,due 或 received:asc；${SORT_KEYS.join(' ')}`),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
      cursor: text('上一页的 next', 4000),
    }),
    answer: OrderList,
    handler: async (context) => answer(await readOrders(context, context.query as ListQuery)),
  }),
  route({
    method: 'GET',
    url: '/api/orders/counts',
    action: 'orders.read',
    summary: 'How many orders there are of each kind, up to a thousand 工单数',
    query: Type.Object(ORDER_FILTER),
    answer: OrderCounts,
    handler: async (context) => answer(await readCounts(context, context.query as OrderFilter)),
  }),
];
