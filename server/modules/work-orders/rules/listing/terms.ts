/** What somebody typed into the search box, as what it may mean. Every term has to be found; any of its meanings will do. */
import { spellings } from './syllables.ts';
import {
  digitsIn,
  type Kind,
  LEAST_DIGITS,
  LEAST_OF_NUMBER,
  LONGEST_INITIALS,
  plain,
  runs,
  stretches,
  token,
} from './tokens.ts';

export interface Meaning {
  /** All of them. */
  tokens: number[];
  /** A caller's name or number: only for whoever may see those. */
  personal: boolean;
  /** Its pieces may stand apart in a text: whether they stand together is looked up there. */
  text: string | null;
}

export interface Term {
  /** As it was typed, without spaces, in plain width and lower case. */
  typed: string;
  meanings: Meaning[];
}

/** Terms of one search; what is typed beyond them is not looked for. */
const MOST_TERMS = 6;
const LONGEST = 40;

/** 139 0000-1234, +86 139…, 20261118-0417: one number, however it is written. */
const NUMBER = /^\+?[\d\s—–－-]+$/;

function termsIn(q: string): string[] {
  const typed = q.normalize('NFKC').trim();
  if (NUMBER.test(typed)) return [digitsIn(typed).replace(/^86(?=1\d{10}$)/, '')];
  const found = typed.split(/\s+/).flatMap(stretches);
  // nothing but marks: taken as they are
  return found.length > 0 ? found : [plain(typed)];
}

export const termsOf = (utilityId: number, q: string, people: boolean): Term[] =>
  [...new Set(termsIn(q).filter((one) => one !== ''))]
    .slice(0, MOST_TERMS)
    .map((typed) => [...typed].slice(0, LONGEST).join(''))
    .map((typed) => ({ typed, meanings: meanings(utilityId, typed).filter(({ personal }) => people || !personal) }));

function meanings(utilityId: number, typed: string): Meaning[] {
  const signs = [...typed];
  const found: Meaning[] = [];
  const add = (kind: Kind, pieces: string[], personal = false, text: string | null = null): void => {
    if (pieces.length > 0)
      found.push({ tokens: [...new Set(pieces)].map((piece) => token(utilityId, kind, piece)), personal, text });
  };
  if (!/^[\p{L}\p{N}]+$/u.test(typed)) return [];
  if (/^\d{3,}$/.test(typed)) {
    const length = signs.length === LEAST_OF_NUMBER ? LEAST_OF_NUMBER : LEAST_DIGITS;
    add('digits', runs(signs, length));
    add('phone', runs(signs, LEAST_DIGITS), true);
    return found;
  }
  add('text', runs(signs, 2), false, signs.length > 2 ? typed : null);
  if (/^[a-z]+$/.test(typed)) {
    add('initials', initials(signs));
    if (signs.length <= LONGEST_INITIALS) add('name-sound', initials(signs), true);
    for (const { syllables, begun } of spellings(typed)) {
      const pairs = syllables.slice(1).map((next, at) => `${syllables[at]} ${next}`);
      const last = begun === '' ? [] : [`${syllables.at(-1)} ${begun.slice(0, 1)}`];
      const tokens = (pair: Kind, end: Kind): number[] => [
        ...pairs.map((one) => token(utilityId, pair, one)),
        ...last.map((one) => token(utilityId, end, one)),
      ];
      if (pairs.length + last.length === 0) continue;
      found.push({ tokens: tokens('syllables', 'begun'), personal: false, text: null });
      found.push({ tokens: tokens('name-sound', 'name-sound'), personal: true, text: null });
    }
  } else add('name', runs(signs, 2), true);
  return found;
}

/** As many at a time as there are, four at most. */
const initials = (signs: readonly string[]): string[] =>
  runs(signs, Math.min(LONGEST_INITIALS, Math.max(2, signs.length)));
