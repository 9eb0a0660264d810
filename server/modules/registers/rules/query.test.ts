import { describe, expect, it } from 'vitest';
import { readQuery } from './query.ts';

describe('a search for a place', () => {
  it('of digits is for an account number or phone, four digits also for the end of a phone', () => {
    expect(readQuery('1110 0001')).toMatchObject({ digits: '11100001', ending: null });
    expect(readQuery('4127')).toMatchObject({ digits: '4127', ending: '4127' });
    expect(readQuery('12')).toMatchObject({ digits: null });
  });
  it('reads the full-width digits of a Chinese keyboard', () => {
    expect(readQuery('１１１００')).toMatchObject({ digits: '11100' });
  });
  it('of nothing but spaces and marks is none', () => {
    expect(readQuery('  ')).toBeNull();
    expect(readQuery('，-')).toBeNull();
  });
});
