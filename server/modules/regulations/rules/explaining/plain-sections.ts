/** What an entry says beside its cases, a line for each thing it says. */

import type { Section } from '../loading/discover.ts';
import type { FormField, GateEntry, HoursEntry, LimitEntry, Pack, PlainEntry, TermEntry } from '../pack.ts';
import { asWords } from '../vocabulary.ts';
import { choiceName, showWhen, valueName } from './conditions.ts';
import { clockTime, deskTerm, formName, type Language, ownName, showLimit, showTerm } from './explain-words.ts';
import { bodyLines } from './plain.ts';
import { thingName } from './things.ts';
import { boundLines, type Line } from './timings.ts';

const LABELS: Record<string, Record<Language, string>> = {
  kind: { zh: '类别', en: 'Kind' },
  aliases: { zh: '又称', en: 'Also called' },
  parent: { zh: '隶属', en: 'Part of' },
  words: { zh: '用语', en: 'Words' },
  choices: { zh: '取值', en: 'Choices' },
  default: { zh: '未填时', en: 'Unless said' },
  counted: { zh: '计数', en: 'Counted' },
  days: { zh: '工作日', en: 'Days' },
  open: { zh: '时段', en: 'Hours' },
  season: { zh: '季节', en: 'Season' },
  holidays: { zh: '节假日', en: 'Holidays' },
  value: { zh: '取值', en: 'Taken as' },
  document: { zh: '另文', en: 'Document' },
  confirmed: { zh: '确认', en: 'Confirmed' },
  to: { zh: '告知', en: 'Tell' },
  via: { zh: '方式', en: 'By' },
  form: { zh: '表单', en: 'Form' },
  proof: { zh: '凭据', en: 'Proof' },
  fields: { zh: '栏目', en: 'Fields' },
  require: { zh: '须先', en: 'Needs' },
  else: { zh: '否则', en: 'Else' },
  of: { zh: '审批事项', en: 'Approval of' },
  steps: { zh: '审批人', en: 'Decided by' },
  clocks: { zh: '时限', en: 'Clocks' },
  ask: { zh: '批准人', en: 'Granted by' },
  retroactive: { zh: '补报', en: 'Afterwards' },
  confidential: { zh: '保密', en: 'Confidential' },
  text: { zh: '内容', en: 'Text' },
};

const KINDS: Record<string, Record<Language, string>> = {
  unit: { zh: '单位', en: 'unit' },
  role: { zh: '岗位', en: 'role' },
  district: { zh: '片区', en: 'district' },
  outlet: { zh: '网点', en: 'outlet' },
  event: { zh: '事项', en: 'event' },
  fact: { zh: '事实', en: 'fact' },
  milestone: { zh: '节点', en: 'milestone' },
  plan: { zh: '计划时间', en: 'planned time' },
  promise: { zh: '承诺', en: 'promise' },
  guide: { zh: '指引', en: 'guide' },
  script: { zh: '话术', en: 'script' },
  document: { zh: '文件', en: 'document' },
};

const WEEKDAYS = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

export function ownLines(pack: Pack, section: Section, id: string, lang: Language): Line[] {
  const find = <E extends { id: string }>(entries: readonly E[]): E => entries.find((one) => one.id === id) as E;
  const comma = lang === 'zh' ? '、' : ', ';
  const units = (ids: readonly string[]): string => ids.map((one) => thingName(pack, one, lang)).join(comma);
  const lines = (said: Record<string, string | undefined>): Line[] =>
    Object.entries(said).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [{ label: LABELS[key]?.[lang] ?? key, value }],
    );
  const clocks = (of: 'all' | readonly string[]): string =>
    of === 'all' ? (lang === 'zh' ? '全部' : 'all') : of.map((one) => ownName(pack, one, lang)).join(comma);
  switch (section) {
    case 'organization': {
      const { kind, aliases, parent } = find(pack.organization);
      return lines({
        kind: KINDS[kind]?.[lang],
        aliases: aliases.join(comma),
        parent: parent && thingName(pack, parent, lang),
      });
    }
    case 'terms':
      return lines(ofTerm(pack, find(pack.terms), lang));
    case 'hours':
      return lines(ofHours(find(pack.hours), lang));
    case 'limits':
      return lines(ofLimit(find(pack.limits), lang));
    case 'clocks':
      return boundLines(pack, find(pack.clocks), lang);
    case 'notices': {
      const one = find(pack.notices);
      return [
        ...lines({
          to: units(one.to),
          via: one.via.map((way) => VIA[way]?.[lang] ?? asWords(way)).join(comma),
          form: one.form && formName(pack, one.form, lang),
          proof: one.proof,
        }),
        ...boundLines(pack, one, lang),
      ];
    }
    case 'forms':
      return lines({
        fields: find(pack.forms)
          .fields.map((field) => showField(pack, field, lang))
          .join(comma),
      });
    case 'gates': {
      const one = find(pack.gates);
      return lines({
        require: showRequired(pack, one, lang),
        else: one.else && deskTerm(pack, one.else, lang),
      });
    }
    case 'routing':
      return lines({
        confidential: find(pack.routing).confidential
          ? lang === 'zh'
            ? '只有该单位看得到'
            : 'seen by that unit only'
          : undefined,
      });
    case 'approvals': {
      const one = find(pack.approvals);
      return [
        ...lines({
          of: showTerm(pack, one.of, lang),
          steps: units(one.steps),
          clocks: one.clocks.length > 0 ? clocks(one.clocks) : undefined,
          form: one.form && formName(pack, one.form, lang),
        }),
        ...boundLines(pack, one, lang),
      ];
    }
    case 'pauses': {
      const one = find(pack.pauses);
      return [
        ...lines({
          clocks: clocks(one.clocks),
          ask: one.ask && thingName(pack, one.ask, lang),
          retroactive: one.retroactive
            ? lang === 'zh'
              ? '可以'
              : 'allowed'
            : lang === 'zh'
              ? '不可以'
              : 'not allowed',
        }),
        ...boundLines(pack, one, lang),
      ];
    }
    case 'texts': {
      const { kind, text } = find(pack.texts);
      return lines({ kind: KINDS[kind]?.[lang], text });
    }
    default:
      return bodyLines(pack, find(pack[section] as readonly PlainEntry[]).body, lang);
  }
}

const VIA: Record<string, Record<Language, string>> = {
  sms: { zh: '短信', en: 'SMS' },
  app: { zh: '应用', en: 'app' },
  wechat: { zh: '微信', en: 'WeChat' },
  poster: { zh: '张贴', en: 'poster' },
  tv: { zh: '电视', en: 'TV' },
  website: { zh: '网站', en: 'website' },
  group: { zh: '群', en: 'group' },
  email: { zh: '邮件', en: 'email' },
  paper: { zh: '书面', en: 'paper' },
  'bulletin-board': { zh: '公告栏', en: 'bulletin board' },
  door: { zh: '上门', en: 'at the door' },
  call: { zh: '电话', en: 'call' },
  phone: { zh: '电话', en: 'phone' },
};

function ofTerm(pack: Pack, term: TermEntry, lang: Language): Record<string, string | undefined> {
  const { id, kind, words, choices, count } = term;
  const comma = lang === 'zh' ? '、' : ', ';
  const counted =
    count &&
    `${showTerm(pack, count.of, lang)}${count.within ? (lang === 'zh' ? `，${showLimit(count.within.text, lang)}内` : ` in ${showLimit(count.within.text, lang)}`) : ''}`;
  return {
    kind: KINDS[kind]?.[lang],
    words: words.join(comma),
    choices: choices?.map((one) => choiceName(pack, id, one.id, lang)).join(comma),
    default: term.default === undefined ? undefined : valueName(pack, id, term.default, lang),
    counted,
  };
}

function ofHours({ days, open, holidays, cases }: HoursEntry, lang: Language): Record<string, string | undefined> {
  const windows = (list: readonly [number, number][]): string =>
    list.map(([from, until]) => `${clockTime(from)}–${clockTime(until)}`).join(lang === 'zh' ? '、' : ', ');
  const day = ([month, date]: [number, number]): string => `${month}-${date}`;
  return {
    days: `${lang === 'zh' ? '周' : ''}${days.map((one) => WEEKDAYS[lang][one - 1]).join(lang === 'zh' ? '、' : ', ')}`,
    open: windows(open),
    season: cases
      .map(
        ({ season, open: hours }) => `${season ? `${day(season.from)} – ${day(season.until)} ` : ''}${windows(hours)}`,
      )
      .join(lang === 'zh' ? '；' : '; '),
    holidays: holidays === 'open' ? (lang === 'zh' ? '照常' : 'open') : lang === 'zh' ? '休息，调休上班照计' : 'closed',
  };
}

const ofLimit = (
  { words, document, value, confirmed }: LimitEntry,
  lang: Language,
): Record<string, string | undefined> => ({
  words: words.join(lang === 'zh' ? '、' : ', '),
  document,
  value: value && showLimit(value.breach.text, lang),
  confirmed: confirmed
    ? lang === 'zh'
      ? '已确认'
      : 'yes'
    : lang === 'zh'
      ? '待本单位确认'
      : 'to be confirmed by the utility',
});

function showField(pack: Pack, { id, name, when }: FormField, lang: Language): string {
  const condition = showWhen(pack, when, lang);
  const own = lang === 'zh' ? name : asWords(id);
  return condition === '' ? own : lang === 'zh' ? `${own}（${condition}时）` : `${own} (when ${condition})`;
}

function showRequired(pack: Pack, { require }: GateEntry, lang: Language): string {
  if (require === 'never') return lang === 'zh' ? '不允许' : 'never allowed';
  const parts: string[] = (require.done ?? []).map((one) => showTerm(pack, one, lang));
  const facts = showWhen(pack, require.facts, lang);
  if (facts !== '') parts.push(facts);
  if (require.waited) {
    const since = showTerm(pack, require.waited.since, lang);
    const limit = showLimit(require.waited.atLeast.text, lang);
    parts.push(lang === 'zh' ? `${since}满 ${limit}` : `${limit} since ${since}`);
  }
  return parts.join(lang === 'zh' ? '，' : ', ');
}
