/** Rulebooks to read. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import { languageNow } from '../../texts/index.ts';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;
export type Rulebook = Answer<'/api/regulations/rulebooks'>[number];
export type RulebookText = Answer<'/api/regulations/text'>;
export type Clause = RulebookText['clauses'][number];
export type Entry = RulebookText['entries'][number];
export type EntryCase = Entry['cases'][number];
export type Chapter = RulebookText['chapters'][number];

const LONG = 5 * 60_000;

export const useRulebooks = () =>
  useQuery({
    queryKey: ['rulebooks'],
    queryFn: ({ signal }) => call<Rulebook[]>('GET', '/api/regulations/rulebooks', { signal }),
    staleTime: LONG,
  });

/** The rulebook of that hash, or the last of that name; of neither, the one in force. */
export const rulebookNamed = (rulebooks: readonly Rulebook[], wanted: string | undefined): Rulebook | undefined =>
  wanted === undefined
    ? rulebooks[0]
    : (rulebooks.find(({ hash }) => hash === wanted) ?? rulebooks.findLast(({ pack }) => pack === wanted));

/** A rulebook never changes. */
export const useRulebookText = (hash: string | undefined) =>
  useQuery({
    queryKey: ['rulebook-text', languageNow(), hash],
    queryFn: ({ signal }) => call<RulebookText>('GET', '/api/regulations/text', { query: { rulebook: hash }, signal }),
    enabled: hash !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
