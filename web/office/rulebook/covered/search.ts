import { type ClauseState, STATES } from '../browse/search.ts';

/** What of the board stands in the address. */
export interface CoverageSearch {
  state?: ClauseState;
  source?: string;
  capability?: string;
  /** Module it waits for. */
  waitsFor?: string;
  timed?: boolean;
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 60 ? value : undefined;

export function readCoverageSearch(search: Record<string, unknown>): CoverageSearch {
  const found = {
    state: STATES.find((one) => one === search.state),
    source: word(search.source),
    capability: word(search.capability),
    waitsFor: word(search.waitsFor),
    timed: typeof search.timed === 'boolean' ? search.timed : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
