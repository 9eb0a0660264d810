import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { closed, code, opened, tell, working } from './testing.ts';

const pin = { lon: 116.632, lat: 33.934 };

describe('where an order is', () => {
  it('is what its log says last, and whose word that is', () => {
    const log = opened().map((entry) =>
      entry.kind === 'received'
        ? { ...entry, data: { ...entry.data, position: { lon: 116.6, lat: 33.9, by: 'register' as const } } }
        : entry,
    );
    expect(fold(opened()).position).toBeNull();
    expect(fold(log).position).toEqual({ lon: 116.6, lat: 33.9, by: 'register' });
  });
  it('is corrected in every state, by desk and crew, without moving the order on', () => {
    for (const told of [tell(), working(), closed()]) {
      const { order, log } = told.then('set-position', { ...pin, reason: '现场核实' }, 1);
      expect(order).toMatchObject({
        position: { ...pin, by: 'person' },
        place: told.order.place,
        state: told.order.state,
      });
      expect(log.at(-1)).toMatchObject({ kind: 'position-set', staffId: 1, data: { reason: '现场核实' } });
    }
  });
  it('may be called something else too', () => {
    expect(tell().then('set-position', { ...pin, place: '滨湖路与建设街交叉口' }, 1).order.place).toBe(
      '滨湖路与建设街交叉口',
    );
  });
  it('is confirmed by a person where the register only assumed it, and refused when nothing changes', () => {
    const first = tell().then('set-position', pin, 1);
    expect(code(first.attempt('set-position', pin, 1))).toBe('position-unchanged');
    expect(code(first.attempt('set-position', { ...pin, place: '另一处' }, 1))).not.toBe('position-unchanged');
  });
  it('lies on the earth', () => {
    for (const off of [
      { lon: 181, lat: 0 },
      { lon: 0, lat: -91 },
      { lon: Number.NaN, lat: 0 },
    ]) {
      expect(code(tell().attempt('set-position', off, 1))).toBe('position-not-valid');
    }
  });
});
