/** Names of the register in a text: as written, misheard, mistyped, by pinyin, or only begun. */
import type { Tx } from '../../../platform/database.ts';
import {
  almostMention,
  type Mention,
  mentionsIn,
  partMention,
  standing,
  stretches,
  wholeMention,
} from '../rules/mentions.ts';
import { normalText } from '../rules/place-text.ts';
import type { KeyForm } from '../rules/search-keys.ts';
import { oneApart, withoutOne } from '../rules/search-keys.ts';
import { soundOf } from '../sounds.ts';
import { placesByBeginning, placesByKeys } from '../store/keys.ts';

/** Names read of one text; beginnings shown of each kind. */
const MOST_KEYS = 400;
const MOST_BEGINNINGS = 12;
/** Characters of a name that is still being typed. */
const TYPING = 14;

const HAN = /\p{Script=Han}/u;
/** Never part of a name by themselves. */
const FILLER =
  /小区|社区|附近|旁边|对面|门口|交叉口|十字路口|丁字路口|路口|交口|交汇处|[0-9a-z]+(?:号楼|单元|号院|号|栋|幢|座|室|层|楼|期)?/g;

export interface Mentions {
  mentions: Mention[];
  /** The text the mentions stand in. */
  text: string;
}

export async function findMentions(tx: Tx, text: string): Promise<Mentions> {
  if (/^[a-z']{2,}/.test(text) && !HAN.test(text.slice(0, 2))) {
    const byLetters = await mentionsByLetters(tx, text);
    if (byLetters.length > 0) return { mentions: standing(byLetters), text };
  }
  const exact = standing(
    mentionsIn(text, await placesByKeys(tx, ['name', 'short', 'address'], stretches(text), MOST_KEYS)),
  );
  const begun = await begunMentions(tx, text);
  const named = exact.filter(({ how }) => how !== 'address');
  const almost = await almostMentions(tx, text, named);
  return { mentions: standing([...exact, ...begun, ...almost]), text };
}

/** wanghuyuan, why, why3: the letters, then a building. */
async function mentionsByLetters(tx: Tx, text: string): Promise<Mention[]> {
  const letters = /^[a-z]+/.exec(text)?.[0] ?? '';
  const whole = (await placesByKeys(tx, ['pinyin', 'initials', 'name'], [letters], MOST_KEYS)).map((key) =>
    wholeMention(key, 0, letters.length),
  );
  if (letters !== text) return whole;
  const forms: KeyForm[] = ['initials', 'pinyin', 'initials-tail', 'pinyin-tail'];
  const begun: Mention[] = [];
  for (const form of forms) {
    for (const key of await placesByBeginning(tx, form, letters, MOST_BEGINNINGS))
      begun.push(partMention(key, letters));
  }
  return [...whole, ...begun];
}

/** The whole text, or all before the first number, as the beginning or some part of a name. */
async function begunMentions(tx: Tx, text: string): Promise<Mention[]> {
  const head = /^[^0-9]+/.exec(text)?.[0] ?? text;
  const found: Mention[] = [];
  if (head.length >= 2 && head.length <= TYPING) {
    for (const form of ['name', 'tail'] as const) {
      for (const key of await placesByBeginning(tx, form, head, MOST_BEGINNINGS)) {
        if (form === 'tail' || key.key !== head) found.push(partMention(key, head));
      }
    }
  }
  if (text.length >= 2 && text.length <= TYPING) {
    for (const key of await placesByBeginning(tx, 'address', text, MOST_BEGINNINGS)) {
      if (key.key !== text) found.push({ ...partMention(key, text), how: 'address' });
    }
  }
  return found;
}

/** In what no name explains: a name that sounds the same, or differs by one character. */
async function almostMentions(tx: Tx, text: string, named: readonly Mention[]): Promise<Mention[]> {
  const left = [...text].map((sign, at) => (named.some(({ from, to }) => at >= from && at < to) ? ' ' : sign)).join('');
  const pieces = left
    .replace(FILLER, (word) => ' '.repeat(word.length))
    .split(/\s+/)
    .filter((piece) => piece.length >= 3 && HAN.test(piece))
    .map((piece) => piece.slice(0, 24));
  const written = [...new Set(pieces.flatMap((piece) => stretches(piece, 3, 9)))];
  if (written.length === 0) return [];
  const found: Mention[] = [];
  const bySound = Map.groupBy(written, soundOf);
  for (const key of await placesByKeys(tx, ['pinyin'], [...bySound.keys()], MOST_KEYS)) {
    for (const piece of bySound.get(key.key) ?? []) {
      const from = text.indexOf(piece);
      found.push(almostMention(key, 'sound', from, from + piece.length));
    }
  }
  const variants = new Map<string, Set<string>>();
  for (const piece of written) {
    for (const key of [piece, ...withoutOne(piece)]) {
      if (key.length < 2) continue;
      const pieces = variants.get(key) ?? new Set();
      variants.set(key, pieces.add(piece));
    }
  }
  for (const key of await placesByKeys(tx, ['near', 'name'], [...variants.keys()], MOST_KEYS)) {
    for (const piece of variants.get(key.key) ?? []) {
      if (!oneApart(piece, normalText(key.called))) continue;
      const from = text.indexOf(piece);
      found.push(almostMention(key, 'near', from, from + piece.length));
    }
  }
  return found;
}
