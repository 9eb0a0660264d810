/** Which clauses and entries a search and its filters leave. */
import type { Clause, Entry, RulebookText } from './data.ts';
import type { BrowseSearch } from './search.ts';

export interface Left {
  /** Ids of clauses and keys of entries. */
  marks: ReadonlySet<string>;
  /** Entries that rest on no clause. */
  apart: Entry[];
  /** Nothing is searched for. */
  whole: boolean;
}

export function leftBy({ clauses, entries, apart }: RulebookText, { find, state, section, flag }: BrowseSearch): Left {
  const typed = (find ?? '').trim().toLowerCase();
  const fits = new Map(entries.map((entry) => [entry.key, entryFits(entry, typed, section, flag)]));
  const byEntry = section !== undefined || flag !== undefined;
  const clauseFits = (clause: Clause): boolean => {
    if (state !== undefined && clause.state !== state) return false;
    const carried = clause.entries.map((key) => fits.get(key)).filter((fit) => fit !== undefined);
    if (byEntry && !carried.some((fit) => fit.filters)) return false;
    if (typed === '') return true;
    return says(clause, typed) || carried.some((fit) => fit.filters && fit.words);
  };
  const whole = typed === '' && state === undefined && !byEntry;
  const loose = new Set(apart);
  const entryLeft = ({ key }: Entry): boolean =>
    state === undefined && fits.get(key)?.filters === true && fits.get(key)?.words === true;
  return {
    marks: new Set([
      ...clauses.filter(clauseFits).map(({ id }) => id),
      ...entries.filter(entryLeft).map(({ key }) => key),
    ]),
    apart: entries.filter((entry) => loose.has(entry.key) && entryLeft(entry)),
    whole,
  };
}

const says = ({ id, quote, place, about, example }: Clause, typed: string): boolean =>
  [id, quote, place, about, example?.name ?? ''].some((text) => text.toLowerCase().includes(typed));

function entryFits(
  entry: Entry,
  typed: string,
  section: string | undefined,
  flag: BrowseSearch['flag'],
): { filters: boolean; words: boolean } {
  const flagged =
    flag === undefined ||
    (flag === 'unconfirmed' && entry.unconfirmed) ||
    (flag === 'assumed' && entry.assumed.length > 0) ||
    (flag === 'reading' && (entry.reading !== null || entry.cases.some(({ reading }) => reading !== null)));
  return {
    filters: flagged && (section === undefined || entry.section === section),
    words: typed === '' || textOf(entry).includes(typed),
  };
}

const texts = new WeakMap<Entry, string>();
function textOf(entry: Entry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { key, name, article, quote, reading, when, lines, cases } = entry;
  const text = [
    key,
    name,
    article,
    quote,
    reading ?? '',
    when,
    ...lines.map(({ value }) => value),
    ...cases.flatMap((one) => [one.when, one.says, one.article, one.reading ?? '', ...one.lines.map((l) => l.value)]),
  ]
    .join('\n')
    .toLowerCase();
  texts.set(entry, text);
  return text;
}
