import { describe, expect, it } from 'vitest';
import { shortTime, span } from './time.ts';

const units = { second: '秒', minute: '分', hour: '小时', day: '天' };
const days = { today: '今日', tomorrow: '明日', yesterday: '昨日' };
const MINUTE = 60_000;

describe('times as people read them', () => {
  it('say lengths in whole units, rounded down', () => {
    const say = (minutes: number): string => span(minutes * MINUTE, units);
    expect([say(0.75), say(12.9), say(60), say(125), say(47 * 60), say(76 * 60)]).toEqual([
      '45 秒',
      '12 分',
      '1 小时',
      '2 小时 05 分',
      '47 小时',
      '3 天 4 小时',
    ]);
  });
  it('are in Asia/Shanghai and name the neighbouring days', () => {
    const now = Date.parse('2026-11-18T15:36:00+08:00');
    const say = (instant: string): string => shortTime(instant, now, days);
    expect(say('2026-11-18T07:48:00Z')).toBe('15:48');
    expect(say('2026-11-18T17:00:00Z')).toBe('明日 01:00');
    expect(say('2026-11-17T10:00:00+08:00')).toBe('昨日 10:00');
    expect(say('2026-11-20T08:00:00+08:00')).toBe('11-20 08:00');
    expect(say('2027-01-04T08:00:00+08:00')).toBe('2027-01-04 08:00');
  });
});
