/** Test support: a rulebook from its text, and what is known of a matter under it. */
import { calendarsOf } from '../calendar.ts';
import { loadPacks } from '../loading/load-pack.ts';
import { vocabularyOf } from '../match.ts';
import type { FactValue } from '../pack.ts';
import { at, matter, PUBLISHED } from '../testing.ts';

const HEAD = 'pack: town\nversion: "1"\nutility: 某水司\neffective: "2026-01-01"\nsource: town.txt\n';
/** What each entry cites. */
export const CITED = 'article: 第一条, quote: 原文';

/** @throws when the text has defects */
export function town(text: string) {
  const { packs, errors } = loadPacks([{ path: 'town/pack.yaml', text: `${HEAD}${text}` }]);
  const [pack] = packs;
  if (!pack || errors.length > 0) throw new Error(JSON.stringify(errors.map(({ zh }) => zh)));
  return { pack, calendars: calendarsOf(pack, PUBLISHED), words: vocabularyOf(pack) };
}

/** Codes of the defects of a text. */
export const defectsOf = (text: string): string[] =>
  loadPacks([{ path: 'town/pack.yaml', text: `${HEAD}${text}` }]).errors.map(({ code }) => code);

export const factsOf = (facts: Record<string, FactValue>) => (name: string) => facts[name];

export { at, matter };
