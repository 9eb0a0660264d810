/** What the call-back desk asks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { languageNow } from '../texts/index.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;
type Answered<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

type Calls = Got<'/api/call-backs'>;
export type Call = Calls['calls'][number];
export type FollowUp = Got<'/api/call-backs/follow-ups'>[number];
export type Settings = Got<'/api/call-backs/settings'>;
export type Taken = Answered<'/api/call-backs/{id}/take'>;
export type Rating = FollowUp['rating'];
export type Outcome = NonNullable<Call['tries'][number]['outcome']>;

export const RATINGS: readonly Rating[] = [
  'very-satisfied',
  'satisfied',
  'basically-satisfied',
  'dissatisfied',
  'very-dissatisfied',
];
export const OUTCOMES: readonly Outcome[] = ['no-answer', 'busy', 'off', 'later', 'wrong-number'];
export const isLow = (rating: Rating): boolean => RATINGS.indexOf(rating) > 2;

/** Whom one may call changes with the hour: asked again each minute, and whenever orders change. */
export const useCalls = (on: boolean) =>
  useQuery({
    queryKey: ['orders', 'call-backs', languageNow()],
    queryFn: ({ signal }) => call<Calls>('GET', '/api/call-backs', { signal }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
    enabled: on,
  });

export const useFollowUps = (on: boolean) =>
  useQuery({
    queryKey: ['orders', 'follow-ups', languageNow()],
    queryFn: ({ signal }) => call<FollowUp[]>('GET', '/api/call-backs/follow-ups', { signal }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
    enabled: on,
  });

export const useSettings = () =>
  useQuery({
    queryKey: ['call-back-settings'],
    queryFn: ({ signal }) => call<Settings>('GET', '/api/call-backs/settings', { signal }),
  });

export const keyOf = ({ orderId, requestId }: { orderId: number; requestId: number }): string =>
  `${orderId}/${requestId}`;
