/** 保存的筛选: kept by a person for himself; a manager shares one with a unit. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { readerOf } from '../../../platform/http/validation.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { allowed, listDepartments, type Me } from '../../identity/index.ts';
import type { ListKind, Query } from '../kinds/kind.ts';
import {
  addFilter,
  changeFilter,
  countFilters,
  type FilterRow,
  filterById,
  holdFilters,
  type KeptFilter,
  removeFilter,
} from '../store/filters.ts';

export interface Wanted {
  name: string;
  query: unknown;
  sort?: string | null;
  /** Unit it is shared with. */
  departmentId?: string | null;
}

export interface Given {
  tx: Tx;
  me: Me;
  time: TimeSource;
}

/** Nobody finds his way among more. */
const MOST_FILTERS = 50;

export function readQuery(kind: ListKind, query: unknown): Result<Query> {
  const read = readerOf(kind.query, 'json').read(query);
  return read.ok ? ok(read.value as Query) : { ok: false, refusal: read.refusal };
}

async function kept({ tx, me, time }: Given, kind: ListKind, wanted: Wanted): Promise<Result<KeptFilter>> {
  const name = wanted.name.trim();
  if (name === '') return refuse('filter-name-missing', { fields: [{ path: 'name', code: 'filter-name-missing' }] });
  const departmentId = wanted.departmentId ?? null;
  if (departmentId !== null) {
    if (!allowed(me, 'lists.share')) return refuse('filter-sharing-not-allowed');
    if (!(await listDepartments(tx)).some((one) => one.department_id === departmentId))
      return refuse('department-not-found', {
        params: { department: departmentId.slice(0, 80) },
        fields: [{ path: 'departmentId', code: 'unknown' }],
      });
  }
  const query = readQuery(kind, wanted.query);
  if (!query.ok) return query;
  return ok({ name, departmentId, query: query.value, sort: wanted.sort ?? null, at: time.now() });
}

const nameTaken = (name: string) =>
  refuse('filter-name-taken', {
    params: { name: name.slice(0, 60) },
    fields: [{ path: 'name', code: 'filter-name-taken' }],
  });

export async function keepFilter(given: Given, kind: ListKind, wanted: Wanted): Promise<Result<number>> {
  const read = await kept(given, kind, wanted);
  if (!read.ok) return read;
  await holdFilters(given.tx, given.me.staffId);
  if ((await countFilters(given.tx, kind.id, given.me.staffId)) >= MOST_FILTERS)
    return refuse('filters-too-many', { params: { most: MOST_FILTERS } });
  const id = await addFilter(given.tx, kind.id, given.me.staffId, read.value);
  return id === undefined ? nameTaken(read.value.name) : ok(id);
}

/** Whose it is changes it; what is shared every manager may. */
export const mayChange = (me: Me, filter: Pick<FilterRow, 'staffId' | 'departmentId'>): boolean =>
  filter.staffId === me.staffId || (filter.departmentId !== null && allowed(me, 'lists.share') !== null);

const maySee = (me: Me, filter: FilterRow): boolean =>
  filter.staffId === me.staffId || filter.departmentId === me.departmentId || mayChange(me, filter);

export async function changeKept(given: Given, kind: ListKind, id: number, wanted: Wanted): Promise<Result<number>> {
  const filter = await filterById(given.tx, kind.id, id);
  if (!filter || !maySee(given.me, filter)) return refuse('filter-not-found');
  if (!mayChange(given.me, filter)) return refuse('filter-not-yours', { params: { name: filter.staffName } });
  const read = await kept(given, kind, wanted);
  if (!read.ok) return read;
  await holdFilters(given.tx, filter.staffId);
  return (await changeFilter(given.tx, kind.id, filter.staffId, id, read.value)) ? ok(id) : nameTaken(read.value.name);
}

export async function forgetFilter({ tx, me }: Given, kind: ListKind, id: number): Promise<Result<true>> {
  const filter = await filterById(tx, kind.id, id);
  if (!filter || !maySee(me, filter)) return refuse('filter-not-found');
  if (!mayChange(me, filter)) return refuse('filter-not-yours', { params: { name: filter.staffName } });
  await removeFilter(tx, id);
  return ok(true);
}
