/** Tests and conditions as an author writes them. */
import type { Test, When } from '../../pack.ts';

const number = (test: Extract<Test, { op: 'range' }>): string =>
  test.min !== undefined && test.min === test.max
    ? String(test.min)
    : `"${[
        ...(test.min === undefined ? [] : [`${test.minOpen ? '>' : '>='} ${test.min}`]),
        ...(test.max === undefined ? [] : [`${test.maxOpen ? '<' : '<='} ${test.max}`]),
      ].join(', ')}"`;
const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export function showTest(test: Test): string {
  switch (test.op) {
    case 'any-of':
      return test.values.length === 1 ? String(test.values[0]) : `[${test.values.join(', ')}]`;
    case 'range':
      return number(test);
    case 'clock-range':
      return `"${time(test.from)}..${time(test.until)}"`;
    case 'has':
      return `{has: [${test.values.join(', ')}]}`;
    case 'unknown':
      return 'unknown';
    case 'not':
      return `{not: ${showTest(test.test)}}`;
    case 'and':
      return test.tests.map(showTest).join(' + ');
  }
}

/** `{dn: "> 300", urgent: true}`. */
export const showWhen = (when: When | undefined): string =>
  `{${Object.entries(when?.facts ?? {})
    .map(([fact, test]) => `${fact}: ${showTest(test)}`)
    .join(', ')}}`;
