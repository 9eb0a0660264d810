/**
 * `npm test`: everything. The check first, then the tests that need PostgreSQL, then the screens in a browser.
 * The last line says how many tests passed and failed, counting each step of the check as one.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { steps } from './checks/steps.ts';
import { prepareBrowser } from './chromium.ts';
import { runSteps } from './run-steps.ts';
import type { Counts } from './step.ts';
import { closingLine, sumOf, verdictOf } from './tally.ts';
import { ROOT } from './tree.ts';
import { vitest } from './vitest.ts';

const CI = process.env.CI === 'true' || process.env.CI === '1';
const all: Counts[] = [];
const say = (text: string): void => console.log(text);

/** Where something is missing: a failure in CI, elsewhere a test that was skipped. */
function missing(words: string): void {
  say(`${CI ? '✗' : '–'} ${words}`);
  all.push(CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 });
}

say('check');
for (const { outcome } of await runSteps(steps)) {
  all.push(outcome.counts ?? { passed: outcome.ok ? 1 : 0, failed: outcome.ok ? 0 : 1, skipped: 0 });
}

const materials = process.env.GONGSHUI_SHARED ?? resolve(ROOT, '../shared');
if (!existsSync(materials))
  missing('the shared material (../shared, or GONGSHUI_SHARED) is absent: tests that read it do not run');

say('\nwith PostgreSQL');
all.push((await vitest(['postgres'], { echo: true })).counts);

say('\nin the browser');
const browser = prepareBrowser(say);
if ('path' in browser) all.push((await vitest(['browser'], { echo: true, env: { CHROMIUM: browser.path } })).counts);
else missing(`the screens were not tested: ${browser.missing}`);

const total = sumOf(all);
console.log(`\n${closingLine(total)}`);
process.exitCode = verdictOf(total);
