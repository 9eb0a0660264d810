import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { audit } from '../identity/index.ts';
import { previewTemplate, readEvent, readEvents, readVersions, saveTemplate } from './actions/templates.ts';
import { PROVIDERS } from './gateways/providers.ts';
import { keyOf } from './notice-routes.ts';
import { GATEWAYS, isGateway } from './rules/notice.ts';
import { gatewaysOf, putGateway } from './store/delivery.ts';
import { preferenceOf, putPreference } from './store/reading.ts';
import {
  Channel,
  GatewayView,
  Language,
  NoticeEventDetail,
  NoticeEventItem,
  Preference,
  Preview,
  TemplateVersion,
} from './views.ts';

const ByEvent = Type.Object({ event: Type.String({ maxLength: 60 }) });
const Written = {
  channel: Channel,
  language: Language,
  subject: Type.String({ maxLength: 1000 }),
  body: Type.String({ maxLength: 10_000 }),
};
const Contact = Type.String({ minLength: 3, maxLength: 200, description: '手机号码、邮箱或微信号' });

const gatewayViews = (chosen: Awaited<ReturnType<typeof gatewaysOf>>) =>
  GATEWAYS.map(
    (channel) => chosen.find((one) => one.channel === channel) ?? { channel, provider: 'simulator', options: {} },
  );

export const templateRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/notices/events',
    action: 'notices.read',
    summary: 'Everything that is told 告知种类',
    answer: Type.Object({ items: Type.Array(NoticeEventItem) }),
    async handler(context) {
      const found = await readEvents(context);
      return found.ok ? ok({ items: found.value }) : found;
    },
  }),
  route({
    method: 'GET',
    url: '/api/notices/events/:event',
    action: 'notices.read',
    summary: 'Its variables, and its templates by channel and language 告知模板',
    params: ByEvent,
    answer: NoticeEventDetail,
    handler: (context) => readEvent(context, context.params.event),
  }),
  route({
    method: 'GET',
    url: '/api/notices/events/:event/versions',
    action: 'notices.read',
    summary: 'Earlier versions of a template 模板历史',
    params: ByEvent,
    query: Type.Object({ channel: Channel, language: Language }),
    answer: Type.Object({ items: Type.Array(TemplateVersion) }),
    async handler(context) {
      const { channel, language } = context.query;
      const found = await readVersions(context, context.params.event, channel, language);
      return found.ok ? ok({ items: found.value }) : found;
    },
  }),
  route({
    method: 'POST',
    url: '/api/notices/events/:event/preview',
    action: 'notices.read',
    summary: 'How a template looks with sample values, or what is wrong with it 预览模板',
    params: ByEvent,
    body: Type.Object(Written, { additionalProperties: false }),
    reads: true,
    answer: Preview,
    handler: async ({ params, body }) => previewTemplate(params.event, body),
  }),
  route({
    method: 'PUT',
    url: '/api/notices/events/:event/template',
    action: 'notices.set-up',
    summary: 'Save a template as a new version 保存模板',
    params: ByEvent,
    body: Type.Object(
      { ...Written, after: Type.Integer({ minimum: 0, description: '所改的版本；0：随系统提供的' }) },
      { additionalProperties: false },
    ),
    answer: NoticeEventDetail,
    handler: (context) => saveTemplate(context, context.params.event, context.body) as Promise<Result<never>>,
  }),
  route({
    method: 'GET',
    url: '/api/notices/gateways',
    action: 'notices.read',
    summary: 'Through whom messages go 网关',
    answer: Type.Object({ items: Type.Array(GatewayView) }),
    handler: async ({ tx }) => ok({ items: gatewayViews(await gatewaysOf(tx)) }),
  }),
  route({
    method: 'PUT',
    url: '/api/notices/gateways/:channel',
    action: 'notices.set-up',
    summary: 'Choose through whom messages of a channel go 设置网关',
    params: Type.Object({ channel: Channel }),
    body: Type.Object(
      { provider: Type.String({ maxLength: 40 }), options: Type.Record(Type.String(), Type.Unknown()) },
      { additionalProperties: false },
    ),
    answer: Type.Object({ items: Type.Array(GatewayView) }),
    async handler({ tx, me, time, params, body }) {
      if (!isGateway(params.channel) || !(body.provider in PROVIDERS))
        return refuse('provider-not-found', { params: { found: body.provider } });
      await putGateway(tx, { channel: params.channel, ...body }, me.staffId, time.now());
      await audit(tx, me, 'gateway.save', `gateway:${params.channel}`, { provider: body.provider }, time);
      return ok({ items: gatewayViews(await gatewaysOf(tx)) });
    },
  }),
  route({
    method: 'POST',
    url: '/api/notices/preferences/find',
    action: 'notices.handle',
    summary: 'How somebody wants to be told, by his number or address 告知偏好',
    body: Type.Object({ contact: Contact }, { additionalProperties: false }),
    reads: true,
    answer: Preference,
    async handler({ tx, body }) {
      const {
        first = null,
        refused = [],
        language = null,
        night = false,
      } = (await preferenceOf(tx, keyOf(body.contact))) ?? {};
      return ok({ first, refused, language, night });
    },
  }),
  route({
    method: 'PUT',
    url: '/api/notices/preferences',
    action: 'notices.handle',
    summary: 'Write down how somebody wants to be told 登记告知偏好',
    body: Type.Object({ contact: Contact, preference: Preference }, { additionalProperties: false }),
    answer: Preference,
    async handler({ tx, me, time, body: { contact, preference } }) {
      await putPreference(tx, keyOf(contact), preference, me.staffId, time.now());
      // whose it is stays in the row
      await audit(tx, me, 'preference.save', 'preference', {}, time);
      return ok(preference);
    },
  }),
];
