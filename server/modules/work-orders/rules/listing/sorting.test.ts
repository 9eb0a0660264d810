import { describe, expect, it } from 'vitest';
import { isIndexed, readPlace, readSort, sortOf, writePlace, writeSort } from './sorting.ts';

describe('the order of a list', () => {
  it('is by several columns, each its own way', () => {
    expect(readSort('department,due')).toEqual([
      { key: 'department', descending: false },
      { key: 'due', descending: false },
    ]);
    expect(writeSort(readSort('received,late:asc') ?? [])).toBe('received:desc,late:asc');
  });

  it.each(['', 'nothing', 'due,due', 'due:up', 'due,state,event,place', 'constructor'])('is not “%s”', (text) =>
    expect(readSort(text)).toBeNull(),
  );

  it('of closed orders is by receipt where it would be by due', () => {
    expect(sortOf(undefined, 'closed')).toEqual([{ key: 'received', descending: true }]);
    expect(sortOf(readSort('received:asc,due') ?? [], 'all')).toEqual([{ key: 'received', descending: false }]);
  });

  it('has an index, or only so many are put in it', () => {
    expect(isIndexed(readSort('due') ?? [], 'open')).toBe(true);
    expect(isIndexed(readSort('due:desc') ?? [], 'open')).toBe(false);
    expect(isIndexed(readSort('received') ?? [], 'closed')).toBe(true);
    expect(isIndexed(readSort('number:desc') ?? [], 'all')).toBe(true);
    expect(isIndexed(readSort('department,due') ?? [], 'open')).toBe(false);
  });
});

describe('where a page goes on', () => {
  const sort = readSort('late,received') ?? [];

  it('is read as it was written', () => {
    const place = { values: ['3', '2026-03-02 10:00:00.123456+00'], id: 42 };
    expect(readPlace(writePlace(place), sort)).toEqual(place);
  });

  it.each([
    ['of another order', ['2026-03-02 10:00:00+00', 42]],
    ['a time that is none', ['3', 'yesterday', 42]],
    ['a number that is none', ['3; drop', '2026-03-02 10:00:00+00', 42]],
    ['without an order', ['3', '2026-03-02 10:00:00+00', 'x']],
    ['no list', { a: 1 }],
  ])('is refused: %s', (_what, value) =>
    expect(readPlace(Buffer.from(JSON.stringify(value)).toString('base64url'), sort)).toBeNull(),
  );

  it('is refused: no JSON', () => expect(readPlace('abc', sort)).toBeNull());
});
