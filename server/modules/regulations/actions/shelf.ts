/** The sources that come with the platform, and what was found of their clauses: read once, they change with it. */
import { readFolder, SHIPPED } from '../files.ts';
import { type RulebookText, rulebookText, type Shelf } from '../rules/explaining/rulebook-text.ts';
import { chaptersOf } from '../rules/explaining/source-text.ts';
import { type Clause, citationsOf, readClauses } from '../rules/loading/clauses.ts';
import { readFoundStates } from '../rules/loading/proofs/found-states.ts';
import { sourceOf } from '../rules/loading/proofs/states.ts';
import type { Pack } from '../rules/pack.ts';
import { packsShipped } from './shipped.ts';

let read: Shelf | undefined;

export function shelf(): Shelf {
  if (!read) {
    const files = readFolder(SHIPPED) ?? [];
    const sources = files.filter(({ path }) => path.startsWith('sources/'));
    const clauses = readClauses(sources) ?? new Map<string, Clause>();
    read = {
      files: sources,
      clauses,
      chapters: chaptersOf(sources, clauses.values(), sourceOf),
      states: readFoundStates(sources),
    };
  }
  return read;
}

/** A rulebook never changes, so what is shown of it is worked out once; beyond so many the oldest is forgotten. */
const KEPT = 8;
const shown = new Map<string, RulebookText>();

export function textOf(pack: Pack, lang: 'zh' | 'en'): RulebookText {
  const key = `${lang} ${pack.hash}`;
  const known = shown.get(key);
  if (known) return known;
  const text = rulebookText(pack, shelf(), lang);
  const oldest = shown.keys().next().value;
  if (shown.size >= KEPT && oldest !== undefined) shown.delete(oldest);
  shown.set(key, text);
  return text;
}

export interface Carrying {
  pack: string;
  hash: string;
  entry: string;
}

let carrying: Map<string, Carrying[]> | undefined;

/** Which entries of the shipped rulebooks carry a clause: of each rulebook those written in it, of its last version. */
export function carriersOf(clause: string): Carrying[] {
  if (!carrying) {
    carrying = new Map();
    const last = new Map(packsShipped().map((pack) => [pack.pack, pack]));
    for (const { pack, hash } of last.values())
      for (const citation of citationsOf(last.get(pack) as Pack)) {
        if (citation.pack !== pack) continue;
        const entry = `${citation.section}.${citation.id}`;
        for (const id of citation.clauses) {
          const known = carrying.get(id) ?? [];
          if (!known.some((one) => one.pack === pack && one.entry === entry))
            carrying.set(id, [...known, { pack, hash, entry }]);
        }
      }
  }
  return carrying.get(clause) ?? [];
}
