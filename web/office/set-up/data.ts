/** What setting up asks and says. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { languageNow } from '../texts/index.ts';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type Progress = Answer<'/api/set-up'>;
export type StepName = Progress['steps'][number]['step'];
export type Person = Answer<'/api/staff/accounts'>[number];
export type Unit = Answer<'/api/departments'>[number];
export type District = Answer<'/api/districts'>[number];
export type Shipped = Answer<'/api/regulations/shipped'>[number];
export type Adoption = Answer<'/api/regulations/adoption'>;
export type Question = Adoption['questions'][number];
export type Hours = NonNullable<Adoption['hours']>;

const useAsked = <T>(path: string) =>
  useQuery({ queryKey: ['set-up', path, languageNow()], queryFn: () => call<T>('GET', path) });

export const useProgress = () => useAsked<Progress>('/api/set-up');
export const useUnits = () => useAsked<Unit[]>('/api/departments');
export const useDistricts = () => useAsked<District[]>('/api/districts');
export const usePeople = () => useAsked<Person[]>('/api/staff/accounts');
export const useShipped = () => useAsked<Shipped[]>('/api/regulations/shipped');
export const useAdoption = () => useAsked<Adoption>('/api/regulations/adoption');

/** Whatever is said may change how far it is. */
export function useSaying<T, A = unknown>(say: (what: T) => Promise<A>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: say,
    onSuccess: () => client.invalidateQueries({ queryKey: ['set-up'] }),
  });
}

export const UNIT_KINDS = ['managing', 'call-centre', 'service', 'discipline'] as const;
export const ROLES = [
  'desk-agent',
  'dispatcher',
  'department-head',
  'crew-member',
  'reviewer',
  'supervisor',
  'manager',
  'administrator',
  'discipline-officer',
] as const;

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Twelve characters nobody confuses: made in the browser, so that no server keeps what it was. */
export function freshPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(48));
  const even = [...bytes].filter((byte) => byte < LETTERS.length * Math.floor(256 / LETTERS.length));
  const text = even.slice(0, 12).map((byte) => LETTERS[byte % LETTERS.length]);
  return [text.slice(0, 4), text.slice(4, 8), text.slice(8)].map((part) => part.join('')).join('-');
}
