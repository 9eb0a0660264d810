import { expect, it } from 'vitest';
import { readShiftRow } from './shift-row.ts';

const read = (starts: string, ends: string, person = '李俊') => {
  const cells: Record<string, string> = { person, starts, ends, note: ' 夜班 ' };
  const done = readShiftRow((column) => cells[column] ?? '', 1900);
  return 'row' in done
    ? [done.row.startsAt, done.row.endsAt].map((at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16))
    : done.faults.map(({ column, code }) => `${column} ${code}`);
};

it('is read as people and spreadsheets write times; an end without a day is the next one after the beginning', () => {
  expect(read('2026-03-02 08:00', '2026-03-02 20:00')).toEqual(['2026-03-02T08:00', '2026-03-02T20:00']);
  expect(read('2026/3/2 20:00', '08:00')).toEqual(['2026-03-02T20:00', '2026-03-03T08:00']);
  expect(read('2026年3月2日 8时', '16:30')).toEqual(['2026-03-02T08:00', '2026-03-02T16:30']);
  expect(read('46083.5', '46083.75')).toEqual(['2026-03-02T12:00', '2026-03-02T18:00']);
});

it('is refused where it does not say who, or when exactly', () => {
  expect(read('2026-03-02', '20:00')).toEqual(['starts roster-row-time']);
  expect(read('08:00', '20:00')).toEqual(['starts roster-row-time']);
  expect(read('2026-03-02 08:00', '晚上')).toEqual(['ends roster-row-time']);
  expect(read('2026-03-02 08:00', '20:00', ' ')).toEqual(['person roster-row-person']);
});
