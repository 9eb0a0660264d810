/** What the list page asks and says. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import type { OrderPage } from '../../kit/views.ts';
import { languageNow } from '../texts/index.ts';
import { type ListSearch, queryOf } from './search.ts';

type Answered<P extends keyof paths, M extends 'get' | 'post' | 'put'> =
  paths[P] extends Record<M, { responses: { 200: { content: { 'application/json': infer A } } } }> ? A : never;
export type ListView = Answered<'/api/lists/{list}', 'get'>;
export type SavedFilter = ListView['filters'][number];
export type Placed = ListView['layout'][number];
export type Export = Answered<'/api/exports/{id}', 'get'>;

const LIST = '/api/lists/orders';
const key = () => ['list', 'orders', languageNow()];

export const useList = () =>
  useQuery({ queryKey: key(), queryFn: () => call<ListView>('GET', LIST), staleTime: 60_000 });

/** Every change answers with the list as it then is. */
export function useListChange<T>(ask: (what: T) => Promise<ListView>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: ask, onSuccess: (list) => client.setQueryData(key(), list) });
}

export const arrange = (body: { columns: Placed[]; defaultFilterId: number | null }): Promise<ListView> =>
  call<ListView>('PUT', `${LIST}/layout`, { body });

export interface Kept {
  id: number | null;
  name: string;
  query: Record<string, string | number | boolean>;
  sort: string | null;
  departmentId: string | null;
}
export const keep = ({ id, ...body }: Kept): Promise<ListView> =>
  id === null
    ? call<ListView>('POST', `${LIST}/filters`, { body })
    : call<ListView>('PUT', `${LIST}/filters/${id}`, { body });
export const forget = (id: number): Promise<ListView> => call<ListView>('DELETE', `${LIST}/filters/${id}`);

/** Rows of a page. */
export const PAGE = 100;

/** A page at a time: however far somebody turns, one page is asked for and one is shown. */
export const useRows = (search: ListSearch, cursor: string | null) =>
  useQuery({
    queryKey: ['orders', 'table', languageNow(), queryOf(search), search.sort ?? null, cursor],
    queryFn: ({ signal }) =>
      call<OrderPage>('GET', '/api/orders', {
        query: { ...queryOf(search), sort: search.sort, limit: PAGE, cursor: cursor ?? undefined },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

const LOOK = 1000;

export const useExports = (on: boolean) =>
  useQuery({
    queryKey: ['exports', languageNow()],
    queryFn: () => call<{ items: Export[] }>('GET', '/api/exports'),
    enabled: on,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'running') ? LOOK : false),
  });

export function useExportStep<T>(ask: (what: T) => Promise<Export>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: ask, onSettled: () => void client.invalidateQueries({ queryKey: ['exports'] }) });
}

export interface Asked {
  format: 'xlsx' | 'csv';
  query: Record<string, string | number | boolean>;
  sort?: string;
  columns: string[];
  people: boolean;
}
export const begin = (asked: Asked): Promise<Export> =>
  call<Export>('POST', '/api/exports', { body: { list: 'orders', ...asked } });
/** Whether its file may still be had, before the browser goes for it. */
export const look = (id: string): Promise<Export> => call<Export>('GET', `/api/exports/${id}`);
export const step = ({ id, deed }: { id: string; deed: 'cancel' | 'resume' }): Promise<Export> =>
  call<Export>('POST', `/api/exports/${id}/${deed}`, { body: {} });
