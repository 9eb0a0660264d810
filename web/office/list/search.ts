/** What of the list stands in the address: filters, words searched, order. */
import { type DeskSearch, readDeskSearch } from '../orders/search.ts';

export interface ListSearch extends DeskSearch {
  any?: boolean;
  district?: string;
  channel?: string;
  urgent?: boolean;
  /** Instants; the first included, the last not. */
  receivedFrom?: string;
  receivedUntil?: string;
  sort?: string;
  /** Saved filter it was opened with. */
  saved?: number;
}

const WORDS = ['district', 'channel'] as const;
const TIMES = ['receivedFrom', 'receivedUntil'] as const;

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const { any, urgent, sort, saved } = search;
  const kept: ListSearch = { ...readDeskSearch(search) };
  for (const key of WORDS) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') kept[key] = value;
  }
  for (const key of TIMES) {
    const value = search[key];
    if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) kept[key] = value;
  }
  return {
    ...kept,
    ...(any === true ? { any: true } : {}),
    ...(urgent === true ? { urgent: true } : {}),
    ...(typeof sort === 'string' && /^[a-z:,]{1,80}$/.test(sort) ? { sort } : {}),
    ...(Number.isSafeInteger(saved) ? { saved: saved as number } : {}),
  };
}

/** As the server takes it. */
export function queryOf({ sort: _, saved: _s, ...search }: ListSearch): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== false),
  ) as Record<string, string | number | boolean>;
}

/** A saved filter as it was kept. */
export const filteredBy = ({ id, query, sort }: { id: number; query: object; sort: string | null }): ListSearch =>
  readListSearch({ ...query, saved: id, ...(sort === null ? {} : { sort }) });

/** Looked for among what the filters leave, and unless it was said otherwise among the closed ones too. */
export function searched({ q: _, ...others }: ListSearch, q: string): ListSearch {
  return q === '' ? others : { ...others, ...(others.closed ? {} : { any: true }), q };
}

/** What stays when the filters are cleared. */
export const kept = ({ sort, any, closed }: ListSearch): ListSearch => ({
  ...(sort === undefined ? {} : { sort }),
  ...(any ? { any } : {}),
  ...(closed ? { closed } : {}),
});

export interface Sorted {
  key: string;
  down: boolean;
}

const NEWEST_FIRST = new Set(['received', 'closed', 'urgent', 'late', 'callers']);
const MOST = 3;

/** Closed orders owe nothing: by due time is by receipt there, as on the server. */
export const sortedBy = (sort: string | undefined, { any, closed }: ListSearch): Sorted[] =>
  (sort ?? 'due').split(',').map((part) => {
    const [key = '', way] = part.split(':');
    if (key === 'due' && (any || closed)) return { key: 'received', down: true };
    return { key, down: way === undefined ? NEWEST_FIRST.has(key) : way === 'desc' };
  });

/** A column alone, or after those there are: first its usual way, then the other, then not at all. */
export function sortAfter(search: ListSearch, key: string, more: boolean): string | undefined {
  const before = search.sort === undefined ? [] : sortedBy(search.sort, search);
  const now = before.find((one) => one.key === key);
  const usual = NEWEST_FIRST.has(key);
  const turned = now === undefined ? [{ key, down: usual }] : now.down === usual ? [{ key, down: !usual }] : [];
  // what is sorted by already keeps its rank
  const next = now === undefined ? [...before, ...turned] : before.flatMap((one) => (one === now ? turned : one));
  const all = more ? next.slice(-MOST) : turned;
  return all.length === 0 ? undefined : all.map((one) => `${one.key}:${one.down ? 'desc' : 'asc'}`).join(',');
}
