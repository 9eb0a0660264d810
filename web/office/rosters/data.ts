/** What the rosters ask and do. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { languageNow } from '../texts/index.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type WeekOfShifts = Got<'/api/rosters/week'>;
export type Shift = WeekOfShifts['shifts'][number];
export type UnitOnDuty = Got<'/api/rosters/on-duty'>['units'][number];
export type ListChange = Got<'/api/rosters/changes'>[number];
export type StandIn = Got<'/api/rosters/stand-ins'>[number];
export type Handover = Got<'/api/rosters/handovers'>['items'][number];
export type Matter = Handover['matters'][number];

const useRoster = <T>(what: string, query: Record<string, string | undefined> = {}, stale = 0) =>
  useQuery({
    queryKey: ['rosters', what, query, languageNow()],
    queryFn: ({ signal }) => call<T>('GET', `/api/rosters/${what}`, { query, signal }),
    refetchInterval: 60_000,
    staleTime: stale,
  });

export const useWeek = (day: string | undefined, department: string | undefined) =>
  useRoster<WeekOfShifts>('week', { day, department });
/** Shifts begin and end by themselves. */
export const useOnDuty = () => useRoster<Got<'/api/rosters/on-duty'>>('on-duty', {}, 20_000);
export const useChanges = () => useRoster<ListChange[]>('changes');
export const useStandIns = () => useRoster<StandIn[]>('stand-ins');
export const useHandovers = () => useRoster<Got<'/api/rosters/handovers'>>('handovers');

/**
 * One deed; what is shown of rosters is looked at anew, whether it was done or somebody else was faster.
 * @param aloud what the server has against it is said above the page: where it was asked for may be gone by then
 */
export function useDeed(aloud: boolean) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const words = useProblemText();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) =>
      call<Record<string, number>>('POST', `/api/rosters/${path}`, { body }),
    onError: (error) => {
      if (aloud) void message.error(words(error));
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['rosters'] }),
        client.invalidateQueries({ queryKey: ['inbox'] }),
      ]),
  });
}
