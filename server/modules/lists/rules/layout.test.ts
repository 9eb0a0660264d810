import { describe, expect, it } from 'vitest';
import { readLayout, shown } from './layout.ts';

const COLUMNS = [
  { id: 'number', width: 130, shown: true },
  { id: 'place', width: 200, shown: true },
  { id: 'late', width: 80, shown: false },
  { id: 'phone', width: 120, shown: false, personal: true as const },
];

describe('the columns of a list', () => {
  it('are the usual ones until somebody chooses', () =>
    expect(shown(null, COLUMNS)).toEqual([
      { id: 'number', width: 130 },
      { id: 'place', width: 200 },
    ]));

  it('are those chosen, in their order, without what is gone', () =>
    expect(
      shown(
        [
          { id: 'late', width: 90 },
          { id: 'gone', width: 50 },
          { id: 'number', width: 60 },
        ],
        COLUMNS,
      ),
    ).toEqual([
      { id: 'late', width: 90 },
      { id: 'number', width: 60 },
    ]));

  it('are the usual ones again when nothing is left of them', () =>
    expect(shown([{ id: 'gone', width: 50 }], COLUMNS)).toHaveLength(2));

  it('are wide enough to read and no wider than a screen', () =>
    expect(
      readLayout(
        [
          { id: 'number', width: 1 },
          { id: 'place', width: 9000 },
        ],
        COLUMNS,
      ),
    ).toMatchObject({
      ok: true,
      value: [{ width: 40 }, { width: 800 }],
    }));

  it.each([
    ['column-not-known', ['nothing']],
    ['column-not-known', ['phone']],
    ['column-twice', ['number', 'number']],
    ['columns-none', []],
  ])('are refused: %s', (code, ids) =>
    expect(
      readLayout(
        ids.map((id) => ({ id, width: 100 })),
        COLUMNS,
      ),
    ).toMatchObject({ refusal: { code } }),
  );
});
