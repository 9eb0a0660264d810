/** Which names of the register occur in a text, and which of them count. */
import type { KeyForm } from './search-keys.ts';

export type How =
  | 'name'
  | 'alias'
  | 'short'
  | 'address'
  | 'sound'
  | 'near'
  | 'beginning'
  | 'part'
  | 'pinyin'
  | 'initials';

export interface FoundKey {
  form: KeyForm;
  key: string;
  kind: 'community' | 'road' | 'building';
  placeId: number;
  called: string;
  alias: boolean;
}

export interface Mention {
  kind: FoundKey['kind'];
  placeId: number;
  /** Name or alias that occurs. */
  called: string;
  how: How;
  /** 1: just so; less, the less of it is there. */
  match: number;
  /** Where in the text, end exclusive. */
  from: number;
  to: number;
}

/** Whole occurrences, by how surely they mean the place. */
const WHOLE: Partial<Record<KeyForm, [How, number]>> = {
  name: ['name', 1],
  short: ['short', 0.9],
  address: ['address', 0.95],
  pinyin: ['pinyin', 0.92],
  initials: ['initials', 0.88],
};
const ALIAS = 0.97;
const SOUND = 0.84;
/** 湖滨南路 is one character from 湖滨东路 and may be another road: shown, never taken for granted. */
const NEAR = 0.76;

/** Every stretch of a text that may be a name. */
export function stretches(text: string, shortest = 2, longest = 14): string[] {
  const found = new Set<string>();
  for (let from = 0; from < text.length; from += 1) {
    for (let to = from + shortest; to <= Math.min(text.length, from + longest); to += 1)
      found.add(text.slice(from, to));
  }
  return [...found];
}

export const wholeMention = (key: FoundKey, from: number, to: number): Mention => {
  const [how, match] = WHOLE[key.form] ?? ['part', 0.6];
  const { kind, placeId, called } = key;
  return key.alias && how === 'name'
    ? { kind, placeId, called, how: 'alias', match: ALIAS, from, to }
    : { kind, placeId, called, how, match: key.alias ? match * ALIAS : match, from, to };
};

/** Keys that occur as they are. */
export const mentionsIn = (text: string, keys: readonly FoundKey[]): Mention[] =>
  keys.flatMap((key) => {
    const from = text.indexOf(key.key);
    return from < 0 ? [] : [wholeMention(key, from, from + key.key.length)];
  });

/** A name that sounds or looks almost as what was written. */
// biome-ignore format: short
export const almostMention = ({ kind, placeId, called }: FoundKey, how: 'sound' | 'near', from: number, to: number): Mention => ({
  kind, placeId, called, how, match: how === 'sound' ? SOUND : NEAR, from, to,
});

/** The beginning, or some part, of a name that is still being typed: the more of it is there, the surer. */
export function partMention(key: FoundKey, typed: string): Mention {
  const share = Math.min(1, typed.length / Math.max(1, key.key.length));
  const inner = key.form === 'tail' || key.form === 'pinyin-tail' || key.form === 'initials-tail';
  const byLetters = key.form.startsWith('pinyin') || key.form.startsWith('initials');
  const how: How = byLetters ? (key.form.startsWith('pinyin') ? 'pinyin' : 'initials') : inner ? 'part' : 'beginning';
  const match = (inner ? 0.5 : 0.62) + 0.22 * share - (key.form.startsWith('initials') ? 0.05 : 0);
  return { kind: key.kind, placeId: key.placeId, called: key.called, how, match, from: 0, to: typed.length };
}

const isName = ({ how }: Mention): boolean => how !== 'address';

/**
 * Those that count: of two names that overlap the longer one, of the same place what says most for it. An address
 * hides no road that stands in it.
 */
export function standing(mentions: readonly Mention[]): Mention[] {
  const best = new Map<string, Mention>();
  const longest = [...mentions].sort((a, b) => b.to - b.from - (a.to - a.from) || b.match - a.match);
  const kept: Mention[] = [];
  for (const one of longest) {
    // biome-ignore format: one condition
    const hidden = kept.some(
      (other) =>
        isName(one) && isName(other) && one.from < other.to && other.from < one.to &&
        (one.to - one.from < other.to - other.from),
    );
    if (!hidden) kept.push(one);
  }
  for (const one of kept) {
    const key = `${one.kind} ${one.placeId}`;
    const before = best.get(key);
    if (!before) best.set(key, one);
    else {
      const surer = one.match > before.match ? one : before;
      // named and addressed: both together are certain, and what follows the later one is the rest
      const both = isName(one) !== isName(before) ? { match: 1, to: Math.max(one.to, before.to) } : {};
      best.set(key, { ...surer, ...both });
    }
  }
  return [...best.values()].sort((a, b) => a.from - b.from || b.match - a.match);
}

const JUNCTION = /交叉|路口|交口|交汇|交界|相交|丁字|十字|拐角|岔路|街口/;
const JOINED = /^(?:和|与|跟|及|同|到|至|-)?$/;

/** Two roads of a text that are meant together. */
export function meantTogether(text: string, a: Mention, b: Mention): boolean {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  if (first.placeId === second.placeId || second.from < first.to) return false;
  return JUNCTION.test(text) || JOINED.test(text.slice(first.to, second.from));
}

/** House number right after a road: 18 of 湖滨东路18号. */
export const houseNumber = (text: string, after: number): string | null =>
  /^(\d{1,5}(?:-\d{1,4})?)(?:号(?!楼)|弄|$)/.exec(text.slice(after))?.[1] ?? null;

export const junctionName = (one: string, other: string): string => `${one}与${other}交叉口`;
