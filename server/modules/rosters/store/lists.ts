/** 联络员 and 热线受理人员 of the units, every change of them, and its filing. */
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';

export type Duty = 'liaison' | 'handler';

export interface Listed {
  listedId: number;
  departmentId: string;
  duty: Duty;
  staffId: number;
  name: string;
  phone: string;
  from: Date;
}

/** With what is named for later, and until when. */
export interface Planned extends Omit<Listed, 'name' | 'from'> {
  from: Instant;
  until: Instant | null;
}

/** As of this moment: who was named for later is not yet, who was taken off for later still is. */
export const listedNow = (tx: Tx, now: Instant): Promise<Listed[]> =>
  tx.rows<Listed>(sql`
    select r.listed_id as "listedId", r.department_id as "departmentId", r.duty, r.staff_id as "staffId", s.name, r.phone, r.from_at as "from"
    from rosters.listed r join identity.staff s on s.utility_id = r.utility_id and s.staff_id = r.staff_id
    where r.utility_id = ${tx.utilityId} and r.from_at <= ${new Date(now)} and (r.until_at is null or r.until_at > ${new Date(now)})
    order by r.department_id, r.duty desc, s.name`);

export const listedById = (tx: Tx, id: number): Promise<Omit<Listed, 'name' | 'from'> | undefined> =>
  tx.maybe(sql`
    select listed_id as "listedId", department_id as "departmentId", duty, staff_id as "staffId", phone from rosters.listed
    where utility_id = ${tx.utilityId} and listed_id = ${id} and until_at is null`);

/** Two who change the lists of a unit do it one after the other. */
export const lockLists = (tx: Tx, departmentId: string): Promise<number> =>
  tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`rosters.listed/${departmentId}`}, ${tx.utilityId}::bigint))`,
  );

/** On one list of a unit at that time or later. */
export const listedFrom = (
  tx: Tx,
  { departmentId, duty }: Pick<Listed, 'departmentId' | 'duty'>,
  at: Instant,
): Promise<Planned[]> =>
  tx.rows<Planned>(sql`
    select listed_id as "listedId", department_id as "departmentId", duty, staff_id as "staffId", phone,
      round(date_part('epoch', from_at) * 1000) as "from", round(date_part('epoch', until_at) * 1000) as until
    from rosters.listed
    where utility_id = ${tx.utilityId} and department_id = ${departmentId} and duty = ${duty}
      and (until_at is null or until_at > ${new Date(at)})
    order by from_at, listed_id`);

export const insertListed = (
  tx: Tx,
  added: Pick<Listed, 'departmentId' | 'duty' | 'staffId' | 'phone'>,
  from: Instant,
): Promise<number> =>
  tx.run(sql`
    insert into rosters.listed (utility_id, department_id, duty, staff_id, phone, from_at)
    values (${tx.utilityId}, ${added.departmentId}, ${added.duty}, ${added.staffId}, ${added.phone}, ${new Date(from)})`);

export const endListed = (tx: Tx, id: number, at: Instant): Promise<number> =>
  tx.run(sql`
    update rosters.listed set until_at = greatest(${new Date(at)}, from_at)
    where utility_id = ${tx.utilityId} and listed_id = ${id}`);

export interface NewChange {
  departmentId: string;
  duty: Duty;
  staffId: number;
  deed: 'added' | 'ended';
  phone: string;
  at: Instant;
  recordedAt: Instant;
  dueAt: Instant;
  recordedBy: number;
  reason: string;
}

export const insertChange = async (tx: Tx, change: NewChange): Promise<number> =>
  (
    await tx.one<{ id: number }>(sql`
      insert into rosters.list_change (utility_id, department_id, duty, staff_id, deed, phone, at, recorded_at, due_at, recorded_by, reason)
      values (${tx.utilityId}, ${change.departmentId}, ${change.duty}, ${change.staffId}, ${change.deed}, ${change.phone},
        ${new Date(change.at)}, ${new Date(change.recordedAt)}, ${new Date(change.dueAt)}, ${change.recordedBy}, ${change.reason})
      returning change_id as id`)
  ).id;

export interface ChangeRow {
  changeId: number;
  departmentId: string;
  departmentName: string;
  duty: Duty;
  deed: 'added' | 'ended';
  name: string;
  phone: string;
  at: Date;
  recordedAt: Date;
  dueAt: Date;
  recordedBy: string;
  reason: string;
  filedAt: Date | null;
  filedBy: string | null;
}

/** The latest first. */
export const listChanges = (tx: Tx, departmentId: string | null, limit: number): Promise<ChangeRow[]> =>
  tx.rows<ChangeRow>(sql`
    select c.change_id as "changeId", c.department_id as "departmentId", d.name as "departmentName", c.duty, c.deed, s.name, c.phone, c.at,
      c.recorded_at as "recordedAt", c.due_at as "dueAt", b.name as "recordedBy", c.reason, f.filed_at as "filedAt", fb.name as "filedBy"
    from rosters.list_change c
    join identity.department d on d.utility_id = c.utility_id and d.department_id = c.department_id
    join identity.staff s on s.utility_id = c.utility_id and s.staff_id = c.staff_id
    join identity.staff b on b.utility_id = c.utility_id and b.staff_id = c.recorded_by
    left join rosters.filing f on f.utility_id = c.utility_id and f.change_id = c.change_id
    left join identity.staff fb on fb.utility_id = f.utility_id and fb.staff_id = f.filed_by
    where c.utility_id = ${tx.utilityId} ${departmentId === null ? empty : sql`and c.department_id = ${departmentId}`}
    order by c.change_id desc limit ${limit}`);

export const changeExists = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.maybe(
    sql`select 1 as one from rosters.list_change where utility_id = ${tx.utilityId} and change_id = ${id}`,
  )) !== undefined;

/** 0: somebody had filed it. */
export const file = (tx: Tx, id: number, by: number, at: Instant): Promise<number> =>
  tx.run(sql`
    insert into rosters.filing (utility_id, change_id, filed_by, filed_at)
    values (${tx.utilityId}, ${id}, ${by}, ${new Date(at)}) on conflict do nothing`);
