import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNamed, oneApart, readings, searchKeys, withoutOne } from './search-keys.ts';

const SOUNDS: Record<string, string[]> = {
  望: ['wang'],
  湖: ['hu'],
  苑: ['yuan'],
  长: ['chang', 'zhang'],
  清: ['qing'],
};
const sounds = (text: string) => [...text].map((sign) => SOUNDS[sign] ?? [sign]);
const keys = (name: string, aliases: string[] = [], address?: string) =>
  searchKeys({ name, aliases, ...(address ? { address } : {}) }, sounds).map(({ form, key }) => `${form} ${key}`);

describe('the keys of a name', () => {
  it('are itself, its ends, its sound, its initials, itself with one character missing', () => {
    // biome-ignore format: by form
    expect(keys('望湖苑')).toEqual([
      'name 望湖苑', 'tail 湖苑', 'near 湖苑', 'near 望苑', 'near 望湖',
      'pinyin wanghuyuan', 'initials why', 'pinyin-tail huyuan', 'initials-tail hy',
    ]);
  });
  it('are those of every alias and every reading, and of the address', () => {
    expect(keys('长清')).toEqual(
      expect.arrayContaining(['pinyin changqing', 'pinyin zhangqing', 'initials cq', 'initials zq']),
    );
    expect(keys('望湖苑', ['湖清'], '湖滨东路十八号')).toEqual(
      expect.arrayContaining(['name 湖清', 'initials hq', 'address 湖滨东路18号']),
    );
  });
  it('leave the word for any community away', () => {
    expect(keys('望湖小区')).toContain('short 望湖');
  });
  it('stay few when every character can be read in many ways', () => {
    const many = Array.from({ length: 8 }, () => ['a', 'b', 'c']);
    expect(readings(many).length).toBeLessThanOrEqual(8);
    expect(readings(many)[0]).toEqual(Array(8).fill('a'));
  });
  it('of a building are its own only when it has a name', () => {
    expect(['3号楼', 'A座', '底商', '商务中心', '人民商场'].map(isNamed)).toEqual([false, false, false, true, true]);
  });
});

describe('one character apart', () => {
  it('is another, a missing, one more, or two swapped', () => {
    for (const other of ['望湖园', '望苑', '望湖湖苑', '湖望苑']) expect(oneApart('望湖苑', other)).toBe(true);
    for (const other of ['望湖苑', '望园湖', '苑', '柳岸街']) expect(oneApart('望湖苑', other)).toBe(false);
  });
  it('always meets in a text with one character missing, which is how it is found', () => {
    const sign = fc.constantFrom('甲', '乙', '丙');
    const text = fc.array(sign, { minLength: 2, maxLength: 6 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        if (!oneApart(a, b)) return;
        const [left, right] = [new Set([a, ...withoutOne(a)]), [b, ...withoutOne(b)]];
        expect(right.some((key) => left.has(key))).toBe(true);
      }),
    );
  });
});
