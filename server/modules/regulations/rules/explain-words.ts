/** Times, amounts and terms of an explanation, in the words of its two languages. */
import { HOUR, type Instant, MINUTE, type Millis, SECOND } from '../../../values/instant.ts';
import { civilDate, formatDay, type Zone } from '../../../values/zone.ts';
import { vocabularyOf } from './match.ts';
import type { Pack } from './pack.ts';

export type Language = 'zh' | 'en';

const two = (n: number): string => String(n).padStart(2, '0');
export const clockTime = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/**
 * `14:36` on the day of `beside`, else `10-02 14:36`, with the year where it differs; beside nothing, with the date.
 * @param endsDay 00:00 is written as the 24:00 of the day it ends.
 */
export function showTime(zone: Zone, at: Instant, beside: Instant | null, endsDay = false): string {
  const midnight = endsDay && zone.startOfDay(zone.dayOf(at)) === at;
  const day = zone.dayOf(at) - (midnight ? 1 : 0);
  const second = Math.floor((at % MINUTE) / SECOND);
  const time = midnight ? '24:00' : `${clockTime(zone.minuteOf(at))}${second > 0 ? `:${two(second)}` : ''}`;
  const date = formatDay(day);
  if (beside === null) return `${date.slice(5)} ${time}`;
  if (day === zone.dayOf(beside)) return time;
  return `${civilDate(day).year === civilDate(zone.dayOf(beside)).year ? date.slice(5) : date} ${time}`;
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

const MADE: Record<string, [zh: string, en: string]> = {
  told: ['告知', 'told'],
  filled: ['填报', 'filled in'],
  approved: ['批准', 'approved'],
  late: ['超时', 'late'],
  missed: ['未达标', 'missed'],
};

/** A milestone or planned time by its word in the pack. */
export function showTerm(pack: Pack, id: string, lang: Language): string {
  const words = vocabularyOf(pack);
  if (id === 'due' || id.endsWith('.due')) return lang === 'zh' ? '到期' : 'the due';
  const known = words.milestones.get(id) ?? words.plans.get(id) ?? words.facts.get(id);
  if (known) return lang === 'zh' ? known.zh : known.en;
  const [prefix, rest] = id.split(':');
  const made = MADE[prefix as string];
  if (made && rest !== undefined) return lang === 'zh' ? `${made[0]}（${rest}）` : `${made[1]} (${rest})`;
  return id;
}
