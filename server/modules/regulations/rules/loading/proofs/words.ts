/** States of clauses, the modules they wait for and what they are about, in the words screens and tables use. */
import type { ClauseState } from './states.ts';

type Both = Readonly<Record<'zh' | 'en', string>>;
const table = (text: string): ReadonlyMap<string, Both> =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [id = '', zh = id, en = id] = line.trim().split(/\s*\|\s*/);
        return [id, { zh, en }] as const;
      }),
  );

export const STATE_WORDS: Readonly<Record<ClauseState, Both>> = {
  executed: { zh: '已执行', en: 'executed' },
  presented: { zh: '展示', en: 'presented' },
  waiting: { zh: '等待', en: 'waiting' },
  declined: { zh: '不采纳', en: 'declined' },
  missing: { zh: '缺失', en: 'missing' },
};

const MODULES = table(`
  customers | 用户与户档、报装 | customers
  registers | 设施、证照台账 | registers
  network | 管网 | network
  outages | 停水 | outages
  metering | 水表与抄表 | metering
  billing | 水价与账单 | billing
  payments | 缴费 | payments
  dunning | 催缴与坏账 | dunning
  publicity | 公示、指引、话术与文件 | publicity
  appraisal | 指标、检查、考核与奖罚 | appraisal
`);

const REASONS = table(`
  chrome | 网页装饰，不是规则 | page chrome
  rhetoric | 修辞，没有可执行的内容 | rhetoric
  truncated | 原文在此中断 | text breaks off
  no entry | 没有条目引用它 | no entry
  no example fails when its time is altered | 改动它的时限，没有算例不符 | no example fails when its time is altered
  no example fails when it is altered | 改动它，没有算例不符 | no example fails when it is altered
`);

const CAPABILITIES = table(`
  window-standard | 窗口规范 | window standard
  sla | 办理时限 | time limits
  supervision | 监督 | supervision
  knowledge-publicity | 知识与宣传 | knowledge and publicity
  dispatch | 派发 | dispatch
  water-quality | 水质 | water quality
  construction | 施工 | construction
  other | 其他 | other
  channels | 服务渠道 | channels
  meter-asset | 水表资产 | meters
  pipe-repair | 管网抢修 | pipe repair
  reward-penalty | 奖惩 | rewards and penalties
  outage | 停水 | outages
  intake | 受理 | intake
  callback-satisfaction | 回访与满意度 | call-back and satisfaction
  complaint | 投诉 | complaints
  kpi-appraisal | 指标考核 | appraisal
  patrol | 巡检 | patrol
  billing-tariff | 水价与账单 | bills and tariffs
  field | 现场 | field work
  meter-reading | 抄表 | meter reading
  inspection-enforcement | 稽查 | inspection
  secondary-supply | 二次供水 | secondary supply
  training | 培训 | training
  install-connection | 报装接水 | connections
  design-survey | 勘察设计 | survey and design
  finance | 财务 | finance
  notification | 告知 | notices
  customer-account | 用户户号 | customer accounts
  dunning | 催缴 | dunning
  feedback-review | 回单与审单 | replies and review
  hotline12345 | 12345 热线 | hotline 12345
  pressure | 压力 | pressure
  user-archive | 用户档案 | customer files
  valve-isolation | 阀门与停水范围 | valves
  leak-detection | 检漏 | leak detection
  payment | 缴费 | payment
  credit-baddebt | 信用与坏账 | credit and bad debt
  anomaly | 水量异常 | anomalies
  estimation | 估数 | estimation
  monitoring-ai | 监测 | monitoring
  security-privacy | 安全与隐私 | security and privacy
  invoice | 发票 | invoices
`);

const ALTERATIONS: Readonly<Record<string, Both>> = {
  limit: { zh: '时限加一个单位', en: 'limit one unit more' },
  opens: { zh: '推迟开始计时', en: 'opening one unit more' },
  quiet: { zh: '去掉静默时段', en: 'quiet hours gone' },
  by: { zh: '去掉限定的单位', en: 'unit that must act gone' },
  recipient: { zh: '少告知一方', en: 'last recipient left out' },
  step: { zh: '少一级审批', en: 'first step left out' },
  field: { zh: '少填一栏', en: 'last field left out' },
  hours: { zh: '改动工作时间', en: 'hours altered' },
  item: { zh: '去掉一项要求', en: 'item left out' },
  measure: { zh: '改动计量办法', en: 'measure altered' },
  target: { zh: '改动指标值', en: 'target altered' },
  amount: { zh: '改动金额', en: 'amount altered' },
  rate: { zh: '改动标准', en: 'rate altered' },
  forbidden: { zh: '去掉禁止', en: 'prohibition gone' },
  removed: { zh: '去掉这个条目', en: 'entry gone' },
};

/** `clocks.finish limit` in words. */
export function alterationWord(altered: string, lang: 'zh' | 'en'): string {
  const [entry = '', what = ''] = altered.split(' ');
  return `${ALTERATIONS[what]?.[lang] ?? what}${lang === 'zh' ? `（${entry}）` : ` (${entry})`}`;
}

export const capabilityWord = (id: string, lang: 'zh' | 'en'): string => CAPABILITIES.get(id)?.[lang] ?? id;

/** Of a waiting clause the module it waits for, of others the reason. */
export const becauseWord = (because: string, lang: 'zh' | 'en'): string =>
  (MODULES.get(because) ?? REASONS.get(because))?.[lang] ?? because;
