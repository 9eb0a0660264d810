import { local } from '../../../kit/time.ts';

export const PARTS = ['counts', 'misses', 'unknown'] as const;
export type Part = (typeof PARTS)[number];

/** What of the metrics stands in the address: the month, and the figure that is open. */
export interface MetricsSearch {
  month?: string;
  index?: number;
  part?: Part;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function readMetricsSearch(search: Record<string, unknown>): MetricsSearch {
  const month = typeof search.month === 'string' && MONTH.test(search.month) ? search.month : undefined;
  const part = PARTS.find((one) => one === search.part);
  const index = Number.isSafeInteger(search.index) && Number(search.index) >= 0 ? Number(search.index) : undefined;
  return {
    ...(month === undefined ? {} : { month }),
    ...(part === undefined || index === undefined ? {} : { part, index }),
  };
}

/** What of inspections stands in the address: the sheet being filled in, or one that was kept. */
export interface ChecksSearch {
  kind?: string;
  id?: number;
}

export function readChecksSearch(search: Record<string, unknown>): ChecksSearch {
  const id = Number(search.id);
  if (Number.isSafeInteger(id) && id > 0) return { id };
  const { kind } = search;
  return typeof kind === 'string' && kind !== '' && kind.length <= 80 ? { kind } : {};
}

export const monthOf = (now: number): string => local(now).format('YYYY-MM');

/** So many months on, or back. */
export const monthsOn = (month: string, by: number): string =>
  local(`${month}-15T12:00:00+08:00`).add(by, 'month').format('YYYY-MM');
