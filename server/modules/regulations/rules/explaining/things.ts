/** What rulebooks speak of without declaring it: things duties are about, places checks are for, keys of entries. */

import type { Pack } from '../pack.ts';
import { asWords } from '../vocabulary.ts';
import { type Language, showKey } from './explain-words.ts';

const THINGS = new Map(
  `
  account 账户 | bank 银行 | branch 分公司 | business-staff 业务人员 | cashier 收费员 | clerk 办事人员 | company 公司
  counter 柜台 | crew 抢修班组 | customer-representative 客户代表 | hotline 热线 | meter-reading 抄表 | network-end 管网末梢
  online 线上 | outlet 营业网点 | reception 接待 | repair-crew 抢修人员 | review 审单 | service-staff 服务人员 | staff 员工
  supervisor 督办员 | unit 单位 | users 用户 | water-use 用水 | website 网站 | works 工程 | works-site 施工现场
  customer 客户 | district 片区 | equipment 设备 | facility 设施 | hydrant 消火栓 | meter 水表 | pipe 管线 | pump 水泵
  pump-station 泵站 | sampling-point 采样点 | source 水源 | tank 水箱 | treatment-plant 水厂 | water-source 水源
  caller 来电人 | affected-customers 受影响用户 | public 公众 | handler 经办人 | pressure 压力 | cost 成本 | faults 故障数
  faults-last-year 上年故障数 | households 户数 | income 收入 | lost 漏失水量 | supplied 供水量 | patrollers 巡查人员
`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string])
    .filter(([id]) => id !== ''),
);

/** A unit by its name, anything else by its word. */
export function thingName(pack: Pack, id: string, lang: Language): string {
  if (lang === 'en') return asWords(id);
  return pack.organization.find((one) => one.id === id)?.name ?? THINGS.get(id) ?? asWords(id);
}

const KEYS: Record<string, Record<Language, string>> = {
  'for-each': { zh: '对每个', en: 'For each' },
  every: { zh: '周期', en: 'Every' },
  within: { zh: '时限', en: 'Within' },
  before: { zh: '早于', en: 'Before' },
  makes: { zh: '生成', en: 'Makes' },
  ahead: { zh: '提前开立', en: 'Opens ahead by' },
  from: { zh: '起点', en: 'From' },
  until: { zh: '止点', en: 'Until' },
  to: { zh: '对象', en: 'For' },
  form: { zh: '表单', en: 'Form' },
  steps: { zh: '审批', en: 'Approved by' },
  'in-time': { zh: '按时率', en: 'In time' },
  share: { zh: '占比', en: 'Share' },
  mean: { zh: '平均', en: 'Mean' },
  p90: { zh: '九成之内', en: '90th percentile' },
  ratio: { zh: '比率', en: 'Ratio' },
  per: { zh: '统计周期', en: 'Per' },
  target: { zh: '指标', en: 'Target' },
  give: { zh: '给予', en: 'Gives' },
  again: { zh: '再次', en: 'Again' },
  cap: { zh: '上限', en: 'Cap' },
  for: { zh: '对象', en: 'For' },
  items: { zh: '要求', en: 'Items' },
  charge: { zh: '收费项目', en: 'Charge' },
  rate: { zh: '标准', en: 'Rate' },
  tiers: { zh: '阶梯', en: 'Tiers' },
  of: { zh: '按', en: 'Of' },
  forbidden: { zh: '禁止', en: 'Forbidden' },
};

/** Keys that appear among what is assumed and nowhere as a label. */
const ASSUMED: Record<string, Record<Language, string>> = {
  blocks: { zh: '所管的节点', en: 'what it holds back' },
  cases: { zh: '分类', en: 'cases' },
  choices: { zh: '取值', en: 'choices' },
  count: { zh: '计数办法', en: 'how it is counted' },
  days: { zh: '工作日', en: 'working days' },
  open: { zh: '工作时段', en: 'hours' },
  season: { zh: '换季日期', en: 'seasons' },
  default: { zh: '未填时的值', en: 'default' },
  fields: { zh: '栏目', en: 'fields' },
  name: { zh: '名称', en: 'name' },
  parent: { zh: '隶属', en: 'what it is part of' },
  proof: { zh: '凭据', en: 'proof' },
  received: { zh: '受理时间', en: 'time received' },
  value: { zh: '取值', en: 'value' },
  via: { zh: '方式', en: 'way' },
  when: { zh: '条件', en: 'condition' },
  words: { zh: '用语', en: 'words' },
};

/** A key of an entry as the label of what it says. */
export const keyName = (key: string, lang: Language): string => KEYS[key]?.[lang] ?? asWords(key);

/** A key the source leaves open. */
export function openKeyName(key: string, lang: Language): string {
  const own = ASSUMED[key]?.[lang];
  if (own !== undefined) return own;
  const shown = showKey(key, lang);
  return shown === key ? keyName(key, lang).toLowerCase() : shown;
}
