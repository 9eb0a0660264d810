import { describe, expect, it } from 'vitest';
import { maskName, maskPhone } from './mask.ts';

describe('masking', () => {
  it('keeps the beginning and the last four digits of a phone', () => {
    expect(maskPhone('12912344127')).toBe('129****4127');
    expect(maskPhone('0635-8234127')).toBe('063****4127');
  });
  it('shows nearly nothing of a short number', () => {
    expect(maskPhone('12345')).toBe('****45');
  });
  it('keeps the family name only', () => {
    expect(maskName('王小明')).toBe('王*');
  });
  it('leaves what was never given empty', () => {
    expect([maskPhone(null), maskName(null)]).toEqual([null, null]);
  });
});
