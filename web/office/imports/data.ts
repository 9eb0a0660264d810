/** What the import page asks and says. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { languageNow } from '../texts/index.ts';

type Answer<P extends keyof paths, M extends 'get' | 'put'> =
  paths[P] extends Record<M, { responses: { 200: { content: { 'application/json': infer A } } } }> ? A : never;

export type ImportPage = Answer<'/api/imports', 'get'>;
export type Import = Answer<'/api/imports/{id}', 'get'>;
export type Kind = Answer<'/api/imports/kinds', 'get'>['items'][number];
export type RowPage = Answer<'/api/imports/{id}/rows', 'get'>;

/** Milliseconds: progress is looked at, not watched. */
const LOOK = 1000;

export const useKinds = () =>
  useQuery({
    queryKey: ['import-kinds', languageNow()],
    queryFn: () => call<{ items: Kind[] }>('GET', '/api/imports/kinds'),
    staleTime: 300_000,
  });

export const useImports = () =>
  useInfiniteQuery({
    queryKey: ['imports', languageNow()],
    queryFn: ({ pageParam }) => call<ImportPage>('GET', '/api/imports', { query: { cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 5 * LOOK,
    placeholderData: keepPreviousData,
  });

export const useImport = (id: string) =>
  useQuery({
    queryKey: ['import', id, languageNow()],
    queryFn: () => call<Import>('GET', `/api/imports/${id}`),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK : false),
  });

export const useBadRows = (one: Import) =>
  useInfiniteQuery({
    queryKey: ['import-rows', one.importId, one.state, one.counts.refused ?? 0, languageNow()],
    queryFn: ({ pageParam }) =>
      call<RowPage>('GET', `/api/imports/${one.importId}/rows`, {
        query: { outcome: 'refused', after: pageParam, limit: 100 },
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    enabled: (one.counts.refused ?? 0) > 0,
    placeholderData: keepPreviousData,
  });

/** Every step answers with the import as it then is. */
export function useStep<T>(ask: (what: T) => Promise<Import>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: (one) => {
      client.setQueryData(['import', one.importId, languageNow()], one);
      void client.invalidateQueries({ queryKey: ['imports'] });
    },
    onError: () => void client.invalidateQueries({ queryKey: ['import'] }),
  });
}

export const upload = (file: File): Promise<Import> =>
  call<Import>('POST', '/api/imports', {
    raw: file,
    query: { name: file.name },
    headers: { 'Content-Type': 'application/octet-stream' },
  });
