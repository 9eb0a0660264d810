import Type, { type TSchema } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import type { Result } from '../../values/result.ts';
import { STATES } from '../work-orders/index.ts';
import {
  type Filled,
  keepInspection,
  readInspection,
  readInspections,
  readKinds,
  readSheet,
} from './actions/inspections.ts';
import { ordersMeasured, reportMetrics } from './actions/metrics.ts';
import { readRemedies } from './actions/remedies.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <T extends readonly string[]>(values: T) => Type.Union(values.map((value) => Type.Literal(value)));
const text = Type.String();
const time = Type.String({ format: 'date-time' });
const whole = Type.Integer({ minimum: 0 });
const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Named = Type.Object({ id: text, name: text });
const PackView = Type.Object({ id: text, version: text, utility: text, hash: text });

const RemedyView = Type.Object(
  {
    id: text,
    article: text,
    quote: text,
    to: Type.Array(Named),
    minFen: Type.Unsafe<number | null>(nullable(Type.Integer({ description: '分；物品、处分为空' }))),
    maxFen: nullable(Type.Integer()),
    give: text,
    since: time,
    fromName: Type.String({ description: '由哪个节点起；空为条件成立时' }),
    until: nullable(time),
    times: whole,
    capped: Type.Boolean(),
    steps: Type.Array(Named),
    open: Type.Boolean({ description: '数额或内容要由审批单位决定' }),
    clock: nullable(Type.Object({ id: text, name: text, state: text })),
    asks: Type.Array(text),
    assumed: Type.Array(text),
    reading: Type.Optional(text),
  },
  { $id: 'Remedy' },
);

const MetricView = Type.Object(
  {
    index: whole,
    id: text,
    name: text,
    article: text,
    quote: text,
    per: oneOf(['month', 'quarter', 'half-year', 'year'] as const),
    period: text,
    from: time,
    until: time,
    finished: Type.Boolean({ description: '统计期已过' }),
    kind: oneOf(['in-time', 'share', 'mean', 'p90', 'ratio'] as const),
    numerator: text,
    denominator: text,
    value: nullable(text),
    unit: text,
    text,
    target: nullable(text),
    met: nullable(Type.Boolean()),
    unknown: Type.Integer({ minimum: 0, description: '没有登记有关事实、不计入的' }),
    assumed: Type.Array(text),
    reading: Type.Optional(text),
    remedies: Type.Array(RemedyView, { description: '统计期已过而未达成时，规章规定的考核' }),
  },
  { $id: 'Metric' },
);

const verdict = oneOf(['met', 'not-met', 'wanting', 'to-look', 'not-here'] as const);
const seen = oneOf(['yes', 'no', 'not-here'] as const);
const SheetPart = Type.Object(
  {
    id: text,
    article: text,
    quote: text,
    reading: Type.Optional(text),
    facts: Type.Record(text, text),
    note: text,
    items: Type.Array(
      Type.Object({
        index: whole,
        text,
        level: oneOf(['must', 'should', 'may', 'must-not'] as const),
        asks: Type.Array(Type.Object({ fact: text, kind: oneOf(['number', 'time', 'text'] as const) })),
        verdict,
        seen: nullable(seen),
      }),
    ),
  },
  { $id: 'SheetPart' },
);
const sheet = {
  parts: Type.Array(SheetPart),
  counts: Type.Object({ met: whole, 'not-met': whole, wanting: whole, 'to-look': whole, 'not-here': whole }),
};
const inspection = {
  inspectionId: Id,
  kind: text,
  kindName: text,
  place: text,
  departmentId: nullable(text),
  departmentName: nullable(text),
  at: time,
  recordedAt: time,
  staffId: whole,
  staffName: text,
  note: text,
  notMet: whole,
  wanting: whole,
  toLook: whole,
  items: whole,
};
const Answers = Type.Array(
  Type.Object({
    checklist: Type.String({ minLength: 1, maxLength: 80 }),
    seen: Type.Record(Type.String({ pattern: '^\\d{1,3}$' }), seen),
    facts: Type.Record(Type.String({ minLength: 1, maxLength: 80 }), Type.String({ maxLength: 80 })),
    note: Type.String({ maxLength: 1000 }),
  }),
  { maxItems: 200 },
);
const month = Type.Optional(Type.String({ description: '月份，如 2026-10；默认本月', maxLength: 20 }));
/** Answers are checked by the tests against the schema; its Static type says less than the code knows. */
const answer = <T>(result: Result<T>): Result<never> => result as Result<never>;

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/orders/:id/remedies',
    action: 'orders.read',
    summary: 'What the rulebook owes to whom in this order 应赔付、奖励、考核',
    params: Type.Object({ id: Id }),
    answer: Type.Array(RemedyView),
    handler: async (context) => answer(await readRemedies(context, context.params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/reports/metrics',
    action: 'reports.read',
    summary: 'Metrics of the rulebook, and whether their targets are met 指标',
    query: Type.Object({ month }),
    answer: Type.Object({ month: text, pack: PackView, metrics: Type.Array(MetricView) }),
    handler: async (context) => answer(await reportMetrics(context, context.query)),
  }),
  route({
    method: 'GET',
    url: '/api/reports/metrics/orders',
    action: 'reports.read',
    summary: 'The orders behind a metric, the latest first 指标背后的工单',
    query: Type.Object({
      month,
      index: Type.Integer({ minimum: 0, maximum: 10_000, description: '指标在表中的位置' }),
      part: oneOf(['counts', 'misses', 'unknown'] as const),
    }),
    answer: Type.Object({
      orders: whole,
      items: Type.Array(
        Type.Object({
          id: Id,
          number: text,
          eventName: text,
          place: text,
          state: oneOf(STATES),
          stateName: text,
          receivedAt: time,
        }),
        { description: '至多 200 张' },
      ),
    }),
    handler: async (context) => answer(await ordersMeasured(context, context.query as never)),
  }),
  route({
    method: 'GET',
    url: '/api/checklists',
    action: 'checks.read',
    summary: 'What the rulebook in force has checklists for 检查表',
    answer: Type.Object({
      pack: nullable(PackView),
      kinds: Type.Array(Type.Object({ id: text, name: text, checklists: whole, items: whole })),
    }),
    handler: async (context) => answer(await readKinds(context)),
  }),
  route({
    method: 'GET',
    url: '/api/checklists/:kind',
    action: 'checks.read',
    summary: 'An empty sheet: every checklist for one kind of place 一张检查表',
    params: Type.Object({ kind: Type.String({ minLength: 1, maxLength: 80 }) }),
    answer: Type.Object({ pack: PackView, kind: text, name: text, ...sheet }),
    handler: async (context) => answer(await readSheet(context, context.params.kind)),
  }),
  route({
    method: 'GET',
    url: '/api/inspections',
    action: 'checks.read',
    summary: 'Sheets that were filled in, the latest first 检查记录',
    answer: Type.Array(Type.Object(inspection)),
    handler: async (context) => answer(await readInspections(context)),
  }),
  route({
    method: 'GET',
    url: '/api/inspections/:id',
    action: 'checks.read',
    summary: 'One sheet as it was filled in 一次检查',
    params: Type.Object({ id: Id }),
    answer: Type.Object({ ...inspection, pack: PackView, ...sheet }),
    handler: async (context) => answer(await readInspection(context, context.params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/inspections',
    action: 'checks.keep',
    summary: 'Keep a sheet that was filled in; it stays as it is 保存检查',
    body: Type.Object({
      kind: Type.String({ minLength: 1, maxLength: 80 }),
      packHash: Type.String({ minLength: 64, maxLength: 64 }),
      place: Type.String({ minLength: 1, maxLength: 200 }),
      departmentId: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 80 }))),
      at: time,
      answers: Answers,
      note: Type.Optional(Type.String({ maxLength: 2000 })),
    }),
    answer: Type.Object({ inspectionId: Id }),
    status: 201,
    handler: (context) => keepInspection(context, context.body as Filled),
  }),
];
