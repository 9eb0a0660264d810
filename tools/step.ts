/** One thing the check looks at. It never throws for what it finds: it says so. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ROOT } from './tree.ts';

/** Tests counted one by one; a step without counts is one test itself. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Outcome {
  ok: boolean;
  /** Shown when the step failed; its last line also when it passed. */
  output: string;
  counts?: Counts;
}

export interface Step {
  name: string;
  run(): Promise<Outcome>;
}

/** Findings as an outcome: none is good. `words` says what was looked at. */
export function verdict(complaints: string[], words: string): Outcome {
  return { ok: complaints.length === 0, output: [...complaints, words].join('\n') };
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
});

/** Runs a Node program of the repository on this very runtime; `echo` also shows it while it runs. */
export function node(
  args: string[],
  options: { env?: NodeJS.ProcessEnv; echo?: boolean } = {},
): Promise<Outcome & { code: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...environment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    const hear = (chunk: Buffer): void => {
      chunks.push(chunk);
      if (options.echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => resolve({ ok: false, code: 1, output: String(error) }));
    child.on('close', (code) => {
      resolve({ ok: code === 0, code: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trimEnd() });
    });
  });
}
