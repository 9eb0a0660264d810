/** What became of every clause. */
import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import { languageNow } from '../../texts/index.ts';
import { type ClauseState, STATES } from '../browse/search.ts';
import type { CoverageSearch } from './search.ts';

export type Coverage = paths['/api/regulations/coverage']['get']['responses'][200]['content']['application/json'];
export type CoveredClause = Coverage['clauses'][number];

export const useCoverage = () =>
  useQuery({
    queryKey: ['coverage', languageNow()],
    queryFn: ({ signal }) => call<Coverage>('GET', '/api/regulations/coverage', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const fits = (clause: CoveredClause, { state, source, capability, waitsFor, timed }: CoverageSearch): boolean =>
  (state === undefined || clause.state === state) &&
  (source === undefined || clause.source === source) &&
  (capability === undefined || clause.capability === capability) &&
  (waitsFor === undefined || clause.waitsFor === waitsFor) &&
  (timed === undefined || clause.timed === timed);

export type Counts = Record<ClauseState, number>;

export function countsOf(clauses: readonly CoveredClause[]): Counts {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Counts;
  for (const { state } of clauses) counts[state] += 1;
  return counts;
}

/** The same filters, as a table to take along. */
export function fileAddress(search: CoverageSearch): string {
  const query = new URLSearchParams(Object.entries(search).map(([key, value]) => [key, String(value)]));
  return `/api/regulations/coverage/file${query.size > 0 ? `?${query}` : ''}`;
}
