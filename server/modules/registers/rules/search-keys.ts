/** What a name is found by: its beginnings and ends, its sound, its initials, itself with one character missing. */
import { normalText } from './place-text.ts';

export const FORMS = [
  'name', // 望湖苑
  'short', // 阳明 for 阳明小区
  'tail', // 湖苑
  'near', // 望苑, 湖苑, 望湖: one character missing
  'address', // 湖滨东路18号
  'pinyin', // wanghuyuan
  'pinyin-tail', // huyuan
  'initials', // why
  'initials-tail', // hy
] as const;
export type KeyForm = (typeof FORMS)[number];

export interface SearchKey {
  form: KeyForm;
  key: string;
  /** The name or alias it was made from. */
  called: string;
  alias: boolean;
}

export interface Named {
  name: string;
  aliases: readonly string[];
  /** Road and house number of a community. */
  address?: string;
}

/** Readings of each character of a text, the likeliest first; a letter or digit reads as itself. */
export type Sounds = (text: string) => string[][];

/** Readings kept of one name: 长 and 乐 give four, whole rare alphabets do not. */
const MOST_READINGS = 8;
/** Characters of a name that are searched by its end or by a missing one. */
const LONGEST = 16;

const GENERIC = /(?:小区|社区|花园|家园|新村|公寓|宿舍|大厦|家属院)$/;

/** Every way a name may be read aloud, syllable by syllable. */
export function readings(sounds: string[][]): string[][] {
  let all: string[][] = [[]];
  for (const choices of sounds) {
    const next = all.flatMap((before) => choices.map((one) => [...before, one]));
    // too many: from here on only the likeliest
    all = next.length <= MOST_READINGS ? next : all.map((before) => [...before, choices[0] ?? '']);
  }
  return all;
}

export const withoutOne = (text: string): string[] => {
  const signs = [...text];
  return signs.map((_, at) => [...signs.slice(0, at), ...signs.slice(at + 1)].join(''));
};

/** One character more, less, other, or two neighbours swapped. */
export function oneApart(a: string, b: string): boolean {
  if (a === b) return false;
  const [long, short] = [...a].length >= [...b].length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  const at = short.findIndex((sign, index) => sign !== long[index]);
  if (at < 0) return true;
  const rest = (signs: string[], from: number): string => signs.slice(from).join('');
  if (long.length > short.length) return rest(long, at + 1) === rest(short, at);
  if (rest(long, at + 1) === rest(short, at + 1)) return true;
  return long[at] === short[at + 1] && long[at + 1] === short[at] && rest(long, at + 2) === rest(short, at + 2);
}

export function searchKeys(named: Named, sounds: Sounds): SearchKey[] {
  const found = new Map<string, SearchKey>();
  const add = (form: KeyForm, key: string, called: string, alias: boolean): void => {
    if (key !== '' && !found.has(`${form} ${key}`)) found.set(`${form} ${key}`, { form, key, called, alias });
  };
  const all = [{ called: named.name, alias: false }, ...named.aliases.map((called) => ({ called, alias: true }))];
  for (const { called, alias } of all) {
    const text = normalText(called);
    const signs = [...text].slice(0, LONGEST);
    add('name', text, called, alias);
    const short = text.replace(GENERIC, '');
    if (short !== text && [...short].length >= 2) add('short', short, called, alias);
    for (let at = 1; at <= signs.length - 2; at += 1) add('tail', signs.slice(at).join(''), called, alias);
    if (signs.length >= 3) for (const key of withoutOne(signs.join(''))) add('near', key, called, alias);
    for (const syllables of readings(sounds(signs.join('')))) {
      const initials = syllables.map((one) => (/^[a-z]/.test(one) ? one.slice(0, 1) : one));
      for (let at = 0; at <= Math.max(0, syllables.length - 2); at += 1) {
        add(at === 0 ? 'pinyin' : 'pinyin-tail', syllables.slice(at).join(''), called, alias);
        add(at === 0 ? 'initials' : 'initials-tail', initials.slice(at).join(''), called, alias);
      }
    }
  }
  if (named.address) add('address', normalText(named.address), named.name, false);
  return [...found.values()];
}

/** 3号楼 is found in its community; only a building with a name of its own is found by it. */
export const isNamed = (buildingName: string): boolean =>
  /\p{Script=Han}{2}/u.test(buildingName.replace(/号楼|号院|底商|商铺|门市/g, ''));
