/** A rulebook beside the text it rests on: chapters, clauses with their states, entries in words. */

import { type Clause, citationsOf } from '../loading/clauses.ts';
import type { FoundState } from '../loading/proofs/found-states.ts';
import { sourceOf } from '../loading/proofs/states.ts';
import { alterationWord, becauseWord, capabilityWord } from '../loading/proofs/words.ts';
import type { SourceFile } from '../loading/yaml/yaml-nodes.ts';
import type { Pack } from '../pack.ts';
import { type EntryShown, entriesShown } from './entries.ts';
import type { Language } from './explain-words.ts';
import { type Chapter, chapterOfQuotes } from './source-text.ts';

export interface ClauseShown {
  id: string;
  source: string;
  /** Where it stands: 第十五条（三）8 */
  place: string;
  quote: string;
  about: string;
  timed: boolean;
  state: FoundState['state'];
  because: string | null;
  executes: string | null;
  altered: string | null;
  example: { name: string; file: string } | null;
  /** Entries of this rulebook that carry it, as `section.id`. */
  entries: string[];
}

export interface RulebookText {
  chapters: Chapter[];
  clauses: ClauseShown[];
  entries: EntryShown[];
  /** Entries that rest on no clause of the chapters. */
  apart: string[];
}

/** What ships with the platform, read once. */
export interface Shelf {
  files: readonly SourceFile[];
  clauses: ReadonlyMap<string, Clause>;
  chapters: ReadonlyMap<string, Chapter>;
  states: ReadonlyMap<string, FoundState>;
}

export function rulebookText(pack: Pack, shelf: Shelf, lang: Language): RulebookText {
  const entries = entriesShown(pack, lang);
  const carriers = new Map<string, Set<string>>();
  for (const { section, id, clauses } of citationsOf(pack))
    for (const clause of clauses)
      carriers.set(clause, (carriers.get(clause) ?? new Set<string>()).add(`${section}.${id}`));
  const sources = sourcesOf(carriers.keys(), shelf);
  const own = ownChapter(pack, entries, shelf);
  const chapters = [...(own ? [own] : []), ...sources.flatMap((source) => shelf.chapters.get(source) ?? [])];
  const clauses = [...shelf.clauses.values()]
    .filter((clause) => sources.includes(sourceOf(clause)))
    .map((clause) => clauseShown(clause, shelf, actingFirst(carriers.get(clause.id)), lang));
  const marked = new Set([
    ...clauses.flatMap(({ entries: keys }) => keys),
    ...(own?.paragraphs.flatMap(({ runs }) => runs.flatMap(({ marks }) => marks)) ?? []),
  ]);
  return { chapters, clauses, entries, apart: entries.filter(({ key }) => !marked.has(key)).map(({ key }) => key) };
}

/** Share of the clauses of a text from which on it is one of the rulebook's own; of others it only borrows. */
const OWN = 0.1;

/** The one it carries most of first. */
function sourcesOf(clauses: Iterable<string>, shelf: Shelf): string[] {
  const sizes = new Map<string, number>();
  for (const clause of shelf.clauses.values()) sizes.set(sourceOf(clause), (sizes.get(sourceOf(clause)) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const id of clauses) {
    const clause = shelf.clauses.get(id);
    if (clause) counts.set(sourceOf(clause), (counts.get(sourceOf(clause)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([source, n]) => n >= OWN * (sizes.get(source) ?? 0))
    .sort((a, b) => b[1] - a[1])
    .map(([source]) => source);
}

const WORDS = ['limits', 'hours', 'terms', 'organization'];

/** What acts before the words it uses. */
const actingFirst = (keys: ReadonlySet<string> = new Set()): string[] => {
  const rank = (key: string): number => WORDS.indexOf(key.split('.')[0] ?? '');
  return [...keys].sort((a, b) => rank(a) - rank(b));
};

/** The text its head names, where nobody has listed the clauses of it. */
function ownChapter(pack: Pack, entries: readonly EntryShown[], { files, clauses }: Shelf): Chapter | undefined {
  const [name] = /^[\w.-]+\.txt/.exec(pack.source) ?? [];
  const file = files.find(({ path }) => path === `sources/${name}`);
  if (!file || [...clauses.values()].some((clause) => clause.file === name)) return undefined;
  const quoting = entries.filter(
    (one) => one.source?.pack === pack.pack && one.clauses.length === 0 && one.quote !== '',
  );
  return chapterOfQuotes(
    file,
    quoting.map(({ key, quote }) => ({ id: key, quote })),
  );
}

export function clauseShown(clause: Clause, { states }: Shelf, entries: string[], lang: Language): ClauseShown {
  const found = states.get(clause.id);
  return {
    id: clause.id,
    source: sourceOf(clause),
    place: clause.section.replace(/^\[\d+\]\s*/, '').replace(/^\S+\s+/, ''),
    quote: clause.quote,
    about: capabilityWord(clause.capability, lang),
    timed: clause.parameters.has('deadline') || clause.parameters.has('lead_time'),
    state: found?.state ?? 'missing',
    because: found && found.because !== '' ? becauseWord(found.because, lang) : null,
    executes: found && found.executes !== '' ? found.executes : null,
    altered: found && found.altered !== '' ? alterationWord(found.altered, lang) : null,
    example: found && found.example !== '' ? { name: found.example, file: found.exampleFile } : null,
    entries,
  };
}
