/** Runs projects of vitest and counts their tests. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, node, type Outcome } from './step.ts';

/** The part of vitest's JSON report that is counted. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** A file that failed though no test of it did (it could not be loaded, a hook threw) counts as one failure. */
export function countsOf(report: Report): Counts {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export async function vitest(
  projects: string[],
  options: { echo?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome & { counts: Counts }> {
  const folder = mkdtempSync(join(tmpdir(), 'gongshui-vitest-'));
  const report = join(folder, 'report.json');
  try {
    const outcome = await node(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      options,
    );
    const counts = counted(report);
    // an error outside any test (a crashed worker, an unhandled rejection) fails the run, not a test
    if (!outcome.ok && counts.failed === 0) counts.failed = 1;
    const ok = counts.failed === 0 && counts.passed > 0;
    const words = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
    return { ok, counts, output: `${outcome.output}\n${words}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counted(report: string): Counts {
  try {
    return countsOf(JSON.parse(readFileSync(report, 'utf8')) as Report);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
