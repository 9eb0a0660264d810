/** What the screen of backtests asks and says. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import { languageNow } from '../../texts/index.ts';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

export type RunHead = Answer<'/api/backtests'>['items'][number];
export type Run = Answer<'/api/backtests/{id}'>;
export type Outcome = NonNullable<Run['outcome']>;
export type Figures = NonNullable<Outcome['total']['before']>;
export type Rulebook = Answer<'/api/regulations/rulebooks'>[number];

/** Both sides of a row. */
export interface Sides {
  before: Figures | null;
  after: Figures | null;
}

const POLL = 10_000;
const SOON = 1000;

export const useRulebooks = () =>
  useQuery({
    queryKey: ['rulebooks', languageNow()],
    queryFn: ({ signal }) => call<Rulebook[]>('GET', '/api/regulations/rulebooks', { signal }),
  });

export const useRuns = () =>
  useQuery({
    queryKey: ['backtests', 'list', languageNow()],
    queryFn: ({ signal }) => call<{ items: RunHead[] }>('GET', '/api/backtests', { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some((run) => run.state === 'running') ? SOON : POLL),
    placeholderData: keepPreviousData,
  });

export const useRun = (id: string) =>
  useQuery({
    queryKey: ['backtests', 'one', id, languageNow()],
    queryFn: ({ signal }) => call<Run>('GET', `/api/backtests/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? SOON : false),
  });

export interface Wanted {
  candidate: string;
  baseline?: string;
  from: string;
  until: string;
}

function useSaid<T>(say: (given: T) => Promise<Run>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: say,
    onSettled: () => client.invalidateQueries({ queryKey: ['backtests'] }),
  });
}

export const useAsk = () => useSaid((wanted: Wanted) => call<Run>('POST', '/api/backtests', { body: wanted }));
export const useStop = (id: string) => useSaid(() => call<Run>('POST', `/api/backtests/${id}/cancel`, { body: {} }));
export const useRepeat = (id: string) => useSaid(() => call<Run>('POST', `/api/backtests/${id}/repeat`, { body: {} }));

/** Clocks judged. */
export const judged = (figures: Figures | null): number =>
  figures === null ? 0 : (figures.counts['in-time'] ?? 0) + (figures.counts.late ?? 0);

/** In time of those judged, 0 to 100; null: none was. */
export function timeliness(figures: Figures | null): number | null {
  const all = judged(figures);
  return all === 0 ? null : (100 * (figures?.counts['in-time'] ?? 0)) / all;
}

export const percent = (share: number | null): string => (share === null ? '—' : `${share.toFixed(1)}%`);
