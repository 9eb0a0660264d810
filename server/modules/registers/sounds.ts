/** How Chinese characters sound. */
import { pinyin, polyphonic } from 'pinyin-pro';
import type { Sounds } from './rules/search-keys.ts';

const WAY = { toneType: 'none', type: 'array', v: true } as const;

/** 长清 → [[chang, zhang], [qing]]: first as the dictionary reads it in this word, then every other way. */
export const sounds: Sounds = (text) => {
  const read = pinyin(text, WAY);
  const others = polyphonic(text, WAY);
  return read.map((one, at) => [...new Set([one, ...(others[at] ?? [])])].filter((syllable) => syllable !== ''));
};

/** The likeliest reading of each character. */
export const soundOf = (text: string): string => pinyin(text, WAY).join('');
