/** What a desk agent types to find a place: an account number, a phone, a community, an address part, in any mixture. */
export interface PlaceQuery {
  /** Whole query without spaces, as typed. */
  text: string;
  /** Parts that must all occur in an address or name. */
  words: string[];
  /** Only digits, at least three: an account number or phone beginning so. */
  digits: string | null;
  /** Four digits: the end of a phone as well. */
  ending: string | null;
}

const LONGEST = 60;

/** Full-width digits and letters of Chinese input methods become plain ones. */
export function readQuery(typed: string): PlaceQuery | null {
  const text = typed.normalize('NFKC').replace(/\p{C}/gu, '').trim().slice(0, LONGEST);
  if (text === '') return null;
  const words = text
    .split(/[\s,，、/#-]+/)
    .filter(Boolean)
    .slice(0, 6);
  if (words.length === 0) return null;
  const joined = words.join('');
  const digits = /^\d{3,20}$/.test(joined) ? joined : null;
  return { text: joined, words, digits, ending: /^\d{4}$/.test(joined) ? joined : null };
}
