/** Orders and clocks as lines of a terminal: local times, states in words. */
import { HOUR, MINUTE } from '../../values/instant.ts';
import { type Language, widthOf } from './output.ts';

const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** `11-22 13:29`, with the year where it is another than now. */
export function localTime(iso: string | null, now: string): string {
  if (iso === null) return '—';
  const text = shown.format(Date.parse(iso));
  return text.slice(0, 4) === shown.format(Date.parse(now)).slice(0, 4) ? text.slice(5) : text;
}

const DAY = 24 * HOUR;

/** To the minute, of days to the hour: `8 分`, `3 小时 5 分`, `2 天 4 小时`. */
export function span(ms: number, lang: Language): string {
  const [d, h, m] = lang === 'zh' ? ['天', '小时', '分'] : ['d', 'h', 'min'];
  const part = (amount: number, unit: string | undefined) => (amount > 0 ? [`${amount} ${unit}`] : []);
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = days > 0 ? 0 : Math.floor((ms % HOUR) / MINUTE);
  return [...part(days, d), ...part(hours, h), ...part(minutes, m)].join(' ') || `0 ${m}`;
}

const STATES: Record<string, [zh: string, en: string]> = {
  paused: ['暂停', 'paused'],
  met: ['按时', 'met'],
  'met-late': ['超时完成', 'met late'],
  cancelled: ['已撤销', 'cancelled'],
  'waiting-calendar': ['待公布日历', 'waits for a calendar'],
};

/** 超时 8 分, 还剩 3 小时 5 分, 暂停 … */
export function standing(clock: { state: string; dueAt: string | null }, now: string, lang: Language): string {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const word = STATES[clock.state];
  if (word) return say(...word);
  if (clock.dueAt === null) return say('不限时', 'no limit');
  const left = Date.parse(clock.dueAt) - Date.parse(now);
  if (clock.state === 'late' || left <= 0) return say(`超时 ${span(-left, 'zh')}`, `late by ${span(-left, 'en')}`);
  const near = clock.state === 'warned' ? say('（预警）', ' (soon)') : '';
  return say(`还剩 ${span(left, 'zh')}${near}`, `${span(left, 'en')} left${near}`);
}

/** At most so many columns of the screen. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign) > width - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}
