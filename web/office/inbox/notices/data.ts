/** What the pages of notices ask. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import { queryClient } from '../../data.ts';
import { languageNow } from '../../texts/index.ts';
import type { NoticeSearch } from './search.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type NoticePage = Got<'/api/notices'>;
export type NoticeItem = NoticePage['items'][number];
export type Notice = Got<'/api/notices/{id}'>;
export type Step = Notice['steps'][number];
export type NoticeEvent = Got<'/api/notices/events/{event}'>;
export type Template = NoticeEvent['templates'][number];

/** Rows of one page; the next begins where it ends. */
const PAGE = 50;

export const useNotices = ({ id: _, ...search }: NoticeSearch, desk: boolean) =>
  useInfiniteQuery({
    queryKey: ['notices', 'list', desk, search, languageNow()],
    queryFn: ({ signal, pageParam }) =>
      call<NoticePage>('GET', '/api/notices', {
        query: { ...search, ...(desk && { desk }), before: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

export const useNotice = (id: number) =>
  useQuery({
    queryKey: ['notices', 'one', id, languageNow()],
    queryFn: ({ signal }) => call<Notice>('GET', `/api/notices/${id}`, { signal }),
    refetchInterval: 15_000,
  });

export const useEvents = () =>
  useQuery({
    queryKey: ['notices', 'events', languageNow()],
    queryFn: () => call<Got<'/api/notices/events'>>('GET', '/api/notices/events'),
    staleTime: 60_000,
  });

export const useEvent = (event: string) =>
  useQuery({
    queryKey: ['notices', 'event', event, languageNow()],
    queryFn: () => call<NoticeEvent>('GET', `/api/notices/events/${event}`),
  });

export const useGateways = () =>
  useQuery({
    queryKey: ['notices', 'gateways'],
    queryFn: () => call<Got<'/api/notices/gateways'>>('GET', '/api/notices/gateways'),
    staleTime: 60_000,
  });

const changed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['notices'] });

export async function handle(id: number, deed: string, body: object): Promise<void> {
  await call('POST', `/api/notices/${id}/${deed}`, { body });
  await changed();
}

export type Revealed = Record<'name' | 'phone' | 'wechat' | 'email', string | null>;
export const reveal = (id: number): Promise<Revealed> =>
  call<Revealed>('POST', `/api/notices/${id}/reveal`, { body: {} });

type Posted<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;
export type Preference = Posted<'/api/notices/preferences/find'>;
export const findPreference = (contact: string): Promise<Preference> =>
  call<Preference>('POST', '/api/notices/preferences/find', { body: { contact } });
export const savePreference = (contact: string, preference: Preference): Promise<Preference> =>
  call<Preference>('PUT', '/api/notices/preferences', { body: { contact, preference } });

export async function saveTemplate(
  event: string,
  written: Pick<Template, 'channel' | 'language' | 'subject' | 'body'> & { after: number },
): Promise<void> {
  await call('PUT', `/api/notices/events/${event}/template`, { body: written });
  await changed();
}
