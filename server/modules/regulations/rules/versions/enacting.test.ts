import { describe, expect, it } from 'vitest';
import { mayEnact, type Standing } from './enacting.ts';

const pack = { pack: 'hucheng', version: '2', hash: 'two', effective: '2026-12-01' };
const standing: Standing = {
  today: '2026-11-26',
  current: { pack: 'hucheng', hash: 'one', fromDay: '2024-01-01' },
  kept: undefined,
};
const code = (fromDay: string, more: Partial<Standing> = {}, of = pack) => {
  const judged = mayEnact(of, fromDay, { ...standing, ...more });
  return judged.ok ? 'ok' : judged.refusal.code;
};

describe('a newer version', () => {
  it('is in force from the day it takes effect, or later', () => {
    expect(code('2026-12-01')).toBe('ok');
    expect(code('2027-01-01')).toBe('ok');
    expect(code('2026-11-30')).toBe('in-force-too-early');
  });
  it('never governs the past', () => {
    const old = { ...pack, effective: '2020-01-01' };
    expect(code('2026-11-25', {}, old)).toBe('in-force-too-early');
    expect(code('2026-11-26', {}, old)).toBe('ok');
  });
  it('never edits an older one: the same name and number have the same words', () => {
    expect(code('2026-12-01', { kept: 'two' })).toBe('ok');
    expect(code('2026-12-01', { kept: 'changed' })).toBe('version-taken');
  });
  it('is of the same rulebook; the first of a utility may be any', () => {
    expect(code('2026-12-01', { current: { pack: 'jinan', hash: 'one', fromDay: '2024-01-01' } })).toBe(
      'another-rulebook',
    );
    expect(code('2026-12-01', { current: undefined })).toBe('ok');
  });
  it('is not put into force twice', () => {
    expect(code('2026-12-05', { current: { pack: 'hucheng', hash: 'two', fromDay: '2026-12-01' } })).toBe(
      'in-force-already',
    );
  });
});
