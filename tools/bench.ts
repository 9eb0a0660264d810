/** `npm run bench [-- name …]` measures and prints; run it on a quiet machine. `--table` for docs/measurements.md, `--json` for another program. */
import { cpus, loadavg } from 'node:os';
import { backtest } from './bench/backtest.ts';
import type { Bench } from './bench/bench.ts';
import { deadlines } from './bench/deadlines.ts';
import { field } from './bench/field.ts';
import { imports } from './bench/import.ts';
import { lifecycle } from './bench/lifecycle.ts';
import { lists } from './bench/lists.ts';
import { notices } from './bench/notices.ts';
import { packs } from './bench/packs.ts';
import { places } from './bench/places.ts';
import { redate } from './bench/redate.ts';
import { start } from './bench/start.ts';
import { sweep } from './bench/sweep.ts';

const benches: Bench[] = [
  deadlines,
  packs,
  start,
  sweep,
  lifecycle,
  redate,
  imports,
  places,
  lists,
  backtest,
  field,
  notices,
];

const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('-'));
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${benches.map((bench) => bench.name).join(', ')}`);
  process.exit(2);
}

const json = args.includes('--json');
const table = args.includes('--table');
const say = (text: string): void => {
  if (!json) console.log(text);
};
const show = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const load = (): string => loadavg()[0]?.toFixed(1) ?? '';
say(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, load before ${load()}`,
);
if (table) say('\n| bench | what | median | load before |\n| --- | --- | --- | --- |');
const results: object[] = [];
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const before = load();
  if (!table) say(`\n${bench.name}: ${bench.does}`);
  for (const { what, value, unit } of await bench.run()) {
    if (table) say(`| ${bench.name} | ${what} | ${show(value)} ${unit} | ${before} |`);
    else say(`  ${what.padEnd(48)} ${show(value).padStart(12)} ${unit}`);
    results.push({ bench: bench.name, what, value, unit, loadBefore: Number(before) });
  }
}
if (json) console.log(JSON.stringify(results, null, 2));
process.exit(0);
