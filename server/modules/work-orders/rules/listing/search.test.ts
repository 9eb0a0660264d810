import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sounds } from '../../../registers/rules/search-keys.ts';
import { spellings } from './syllables.ts';
import { termsOf } from './terms.ts';
import { type Document, stretches, tokensOf } from './tokens.ts';

/** Readings of the characters used here. */
// biome-ignore format: one line
const READ: Record<string, string[]> = {
  湖: ['hu'], 滨: ['bin'], 东: ['dong'], 路: ['lu'], 长: ['chang', 'zhang'], 清: ['qing'], 漏: ['lou'], 水: ['shui'],
  点: ['dian'], 王: ['wang'], 小: ['xiao'], 明: ['ming'], 西: ['xi'], 安: ['an'],
};
const sounds: Sounds = (text) => [...text].map((sign) => READ[sign] ?? ['x']);

const DOCUMENT: Document = {
  number: '20261118-0417',
  texts: ['漏水', '湖滨东路 18 号门口漏水，水流到马路上，ＤＮ２００管道'],
  places: ['湖滨东路18号'],
  people: [{ name: '王小明', phone: '139-0000-1234' }],
};

/** Whether the pieces of the document hold what was typed, in any of its meanings. */
function finds(q: string, { people = true, document = DOCUMENT, utilityId = 1 } = {}): boolean {
  const held = new Set(tokensOf(1, document, sounds));
  const terms = termsOf(utilityId, q, people);
  return terms.every(({ meanings }) => meanings.some(({ tokens }) => tokens.every((one) => held.has(one))));
}

describe('an order is found by', () => {
  it.each([
    ['two characters', '漏水'],
    ['two characters over a space', '路1'],
    ['a stretch of what was said', '湖滨东路18号门口'],
    ['several words, wherever they stand', '漏水 湖滨'],
    ['full-width letters and digits', 'dn200'],
    ['initials of the place', 'hbdl'],
    ['two initials of the place', 'bd'],
    ['its sound', 'hubindonglu'],
    ['a sound still being typed', 'hubindo'],
    ['the whole number', '20261118-0417'],
    ['the end of the number', '0417'],
    ['three digits of the number', '417'],
    ['the day and the end of the number', '1118-0417'],
    ['four digits of the phone', '1234'],
    ['a stretch of the phone, however it is written', '139 0000'],
    ['the phone with its country', '+86 139-0000-1234'],
    ['the caller', '王小明'],
    ['the caller’s initials', 'wxm'],
    ['the caller’s sound', 'wangxiao'],
  ])('%s: %s', (_what, q) => expect(finds(q)).toBe(true));

  it.each(['漏气', '滨湖', 'hbdd', 'binhu', '0418', '9999', '王大明', '漏水 停水'])('not by %s', (q) =>
    expect(finds(q)).toBe(false),
  );

  it('either reading of a character', () => {
    const document = { ...DOCUMENT, places: ['长清路'] };
    for (const q of ['changqing', 'zhangqing', 'cql', 'zql']) expect([q, finds(q, { document })]).toEqual([q, true]);
  });

  it('any two characters that stand together, however long the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{2,300}$/u), fc.nat(), (text, seed) => {
        const signs = [...text];
        const at = seed % (signs.length - 1);
        const document = { ...DOCUMENT, texts: ['', text] };
        expect(finds(signs.slice(at, at + 2).join(''), { document })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('people', () => {
  it.each(['1234', '13900001234', '王小明', '小明', 'wxm', 'wangxiaoming'])(
    'are not found by whoever may not see them: %s',
    (q) => {
      expect(finds(q)).toBe(true);
      expect(finds(q, { people: false })).toBe(false);
    },
  );

  it('whose number is masked are not found by what is left of it', () => {
    const document = { ...DOCUMENT, people: [{ name: '王*', phone: '139****5678' }] };
    expect(finds('5678', { document })).toBe(false);
  });
});

it('another utility’s pieces are other numbers', () => {
  expect(finds('漏水', { utilityId: 2 })).toBe(false);
});

describe('what was typed', () => {
  it('is compared with the text where two characters do not say it', () => {
    const texts = (q: string) => termsOf(1, q, false).flatMap(({ meanings }) => meanings.map(({ text }) => text));
    expect(texts('漏水')).toEqual([null]);
    expect(texts('漏水点')).toEqual(['漏水点']);
  });

  it('is marks alone, or a single character: looked for as it is', () => {
    expect(termsOf(1, '%', true)).toEqual([{ typed: '%', meanings: [] }]);
    expect(termsOf(1, '漏', true)[0]?.meanings).toEqual([]);
  });

  it('is cut off where nobody types so much', () => {
    expect(termsOf(1, 'ab '.repeat(50), true)).toHaveLength(1);
    expect(termsOf(1, Array.from({ length: 50 }, (_, n) => `词${n}`).join(' '), true)).toHaveLength(6);
  });

  it('is read as syllables in every way it can be', () => {
    const ways = (letters: string) =>
      spellings(letters).map(({ syllables, begun }) => [...syllables, begun].join(' ').trim());
    expect(ways('xian')).toEqual(expect.arrayContaining(['xian', 'xi an']));
    expect(ways('hubinl')).toContain('hu bin l');
    expect(ways('qqq')).toEqual([]);
    expect(spellings('ganganganganganganganganganganganganganganan').length).toBeLessThanOrEqual(12);
  });

  it('is found to be no syllables at once, though its beginning could be read in millions of ways', () => {
    const begun = performance.now();
    expect(spellings(`${'ao'.repeat(19)}vq`)).toEqual([]);
    expect(spellings(`${'xian'.repeat(500)}aovq`)).toEqual([]);
    expect(spellings(`${'ao'.repeat(19)}l`)).toHaveLength(12);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});

it('marks part a text, spaces do not', () => {
  expect(stretches('湖滨 东路，１８号')).toEqual(['湖滨东路', '18号']);
});
