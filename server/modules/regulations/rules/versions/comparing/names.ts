/** What sections, entries and their keys are called where a rulebook is shown to people. */

import { unitName } from '../../explaining/conditions.ts';
import {
  approvalName,
  formName,
  type Language,
  noticeName,
  ownName,
  showTerm,
} from '../../explaining/explain-words.ts';
import type { Section } from '../../loading/discover.ts';
import type { Pack } from '../../pack.ts';
import { asWords } from '../../vocabulary.ts';

type Pair = [zh: string, en: string];
const pick = (pair: Pair, lang: Language): string => pair[lang === 'zh' ? 0 : 1];

const SECTION_WORDS: Record<Section | 'head', Pair> = {
  head: ['首页', 'head'],
  organization: ['组织', 'organization'],
  terms: ['词汇', 'term'],
  hours: ['工作时间', 'office hours'],
  limits: ['时限用语', 'limit in words'],
  clocks: ['时限', 'clock'],
  duties: ['定期工作', 'duty'],
  notices: ['告知', 'notice'],
  forms: ['表单', 'form'],
  gates: ['前提', 'gate'],
  routing: ['派单', 'route'],
  approvals: ['审批', 'approval'],
  pauses: ['暂停', 'pause'],
  metrics: ['指标', 'metric'],
  remedies: ['补偿与奖惩', 'remedy'],
  checklists: ['检查表', 'checklist'],
  prices: ['价格', 'price'],
  texts: ['文本', 'text'],
};
export const sectionName = (section: Section | 'head', lang: Language): string => pick(SECTION_WORDS[section], lang);

const KEY_WORDS: Record<string, Pair> = {
  pack: ['规章包', 'rulebook'],
  version: ['版本', 'version'],
  utility: ['供水企业', 'utility'],
  effective: ['施行日期', 'effective'],
  source: ['原文', 'source'],
  extends: ['沿用', 'extends'],
  timezone: ['时区', 'time zone'],
  holidays: ['节假日', 'holidays'],
  currency: ['币种', 'currency'],
  warn: ['预警', 'warning'],
  id: ['编号', 'id'],
  article: ['条款', 'article'],
  quote: ['引文', 'quote'],
  clauses: ['条文编号', 'clauses'],
  assumed: ['推定的项', 'assumed'],
  reading: ['解读', 'reading'],
  when: ['条件', 'condition'],
  cases: ['情形', 'case'],
  overlap: ['情形交叉时', 'where cases cross'],
  from: ['起点', 'start'],
  until: ['止点', 'end'],
  within: ['时限', 'limit'],
  before: ['计划时间', 'planned time'],
  lead: ['提前量', 'lead'],
  opens: ['开始计时', 'opens after'],
  every: ['周期', 'every'],
  by: ['责任单位', 'by'],
  breach: ['超时判定', 'late when'],
  hours: ['工作时间', 'office hours'],
  quiet: ['静默时段', 'quiet hours'],
  on: ['计时对象', 'counted for'],
  kind: ['类别', 'kind'],
  name: ['名称', 'name'],
  aliases: ['别名', 'aliases'],
  parent: ['上级', 'parent'],
  words: ['用语', 'words'],
  type: ['类型', 'type'],
  choices: ['选项', 'choices'],
  default: ['默认', 'default'],
  count: ['计数', 'count'],
  is: ['取值', 'derived'],
  days: ['工作日', 'days'],
  open: ['时段', 'open'],
  season: ['季节', 'season'],
  document: ['文件', 'document'],
  value: ['数值', 'value'],
  confirmed: ['已确认', 'confirmed'],
  'for-each': ['对象', 'for each'],
  makes: ['生成', 'makes'],
  ahead: ['提前生成', 'ahead'],
  to: ['对象', 'to'],
  with: ['协同', 'with'],
  via: ['途径', 'via'],
  form: ['表单', 'form'],
  proof: ['凭证', 'proof'],
  fields: ['栏目', 'fields'],
  blocks: ['阻止', 'blocks'],
  require: ['须先', 'requires'],
  done: ['已完成', 'done'],
  facts: ['事实', 'facts'],
  waited: ['等候', 'waited'],
  since: ['自', 'since'],
  atLeast: ['至少', 'at least'],
  'at-least': ['至少', 'at least'],
  else: ['否则', 'else'],
  confidential: ['保密', 'confidential'],
  of: ['事项', 'of'],
  steps: ['审批人', 'steps'],
  clocks: ['时限', 'clocks'],
  ask: ['审批人', 'granted by'],
  retroactive: ['可追溯', 'retroactive'],
  'in-time': ['及时率', 'in time'],
  share: ['占比', 'share'],
  mean: ['平均', 'mean'],
  p90: ['90 分位', '90th percentile'],
  ratio: ['比值', 'ratio'],
  per: ['统计周期', 'per'],
  target: ['目标', 'target'],
  give: ['给付', 'give'],
  again: ['再次', 'again'],
  cap: ['上限', 'cap'],
  for: ['适用', 'for'],
  items: ['项目', 'items'],
  level: ['要求', 'level'],
  test: ['标准', 'test'],
  charge: ['收费', 'charge'],
  rate: ['单价', 'rate'],
  tiers: ['阶梯', 'tiers'],
  upto: ['至', 'up to'],
  factor: ['系数', 'factor'],
  forbidden: ['禁止收取', 'forbidden'],
  text: ['正文', 'text'],
  timing: ['时限', 'timing'],
};
/** `tiers.2.rate` as 阶梯 2 单价. */
export const keyName = (path: string, lang: Language): string =>
  path
    .split('.')
    .map((part) => (KEY_WORDS[part] ? pick(KEY_WORDS[part], lang) : part))
    .join(' ');

type Entry = Pack[Section][number];

const quoted = (text: string, lang: Language): string => {
  const short = text.replace(/\s+/g, ' ').trim();
  const cut = short.length > 24 ? `${short.slice(0, 23)}…` : short;
  return lang === 'zh' ? `“${cut}”` : `"${cut}"`;
};

/** What people call an entry: by the act that ends it, by who is told, by its own words. */
export function entryName(pack: Pack, section: Section, entry: Entry, lang: Language): string {
  const { id } = entry;
  const zh = lang === 'zh';
  switch (section) {
    case 'clocks':
      return ownName(pack, id, lang);
    case 'notices':
      return noticeName(pack, id, lang);
    case 'approvals':
      return approvalName(pack, id, lang);
    case 'forms':
      return formName(pack, id, lang);
    case 'organization':
      return unitName(pack, id, lang) ?? id;
    case 'terms':
    case 'limits': {
      const { words, document } = entry as { words?: string[]; document?: string };
      const word = words?.[0] ?? document;
      return word === undefined ? id : zh ? quoted(word, lang) : `${asWords(id)} (${word})`;
    }
    case 'gates': {
      const milestone = showTerm(pack, (entry as Pack['gates'][number]).blocks, lang);
      return zh ? `${milestone}的前提` : `before ${milestone}`;
    }
    case 'routing': {
      const to = [...new Set((entry as Pack['routing'][number]).cases.map(({ value }) => value.to))];
      const units = to.map((one) => unitName(pack, one, lang) ?? one).join(zh ? '、' : ', ');
      return zh ? `派${units}` : `to ${units}`;
    }
    case 'texts':
      return quoted((entry as Pack['texts'][number]).text, lang);
    case 'prices':
    case 'checklists':
    case 'metrics':
    case 'remedies':
    case 'duties':
    case 'pauses':
    case 'hours': {
      const { charge: own } = ('body' in entry ? entry.body : {}) as Record<string, unknown>;
      return typeof own === 'string' ? own : zh ? quoted((entry as { quote: string }).quote, lang) : asWords(id);
    }
  }
}
