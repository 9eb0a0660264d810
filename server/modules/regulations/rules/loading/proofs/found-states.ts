/**
 * `sources/coverage.tsv`: the state of each clause as `npm run gen` found it. Finding it takes seconds of computing, so
 * what is running reads what was found; the check fails when the file is stale.
 */
import type { SourceFile } from '../yaml/yaml-nodes.ts';
import { type ClauseRow, type ClauseState, STATES } from './states.ts';

export const FOUND_STATES = 'sources/coverage.tsv';

export interface FoundState {
  state: ClauseState;
  /** `liaocheng clocks.finish`: the entry that proves it, or the first that cites it; empty: none. */
  carrier: string;
  /** File that executes the entry; empty: none does. */
  executes: string;
  /** `clocks.finish within`: what was altered. */
  altered: string;
  /** The worked case that failed then, and the file it stands in. */
  example: string;
  exampleFile: string;
  because: string;
}

const COLUMNS = ['clause', 'state', 'entry', 'executes', 'altered', 'example', 'file', 'because'];
const cell = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function foundStates(rows: readonly ClauseRow[]): string {
  const lines = rows.map(({ clause, state, entry, executes, proof, because }) =>
    [
      clause,
      state,
      entry ? `${entry.pack} ${entry.entry}` : '',
      executes ?? '',
      proof ? `${proof.section}.${proof.id} ${proof.what}` : '',
      proof?.example?.name ?? '',
      proof?.example?.file ?? '',
      because ?? '',
    ]
      .map(cell)
      .join('\t'),
  );
  return `${[COLUMNS.join('\t'), ...lines].join('\n')}\n`;
}

/** Clause → what was found; empty without such a file. */
export function readFoundStates(files: readonly SourceFile[]): Map<string, FoundState> {
  const text = files.find(({ path }) => path === FOUND_STATES)?.text ?? '';
  return new Map(
    text
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => {
        const [
          clause = '',
          found = '',
          carrier = '',
          executes = '',
          altered = '',
          example = '',
          exampleFile = '',
          because = '',
        ] = line.split('\t');
        const state = STATES.find((one) => one === found) ?? 'missing';
        return [clause, { state, carrier, executes, altered, example, exampleFile, because }];
      }),
  );
}
