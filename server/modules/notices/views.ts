/** What routes of notices answer. */
import Type, { type TSchema } from 'typebox';
import { DEEDS } from './rules/delivery/desk.ts';
import { CHANNELS, LANGUAGES, STATES } from './rules/notice.ts';

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const oneOf = <T extends readonly string[]>(values: T) => Type.Union(values.map((value) => Type.Literal(value)));

const text = Type.String();
const time = Type.String({ format: 'date-time' });
const whole = Type.Integer({ minimum: 0 });

export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const Channel = Type.Unsafe<(typeof CHANNELS)[number]>(oneOf(CHANNELS));
export const Language = Type.Unsafe<(typeof LANGUAGES)[number]>(oneOf(LANGUAGES));
export const State = Type.Unsafe<(typeof STATES)[number]>(oneOf(STATES));

const Quieted = Type.Object({
  until: time,
  from: Type.Integer({ description: '静默时段开始，一天中的分钟' }),
  to: Type.Integer(),
  article: text,
  quote: text,
  clauses: Type.Array(text),
});

const ROW = {
  id: whole,
  event: text,
  eventName: text,
  orderId: nullable(whole),
  number: nullable(text),
  staff: Type.Boolean({ description: '发给员工' }),
  name: nullable(Type.String({ description: '隐去的姓名' })),
  to: nullable(Type.String({ description: '隐去的号码或地址' })),
  language: Language,
  urgent: Type.Boolean(),
  proof: Type.Boolean({ description: '须有送达证明' }),
  state: State,
  channel: nullable(Channel),
  channels: Type.Array(Channel),
  tries: whole,
  waits: nullable(Type.Union([Type.Literal('quiet'), Type.Literal('again')])),
  quiet: nullable(Quieted),
  dueAt: time,
  refusal: nullable(text),
  createdAt: time,
  sentAt: nullable(time),
  deliveredAt: nullable(time),
  readAt: nullable(time),
  provenAt: nullable(time),
  deeds: Type.Array(Type.Unsafe<(typeof DEEDS)[number]>(oneOf(DEEDS))),
};

export const NoticeItem = Type.Object(ROW, { $id: 'NoticeItem' });

export const NoticeDetail = Type.Object(
  {
    ...ROW,
    subject: text,
    body: text,
    clauses: Type.Array(text),
    reachable: Type.Object({ phone: Type.Boolean(), wechat: Type.Boolean(), email: Type.Boolean() }),
    steps: Type.Array(
      Type.Object({
        at: time,
        kind: text,
        channel: nullable(Channel),
        hop: whole,
        staff: nullable(text),
        detail: nullable(Type.Record(Type.String(), Type.Unknown())),
      }),
    ),
  },
  { $id: 'NoticeDetail' },
);

const Wording = { subject: text, body: text };
const Words = Type.Object({ zh: text, en: text });
const Recipients = Type.Union([Type.Literal('customer'), Type.Literal('staff')]);

export const NoticeEventItem = Type.Object({
  id: text,
  name: text,
  to: Recipients,
  channels: Type.Array(Channel),
  written: Type.Integer({ minimum: 0, description: '企业自己改写的模板数' }),
});

export const NoticeEventDetail = Type.Object(
  {
    id: text,
    name: text,
    to: Recipients,
    channels: Type.Array(Channel),
    variables: Type.Array(Type.Object({ id: text, zh: text, name: text, required: Type.Boolean(), sample: Words })),
    templates: Type.Array(
      Type.Object({
        channel: Channel,
        language: Language,
        ...Wording,
        version: Type.Integer({ minimum: 0, description: '0：随系统提供' }),
        savedAt: nullable(time),
        savedBy: nullable(text),
        shipped: Type.Object(Wording),
      }),
    ),
  },
  { $id: 'NoticeEvent' },
);

export const Preview = Type.Object(
  {
    subject: text,
    text,
    html: nullable(text),
    sms: nullable(
      Type.Object({
        length: whole,
        parts: whole,
        alphabet: Type.Union([Type.Literal('gsm-7'), Type.Literal('ucs-2')]),
      }),
    ),
  },
  { $id: 'NoticePreview' },
);

export const TemplateVersion = Type.Object({ version: whole, ...Wording, savedAt: time, savedBy: text });

export const Preference = Type.Object({
  first: nullable(Channel),
  refused: Type.Array(Channel),
  language: nullable(Language),
  night: Type.Boolean({ description: '可以在静默时段联系' }),
});

export const GatewayView = Type.Object({
  channel: Channel,
  provider: text,
  options: Type.Record(Type.String(), Type.Unknown()),
});
