import Type from 'typebox';
import type { TimeSource } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { type Language as Lang, type Route, route } from '../../platform/http/route.ts';
import type { Result } from '../../values/result.ts';
import type { Me } from '../identity/index.ts';
import { type Asked, handleNotice } from './actions/handle-notice.ts';
import { readNotice, readNotices, revealNotice } from './actions/read-notices.ts';
import { recipientKey } from './rules/delivery/route.ts';
import type { State as NoticeState } from './rules/notice.ts';
import { Channel, Id, NoticeDetail, NoticeItem, nullable, State } from './views.ts';

const Words = Type.String({ maxLength: 500 });
const ByNotice = Type.Object({ id: Id });

const handled = (
  given: { tx: Tx; me: Me; time: TimeSource; lang: Lang; params: { id: number } },
  asked: Asked,
): Promise<Result<never>> => handleNotice(given, given.params.id, asked) as Promise<Result<never>>;

/** As it was typed: a number, an address or a WeChat id. */
export const keyOf = (contact: string): string => {
  const typed = contact.trim();
  if (typed.includes('@')) return recipientKey({ email: typed });
  return recipientKey(/^[+\d][\d\s-]+$/.test(typed) ? { phone: typed } : { wechat: typed });
};

export const noticeRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/notices',
    action: 'notices.read',
    summary: 'What was told to whom, newest first, and how much lies at the desk 告知',
    query: Type.Object({
      state: Type.Optional(State),
      desk: Type.Optional(Type.Boolean({ description: '未送达和不明' })),
      channel: Type.Optional(Channel),
      event: Type.Optional(Type.String({ maxLength: 60 })),
      orderId: Type.Optional(Id),
      unproven: Type.Optional(Type.Boolean({ description: '须有送达证明而还没有' })),
      before: Type.Optional(Id),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    }),
    answer: Type.Object({
      items: Type.Array(NoticeItem),
      next: nullable(Type.Integer()),
      counts: Type.Object({
        dead: Type.Integer(),
        unknown: Type.Integer(),
        toServe: Type.Integer(),
        unproven: Type.Integer(),
      }),
    }),
    handler: (context) => {
      const { state, desk, limit = 50, ...rest } = context.query;
      const states: NoticeState[] | undefined = desk ? ['dead', 'unknown'] : state && [state];
      return readNotices(context, { ...rest, ...(states && { states }), limit });
    },
  }),
  route({
    method: 'POST',
    url: '/api/notices/find',
    action: 'notices.read',
    summary: 'What one person was told, by his number or address 按号码查告知',
    body: Type.Object({ contact: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
    reads: true,
    answer: Type.Object({ items: Type.Array(NoticeItem) }),
    async handler(context) {
      const found = await readNotices(context, { recipient: keyOf(context.body.contact), limit: 200 });
      return found.ok ? { ok: true, value: { items: found.value.items } } : found;
    },
  }),
  route({
    method: 'GET',
    url: '/api/notices/:id',
    action: 'notices.read',
    summary: 'One notice: its words, why it waits, everything that happened to it 告知详情',
    params: ByNotice,
    answer: NoticeDetail,
    handler: (context) => readNotice(context, context.params.id),
  }),
  route({
    method: 'POST',
    url: '/api/notices/:id/reveal',
    action: 'personal.reveal',
    summary: 'Who is told, in full; written to the audit log 显示收件人',
    params: ByNotice,
    body: Type.Object({}, { additionalProperties: false }),
    answer: Type.Object({
      name: nullable(Type.String()),
      phone: nullable(Type.String()),
      wechat: nullable(Type.String()),
      email: nullable(Type.String()),
    }),
    handler: (context) => revealNotice(context, context.params.id),
  }),
  route({
    method: 'POST',
    url: '/api/notices/:id/retry',
    action: 'notices.handle',
    summary: 'Send it again through the same channel, as a new message 重发',
    params: ByNotice,
    body: Type.Object({}, { additionalProperties: false }),
    answer: NoticeDetail,
    handler: (context) => handled(context, { deed: 'retry' }),
  }),
  route({
    method: 'POST',
    url: '/api/notices/:id/reroute',
    action: 'notices.handle',
    summary: 'Send it through another channel 换渠道',
    params: ByNotice,
    body: Type.Object(
      {
        channel: Channel,
        address: Type.Optional(Type.String({ maxLength: 200, description: '新问到的号码、邮箱或微信号' })),
      },
      { additionalProperties: false },
    ),
    answer: NoticeDetail,
    handler: (context) => handled(context, { deed: 'reroute', ...context.body }),
  }),
  route({
    method: 'POST',
    url: '/api/notices/:id/telephone',
    action: 'notices.handle',
    summary: 'He was telephoned 电话告知',
    params: ByNotice,
    body: Type.Object({ reached: Type.Boolean(), words: Words }, { additionalProperties: false }),
    answer: NoticeDetail,
    handler: (context) => handled(context, { deed: 'telephone', ...context.body }),
  }),
  route({
    method: 'POST',
    url: '/api/notices/:id/serve',
    action: 'notices.handle',
    summary: 'How it was served, in words or with a signed slip 登记送达',
    params: ByNotice,
    body: Type.Object(
      {
        words: Words,
        attachmentId: Type.Optional(Type.String({ format: 'uuid', description: '签收单附件' })),
      },
      { additionalProperties: false },
    ),
    answer: NoticeDetail,
    handler: (context) =>
      handled(context, {
        deed: 'serve',
        words: context.body.words,
        attachmentId: context.body.attachmentId ?? null,
      }),
  }),
  route({
    method: 'POST',
    url: '/api/notices/:id/give-up',
    action: 'notices.handle',
    summary: 'Nothing more is tried, and why 放弃',
    params: ByNotice,
    body: Type.Object({ reason: Words }, { additionalProperties: false }),
    answer: NoticeDetail,
    handler: (context) => handled(context, { deed: 'give-up', ...context.body }),
  }),
];
