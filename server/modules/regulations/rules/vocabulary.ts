/**
 * The words every pack may use without declaring them, and those a pack adds in `terms`.
 * The built-in events are those of the platform's intake; children refine their parent.
 */
import type { Pack, TermEntry } from './pack.ts';

export interface Words {
  zh: string;
  en: string;
}
/** A milestone, and the act that brings it as the desks say it: a clock is named after what stops it. */
export interface MilestoneWord extends Words {
  desk?: Words;
}
export interface EventWord extends Words {
  /** A report 诉求 of a citizen; other matters are made by the platform or by duties. */
  isReport: boolean;
}

const table = (text: string): [id: string, zh: string, en: string, deskZh: string, deskEn: string][] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', zh = '', en = '', deskZh = zh, deskEn = en] = line.trim().split(/\s*\|\s*/);
      return [id, zh, en, deskZh, deskEn];
    });

const REPORTS = table(`
  no-water | 停水、无水 | No water
  no-water.community | 小区停水 | Community without water
  no-water.area | 区域停水 | Area without water
  low-pressure | 水压低 | Low pressure
  water-quality | 水质异常 | Water quality
  pipe-leak | 管道漏水、爆管 | Main leak or burst
  meter-well-leak | 表井内漏水 | Leak in a meter well
  indoor-leak | 表后、户内漏水 | Leak behind the meter
  meter-fault | 水表故障 | Meter fault
  meter-fault.idling | 水表空转 | Idling meter
  usage-abnormal | 水量异常 | Abnormal usage
  bill-payment | 水费账单、缴费 | Bills and payment
  price-policy | 水价、收费标准 | Price and charges
  connection | 报装、通水 | New connection
  household-meter-renovation | 户表改造、移交 | Household meter renovation
  secondary-supply | 二次供水 | Secondary supply
  construction | 供水施工 | Construction works
  facility-damage | 供水设施损坏 | Damaged facility
  facility-damage.manhole-cover | 井盖丢失、损坏 | Manhole cover
  facility-damage.hydrant | 消火栓故障 | Hydrant
  facility-damage.valve-well | 闸门井塌陷 | Valve well
  illegal-use | 违章用水 | Illegal use
  service-complaint | 服务投诉 | Service complaint
  criticism | 批评 | Criticism
  exposure | 媒体曝光 | Exposure by media
  praise | 表扬 | Praise
  compensation | 赔偿 | Compensation
  consultation | 咨询 | Enquiry
  property-management | 物业责任 | Property management
  pipe-location | 管道位置指认 | Pipe location
  other | 其他 | Other
`);

const MATTERS = table(`
  outage | 停水 | Outage
  outage.planned | 计划性停水 | Planned outage
  outage.emergency | 应急停水 | Emergency outage
  outage.maintenance | 检修停水 | Maintenance outage
  outage.customer | 用户原因停水 | Outage for a customer
  reading | 抄表 | Meter reading
  bill | 账单 | Bill
  customer | 客户 | Customer
  application | 用水申请 | Application
  design | 设计 | Design
  works | 工程 | Works
  duty | 例行工作 | Routine work
  meter-install | 装表 | Meter installation
  meter-change | 换表 | Meter change
  meter-removal | 撤表 | Meter removal
  meter-switch | 总表分户切换 | Master-to-household switch
`);

export const BUILT_IN_EVENTS: ReadonlyMap<string, EventWord> = new Map<string, EventWord>([
  ...REPORTS.map(([id, zh, en]): [string, EventWord] => [id, { zh, en, isReport: true }]),
  ...MATTERS.map(([id, zh, en]): [string, EventWord] => [id, { zh, en, isReport: false }]),
]);

export const CHANNELS: ReadonlyMap<string, Words> = new Map(
  table(`
  phone | 电话 | Phone
  hotline-12345 | 12345 市民热线 | Hotline 12345
  web | 网站 | Website
  wechat | 微信 | WeChat
  counter | 营业大厅 | Service counter
  letter | 来信 | Letter
  visit | 来访 | Visit
  media | 新闻媒体 | Media
  government | 政府部门 | Government
  field | 现场 | Field crew
  monitoring | 监测 | Monitoring
`).map(([id, zh, en]) => [id, { zh, en }] as const),
);

export const MILESTONES: ReadonlyMap<string, MilestoneWord> = new Map(
  table(`
  received | 受理诉求 | received | 受理 | receive
  created | 工单发起 | order created | 发起 | create
  dispatched | 派发 | dispatched | 派发 | dispatch
  accepted | 责任单位受理 | accepted | 接单 | accept
  returned | 退单 | returned | 退单 | return
  assigned | 转办一线 | assigned to the crew | 转办 | assign
  contacted | 联系客户 | customer contacted | 联系客户 | contact
  arrived | 到场 | arrived on site | 到场 | arrive
  located | 定位 | located | 定位 | locate
  water-stopped | 止水 | water stopped | 止水 | stop water
  repair-started | 抢修开始 | repair started | 开修 | start repair
  repaired | 修复 | repaired | 修复 | repair
  quality-passed | 检验合格 | water test passed | 检验 | water test
  restored | 恢复供水 | supply restored | 恢复供水 | restore
  handled | 回单 | handled | 回单 | reply
  rejected | 派回 | sent back | 派回 | send back
  reviewed | 审单 | reviewed | 审单 | review
  finished | 处理完毕 | finished | 办理 | finish
  customer-told | 反馈客户 | customer told | 反馈客户 | tell the customer
  fed-back | 反馈情况 | fed back | 反馈 | feedback
  called-back | 回访 | called back | 回访 | call back
  closed | 办结 | closed | 办结 | close
  reopened | 重办 | reopened | 重办 | reopen
  cancelled | 撤销 | cancelled | 撤销 | cancel
  extended | 延期 | extended | 延期 | extension
  paused | 暂停 | paused | 暂停 | pause
  stopped | 停水 | supply stopped | 停水 | stop supply
  obstructed | 占压 | meter obstructed
  read | 抄见 | meter read | 抄表 | read the meter
  estimated | 估数 | estimated | 估数 | estimate
  billed | 出账 | billed | 出账 | bill
  overdue | 逾期 | overdue
  demand-delivered | 催缴送达 | demand delivered | 催缴 | deliver the demand
  stop-notice-delivered | 限压停水通知送达 | stop notice delivered | 送达停水通知 | deliver the stop notice
  paid | 缴清 | paid | 缴清 | pay
  loss-recovered | 追回损失 | loss recovered | 追回损失 | recover the loss
`).map(([id, zh, en, deskZh, deskEn]) => [id, { zh, en, desk: { zh: deskZh, en: deskEn } }] as const),
);

export const PLANS: ReadonlyMap<string, Words> = new Map(
  table(`
  appointment.start | 预约开始时间 | start of the appointment
  appointment.end | 预约结束时间 | end of the appointment
  promised | 承诺时限 | promised time
  planned-stop | 计划停水时间 | planned stop
  expected-restore | 预计恢复时间 | expected restoration
  handling-due | 逐件确定的办理时限 | handling limit set for the case
  expires | 证照到期日 | day the certificate expires
`).map(([id, zh, en]) => [id, { zh, en }] as const),
);

/** What the values of a fact can be. */
export interface FactKind {
  type: 'yes-no' | 'number' | 'choice' | 'set' | 'event' | 'channel' | 'time' | 'unit' | 'text' | 'any';
  choices?: string[];
  /** Words of the choices, by id. */
  choiceWords?: Record<string, string>;
}

export interface FactWord extends Words, FactKind {
  default?: unknown;
  is?: TermEntry['is'];
  count?: TermEntry['count'];
}
export const BUILT_IN_FACTS: ReadonlyMap<string, FactWord> = new Map<string, FactWord>([
  ['event', { zh: '事项', en: 'Event', type: 'event' }],
  ['channel', { zh: '渠道', en: 'Channel', type: 'channel' }],
  ['dn', { zh: '管径 DN', en: 'Pipe diameter DN', type: 'number' }],
  ['contact-left', { zh: '留有联系方式', en: 'Contact left', type: 'yes-no', default: true }],
  ['customer-kind', { zh: '客户类别', en: 'Kind of customer', type: 'choice', choices: ['resident', 'organisation'] }],
  ['outside-apron', { zh: '散水以外', en: 'Outside the apron', type: 'yes-no', default: false }],
  ['urgent', { zh: '紧急', en: 'Urgent', type: 'yes-no', default: false }],
  ['outside-duty', { zh: '非本单位职责', en: 'Outside our duty', type: 'yes-no', default: false }],
  ['repeat', { zh: '再次来电', en: 'Contacted us before', type: 'yes-no', default: false }],
  ['repeat-matter', { zh: '重复诉求', en: 'Repeat about the same matter', type: 'yes-no', default: false }],
  ['concerned-unit', { zh: '被投诉单位', en: 'Unit complained about', type: 'unit' }],
  ['concerned-person', { zh: '被投诉人', en: 'Person complained about', type: 'text' }],
  ['certificates', { zh: '经办人所持证照', en: 'Certificates of who is assigned', type: 'set' }],
  ['cycle-months', { zh: '抄表周期（月）', en: 'Months of the billing cycle', type: 'number' }],
  ['estimates', { zh: '连续估数次数', en: 'Estimates in a row', type: 'number' }],
]);

/** Prefixes of the milestones the platform makes, with the sections whose ids follow. */
export const GENERATED: Readonly<Record<string, readonly (keyof Pack)[]>> = {
  told: ['notices'],
  filled: ['forms'],
  approved: ['approvals'],
  late: ['clocks', 'notices', 'approvals', 'duties'],
  missed: ['metrics'],
};

/** Everything a pack may name, its own terms and ids included. */
export interface Vocabulary {
  events: Map<string, EventWord>;
  channels: ReadonlyMap<string, Words>;
  facts: Map<string, FactWord>;
  milestones: Map<string, MilestoneWord>;
  plans: Map<string, Words>;
  /** Ids of a section. */
  ids: (section: string) => Set<string>;
  factKind: (name: string) => FactKind | undefined;
  factNames: () => string[];
  isMilestone: (name: string) => boolean;
  milestoneNames: () => string[];
}

/** A rulebook's own words are Chinese; English readers get what its author called the thing. */
const both = (words: string[], id: string): Words => ({ zh: words[0] ?? id, en: asWords(id) });

/** `third-party-damage` as `third party damage`. */
export const asWords = (id: string): string => id.replace(/[-.]/g, ' ');

export function vocabularyOf(terms: TermEntry[], idsOf: Record<string, Iterable<string>>): Vocabulary {
  const ids = new Map(Object.entries(idsOf).map(([section, list]) => [section, new Set(list)]));
  const events = new Map(BUILT_IN_EVENTS);
  const facts = new Map(BUILT_IN_FACTS);
  const milestones = new Map<string, MilestoneWord>(MILESTONES);
  const plans = new Map(PLANS);
  for (const term of terms) {
    if (term.kind === 'event') {
      events.set(term.id, { ...both(term.words, term.id), isReport: isReport(term.id) });
    } else if (term.kind === 'fact') {
      facts.set(term.id, {
        ...both(term.words, term.id),
        type: term.type ?? 'any',
        ...(term.choices
          ? {
              choices: term.choices.map((c) => c.id),
              choiceWords: Object.fromEntries(term.choices.map((c) => [c.id, c.words])),
            }
          : {}),
        ...(term.default === undefined ? {} : { default: term.default }),
        ...(term.is ? { is: term.is } : {}),
        ...(term.count ? { count: term.count } : {}),
      });
    } else if (term.kind === 'milestone') milestones.set(term.id, both(term.words, term.id));
    else plans.set(term.id, both(term.words, term.id));
  }
  const section = (name: string) => ids.get(name) ?? new Set<string>();
  const isMilestone = (name: string): boolean => {
    if (milestones.has(name)) return true;
    const colon = name.indexOf(':');
    if (colon < 0) return false;
    const sections = GENERATED[name.slice(0, colon)];
    const id = name.slice(colon + 1);
    return sections?.some((s) => section(s).has(id)) === true || name === 'late:payment';
  };
  const milestoneNames = () => [
    ...milestones.keys(),
    ...Object.entries(GENERATED).flatMap(([prefix, sections]) =>
      sections.flatMap((s) => [...section(s)].map((id) => `${prefix}:${id}`)),
    ),
  ];
  return {
    events,
    channels: CHANNELS,
    facts,
    milestones,
    plans,
    ids: section,
    isMilestone,
    milestoneNames,
    factKind(name) {
      const fact = facts.get(name);
      if (fact) return fact;
      if (name === 'now.time') return { type: 'time' };
      if (name === 'now.day') return { type: 'choice', choices: ['working', 'off'] };
      if (name === 'now.holiday') return { type: 'any' };
      const suffix = /^(.+)\.(time|day)$/.exec(name);
      if (suffix && isMilestone(suffix[1] ?? ''))
        return suffix[2] === 'time' ? { type: 'time' } : { type: 'choice', choices: ['working', 'off'] };
      return undefined;
    },
    factNames: () => [...facts.keys(), 'now.time', 'now.holiday'],
  };
}

/** The vocabulary of a loaded pack. */
export function vocabularyOfPack(pack: Pack): Vocabulary {
  const sections = [
    'organization',
    'hours',
    'limits',
    'clocks',
    'duties',
    'notices',
    'forms',
    'gates',
    'routing',
    'approvals',
    'pauses',
    'metrics',
    'remedies',
    'checklists',
    'prices',
    'texts',
  ] as const;
  return vocabularyOf(
    pack.terms,
    Object.fromEntries(sections.map((s) => [s, (pack[s] as { id: string }[]).map((e) => e.id)])),
  );
}

/** Is this event a report 诉求? Every family of events is, unless it is one of the platform's own matters. */
export function isReport(event: string): boolean {
  const dot = event.indexOf('.');
  return BUILT_IN_EVENTS.get(dot < 0 ? event : event.slice(0, dot))?.isReport ?? true;
}

/** Does a rule on `ancestor` cover `event`? */
export const coversEvent = (ancestor: string, event: string): boolean =>
  event === ancestor || event.startsWith(`${ancestor}.`);
