/**
 * The notation of the word tables. One row, one sense:
 *
 *   `event weight, event weight | sense in Chinese | sense in English | words separated by blanks`
 *
 * In a word `…` stands for up to six characters of the same clause, `……` for up to thirty of the
 * same sentence, `(a/b)` for either, `^` for the beginning of the subject or body.
 */
import { clauseFrom, type Text, type Where } from './text.ts';

export interface Sense {
  zh: string;
  en: string;
  /** Weight by what the table is about: an event, or a question such as `urgent`. Negative speaks against it. */
  weights: ReadonlyMap<string, number>;
  pattern: RegExp;
}

const NEAR = '[^，。！？；：、,!?;:\\s]{0,6}?';
const FAR = '[^。！？!?；;]{0,30}?';

const escaped = (text: string): string => text.replace(/[.*+?{}[\]\\$]/g, '\\$&');

const wordPattern = (word: string): string =>
  escaped(word)
    .replaceAll('……', '\u0001')
    .replaceAll('…', '\u0002')
    .replace(/\(([^)]*)\)/g, (_, either: string) => `(?:${either.replaceAll('/', '|')})`)
    .replaceAll('\u0001', FAR)
    .replaceAll('\u0002', NEAR);

export const patternOf = (words: readonly string[]): RegExp =>
  new RegExp(
    [...words]
      .sort((a, b) => b.length - a.length)
      .map(wordPattern)
      .join('|'),
    'g',
  );

/** @throws when a row of the table is not in the notation: a mistake of the programmer */
export function readTable(table: string): Sense[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [weights = '', zh = '', en = '', words = ''] = line.split(/\s*\|\s*/);
      const parsed = weights.split(/\s*,\s*/).map((pair): [string, number] => {
        const [about = '', weight = ''] = pair.split(/\s+/);
        return [about, Number(weight)];
      });
      if (words === '' || parsed.some(([about, weight]) => about === '' || !Number.isFinite(weight) || weight === 0)) {
        throw new Error(`not a row of a word table: ${line}`);
      }
      return { zh, en, weights: new Map(parsed), pattern: patternOf(words.split(/\s+/)) };
    });
}

/** Words of a sense found in a message. */
export interface Found {
  sense: Sense;
  word: string;
  where: Where;
  at: number;
  /** Of the words before it in its clause: denied, or said of the past. */
  mood: 'plain' | 'denied' | 'past';
}

const DENIED = /(?:没有|没|不会|不再|未|无|并非|不|从未|不存在|避免|防止|以免)$/;
const NOT_EITHER = /不是$/;
const PAST = /(?:曾经|曾|以前|之前|从前|过去|原来|当年|前几年|早几年|早年|那时)/;
/** 水改后、停水以来: what follows is the matter, this is only when it began. */
const SINCE = /^[^，。！？；,!?;]{0,4}(?:以?后|之后|以来)/;
const OVER = /^[^，。！？；,!?;]{0,6}(?:已经?(?:恢复|解决|修好|修复)|(?:恢复|解决|修好|修复)了)/;

function moodOf(read: string, at: number, length: number): Found['mood'] {
  const before = read.slice(clauseFrom(read, at), at);
  if (DENIED.test(before) && !NOT_EITHER.test(before)) return 'denied';
  const after = read.slice(at + length, at + length + 20);
  return PAST.test(before) || OVER.test(after) || SINCE.test(after) ? 'past' : 'plain';
}

/** At most this many times is one sense read in one text: repetition says nothing new. */
const TIMES = 6;

export function findSenses(senses: readonly Sense[], texts: readonly Text[]): Found[] {
  const found: Found[] = [];
  for (const sense of senses) {
    for (const { where, read, original } of texts) {
      let times = 0;
      for (const match of read.matchAll(sense.pattern)) {
        if (match[0] === '') continue;
        found.push({
          sense,
          word: original.slice(match.index, match.index + match[0].length),
          where,
          at: match.index,
          mood: moodOf(read, match.index, match[0].length),
        });
        if (++times === TIMES) break;
      }
    }
  }
  return found;
}
