/** Calendar periods: `2026-10`, `2026-Q4`, `2026-H2`, `2026`. */
import type { Instant } from '../../../../values/instant.ts';
import { civilDate, dayNumber, type Zone } from '../../../../values/zone.ts';
import { periodBegan } from '../limits.ts';
import type { Period, Span } from './metric.ts';

export interface Named {
  period: Period;
  /** As written above. */
  name: string;
  span: Span;
}

const MONTHS: Record<Period, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The period an instant lies in. */
export function periodOf(period: Period, at: Instant, zone: Zone): Named {
  const { year, month } = civilDate(periodBegan(period, zone.dayOf(at)));
  return named(period, year, month, zone);
}

/** Undefined for what names no period. */
export function periodNamed(name: string, zone: Zone): Named | undefined {
  const m = /^(\d{4})(?:-(\d{2})|-Q([1-4])|-H([12]))?$/.exec(name);
  if (!m) return undefined;
  const year = Number(m[1]);
  if (m[2] !== undefined)
    return Number(m[2]) >= 1 && Number(m[2]) <= 12 ? named('month', year, Number(m[2]), zone) : undefined;
  if (m[3] !== undefined) return named('quarter', year, Number(m[3]) * 3 - 2, zone);
  if (m[4] !== undefined) return named('half-year', year, Number(m[4]) * 6 - 5, zone);
  return named('year', year, 1, zone);
}

function named(period: Period, year: number, month: number, zone: Zone): Named {
  const from = zone.startOfDay(dayNumber(year, month, 1));
  const until = zone.startOfDay(dayNumber(year, month + MONTHS[period], 1));
  const name =
    period === 'month'
      ? `${year}-${String(month).padStart(2, '0')}`
      : period === 'quarter'
        ? `${year}-Q${(month + 2) / 3}`
        : period === 'half-year'
          ? `${year}-H${(month + 5) / 6}`
          : String(year);
  return { period, name, span: { from, until } };
}
