import { expect, it } from 'vitest';
import { closingLine, sumOf, verdictOf } from './tally.ts';
import { countsOf } from './vitest.ts';

it('ends with what passed and what failed', () => {
  expect(closingLine({ passed: 412, failed: 0, skipped: 0 })).toBe('412 passed, 0 failed');
  expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
});

it('adds up the parts of the run', () => {
  const parts = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 20, failed: 3, skipped: 1 },
  ];
  expect(sumOf(parts)).toEqual({ passed: 21, failed: 3, skipped: 1 });
});

it('fails when a test failed, and when none ran', () => {
  expect(verdictOf({ passed: 5, failed: 0, skipped: 2 })).toBe(0);
  expect(verdictOf({ passed: 5, failed: 1, skipped: 0 })).toBe(1);
  expect(verdictOf({ passed: 0, failed: 0, skipped: 9 })).toBe(1);
});

it('counts a test file that could not be loaded, or whose hook threw, as one failure', () => {
  const file = (status: string, ...tests: string[]) => ({
    name: 'x.test.ts',
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  });
  const testResults = [
    file('failed'),
    file('failed', 'skipped'),
    file('failed', 'failed'),
    file('passed', 'passed', 'passed'),
  ];
  const report = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0, testResults };
  expect(countsOf(report)).toEqual({ passed: 2, failed: 3, skipped: 1 });
});
