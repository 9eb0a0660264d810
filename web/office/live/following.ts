/** Open screens look again at what changed, and at nothing else: small facts come in, what is shown is asked for anew. */
import { useEffect } from 'react';
import { followChanges, type News } from '../../kit/changes.ts';
import { coalesced } from '../../kit/coalesced.ts';
import type { OrderDetail } from '../../kit/views.ts';
import { queryClient } from '../data.ts';

/** Milliseconds between two looks, however much happens. */
const LISTS = 2000;
const PAGE = 300;

/** What may be older than what happened meanwhile. */
const FOLLOWED = ['orders', 'order', 'inbox', 'presence', 'attribution', 'duplicates', 'waiting', 'rosters'];

const lookAgain = (...queryKey: (string | number)[]): Promise<void> => queryClient.invalidateQueries({ queryKey });

/** The last entry of its log that a window shows of an order. */
function shownSeq(id: number): number | null {
  const shown = queryClient.getQueriesData<OrderDetail>({ queryKey: ['order', id] }).flatMap(([, data]) => data ?? []);
  return shown.length === 0
    ? null
    : Math.min(...shown.map(({ timeline }) => Math.max(0, ...timeline.map((i) => i.seq))));
}

export function useFollowing(): void {
  useEffect(() => {
    const changed = new Set<number>();
    const lists = coalesced(() => lookAgain('orders'), LISTS);
    const inbox = coalesced(() => lookAgain('inbox'), LISTS);
    const rosters = coalesced(() => lookAgain('rosters'), LISTS);
    const pages = coalesced(async () => {
      const ids = [...changed];
      changed.clear();
      await Promise.all(ids.map((id) => lookAgain('order', id)));
    }, PAGE);

    const news = ({ orders, inbox: told, presence, rosters: rostered }: News): void => {
      if (orders !== undefined) lists.want();
      if (orders === true) void lookAgain('order');
      else
        for (const [id, seq] of orders ?? []) {
          const shown = shownSeq(id);
          // my own command has brought its answer along
          if (shown === null || (typeof seq === 'number' && seq <= shown)) continue;
          changed.add(id);
          pages.want();
        }
      if (told !== undefined) inbox.want();
      if (rostered !== undefined) rosters.want();
      if (presence === true) void lookAgain('presence');
      else for (const [id] of presence ?? []) void lookAgain('presence', id);
    };
    const stop = followChanges({
      news,
      reload: () => void Promise.all(FOLLOWED.map((key) => lookAgain(key))),
      signedOut: () => void lookAgain('me'),
    });
    return () => {
      stop();
      for (const one of [lists, inbox, rosters, pages]) one.stop();
    };
  }, []);
}
