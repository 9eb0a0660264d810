import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

test('a cursor says which database it was and what had ended in it', () => {
  expect(readCursor(writeCursor('7391', '10:20:11,15'))).toEqual({
    system: '7391',
    snapshot: '10:20:11,15',
    xmin: 10n,
    xmax: 20n,
  });
  expect(readCursor('7391.10:10:')?.snapshot).toBe('10:10:');
});

test.each([
  '',
  '10:20:',
  '1.10:20',
  '1.20:10:',
  '1.0:10:',
  '1.10:20:5',
  '1.10:20:20',
  '1.10:20:15,11',
  '1.10:20:11,',
  "1.10:20:'; drop table",
  `1.10:20:${'11,'.repeat(5000)}12`,
  '-1.10:20:',
  '1.10:20:11,,15',
  '1.10:20:,11',
  '1.10:18446744073709551616:',
])('%s is none', (text) => {
  expect(readCursor(text)).toBeNull();
});

test('what is not a cursor is known at once, however it is made', () => {
  const begun = performance.now();
  for (const end of ['x', ',', ' '])
    for (const middle of ['1', '11,', '1,', '11111111111111111111'])
      readCursor(`1.10:20:${middle.repeat(Math.floor(7900 / middle.length))}${end}`);
  expect(performance.now() - begun).toBeLessThan(500);
});
