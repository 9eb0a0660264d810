/** The evaluator against an oracle that walks minute by minute and shares no code with it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../values/instant.ts';
import { calendarsOf } from '../calendar.ts';
import { evaluate } from '../evaluate.ts';
import type { ClockReading, Matter } from '../matter.ts';
import type { HoursEntry } from '../pack.ts';
import { clock, hours, matter, PUBLISHED, pack, type ShortClock, WENSHANG } from '../testing.ts';
import { type OracleCase, type OracleHours, type OracleLimit, walk, walkBack } from './minutes.ts';

const SEED = 20260930;
const YEARS = [2024, 2025, 2026];
const published = (PUBLISHED.cn ?? []).filter((one) => YEARS.includes(one.year));
const days = {
  off: new Set(published.flatMap((one) => one.off)),
  madeUp: new Set(published.flatMap((one) => one.work)),
  years: new Set(YEARS),
};
const MON_FRI = [1, 2, 3, 4, 5];

const offices: { entry: HoursEntry; oracle: OracleHours }[] = [
  {
    entry: WENSHANG,
    oracle: {
      weekdays: MON_FRI,
      open: [
        [480, 690],
        [840, 1050],
      ],
      summer: [
        [480, 690],
        [870, 1080],
      ],
      ...days,
    },
  },
  {
    entry: hours([1, 2, 3, 4, 5, 6], [[510, 1020]]),
    oracle: { weekdays: [...MON_FRI, 6], open: [[510, 1020]], ...days },
  },
  {
    entry: hours(MON_FRI, [
      [0, 60],
      [480, 720],
      [1380, 1440],
    ]),
    oracle: {
      weekdays: MON_FRI,
      open: [
        [0, 60],
        [480, 720],
        [1380, 1440],
      ],
      ...days,
    },
  },
];
const calendars = offices.map(({ entry }) => calendarsOf(pack({ hours: [entry] }), { cn: published }));

/** Limit as the oracle and as the pack write it. */
const limits: fc.Arbitrary<{ oracle: OracleLimit; text: string }> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 0, max: 5000 })
      .map((minutes) => ({ oracle: { unit: 'elapsed' as const, minutes }, text: `${minutes} min` })),
  },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 0, max: 1800 })
      .map((minutes) => ({ oracle: { unit: 'wh' as const, minutes }, text: `${minutes / 60} wh` })),
  },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 1, max: 6 })
      .map((count) => ({ oracle: { unit: 'wd' as const, count }, text: `${count} wd` })),
  },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 1, max: 6 })
      .map((count) => ({ oracle: { unit: 'cd' as const, count }, text: `${count} cd` })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('same-day', 'week-end', 'month-end')
      .map((unit) => ({ oracle: { unit: unit as 'same-day' }, text: unit })),
  },
);
const farLimits: fc.Arbitrary<{ oracle: OracleLimit; text: string }> = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map((count) => ({ oracle: { unit: 'mo' as const, count }, text: `${count} mo` })),
  fc
    .constantFrom('next-month-end', 'half-year-end')
    .map((unit) => ({ oracle: { unit: unit as 'next-month-end' }, text: unit })),
  fc.integer({ min: 1, max: 31 }).map((date) => ({ oracle: { unit: 'day' as const, date }, text: `day ${date}` })),
);

const minutes = (text: string): number => Date.parse(`${text}+08:00`) / MINUTE;
/** Days on which something is different: holidays, make-up days, seasons, year ends, any day. */
const START_DAYS = [
  '2024-12-30',
  '2025-01-25',
  '2025-04-29',
  '2025-09-27',
  '2025-12-30',
  '2026-02-12',
  '2026-04-28',
  '2026-09-18',
  '2026-09-29',
  '2026-12-28',
];
const starts = fc.oneof(
  fc
    .record({ day: fc.constantFrom(...START_DAYS), minute: fc.integer({ min: 0, max: 3 * 1440 }) })
    .map(({ day, minute }) => minutes(`${day}T00:00`) + minute),
  fc
    .record({
      day: fc.constantFrom(...START_DAYS),
      time: fc.constantFrom(0, 480, 690, 840, 870, 1050, 1080, 1320, 1439),
    })
    .map(({ day, time }) => minutes(`${day}T00:00`) + time),
  fc.integer({ min: minutes('2025-01-01T00:00'), max: minutes('2026-12-31T23:59') }),
);
/** Offsets from the start, and lengths; before it, overlapping, across closings and midnights. */
const pauses = fc.array(
  fc.tuple(
    fc.integer({ min: -2000, max: 6000 }),
    fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 3000 })),
  ),
  { maxLength: 4 },
);
const quiets = fc.constantFrom(undefined, undefined, [1320, 510] as [number, number], [720, 780] as [number, number]);

interface Drawn {
  office: number;
  start: number;
  opens: { oracle: OracleLimit; text: string } | undefined;
  limit: { oracle: OracleLimit; text: string };
  pauses: [number, number][];
  quiet: [number, number] | undefined;
  extension: [number, number] | undefined;
}

const drawn = (which: typeof limits): fc.Arbitrary<Drawn> =>
  fc.record({
    office: fc.nat({ max: offices.length - 1 }),
    start: starts,
    opens: fc.option(limits, { freq: 5, nil: undefined }),
    limit: which,
    pauses,
    quiet: quiets,
    extension: fc.option(fc.tuple(fc.nat({ max: 2000 }), fc.nat({ max: 4000 })), { freq: 6, nil: undefined }),
  });

function compare(one: Drawn): void {
  const office = offices[one.office] as (typeof offices)[number];
  const spans = one.pauses.map(([begin, length]): [number, number] => [one.start + begin, one.start + begin + length]);
  const extension = one.extension && {
    at: one.start + one.extension[0],
    due: one.start + one.extension[0] + one.extension[1],
  };
  const asked: OracleCase = {
    hours: office.oracle,
    start: one.start,
    limit: one.limit.oracle,
    pauses: spans,
    share: 0.75,
    ...(one.opens && { opens: one.opens.oracle }),
    ...(one.quiet && { quiet: one.quiet }),
    ...(extension && { extension }),
  };
  const expected = walk(asked);

  const short: ShortClock = {
    from: 'created',
    until: 'handled',
    within: one.limit.text,
    ...(one.opens && { opens: one.opens.text }),
    ...(one.quiet && { quiet: one.quiet }),
  };
  const rules = pack({ clocks: [clock(short)], hours: [office.entry] });
  const given: Matter = {
    ...matter('pipe-leak', []),
    happenings: [{ milestone: 'created', at: one.start * MINUTE, recordedAt: one.start * MINUTE, id: 1 }],
    pauses: spans.map(([from, until], id) => ({
      id,
      entry: 'failure',
      clocks: 'all' as const,
      from: from * MINUTE,
      until: until * MINUTE,
    })),
    extensions: extension ? [{ id: 9, at: extension.at * MINUTE, due: extension.due * MINUTE, clocks: ['clock'] }] : [],
  };
  const reading = evaluate(
    rules,
    calendars[one.office] as (typeof calendars)[number],
    given,
    one.start * MINUTE,
  )[0] as ClockReading;
  if ('unknownYear' in expected) {
    // A granted due needs no calendar of its own; the oracle dates the limit first.
    if (extension && reading.due !== null) return;
    expect({ due: reading.due, waitsFor: reading.waitsFor }).toEqual({
      due: null,
      waitsFor: `cn ${expected.unknownYear}`,
    });
    return;
  }
  expect({ due: reading.due, warn: reading.warnAt }).toEqual(expected);
}

describe('the evaluator and the oracle agree', { timeout: 30_000 }, () => {
  it('on limits of minutes, hours and days', () => {
    fc.assert(fc.property(drawn(limits), compare), { numRuns: 2500, seed: SEED });
  });
  it('on limits of months and calendar points', () => {
    fc.assert(fc.property(drawn(farLimits), compare), { numRuns: 100, seed: SEED });
  });
  it('on leads before a planned time', () => {
    const leads = limits.filter(({ oracle }) => ['elapsed', 'wh', 'wd', 'cd'].includes(oracle.unit));
    fc.assert(
      fc.property(fc.nat({ max: offices.length - 1 }), starts, leads, (which, planned, lead) => {
        const office = offices[which] as (typeof offices)[number];
        const rules = pack({
          clocks: [clock({ before: 'promised', until: 'handled', lead: lead.text })],
          hours: [office.entry],
        });
        const set = (planned - 20_000) * MINUTE;
        const given = {
          ...matter('pipe-leak', []),
          plans: [{ plan: 'promised', at: planned * MINUTE, setAt: set, id: 1 }],
        };
        const reading = evaluate(rules, calendars[which] as (typeof calendars)[number], given, set)[0] as ClockReading;
        const expected = walkBack(office.oracle, lead.oracle, planned);
        expect(reading.due).toBe(typeof expected === 'number' ? expected * MINUTE : null);
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});
