import { expect, test } from 'vitest';
import { cut, localTime, span, standing } from './order-texts.ts';

const NOW = '2026-11-22T05:29:00Z';

test('times are those of the utility, with the year only where it is another', () => {
  expect(localTime(NOW, NOW)).toBe('11-22 13:29');
  expect(localTime('2025-12-31T16:00:00Z', NOW)).toBe('01-01 00:00');
  expect(localTime('2025-12-31T15:59:00Z', NOW)).toBe('2025-12-31 23:59');
  expect(localTime(null, NOW)).toBe('—');
});

test('a stretch is said to the minute, of days to the hour', () => {
  expect(span(8 * 60_000, 'zh')).toBe('8 分');
  expect(span(185 * 60_000, 'en')).toBe('3 h 5 min');
  expect(span(52 * 3_600_000 + 60_000, 'zh')).toBe('2 天 4 小时');
  expect(span(20_000, 'zh')).toBe('0 分');
});

test('a clock stands as people say it', () => {
  const clock = (state: string, dueAt: string | null = '2026-11-22T05:21:00Z') => standing({ state, dueAt }, NOW, 'zh');
  expect(clock('late')).toBe('超时 8 分');
  expect(clock('running', '2026-11-22T06:29:00Z')).toBe('还剩 1 小时');
  expect(clock('warned', '2026-11-22T05:34:00Z')).toBe('还剩 5 分（预警）');
  expect(clock('paused')).toBe('暂停');
  expect(clock('met')).toBe('按时');
  expect(clock('running', null)).toBe('不限时');
});

test('a long place is cut to columns, not to characters', () => {
  expect(cut('湖滨东路十八号', 9)).toBe('湖滨东路…');
  expect(cut('湖滨东路', 8)).toBe('湖滨东路');
});
