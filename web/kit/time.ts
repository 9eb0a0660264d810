/** Times as people at a desk read them, always in Asia/Shanghai. */
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);
export const ZONE = 'Asia/Shanghai';
dayjs.tz.setDefault(ZONE);

/** China has had no summer time since 1991; +08:00 throughout keeps formatting cheap enough for thousands of rows. */
export const local = (instant: string | number): Dayjs => dayjs(instant).utcOffset(8);

/** The instant at which a day `2026-11-18` begins; NaN where it is none. */
export const dayBegins = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

export const hm = (instant: string | number): string => local(instant).format('HH:mm');

export interface DayWords {
  today: string;
  tomorrow: string;
  yesterday: string;
}

/** `14:36`, `明日 14:50`, `11-20 08:00`, `2025-12-30 08:00`. */
export function shortTime(instant: string | number, now: number, words: DayWords): string {
  const at = local(instant);
  const today = local(now);
  const days = at.startOf('day').diff(today.startOf('day'), 'day');
  const clock = at.format('HH:mm');
  if (days === 0) return clock;
  if (days === 1) return `${words.tomorrow} ${clock}`;
  if (days === -1) return `${words.yesterday} ${clock}`;
  return at.format(at.year() === today.year() ? 'MM-DD HH:mm' : 'YYYY-MM-DD HH:mm');
}

export interface UnitWords {
  second: string;
  minute: string;
  hour: string;
  day: string;
}

/** `45 秒`, `12 分`, `2 小时 05 分`, `3 天 4 小时`. Whole units, rounded down: never promises time that is not there. */
export function span(milliseconds: number, words: UnitWords): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} ${words.second}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} ${words.minute}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours < 48) {
    return rest === 0
      ? `${hours} ${words.hour}`
      : `${hours} ${words.hour} ${String(rest).padStart(2, '0')} ${words.minute}`;
  }
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} ${words.day}` : `${days} ${words.day} ${hours % 24} ${words.hour}`;
}
