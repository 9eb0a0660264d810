/** Deadlines per second on one core: `node tools/bench-deadlines.ts`. */
import { HOUR, MINUTE } from '../server/values/instant.ts';
import { compileCalendar } from '../server/values/working-calendar.ts';
import { dayNumber, weekdayOf, zoneOf } from '../server/values/zone.ts';

const zone = zoneOf('Asia/Shanghai');
const office = compileCalendar({
  zone,
  firstYear: 2004,
  lastYear: 2026,
  windowsOn: (day) => {
    if (weekdayOf(day) > 5) return [];
    return [
      [480, 690],
      [840, 1050],
    ];
  },
});
const first = zone.startOfDay(dayNumber(2024, 1, 1));
const span = zone.startOfDay(dayNumber(2026, 10, 1)) - first;
const COUNT = 3_000_000;

let seed = 42;
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const starts = Float64Array.from({ length: COUNT }, () => first + Math.floor(random() * span));

function measure(name: string, run: (start: number, i: number) => unknown): void {
  for (let i = 0; i < 50_000; i++) run(starts[i] as number, i);
  const begin = performance.now();
  let sum = 0;
  for (let i = 0; i < COUNT; i++) {
    const due = run(starts[i] as number, i);
    if (typeof due === 'number') sum += due;
  }
  const seconds = (performance.now() - begin) / 1000;
  console.log(`${name.padEnd(30)} ${Math.round(COUNT / seconds).toLocaleString('en')}/s (check ${sum % 9973})`);
}

measure('h: elapsed', (start) => start + 24 * HOUR);
measure('wh: office hours', (start, i) => office.addWorking(start, 90 * MINUTE + (i % 40) * HOUR));
measure('wd: closing of the n-th day', (start, i) => office.closingOfWorkingDay(zone.dayOf(start), 1 + (i % 10)));
