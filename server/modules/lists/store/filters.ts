/** Filters kept, and how each person has a list. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Query } from '../kinds/kind.ts';
import type { Placed } from '../rules/layout.ts';

export interface FilterRow {
  id: number;
  name: string;
  staffId: number;
  staffName: string;
  departmentId: string | null;
  departmentName: string | null;
  query: Query;
  sort: string | null;
}

const COLUMNS = sql`
  f.filter_id as id, f.name, f.staff_id as "staffId", s.name as "staffName", f.department_id as "departmentId",
  d.name as "departmentName", f.query, f.sort
  from lists.filter f join identity.staff s on s.utility_id = f.utility_id and s.staff_id = f.staff_id
    left join identity.department d on d.utility_id = f.utility_id and d.department_id = f.department_id`;

/** Mine and those shared with my unit, by name. */
export const filtersFor = (tx: Tx, list: string, staffId: number, departmentId: string): Promise<FilterRow[]> =>
  tx.rows<FilterRow>(sql`
    select ${COLUMNS} where f.utility_id = ${tx.utilityId} and f.list = ${list}
      and (f.staff_id = ${staffId} or f.department_id = ${departmentId})
    order by f.department_id is not null, f.name, f.filter_id`);

export const filterById = (tx: Tx, list: string, id: number): Promise<FilterRow | undefined> =>
  tx.maybe<FilterRow>(
    sql`select ${COLUMNS} where f.utility_id = ${tx.utilityId} and f.list = ${list} and f.filter_id = ${id} for update of f`,
  );

export const countFilters = async (tx: Tx, list: string, staffId: number): Promise<number> =>
  (
    await tx.one<{ n: number }>(sql`
      select count(*) as n from lists.filter where utility_id = ${tx.utilityId} and list = ${list} and staff_id = ${staffId}`)
  ).n;

/** One after another: names are told apart and filters counted before one is written. */
export const holdFilters = async (tx: Tx, staffId: number): Promise<void> => {
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended('lists.filter', ${tx.utilityId}::bigint * 10000000 + ${staffId}))`,
  );
};

export interface KeptFilter {
  name: string;
  departmentId: string | null;
  query: Query;
  sort: string | null;
  at: number;
}

/** Undefined: one of mine is called so already. */
export const addFilter = async (tx: Tx, list: string, staffId: number, kept: KeptFilter): Promise<number | undefined> =>
  (
    await tx.maybe<{ id: number }>(sql`
      insert into lists.filter (utility_id, list, name, staff_id, department_id, query, sort, changed_at)
      values (${tx.utilityId}, ${list}, ${kept.name}, ${staffId}, ${kept.departmentId}, ${JSON.stringify(kept.query)}::jsonb,
        ${kept.sort}, ${new Date(kept.at)})
      on conflict (utility_id, list, staff_id, name) do nothing returning filter_id as id`)
  )?.id;

/** False: one of mine is called so already. */
export async function changeFilter(
  tx: Tx,
  list: string,
  staffId: number,
  id: number,
  kept: KeptFilter,
): Promise<boolean> {
  const other = await tx.maybe(sql`
    select 1 from lists.filter where utility_id = ${tx.utilityId} and list = ${list} and staff_id = ${staffId}
      and name = ${kept.name} and filter_id <> ${id}`);
  if (other) return false;
  await tx.run(sql`
    update lists.filter set name = ${kept.name}, department_id = ${kept.departmentId}, query = ${JSON.stringify(kept.query)}::jsonb,
      sort = ${kept.sort}, changed_at = ${new Date(kept.at)}
    where utility_id = ${tx.utilityId} and filter_id = ${id}`);
  return true;
}

export const removeFilter = (tx: Tx, id: number): Promise<number> =>
  tx.run(sql`delete from lists.filter where utility_id = ${tx.utilityId} and filter_id = ${id}`);

export interface LayoutRow {
  columns: Placed[];
  filterId: number | null;
}

export const layoutOf = (tx: Tx, list: string, staffId: number): Promise<LayoutRow | undefined> =>
  tx.maybe<LayoutRow>(sql`
    select columns, filter_id as "filterId" from lists.layout
    where utility_id = ${tx.utilityId} and staff_id = ${staffId} and list = ${list}`);

export const saveLayout = (tx: Tx, list: string, staffId: number, { columns, filterId }: LayoutRow): Promise<number> =>
  tx.run(sql`
    insert into lists.layout (utility_id, staff_id, list, columns, filter_id)
    values (${tx.utilityId}, ${staffId}, ${list}, ${JSON.stringify(columns)}::jsonb, ${filterId})
    on conflict (utility_id, staff_id, list) do update set columns = excluded.columns, filter_id = excluded.filter_id`);
