/** What metrics, inspections and remedies ask. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../../kit/api/schema.d.ts';
import { call } from '../../../kit/client.ts';
import { languageNow } from '../../texts/index.ts';
import type { Part } from './search.ts';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;
export type Metrics = Answer<'/api/reports/metrics'>;
export type Metric = Metrics['metrics'][number];
export type MetricOrders = Answer<'/api/reports/metrics/orders'>;
export type Remedy = Answer<'/api/orders/{id}/remedies'>[number];
export type Kinds = Answer<'/api/checklists'>;
export type Sheet = Answer<'/api/checklists/{kind}'>;
export type SheetPart = Sheet['parts'][number];
export type SheetItem = SheetPart['items'][number];
export type InspectionRow = Answer<'/api/inspections'>[number];
export type Inspection = Answer<'/api/inspections/{id}'>;

const STALE = 60_000;

export const useMetrics = (month: string) =>
  useQuery({
    queryKey: ['metrics', month, languageNow()],
    queryFn: ({ signal }) => call<Metrics>('GET', '/api/reports/metrics', { query: { month }, signal }),
    staleTime: STALE,
    placeholderData: keepPreviousData,
  });

export const useMetricOrders = (month: string, index: number, part: Part) =>
  useQuery({
    queryKey: ['metrics', month, 'orders', index, part, languageNow()],
    queryFn: ({ signal }) =>
      call<MetricOrders>('GET', '/api/reports/metrics/orders', { query: { month, index, part }, signal }),
    staleTime: STALE,
  });

export const useRemedies = (id: number, version: number) =>
  useQuery({
    queryKey: ['remedies', id, languageNow(), version],
    queryFn: ({ signal }) => call<Remedy[]>('GET', `/api/orders/${id}/remedies`, { signal }),
    refetchInterval: STALE,
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });

export const useKinds = () =>
  useQuery({
    queryKey: ['checklists', languageNow()],
    queryFn: ({ signal }) => call<Kinds>('GET', '/api/checklists', { signal }),
    staleTime: STALE,
  });

export const useSheet = (kind: string) =>
  useQuery({
    queryKey: ['checklists', kind, languageNow()],
    queryFn: ({ signal }) => call<Sheet>('GET', `/api/checklists/${encodeURIComponent(kind)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useInspections = () =>
  useQuery({
    queryKey: ['inspections', languageNow()],
    queryFn: ({ signal }) => call<InspectionRow[]>('GET', '/api/inspections', { signal }),
  });

export const useInspection = (id: number) =>
  useQuery({
    queryKey: ['inspections', id, languageNow()],
    queryFn: ({ signal }) => call<Inspection>('GET', `/api/inspections/${id}`, { signal }),
  });

/** After keeping one the list follows. */
export function useInspectionKept(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['inspections'] });
}
