/** Test support: a small rulebook, people, and orders told as a list of commands. */
import { type Instant, MINUTE } from '../../../values/instant.ts';
import type { Result } from '../../../values/result.ts';
import type { Cited, GateEntry, Pack } from '../../regulations/rules/pack.ts';
import type { Context, Inputs, Unit } from './context.ts';
import { type Decision, decide, type When } from './decide.ts';
import { fold } from './fold.ts';
import type { Command } from './lifecycle.ts';
import type { LogEntry, OrderState } from './order.ts';
import { rulebookOf } from './rulebook.ts';

export const at = (time: string): Instant => Date.parse(`${time.includes('T') ? time : `2026-03-02T${time}`}:00+08:00`);

export const cited = (id: string, article = '第一条'): Cited => ({
  id,
  article,
  quote: `${id}的原文`,
  clauses: [],
  assumed: [],
  source: { pack: 'test', file: 'test.yaml', line: 1 },
});

export const emptyPack: Pack = {
  pack: 'test',
  version: '1',
  utility: '测试水务',
  effective: '2020-01-01',
  source: 'test',
  extends: [],
  timezone: 'Asia/Shanghai',
  holidays: 'cn',
  currency: 'CNY',
  warn: { share: 0.75 },
  organization: [],
  terms: [],
  hours: [],
  limits: [],
  clocks: [],
  duties: [],
  notices: [],
  forms: [],
  gates: [],
  routing: [],
  approvals: [],
  pauses: [],
  metrics: [],
  remedies: [],
  checklists: [],
  prices: [],
  texts: [],
  hash: 'test',
};

const gate = (id: string, blocks: string, form: string, article: string): GateEntry => ({
  ...cited(id, article),
  blocks,
  require: { done: [`filled:${form}`] },
});

/** 十要素 and 回单四要素 as gates; return, extension and pause decided by `operations`. */
export const testPack: Pack = {
  ...emptyPack,
  forms: [
    {
      ...cited('intake', '第二条'),
      fields: [
        { id: 'channel', name: '信息来源' },
        { id: 'address', name: '地址' },
        { id: 'phone', name: '联系方式', when: { facts: { 'contact-left': { op: 'any-of', values: [true] } } } },
        { id: 'department', name: '责任单位' },
        { id: 'limit', name: '处理时限' },
      ],
    },
    {
      ...cited('reply', '第三条'),
      fields: [
        { id: 'cause', name: '原因' },
        { id: 'agreed', name: '客户是否认可', when: { facts: { 'contact-left': { op: 'any-of', values: [true] } } } },
      ],
    },
  ],
  gates: [
    gate('intake', 'dispatched', 'intake', '第二条'),
    { ...gate('review', 'reviewed', 'reply', '第四条'), else: 'rejected' },
  ],
  approvals: [
    { ...cited('objection', '第五条'), of: 'returned', steps: ['operations'], clocks: [] },
    { ...cited('extension', '第六条'), of: 'extended', steps: ['operations'], clocks: ['finish'] },
  ],
  pauses: [
    { ...cited('failure', '第七条'), clocks: 'all', ask: 'operations', retroactive: false },
    { ...cited('no-access', '第八条'), clocks: ['finish'], ask: 'operations', retroactive: true },
  ],
};

export const units: Unit[] = [
  { departmentId: 'operations', name: '运营管理部', organizationId: 'operations', kind: 'managing' },
  { departmentId: 'hotline', name: '热线', organizationId: 'hotline', kind: 'call-centre' },
  { departmentId: 'repair', name: '抢修中心', organizationId: 'repair-centre', kind: 'service' },
  { departmentId: 'meters', name: '户表中心', organizationId: 'meter-centre', kind: 'service' },
];

export const FINISH = { id: 'finish', until: ['finished'], due: at('2026-03-03T10:00'), open: true };

/** Who acts: staff 1 of the hotline, 2 of operations, 3 head and 4 crew of the repair centre. */
const PEOPLE: Record<number, string> = { 1: 'hotline', 2: 'operations', 3: 'repair', 4: 'repair', 5: 'operations' };

export const contextAt = (now: Instant, staffId = 2, more: Partial<Context> = {}): Context => ({
  ...rulebookOf(more.pack ?? testPack),
  now,
  actor: { staffId, departmentId: PEOPLE[staffId] ?? null, may: () => true },
  units,
  clocks: [FINISH],
  handler: { staffId: 4, departmentId: 'repair', active: true, crew: true },
  ...more,
});

export function opened(more: Partial<LogEntry['data']> = {}): LogEntry[] {
  const base = {
    occurredAt: at('10:00'),
    recordedAt: at('10:00'),
    staffId: 1,
    departmentId: 'hotline',
    via: 'desk' as const,
    version: 1,
    command: 'open' as const,
  };
  const data = {
    event: 'pipe-leak',
    channel: 'phone',
    place: '湖滨路 1 号',
    content: '路面冒水',
    elements: ['phone', 'reporter', 'contact-time'],
    facts: { 'contact-left': true, urgent: false },
    ...more,
  };
  return [
    { ...base, seq: 1, kind: 'received', requestId: 71, data },
    { ...base, seq: 2, kind: 'created', requestId: null, data: {} },
  ];
}

/** An order told command by command, a minute apart; stops the test at a refusal. */
export interface Told {
  order: OrderState;
  log: LogEntry[];
  now: Instant;
  attempt<C extends Command>(
    command: C,
    input: Inputs[C],
    by?: number,
    more?: Partial<Context>,
    when?: When,
  ): Result<Decision>;
  then<C extends Command>(command: C, input: Inputs[C], by?: number, more?: Partial<Context>, when?: When): Told;
}

export function tell(log: LogEntry[] = opened(), now: Instant = at('10:01')): Told {
  const order = fold(log);
  const attempt: Told['attempt'] = (command, input, by, more, when) =>
    decide(order, command, input, contextAt(now, by, more), when);
  return {
    order,
    log,
    now,
    attempt,
    then(command, input, by, more, when) {
      const result = attempt(command, input, by, more, when);
      if (!result.ok) throw new Error(`${command} was refused: ${JSON.stringify(result.refusal)}`);
      return tell([...log, ...result.value.entries], now + MINUTE);
    },
  };
}

export const code = (result: Result<unknown>): string => (result.ok ? 'allowed' : result.refusal.code);

/** Through to a state along the usual way. */
export const dispatched = (): Told => tell().then('dispatch', { departmentId: 'repair' });
export const accepted = (): Told => dispatched().then('accept', {}, 3);
export const working = (): Told => accepted().then('assign', { handlerId: 4 }, 3);
export const handled = (): Told => working().then('handle', { form: { cause: '腐蚀', agreed: true } }, 4);
export const reviewed = (): Told => handled().then('review-pass', {}, 1);
export const closed = (): Told =>
  reviewed().then('call-back', { reached: true, satisfied: true }, 1).then('close', {}, 1);
