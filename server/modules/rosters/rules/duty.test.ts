import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actingFor, onDuty, type StandIn } from './duty.ts';

const shift = (staffId: number, startsAt: number, endsAt: number, departmentId = 'repair') => ({
  departmentId,
  staffId,
  startsAt,
  endsAt,
});
const stands = (absentId: number, deputyId: number, from = 0, until = 100): StandIn => ({
  absentId,
  deputyId,
  from,
  until,
});

describe('who is on duty', () => {
  it('is whose shift has begun and not ended: the next one begins in the moment the last one ends', () => {
    const shifts = [shift(1, 0, 8), shift(2, 8, 16)];
    expect(onDuty(shifts, [], 7).map(({ staffId }) => staffId)).toEqual([1]);
    expect(onDuty(shifts, [], 8).map(({ staffId }) => staffId)).toEqual([2]);
    expect(onDuty(shifts, [], 16)).toEqual([]);
  });

  it('is who stands in, as long as he does', () => {
    expect(onDuty([shift(1, 0, 8)], [stands(1, 3, 2, 5)], 4)).toEqual([
      { departmentId: 'repair', staffId: 3, insteadOf: 1, until: 8 },
    ]);
    expect(onDuty([shift(1, 0, 8)], [stands(1, 3, 2, 5)], 5)[0]?.staffId).toBe(1);
  });

  it('is nobody twice in a unit, and each unit has its own', () => {
    const shifts = [shift(1, 0, 8), shift(3, 0, 9), shift(1, 0, 8, 'hotline')];
    expect(onDuty(shifts, [stands(1, 3)], 4)).toEqual([
      { departmentId: 'repair', staffId: 3, insteadOf: null, until: 9 },
      { departmentId: 'hotline', staffId: 3, insteadOf: 1, until: 8 },
    ]);
  });
});

describe('standing in', () => {
  it('goes on to who stands in for the one who stands in', () => {
    expect(actingFor(1, [stands(1, 2), stands(2, 3)], 5)).toBe(3);
    expect(actingFor(1, [stands(1, 2), stands(2, 3, 50)], 5)).toBe(2);
  });

  it('ends always, in a ring with the one it began with', () => {
    expect(actingFor(1, [stands(1, 2), stands(2, 1)], 5)).toBe(1);
    const any = fc.array(fc.record({ absentId: fc.nat(6), deputyId: fc.nat(6), from: fc.nat(9), until: fc.nat(20) }));
    fc.assert(
      fc.property(any, fc.nat(6), fc.nat(20), (all, who, now) => {
        const acting = actingFor(who, all, now);
        expect(acting === who || all.some(({ deputyId }) => deputyId === acting)).toBe(true);
      }),
    );
  });
});
