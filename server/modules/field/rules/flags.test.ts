import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../values/instant.ts';
import { CLOCK_OFF, FAR_METRES, FAST_KMH, flagsOf, JITTER, metresBetween, speedBetween } from './flags.ts';

const T = Date.parse('2026-11-26T08:00:00Z');
const ORDER = { lon: 117, lat: 36.6 };
/** So many metres north of the order. */
const north = (metres: number, accuracy = 5) => ({ lon: 117, lat: 36.6 + metres / 111_195.08, accuracy });
const judged = { occurredAt: T, deviceAt: T, offset: 0, point: null };
const nothing = { last: null, acknowledged: null };

describe('what is doubtful about a command', () => {
  it('is nothing where nothing is known', () => {
    expect(flagsOf(judged, nothing, null)).toEqual([]);
    expect(flagsOf({ ...judged, point: north(9000) }, nothing, { position: null, seenAt: null })).toEqual([]);
  });

  it('is more than three hundred metres from the order', () => {
    const at = (metres: number) =>
      flagsOf({ ...judged, point: north(metres) }, nothing, { position: ORDER, seenAt: null });
    expect(metresBetween(ORDER, north(1000))).toBeCloseTo(1000, 0);
    expect([at(FAR_METRES - 1), at(FAR_METRES + 1)]).toEqual([[], ['far']]);
  });

  it('is quicker than a hundred and twenty kilometres an hour since the last point, either way in time', () => {
    const at = (kilometres: number, minutes: number) =>
      flagsOf(
        { ...judged, point: north(kilometres * 1000, 0) },
        { ...nothing, last: { ...north(0, 0), at: T - minutes * MINUTE } },
        null,
      );
    expect([at(119, 60), at(121, 60), at(121, -60), at(2, 0)]).toEqual([[], ['fast'], ['fast'], ['fast']]);
    expect(FAST_KMH).toBe(120);
  });

  it('is no movement that two inexact points may differ by', () => {
    expect(speedBetween({ ...north(0, 60), at: T }, { ...north(100, 60), at: T })).toBe(0);
    expect(speedBetween({ ...north(0, 0), at: T }, { ...north(60_000, 0), at: T + HOUR })).toBeCloseTo(60, 1);
  });

  it('is earlier than what was acknowledged, by this phone or of this order', () => {
    const later = T + JITTER + 1;
    const order = { position: null, seenAt: later };
    expect(flagsOf(judged, nothing, order)).toEqual(['before-acknowledged']);
    expect(flagsOf(judged, { ...nothing, acknowledged: later }, null)).toEqual(['before-acknowledged']);
    expect(flagsOf(judged, { ...nothing, acknowledged: later - 1 }, { ...order, seenAt: T })).toEqual([]);
  });

  it('is a clock that is not what it was at last contact', () => {
    const off = (by: number) =>
      flagsOf({ ...judged, deviceAt: T - 10 * MINUTE, offset: 10 * MINUTE + by }, nothing, null);
    expect([off(0), off(CLOCK_OFF), off(CLOCK_OFF + 1), off(-CLOCK_OFF - 1)]).toEqual([[], [], ['clock'], ['clock']]);
  });
});
