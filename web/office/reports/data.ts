/** What the report asks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { languageNow } from '../texts/index.ts';
import { asked, type Holder, type Period } from './search.ts';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;
export type Report = Answer<'/api/reports/attribution'>;
export type ReportRow = Report['rows'][number];
export type OrdersBehind = Answer<'/api/reports/attribution/orders'>;

export interface ReportFilter extends Period {
  event?: string;
}

const STALE = 60_000;

export const useReport = (filter: ReportFilter) =>
  useQuery({
    queryKey: ['report', 'attribution', languageNow(), filter],
    queryFn: ({ signal }) =>
      call<Report>('GET', '/api/reports/attribution', { query: { ...filter, ...asked(filter) }, signal }),
    staleTime: STALE,
    placeholderData: keepPreviousData,
  });

/** Absent: every unit, every holder. */
export interface Cell {
  unit?: string;
  holder?: Holder;
}

export const useOrdersBehind = (filter: ReportFilter, cell: Cell) =>
  useQuery({
    queryKey: ['report', 'orders', languageNow(), filter, cell],
    queryFn: ({ signal }) =>
      call<OrdersBehind>('GET', '/api/reports/attribution/orders', {
        query: { ...filter, ...asked(filter), ...cell },
        signal,
      }),
    staleTime: STALE,
  });
