/** What the screens of comparison and drafts ask and say. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import { languageNow } from '../../texts/index.ts';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

export type Comparison = Answer<'/api/regulations/comparison'>;
export type Difference = Comparison['differences'][number];
export type Section = Comparison['sections'][number];
export type DraftHead = Answer<'/api/regulations/drafts'>['items'][number];
export type Draft = Answer<'/api/regulations/drafts/{id}'>;
export type Effects = Answer<'/api/regulations/drafts/{id}/effects'>;
export type Entry = Answer<'/api/regulations/drafts/{id}/entry'>;
export type Field = Entry['fields'][number];
export type Rulebook = Answer<'/api/regulations/rulebooks'>[number];

export const bookName = ({ pack, version }: { pack: string; version: string }): string => `${pack} ${version}`;

export const useRulebooks = () =>
  useQuery({
    queryKey: ['rulebooks', languageNow()],
    queryFn: ({ signal }) => call<Rulebook[]>('GET', '/api/regulations/rulebooks', { signal }),
  });

export const useComparison = (from: string | undefined, to: string | undefined) =>
  useQuery({
    queryKey: ['rulebooks', 'comparison', from, to, languageNow()],
    queryFn: ({ signal }) => call<Comparison>('GET', '/api/regulations/comparison', { query: { from, to }, signal }),
    enabled: from !== undefined && to !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

const POLL = 10_000;

export const useDrafts = () =>
  useQuery({
    queryKey: ['drafts', 'list'],
    queryFn: ({ signal }) => call<{ items: DraftHead[] }>('GET', '/api/regulations/drafts', { signal }),
    refetchInterval: POLL,
    placeholderData: keepPreviousData,
  });

export const useDraft = (id: number) =>
  useQuery({
    queryKey: ['drafts', 'one', id, languageNow()],
    queryFn: ({ signal }) => call<Draft>('GET', `/api/regulations/drafts/${id}`, { signal }),
    refetchInterval: POLL,
  });

/** Every open order is evaluated for it: asked once for each change. */
export const useEffects = ({ id, revision, state }: DraftHead) =>
  useQuery({
    queryKey: ['drafts', 'effects', id, revision, languageNow()],
    queryFn: ({ signal }) => call<Effects>('GET', `/api/regulations/drafts/${id}/effects`, { signal }),
    enabled: state !== 'approved' && state !== 'withdrawn',
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

export const useEntry = ({ id, revision }: DraftHead, section: string, entry: string) =>
  useQuery({
    queryKey: ['drafts', 'entry', id, revision, section, entry, languageNow()],
    queryFn: ({ signal }) =>
      call<Entry>('GET', `/api/regulations/drafts/${id}/entry`, { query: { section, entry }, signal }),
    placeholderData: keepPreviousData,
  });

/** Whatever is done to a draft answers with the draft as it stands then. */
export function useDone<B>(method: 'POST' | 'PUT', url: (body: B) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: B) => call<Draft>(method, url(body), { body }),
    onSuccess: (draft) => {
      client.setQueryData(['drafts', 'one', draft.id, languageNow()], draft);
      for (const key of [['drafts', 'list'], ['rulebooks'], ['pack']]) void client.invalidateQueries({ queryKey: key });
    },
  });
}
