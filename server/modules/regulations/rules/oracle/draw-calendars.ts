/** Test support: calendars and office hours cases are drawn over: one published year, the others invented. */
import type { CaseOf, Cited, HoursEntry, Pack, TermEntry, Timing } from '../pack.ts';
import { dayOf, localDay, type OracleYear } from './oracle-days.ts';
import { numbersOf } from './tape.ts';

/** 2026 by the notice 国办发明电〔2025〕7号: first and last day off. */
const OFF_2026: [string, string][] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];
const WORK_2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

const dayNumber = (text: string): number => dayOf(Date.parse(`${text}T00:00:00+08:00`));
const YEARS = [2025, 2026, 2027];

/** Weekdays taken off and weekends worked here and there, most of them around the turn of the year. */
function invented(year: number, seed: number): OracleYear {
  const next = numbersOf(seed * 10_000 + year);
  const off = new Set<string>();
  const work = new Set<string>();
  const first = dayNumber(`${year}-01-01`);
  const last = dayNumber(`${year}-12-31`);
  for (let day = first; day <= last; day++) {
    const { text, weekday } = localDay(day);
    const busy = day - first < 8 || last - day < 8;
    if (next() % (busy ? 3 : 9) !== 0) continue;
    if (weekday < 6) off.add(text);
    else if (next() % 2 === 0) work.add(text);
    else off.add(text);
  }
  // A year always has a day off.
  off.add(`${year}-07-01`);
  work.delete(`${year}-07-01`);
  return { year, off: [...off], work: [...work] };
}

const published: OracleYear = {
  year: 2026,
  off: OFF_2026.flatMap(([from, until]) => {
    const days: string[] = [];
    for (let day = dayNumber(from); day <= dayNumber(until); day++) days.push(localDay(day).text);
    return days;
  }),
  work: WORK_2026,
};

/** Calendar 0 is the published one; 1 knows only 2026. */
export const CALENDARS: OracleYear[][] = [
  [invented(2025, 0), published, invented(2027, 0)],
  [published],
  ...Array.from({ length: 14 }, (_, n) => YEARS.map((year) => invented(year, n + 1))),
];

export const cited = (id: string): Cited => ({
  id,
  article: id,
  quote: id,
  clauses: [],
  assumed: [],
  source: { pack: 'oracle', file: 'oracle.yaml', line: 1 },
});

export function caseOf(value: Timing, when?: CaseOf<Timing>['when']): CaseOf<Timing> {
  const { article, quote, clauses, source } = cited('case');
  return { article, quote, clauses, source, value, ...(when && { when }) };
}

const LUNCH: [number, number][] = [
  [480, 690],
  [840, 1050],
];
const SUMMER: [number, number][] = [
  [480, 690],
  [870, 1080],
];
const WINTER_NIGHT = { from: [11, 15] as [number, number], until: [3, 15] as [number, number] };

/** The office of W-013/014 first; Saturdays, seasons over the year's end, midnights, holidays worked. */
export const HOURS: HoursEntry[] = [
  {
    ...cited('office'),
    days: [1, 2, 3, 4, 5],
    open: LUNCH,
    holidays: 'closed',
    cases: [{ season: { from: [5, 1], until: [9, 30] }, open: SUMMER }],
  },
  {
    ...cited('six-days'),
    days: [1, 2, 3, 4, 5, 6],
    open: [[510, 1020]],
    holidays: 'closed',
    cases: [
      { days: [6, 7], open: [[540, 720]] },
      { days: [7], season: { from: [1, 1], until: [12, 1] }, open: [] },
    ],
  },
  {
    ...cited('midnight'),
    days: [1, 2, 3, 4, 5],
    open: [
      [0, 60],
      [480, 720],
      [1380, 1440],
    ],
    holidays: 'closed',
    cases: [],
  },
  {
    ...cited('every-day'),
    days: [1, 2, 3, 4, 5, 6, 7],
    open: [[480, 1200]],
    holidays: 'open',
    cases: [{ season: WINTER_NIGHT, open: [[540, 1020]] }],
  },
  {
    ...cited('round'),
    days: [1, 2, 3, 4, 5, 6, 7],
    open: [[0, 1440]],
    holidays: 'closed',
    cases: [
      { days: [7], season: WINTER_NIGHT, open: [[601, 602]] },
      { days: [1, 3], open: [[0, 721]] },
    ],
  },
];

export const TERMS: TermEntry[] = [
  { id: 'depth', kind: 'fact', words: ['depth'], type: 'number' },
  { id: 'width', kind: 'fact', words: ['width'], type: 'number' },
  { id: 'sealed', kind: 'fact', words: ['sealed'], type: 'yes-no' },
  { id: 'willing', kind: 'fact', words: ['willing'], type: 'yes-no', default: true },
  {
    id: 'grade',
    kind: 'fact',
    words: ['grade'],
    type: 'choice',
    choices: ['one', 'two', 'three'].map((id) => ({ id, words: id })),
  },
  { id: 'parts', kind: 'fact', words: ['parts'], type: 'set' },
];

export const rulebook = (parts: Partial<Pack>): Pack => ({
  pack: 'oracle',
  version: '1',
  utility: 'oracle',
  effective: '2025-01-01',
  source: '',
  extends: [],
  timezone: 'Asia/Shanghai',
  holidays: 'cn',
  currency: 'CNY',
  warn: { share: 0.75 },
  organization: [],
  terms: TERMS,
  hours: HOURS,
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
