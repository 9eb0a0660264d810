/** How much of an order a window shows. */
import type { QueryClient } from '@tanstack/react-query';
import type { OrderDetail } from '../../../kit/views.ts';

/** The last entry of its log that is shown; 0: it is being asked for, and the answer may be older than what is heard; null: not shown. */
export function shownSeq(client: QueryClient, id: number): number | null {
  const pages = client.getQueryCache().findAll({ queryKey: ['order', id] });
  if (pages.length === 0) return null;
  return Math.min(
    ...pages.map(({ state }) => {
      const data = state.data as Pick<OrderDetail, 'timeline'> | undefined;
      return Math.max(0, ...(data?.timeline ?? []).map(({ seq }) => seq));
    }),
  );
}

/** Whether what is heard of an order is not on the page yet. My own command has brought its answer along. */
export const isUnseen = (shown: number | null, seq: unknown): boolean =>
  shown !== null && !(typeof seq === 'number' && seq <= shown);
