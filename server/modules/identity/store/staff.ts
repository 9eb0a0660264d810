import sql from 'sql-template-tag';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Me } from '../rules/permissions.ts';

interface StaffOfRow {
  utility_id: number;
  utility_code: string;
  utility_name: string;
  staff_id: number;
  username: string;
  name: string;
  roles: string[];
  department_id: string;
  districts: string[];
  second_factor: boolean;
  asked_for_second_factor: boolean;
  must_change_password: boolean;
}

/** A member of staff, and what stands about his sign-in. */
export interface SignedIn extends Me {
  /** He has set one up. */
  secondFactor: boolean;
  /** His utility asks his roles for one. */
  secondFactorAsked: boolean;
  mustChangePassword: boolean;
}

/** The active member of staff behind a sign-in. */
export async function findStaffOf(db: Db, authUserId: string): Promise<SignedIn | null> {
  const [row] = await db.query<StaffOfRow>(sql`select * from identity.staff_of(${authUserId})`);
  if (!row) return null;
  return {
    utilityId: row.utility_id,
    utilityCode: row.utility_code,
    utilityName: row.utility_name,
    staffId: row.staff_id,
    username: row.username,
    name: row.name,
    roles: row.roles,
    departmentId: row.department_id,
    districts: row.districts,
    secondFactor: row.second_factor,
    secondFactorAsked: row.asked_for_second_factor,
    mustChangePassword: row.must_change_password,
  };
}

export async function listUtilityIds(db: Db): Promise<number[]> {
  const rows = await db.query<{ utility_id: number }>(
    sql`select utility_ids as utility_id from identity.utility_ids()`,
  );
  return rows.map((row) => row.utility_id);
}

export interface NewStaff {
  authUserId: string;
  username: string;
  name: string;
  /** Null: he cannot sign in until he is given a password. */
  passwordHash: string | null;
  roles: readonly string[];
  departmentId: string;
  districts: readonly string[];
  phone: string | null;
}

export async function insertStaff(tx: Tx, staff: NewStaff, at: Date): Promise<number> {
  await tx.run(sql`select identity.create_sign_in(
    ${staff.authUserId}, ${staff.username}, ${staff.name}, ${staff.passwordHash}, ${at})`);
  const { staff_id } = await tx.one<{ staff_id: number }>(sql`
    insert into identity.staff (utility_id, auth_user_id, username, name, roles, department_id, districts, phone, password_at)
    values (${tx.utilityId}, ${staff.authUserId}, ${staff.username}, ${staff.name}, ${staff.roles},
      ${staff.departmentId}, ${staff.districts}, ${staff.phone}, ${staff.passwordHash === null ? null : at})
    returning staff_id`);
  return staff_id;
}

export interface StaffRow {
  staff_id: number;
  username: string;
  name: string;
  roles: string[];
  department_id: string;
  department_name: string;
  districts: string[];
}

export function listStaff(tx: Tx, asked: { department: string | null; role: string | null }): Promise<StaffRow[]> {
  return tx.rows<StaffRow>(sql`
    select s.staff_id, s.username, s.name, s.roles, s.department_id, d.name as department_name, s.districts
    from identity.staff s join identity.department d using (utility_id, department_id)
    where s.active
      and (${asked.department}::text is null or s.department_id = ${asked.department})
      and (${asked.role}::text is null or ${asked.role} = any (s.roles))
    order by s.department_id, s.staff_id`);
}

export interface DepartmentRow {
  department_id: string;
  name: string;
  organization_id: string | null;
  parent_id: string | null;
  kind: 'managing' | 'call-centre' | 'service' | 'discipline';
}

export function listDepartments(tx: Tx): Promise<DepartmentRow[]> {
  return tx.rows<DepartmentRow>(sql`
    select department_id, name, organization_id, parent_id, kind from identity.department order by department_id`);
}

export interface DistrictRow {
  district_id: string;
  name: string;
}

export function listDistricts(tx: Tx): Promise<DistrictRow[]> {
  return tx.rows<DistrictRow>(sql`select district_id, name from identity.district order by district_id`);
}

/** Also of who has left. */
export async function namesOfStaff(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ staff_id: number; name: string }>(sql`
    select staff_id, name from identity.staff where utility_id = ${tx.utilityId} and staff_id = any(${[...ids]}::int[])`);
  return new Map(rows.map((row) => [row.staff_id, row.name]));
}
