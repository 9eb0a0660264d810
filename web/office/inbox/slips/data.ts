/** What the page of slips asks, and an order's. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import { languageNow } from '../../texts/index.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

type SlipPage = Got<'/api/slips'>;
export type Slip = SlipPage['slips'][number];
export type SlipKind = Got<'/api/slips/kinds'>[number];
export type List = Slip['state'];
export const LISTS = ['to-print', 'to-serve', 'served', 'void'] as const satisfies readonly List[];
export const MANNERS = ['handed', 'posted', 'left', 'mailed'] as const;

export const useSlips = (list: List) =>
  useInfiniteQuery({
    queryKey: ['slips', 'list', list, languageNow()],
    queryFn: ({ pageParam, signal }) =>
      call<SlipPage>('GET', '/api/slips', { query: { list, after: pageParam }, signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ more, slips }) => (more ? slips.at(-1)?.id : undefined),
  });

export const findSlip = async (number: string): Promise<Slip | undefined> =>
  (await call<SlipPage>('GET', '/api/slips', { query: { number } })).slips[0];

export const useKinds = (enabled: boolean) =>
  useQuery({
    queryKey: ['slips', 'kinds', languageNow()],
    queryFn: () => call<SlipKind[]>('GET', '/api/slips/kinds'),
    enabled,
  });

export const useOrderSlips = (orderId: number, version: number) =>
  useQuery({
    queryKey: ['slips', 'order', orderId, version, languageNow()],
    queryFn: ({ signal }) => call<Got<'/api/orders/{id}/slips'>>('GET', `/api/orders/${orderId}/slips`, { signal }),
  });

/** Asks for everything of slips again. */
export function useSlipsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['slips'] });
}

/** In a window of its own, where the browser prints; false: it was kept from opening. */
export function openPdf(ids: readonly number[]): boolean {
  return window.open(`/api/slips/pdf?ids=${ids.join(',')}`, '_blank') !== null;
}
