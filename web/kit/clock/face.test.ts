import { describe, expect, it } from 'vitest';
import type { ClockTimes } from '../views.ts';
import { face, placeLabels } from './face.ts';

const at = (clock: string): string => `2026-11-18T${clock}:00+08:00`;
const now = (clock: string): number => Date.parse(at(clock));
const arrival: ClockTimes = {
  state: 'running',
  startAt: at('14:36'),
  dueAt: at('15:48'),
  warnAt: at('15:33'),
  stoppedAt: null,
  pauses: [{ from: at('14:52'), until: at('15:04') }],
};
const minutes = (length: number | null): number => (length ?? Number.NaN) / 60_000;

describe('what a clock shows', () => {
  it('tells the time left, and hatches the pause over what has run', () => {
    const shown = face(arrival, now('15:00'));
    expect([shown.tone, shown.says, minutes(shown.length)]).toEqual(['run', 'left', 48]);
    expect(shown.pieces.map(({ kind }) => kind)).toEqual(['run', 'hatch']);
    expect(shown.pieces[1]?.at).toBeCloseTo(16 / 72);
  });
  it('turns to warning and to late by itself, before the server says so', () => {
    expect(face(arrival, now('15:36')).tone).toBe('warn');
    expect(face(arrival, now('15:48') + 5000).tone).toBe('late');
    const late = face({ ...arrival, state: 'late' }, now('15:56'));
    expect([late.tone, late.says, minutes(late.length)]).toEqual(['late', 'late', 8]);
    expect(late.dueTick).toBeCloseTo(72 / 80);
    expect(late.pieces.map(({ kind }) => kind)).toEqual(['run', 'late', 'hatch']);
  });
  it('does not call late what the server, asked since, does not', () => {
    expect(face(arrival, now('15:56'))).toMatchObject({ tone: 'none', says: 'passed', length: 8 * 60_000 });
  });
  it('counts what it took without the pause', () => {
    const met = face({ ...arrival, state: 'met', stoppedAt: at('15:20') }, now('18:00'));
    expect([met.tone, met.says, minutes(met.length)]).toEqual(['met', 'took', 32]);
  });
  it('says how late it was stopped', () => {
    const stopped = face({ ...arrival, state: 'met-late', stoppedAt: at('15:52') }, now('18:00'));
    expect([stopped.tone, stopped.says, minutes(stopped.length)]).toEqual(['late', 'late', 4]);
  });
  it('is never late while paused, or while the deciding fact is unknown', () => {
    const paused = { ...arrival, state: 'paused' as const, pauses: [{ from: at('15:40'), until: null }] };
    expect(face(paused, now('16:24'))).toMatchObject({
      tone: 'pause',
      says: 'paused',
      length: 44 * 60_000,
      dueTick: null,
    });
    expect(face({ ...arrival, provisional: true }, now('16:00'))).toMatchObject({
      tone: 'warn',
      says: 'left',
      length: 0,
    });
  });
  it('shows no due where there is none', () => {
    expect(face({ ...arrival, dueAt: null, warnAt: null }, now('15:06'))).toMatchObject({
      tone: 'none',
      says: 'open',
      dueTick: null,
    });
    expect(face({ ...arrival, state: 'waiting-calendar', dueAt: null }, now('15:06'))).toMatchObject({
      says: 'waiting',
      pieces: [],
    });
    expect(face({ ...arrival, state: 'cancelled' }, now('15:06'))).toMatchObject({ says: 'cancelled', pieces: [] });
  });
});

describe('labels along the bar', () => {
  it('never overlap: the lower rank gives way to the other row, then goes', () => {
    const label = (id: string, position: number, rank: number) => ({
      id,
      at: position,
      width: 100,
      row: 'above' as const,
      rank,
    });
    const placed = placeLabels([label('a', 200, 1), label('b', 220, 2), label('c', 240, 3)], 400);
    expect(placed).toEqual([
      { id: 'a', left: 150, row: 'above' },
      { id: 'b', left: 170, row: 'below' },
    ]);
  });
  it('stay inside the bar', () => {
    const placed = placeLabels([{ id: 'due', at: 400, width: 100, row: 'below', rank: 0 }], 400);
    expect(placed[0]?.left).toBe(300);
  });
});
