import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_EVENTS } from '../../../regulations/rules/vocabulary.ts';
import { reportable } from '../book.ts';
import { f1, type Labelled, measure, placeHits, shareOf } from './measure.ts';

const KNOWN = reportable(BUILT_IN_EVENTS, []);
const letter = (change: Partial<Labelled>): Labelled => ({
  subject: '小区停水',
  body: '没有水。',
  relevant: true,
  event: 'no-water',
  second: '',
  urgent: false,
  place: '',
  outsideDuty: false,
  ...change,
});

describe('a measure', () => {
  it('counts what was answered as labelled, and only messages about water', () => {
    const report = measure(
      [
        letter({}),
        letter({ event: 'water-quality' }),
        letter({ subject: '翠湖苑停水', place: '翠湖苑' }),
        letter({ subject: '河道污染', body: '排污到小溪，河水发臭。', relevant: false, event: '' }),
      ],
      KNOWN,
      { folds: 2, repetitions: 1 },
    );
    expect(report).toMatchObject({ messages: 4, relevant: 3 });
    expect(report.standing.top1).toEqual({ hits: 2, of: 3 });
    expect(report.standing.place).toEqual({ hits: 1, of: 1 });
    expect(report.standing.relevant).toEqual({ tp: 3, fp: 0, fn: 0, tn: 1 });
    expect(report.trivial.relevant).toEqual({ tp: 3, fp: 1, fn: 0, tn: 0 });
  });
  it('takes a place that holds the label and is at most twice as long', () => {
    expect(placeHits('翠湖苑3栋', '翠湖苑')).toBe(true);
    expect(placeHits('翠湖苑', '翠湖苑3栋')).toBe(false);
    expect(placeHits('银杏路翠湖苑3栋', '翠湖苑')).toBe(false);
  });
  it('of yes and no is zero where nothing was found', () => {
    expect(f1({ tp: 0, fp: 3, fn: 2, tn: 1 })).toBe(0);
    expect(f1({ tp: 2, fp: 1, fn: 1, tn: 0 })).toBeCloseTo(2 / 3);
  });
  it('is the same whenever it is taken', () => {
    const letters = Array.from({ length: 30 }, (_, i) =>
      letter(i % 3 === 0 ? { subject: '水压低', body: '水小。', event: 'low-pressure' } : { urgent: i % 2 === 0 }),
    );
    expect(measure(letters, KNOWN)).toEqual(measure(letters, KNOWN));
  });
});

const LETTERS = join(
  process.env.GONGSHUI_SHARED ?? join(import.meta.dirname, '../../../../../../shared'),
  'messages/messages.tsv',
);
const present = existsSync(LETTERS);
if (!present && process.env.CI === 'true') throw new Error(`the letters are missing: ${LETTERS} (set GONGSHUI_SHARED)`);
if (!present) console.warn(`no letters at ${LETTERS}: suggestions are not measured (set GONGSHUI_SHARED)`);

describe.runIf(present)('on real letters, cross-validated', () => {
  // Read without the product's own reader.
  const letters = present
    ? readFileSync(LETTERS, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'))
        .map(([, , subject = '', body = '', relevant, event = '', second = '', urgent, place = '', , duty]) => ({
          subject,
          body,
          relevant: relevant === 'yes',
          event,
          second,
          urgent: urgent === 'yes',
          place,
          outsideDuty: duty === 'yes',
        }))
    : [];
  const report = letters.length > 0 ? measure(letters, KNOWN) : undefined;
  const crossed = report?.crossValidated;
  const trivial = report?.trivial;
  it.each([
    ['event, first', crossed && shareOf(crossed.top1), 0.65, trivial && shareOf(trivial.top1)],
    ['event, among the first three', crossed && shareOf(crossed.top3), 0.85, trivial && shareOf(trivial.top3)],
    ['place', crossed && shareOf(crossed.place), 0.75, trivial && shareOf(trivial.place)],
    ['urgent, F1', crossed && f1(crossed.urgent), 0.7, trivial && f1(trivial.urgent)],
    ['irrelevant recognised', crossed && crossed.relevant.tn / (crossed.relevant.tn + crossed.relevant.fp), 0.75, 0],
    ['outside duty, F1', crossed && f1(crossed.outsideDuty), 0.7, trivial && f1(trivial.outsideDuty)],
    ['second event', crossed && shareOf(crossed.second), 0.3, trivial && shareOf(trivial.second)],
  ])('%s', (_, value = 0, bar, baseline = 0) => {
    expect(value).toBeGreaterThanOrEqual(bar);
    expect(value).toBeGreaterThan(baseline);
  });
  it('takes few letters about water for irrelevant', () => {
    const { tp = 0, fn = 1 } = crossed?.relevant ?? {};
    expect(fn / (fn + tp)).toBeLessThan(0.15);
  });
});
