/** `npm run bench [name …]` measures and prints; run it on a quiet machine. --json for another program. */
import { cpus } from 'node:os';
import type { Bench } from './bench/bench.ts';
import { clocks } from './bench/clocks.ts';
import { database } from './bench/database.ts';

const benches: Bench[] = [clocks, database];

const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('-'));
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${benches.map((bench) => bench.name).join(', ')}`);
  process.exit(2);
}

const json = args.includes('--json');
const say = (text: string): void => {
  if (!json) console.log(text);
};
say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}`);
const results: object[] = [];
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  say(`\n${bench.name}: ${bench.does}`);
  for (const { what, value, unit } of await bench.run()) {
    say(`  ${what.padEnd(44)} ${value.toLocaleString('en', { maximumSignificantDigits: 4 }).padStart(12)} ${unit}`);
    results.push({ bench: bench.name, what, value, unit });
  }
}
if (json) console.log(JSON.stringify(results, null, 2));
