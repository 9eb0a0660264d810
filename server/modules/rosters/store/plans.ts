/** Shifts and stand-ins. */
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';

export interface ShiftRow {
  shiftId: number;
  departmentId: string;
  staffId: number;
  name: string;
  startsAt: Instant;
  endsAt: Instant;
  note: string;
}

const ms = (column: 'starts_at' | 'ends_at' | 'from_at' | 'until_at') =>
  ({
    starts_at: sql`round(date_part('epoch', r.starts_at) * 1000)`,
    ends_at: sql`round(date_part('epoch', r.ends_at) * 1000)`,
    from_at: sql`round(date_part('epoch', r.from_at) * 1000)`,
    until_at: sql`round(date_part('epoch', r.until_at) * 1000)`,
  })[column];

/** Those with a moment in it. */
export const shiftsBetween = (
  tx: Tx,
  from: Instant,
  until: Instant,
  of: { departmentId?: string; staffId?: number } = {},
): Promise<ShiftRow[]> =>
  tx.rows<ShiftRow>(sql`
    select r.shift_id as "shiftId", r.department_id as "departmentId", r.staff_id as "staffId", s.name,
      ${ms('starts_at')} as "startsAt", ${ms('ends_at')} as "endsAt", r.note
    from rosters.shift r join identity.staff s on s.utility_id = r.utility_id and s.staff_id = r.staff_id
    where r.utility_id = ${tx.utilityId} and r.removed_at is null
      and r.ends_at > ${new Date(from)} and r.starts_at < ${new Date(until)}
      ${of.departmentId === undefined ? empty : sql`and r.department_id = ${of.departmentId}`}
      ${of.staffId === undefined ? empty : sql`and r.staff_id = ${of.staffId}`}
    order by r.starts_at, r.department_id, r.shift_id`);

/** Two who plan the same person do it one after the other. */
export const lockStaff = (tx: Tx, staffIds: readonly number[]): Promise<number> =>
  tx.run(sql`
    select from identity.staff where utility_id = ${tx.utilityId} and staff_id = any(${[...staffIds]}::int[])
    order by staff_id for no key update`);

export interface NewShift {
  departmentId: string;
  staffId: number;
  startsAt: Instant;
  endsAt: Instant;
  note: string;
}

export const insertShift = async (tx: Tx, shift: NewShift, by: number, at: Instant): Promise<number> =>
  (
    await tx.one<{ id: number }>(sql`
      insert into rosters.shift (utility_id, department_id, staff_id, starts_at, ends_at, note, planned_by, planned_at)
      values (${tx.utilityId}, ${shift.departmentId}, ${shift.staffId}, ${new Date(shift.startsAt)}, ${new Date(shift.endsAt)},
        ${shift.note}, ${by}, ${new Date(at)}) returning shift_id as id`)
  ).id;

export const shiftById = (tx: Tx, id: number): Promise<{ departmentId: string } | undefined> =>
  tx.maybe(sql`
    select department_id as "departmentId" from rosters.shift
    where utility_id = ${tx.utilityId} and shift_id = ${id} and removed_at is null for update`);

export const removeShift = (tx: Tx, id: number, by: number, at: Instant): Promise<number> =>
  tx.run(sql`
    update rosters.shift set removed_by = ${by}, removed_at = ${new Date(at)}
    where utility_id = ${tx.utilityId} and shift_id = ${id}`);

export interface StandInRow {
  standInId: number;
  absentId: number;
  absentName: string;
  departmentId: string;
  deputyId: number;
  deputyName: string;
  from: Instant;
  until: Instant;
  reason: string;
}

/** Those not over and not ended. */
export const standInsAfter = (tx: Tx, now: Instant): Promise<StandInRow[]> =>
  tx.rows<StandInRow>(sql`
    select r.stand_in_id as "standInId", r.absent_id as "absentId", a.name as "absentName", a.department_id as "departmentId",
      r.deputy_id as "deputyId", d.name as "deputyName", ${ms('from_at')} as "from", ${ms('until_at')} as until, r.reason
    from rosters.stand_in r
    join identity.staff a on a.utility_id = r.utility_id and a.staff_id = r.absent_id
    join identity.staff d on d.utility_id = r.utility_id and d.staff_id = r.deputy_id
    where r.utility_id = ${tx.utilityId} and r.ended_at is null and r.until_at > ${new Date(now)}
    order by r.from_at, r.stand_in_id`);

export const insertStandIn = async (
  tx: Tx,
  added: { absentId: number; deputyId: number; from: Instant; until: Instant; reason: string },
  by: number,
  at: Instant,
): Promise<number> =>
  (
    await tx.one<{ id: number }>(sql`
      insert into rosters.stand_in (utility_id, absent_id, deputy_id, from_at, until_at, reason, recorded_by, recorded_at)
      values (${tx.utilityId}, ${added.absentId}, ${added.deputyId}, ${new Date(added.from)}, ${new Date(added.until)},
        ${added.reason}, ${by}, ${new Date(at)}) returning stand_in_id as id`)
  ).id;

export const endStandIn = (tx: Tx, id: number, by: number, at: Instant): Promise<number> =>
  tx.run(sql`
    update rosters.stand_in set ended_by = ${by}, ended_at = ${new Date(at)}
    where utility_id = ${tx.utilityId} and stand_in_id = ${id} and ended_at is null`);

/** All that is asked whenever somebody is told something, in one. */
export const dutyNow = (
  tx: Tx,
  now: Instant,
): Promise<{
  shifts: { departmentId: string; staffId: number; startsAt: number; endsAt: number }[];
  standIns: { absentId: number; deputyId: number; from: number; until: number }[];
}> =>
  tx.one(sql`
    select (
      select coalesce(json_agg(json_build_object('departmentId', r.department_id, 'staffId', r.staff_id,
        'startsAt', ${ms('starts_at')}, 'endsAt', ${ms('ends_at')})), '[]')
      from rosters.shift r where r.utility_id = ${tx.utilityId} and r.removed_at is null
        and r.ends_at > ${new Date(now)} and r.starts_at <= ${new Date(now)}) as shifts, (
      select coalesce(json_agg(json_build_object('absentId', r.absent_id, 'deputyId', r.deputy_id,
        'from', ${ms('from_at')}, 'until', ${ms('until_at')}) order by r.stand_in_id), '[]')
      from rosters.stand_in r where r.utility_id = ${tx.utilityId} and r.ended_at is null
        and r.until_at > ${new Date(now)} and r.from_at <= ${new Date(now)}) as "standIns"`);
