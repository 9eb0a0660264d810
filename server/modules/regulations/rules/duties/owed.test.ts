import { describe, expect, it } from 'vitest';
import { parseDay, zoneOf } from '../../../../values/zone.ts';
import { calendarsOf } from '../calendar.ts';
import { loadPacks } from '../loading/load-pack.ts';
import type { Pack } from '../pack.ts';
import { type InForce, type Made, type OwingThing, owed } from './owed.ts';

const zone = zoneOf('Asia/Shanghai');
const at = (text: string): number => Date.parse(`${text}+08:00`);
const day = (text: string): number => parseDay(text) as number;
const shown = (instant: number | null): string =>
  instant === null ? 'none' : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

function packOf(duties: string, version = '1'): Pack {
  const text = `pack: town
version: "${version}"
utility: 湖城
effective: "2020-01-01"
source: 规程
terms:
  - {id: grade, kind: fact, type: choice, words: [等级], choices: [{id: first, words: 一级}, {id: second, words: 二级}]}
duties:
${duties
  .trim()
  .split('\n')
  .map((line) => `  - {article: 一, quote: 按时, until: finished, ${line.trim()}}`)
  .join('\n')}
`;
  const { packs, errors } = loadPacks([{ path: 'town/pack.yaml', text }]);
  expect(errors).toEqual([]);
  return packs[0] as Pack;
}

const inForce = (pack: Pack, from = '2020-01-01', until: string | null = null): InForce => ({
  pack,
  calendars: calendarsOf(pack, {}),
  from: zone.startOfDay(day(from)),
  until: until === null ? null : zone.startOfDay(day(until)),
});

const thing = (more: Partial<OwingThing> = {}): OwingThing => ({
  kind: 'pipe',
  facts: {},
  from: at('2026-01-05T09:00'),
  until: null,
  lastDone: null,
  expires: null,
  ...more,
});

const never = (): undefined => undefined;
const tell = (
  versions: InForce[],
  of: OwingThing,
  made: (duty: string) => Made | undefined,
  after: number,
  horizon: number,
): string[] =>
  owed(versions, of, made, after, horizon).map(
    ({ duty, key, opensAt, due }) => `${duty} ${key}: ${shown(opensAt)} → ${shown(due)}`,
  );

describe('a duty of calendar periods', () => {
  const monthly = [inForce(packOf('id: read, for-each: pipe, every: month, within: day 30'))];

  it('is owed for each period, also for those missed while nobody looked', () => {
    expect(tell(monthly, thing(), never, at('2026-01-31T12:00'), at('2026-04-01T00:00'))).toEqual([
      'read 2026-02: 2026-02-01T00:00 → 2026-03-01T00:00',
      'read 2026-03: 2026-03-01T00:00 → 2026-03-31T00:00',
      'read 2026-04: 2026-04-01T00:00 → 2026-05-01T00:00',
    ]);
  });

  it('is owed for the period that runs when a thing comes into the register, unless that is past its due', () => {
    const first = (from: string): string[] =>
      tell(monthly, thing({ from: at(from) }), never, Number.NEGATIVE_INFINITY, at(from));
    expect(first('2026-01-05T09:00')).toEqual(['read 2026-01: 2026-01-05T09:00 → 2026-01-31T00:00']);
    expect(first('2026-01-31T09:00')).toEqual([]);
  });

  it('opens earlier by what is ahead, in time for the year of a week', () => {
    const weekly = [inForce(packOf('id: meet, for-each: pipe, every: week, within: week-end, ahead: 2 d'))];
    expect(tell(weekly, thing(), never, at('2026-12-20T00:00'), at('2026-12-31T00:00'))).toEqual([
      'meet 2026-W53: 2026-12-26T00:00 → 2027-01-04T00:00',
    ]);
  });

  it('ends with the thing', () => {
    const gone = thing({ until: at('2026-03-01T00:00') });
    expect(tell(monthly, gone, never, at('2026-02-01T00:00'), at('2026-05-01T00:00'))).toEqual([]);
  });

  it('needs the months of its cycle to come round by cycles', () => {
    const cycles = [inForce(packOf('id: read, for-each: pipe, every: cycle, within: cycle-end'))];
    expect(tell(cycles, thing(), never, at('2026-01-06T00:00'), at('2026-05-02T00:00'))).toEqual([]);
    const known = thing({ facts: { 'cycle-months': 2 } });
    expect(tell(cycles, known, never, at('2026-01-06T00:00'), at('2026-05-02T00:00'))).toEqual([
      'read 2026-C2: 2026-03-01T00:00 → 2026-05-01T00:00',
      'read 2026-C3: 2026-05-01T00:00 → 2026-07-01T00:00',
    ]);
  });
});

describe('a duty of intervals', () => {
  const half = [inForce(packOf('id: clean, for-each: pipe, every: 6 mo, ahead: 1 mo'))];
  const clean = (made: Made | undefined, horizon: string, of = thing()): string[] =>
    tell(half, of, () => made, at('2026-01-01T00:00'), at(horizon));

  it('is owed once, however long it is not done', () => {
    expect(clean(undefined, '2030-01-01T00:00')).toEqual([
      'clean after 2026-01-05: 2026-06-05T00:00 → 2026-07-06T00:00',
    ]);
    expect(clean({ key: 'after 2026-01-05', closedAt: null }, '2030-01-01T00:00')).toEqual([]);
  });

  it('is counted from the day it was last done', () => {
    const made = { key: 'after 2026-01-05', closedAt: at('2026-07-20T23:59') };
    expect(clean(made, '2026-12-19T23:59')).toEqual([]);
    expect(clean(made, '2026-12-20T00:00')).toEqual(['clean after 2026-07-20: 2026-12-20T00:00 → 2027-01-21T00:00']);
  });

  it('is counted from what the register knows, when that is later', () => {
    const told = thing({ lastDone: day('2026-08-31') });
    expect(clean({ key: 'x', closedAt: at('2026-07-20T10:00') }, '2027-02-01T00:00', told)).toEqual([
      'clean after 2026-08-31: 2027-01-28T00:00 → 2027-03-01T00:00',
    ]);
  });

  it('takes the strictest case while the fact that decides is not known', () => {
    const graded = [
      inForce(
        packOf(
          'id: patrol, for-each: pipe, cases: [{when: {grade: first}, every: 1 d}, {when: {grade: second}, every: 7 d}]',
        ),
      ),
    ];
    const done = { key: 'x', closedAt: at('2026-03-02T16:30') };
    const patrol = (facts: OwingThing['facts']): string[] =>
      tell(graded, thing({ facts }), () => done, at('2026-03-02T17:00'), at('2026-03-20T00:00'));
    expect(patrol({ grade: 'second' })).toEqual(['patrol after 2026-03-02: 2026-03-09T00:00 → 2026-03-10T00:00']);
    expect(patrol({})).toEqual(['patrol after 2026-03-02: 2026-03-03T00:00 → 2026-03-04T00:00']);
  });
});

describe('another version of the rulebook', () => {
  const before = packOf('id: clean, for-each: pipe, every: 6 mo\n  id: read, for-each: pipe, every: month');
  const after = packOf('id: clean, for-each: pipe, every: 3 mo\n  id: read, for-each: pipe, every: quarter', '2');
  const both = [inForce(before, '2020-01-01', '2026-08-15'), inForce(after, '2026-08-15')];

  it('shortens an interval that runs, and is not broken before it is in force', () => {
    const made = (duty: string): Made | undefined =>
      duty === 'clean' ? { key: 'x', closedAt: at('2026-03-10T10:00') } : undefined;
    expect(tell(both, thing(), made, at('2026-08-14T00:00'), at('2026-08-20T00:00'))).toEqual([
      'clean after 2026-03-10: 2026-08-15T00:00 → 2026-08-16T00:00',
      'read 2026-Q3: 2026-08-15T00:00 → 2026-10-01T00:00',
    ]);
  });

  it('leaves what had opened before to the version of that day', () => {
    const made = (duty: string): Made | undefined =>
      duty === 'clean' ? { key: 'x', closedAt: at('2026-02-12T10:00') } : undefined;
    expect(tell(both, thing(), made, at('2026-08-01T00:00'), at('2026-08-14T00:00'))).toEqual([
      'clean after 2026-02-12: 2026-08-12T00:00 → 2026-08-13T00:00',
    ]);
  });
});

it('what expires is renewed before it does, and again when it is to expire on another day', () => {
  const pack = [inForce(packOf('id: renew, for-each: pipe, before: expires, ahead: 1 mo'))];
  const renew = (expires: string, made?: Made): string[] =>
    tell(pack, thing({ expires: day(expires) }), () => made, at('2026-11-20T00:00'), at('2026-12-01T00:00'));
  const first = 'renew expires 2026-12-31: 2026-12-01T00:00 → 2027-01-01T00:00';
  expect(renew('2026-12-31')).toEqual([first]);
  expect(renew('2027-01-02')).toEqual([]);
  expect(renew('2026-12-31', { key: 'expires 2026-12-31', closedAt: null })).toEqual([]);
  expect(renew('2026-12-31', { key: 'expires 2025-12-31', closedAt: at('2025-12-20T10:00') })).toEqual([first]);
  expect(renew('2025-12-31')).toEqual([]);
});

it('a duty of once, and one before a date, are owed once', () => {
  const pack = packOf(
    'id: census, for-each: pipe, every: once, within: 10 cd\n  id: ready, for-each: pipe, before: "2026-06-01"\n  id: drill, for-each: pipe, every: year, before: "06-01"',
  );
  expect(tell([inForce(pack)], thing(), never, Number.NEGATIVE_INFINITY, at('2027-02-01T00:00'))).toEqual([
    'census once: 2026-01-05T09:00 → 2026-01-16T00:00',
    'drill 2026 06-01: 2026-01-05T09:00 → 2026-06-01T00:00',
    'ready 2026-06-01: 2026-01-05T09:00 → 2026-06-01T00:00',
    'drill 2027 06-01: 2027-01-01T00:00 → 2027-06-01T00:00',
  ]);
  expect(
    tell(
      [inForce(pack)],
      thing(),
      (duty) => ({ key: duty === 'ready' ? '2026-06-01' : 'once', closedAt: null }),
      at('2026-02-01T00:00'),
      at('2026-12-31T00:00'),
    ),
  ).toEqual([]);
});
