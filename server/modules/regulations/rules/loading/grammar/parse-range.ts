/** Ranges: `">= 300, < 600"`, `"2..20"`, `"22:00..08:30"`. */
import type { Test } from '../../pack.ts';
import { type Parsed, parsed, problem } from '../../pack-error.ts';
import { fullWidthProblem, parseDayStretch, parseTimeOfDay } from '../parse-limit.ts';
import { comparisonMeant } from './spoken.ts';

const COMPARISON = /^(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?|\d{1,2}:\d{2})$/;

/** Text that can only mean a range of numbers or times of day. */
export const looksLikeRange = (text: string): boolean =>
  /^(>=|<=|=>|=<|==|!=|>|<|=|≥|≤|＞|＜)/.test(text) ||
  /^-?[\d.:０-９]+\s*(\.\.|…|~|～|至)\s*-?[\d.:０-９]+$/.test(text);

export function parseRange(written: string): Parsed<Test> {
  const text = written.trim();
  const wrong = (expected: string, zh: string, en: string) => problem('bad-range', text, expected, zh, en);
  const meant = comparisonMeant(text);
  if (meant)
    return wrong(
      meant,
      `范围“${text}”要用比较符，请写成“${meant}”（以上、以下含本数，超过不含）。`,
      `The range "${text}" takes a comparison; write "${meant}" (以上 and 以下 include the number, 超过 does not).`,
    );
  const wide = fullWidthProblem(text, (half) => parseRange(half).ok);
  if (wide) return wide;
  if (/^(=>|=<)/.test(text)) {
    const right = text.replace(/^=>/, '>=').replace(/^=</, '<=');
    return wrong(
      right,
      `“${text}”的比较符写反了，请写成“${right}”。`,
      `The comparison in "${text}" is written the wrong way round; write "${right}".`,
    );
  }
  if (/^(==|=)/.test(text)) {
    const right = text.replace(/^=+\s*/, '');
    return wrong(
      right,
      `“${text}”：等于就直接写数值“${right}”。`,
      `"${text}": for equality write the value alone, "${right}".`,
    );
  }
  if (/^!=/.test(text)) {
    const right = `{not: ${text.replace(/^!=\s*/, '')}}`;
    return wrong(right, `“${text}”：不等于写成 ${right}。`, `"${text}": for inequality write ${right}.`);
  }
  if (/^\d{1,2}:\d{2}\s*(\.\.|-)/.test(text)) {
    const stretch = parseDayStretch(text);
    return stretch.ok ? parsed({ op: 'clock-range', from: stretch.value.from, until: stretch.value.until }) : stretch;
  }
  const between = /^(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)$/.exec(text);
  if (between) {
    const [min, max] = [Number(between[1]), Number(between[2])];
    if (min > max)
      return problem(
        'empty-range',
        text,
        `"${max}..${min}"`,
        `范围“${text}”是空的：前面的数大于后面的，请写成 "${max}..${min}"。`,
        `The range "${text}" is empty, it begins after its end; write "${max}..${min}".`,
      );
    return parsed({ op: 'range', min, max });
  }
  const test: { op: 'range'; min?: number; max?: number; minOpen?: boolean; maxOpen?: boolean } = { op: 'range' };
  let times = false;
  for (const part of text.split(',')) {
    const m = COMPARISON.exec(part.trim());
    const bare = /^((?:>=|<=|>|<)\s*-?\d+(?:\.\d+)?)\s*[^\d\s.:].*$/.exec(part.trim())?.[1];
    if (!m && bare) {
      const right = text.replace(part.trim(), bare);
      return wrong(
        right,
        `“${text}”：范围里只写数，不写单位，请写成“${right}”。`,
        `"${text}": a range holds numbers without a unit; write "${right}".`,
      );
    }
    if (!m)
      return wrong(
        '">= 300, < 600"',
        `“${part.trim() || text}”不是范围，例如 ">= 300, < 600"。`,
        `"${part.trim() || text}" is not a range such as ">= 300, < 600".`,
      );
    const minutes = parseTimeOfDay(m[2] ?? '');
    times ||= minutes !== undefined;
    const value = minutes ?? Number(m[2]);
    const lower = m[1]?.startsWith('>') ?? false;
    if (lower ? test.min !== undefined : test.max !== undefined)
      return wrong('">= 300, < 600"', `“${text}”里同一侧写了两次。`, `"${text}" bounds the same side twice.`);
    if (lower) {
      test.min = value;
      if (m[1] === '>') test.minOpen = true;
    } else {
      test.max = value;
      if (m[1] === '<') test.maxOpen = true;
    }
  }
  if (
    test.min !== undefined &&
    test.max !== undefined &&
    (test.min > test.max || (test.min === test.max && (test.minOpen || test.maxOpen)))
  ) {
    return problem(
      'empty-range',
      text,
      `">= ${test.max}, <= ${test.min}"`,
      `范围“${text}”是空的，请写成 ">= ${test.max}, <= ${test.min}"。`,
      `The range "${text}" is empty; write ">= ${test.max}, <= ${test.min}".`,
    );
  }
  if (times) {
    const from = test.min === undefined ? 0 : test.min + (test.minOpen ? 1 : 0);
    const until = test.max === undefined ? 1440 : test.max + (test.maxOpen ? 0 : 1);
    return parsed({ op: 'clock-range', from, until: Math.min(until, 1440) });
  }
  return parsed(test);
}
