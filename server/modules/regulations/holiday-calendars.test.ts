import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { calendarsIn, joined } from './actions/holiday-calendars.ts';

let folder: string;
let now = 0;

const publish = (year: number, text?: string): void =>
  writeFileSync(
    path.join(folder, 'national', 'cn', `${year}.yaml`),
    text ?? `calendar: cn\nyear: ${year}\noff:\n  - {date: "${year}-01-01", name: 元旦}\nwork: []\n`,
  );
const years = (read: ReturnType<typeof calendarsIn>) => read().cn?.map(({ year }) => year);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongshui-calendars-'));
  mkdirSync(path.join(folder, 'national', 'cn'), { recursive: true });
  publish(2026);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a year published while the platform runs counts a few seconds later', () => {
  const read = calendarsIn(folder, () => now);
  const first = read();
  expect(years(read)).toEqual([2026]);
  publish(2027);
  now += 4000;
  expect(read()).toBe(first);
  now += 1001;
  expect(years(read)).toEqual([2026, 2027]);
});

it('nothing is read again as long as nothing was written', () => {
  const read = calendarsIn(folder, () => now);
  const first = read();
  now += 60_000;
  expect(read()).toBe(first);
});

it('a file with a mistake in it, or half written, takes nothing away from what was known', () => {
  const read = calendarsIn(folder, () => now);
  read();
  publish(2027, 'calendar: cn\nyear: 20');
  now += 6000;
  expect(years(read)).toEqual([2026]);
  publish(2027);
  now += 6000;
  expect(years(read)).toEqual([2026, 2027]);
});

it('a folder of its own adds years to those that ship, and goes before them where both give one', () => {
  const shipped = { cn: [{ year: 2026, off: ['2026-01-01'], work: [] }] };
  let own: Record<string, { year: number; off: string[]; work: string[] }[]> = {};
  const read = joined(
    () => shipped,
    () => own,
  );
  expect(read()).toEqual(shipped);
  expect(read()).toBe(read());
  own = {
    cn: [
      { year: 2026, off: ['2026-01-02'], work: [] },
      { year: 2027, off: ['2027-01-01'], work: [] },
    ],
  };
  expect(read()).toEqual(own);
});
