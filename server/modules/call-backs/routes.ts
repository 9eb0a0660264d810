/** 回访名单, calls, ratings and what low ratings want, over HTTP. */
import { type Static, Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, type Result } from '../../values/result.ts';
import { maskName, maskPhone } from '../registers/index.ts';
import { packByHash } from '../regulations/index.ts';
import { OUTCOMES, RATINGS, rulebookOf } from '../work-orders/index.ts';
import { type Ended, endCall, leaveCall, takeCall } from './actions/call.ts';
import { changeSettings } from './actions/change-settings.ts';
import { answerFollowUp, readFollowUps } from './actions/follow-ups.ts';
import { type Call, readCalls } from './actions/read-calls.ts';
import type { Settings } from './rules/settings.ts';
import { triesUsed } from './rules/waiting.ts';
import { settingsOf } from './store/settings.ts';

const text = Type.String();
const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Caller = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: '诉求编号；没有来电人的为 0',
});
const ORDER = Type.Object({ id: Id });
const Time = Type.String({ format: 'date-time' });
const Null = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Rating = Type.Enum([...RATINGS], { description: '好差评' });
const Outcome = Type.Enum([...OUTCOMES], { description: '未接通的缘由' });
const iso = (at: number): string => new Date(at).toISOString();
const isoOr = (at: number | null): string | null => (at === null ? null : iso(at));

const CallView = Type.Object(
  {
    orderId: Id,
    number: text,
    requestId: Caller,
    callers: Type.Integer(),
    event: text,
    eventName: text,
    place: text,
    summary: text,
    closed: Type.Boolean({ description: '已办结，规章仍要求回访' }),
    unit: Null(text),
    reporter: Null(text),
    phone: Null(text),
    contactTimes: Null(text),
    since: Time,
    dueAt: Null(Time),
    standing: Type.Enum(['callable', 'later', 'no-contact', 'called', 'unreached']),
    because: Null(Type.Enum(['quiet', 'spacing', 'asked', 'tries', 'wrong-number'])),
    callAt: Null(Time),
    quiet: Null(Type.Object({ from: Type.Integer(), until: Type.Integer(), article: text, quote: text })),
    tries: Type.Array(Type.Object({ at: Time, outcome: Null(Outcome), later: Null(Time), by: Null(text) }), {
      description: '本轮拨打记录',
    }),
    triesUsed: Type.Integer(),
    takenBy: Null(Type.Object({ staffId: Type.Integer(), name: text, until: Time })),
  },
  { $id: 'CallBack' },
);

const FollowUpView = Type.Object(
  {
    orderId: Id,
    number: text,
    eventName: text,
    place: text,
    state: text,
    requestId: Caller,
    rating: Rating,
    words: text,
    unit: Null(text),
    ownerId: Null(Type.Integer()),
    owner: Null(text),
    openedAt: Time,
    dueAt: Time,
    settledAt: Null(Time),
    settlement: Null(Type.Enum(['reopened', 'explained', 'better'])),
    reason: Null(text),
  },
  { $id: 'FollowUp' },
);

const Minute = Type.Integer({ minimum: 0, maximum: 1439 });
const SettingsView = Type.Object(
  {
    tries: Type.Integer({ minimum: 1, maximum: 20 }),
    spacing: Type.Integer({ minimum: 1, maximum: 10_080, description: '两次拨打之间的分钟数' }),
    quiet: Null(Type.Object({ from: Minute, until: Minute })),
    low: Type.Array(Rating, { maxItems: 5, description: '须整改回访的评价' }),
    followUpHours: Type.Integer({ minimum: 1, maximum: 720 }),
    script: Null(Type.String({ minLength: 1, maxLength: 4000 })),
    channels: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20, description: '以链接征求评价的来源渠道' }),
    linkDays: Type.Integer({ minimum: 1, maximum: 90 }),
    changeHours: Type.Integer({ minimum: 0, maximum: 720 }),
    address: Null(Type.String({ minLength: 1, maxLength: 200, description: '客户访问本系统的网址' })),
  },
  { $id: 'CallBackSettings', additionalProperties: false },
);

function viewOf({ row, rulebook, quiet, standing, tries }: Call, lang: 'zh' | 'en'): Static<typeof CallView> {
  return {
    ...{ orderId: row.orderId, number: row.number, requestId: row.requestId, callers: row.callers, event: row.event },
    eventName: rulebook.words.events.get(row.event)?.[lang] ?? row.event,
    ...{ place: row.place, summary: row.summary, closed: row.closed, unit: row.departmentName },
    reporter: maskName(row.reporter),
    phone: maskPhone(row.phone),
    contactTimes: row.contactTimes,
    since: iso(row.since),
    dueAt: isoOr(row.dueAt),
    standing: standing.kind,
    because: 'because' in standing ? standing.because : null,
    callAt: standing.kind === 'later' ? iso(standing.at) : null,
    quiet,
    tries: row.said
      .filter(({ kind }) => kind === 'call-back-tried')
      .map(({ at, outcome, later, by }) => ({ at: iso(at), outcome, later: isoOr(later), by })),
    triesUsed: triesUsed(tries),
    takenBy:
      row.claimedBy === null
        ? null
        : { staffId: row.claimedBy, name: row.claimedName ?? '', until: iso(row.claimedUntil ?? 0) },
  };
}

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/call-backs',
    action: 'orders.call-back',
    summary: 'Whom to call back, by when one may and when it is due 回访名单',
    answer: Type.Object({
      calls: Type.Array(CallView),
      tries: Type.Integer(),
      more: Type.Boolean({ description: '还有更多，名单上的办完后列出' }),
    }),
    async handler(context) {
      const { calls, settings, more } = await readCalls(context);
      return ok({ calls: calls.map((call) => viewOf(call, context.lang)), tries: settings.tries, more });
    },
  }),
  route({
    method: 'POST',
    url: '/api/call-backs/:id/take',
    action: 'orders.call-back',
    summary: 'Takes a call: the number in full, written down, and what to say 开始回访',
    params: ORDER,
    body: Type.Object({ requestId: Caller }, { additionalProperties: false }),
    answer: Type.Object({
      until: Time,
      phone: Null(text),
      reporter: Null(text),
      script: Type.Object({ text, article: Null(text), quote: Null(text) }),
    }),
    async handler({ params, body, ...asking }) {
      const taken = await takeCall(asking, params.id, body.requestId);
      return taken.ok ? ok({ ...taken.value, until: iso(taken.value.until) }) : taken;
    },
  }),
  route({
    method: 'POST',
    url: '/api/call-backs/:id/leave',
    action: 'orders.call-back',
    summary: 'Gives a call back without having called 放弃回访',
    params: ORDER,
    body: Type.Object({ requestId: Caller }, { additionalProperties: false }),
    answer: Type.Object({ left: Type.Boolean() }),
    async handler({ params, body, ...asking }) {
      const left = await leaveCall(asking, params.id, body.requestId);
      return left.ok ? ok({ left: true }) : left;
    },
  }),
  route({
    method: 'POST',
    url: '/api/call-backs/:id/end',
    action: 'orders.call-back',
    summary: 'What was said in a call; closes or reopens the order with it 登记回访',
    params: ORDER,
    body: Type.Object(
      {
        version: Type.Optional(Type.Integer({ minimum: 1, description: '所见工单的版本' })),
        requestId: Caller,
        reached: Type.Boolean(),
        rating: Type.Optional(Rating),
        solved: Type.Optional(Type.Boolean()),
        outcome: Type.Optional(Outcome),
        later: Type.Optional(Time),
        note: Type.Optional(Type.String({ maxLength: 2000 })),
        form: Type.Optional(
          Type.Record(
            Type.String({ maxLength: 80 }),
            Type.Union([Type.String({ maxLength: 2000 }), Type.Number(), Type.Boolean()]),
            {
              maxProperties: 60,
              description: '规则要求填写的表单',
            },
          ),
        ),
        next: Null(Type.Enum(['close', 'reopen'])),
        reason: Type.Optional(Type.String({ maxLength: 2000, description: '重办的事由' })),
      },
      { additionalProperties: false },
    ),
    answer: Type.Object({ state: text }),
    handler: ({ params, body: { later, ...body }, ...asking }) =>
      endCall(asking, params.id, {
        ...body,
        ...(later === undefined ? {} : { later: Date.parse(later) }),
      } as Ended) as Promise<Result<{ state: string }>>,
  }),
  route({
    method: 'GET',
    url: '/api/call-backs/follow-ups',
    action: 'orders.call-back',
    summary: 'Low ratings until they are answered, then those answered last 整改回访',
    answer: Type.Array(FollowUpView),
    async handler(context) {
      const rows = await readFollowUps(context);
      const views: Static<typeof FollowUpView>[] = [];
      for (const { event, packHash, departmentName, ownerName, openedAt, dueAt, settledAt, ...row } of rows) {
        const { words } = rulebookOf(await packByHash(context.tx, packHash));
        views.push({
          ...row,
          eventName: words.events.get(event)?.[context.lang] ?? event,
          unit: departmentName,
          owner: ownerName,
          openedAt: iso(openedAt),
          dueAt: iso(dueAt),
          settledAt: isoOr(settledAt),
        });
      }
      return ok(views);
    },
  }),
  route({
    method: 'POST',
    url: '/api/call-backs/:id/follow-up',
    action: 'orders.call-back',
    summary: 'Takes what a low rating wants; with a reason, answers it 认领或说明',
    params: ORDER,
    body: Type.Object(
      { requestId: Caller, reason: Type.Optional(Type.String({ maxLength: 2000 })) },
      { additionalProperties: false },
    ),
    answer: Type.Object({ done: Type.Boolean() }),
    async handler({ params, body, ...asking }) {
      const done = await answerFollowUp(asking, params.id, body);
      return done.ok ? ok({ done: true }) : done;
    },
  }),
  route({
    method: 'GET',
    url: '/api/call-backs/settings',
    action: 'call-backs.arrange',
    summary: 'Tries, hours, levels and links as the utility has them 回访设置',
    answer: SettingsView,
    handler: async ({ tx }) => ok((await settingsOf(tx)) as Static<typeof SettingsView>),
  }),
  route({
    method: 'PUT',
    url: '/api/call-backs/settings',
    action: 'call-backs.arrange',
    summary: 'Changes them 修改回访设置',
    body: SettingsView,
    answer: SettingsView,
    handler: ({ body, ...asking }) =>
      changeSettings(asking, body as Settings) as Promise<Result<Static<typeof SettingsView>>>,
  }),
];
