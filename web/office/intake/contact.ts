/** What the screens ask of first contact. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import type { Intake } from '../data.ts';
import { languageNow } from '../texts/index.ts';

type Earlier = paths['/api/requests/earlier']['post']['responses'][200]['content']['application/json'];
export type EarlierContact = Earlier['items'][number];
type Answered = paths['/api/requests']['get']['responses'][200]['content']['application/json']['items'][number];

export const useEarlier = (body: Partial<Intake> & { except?: number }, on: boolean) =>
  useQuery({
    queryKey: ['earlier', languageNow(), body],
    queryFn: ({ signal }) => call<Earlier>('POST', '/api/requests/earlier', { body, signal }),
    enabled: on,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });

const SHOWN = 50;

/** Declined and registered, the newest first. */
export const useAnswered = () =>
  useQuery({
    queryKey: ['answered', languageNow()],
    queryFn: async () => {
      const of = (outcome: string) =>
        call<{ items: Answered[] }>('GET', '/api/requests', { query: { outcome, limit: SHOWN } });
      const [declined, registered] = await Promise.all([of('declined'), of('registered')]);
      return [...declined.items, ...registered.items].sort(
        (a, b) => Date.parse(b.receivedAt) - Date.parse(a.receivedAt) || b.id - a.id,
      );
    },
  });
