/** Dates and times as people and files write them. */
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../../../values/instant.ts';
import type { Zone } from '../../../../values/zone.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that exists, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const m = DATE.exec(text);
  if (!m) return false;
  const date = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** ISO time to an instant; one without offset is in the given zone. 24:00 ends the day. Undefined when it is no time. */
export function parseInstant(text: string, zone: Zone): Instant | undefined {
  const m = TIME.exec(text.trim());
  if (!m || !isDate(m[1] ?? '')) return undefined;
  const [hour, minute, second] = [Number(m[2]), Number(m[3]), Number(m[4] ?? 0)];
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return undefined;
  const ofDay = hour * HOUR + minute * MINUTE + second * SECOND + Number((m[5] ?? '').padEnd(3, '0'));
  const day = Date.parse(`${m[1]}T00:00:00Z`) / DAY;
  const offset = m[6];
  if (offset === undefined) return zone.startOfDay(day) + ofDay;
  if (offset === 'Z') return day * DAY + ofDay;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
  if (minutes > 14 * 60 || Number(offset.slice(3).replace(':', '') || 0) > 59) return undefined;
  return day * DAY + ofDay - (offset.startsWith('-') ? -1 : 1) * minutes * MINUTE;
}

/** `2026-10-02T16:00:00+08:00` in the zone. */
export function formatInstant(at: Instant, timezone: string): string {
  const parts = Object.fromEntries(
    formatter(timezone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  );
  const local = Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  const offset = Math.round((local - Math.floor(at / SECOND) * SECOND) / MINUTE);
  const sign = offset < 0 ? '-' : '+';
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

/** Local day, `YYYY-MM-DD`. */
export const localDay = (at: Instant, timezone: string): string => formatInstant(at, timezone).slice(0, 10);

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(timezone: string): Intl.DateTimeFormat {
  let found = formatters.get(timezone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timezone, found);
  }
  return found;
}
