import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildingKey, normalText, readDetail, readNumeral, roomIs, roomKey } from './place-text.ts';

describe('a place as it is typed', () => {
  it('has plain digits, small letters, no spaces and marks', () => {
    expect(normalText('望湖苑 ３号楼，２单元')).toBe('望湖苑3号楼2单元');
    expect(normalText('锦绣城Ａ座(北门)')).toBe('锦绣城a座北门');
    expect(normalText('3 － 2—501')).toBe('3-2-501');
  });
  it('reads Chinese numerals before what is counted, and nowhere else', () => {
    expect(normalText('望湖苑三号楼')).toBe('望湖苑3号楼');
    expect(normalText('十八栋二单元')).toBe('18栋2单元');
    expect(normalText('东关大街一百二十号')).toBe('东关大街120号');
    expect(normalText('五一路八一广场')).toBe('五一路八一广场');
  });
  it('reads numerals up to hundreds, spoken or spelled', () => {
    expect(['十', '十八', '二十', '二十三', '一百', '一百零五', '一百二十', '一二〇'].map(readNumeral)).toEqual([
      10, 18, 20, 23, 100, 105, 120, 120,
    ]);
  });
  it('is the same after a second reading', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...'ᄀ!-ᅡ－一百二十号栋üA㈠')) }),
        (text) => normalText(normalText(text)) === normalText(text),
      ),
      { examples: [['ᄀ-ᅡ'], ['ᄀ!ᅡ']] },
    );
  });
});

describe('a building', () => {
  it('is one, whatever it is called', () => {
    expect(['3号楼', '三号楼', '3栋', '三幢', '3#', '３号', '第三栋', '3#楼'].map(buildingKey)).toEqual(
      Array(8).fill('3'),
    );
    expect(['A座', 'a栋', 'B12号楼', '底商', '综合楼'].map(buildingKey)).toEqual(['a', 'a', 'b12', '底商', '综合楼']);
  });
  it('has rooms that are found by unit and number', () => {
    expect(['2单元501', '2单元5层501室', '2-501', '2门501'].map(roomKey)).toEqual(Array(4).fill('2-501'));
    expect(roomKey('1号')).toBe('1');
    expect([roomIs('2-501', '501'), roomIs('2-501', '2-501'), roomIs('2-501', '2')]).toEqual([true, true, true]);
    expect([roomIs('2-501', '1'), roomIs('2-501', '1-501'), roomIs('12-501', '2')]).toEqual([false, false, false]);
  });
});

describe('what follows a community', () => {
  const read = (text: string) => readDetail(normalText(text));
  it('is building and room in any spelling', () => {
    const whole = { building: '3', room: '2-501', left: '' };
    for (const said of ['3号楼2单元501', '三栋二单元五层501室', '3-2-501', '小区3幢2单元501户'])
      expect(read(said)).toEqual(whole);
    expect(read('3号楼')).toEqual({ building: '3', room: null, left: '' });
    expect(read('十八栋')).toMatchObject({ building: '18' });
    expect(read('A座1203')).toEqual({ building: 'a', room: '1203', left: '' });
  });
  it('keeps what it does not understand', () => {
    expect(read('北门水管爆了')).toEqual({ building: null, room: null, left: '水管爆了' });
    expect(read('')).toEqual({ building: null, room: null, left: '' });
  });
});
