import { describe, expect, it } from 'vitest';
import { markLines } from './photo.ts';
import { addressOf, type Place, readPlace } from './places.ts';
import { distance } from './position.ts';

describe('the address of a screen', () => {
  it('leads back to it', () => {
    const places: Place[] = [
      { page: 'orders' },
      { page: 'waiting' },
      { page: 'day' },
      { page: 'me' },
      { page: 'order', order: 431 },
      { page: 'act', order: 431, act: 'handle', of: null },
      { page: 'act', order: 431, act: 'record', of: 'told:planned-stop' },
    ];
    expect(places.map(addressOf).map(readPlace)).toEqual(places);
  });
  it('is that of the list where it says nothing', () => {
    for (const path of ['/field', '/field/', '/field/orders', '/field/orders/x', '/field/else'])
      expect(readPlace(path)).toEqual({ page: 'orders' });
  });
});

describe('a photo', () => {
  it('says when, which order, where and by whom', () => {
    const lines = markLines({
      at: Date.parse('2026-11-18T08:22:05Z'),
      order: '20261118-0431',
      place: '和平路45号',
      by: '陈立国',
      position: { lon: 116.0012, lat: 36.45678, accuracy: 8.4 },
    });
    expect(lines).toEqual(['2026-11-18 16:22:05  20261118-0431', '和平路45号', '陈立国  116.00120, 36.45678 ±8 m']);
  });
});

describe('how far it is', () => {
  it('is measured along the ground', () => {
    const metres = distance({ lon: 116, lat: 36.5 }, { lon: 116.01, lat: 36.5 });
    expect(metres).toBeGreaterThan(880);
    expect(metres).toBeLessThan(900);
  });
});
