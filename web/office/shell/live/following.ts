/** Open screens look again at what changed, and at nothing else: small facts come in, what is shown is asked for anew. */
import { useEffect } from 'react';
import { followChanges, type News } from '../../../kit/changes.ts';
import { coalesced } from '../../../kit/coalesced.ts';
import { queryClient } from '../../data.ts';
import { isUnseen, shownSeq } from './shown.ts';

/** Milliseconds between two looks, however much happens. */
const LISTS = 2000;
const PAGE = 300;

/** What may be older than what happened meanwhile. */
const FOLLOWED = ['orders', 'order', 'inbox', 'presence', 'attribution', 'duplicates', 'waiting', 'rosters'];

const lookAgain = (...queryKey: (string | number)[]): Promise<void> => queryClient.invalidateQueries({ queryKey });

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
          if (!isUnseen(shownSeq(queryClient, id), seq)) continue;
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
