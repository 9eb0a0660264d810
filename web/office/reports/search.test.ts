import { describe, expect, it } from 'vitest';
import { asked, PRESETS, readReportSearch } from './search.ts';

const now = Date.parse('2026-03-01T00:30:00+08:00');

describe('the period of a report', () => {
  it('is this month, the last or seven days, as the days are in Shanghai', () => {
    expect(PRESETS.month(now)).toEqual({ from: '2026-03-01', until: '2026-03-01' });
    expect(PRESETS.last(now)).toEqual({ from: '2026-02-01', until: '2026-02-28' });
    expect(PRESETS.week(now)).toEqual({ from: '2026-02-23', until: '2026-03-01' });
  });
  it('counts its last day', () => {
    expect(asked({ from: '2026-02-01', until: '2026-02-28' })).toEqual({ from: '2026-02-01', until: '2026-03-01' });
    expect(asked({ from: '2026-12-01', until: '2026-12-31' }).until).toBe('2027-01-01');
  });
});

it('an address that is none is read as far as it can be', () => {
  expect(readReportSearch({ from: 'yesterday', until: '2026-03-01', holder: 'crew', unit: '-', open: true })).toEqual({
    until: '2026-03-01',
    holder: 'crew',
    unit: '-',
    open: true,
  });
  expect(readReportSearch({ holder: 'nobody', unit: 7, open: 'yes' })).toEqual({});
});
