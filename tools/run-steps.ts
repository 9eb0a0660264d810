/** Runs steps two at a time and prints one line for each as it ends, with its output when it failed. */
import { availableParallelism } from 'node:os';
import type { Outcome, Step } from './step.ts';

export interface StepResult {
  step: Step;
  outcome: Outcome;
  ms: number;
}

const OUTPUT_LINES = 80;

/** The first lines of a long output, then the last ones: errors stand at either end. */
export function shortened(output: string, lines = OUTPUT_LINES): string {
  const all = output.split('\n');
  if (all.length <= lines) return output;
  const head = Math.ceil(lines * 0.6);
  const tail = lines - head;
  return [...all.slice(0, head), `… ${all.length - lines} lines left out …`, ...all.slice(-tail)].join('\n');
}

export function line(result: StepResult): string {
  const { step, outcome, ms } = result;
  const last = outcome.output.trimEnd().split('\n').at(-1) ?? '';
  const words = outcome.ok && last.length <= 100 ? last : '';
  return `${outcome.ok ? '✓' : '✗'} ${step.name.padEnd(12)} ${(ms / 1000).toFixed(1).padStart(5)} s  ${words}`.trimEnd();
}

export async function runSteps(
  steps: Step[],
  lanes = Math.max(1, Math.min(availableParallelism(), 4)),
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = [...steps];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now();
      const outcome = await step.run().catch((error: unknown): Outcome => {
        return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      });
      const result = { step, outcome, ms: performance.now() - started };
      results.push(result);
      console.log(line(result));
      if (!outcome.ok) console.log(shortened(outcome.output).replace(/^/gm, '    '));
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, steps.length) }, lane));
  return results;
}
