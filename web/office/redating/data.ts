/** What the screen of re-datings asks and says. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { languageNow } from '../texts/index.ts';

type Answer<P extends keyof paths, M extends 'get' | 'post'> = paths[P] extends {
  [K in M]: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

export type Targets = Answer<'/api/redatings/targets', 'get'>;
export type Preview = Answer<'/api/redatings/preview', 'post'>;
export type Redating = Answer<'/api/redatings/{id}', 'get'>;
export type Touched = Answer<'/api/redatings/{id}/orders', 'get'>;

/** A version by its hash, or a calendar by its name. */
export type Wanted = { packHash: string } | { calendar: string };

export const wantedOf = ({ to }: Pick<Redating, 'to'>): Wanted =>
  to.calendar === null ? { packHash: to.hash } : { calendar: to.calendar };

const POLL = 10_000;

export const useTargets = () =>
  useQuery({
    queryKey: ['redatings', 'targets', languageNow()],
    queryFn: ({ signal }) => call<Targets>('GET', '/api/redatings/targets', { signal }),
  });

export const useRedatings = () =>
  useQuery({
    queryKey: ['redatings', 'list', languageNow()],
    queryFn: ({ signal }) => call<{ items: Redating[] }>('GET', '/api/redatings', { query: { limit: 100 }, signal }),
    refetchInterval: POLL,
    placeholderData: keepPreviousData,
  });

export const useRedating = (id: number) =>
  useQuery({
    queryKey: ['redatings', 'one', id, languageNow()],
    queryFn: ({ signal }) => call<Redating>('GET', `/api/redatings/${id}`, { signal }),
    refetchInterval: POLL,
  });

/** Every open order is evaluated for it: asked once, not again and again. */
export const usePreviewOf = (wanted: Wanted | null) =>
  useQuery({
    queryKey: ['redatings', 'preview', languageNow(), wanted],
    queryFn: ({ signal }) => call<Preview>('POST', '/api/redatings/preview', { body: wanted, signal }),
    enabled: wanted !== null,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

const PAGE = 50;
export const useTouched = (id: number, on: boolean) =>
  useInfiniteQuery({
    queryKey: ['redatings', 'touched', id, languageNow()],
    queryFn: ({ pageParam, signal }) =>
      call<Touched>('GET', `/api/redatings/${id}/orders`, { query: { after: pageParam, limit: PAGE }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ items }) => (items.length < PAGE ? null : (items.at(-1)?.id ?? null)),
    enabled: on,
  });

/** After asking, deciding, reverting, or a new version: clocks of orders are others now. */
export function useRedated(): () => void {
  const client = useQueryClient();
  return () => {
    for (const key of ['redatings', 'orders', 'order', 'inbox', 'pack', 'vocabulary'])
      void client.invalidateQueries({ queryKey: [key] });
  };
}
