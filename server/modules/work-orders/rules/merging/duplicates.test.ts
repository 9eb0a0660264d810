import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../../values/instant.ts';
import { at } from '../testing.ts';
import { addressOf } from './address.ts';
import { likeness, metresBetween, type Report, windowOf } from './duplicates.ts';
import { reasonText } from './reason-words.ts';

const report = (more: Partial<Report> = {}): Report => ({
  event: 'pipe-leak',
  place: '望湖路 88 号东侧',
  premisesId: null,
  communityId: null,
  lon: null,
  lat: null,
  at: at('10:00'),
  ...more,
});
const words = (a: Report, b: Report) => likeness(a, b)?.reasons.map((reason) => reasonText(reason, 'zh')) ?? null;

describe('addresses as people write them', () => {
  it.each([
    ['望湖路 88 号东侧', '望湖路', 88, null],
    ['位于市中区望湖路８８号', '望湖路', 88, null],
    ['和平路翡翠城小区 11 号楼 2 单元', '和平路', null, '11'],
    ['文化路十二号楼', '文化路', null, '12'],
    ['解放东路与建设大街口', '解放东路', null, null],
    ['水表里漏水', null, null, null],
  ])('%s', (place, road, number, building) => expect(addressOf(place)).toMatchObject({ road, number, building }));
});

describe('likely duplicates', () => {
  it('one estate, one event, twelve minutes apart', () => {
    const first = report({ event: 'no-water', place: '翡翠城 11 号楼', communityId: 3 });
    const second = report({ event: 'no-water', place: '翡翠城 4 号楼', communityId: 3, at: at('10:12') });
    expect(words(second, first)).toEqual(['同一小区', '同类事项', '12 分钟前']);
    expect(likeness(second, first)?.strong).toBe(true);
  });
  it('a burst, and the low pressure it makes eighty metres away', () => {
    const burst = report({ lon: 117.0, lat: 36.65, place: '' });
    const low = report({ event: 'low-pressure', lon: 117.0, lat: 36.65072, place: '', at: at('10:30') });
    expect(words(low, burst)).toEqual(['相距 80 米', '相关事项', '30 分钟前']);
  });
  it('the same road four numbers on; far along it, no', () => {
    expect(words(report({ place: '望湖路92号', at: at('10:05') }), report())).toEqual([
      '同在望湖路，门牌相差 4',
      '同类事项',
      '5 分钟前',
    ]);
    expect(likeness(report({ place: '望湖路 488 号' }), report())).toBeNull();
  });
  it('one customer’s meter is not his neighbour’s', () => {
    const one = report({ event: 'meter-fault', place: '翡翠城 1 号楼', communityId: 3 });
    expect(likeness(one, { ...one, place: '翡翠城 2 号楼' })).toBeNull();
    expect(likeness({ ...one, premisesId: 5 }, { ...one, premisesId: 5 })?.strong).toBe(true);
  });
  it('another matter at the same place is not the same', () => {
    expect(likeness(report({ event: 'bill-payment', premisesId: 5 }), report({ premisesId: 5 }))).toBeNull();
  });

  const event = fc.constantFrom(
    'pipe-leak',
    'no-water',
    'no-water.community',
    'low-pressure',
    'meter-fault',
    'consultation',
  );
  const reports = fc.record({
    event,
    place: fc.constantFrom('望湖路 88 号', '望湖路 92 号', '翡翠城小区 3 号楼', '和平路', ''),
    premisesId: fc.option(fc.nat({ max: 2 })),
    communityId: fc.option(fc.nat({ max: 2 })),
    lon: fc.option(fc.double({ min: 117, max: 117.01, noNaN: true })),
    lat: fc.option(fc.double({ min: 36.65, max: 36.66, noNaN: true })),
    at: fc.integer({ min: 0, max: 200 }).map((hours) => at('10:00') + hours * HOUR),
  });
  it('is said of both or of neither, with a place, an event and a time; never beyond the window', () => {
    fc.assert(
      fc.property(reports, reports, (a, b) => {
        const like = likeness(a, b);
        expect(likeness(b, a)).toEqual(like);
        if (!like) return;
        expect(like.score).toBeGreaterThan(0);
        expect(like.score).toBeLessThanOrEqual(1);
        expect(like.reasons.length).toBeGreaterThanOrEqual(3);
        const window = Math.max(windowOf(a.event).hours, windowOf(b.event).hours) * HOUR;
        expect(Math.abs(a.at - b.at)).toBeLessThanOrEqual(window);
      }),
      { numRuns: 2000 },
    );
  });
  it('weighs less the farther apart in time', () => {
    fc.assert(
      fc.property(reports, reports, fc.nat({ max: 60 }), (a, b, more) => {
        const later = { ...b, at: b.at >= a.at ? b.at + more * MINUTE : b.at - more * MINUTE };
        expect(likeness(a, later)?.score ?? 0).toBeLessThanOrEqual(likeness(a, b)?.score ?? 0);
      }),
      { numRuns: 1000 },
    );
  });
  it('measures a degree of latitude as 111 km', () =>
    expect(metresBetween({ lon: 117, lat: 36 }, { lon: 117, lat: 37 }) / 1000).toBeCloseTo(111.2, 0));
});
