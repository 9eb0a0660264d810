/** Limits by name, and office hours. */
import type { HoursEntry, LimitEntry } from '../pack.ts';
import { optional, readCited } from './entry.ts';
import type { PackContext } from './load-timing.ts';
import { parseDayStretch, parseLimit, parseSeason, parseWeekdays } from './parse-limit.ts';
import { MapReader } from './yaml/map-reader.ts';
import { showNode } from './yaml/yaml-nodes.ts';

export function readLimitEntry(m: MapReader, ctx: PackContext): LimitEntry {
  const cited = readCited(m, ctx);
  const document = m.text('document');
  const words = m.texts('words');
  if (!m.has('words') && !m.has('document')) m.missing('words', 'words: [第一时间] | document: …');
  const own = ctx.limits.get(cited.id);
  const node = m.get('value');
  if (node && own?.value === undefined) {
    const text = m.textOf(node, 'value');
    const limit = text === undefined ? undefined : parseLimit(text);
    if (limit && !limit.ok) m.fail(node.at, limit.problem);
  }
  return {
    ...cited,
    words,
    ...optional('document', document),
    ...optional('value', own?.value),
    confirmed: m.yesNo('confirmed') ?? false,
  };
}

function readOpen(m: MapReader): [number, number][] {
  const open: [number, number][] = [];
  for (const item of m.items('open')) {
    const text = m.textOf(item, 'open');
    if (text === undefined) continue;
    if (item.kind === 'scalar' && item.plain && /^\d{1,2}:\d{2}/.test(item.source)) {
      m.fail(item.at, {
        code: 'unquoted-time',
        found: item.source,
        expected: `"${item.source}"`,
        zh: `时段要加引号："${item.source}"。`,
        en: `Times and ranges are quoted: "${item.source}".`,
      });
      continue;
    }
    const stretch = parseDayStretch(text);
    if (!stretch.ok) m.fail(item.at, stretch.problem);
    else if (stretch.value.from > stretch.value.until) {
      const right = `"${text
        .split(/-|\.\./)
        .reverse()
        .join('-')}"`;
      m.fail(item.at, {
        code: 'bad-time-range',
        found: text,
        expected: right,
        zh: `营业时段“${text}”的结束早于开始，请写成 ${right}。`,
        en: `The hours "${text}" end before they begin; write ${right}.`,
      });
    } else open.push([stretch.value.from, stretch.value.until]);
  }
  open.sort((a, b) => a[0] - b[0]);
  const clash = open.findIndex((o, i) => i > 0 && o[0] < (open[i - 1]?.[1] ?? 0));
  if (clash > 0) {
    const [before, after] = [open[clash - 1] as [number, number], open[clash] as [number, number]];
    const right =
      after[1] > before[1]
        ? `["${clockTime(before[0])}-${clockTime(before[1])}", "${clockTime(before[1])}-${clockTime(after[1])}"]`
        : `["${clockTime(before[0])}-${clockTime(before[1])}"]`;
    m.fail((m.get('open') ?? m.node).at, {
      code: 'bad-time-range',
      found: showNode(m.get('open') ?? m.node),
      expected: right,
      zh: `营业时段互相重叠：${clockTime(after[0])} 早于上一段的结束 ${clockTime(before[1])}，例如写成 ${right}。`,
      en: `The opening hours overlap: ${clockTime(after[0])} comes before ${clockTime(before[1])}, the end of the stretch before; write, for example, ${right}.`,
    });
  }
  return open;
}

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function readDays(m: MapReader): number[] | undefined {
  const node = m.get('days');
  if (!node) return undefined;
  const days = parseWeekdays(m.texts('days').join(','));
  return days.ok ? days.value : m.fail(node.at, days.problem);
}

type HoursCase = HoursEntry['cases'][number];

/** Two cases of the same kind (by days, by season, by both) that share a day with other hours, neither within the other. */
function clash(a: HoursCase, b: HoursCase): boolean {
  if ((a.days === undefined) !== (b.days === undefined) || (a.season === undefined) !== (b.season === undefined))
    return false;
  if (JSON.stringify(a.open) === JSON.stringify(b.open)) return false;
  const [first, second] = [daysOf(a), daysOf(b)];
  const shared = first.filter((day) => second.includes(day)).length;
  return shared > 0 && (shared < Math.min(first.length, second.length) || first.length === second.length);
}

/** Every day of the year a case covers, by date and weekday. */
const daysOf = (one: HoursCase): string[] =>
  datesOf(one.season).flatMap((date) => (one.days ?? [0]).map((day) => `${date} ${day}`));

/** Month and day as one number; without a season one that all share. */
function datesOf(season: HoursCase['season']): number[] {
  if (!season) return [0];
  const from = season.from[0] * 100 + season.from[1];
  const until = season.until[0] * 100 + season.until[1];
  const year = Array.from({ length: 12 * 31 }, (_, i) => (Math.floor(i / 31) + 1) * 100 + (i % 31) + 1);
  return year.filter((date) => (from <= until ? date >= from && date <= until : date >= from || date <= until));
}

/** The part of a season that comes after another it crosses, or before it. */
function seasonAfter(first: HoursCase['season'], second: HoursCase['season']): string | undefined {
  const [taken, own] = [datesOf(first), datesOf(second)];
  if (!first || !second || taken.length === 0) return undefined;
  const left = own.filter((date) => !taken.includes(date) && date % 100 <= lastOf(Math.floor(date / 100)));
  const day = (date: number | undefined): string =>
    `${String(Math.floor((date ?? 0) / 100)).padStart(2, '0')}-${String((date ?? 0) % 100).padStart(2, '0')}`;
  return left.length === 0 || first.from > first.until || second.from[0] > second.until[0]
    ? undefined
    : `${day(left[0])}..${day(left.at(-1))}`;
}
const lastOf = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate();

export function readHours(m: MapReader, ctx: PackContext): HoursEntry {
  const cited = readCited(m, ctx);
  const days = readDays(m) ?? [1, 2, 3, 4, 5];
  if (!m.has('days')) m.missing('days', 'days: mon-fri');
  if (!m.has('open')) m.missing('open', 'open: ["08:00-11:30", "14:00-17:30"]');
  const open = readOpen(m);
  const holidays = m.oneOf('holidays', ['closed', 'open'] as const) ?? 'closed';
  const cases: HoursEntry['cases'] = [];
  for (const node of m.maps('cases')) {
    const c = new MapReader(node, m.errors, m.where);
    const caseDays = readDays(c);
    const seasonText = c.text('season');
    const season = seasonText === undefined ? undefined : parseSeason(seasonText);
    if (season && !season.ok) c.fail((c.get('season') ?? node).at, season.problem);
    if (!c.has('season') && !c.has('days')) c.missing('season', 'season: "05-01..09-30" | days: sat');
    if (!c.has('open')) c.missing('open', 'open: ["08:00-11:30"]');
    c.allow('article', 'quote', 'clauses', 'reading');
    const read = {
      ...optional('days', caseDays),
      ...(season?.ok ? { season: season.value } : {}),
      open: readOpen(c),
    };
    const rival = cases.findIndex((other) => clash(other, read));
    if (rival >= 0) {
      const right = seasonAfter(cases[rival]?.season, read.season);
      c.fail(node.at, {
        code: 'cases-overlap',
        found: showNode(node),
        expected: right ? `season: "${right}"` : showNode(m.maps('cases')[rival] ?? node),
        zh: `第 ${rival + 1} 个和第 ${cases.length + 1} 个 case 有同一天而时段不同${right ? `，例如把这一个写成 season: "${right}"` : '：请让它们分开，或让一个完全落在另一个之内'}。`,
        en: `Cases ${rival + 1} and ${cases.length + 1} share a day and differ in their hours${right ? `; write this one, for example, as season: "${right}"` : '; keep them apart, or let one lie within the other'}.`,
      });
    }
    cases.push(read);
    c.done();
  }
  // The calendar takes the first of a kind: the narrower before the wider.
  cases.sort((a, b) => daysOf(a).length - daysOf(b).length);
  return { ...cited, days, open, holidays, cases };
}
