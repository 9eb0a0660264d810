/** Answers of the order routes. */
import Type, { type TSchema } from 'typebox';
import { COMMANDS, STATES } from './rules/lifecycle.ts';
import { FLAGS } from './rules/order.ts';
import { RATINGS } from './rules/satisfaction/levels.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String();
const time = Type.String({ format: 'date-time' });
const oneOf = <T extends readonly string[]>(values: T) => Type.Union(values.map((value) => Type.Literal(value)));

export const ClockState = oneOf([
  'running',
  'warned',
  'late',
  'paused',
  'met',
  'met-late',
  'cancelled',
  'waiting-calendar',
]);
const Pause = Type.Object({ from: time, until: nullable(time) });

export const ClockView = Type.Object({
  id: text,
  requestId: nullable(Type.Integer()),
  run: Type.Integer(),
  name: text,
  section: text,
  article: text,
  quote: text,
  clauses: Type.Array(text),
  on: oneOf(['order', 'request']),
  from: text,
  fromName: text,
  startAt: time,
  until: Type.Array(text),
  untilNames: Type.Array(text),
  limit: text,
  limitText: text,
  dueAt: nullable(time),
  warnAt: nullable(time),
  stoppedAt: nullable(time),
  state: ClockState,
  breachedAt: nullable(time),
  breachRecordedAt: nullable(time),
  withdrawnAt: nullable(time),
  provisional: Type.Boolean(),
  asks: Type.Array(text),
  pauses: Type.Array(Pause),
  departmentId: nullable(text),
  departmentName: nullable(text),
  why: Type.Array(Type.Object({ label: text, value: text, detail: text })),
  whyText: text,
  assumed: Type.Array(text),
  reading: Type.Optional(text),
});

const orderRow = {
  id: Type.Integer(),
  number: Type.String({ description: '工单号 20261118-0417' }),
  event: text,
  eventName: text,
  channel: text,
  state: oneOf(STATES),
  round: Type.Integer(),
  summary: text,
  place: text,
  urgent: Type.Boolean(),
  departmentId: nullable(text),
  departmentName: nullable(text),
  handlerId: nullable(Type.Integer()),
  handlerName: nullable(text),
  districtId: nullable(text),
  receivedAt: time,
  createdAt: time,
  closedAt: nullable(time),
  supervisedAt: nullable(time),
  lateCount: Type.Integer(),
  callers: Type.Integer({ description: '来电人数' }),
  repeat: Type.Boolean({ description: '重复诉求：来电人此前反映过同一事项' }),
  sealed: Type.Boolean({ description: '保密' }),
  version: Type.Integer(),
  due: nullable(
    Type.Object({
      clock: text,
      name: text,
      state: ClockState,
      startAt: time,
      dueAt: nullable(time),
      warnAt: nullable(time),
      pauses: Type.Array(Pause),
    }),
  ),
};
export const OrderRow = Type.Object(orderRow);

export const OrderList = Type.Object({
  items: Type.Array(OrderRow),
  next: nullable(Type.String({ description: '下一页的 cursor' })),
  searchedTo: nullable(Type.String({ format: 'date-time', description: '已查到这时受理的工单；更早的用 next 继续' })),
  searchedAll: Type.Boolean({ description: '查找已到头；为否时没有找到不等于没有，用 next 继续' }),
  now: time,
});

/** Each up to a thousand. */
export const OrderCounts = Type.Object({
  exact: Type.Boolean({ description: '查找太多没有查完时为否：至少有这么多' }),
  all: Type.Integer(),
  late: Type.Integer(),
  warned: Type.Integer(),
  paused: Type.Integer(),
  mine: Type.Integer(),
  received: Type.Integer(),
  byState: Type.Record(text, Type.Integer()),
});

const fieldValue = Type.Union([text, Type.Number(), Type.Boolean(), Type.Array(text), Type.Null()]);
export const FormView = Type.Object({
  id: text,
  name: text,
  article: text,
  quote: text,
  fields: Type.Array(
    Type.Object({
      id: text,
      name: text,
      type: oneOf(['text', 'yes-no', 'number', 'choice']),
      required: Type.Boolean(),
      value: Type.Optional(fieldValue),
    }),
  ),
});

export const AttachmentView = Type.Object({
  id: text,
  name: text,
  mediaType: text,
  bytes: Type.Integer(),
  url: text,
  /** 缩略图; null: none of this kind. */
  preview: nullable(text),
  by: text,
  takenAt: nullable(time),
  recordedAt: time,
});

const TimelineItem = Type.Object({
  seq: Type.Integer(),
  kind: text,
  name: text,
  occurredAt: time,
  recordedAt: time,
  by: text,
  departmentName: nullable(text),
  via: text,
  text,
  tone: oneOf(['normal', 'late', 'warned', 'met']),
  requestId: nullable(Type.Integer()),
  attachments: Type.Optional(Type.Array(text)),
  flags: Type.Optional(Type.Array(Type.Object({ flag: oneOf(FLAGS), text }), { description: '现场端发来而存疑之处' })),
});

const AskView = Type.Object({
  id: Type.Integer(),
  kind: oneOf(['return', 'extension', 'pause']),
  entry: nullable(text),
  reason: text,
  basis: text,
  from: nullable(time),
  until: nullable(time),
  askedAt: time,
  askedBy: text,
  decidedAt: nullable(time),
  decidedBy: nullable(text),
  decision: nullable(text),
  note: nullable(text),
  article: Type.Optional(text),
});

const OtherOrder = Type.Object({ id: Type.Integer(), number: text });

const RequestView = Type.Object({
  id: Type.Integer(),
  contactedAt: nullable(time),
  toldAt: nullable(time),
  calledBackAt: nullable(time),
  triedAt: nullable(time),
  satisfied: nullable(Type.Boolean()),
  rating: Type.Union([Type.Enum([...RATINGS]), Type.Null()], { description: '好差评' }),
  joinedAt: nullable(time),
  from: nullable(OtherOrder),
  maySplit: Type.Boolean(),
  channel: text,
  channelName: text,
  receivedAt: time,
  reporter: nullable(text),
  phone: nullable(text),
  contactTimes: nullable(text),
  place: text,
  content: text,
  sourceRef: nullable(text),
  ownerId: nullable(Type.Integer()),
  ownerUnit: nullable(text),
  owner: Type.Union([text, Type.Null()], { description: '首问责任人，或承接的单位' }),
  handOvers: Type.Array(Type.Object({ at: time, by: text, from: nullable(text), to: text, reason: text }), {
    description: '移交记录',
  }),
  earlier: Type.Integer({ description: '此前若干天内同一电话或同一用水地址的诉求' }),
  repeat: Type.Boolean({ description: '重复诉求：此前反映过同一事项' }),
});

/** Whose a matter is 归属, why, and what is still to be known. */
export const RouteView = Type.Object({
  to: text,
  toName: text,
  reason: Type.String({ description: '规则原文' }),
  article: text,
  because: Type.Array(
    Type.Object({
      fact: text,
      name: text,
      value: text,
      recorded: Type.Boolean({ description: 'false: 无人登记，按规则的默认值' }),
    }),
    { description: '据以判断归属的事实' },
  ),
  asks: Type.Array(
    Type.Object({
      fact: text,
      name: text,
      type: text,
      choices: Type.Array(Type.Object({ id: text, name: text })),
    }),
    { description: '还没有登记、会改变归属的事实' },
  ),
});

export const OrderDetail = Type.Object({
  ...orderRow,
  stateName: text,
  content: text,
  facts: Type.Record(text, fieldValue),
  seal: Type.Unsafe<object | null>(
    nullable(
      Type.Object(
        {
          to: text,
          toName: text,
          concernedUnit: nullable(text),
          concernedName: nullable(text),
          concernedPerson: nullable(text),
        },
        { description: '保密：只由该单位办理，对被投诉的单位和人员不可见' },
      ),
    ),
  ),
  pack: Type.Object({ id: text, version: text, utility: text, hash: text }),
  requests: Type.Array(RequestView),
  mergedInto: nullable(OtherOrder),
  merged: Type.Array(Type.Object({ id: Type.Integer(), number: text, at: time })),
  clocks: Type.Array(ClockView),
  timeline: Type.Array(TimelineItem),
  asks: Type.Array(AskView),
  attachments: Type.Array(AttachmentView),
  allowed: Type.Array(
    Type.Object({
      command: oneOf(COMMANDS),
      name: text,
      enabled: Type.Boolean(),
      primary: Type.Boolean(),
      key: Type.Optional(text),
      reason: Type.Optional(text),
      article: Type.Optional(text),
      milestones: Type.Optional(
        Type.Array(
          Type.Object({ id: text, name: text, own: Type.Optional(Type.Boolean()), form: Type.Optional(FormView) }),
        ),
      ),
      form: Type.Optional(FormView),
    }),
  ),
  premises: nullable(
    Type.Object({
      id: Type.Integer(),
      accountNumber: text,
      address: text,
      community: text,
      customerName: text,
      customerPhone: nullable(text),
      meterDn: Type.Integer(),
      supply: text,
      recentRequests: Type.Integer(),
    }),
  ),
  position: nullable(
    Type.Object({
      lon: Type.Number(),
      lat: Type.Number(),
      by: Type.Enum(['register', 'person'], {
        description: 'person: somebody set the pin; register: the point of the premises, community or road',
      }),
    }),
  ),
  roadIds: Type.Array(Type.Integer()),
  routing: Type.Array(RouteView),
  now: time,
});

/** An order that is likely about the same incident. */
export const DuplicateView = Type.Object(
  {
    orderId: Type.Integer(),
    number: text,
    eventName: text,
    place: text,
    summary: text,
    state: oneOf(STATES),
    stateName: text,
    departmentName: nullable(text),
    receivedAt: time,
    callers: Type.Integer(),
    version: Type.Integer(),
    score: Type.Number({ description: '0 至 1' }),
    strong: Type.Boolean(),
    reasons: Type.Array(text),
    open: Type.Boolean({ description: '在办，可以并入' }),
  },
  { $id: 'Duplicate' },
);
