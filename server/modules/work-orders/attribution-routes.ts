/** With whom orders lay 时长归属, over HTTP. */
import Type, { type TSchema } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import type { Result } from '../../values/result.ts';
import {
  type AttributionQuery,
  type CellQuery,
  ordersAttributed,
  readAttribution,
  reportAttribution,
} from './actions/attribution.ts';
import { HOLDERS } from './rules/attribution.ts';
import { STATES } from './rules/lifecycle.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String();
const time = Type.String({ format: 'date-time' });
const oneOf = <T extends readonly string[]>(values: T) => Type.Union(values.map((value) => Type.Literal(value)));
const ms = Type.Integer({ minimum: 0, description: '毫秒' });
const seconds = Type.Number({ minimum: 0, description: '秒' });
const HolderName = oneOf(HOLDERS);

const AttributionView = Type.Object({
  id: Type.Integer(),
  number: text,
  from: time,
  until: Type.Unsafe<string>({ ...time, description: '办结之时；未办结则为现在' }),
  closed: Type.Boolean(),
  ms,
  totals: Type.Array(Type.Object({ holder: HolderName, name: text, ms }), {
    description: '各方时长，合计即自受理以来的全部时长',
  }),
  segments: Type.Array(
    Type.Object({
      from: time,
      until: time,
      ms,
      holder: HolderName,
      name: text,
      state: oneOf(STATES),
      stateName: text,
      departmentId: nullable(text),
      departmentName: nullable(text),
      staffId: nullable(Type.Integer()),
      staffName: nullable(text),
      because: Type.Integer({ description: '由哪一条记录而来（经过的 seq）' }),
      becauseName: text,
      entry: nullable(text),
      article: nullable(text),
    }),
  ),
});

const AttributionReport = Type.Object({
  from: time,
  until: time,
  now: time,
  orders: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      departmentId: nullable(text),
      departmentName: nullable(text),
      holder: HolderName,
      name: text,
      orders: Type.Integer(),
      seconds,
      mean: seconds,
      p90: seconds,
    }),
  ),
});

const OrdersHeld = Type.Object({
  orders: Type.Integer(),
  seconds,
  items: Type.Array(
    Type.Object({
      id: Type.Integer(),
      number: text,
      eventName: text,
      place: text,
      state: oneOf(STATES),
      stateName: text,
      receivedAt: time,
      seconds,
    }),
    { description: '用时最长的在前，至多 200 张' },
  ),
});

const moment = (description: string) => Type.String({ description, minLength: 1, maxLength: 40 });
const filter = (description: string) => Type.Optional(Type.String({ description, maxLength: 80 }));
const PERIOD = {
  from: moment('自何日（当日零时）或何时起'),
  until: moment('至何日（当日零时）或何时止，该时刻不含'),
  event: filter('事项，含下级'),
  department: filter('责任单位'),
};
/** Answers are checked by the tests against the schema; its Static type says less than the code knows. */
const answer = <T>(result: Result<T>): Result<never> => result as Result<never>;

export const attributionRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/orders/:id/attribution',
    action: 'orders.read',
    summary: 'With whom the order lay, and how long 时长归属',
    params: Type.Object({
      id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '工单内部编号' }),
    }),
    answer: AttributionView,
    handler: async (context) => answer(await readAttribution(context, (context.params as { id: number }).id)),
  }),
  route({
    method: 'GET',
    url: '/api/reports/attribution',
    action: 'reports.read',
    summary: 'With whom the orders of a period lay, by responsible unit 时长归属统计',
    query: Type.Object(PERIOD),
    answer: AttributionReport,
    handler: async (context) => answer(await reportAttribution(context, context.query as AttributionQuery)),
  }),
  route({
    method: 'GET',
    url: '/api/reports/attribution/orders',
    action: 'reports.read',
    summary: 'The orders behind a figure of the report, the longest first 统计数字背后的工单',
    query: Type.Object({
      ...PERIOD,
      unit: filter('表中的责任单位；- 为尚无责任单位时；不填为各单位'),
      holder: Type.Optional(HolderName),
    }),
    answer: OrdersHeld,
    handler: async (context) => answer(await ordersAttributed(context, context.query as CellQuery)),
  }),
];
