import { expect, it } from 'vitest';
import { monthsOn, readChecksSearch, readMetricsSearch } from './search.ts';

it('reads a month and the figure that is open, and drops what is neither', () => {
  expect(readMetricsSearch({ month: '2026-10', index: 3, part: 'misses' })).toEqual({
    month: '2026-10',
    index: 3,
    part: 'misses',
  });
  expect(readMetricsSearch({ month: '2026-13', index: -1, part: 'misses' })).toEqual({});
  expect(readMetricsSearch({ month: '2026-10', part: 'all', index: 1 })).toEqual({ month: '2026-10' });
});

it('reads the sheet that is open', () => {
  expect(readChecksSearch({ id: '7', kind: 'outlet' })).toEqual({ id: 7 });
  expect(readChecksSearch({ kind: 'outlet' })).toEqual({ kind: 'outlet' });
  expect(readChecksSearch({ id: 'x', kind: '' })).toEqual({});
});

it('goes over the end of the year', () => {
  expect([monthsOn('2026-12', 1), monthsOn('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});
