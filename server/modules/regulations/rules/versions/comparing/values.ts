/** Values of an entry's keys in words; what has no words of its own is shown as a rulebook writes it. */
import { showWhen, unitName } from '../../explaining/conditions.ts';
import { clockTime, type Language, showLimit, showTerm } from '../../explaining/explain-words.ts';
import type { Limit, Milestones, Pack, When, Within } from '../../pack.ts';
import { keyName } from './names.ts';

type Pair = [zh: string, en: string];

const WORDS: Record<string, Record<string, Pair>> = {
  breach: {
    'at-due': ['到期即超时', 'at the due'],
    'at-event': ['计划时间到时', 'at the planned time'],
    'if-late': ['逾期办理才算', 'only if done late'],
    never: ['只统计，不判超时', 'never'],
  },
  on: { order: ['每张工单', 'each order'], request: ['每件诉求', 'each request'] },
  overlap: { error: ['不得交叉', 'an error'], shortest: ['取最短', 'the shortest'], first: ['取第一个', 'the first'] },
  holidays: { closed: ['休息', 'closed'], open: ['照常', 'open'] },
  kind: {
    unit: ['单位', 'unit'],
    role: ['角色', 'role'],
    district: ['片区', 'district'],
    outlet: ['网点', 'outlet'],
    event: ['事项', 'event'],
    fact: ['事实', 'fact'],
    milestone: ['节点', 'milestone'],
    plan: ['计划时间', 'planned time'],
    promise: ['承诺', 'promise'],
    guide: ['指南', 'guide'],
    script: ['话术', 'script'],
    document: ['文书', 'document'],
  },
  require: { never: ['不允许', 'never'] },
  every: {
    day: ['每日', 'every day'],
    week: ['每周', 'every week'],
    month: ['每月', 'every month'],
    quarter: ['每季度', 'every quarter'],
    'half-year': ['每半年', 'every half-year'],
    year: ['每年', 'every year'],
    cycle: ['每个周期', 'every cycle'],
    once: ['一次', 'once'],
  },
  clocks: { all: ['全部', 'all'] },
};
/** Keys whose values are ids of the organization, or of who is told. */
const UNITS = new Set(['by', 'to', 'with', 'steps', 'ask', 'parent']);
/** Keys whose values are milestones or planned times. */
const TERMS = new Set(['before', 'blocks', 'of', 'else', 'done', 'since']);
const LIMITS = new Set(['within', 'lead', 'opens', 'atLeast', 'ahead', 'value', 'warn']);

const isLimit = (value: unknown): value is Limit =>
  typeof value === 'object' && value !== null && 'unit' in value && 'text' in value;
const isWithin = (value: unknown): value is Within =>
  typeof value === 'object' && value !== null && 'breach' in value && isLimit(value.breach);
export const isWhen = (value: unknown): value is When =>
  typeof value === 'object' && value !== null && 'facts' in value && typeof value.facts === 'object';
const isMilestones = (value: unknown): value is Milestones =>
  typeof value === 'object' && value !== null && 'pick' in value && 'of' in value;
const isStretch = (value: unknown): value is { from: number; until: number } =>
  typeof value === 'object' && value !== null && 'from' in value && 'until' in value;

const WHOLE = new Set(['quiet', 'open', 'require', 'warn']);
/** Told as one, whatever is in them. */
export const isWhole = (key: string, value: unknown): boolean =>
  isLimit(value) || isWithin(value) || isWhen(value) || isMilestones(value) || WHOLE.has(key);

export function showValue(pack: Pack, key: string, value: unknown, lang: Language): string {
  const zh = lang === 'zh';
  if (value === undefined || value === null) return zh ? '无' : 'none';
  if (typeof value === 'boolean') return zh ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (isWithin(value)) return showWithin(value, lang);
  if (isLimit(value)) return showLimit(value.text, lang);
  if (isWhen(value)) return showWhen(pack, value, lang) || (zh ? '其余' : 'the rest');
  if (isMilestones(value)) {
    const names = value.of.map((one) => showTerm(pack, one, lang)).join(zh ? '、' : ', ');
    if (value.of.length < 2) return names;
    return value.pick === 'all' ? (zh ? `${names}全部` : `all of ${names}`) : zh ? `${names}之先` : `first of ${names}`;
  }
  if (key === 'quiet' && isStretch(value)) return `${clockTime(value.from)}–${clockTime(value.until)}`;
  if (key === 'open' && Array.isArray(value))
    return value
      .map((one) => (Array.isArray(one) ? one.map((minute) => clockTime(Number(minute))).join('–') : String(one)))
      .join(zh ? '、' : ', ');
  if (key === 'warn' && typeof value === 'object' && 'share' in value) return `${Number(value.share) * 100} %`;
  if (key === 'warn' && typeof value === 'object' && 'before' in value && isLimit(value.before))
    return zh ? `到期前${showLimit(value.before.text, lang)}` : `${showLimit(value.before.text, lang)} before the due`;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length === 0
      ? zh
        ? '无'
        : 'none'
      : value.map((one) => word(pack, key, String(one), lang)).join(zh ? '、' : ', ');
  if (key === 'require' && typeof value === 'object') return showRequired(pack, value, lang);
  if (typeof value === 'object') return asWritten(value);
  if (key === 'every' && !WORDS.every?.[String(value)])
    return zh ? `每 ${showLimit(String(value), lang)}` : `every ${showLimit(String(value), lang)}`;
  return word(pack, key, String(value), lang);
}

function word(pack: Pack, key: string, text: string, lang: Language): string {
  const own = WORDS[key]?.[text];
  if (own) return own[lang === 'zh' ? 0 : 1];
  if (key === 'assumed') return keyName(text, lang);
  if (UNITS.has(key)) return unitName(pack, text, lang) ?? text;
  if (TERMS.has(key)) return showTerm(pack, text, lang);
  if (LIMITS.has(key)) return showLimit(text, lang);
  return text;
}

function showWithin({ breach, warn, named }: Within, lang: Language): string {
  const zh = lang === 'zh';
  const limit = showLimit(breach.text, lang);
  const notes = [
    warn && (zh ? `${showLimit(warn.text, lang)}预警` : `warns at ${showLimit(warn.text, lang)}`),
    named && (zh ? `按“${named.id}”` : `by "${named.id}"`),
    named && !named.confirmed && (zh ? '待确认' : 'not confirmed'),
  ].filter((note) => typeof note === 'string');
  if (notes.length === 0) return limit;
  return zh ? `${limit}（${notes.join('，')}）` : `${limit} (${notes.join(', ')})`;
}

/** `填妥停水申请，自占压起满 2 天` */
function showRequired(pack: Pack, value: object, lang: Language): string {
  const { done, facts, waited } = value as Exclude<Pack['gates'][number]['require'], 'never'>;
  const zh = lang === 'zh';
  const parts = [
    done?.map((one) => showTerm(pack, one, lang)).join(zh ? '、' : ', '),
    facts && showWhen(pack, facts, lang),
    waited &&
      (zh
        ? `自${showTerm(pack, waited.since, lang)}起满 ${showLimit(waited.atLeast.text, lang)}`
        : `${showLimit(waited.atLeast.text, lang)} since ${showTerm(pack, waited.since, lang)}`),
  ].filter((part) => typeof part === 'string' && part !== '');
  return parts.join(zh ? '，' : ', ');
}

/** `{text: …, level: must}`: short, keys as in the rulebook. */
function asWritten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asWritten).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined && !isPlace(inner))
    .map(([key, inner]) => `${key}: ${asWritten(inner)}`);
  return `{${parts.join(', ')}}`;
}

/** File and line. */
const isPlace = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'file' in value && 'line' in value;

/** Canonical; equal where nothing but the place in a file differs. */
export function meaning(value: unknown): string {
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(meaning).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined && !isPlace(inner))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${meaning(inner)}`).join(',')}}`;
}

export const alike = (a: unknown, b: unknown): boolean => a === b || meaning(a) === meaning(b);
