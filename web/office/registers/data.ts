/** What the register's page asks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { languageNow } from '../texts/index.ts';
import type { RegisterSearch } from './search.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

type ThingPage = Got<'/api/things'>;
export type Thing = Got<'/api/things/{id}'>;
type Duties = Got<'/api/things/{id}/duties'>;
export type ComingDuty = Duties['coming'][number];
export type DutyOrder = Duties['history'][number];
export type NextDue = Got<'/api/duties/next'>['items'][number];

/** Things the server answers at once. */
export const PAGE = 50;

export const useThings = ({ id: _, find, ...search }: RegisterSearch) =>
  useQuery({
    queryKey: ['things', 'list', find, search, languageNow()],
    queryFn: ({ signal }) => call<ThingPage>('GET', '/api/things', { query: { ...search, q: find }, signal }),
    placeholderData: keepPreviousData,
  });

export const useThing = (id: number) =>
  useQuery({
    queryKey: ['things', 'one', id, languageNow()],
    queryFn: ({ signal }) => call<Thing>('GET', `/api/things/${id}`, { signal }),
  });

/** What each is owed first, by thing. */
export const useNextDues = (things: readonly Thing[]) =>
  useQuery({
    queryKey: ['things', 'next', things.map(({ thingId }) => thingId).join(',')],
    queryFn: async ({ signal }) => {
      const query = { things: things.map(({ thingId }) => thingId).join(',') };
      const { items } = await call<Got<'/api/duties/next'>>('GET', '/api/duties/next', { query, signal });
      return new Map(items.map((one) => [one.thingId, one]));
    },
    enabled: things.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

/** Orders are made, and done, by themselves or others. */
export const useDuties = (id: number) =>
  useQuery({
    queryKey: ['things', 'duties', id, languageNow()],
    queryFn: ({ signal }) => call<Duties>('GET', `/api/things/${id}/duties`, { signal }),
    refetchInterval: 60_000,
  });

/** Every kind by its name, and whether the rulebook in force owes it something. */
export const useKindWords = () =>
  useQuery({
    queryKey: ['things', 'words', languageNow()],
    queryFn: () => call<Got<'/api/things/words'>>('GET', '/api/things/words'),
    staleTime: 300_000,
  });

/** The duty that made an order, and its thing. */
export const useDutyOf = (orderId: number, enabled: boolean) =>
  useQuery({
    queryKey: ['things', 'order', orderId, languageNow()],
    queryFn: ({ signal }) => call<Got<'/api/orders/{id}/duty'>>('GET', `/api/orders/${orderId}/duty`, { signal }),
    enabled,
  });

export const reveal = (id: number): Promise<{ code: string }> =>
  call<{ code: string }>('POST', `/api/things/${id}/reveal`, { body: {} });
