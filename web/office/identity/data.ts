/** What the pages of accounts, staff and the audit log ask and say. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { useMe } from '../data.ts';
import { languageNow } from '../texts/index.ts';

type Answer<P extends keyof paths, M extends 'get' | 'post' = 'get'> =
  paths[P] extends Record<M, { responses: { 200: { content: { 'application/json': infer A } } } }> ? A : never;

export type Session = Answer<'/api/me/sessions'>[number];
export type Device = Answer<'/api/field/devices'>[number];
export type Account = Answer<'/api/staff/accounts'>[number];
export type Settings = Answer<'/api/sign-in/settings'>;
export type Provider = NonNullable<Settings['provider']>;
export type Enrolled = Answer<'/api/auth/second-factor/enrol', 'post'>;
export type AuditEntry = Answer<'/api/audit'>['items'][number];
type AuditPage = Answer<'/api/audit'>;

/** `null`: my own. */
const sessionsAt = (staffId: number | null): string =>
  staffId === null ? '/api/me/sessions' : `/api/staff/${staffId}/sessions`;

export const useSessions = (staffId: number | null) =>
  useQuery({
    queryKey: ['sessions', staffId],
    queryFn: () => call<Session[]>('GET', sessionsAt(staffId)),
  });

/** Mine; to an administrator everybody's; nobody's to whoever may not ask. */
export const useDevices = () => {
  const may = (useMe().data?.permissions['field.devices'] ?? 'none') !== 'none';
  return useQuery({
    queryKey: ['devices'],
    queryFn: () => call<Device[]>('GET', '/api/field/devices'),
    enabled: may,
  });
};

export const useAccounts = () =>
  useQuery({
    queryKey: ['accounts', languageNow()],
    queryFn: () => call<Account[]>('GET', '/api/staff/accounts'),
    placeholderData: keepPreviousData,
  });

export const useSettings = () =>
  useQuery({ queryKey: ['sign-in-settings'], queryFn: () => call<Settings>('GET', '/api/sign-in/settings') });

/** Says something, and asks again for what it may have changed. */
export function useSaying<Sent, Told>(say: (sent: Sent) => Promise<Told>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: say,
    onSuccess: () =>
      Promise.all(
        ['me', 'sessions', 'devices', 'accounts', 'sign-in-settings', 'set-up', 'staff'].map((queryKey) =>
          client.invalidateQueries({ queryKey: [queryKey] }),
        ),
      ),
  });
}

export interface AuditFilter {
  staff?: number;
  kind?: string;
  order?: string;
  from?: string;
  until?: string;
}

export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['audit', languageNow(), filter],
    queryFn: ({ pageParam }) =>
      call<AuditPage>('GET', '/api/audit', { query: { ...filter, limit: 100, cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const auditFile = (filter: AuditFilter): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return `/api/audit/export?${query}`;
};
