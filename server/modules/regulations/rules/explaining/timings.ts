/** When something is due, in words: the limit of a case, and what else decides. */

import type { Milestones, Pack, Timing } from '../pack.ts';
import { asWords } from '../vocabulary.ts';
import { clockTime, type Language, showLimit, showLimitOf, showTerm } from './explain-words.ts';
import { thingName } from './things.ts';

export interface Line {
  label: string;
  value: string;
}

const LABELS = {
  zh: {
    from: '起点',
    until: '止点',
    opens: '开始计时',
    by: '须由',
    breach: '超时判定',
    hours: '计时',
    quiet: '静默',
    on: '对象',
    warn: '提醒',
  },
  en: {
    from: 'From',
    until: 'Until',
    opens: 'Counts from',
    by: 'Stopped by',
    breach: 'Late',
    hours: 'Counted in',
    quiet: 'Quiet',
    on: 'Kept for',
    warn: 'Warns',
  },
} as const;

const BREACHES = {
  'at-event': { zh: '到计划时间才算超时，此前只提醒', en: 'only at the planned time; before it reminds' },
  'if-late': { zh: '不做不算超时，做晚了才算', en: 'only if done too late' },
  never: { zh: '只统计，不判超时', en: 'measured, never late' },
} as const;

const PERIODS: Record<string, Record<Language, string>> = {
  day: { zh: '每天', en: 'every day' },
  week: { zh: '每周', en: 'every week' },
  month: { zh: '每月', en: 'every month' },
  quarter: { zh: '每季度', en: 'every quarter' },
  'half-year': { zh: '每半年', en: 'every half-year' },
  year: { zh: '每年', en: 'every year' },
  cycle: { zh: '每个周期', en: 'every billing cycle' },
  once: { zh: '条件成立时一次', en: 'once, when it comes true' },
};

export const showEvery = (every: string, lang: Language): string =>
  PERIODS[every]?.[lang] ?? (lang === 'zh' ? `每 ${showLimit(every, 'zh')}` : `every ${showLimit(every, 'en')}`);

export function showMilestones(pack: Pack, milestones: Milestones | undefined, lang: Language): string {
  if (!milestones) return '';
  const names = milestones.of.map((one) => showTerm(pack, one, lang));
  if (names.length < 2) return names.join('');
  if (milestones.pick === 'all') return lang === 'zh' ? `${names.join('、')}全部完成` : `all of ${names.join(', ')}`;
  return names.join(lang === 'zh' ? '或' : ' or ');
}

/** 24 小时; 3 至 5 天; 计划停水时间前 48 小时; 第一时间，按 10 分钟. */
export function showTiming(pack: Pack, timing: Timing, lang: Language): string {
  const { within, before, lead, every } = timing;
  if (before !== undefined) return showLimitOf(pack, `before ${before}${lead ? ` ${lead.text}` : ''}`, lang);
  if (within) {
    const limit = showLimit(within.breach.text, lang);
    const named = within.named && pack.limits.find(({ id }) => id === within.named?.id);
    const [word] = named?.words ?? [];
    const text = word === undefined ? limit : lang === 'zh' ? `“${word}”，按 ${limit}` : `“${word}”, taken as ${limit}`;
    return every === undefined ? text : `${showEvery(every, lang)}${lang === 'zh' ? '，' : ', '}${text}`;
  }
  if (every !== undefined) return showEvery(every, lang);
  return showLimit('none', lang);
}

/** Whether the utility still has to say what a vague word means. */
export const isUnconfirmed = ({ within }: Timing): boolean => within?.named?.confirmed === false;

/** What is not said by the limit itself; nothing where it is as usual. */
export function timingLines(pack: Pack, timing: Timing, lang: Language): Line[] {
  const say = LABELS[lang];
  const lines: Line[] = [];
  const add = (key: keyof typeof say, value: string): void => void lines.push({ label: say[key], value });
  const { within, opens, by, breach, hours, quiet, on } = timing;
  if (within?.warn) add('warn', showLimit(within.warn.text, lang));
  if (opens)
    add('opens', lang === 'zh' ? `${showLimit(opens.text, lang)}之后` : `${showLimit(opens.text, lang)} later`);
  if (by) add('by', by.map((one) => thingName(pack, one, lang)).join(lang === 'zh' ? '、' : ', '));
  if (breach !== 'at-due') add('breach', BREACHES[breach][lang]);
  const unit = within?.breach.unit ?? timing.lead?.unit;
  if (unit === 'wh' || unit === 'wd')
    add('hours', pack.hours.some(({ id }) => id === hours) ? openOf(pack, hours) : asWords(hours));
  if (quiet)
    add(
      'quiet',
      lang === 'zh'
        ? `${clockTime(quiet.from)}–${clockTime(quiet.until)} 不计`
        : `${clockTime(quiet.from)}–${clockTime(quiet.until)} does not count`,
    );
  if (on === 'request') add('on', lang === 'zh' ? '每位来电人各自计时' : 'each caller');
  return lines;
}

const openOf = (pack: Pack, id: string): string =>
  (pack.hours.find((one) => one.id === id)?.open ?? [])
    .map(([from, until]) => `${clockTime(from)}–${clockTime(until)}`)
    .join('、');

export const boundLines = (pack: Pack, entry: { from?: Milestones; until?: Milestones }, lang: Language): Line[] =>
  (['from', 'until'] as const).flatMap((key) => {
    const value = showMilestones(pack, entry[key], lang);
    return value === '' ? [] : [{ label: LABELS[lang][key], value }];
  });
