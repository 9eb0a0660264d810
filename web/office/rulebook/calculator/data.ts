/** What the calculator asks, of each rulebook apart. */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import type { ClockView } from '../../../kit/views.ts';
import { languageNow } from '../../texts/index.ts';
import type { CalculatorSearch } from './search.ts';

export type Asked = paths['/api/regulations/asked']['get']['responses'][200]['content']['application/json'];
export type AskedFact = Asked['facts'][number];
export type Word = Asked['milestones'][number];

export const useAsked = (rulebooks: readonly string[], event: string, channel: string) =>
  useQueries({
    queries: rulebooks.map((rulebook) => ({
      queryKey: ['asked', languageNow(), rulebook, event, channel],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call<Asked>('GET', '/api/regulations/asked', { query: { rulebook, event, channel }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
    })),
  });

export const useCalculations = (rulebooks: readonly string[], search: CalculatorSearch, receivedAt: string) => {
  const { event = '', channel = '', facts, then = {}, plans = {}, pauses = [] } = search;
  const body = {
    event,
    channel,
    receivedAt,
    facts: facts ?? {},
    milestones: Object.entries(then).map(([milestone, at]) => ({ milestone, at })),
    plans: Object.entries(plans).map(([plan, at]) => ({ plan, at })),
    pauses,
  };
  return useQueries({
    queries: rulebooks.map((rulebook) => ({
      queryKey: ['preview', languageNow(), rulebook, body],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call<ClockView[]>('POST', '/api/regulations/preview', { body: { ...body, rulebook }, signal }),
      enabled: event !== '' && channel !== '',
      placeholderData: keepPreviousData,
    })),
  });
};

/** Of several rulebooks each word once. */
export const united = <W extends { id: string }>(lists: readonly (readonly W[] | undefined)[]): W[] => [
  ...new Map(lists.flatMap((list) => list ?? []).map((one) => [one.id, one])).values(),
];
