import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../../../values/instant.ts';
import { zoneOf } from '../../../../values/zone.ts';
import { heldUntil, type Quiet, quietHoursOf } from './quiet.ts';

const CITED = { article: '7', quote: '夜間22點后', clauses: ['J-167'] };
const NIGHT: Quiet = { from: 1320, until: 510, ...CITED };
const zone = zoneOf('Asia/Shanghai');
const at = (text: string): number => Date.parse(`2026-11-${text}:00+08:00`);

test.each([
  ['26T21:59', null],
  ['26T22:00', '27T08:30'],
  ['26T23:59', '27T08:30'],
  ['27T00:00', '27T08:30'],
  ['27T08:29', '27T08:30'],
  ['27T08:30', null],
])('%s is held until %s', (now, until) => {
  expect(heldUntil(at(now), [NIGHT], zone)?.until ?? null).toBe(until === null ? null : at(until));
});

test('the end of one stretch in another goes on to the end of that', () => {
  const noon = { from: 480, until: 540, ...CITED };
  expect(heldUntil(at('26T23:00'), [NIGHT, noon], zone)?.until).toBe(at('27T09:00'));
});

describe('whatever the hours', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const quiets = fc.array(
    fc.record({ from: minute, until: minute }).map((one): Quiet => ({ ...one, ...CITED })),
    { maxLength: 3 },
  );
  const moment = fc.integer({ min: at('01T00:00'), max: at('30T00:00') });
  const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'Europe/Berlin');
  const quietAt = (list: readonly Quiet[], now: number, id: string): boolean => {
    const minuteNow = zoneOf(id).minuteOf(now);
    return list.some(({ from, until }) => {
      const length = (until - from + 1440) % 1440;
      return (minuteNow - from + 1440) % 1440 < length;
    });
  };

  test('nobody is told inside them, nobody waits who need not, and nobody waits longer than he must', () => {
    fc.assert(
      fc.property(quiets, moment, zones, (list, now, id) => {
        const held = heldUntil(now, list, zoneOf(id));
        expect(held !== null).toBe(quietAt(list, now, id));
        // hours that fill the day leave no moment
        const always = Array.from({ length: 1440 }, (_, step) => quietAt(list, now + step * MINUTE, id)).every(Boolean);
        if (held === null || always) return;
        expect(quietAt(list, held.until, id)).toBe(false);
        expect(held.until - now).toBeLessThanOrEqual(DAY);
        expect(quietAt(list, held.until - MINUTE, id)).toBe(true);
        expect(held.until).toBeGreaterThan(now);
      }),
      { numRuns: 300 },
    );
  });
});

test('what lifts them says where they come from', () => {
  const source = { pack: 'x', file: 'x', line: 1 };
  const timing = { breach: 'at-due', hours: 'office', on: 'request' } as const;
  const entry = {
    ...{ id: 'told', overlap: 'first', assumed: [], source, article: '7', quote: '联系客户', clauses: ['J-166'] },
    cases: [
      { ...CITED, source, value: timing },
      {
        article: '7',
        quote: '联系客户',
        clauses: ['J-166'],
        source,
        value: { ...timing, quiet: { from: 1320, until: 510 } },
      },
    ],
  } as const;
  const clocks = [entry] as unknown as Parameters<typeof quietHoursOf>[0]['clocks'];
  expect(quietHoursOf({ clocks, notices: [] })).toEqual([
    { from: 1320, until: 510, article: '7', quote: '夜間22點后', clauses: ['J-166', 'J-167'] },
  ]);
});
