/** The limits grammar: `24 h`, `7 wd`, `3..5 d`, `same-day`, `next-month-end`, `day 30`, `none`; times and stretches of the day. */
import { DAY, HOUR, MINUTE } from '../../../../values/instant.ts';
import type { Limit, Within } from '../pack.ts';
import { nearest, type Parsed, parsed, problem } from '../pack-error.ts';
import { daysMeant, periodMeant, seasonMeant, stretchMeant } from './grammar/spoken.ts';

const UNITS = ['min', 'h', 'd', 'cd', 'wd', 'wh', 'mo'] as const;
type Unit = (typeof UNITS)[number];
const PERIODS = ['week', 'month', 'quarter', 'half-year', 'year', 'cycle'] as const;

export const LIMIT_EXAMPLES =
  '30 min | 24 h | 2 d | 3 cd | 7 wd | 1 wh | 6 mo | same-day | month-end | day 30 | 3..5 d | none';

/** Words authors write for a unit, and the unit meant. */
const SPOKEN: [RegExp, Unit][] = [
  [/^(个?工作日|working[- ]?days?|wdays?)$/i, 'wd'],
  [/^(个?工作(小)?时|working[- ]?hours?)$/i, 'wh'],
  [/^(自然日|日|calendar[- ]?days?)$/i, 'cd'],
  [/^(天|days?)$/i, 'd'],
  [/^(个?小时|时|hours?|hrs?|hr)$/i, 'h'],
  [/^(分钟?|mins?|minutes?|m)$/i, 'min'],
  [/^(个?月|months?|mon)$/i, 'mo'],
];

const FULL_WIDTH = /[\u3000\uff01-\uff5e，、。：；～〜－—–≤≥＜＞至到“”‘’「」]/u;

/** Full-width digits and Chinese punctuation as the ASCII the grammar asks for. */
export function toHalfWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/≥/g, '>= ')
    .replace(/≤/g, '<= ')
    .replace(/[“”‘’「」]/g, '')
    .replace(/\s*[、，,]\s*/g, ', ')
    .replace(/：/g, ':')
    .replace(/\s*(?:~|～|〜|—+|–|至|到)\s*/g, '..')
    .replace(/…/g, '..')
    .replace(/\s+/g, ' ')
    .trim();
}

const bad = (found: string, expected: string, zh: string, en: string, code = 'bad-limit') =>
  problem(code, found, expected, zh, en);

/** Written in full width? Then say how it should be written. Undefined when the text is plain ASCII. */
export function fullWidthProblem(
  text: string,
  fixed: (half: string) => boolean,
): { ok: false; problem: import('../pack-error.ts').Problem } | undefined {
  if (!FULL_WIDTH.test(text)) return undefined;
  const half = toHalfWidth(text);
  if (!fixed(half)) return undefined;
  return problem(
    'full-width',
    text,
    half,
    `“${text}”里有全角数字或中文标点，请写成“${half}”。`,
    `"${text}" contains full-width digits or Chinese punctuation; write "${half}".`,
  );
}

function one(amount: string, unit: Unit, text: string): Parsed<Limit> {
  const n = Number(amount);
  const whole = Number.isInteger(n);
  if (unit === 'min' || unit === 'h' || unit === 'd')
    return parsed({ unit: 'elapsed', ms: Math.round(n * (unit === 'min' ? MINUTE : unit === 'h' ? HOUR : DAY)), text });
  if (unit === 'wh') return parsed({ unit: 'wh', ms: Math.round(n * HOUR), text });
  if (!whole)
    return bad(
      text,
      `${Math.ceil(n)} ${unit}`,
      `“${text}”：${unit} 只能是整数，例如写成“${Math.ceil(n)} ${unit}”。`,
      `"${text}": ${unit} takes whole numbers only, such as "${Math.ceil(n)} ${unit}".`,
    );
  if (unit === 'mo') return parsed({ unit: 'mo', months: n, text });
  return parsed({ unit, days: n, text });
}

/** A limit or a pair `3..5 d` (warn at the first, breach at the second). Names in `limits` are not resolved here. */
export function parseLimit(written: string): Parsed<Within> {
  const text = written.trim();
  if (text === '') return bad('(empty)', LIMIT_EXAMPLES, '时限是空的。', 'The limit is empty.');
  if (text.length > 200) return bad(text, LIMIT_EXAMPLES, '时限太长，看不懂。', 'The limit is too long to be one.');
  const wide = fullWidthProblem(text, (half) => parseLimit(half).ok);
  if (wide) return wide;
  if (text === 'same-day') return parsed({ breach: { unit: 'same-day', text } });
  if (text === 'none') return parsed({ breach: { unit: 'none', text } });
  const end = /^(next-)?([a-z-]+)-end$/.exec(text);
  const period = PERIODS.find((p) => p === end?.[2]);
  if (end && period) return parsed({ breach: { unit: 'period-end', period, next: end[1] !== undefined, text } });
  const day = /^day\s+(\d+)$/.exec(text);
  if (day) {
    const n = Number(day[1]);
    if (n < 1 || n > 31)
      return bad(
        text,
        n < 1 ? 'day 1' : 'day 31',
        `“${text}”：一个月没有第 ${day[1]} 日，写“day 1”到“day 31”；day 31 在小月是最后一天。`,
        `"${text}": no month has a day ${day[1]}; write day 1 to day 31, and day 31 is the last in a short month.`,
      );
    return parsed({ breach: { unit: 'month-day', day: n, text: `day ${n}` } });
  }
  if (/^\d+(\.\d+)?$/.test(text))
    return bad(
      text,
      `${text} h | ${text} wd | ${text} cd`,
      `“${text}”没有单位：小时写“${text} h”，工作日写“${text} wd”，自然日写“${text} cd”。`,
      `"${text}" has no unit: write "${text} h" for hours, "${text} wd" for working days, "${text} cd" for calendar days.`,
      'limit-without-unit',
    );
  if (/^\d+:\d+(:\d+)?$/.test(text))
    return bad(
      text,
      `${Number.parseInt(text, 10) || 24} h`,
      `“${text}”像钟点，这里要的是时限，例如“${Number.parseInt(text, 10) || 24} h”。`,
      `"${text}" looks like a time of day; a limit is wanted here, such as "${Number.parseInt(text, 10) || 24} h".`,
    );
  if (/^-/.test(text))
    return bad(
      text,
      text.replace(/^-\s*/, ''),
      `时限“${text}”不能是负数，请写成“${text.replace(/^-\s*/, '')}”；提前量用 before 和 lead 写。`,
      `The limit "${text}" cannot be negative; write "${text.replace(/^-\s*/, '')}", or before and lead for a time ahead of something.`,
    );
  const amount = /^(\d+(?:\.\d+)?)(?:\s*(\.\.|-)\s*(\d+(?:\.\d+)?))?\s*(.+)$/.exec(text);
  if (!amount) return bad(text, LIMIT_EXAMPLES, `“${text}”不是时限。`, `"${text}" is not a limit.`);
  const [, low = '', dots, high, word = ''] = amount;
  const unit = UNITS.find((u) => u === word);
  if (!unit) {
    const meant = SPOKEN.find(([re]) => re.test(word))?.[1] ?? UNITS.find((u) => u === nearest(word, UNITS));
    const fix = meant ? `${low}${high ? `..${high}` : ''} ${meant}` : UNITS.join(' | ');
    return problem(
      'unknown-unit',
      text,
      fix,
      `“${text}”的单位“${word}”不认识${meant ? `，请写成“${fix}”` : `，可用：${UNITS.join(' ')}`}。`,
      `"${text}" has the unknown unit "${word}"${meant ? `; write "${fix}"` : `; units are ${UNITS.join(' ')}`}.`,
    );
  }
  if (!/\s/.test(text.charAt(text.length - word.length - 1))) {
    const fix = `${low}${high ? `..${high}` : ''} ${unit}`;
    return bad(
      text,
      fix,
      `“${text}”的数和单位之间要空一格：“${fix}”。`,
      `"${text}" needs a space between number and unit: "${fix}".`,
    );
  }
  if (Number(low) > 100_000 || Number(high ?? 0) > 100_000)
    return bad(text, LIMIT_EXAMPLES, `“${text}”大得不像时限。`, `"${text}" is too large to be a limit.`);
  if (high === undefined) {
    const limit = one(low, unit, `${Number(low)} ${unit}`);
    return limit.ok ? parsed({ breach: limit.value }) : limit;
  }
  if (dots === '-')
    return bad(
      text,
      `${low}..${high} ${unit}`,
      `“${text}”请用两个点写：“${low}..${high} ${unit}”。`,
      `Write "${text}" with two dots: "${low}..${high} ${unit}".`,
    );
  if (Number(low) >= Number(high))
    return bad(
      text,
      `${high}..${low} ${unit}`,
      `“${text}”前面的（预警）要小于后面的（超时），请写成“${high}..${low} ${unit}”。`,
      `"${text}": the first (warning) must be less than the second (breach); write "${high}..${low} ${unit}".`,
    );
  const warn = one(low, unit, `${Number(low)} ${unit}`);
  const breach = one(high, unit, `${Number(high)} ${unit}`);
  if (!warn.ok) return warn;
  if (!breach.ok) return breach;
  return parsed({ breach: breach.value, warn: warn.value });
}

/** Does the text try to be a limit (so that a mistake is one of grammar, not an unknown name)? */
export const looksLikeLimit = (text: string): boolean =>
  /^[\d\-０-９]/.test(text.trim()) || /^(day\b|next-)/.test(text.trim()) || /-end$/.test(text.trim());

/** `HH:MM` as minutes of the day; 24:00 is the end of the day. */
export function parseTimeOfDay(text: string): number | undefined {
  const m = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!m) return undefined;
  const minutes = Number(m[1]) * 60 + Number(m[2]);
  return Number(m[2]) < 60 && minutes <= 1440 ? minutes : undefined;
}

/** `22:00..08:30` (or with `-`, as opening hours are written): minutes of the day. */
export function parseDayStretch(written: string): Parsed<{ from: number; until: number }> {
  const text = written.trim();
  const wide = fullWidthProblem(text, (half) => parseDayStretch(half).ok);
  if (wide) return wide;
  const m = /^(\d{1,2}:\d{2})\s*(?:\.\.|-)\s*(\d{1,2}:\d{2})$/.exec(text);
  const from = m ? parseTimeOfDay(m[1] ?? '') : undefined;
  const until = m ? parseTimeOfDay(m[2] ?? '') : undefined;
  if (from === undefined || until === undefined || from === 1440) {
    const meant = stretchMeant(text);
    return problem(
      'bad-time-range',
      text,
      `"${meant ?? '22:00..08:30'}"`,
      meant ? `“${text}”不是一天中的时段，请写成 "${meant}"。` : `“${text}”不是一天中的时段，例如写成 "22:00..08:30"。`,
      meant
        ? `"${text}" is not a stretch of the day; write "${meant}".`
        : `"${text}" is not a stretch of the day such as "22:00..08:30".`,
    );
  }
  if (from === until)
    return problem('bad-time-range', text, '"00:00..24:00"', `“${text}”是空的时段。`, `"${text}" is an empty stretch.`);
  return parsed({ from, until });
}

/** `MM-DD..MM-DD`, both ends in, may cross the year end. */
export function parseSeason(written: string): Parsed<{ from: [number, number]; until: [number, number] }> {
  const text = written.trim();
  const wide = fullWidthProblem(text, (half) => parseSeason(half).ok);
  if (wide) return wide;
  const m = /^(\d{1,2})-(\d{1,2})\.\.(\d{1,2})-(\d{1,2})$/.exec(text);
  const [a, b, c, d] = m ? m.slice(1).map(Number) : [];
  const valid = (month?: number, date?: number) =>
    month !== undefined &&
    date !== undefined &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
  if (!m || !valid(a, b) || !valid(c, d)) {
    const meant = seasonMeant(text);
    return problem(
      'bad-season',
      text,
      `"${meant ?? '05-01..09-30'}"`,
      meant ? `“${text}”不是季节，请写成 "${meant}"。` : `“${text}”不是季节，例如写成 "05-01..09-30"。`,
      meant ? `"${text}" is not a season; write "${meant}".` : `"${text}" is not a season such as "05-01..09-30".`,
    );
  }
  return parsed({ from: [a as number, b as number], until: [c as number, d as number] });
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `mon-fri`, `sat`, `daily`, or several with commas, as ISO weekdays. */
export function parseWeekdays(written: string): Parsed<number[]> {
  const text = written.trim().toLowerCase();
  const days = new Set<number>();
  for (const part of text === 'daily' || text === 'every-day' ? ['mon-sun'] : text.split(/[\s,]+/)) {
    const [first = '', last = first] = part.split(/\.\.|-/);
    const from = WEEKDAYS.indexOf(first.slice(0, 3));
    const until = WEEKDAYS.indexOf(last.slice(0, 3));
    if (from < 0 || until < 0) {
      const meant = daysMeant(written);
      return problem(
        'bad-days',
        written,
        meant ?? 'mon-fri',
        meant ? `“${written}”要写成 ${meant}。` : `“${written}”不是星期几，例如写成 mon-fri。`,
        meant ? `For "${written}" write ${meant}.` : `"${written}" does not name weekdays such as mon-fri.`,
      );
    }
    for (let i = from; ; i = (i + 1) % 7) {
      days.add(i + 1);
      if (i === until) break;
    }
  }
  return parsed([...days].sort((x, y) => x - y));
}

const EVERY_WORDS = ['day', 'week', 'month', 'quarter', 'half-year', 'year', 'cycle', 'once'];

/** `every`: an amount since last done, a calendar period, or `once`. Kept as written, spacing made even. */
export function parseEvery(written: string): Parsed<string> {
  const text = written.trim();
  if (EVERY_WORDS.includes(text)) return parsed(text);
  if (!looksLikeLimit(text)) {
    const near = periodMeant(text) ?? nearest(text, EVERY_WORDS);
    const known = '2 d | 6 mo | day | month | cycle | once';
    return problem(
      'bad-every',
      text,
      near ?? known,
      near ? `“${text}”不是周期，请写成“${near}”。` : `“${text}”不是周期，可用：${known}。`,
      near ? `"${text}" is not a period; write "${near}".` : `"${text}" is not a period; known: ${known}.`,
    );
  }
  const limit = parseLimit(text);
  if (!limit.ok) return limit;
  if (limit.value.warn || !['elapsed', 'cd', 'wd', 'mo'].includes(limit.value.breach.unit))
    return problem(
      'bad-every',
      text,
      '2 d | 6 mo | day | month | cycle | once',
      `“${text}”不是周期。`,
      `"${text}" is not a period.`,
    );
  return parsed(limit.value.breach.text);
}
