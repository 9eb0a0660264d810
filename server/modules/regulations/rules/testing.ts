/** Test support: small literal packs and matters, written short and typed in full; the published holidays. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

import type { HolidayCalendars } from './calendar.ts';
import { holidayYearFrom } from './loading/holidays.ts';
import type { Matter } from './matter.ts';
import type {
  CaseOf,
  Cited,
  ClockEntry,
  FactValue,
  HoursEntry,
  Limit,
  Milestones,
  Pack,
  Test,
  Timing,
  When,
} from './pack.ts';

/** `09-30 16:00` of 2026 or `2025-12-31 23:59:30`, in +08:00 unless another offset is given; `24:00` allowed. */
export function at(text: string, offset = '+08:00'): number {
  const parts = /^(?:(\d{4})-)?(\d{2})-(\d{2}) (\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!parts) throw new Error(`not a time: ${text}`);
  const sign = offset.startsWith('-') ? -1 : 1;
  const shift = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  const [year, month, day, hour, minute, second] = [
    parts[1] ?? 2026,
    parts[2],
    parts[3],
    parts[4],
    parts[5],
    parts[6] ?? 0,
  ].map(Number) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) - shift * 60_000;
}

/** An instant as `09-30 16:00` of 2026, for failures people can read. */
export function show(instant: number | null | undefined, offsetHours = 8): string | null {
  if (instant === null || instant === undefined) return null;
  const text = new Date(instant + offsetHours * 3_600_000).toISOString().replace('T', ' ');
  const short = text.startsWith('2026-') ? text.slice(5, 19) : text.slice(0, 19);
  return short.endsWith(':00') ? short.slice(0, -3) : short;
}

const UNITS: Record<string, number> = { s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000, wh: 3_600_000 };

export function limit(text: string): Limit {
  if (text === 'none' || text === 'same-day') return { unit: text, text };
  const date = /^day (\d+)$/.exec(text);
  if (date) return { unit: 'month-day', day: Number(date[1]), text };
  const period = /^(next-)?(week|month|quarter|half-year|year|cycle)-end$/.exec(text);
  if (period) return { unit: 'period-end', period: period[2] as 'month', next: period[1] !== undefined, text };
  const parts = /^([\d.]+) (\w+)$/.exec(text);
  if (!parts) throw new Error(`not a limit: ${text}`);
  const amount = Number(parts[1]);
  const unit = parts[2] as string;
  if (unit === 'cd' || unit === 'wd') return { unit, days: amount, text };
  if (unit === 'mo') return { unit, months: amount, text };
  return { unit: unit === 'wh' ? 'wh' : 'elapsed', ms: amount * (UNITS[unit] as number), text };
}

export interface ShortTiming extends Partial<Omit<Timing, 'within' | 'lead' | 'opens' | 'quiet'>> {
  within?: string;
  warnAfter?: string;
  lead?: string;
  opens?: string;
  quiet?: [number, number];
}

export function timing(short: ShortTiming): Timing {
  const { within, warnAfter, lead, opens, quiet, ...rest } = short;
  return {
    breach: 'at-due',
    hours: 'office',
    on: 'order',
    ...rest,
    ...(within && { within: { breach: limit(within), ...(warnAfter && { warn: limit(warnAfter) }) } }),
    ...(lead && { lead: limit(lead) }),
    ...(opens && { opens: limit(opens) }),
    ...(quiet && { quiet: { from: quiet[0], until: quiet[1] } }),
  };
}

type ShortTest = string | number | boolean | (string | number | boolean)[] | Test;

export const when = (facts: Record<string, ShortTest>): When => ({
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, value]): [string, Test] => {
      if (typeof value === 'object' && !Array.isArray(value)) return [name, value];
      return [name, { op: 'any-of', values: Array.isArray(value) ? value : [value] }];
    }),
  ),
});

export const range = (text: string): Test => {
  const test: Extract<Test, { op: 'range' }> = { op: 'range' };
  for (const part of text.split(',')) {
    const [, sign, number] = /(>=|<=|>|<)\s*(\d+)/.exec(part) as unknown as [string, string, string];
    if (sign.startsWith('>')) Object.assign(test, { min: Number(number), ...(sign === '>' && { minOpen: true }) });
    else Object.assign(test, { max: Number(number), ...(sign === '<' && { maxOpen: true }) });
  }
  return test;
};

export const cited = (id: string): Cited => ({
  id,
  article: `第${id}条`,
  quote: `${id} 原文`,
  clauses: [id],
  assumed: [],
  source: { pack: 'test', file: 'test.yaml', line: 1 },
});

export const milestones = (of: string | string[] | { all: string[] }): Milestones =>
  typeof of === 'string'
    ? { pick: 'first', of: [of] }
    : Array.isArray(of)
      ? { pick: 'first', of }
      : { pick: 'all', of: of.all };

export function oneCase<T>(id: string, value: T, condition?: When): CaseOf<T> {
  const { article, quote, clauses, source } = cited(id);
  return { article, quote, clauses, source, value, ...(condition && { when: condition }) };
}

export interface ShortClock extends ShortTiming {
  id?: string;
  when?: When;
  from?: string | string[] | { all: string[] };
  until?: string | string[] | { all: string[] };
  overlap?: ClockEntry['overlap'];
  /** Article, limit keys replaced, condition. */
  cases?: (ShortTiming & { id: string; when?: When })[];
}

export function clock(short: ShortClock): ClockEntry {
  const { id = 'clock', when: condition, from, until, overlap = 'error', cases, ...own } = short;
  return {
    ...cited(id),
    ...(condition && { when: condition }),
    ...(from && { from: milestones(from) }),
    ...(until && { until: milestones(until) }),
    overlap,
    cases: cases
      ? cases.map(({ id: article, when: test, ...keys }) => oneCase(article, timing({ ...own, ...keys }), test))
      : [oneCase(id, timing(own))],
  };
}

/** Hours of W-013 and W-014. */
export const WENSHANG: HoursEntry = {
  ...cited('office'),
  days: [1, 2, 3, 4, 5],
  open: [
    [480, 690],
    [840, 1050],
  ],
  holidays: 'closed',
  cases: [
    {
      season: { from: [5, 1], until: [9, 30] },
      open: [
        [480, 690],
        [870, 1080],
      ],
    },
  ],
};

export const hours = (days: number[], open: [number, number][], cases: HoursEntry['cases'] = []): HoursEntry => ({
  ...cited('office'),
  days,
  open,
  holidays: 'closed',
  cases,
});

export const pack = (parts: Partial<Pack>): Pack => ({
  pack: 'test',
  version: '1',
  utility: '试验水务',
  effective: '2026-01-01',
  source: '',
  extends: [],
  timezone: 'Asia/Shanghai',
  holidays: 'cn',
  currency: 'CNY',
  warn: { share: 0.75 },
  organization: [],
  terms: [],
  hours: [WENSHANG],
  limits: [],
  clocks: [],
  duties: [],
  notices: [],
  forms: [],
  gates: [],
  routing: [],
  approvals: [],
  pauses: [],
  metrics: [],
  remedies: [],
  checklists: [],
  prices: [],
  texts: [],
  hash: '',
  ...parts,
});

/** `created 09-30 16:00`, `arrived 10-01 09:00 by crew`, `contacted 10-01 09:00 for r1`; ids count from 1. */
export function matter(event: string, log: string[], parts: Partial<Matter> = {}): Matter {
  const happenings = log.map((line, i) => {
    const words = /^(\S+) ((?:\d{4}-)?\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?)(?: by (\S+))?(?: for (\S+))?$/.exec(line);
    if (!words) throw new Error(`not a happening: ${line}`);
    const time = at(words[2] as string);
    return {
      milestone: words[1] as string,
      at: time,
      recordedAt: time,
      id: i + 1,
      ...(words[3] && { by: words[3] }),
      ...(words[4] && { request: words[4] }),
    };
  });
  return {
    event,
    channel: 'phone',
    facts: {} as Record<string, FactValue>,
    happenings,
    plans: [],
    pauses: [],
    extensions: [],
    requests: [],
    ...parts,
  };
}

export const pause = (from: string, until: string | null, clocks: 'all' | string[] = 'all') => ({
  id: 90,
  entry: 'failure',
  clocks,
  from: at(from),
  until: until === null ? null : at(until),
});

/** Years under regulations/national/cn, as the loader hands them over. */
const folder = new URL('../../../../regulations/national/cn/', import.meta.url);

export const PUBLISHED: HolidayCalendars = {
  cn: readdirSync(folder).map((name) => {
    const year = holidayYearFrom(parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!year.ok) throw new Error(`${name}: ${JSON.stringify(year.refusal)}`);
    return year.value;
  }),
};
