import { local } from '../../kit/time.ts';

/** What of the report stands in the address: period (both days counted), filter, and the figure that is open. */
export interface ReportSearch {
  from?: string;
  until?: string;
  event?: string;
  /** `-`: while there was no unit; absent with `open`: every unit. */
  unit?: string;
  holder?: Holder;
  /** The figure of `unit` and `holder` is open. */
  open?: true;
}

export const HOLDERS = ['desk', 'department', 'crew', 'customer', 'other', 'pause', 'closed'] as const;
export type Holder = (typeof HOLDERS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && DAY.test(value) ? value : undefined;
const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 80 ? value : undefined;

export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  const [from, until] = [dayOf(search.from), dayOf(search.until)];
  const [event, unit] = [wordOf(search.event), wordOf(search.unit)];
  const holder = HOLDERS.find((one) => one === search.holder);
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(event === undefined ? {} : { event }),
    ...(unit === undefined ? {} : { unit }),
    ...(holder === undefined ? {} : { holder }),
    ...(search.open === true ? { open: true as const } : {}),
  };
}

export interface Period {
  from: string;
  until: string;
}

/** Days of both ends are counted. */
export const PRESETS: Record<'week' | 'month' | 'last', (now: number) => Period> = {
  week: (now) => ({ from: local(now).subtract(6, 'day').format('YYYY-MM-DD'), until: local(now).format('YYYY-MM-DD') }),
  month: (now) => ({
    from: local(now).startOf('month').format('YYYY-MM-DD'),
    until: local(now).format('YYYY-MM-DD'),
  }),
  last: (now) => {
    const month = local(now).startOf('month').subtract(1, 'day');
    return { from: month.startOf('month').format('YYYY-MM-DD'), until: month.format('YYYY-MM-DD') };
  },
};

/** The server does not count its `until`: it is the day after the last. */
export const asked = ({ from, until }: Period): Period => ({
  from,
  until: local(`${until}T00:00:00+08:00`).add(1, 'day').format('YYYY-MM-DD'),
});
