/** What each command may be sent, and how it reads as the input of a decision. */
import Type, { type TObject, type TProperties } from 'typebox';
import type { Instant } from '../../values/instant.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import type { Inputs } from './rules/context.ts';
import { type ACROSS, COMMANDS, type Command, isAcross } from './rules/lifecycle.ts';
import { OUTCOMES, RATINGS } from './rules/satisfaction/levels.ts';

const words = (description: string, maxLength = 2000) => Type.String({ description, maxLength });
const moment = (description: string) => Type.String({ format: 'date-time', maxLength: 40, description });
const note = Type.Optional(words('备注'));
const reason = Type.String({ description: '事由', minLength: 1, maxLength: 2000 });
const value = Type.Union([
  Type.String({ maxLength: 2000 }),
  Type.Number(),
  Type.Boolean(),
  Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }),
  Type.Null(),
]);
const form = (description: string) =>
  Type.Record(Type.String({ maxLength: 80 }), value, { description, maxProperties: 60 });
const factValue = Type.Union([
  Type.String({ maxLength: 500 }),
  Type.Number(),
  Type.Boolean(),
  Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }),
]);
const facts = Type.Record(Type.String({ maxLength: 80 }), factValue, {
  description: '事实，名称见词汇',
  maxProperties: 60,
});
const requestId = Type.Optional(
  Type.Integer({ description: '只关系到其中一位来电人时，他的诉求编号；几位来电人时，联系、告知、回访须写明' }),
);
const everyone = Type.Optional(Type.Boolean({ description: '同时对全部来电人' }));
const verdict = {
  askId: Type.Optional(Type.Integer({ minimum: 1, description: '申请编号；不写则为未决的那一项' })),
  granted: Type.Boolean({ description: '同意与否' }),
  note,
};

/** What a gate before the command's milestone wants filled in. */
const gated = { form: Type.Optional(form('规则要求在这一步填写的表单')) };

/** Own fields of each command; `version` and the times come with all of them. */
const FIELDS: Record<Sent, TProperties> = {
  dispatch: {
    departmentId: Type.String({ maxLength: 80, description: '责任单位' }),
    limit: Type.Optional(moment('处理时限')),
    form: Type.Optional(form('工单要素中尚缺的各项')),
    note,
  },
  accept: { ...gated, note },
  assign: { handlerId: Type.Integer({ description: '一线处理人员' }), ...gated, note },
  record: {
    milestone: Type.String({ maxLength: 80, description: '节点' }),
    requestId,
    everyone,
    facts: Type.Optional(facts),
    detail: Type.Optional(form('现场记录')),
    form: Type.Optional(form('该节点要求的表单')),
    note,
  },
  note: { text: Type.String({ minLength: 1, maxLength: 2000, description: '备注内容' }) },
  'set-facts': { facts, note },
  'set-position': {
    lon: Type.Number({ description: '经度' }),
    lat: Type.Number({ description: '纬度' }),
    place: Type.Optional(words('地点的说法；不写则不变', 200)),
    reason: Type.Optional(words('事由')),
  },
  reclassify: { event: Type.String({ minLength: 1, maxLength: 80, description: '事项，见词汇' }), reason },
  promise: {
    plans: Type.Record(Type.String({ maxLength: 80 }), moment('时间'), {
      description: '计划时间：promised、appointment.start …',
      maxProperties: 20,
    }),
    requestId,
    note,
  },
  'set-limit': { until: moment('办理时限'), reason: Type.Optional(words('事由')) },
  'ask-return': { reason, basis: Type.Optional(words('依据')), form: Type.Optional(form('退单要求的表单')) },
  'decide-return': verdict,
  'ask-extension': { until: moment('延至'), reason, form: Type.Optional(form('延期要求的表单')) },
  'decide-extension': { ...verdict, until: Type.Optional(moment('同意延至；不写则照申请')) },
  'ask-pause': {
    entry: Type.String({ maxLength: 80, description: '规则允许的暂停事由' }),
    from: Type.Optional(moment('自何时起；不写则自申请之时')),
    until: Type.Optional(moment('至何时止；不写则至恢复之时')),
    reason,
  },
  'decide-pause': verdict,
  resume: { note },
  supervise: { text: Type.String({ minLength: 1, maxLength: 2000, description: '督办意见' }) },
  handle: { form: form('回单要素'), note },
  'review-pass': { ...gated, note },
  reject: { reason, ...gated },
  'call-back': {
    reached: Type.Boolean({ description: '是否接通' }),
    satisfied: Type.Optional(
      Type.Union([Type.Boolean(), Type.Null()], { description: '是否满意；有 rating 时以其为准' }),
    ),
    rating: Type.Optional(Type.Enum([...RATINGS], { description: '好差评' })),
    solved: Type.Optional(Type.Boolean({ description: '所反映的事是否已解决' })),
    outcome: Type.Optional(Type.Enum([...OUTCOMES], { description: '未接通的缘由' })),
    later: Type.Optional(moment('客户要求再打的时间')),
    requestId,
    everyone,
    ...gated,
    note,
  },
  close: { ...gated, note },
  reopen: { reason, ...gated, sameUnit: Type.Optional(Type.Boolean({ description: '仍由原单位处理；默认是' })) },
  cancel: { reason, ...gated },
};

export type Sent = Exclude<Command, 'attach' | (typeof ACROSS)[number]>;
export const SENT = COMMANDS.filter((command): command is Sent => command !== 'attach' && !isAcross(command));

export const bodyOf = (command: Sent): TObject =>
  Type.Object(
    {
      version: Type.Integer({ minimum: 1, description: '所见工单的版本；已被他人改动时返回 409' }),
      occurredAt: Type.Optional(moment('发生时间；不写则为现在')),
      via: Type.Optional(
        Type.Union([Type.Literal('desk'), Type.Literal('field')], { description: '来自办公端或现场端' }),
      ),
      ...FIELDS[command],
    },
    { additionalProperties: false },
  );

/** The same without version and times, as a phone sends them. */
export const ownFieldsOf = (command: Sent): TObject => Type.Object(FIELDS[command], { additionalProperties: false });

export interface ReadBody {
  version: number;
  occurredAt?: Instant;
  via?: 'desk' | 'field';
  input: Inputs[Sent];
}

const INSTANTS: ReadonlySet<string> = new Set(['limit', 'until', 'from', 'later']);

/** Times become instants; a date the calendar does not have is refused. */
export function readBody(body: Record<string, unknown>): Result<ReadBody> {
  const { version, occurredAt, via, ...rest } = body;
  const wrong: string[] = [];
  const instant = (path: string, text: unknown): Instant => {
    const at = Date.parse(String(text));
    if (Number.isNaN(at)) wrong.push(path);
    return at;
  };
  const input = Object.fromEntries(
    Object.entries(rest).map(([name, sent]) => {
      if (INSTANTS.has(name)) return [name, instant(name, sent)];
      if (name !== 'plans') return [name, sent];
      const plans = Object.entries(sent as object).map(([plan, text]) => [plan, instant(`plans.${plan}`, text)]);
      return [name, Object.fromEntries(plans)];
    }),
  );
  const at = occurredAt === undefined ? {} : { occurredAt: instant('occurredAt', occurredAt) };
  const [first] = wrong;
  if (first !== undefined) {
    return refuse('time-not-valid', {
      params: { field: first, found: '' },
      fields: wrong.map((path) => ({ path, code: 'wrong-format', params: { expected: 'ISO 8601' } })),
    });
  }
  return ok({
    version: version as number,
    ...at,
    ...(via ? { via: via as 'desk' | 'field' } : {}),
    input: input as unknown as Inputs[Sent],
  });
}
