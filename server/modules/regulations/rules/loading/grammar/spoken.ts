/** What authors write in words where the format has a notation: the notation they mean. Undefined: cannot be told. */

const two = (n: number): string => String(n).padStart(2, '0');

const COMPARISONS: [RegExp, string][] = [
  [/^(?:不超过|不大于|不多于|不高于|至多|最多)\s*/, '<='],
  [/^(?:不低于|不少于|不小于|至少|最少)\s*/, '>='],
  [/^(?:超过|大于|多于|高于)\s*/, '>'],
  [/^(?:小于|少于|低于|不足|不到|未满)\s*/, '<'],
];
const AFTER: [RegExp, string][] = [
  [/\s*(?:及以上|以上)$/, '>='],
  [/\s*(?:及以下|以下|以内|之内)$/, '<='],
];

/** 超过300 → `> 300`, 300以上 → `>= 300`: 以上 and 以下 include the number, 超过 does not. */
export function comparisonMeant(written: string): string | undefined {
  const text = written.trim();
  for (const [word, sign] of [...COMPARISONS, ...AFTER]) {
    if (!word.test(text)) continue;
    const number = /^(?:dn)?\s*(-?\d+(?:\.\d+)?)/i.exec(text.replace(word, '').normalize('NFKC').trim())?.[1];
    if (number !== undefined) return `${sign} ${number}`;
  }
  return undefined;
}

/** 不低于99% → `>= 99 %`. */
export function shareMeant(written: string): string | undefined {
  const text = written.normalize('NFKC').trim();
  const number = /(\d+(?:\.\d+)?)\s*(%|成)/.exec(text);
  if (!number) return undefined;
  const share = number[2] === '成' ? Number(number[1]) * 10 : Number(number[1]);
  const sign = /≥|不低于|不少于|以上|至少|>=|=>/.test(text)
    ? '>= '
    : /≤|不超过|不高于|以内|以下|<=|=</.test(text)
      ? '<= '
      : '';
  return `${sign}${share} %`;
}

/** 2026/1/1, 2026年1月1日, 20260101; a day the month does not have becomes its last. */
export function dateMeant(written: string): string | undefined {
  const found = /^(\d{4})\D*?(\d{1,2})\D+(\d{1,2})\D*$/.exec(written.normalize('NFKC').trim());
  const [, year, month, day] = found ?? /^(\d{4})(\d{2})(\d{2})$/.exec(written.trim()) ?? [];
  const of = Number(month);
  if (!year || of < 1 || of > 12 || Number(day) < 1) return undefined;
  const last = new Date(Date.UTC(Number(year), of, 0)).getUTCDate();
  return `${year}-${two(of)}-${two(Math.min(Number(day), last))}`;
}

/** 6月15日至8月31日 → `06-15..08-31`. */
export function seasonMeant(written: string): string | undefined {
  const numbers =
    written
      .normalize('NFKC')
      .match(/\d{1,2}/g)
      ?.map(Number) ?? [];
  if (numbers.length !== 4) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  const last = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate();
  if (a < 1 || a > 12 || c < 1 || c > 12 || b < 1 || d < 1) return undefined;
  return `${two(a)}-${two(Math.min(b, last(a)))}..${two(c)}-${two(Math.min(d, last(c)))}`;
}

/** 8点30分至12点 → `08:30-12:00`; an hour after midnight becomes midnight. */
export function stretchMeant(written: string): string | undefined {
  const text = written.normalize('NFKC');
  const times = [...text.matchAll(/(\d{1,2})(?:[:点时](\d{2}))?/g)].map(
    ([, hour = '', minute = '00']) => Number(hour) * 60 + Math.min(Number(minute), 59),
  );
  if (times.length !== 2) return undefined;
  const [from = 0, until = 0] = times.map((time) => Math.min(time, 24 * 60));
  if (from === until || from === 24 * 60) return undefined;
  const clock = (time: number): string => `${two(Math.floor(time / 60))}:${two(time % 60)}`;
  return `${clock(from)}${text.includes('..') ? '..' : '-'}${clock(until)}`;
}

const DAYS: [RegExp, string][] = [
  [/(?:周|星期|礼拜)一/g, 'mon'],
  [/(?:周|星期|礼拜)二/g, 'tue'],
  [/(?:周|星期|礼拜)三/g, 'wed'],
  [/(?:周|星期|礼拜)四/g, 'thu'],
  [/(?:周|星期|礼拜)五/g, 'fri'],
  [/(?:周|星期|礼拜)六/g, 'sat'],
  [/(?:周|星期|礼拜)[日天]/g, 'sun'],
  [/工作日/g, 'mon-fri'],
  [/周末|双休日/g, 'sat-sun'],
  [/每天|每日|天天/g, 'daily'],
  [/\s*[至到~～—–]\s*/g, '-'],
  [/\s*[、，,]\s*/g, ', '],
];

/** 周一至周五 → `mon-fri`. */
export function daysMeant(written: string): string | undefined {
  let text = written.trim();
  for (const [word, name] of DAYS) text = text.replace(word, name);
  return /^[a-z, -]+$/.test(text) && text !== written.trim() ? text : undefined;
}

const PERIODS: [RegExp, string][] = [
  [/^每?[日天]$/, 'day'],
  [/^每?(?:周|星期)$/, 'week'],
  [/^每?个?月$/, 'month'],
  [/^每?个?季度?$/, 'quarter'],
  [/^每?半年$/, 'half-year'],
  [/^每?年$/, 'year'],
  [/^每?个?周期$/, 'cycle'],
  [/^一次$/, 'once'],
];

/** 每月 → `month`, 每3天 → `3 d`. */
export function periodMeant(written: string): string | undefined {
  const text = written.trim();
  const counted = /^每\s*(\d+)\s*(天|日|个月|月|小时)$/.exec(text);
  if (counted) return `${counted[1]} ${counted[2] === '小时' ? 'h' : counted[2]?.endsWith('月') ? 'mo' : 'd'}`;
  return PERIODS.find(([word]) => word.test(text))?.[1];
}
