/**
 * Days and times as people and spreadsheets write them: `2026-03-01`, `2009/3/7 9:08:38`, `2009.3.7`,
 * `2009年3月7日 9时8分`, `20090307`, and the serial numbers of spreadsheets.
 */
import { DAY, type Instant, MINUTE } from './instant.ts';
import { dayNumber, formatDay, type Zone } from './zone.ts';

export interface WrittenTime {
  /** Local day number. */
  day: number;
  /** Seconds since local midnight; null: only the day is written. */
  seconds: number | null;
}

export type TimeFault = 'time-without-date' | 'date-not-real' | 'date-not-read';

/** Calendar of the spreadsheet a serial number comes from. */
export type Epoch = 1900 | 1904;

const DATE = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*[日号]?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|[ T])/;
const TIME =
  /^(上午|下午|中午|凌晨|早上|晚上|AM|PM)?\s*(\d{1,2})\s*(?:[:：]|[时点])\s*(\d{1,2})?\s*分?(?:\s*[:：]?\s*(\d{1,2})\s*秒?)?(?:\.\d{1,9})?\s*(AM|PM)?$/i;
/** Serial numbers of 1982-03-12 to 2119-01-18: nothing else with five digits is meant as a date. */
const SERIAL = /^([3-7]\d{4})(\.\d{1,12})?$/;

export function readWrittenTime(text: string, epoch: Epoch = 1900): WrittenTime | TimeFault {
  const written = text.normalize('NFKC').trim();
  const serial = SERIAL.exec(written);
  if (serial) return ofSerial(Number(written), epoch);
  const date = DATE.exec(written) ?? COMPACT.exec(written);
  if (!date) return TIME.test(written) ? 'time-without-date' : 'date-not-read';
  const [year = 0, month = 0, monthDay = 0] = date.slice(1).map(Number);
  const day = dayNumber(year, month, monthDay);
  if (month < 1 || month > 12 || formatDay(day) !== [pad(year, 4), pad(month), pad(monthDay)].join('-'))
    return 'date-not-real';
  const rest = written.slice(date[0].length).replace(/^[T\s,，]+/, '');
  if (rest === '') return { day, seconds: null };
  const seconds = secondsOf(rest);
  return seconds === null ? 'date-not-read' : seconds < 0 ? 'date-not-real' : { day, seconds };
}

const pad = (number: number, length = 2): string => String(number).padStart(length, '0');

/** Null: no time; below zero: none that a clock shows. */
function secondsOf(text: string): number | null {
  const time = TIME.exec(text);
  if (!time) return null;
  const [hour = 0, minute = 0, second = 0] = [time[2], time[3], time[4]].map((part) => Number(part ?? 0));
  const half = (time[1] ?? time[5] ?? '').toUpperCase();
  const afternoon = ['下午', '晚上', 'PM'].includes(half) && hour < 12 ? 12 : 0;
  const midnight = half === 'AM' && hour === 12 ? -12 : 0;
  if (hour > 23 || minute > 59 || second > 59) return -1;
  return (hour + afternoon + midnight) * 3600 + minute * 60 + second;
}

function ofSerial(serial: number, epoch: Epoch): WrittenTime {
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds % 86_400;
  const from = epoch === 1904 ? dayNumber(1904, 1, 1) : dayNumber(1899, 12, 30);
  return { day: from + days, seconds: Number.isInteger(serial) ? null : rest };
}

/** Where only the day is written, its beginning. */
export const instantOf = ({ day, seconds }: WrittenTime, zone: Zone): Instant =>
  zone.fixed === null
    ? zone.at(day, Math.floor((seconds ?? 0) / 60)) + ((seconds ?? 0) % 60) * (MINUTE / 60)
    : day * DAY + (seconds ?? 0) * 1000 - zone.fixed;
