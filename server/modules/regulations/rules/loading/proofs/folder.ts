/** The clauses of a regulations folder with their states, the counts, and what is wrong with them. */
import type { HolidayCalendars } from '../../calendar.ts';
import type { Pack, PackError } from '../../pack.ts';
import { holidaysOf, judgeBy } from '../check-folder.ts';
import { loadPacks } from '../load-pack.ts';
import type { SourceFile } from '../yaml/yaml-nodes.ts';
import { budgetErrors, type Counts, countsFile, countsOf } from './budget.ts';
import type { OrderRules } from './examples.ts';
import { foundStates } from './found-states.ts';
import { ruleIndex } from './rule-index.ts';
import { type Coverage, coverageOf } from './states.ts';

export interface FolderCoverage extends Coverage {
  counts: Counts;
  /** Defects of `states.yaml`, and counts that have become worse. */
  errors: PackError[];
  /** What `npm run gen` writes: below `docs/`, `sources/counts.yaml` and `sources/coverage.tsv`. */
  files: { ruleIndex: Map<string, string>; counts: string; states: string };
  packs: Pack[];
}

/** Packs with defects carry nothing. */
export function coverageOfFolder(
  files: SourceFile[],
  orders: (holidays: HolidayCalendars) => OrderRules,
): FolderCoverage {
  const { packs, faults } = loadPacks(files);
  const sound = packs.filter((pack) => !faults.has(pack));
  const holidays = holidaysOf(files, []).calendars;
  const coverage = coverageOf(files, sound, judgeBy(holidays, orders));
  const { rows } = coverage;
  return {
    ...coverage,
    counts: countsOf(rows),
    errors: [...coverage.errors, ...budgetErrors(files, rows)],
    files: { ruleIndex: ruleIndex(sound, coverage), counts: countsFile(files, rows), states: foundStates(rows) },
    packs: sound,
  };
}
