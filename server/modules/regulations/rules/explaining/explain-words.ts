/** Times, amounts and terms of an explanation, in the words of its two languages. */
import { HOUR, type Instant, MINUTE, type Millis, SECOND } from '../../../../values/instant.ts';
import { civilDate, formatDay, type Zone } from '../../../../values/zone.ts';
import { dutiesOf } from '../duties/duty.ts';
import { vocabularyOf } from '../match.ts';
import type { Pack } from '../pack.ts';
import { asWords } from '../vocabulary.ts';
import { SENTENCES } from './explain-sentences.ts';

export type Language = 'zh' | 'en';

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
export const clockTime = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/**
 * `14:36` on the day beside which it stands, else `10-02 14:36`, with the year where it differs; beside
 * nothing, with the date.
 * @param endsDay 00:00 is written as the 24:00 of the day it ends.
 */
export function showTime(zone: Zone, at: Instant, besideDay: number | null, endsDay = false): string {
  const today = zone.dayOf(at);
  const midnight = endsDay && zone.startOfDay(today) === at;
  const day = midnight ? today - 1 : today;
  const second = Math.floor((at % MINUTE) / SECOND);
  const time = midnight ? '24:00' : `${clockTime(zone.minuteOf(at))}${second > 0 ? `:${two(second)}` : ''}`;
  if (day === besideDay) return time;
  const { year, month, day: date } = civilDate(day);
  const elsewhere = besideDay !== null && civilDate(besideDay).year !== year;
  return elsewhere ? `${formatDay(day)} ${time}` : `${two(month)}-${two(date)} ${time}`;
}

/** `1 小时 12 分`, `1 h 12 min`. */
export function showDuration(ms: Millis, lang: Language): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const seconds = Math.floor((ms % MINUTE) / SECOND);
  const [h, m, s] = lang === 'zh' ? ['小时', '分', '秒'] : ['h', 'min', 's'];
  const parts = [
    hours > 0 && `${hours} ${h}`,
    minutes > 0 && `${minutes} ${m}`,
    seconds > 0 && `${seconds} ${s}`,
  ].filter(Boolean);
  return parts.join(' ') || `0 ${m}`;
}

const UNITS: Record<string, [zh: string, en: string, several: string]> = {
  min: ['分钟', 'minute', 'minutes'],
  h: ['小时', 'hour', 'hours'],
  d: ['天', 'day of 24 h', 'days of 24 h'],
  cd: ['日', 'calendar day', 'calendar days'],
  wd: ['个工作日', 'working day', 'working days'],
  wh: ['工作小时', 'working hour', 'working hours'],
  mo: ['个月', 'month', 'months'],
};

const POINTS: Record<string, [zh: string, en: string]> = {
  none: ['不限时', 'no limit'],
  'same-day': ['当日', 'the same day'],
  'week-end': ['本周末', 'the end of the week'],
  'month-end': ['本月底', 'the end of the month'],
  'next-month-end': ['下月底', 'the end of next month'],
  'quarter-end': ['本季度末', 'the end of the quarter'],
  'half-year-end': ['本半年末', 'the end of the half-year'],
  'year-end': ['本年底', 'the end of the year'],
  'cycle-end': ['本周期末', 'the end of the billing cycle'],
  'next-cycle-end': ['下周期末', 'the end of the next billing cycle'],
};

/** A limit as the pack writes it (`1 h`, `3..5 d`, `month-end`), in words. */
export function showLimit(text: string, lang: Language): string {
  const parts = /^([\d.]+)\s*(min|h|d|cd|wd|wh|mo)$/.exec(text.trim());
  if (parts) {
    const unit = UNITS[parts[2] as string] as [string, string, string];
    const amount = (parts[1] as string).replace('..', lang === 'zh' ? '至' : ' to ');
    return lang === 'zh' ? `${amount} ${unit[0]}` : `${amount} ${amount === '1' ? unit[1] : unit[2]}`;
  }
  const date = /^day (\d+)$/.exec(text);
  if (date) return lang === 'zh' ? `每月 ${date[1]} 日` : `day ${date[1]} of the month`;
  return POINTS[text]?.[lang === 'zh' ? 0 : 1] ?? text;
}

/** The limit of a reading: as above, or `计划停水时间前 48 小时` where it ends before a planned time. */
export function showLimitOf(pack: Pack, limit: string, lang: Language): string {
  const [, every, within] = /^every (\d+ \w+|\S+)(?: (.+))?$/.exec(limit) ?? [];
  if (every !== undefined) return showEvery(every, within, lang);
  const [, plan, lead] = /^before (\S+)(?: (.+))?$/.exec(limit) ?? [];
  if (plan === undefined) return showLimit(limit, lang);
  const name = showTerm(pack, plan, lang);
  if (lang === 'zh') return `${name}前${lead ? ` ${showLimit(lead, lang)}` : ''}`;
  return `${lead ? `${showLimit(lead, lang)} ` : ''}before ${name}`;
}

const EVERY: Record<string, [zh: string, en: string]> = {
  day: ['每日', 'every day'],
  week: ['每周', 'every week'],
  month: ['每月', 'every month'],
  quarter: ['每季度', 'every quarter'],
  'half-year': ['每半年', 'every half-year'],
  year: ['每年', 'every year'],
  cycle: ['每抄表周期', 'every billing cycle'],
  once: ['一次', 'once'],
};

/** How often a duty comes round: `每月一次（每月 30 日）`. */
export function showEvery(every: string, within: string | undefined, lang: Language): string {
  const word = EVERY[every]?.[lang === 'zh' ? 0 : 1];
  const often = word ?? (lang === 'zh' ? `每 ${showLimit(every, lang)}` : `every ${showLimit(every, lang)}`);
  const times = lang === 'zh' && every !== 'once' ? `${often}一次` : often;
  if (within === undefined) return times;
  return lang === 'zh' ? `${times}（${showLimit(within, lang)}）` : `${times} (${showLimit(within, lang)})`;
}

/** Keys of an entry its source leaves open. */
const KEYS: Record<string, [zh: string, en: string]> = {
  from: ['起点', 'start'],
  until: ['止点', 'end'],
  within: ['时长', 'limit'],
  before: ['计划时间', 'planned time'],
  lead: ['提前量', 'lead'],
  unit: ['计时单位', 'unit of time'],
  calendar: ['日历', 'calendar'],
  hours: ['工作时间', 'office hours'],
  breach: ['超时判定', 'when it is late'],
  by: ['责任单位', 'unit'],
  to: ['对象', 'whom'],
  per: ['统计周期', 'period'],
  every: ['周期', 'how often'],
  ahead: ['提前开单', 'how much earlier'],
  'for-each': ['逐项对象', 'for what'],
};

export const showKey = (key: string, lang: Language): string => KEYS[key]?.[lang === 'zh' ? 0 : 1] ?? key;

/** Those a rulebook names without keeping them in its organization. */
const AUDIENCES: Record<string, string> = {
  customer: '客户',
  'affected-customers': '受影响用户',
  'property-management': '物业',
  communities: '社区',
  leaders: '领导',
  'unit-head': '单位负责人',
  'warning-group': '预警群',
};

const either = (zh: string, en: string, lang: Language): string => (lang === 'zh' ? zh : en);

/** 延期申请表: by its name, else by the approval it is for. */
export function formName(pack: Pack, id: string, lang: Language): string {
  const form = pack.forms.find((one) => one.id === id);
  if (lang === 'en') return `${asWords(id)} form`;
  if (form?.name) return form.name;
  const approval = pack.approvals.find((one) => one.form === id);
  return approval ? `${approvalName(pack, approval.id, lang)}表` : '表单';
}

/** 延期申请, 退单申请: by what it allows. */
export function approvalName(pack: Pack, id: string, lang: Language): string {
  const approval = pack.approvals.find((one) => one.id === id);
  if (!approval) return either('审批', 'approval', lang);
  return either(`${deskTerm(pack, approval.of, 'zh')}申请`, `${deskTerm(pack, approval.of, 'en')} request`, lang);
}

/** 告知受影响用户: by who is to be told first. */
export function noticeName(pack: Pack, id: string, lang: Language): string {
  const to = pack.notices.find((one) => one.id === id)?.to ?? [];
  const [first] = to;
  if (first === undefined) return either('告知', 'notice', lang);
  const unit = pack.organization.find((one) => one.id === first);
  const zh = unit ? (unit.aliases[0] ?? unit.name) : (AUDIENCES[first] ?? '');
  return either(
    `告知${zh}${to.length > 1 ? '等' : ''}`,
    `tell ${asWords(first)}${to.length > 1 ? ' and others' : ''}`,
    lang,
  );
}

/** A milestone as the act that brings it, in the desks' short words: 接单, accept. */
export function deskTerm(pack: Pack, id: string, lang: Language): string {
  const desk = vocabularyOf(pack).milestones.get(id)?.desk?.[lang];
  if (desk !== undefined) return desk;
  const { made, of } = madeOf(id);
  if (made === 'told') return noticeName(pack, of, lang);
  if (made === 'approved') return approvalName(pack, of, lang);
  if (made === 'filled')
    return either(`填${formName(pack, of, 'zh')}`, `fill in the ${formName(pack, of, 'en')}`, lang);
  return showTerm(pack, id, lang);
}

function madeOf(id: string): { made: string; of: string } {
  const colon = id.indexOf(':');
  return colon < 0 ? { made: '', of: id } : { made: id.slice(0, colon), of: id.slice(colon + 1) };
}

/** A milestone or planned time by its word in the pack; never its bare id where the rulebook has words. */
export function showTerm(pack: Pack, id: string, lang: Language): string {
  const words = vocabularyOf(pack);
  if (id === 'due' || id.endsWith('.due')) return either('到期', 'the due', lang);
  const known = words.milestones.get(id) ?? words.plans.get(id) ?? words.facts.get(id);
  if (known) return known[lang];
  const { made, of } = madeOf(id);
  switch (made) {
    case 'told':
      return either(noticeName(pack, of, 'zh'), noticeName(pack, of, 'en').replace(/^tell (.+)$/, '$1 told'), lang);
    case 'filled':
      return either(`填妥${formName(pack, of, 'zh')}`, `${formName(pack, of, 'en')} filled in`, lang);
    case 'approved':
      return either(`批准${approvalName(pack, of, 'zh')}`, `${approvalName(pack, of, 'en')} approved`, lang);
    case 'duty':
      return either('本次到期', 'this time due', lang);
    case 'late':
      return either(`${ownName(pack, of, 'zh')}超时`, `${ownName(pack, of, 'en')} late`, lang);
  }
  return made === 'missed' ? either('指标未达成', 'target missed', lang) : id;
}

/** 巡检, 水箱清洗: by the order it makes, else by what ends it. */
export function dutyName(pack: Pack, id: string, lang: Language): string {
  const duty = dutiesOf(pack).find((one) => one.id === id);
  if (!duty) return either('职责', asWords(id), lang);
  const event = duty.cases[0]?.value.makes ?? '';
  const word = vocabularyOf(pack).events.get(event);
  return word && event.includes('.') ? word[lang] : showTerm(pack, duty.until.of[0] ?? id, lang);
}

/** What the clock of an entry is called, whatever section it stands in. */
export function ownName(pack: Pack, id: string, lang: Language): string {
  const { made, of } = madeOf(id);
  const stops =
    made === 'duty'
      ? dutiesOf(pack).find((one) => one.id === of)?.until
      : pack.clocks.find((one) => one.id === id)?.until;
  const stop = stops?.of[0];
  if (stop !== undefined) return deskTerm(pack, stop, lang);
  if (pack.notices.some((one) => one.id === id)) return noticeName(pack, id, lang);
  if (pack.approvals.some((one) => one.id === id)) return approvalName(pack, id, lang);
  return either('时限', asWords(id), lang);
}

/** A quote as people read it: some sources set formulas in TeX (`$\leq 500\text{mm}$`); the stored quote stays as published. */
export const showQuote = (quote: string): string =>
  quote
    .replace(/\$([^$]+)\$/g, (_all, formula: string) =>
      formula
        .replace(/\\leq?\b\s*/g, '≤ ')
        .replace(/\\geq?\b\s*/g, '≥ ')
        .replace(/\s*\\text\{([^{}]*)\}/g, ' $1'),
    )
    .replace(/ (?=[，。；])/g, '');

/** Everything a rulebook calls by a name or a number, as its readings say it again and again. */
export interface Phrasebook {
  term: (id: string) => string;
  terms: (ids: readonly string[], comma: string) => string;
  limit: (text: string) => string;
  quote: (text: string) => string;
  /** Windows of office hours, and what else decides whether they count. */
  hours: (id: string) => string;
}

const phrasebooks = new WeakMap<Pack, Record<Language, Phrasebook>>();

/** Kept as long as the pack. */
export function phrasebookOf(pack: Pack, lang: Language): Phrasebook {
  let both = phrasebooks.get(pack);
  if (!both) {
    both = { zh: phrasebook(pack, 'zh'), en: phrasebook(pack, 'en') };
    phrasebooks.set(pack, both);
  }
  return both[lang];
}

function phrasebook(pack: Pack, lang: Language): Phrasebook {
  const term = kept((id) => showTerm(pack, id, lang));
  return {
    term,
    terms: (ids, comma) => (ids.length === 1 ? term(ids[0] as string) : ids.map(term).join(comma)),
    limit: kept((text) => showLimit(text, lang)),
    quote: kept(showQuote),
    hours: kept((id) => showHours(pack, id, lang)),
  };
}

function showHours(pack: Pack, id: string, lang: Language): string {
  const say = SENTENCES[lang];
  const entry = pack.hours.find((one) => one.id === id);
  const windows = entry?.open.map(([from, until]) => `${clockTime(from)}–${clockTime(until)}`).join(say.comma) ?? '';
  return `${windows}${entry?.cases.some((one) => one.season) ? say.seasons : ''}${say.holidays}`;
}

/** The answers of a function, kept: it is asked for the ids, limits and quotes of one rulebook. */
function kept(tell: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let told = known.get(text);
    if (told === undefined) {
      told = tell(text);
      known.set(text, told);
    }
    return told;
  };
}
