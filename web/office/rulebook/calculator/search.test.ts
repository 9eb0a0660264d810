import { describe, expect, it } from 'vitest';
import type { ClockView } from '../../../kit/views.ts';
import { aligned } from './aligned.ts';
import { readCalculatorSearch } from './search.ts';

describe('the address of a calculation', () => {
  it('keeps what was asked, and drops what cannot be', () => {
    const asked = {
      packs: ['a', 'b'],
      event: 'pipe-leak',
      facts: { dn: 600, urgent: true },
      then: { arrived: '2026-03-02T10:00:00+08:00' },
      pauses: [{ from: '2026-03-02T10:00:00+08:00', until: null }],
    };
    expect(readCalculatorSearch(asked)).toEqual(asked);
    expect(
      readCalculatorSearch({
        packs: ['a', 1, 'b', 'c', 'd', 'e'],
        event: 7,
        at: 'soon',
        facts: { dn: { not: 1 } },
        then: { arrived: 'later' },
        pauses: [{ until: 'x' }, null],
      }),
    ).toEqual({ packs: ['a', 'b', 'c', 'd'] });
  });
});

const clock = (id: string, stop: string, dueAt: string | null, section = 'clocks'): ClockView =>
  ({ id: `${id}/0/1`, section, until: [stop], untilNames: [stop], name: id, dueAt, run: 1 }) as ClockView;

describe('clocks of several rulebooks', () => {
  it('stand in one row when the same act stops them, the earliest due first, and the earliest of a row is known', () => {
    const rows = aligned([
      [clock('finish', 'finished', '2026-03-03T10:00:00Z'), clock('arrive', 'arrived', '2026-03-02T11:00:00Z')],
      [clock('arrive-leak', 'arrived', '2026-03-02T10:30:00Z'), clock('read', 'read', null)],
      undefined,
    ]);
    expect(rows.map(({ name }) => name)).toEqual(['arrived', 'finished', 'read']);
    expect(rows[0]?.cells.map((cell) => cell.map(({ id }) => id))).toEqual([['arrive/0/1'], ['arrive-leak/0/1'], []]);
    expect(rows.map(({ earliest }) => earliest)).toEqual([1, null, null]);
  });

  it('two clocks of one rulebook stopped by the same act share its cell; notices stand by their own name', () => {
    const rows = aligned([
      [
        clock('arrive', 'arrived', '2026-03-02T11:00:00Z'),
        clock('arrive-inspection', 'arrived', '2026-03-02T10:00:00Z'),
        clock('告知用户', 'told:a', '2026-03-02T12:00:00Z', 'notices'),
      ],
      [clock('告知用户', 'told:b', '2026-03-02T12:00:00Z', 'notices')],
    ]);
    expect(rows.map(({ cells }) => cells.map((cell) => cell.length))).toEqual([
      [2, 0],
      [1, 1],
    ]);
    expect(rows[1]?.earliest).toBeNull();
  });
});
