/** What of the browser stands in the address. */
export const STATES = ['executed', 'presented', 'waiting', 'declined', 'missing'] as const;
export type ClauseState = (typeof STATES)[number];
export const FLAGS = ['unconfirmed', 'assumed', 'reading'] as const;
export type Flag = (typeof FLAGS)[number];

export interface BrowseSearch {
  /** Hash, or name, of a rulebook; absent: the one in force. */
  pack?: string;
  clause?: string;
  /** `clocks.finish` */
  entry?: string;
  /** Document: `L`, `C[08]`. */
  doc?: string;
  find?: string;
  state?: ClauseState;
  section?: string;
  flag?: Flag;
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined;

export function readBrowseSearch(search: Record<string, unknown>): BrowseSearch {
  const state = STATES.find((one) => one === search.state);
  const flag = FLAGS.find((one) => one === search.flag);
  // A word of digits alone comes as a number.
  const find = typeof search.find === 'number' ? String(search.find) : word(search.find);
  const found = {
    pack: word(search.pack),
    clause: word(search.clause),
    entry: word(search.entry),
    doc: word(search.doc),
    find,
    state,
    section: word(search.section),
    flag,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
