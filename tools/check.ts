/**
 * `npm run check`: everything that can be said about the tree without a browser, in under a minute.
 * `node tools/check.ts names texts` runs the named steps only.
 */
import { steps } from './checks/steps.ts';
import { runSteps } from './run-steps.ts';

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}`);
  process.exit(2);
}
const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.includes(step.name));
const started = performance.now();
const results = await runSteps(chosen);
const failed = results.filter((result) => !result.outcome.ok).map((result) => result.step.name);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  failed.length === 0
    ? `check: ${results.length} steps passed in ${seconds} s`
    : `check: ${failed.length} of ${results.length} steps failed in ${seconds} s: ${failed.join(', ')}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
