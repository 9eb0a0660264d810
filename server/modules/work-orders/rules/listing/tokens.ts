/**
 * What an order is found by: small whole numbers, each standing for a piece of its words. Two Chinese characters that
 * stand together are such a piece, so that two characters are looked up like a long text; so are four digits of a number,
 * neighbouring syllables, neighbouring initials. The utility is part of every piece: one index serves all of them apart.
 */
import type { Sounds } from '../../../registers/rules/search-keys.ts';

/** What a piece is a piece of. Those of people are looked for only on behalf of whoever may see them. */
export type Kind = 'text' | 'digits' | 'syllables' | 'begun' | 'initials' | 'phone' | 'name' | 'name-sound';

/** Words of an order and of its callers. */
export interface Document {
  number: string;
  /** What was said. */
  texts: readonly string[];
  /** Where it is; also found by its sound. */
  places: readonly string[];
  people: readonly { name: string | null; phone: string | null }[];
}

/** FNV-1a, mixed once more; a signed integer of 32 bits as PostgreSQL keeps it. */
export function token(utilityId: number, kind: Kind, piece: string): number {
  let hash = 0x811c9dc5 ^ utilityId;
  const text = `${kind} ${piece}`;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** Plain width, lower case, no spaces: 湖滨 东路１８号 → 湖滨东路18号. PostgreSQL does the same to what it compares. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Stretches of letters and digits between marks. */
export const stretches = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const signsOf = (text: string): string[] => [...text];

/** Neighbours, so many at a time. */
export function runs(signs: readonly string[], length: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + length <= signs.length; at += 1) found.push(signs.slice(at, at + length).join(''));
  return found;
}

export const digitsIn = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** Digits stand side by side in every house number: three or four of them are one piece. */
const digitRuns = ({ texts, places }: Document): string[] =>
  [...texts, ...places].flatMap((text) => text.normalize('NFKC').match(/\d{3,}/g) ?? []);

/** Digits are looked for from four on; of an order's number, and in texts, three will do. */
export const LEAST_DIGITS = 4;
export const LEAST_OF_NUMBER = 3;
/** Initials are looked for two, three and four at a time. */
export const LONGEST_INITIALS = 4;
/** Characters of a text that are also found by their sound. */
const SOUNDED = 40;
/** Readings of one stretch of four characters. */
const MOST_READINGS = 8;

/** A letter or digit has no sound of its own: it ends a stretch. */
const SYLLABLE = /^[a-z]{1,6}$/;

type SoundKinds = { syllables: Kind; begun: Kind; initials: Kind; from: number };

function addSounds(found: Set<number>, utilityId: number, text: string, sounds: Sounds, as: SoundKinds): void {
  for (const stretch of plain([...text].slice(0, SOUNDED).join('')).match(/\p{Script=Han}{2,}/gu) ?? []) {
    const read = sounds(stretch).map((ways) => ways.filter((one) => SYLLABLE.test(one)));
    const first = read.map((ways) => [...new Set(ways.map((one) => one.slice(0, 1)))]);
    read.forEach((ways, at) => {
      for (const one of ways) {
        for (const next of read[at + 1] ?? []) found.add(token(utilityId, as.syllables, `${one} ${next}`));
        for (const next of first[at + 1] ?? []) found.add(token(utilityId, as.begun, `${one} ${next}`));
      }
      let initials = first[at] ?? [];
      for (let length = 2; length <= LONGEST_INITIALS && initials.length > 0; length += 1) {
        const next = first[at + length - 1] ?? [];
        initials = initials.flatMap((before) => next.map((one) => before + one)).slice(0, MOST_READINGS);
        if (length >= as.from) for (const one of initials) found.add(token(utilityId, as.initials, one));
      }
    });
  }
}

const CALLED = { syllables: 'name-sound', begun: 'name-sound', initials: 'name-sound' } as const;

/** Each once, in no order that means anything. */
export function tokensOf(utilityId: number, document: Document, sounds: Sounds): number[] {
  const found = new Set<number>();
  const add = (kind: Kind, pieces: readonly string[]): void => {
    for (const piece of pieces) found.add(token(utilityId, kind, piece));
  };
  for (const text of [...document.texts, ...document.places])
    for (const stretch of stretches(text)) add('text', runs(signsOf(stretch), 2));
  for (const digits of [digitsIn(document.number), ...digitRuns(document)]) {
    add('digits', runs([...digits], LEAST_OF_NUMBER));
    add('digits', runs([...digits], LEAST_DIGITS));
  }
  const spoken = { syllables: 'syllables', begun: 'begun', initials: 'initials' } as const;
  for (const place of document.places) addSounds(found, utilityId, place, sounds, { ...spoken, from: 2 });
  // of what was said, the beginning, which lists show: two initials would be found in every other order
  for (const text of document.texts.slice(0, 1)) addSounds(found, utilityId, text, sounds, { ...spoken, from: 3 });
  for (const { name, phone } of document.people) {
    if (phone !== null && !phone.includes('*')) add('phone', runs([...digitsIn(phone)], LEAST_DIGITS));
    if (name === null || name.includes('*')) continue;
    for (const stretch of stretches(name)) add('name', runs(signsOf(stretch), 2));
    addSounds(found, utilityId, name, sounds, { ...CALLED, from: 2 });
  }
  return [...found];
}
