import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, byKey, labelsAlong, pairs, sightOf, toDegrees, toPixels } from './project.ts';

const sight = { centre: { lon: 116.62, lat: 33.94 }, scale: 20_000 };

describe('the map of a town', () => {
  it('shows every point where a click on it means that point again', () => {
    const near = fc.record({
      lon: fc.double({ min: 116.6, max: 116.64, noNaN: true }),
      lat: fc.double({ min: 33.92, max: 33.96, noNaN: true }),
    });
    fc.assert(
      fc.property(near, (point) => {
        const { x, y } = toPixels(sight, point, 600, 400);
        const back = toDegrees(sight, x, y, 600, 400);
        expect(back.lon).toBeCloseTo(point.lon, 4);
        expect(back.lat).toBeCloseTo(point.lat, 4);
      }),
    );
  });
  it('has all of the town in sight, north up', () => {
    const town = [
      { lon: 116.56, lat: 33.89 },
      { lon: 116.68, lat: 33.99 },
    ];
    const all = sightOf(town, null, 600, 400);
    const [southWest, northEast] = town.map((point) => toPixels(all, point, 600, 400));
    expect(
      [southWest?.x ?? -1, northEast?.y ?? -1, 600 - (northEast?.x ?? 601), 400 - (southWest?.y ?? 401)].every(
        (gap) => gap >= 0,
      ),
    ).toBe(true);
  });
  it('moves the pin by arrows, further with Shift; the first one sets it', () => {
    expect(byKey('ArrowUp', false, sight, null)).toEqual(sight.centre);
    expect(byKey('ArrowUp', false, sight, sight.centre)).toEqual({ lon: 116.62, lat: 33.9402 });
    expect(byKey('ArrowLeft', true, sight, sight.centre)?.lon).toBeLessThan(116.618);
    expect(byKey('Tab', false, sight, sight.centre)).toBeNull();
  });
  it('writes each name once, and over no other', () => {
    const label = (name: string, x: number) => ({ name, x, y: 10 });
    expect(apart([label('甲路', 5), label('甲路', 90), label('甲路', 200)], [label('某村', 10)])).toEqual([
      label('甲路', 90),
    ]);
    expect(apart([label('甲路', 90), label('乙路', 95)], [])).toEqual([label('甲路', 90)]);
  });
  it('writes the name of a road where the road is in sight, its middle first', () => {
    const long = [
      { x: -3000, y: 50 },
      { x: 1000, y: 50 },
    ];
    const labels = labelsAlong('甲路', long, 600, 400);
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.every(({ x }) => x > 0 && x < 600)).toBe(true);
    expect(
      labelsAlong(
        '甲路',
        [
          { x: 0, y: 50 },
          { x: 200, y: 50 },
        ],
        600,
        400,
      )[0],
    ).toMatchObject({ x: 100 });
    expect(
      labelsAlong(
        '甲路',
        [
          { x: 0, y: -50 },
          { x: 200, y: -50 },
        ],
        600,
        400,
      ),
    ).toEqual([]);
  });
  it('reads lines as pairs', () =>
    expect(pairs([1, 2, 3, 4])).toEqual([
      [1, 2],
      [3, 4],
    ]));
});
