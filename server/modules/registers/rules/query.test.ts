import { describe, expect, it } from 'vitest';
import { likeText, readQuery, restWithin } from './query.ts';

const community = { name: '望湖苑', road: '湖滨东路18号' };
const rest = (typed: string) => {
  const query = readQuery(typed);
  return query && restWithin(query, community);
};

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
  it('takes a community out of the words and keeps the rest for the address', () => {
    expect(rest('望湖苑3号楼')).toEqual(['3号楼']);
    expect(rest('望湖苑 3号楼 1单元')).toEqual(['3号楼', '1单元']);
    expect(rest('湖滨东路18号')).toEqual([]);
    expect(rest('望湖')).toEqual([]);
    expect(rest('东关花园')).toBeNull();
  });
  it('takes percent signs and underscores for themselves', () => {
    expect(likeText('1_0%\\')).toBe('1\\_0\\%\\\\');
  });
});
