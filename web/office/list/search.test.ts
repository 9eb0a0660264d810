import { describe, expect, it } from 'vitest';
import { queryOf, readListSearch, searched, sortAfter, sortedBy } from './search.ts';

describe('a column that is clicked', () => {
  it('sorts its usual way, the other way, and no longer', () => {
    const once = sortAfter({}, 'place', false);
    const twice = sortAfter({ sort: 'place:asc' }, 'place', false);
    expect([once, twice, sortAfter({ sort: 'place:desc' }, 'place', false)]).toEqual([
      'place:asc',
      'place:desc',
      undefined,
    ]);
    expect(sortAfter({}, 'received', false)).toBe('received:desc');
  });

  it('comes after the others where it is added, three at most, and keeps its rank where it turns', () => {
    expect(sortAfter({ sort: 'event:asc' }, 'place', true)).toBe('event:asc,place:asc');
    expect(sortAfter({ sort: 'event:asc' }, 'place', false)).toBe('place:asc');
    expect(sortAfter({ sort: 'event:asc,place:asc' }, 'event', true)).toBe('event:desc,place:asc');
    expect(sortAfter({ sort: 'event:desc,place:asc' }, 'event', true)).toBe('place:asc');
    expect(sortAfter({ sort: 'event:asc,place:asc,late:desc' }, 'number', true)).toBe('place:asc,late:desc,number:asc');
  });
});

it('by due time is by receipt among closed orders', () => {
  expect(sortedBy(undefined, {})).toEqual([{ key: 'due', down: false }]);
  expect(sortedBy(undefined, { any: true })).toEqual([{ key: 'received', down: true }]);
});

it('the address says what is listed, and nothing else is sent', () => {
  const from = '2026-11-01T00:00:00.000Z';
  const search = readListSearch({ any: true, q: '漏水', sort: 'place:asc', saved: 7, receivedFrom: from, evil: '<' });
  expect(search).toEqual({ any: true, q: '漏水', sort: 'place:asc', saved: 7, receivedFrom: from });
  expect(queryOf(search)).toEqual({ any: true, q: '漏水', receivedFrom: from });
  expect(readListSearch({ sort: 'DROP', receivedFrom: 'when?', district: 7 })).toEqual({});
});

it('a search keeps the filters and looks among closed orders too, unless only those are listed', () => {
  expect(searched({ state: 'in-progress' }, '漏水')).toEqual({ state: 'in-progress', any: true, q: '漏水' });
  expect(searched({ closed: true }, '漏水')).toEqual({ closed: true, q: '漏水' });
  expect(searched({ any: true, q: '漏水' }, '')).toEqual({ any: true });
});
