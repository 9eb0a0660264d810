import { describe, expect, it } from 'vitest';
import { columnsOf, isReason, letterOf, plainName, recognise } from './columns.ts';
import { isFault, listOf, numberOf, pairsOf, sizeOf, wordOf } from './fields.ts';

const columns = [
  { id: 'account', zh: '户号', en: 'account number', aliases: ['用户编号'], needed: true },
  { id: 'room', zh: '房号', en: 'room', aliases: [], needed: true },
  { id: 'phone', zh: '联系电话', en: 'phone', aliases: ['手机'], needed: false },
];

describe('a header', () => {
  it('is found below titles, whatever its width, marks and brackets', () => {
    const head = [
      { line: 1, cells: ['户号登记表（2009 年）', '', ''] },
      { line: 3, cells: ['*户 号（必填）', '房号：', '手机'] },
      { line: 4, cells: ['110001', '101', '129'] },
    ];
    expect(recognise(head, columns)).toEqual({
      headerLine: 3,
      columns: { account: 0, room: 1, phone: 2 },
      missing: [],
    });
  });
  it('says what is missing, and of one name twice takes the first', () => {
    expect(columnsOf(['Account Number', 'account_number', '错误原因'], columns)).toEqual({ account: 0 });
    expect(recognise([{ line: 1, cells: ['户号'] }], columns).missing).toEqual(['room']);
    expect(recognise([{ line: 1, cells: ['甲'] }], columns).headerLine).toBe(null);
  });
  it('knows its own column of reasons in both languages', () => {
    expect(['错误原因', ' Reason ', '原因'].map(isReason)).toEqual([true, true, false]);
    expect(plainName('ＤＮ（mm）')).toBe('dn');
    expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('a value', () => {
  it('is read as people write it', () => {
    expect(['15', 'DN20', '25 mm', '４０', '100.0'].map(sizeOf)).toEqual([15, 20, 25, 40, 100]);
    expect(sizeOf('四分')).toBeNaN();
    expect(numberOf('１１６．５')).toBe(116.5);
    expect([numberOf('1e3'), numberOf('abc')].every(isFault)).toBe(true);
    expect(wordOf(' 居民 ', { resident: ['居民'] })).toBe('resident');
    expect(wordOf('别的', { resident: ['居民'] })).toBe('别的');
    expect(listOf('老纺织厂、 湖苑；')).toEqual(['老纺织厂', '湖苑']);
    expect(pairsOf('116.1 33.9; 116.2,33.8')).toEqual([
      [116.1, 33.9],
      [116.2, 33.8],
    ]);
    expect(isFault(pairsOf('116.1'))).toBe(true);
  });
});
