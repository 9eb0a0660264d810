/** By what a list of orders is put in order, and where a page of it goes on. */

export const SORT_KEYS = [
  'due',
  'received',
  'closed',
  'number',
  'state',
  'event',
  'place',
  'department',
  'handler',
  'district',
  'urgent',
  'late',
  'callers',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface SortBy {
  key: SortKey;
  descending: boolean;
}

/** More than three columns nobody can follow. */
export const MOST_SORTS = 3;

/** The newest, the most urgent and the latest come first unless it is said otherwise. */
const NEWEST_FIRST = new Set<SortKey>(['received', 'closed', 'urgent', 'late', 'callers']);

const WRITTEN = /^([a-z]+)(?::(asc|desc))?$/;

/** `department,due` or `received:asc`; null: not understood. */
export function readSort(text: string): SortBy[] | null {
  const parts = text.split(',');
  if (parts.length > MOST_SORTS) return null;
  const found: SortBy[] = [];
  for (const part of parts) {
    const [, name, way] = WRITTEN.exec(part.trim()) ?? [];
    const key = SORT_KEYS.find((one) => one === name);
    if (!key || found.some((one) => one.key === key)) return null;
    found.push({ key, descending: way === undefined ? NEWEST_FIRST.has(key) : way === 'desc' });
  }
  return found;
}

export const writeSort = (sort: readonly SortBy[]): string =>
  sort.map(({ key, descending }) => `${key}:${descending ? 'desc' : 'asc'}`).join(',');

export type Among = 'open' | 'closed' | 'all';

/** Closed orders are owed nothing: by due is by receipt there. */
export const sortOf = (sort: readonly SortBy[] | undefined, among: Among): SortBy[] => {
  const wanted = sort ?? [{ key: 'due', descending: false }];
  if (among === 'open') return [...wanted];
  const kept = wanted.map((one) => (one.key === 'due' ? { key: 'received' as const, descending: true } : one));
  return kept.filter((one, at) => kept.findIndex(({ key }) => key === one.key) === at);
};

/** An index has this order: however many orders there are, a page is read from where it begins. */
export function isIndexed([first, ...others]: readonly SortBy[], among: Among): boolean {
  if (!first || others.length > 0) return false;
  if (first.key === 'due') return among === 'open' && !first.descending;
  return first.key === 'received' || first.key === 'number';
}

/** Where a page ends: the values of its sort keys as PostgreSQL writes them, and the order. */
export interface Place {
  values: string[];
  id: number;
}

const TIME = /^(infinity|\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00)$/;
const WHOLE = /^\d{1,9}$/;
const VALUES: Partial<Record<SortKey, RegExp>> = {
  due: TIME,
  received: TIME,
  closed: TIME,
  state: WHOLE,
  urgent: WHOLE,
  late: WHOLE,
  callers: WHOLE,
};

export const writePlace = ({ values, id }: Place): string =>
  Buffer.from(JSON.stringify([...values, id])).toString('base64url');

/** null: not one of this list. */
export function readPlace(text: string, sort: readonly SortBy[]): Place | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(value) || value.length !== sort.length + 1) return null;
  const id: unknown = value.at(-1);
  const values: unknown[] = value.slice(0, -1);
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null;
  const fits = values.every(
    (one, at) => typeof one === 'string' && one.length <= 500 && (VALUES[sort[at]?.key ?? 'number']?.test(one) ?? true),
  );
  return fits ? { values: values as string[], id } : null;
}
