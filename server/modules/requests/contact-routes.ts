/** 首问负责, 重复诉求, 登记 and their counts, over HTTP. */
import { Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { recordTold } from './actions/decline.ts';
import { earlier } from './actions/earlier.ts';
import { handOver } from './actions/hand-over.ts';
import { shown } from './actions/read.ts';
import { registerDraft, registerNew } from './actions/register.ts';
import { reportVoices, requestsOfVoices } from './actions/voices.ts';
import { FATES } from './rules/contact/repeat.ts';
import type { Intake } from './rules/intake.ts';
import { NewRequest, Typed } from './schemas.ts';
import { Id, RequestView } from './views.ts';

const Text = Type.String();
const NullableText = Type.Union([Text, Type.Null()]);
const NullableId = Type.Union([Type.Integer(), Type.Null()]);
const Month = Type.String({ pattern: '^2\\d{3}-(0[1-9]|1[0-2])$', description: '月份，2026-11' });

const EarlierView = Type.Object(
  {
    days: Type.Integer({ description: '往前看的天数' }),
    count: Type.Integer({ description: '这些天里同一电话或同一用水地址的诉求' }),
    repeat: Type.Boolean({ description: '其中有同一事项的' }),
    items: Type.Array(
      Type.Object({
        requestId: Type.Integer(),
        receivedAt: Text,
        daysAgo: Type.Integer(),
        eventName: NullableText,
        place: Text,
        content: Text,
        orderId: NullableId,
        orderNumber: NullableText,
        stateName: NullableText,
        fate: Type.Enum([...FATES]),
        samePhone: Type.Boolean(),
        samePremises: Type.Boolean(),
        sameMatter: Type.Boolean(),
        declinedReason: Type.Union([Type.Enum(['irrelevant', 'outside-duty']), Type.Null()]),
        explanation: NullableText,
        handedTo: NullableText,
        toldAt: NullableText,
      }),
      { description: '新的在前' },
    ),
  },
  { $id: 'EarlierContacts' },
);

const months = { from: Type.Optional(Month), until: Type.Optional(Month) };
const thanks = Type.Optional(Type.String({ description: '怎样答谢' }));

export const contactRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/requests/earlier',
    action: 'requests.receive',
    summary: 'What this phone or these premises told before, and what became of it; writes nothing 重复诉求',
    reads: true,
    body: Type.Object({ ...Typed.properties, except: Type.Optional(Id) }),
    answer: EarlierView,
    handler: (context) => earlier(context, context.body as Partial<Intake> & { except?: number }),
  }),
  route({
    method: 'POST',
    url: '/api/requests/:id/hand-over',
    action: 'requests.hand-over',
    summary: 'Hands a request over to a colleague or a unit, with the reason 首问责任移交',
    params: Type.Object({ id: Id }),
    body: Type.Object(
      {
        staffId: Type.Optional(Id),
        unit: Type.Optional(Type.String({ maxLength: 80 })),
        reason: Type.String(),
      },
      { additionalProperties: false },
    ),
    answer: RequestView,
    handler: async (context) => {
      const done = await handOver(context, context.params.id, context.body);
      return done.ok ? shown(context, context.params.id) : done;
    },
  }),
  route({
    method: 'POST',
    url: '/api/requests/register',
    action: 'requests.receive',
    summary: 'Registers what needs no order, such as praise, with the thanks given 登记表扬',
    status: 201,
    body: Type.Object({ ...NewRequest.properties, thanks }),
    answer: RequestView,
    handler: async ({ body, ...context }) => {
      const { thanks: said, ...intake } = body;
      const done = await registerNew(
        { ...context, via: 'desk' },
        intake as Intake,
        said === undefined ? {} : { thanks: said },
      );
      return done.ok ? shown(context, done.value) : done;
    },
  }),
  route({
    method: 'POST',
    url: '/api/requests/:id/register',
    action: 'requests.receive',
    summary: 'Registers a draft that needs no order, such as a letter of praise',
    params: Type.Object({ id: Id }),
    body: Type.Object({ event: Text, thanks }),
    answer: RequestView,
    handler: async (context) => {
      const done = await registerDraft({ ...context, via: 'desk' }, context.params.id, context.body);
      return done.ok ? shown(context, done.value) : done;
    },
  }),
  route({
    method: 'POST',
    url: '/api/requests/:id/told',
    action: 'requests.decline',
    summary: 'The caller of a declined request has been told 已告知',
    params: Type.Object({ id: Id }),
    body: Type.Object({ toldAt: Type.Optional(Text) }, { additionalProperties: false }),
    answer: RequestView,
    handler: async (context) => {
      const done = await recordTold({ ...context, via: 'desk' }, context.params.id, context.body.toldAt);
      return done.ok ? shown(context, context.params.id) : done;
    },
  }),
  route({
    method: 'GET',
    url: '/api/reports/voices',
    action: 'reports.read',
    summary: 'Complaints, criticism, exposure and praise by month, kind and source 投诉、批评、曝光、表扬统计',
    query: Type.Object(months),
    answer: Type.Object({
      from: Text,
      until: Text,
      total: Type.Integer(),
      rows: Type.Array(
        Type.Object({
          month: Text,
          kind: Text,
          kindName: Text,
          source: Text,
          sourceName: Text,
          count: Type.Integer(),
        }),
      ),
    }),
    handler: (context) => reportVoices(context, context.query),
  }),
  route({
    method: 'GET',
    url: '/api/reports/voices/requests',
    action: 'reports.read',
    summary: 'The requests behind a figure of the report, the newest first, 200 at most 统计数字背后的诉求',
    query: Type.Object({
      ...months,
      kind: Type.Optional(Type.String({ maxLength: 40 })),
      source: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    answer: Type.Array(RequestView),
    handler: (context) => requestsOfVoices(context, context.query),
  }),
];
