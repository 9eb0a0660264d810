/** Staff as administrators see them: also who has left, with what stands about the sign-in. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

export interface AccountRow {
  staff_id: number;
  username: string;
  name: string;
  roles: string[];
  department_id: string;
  department_name: string;
  districts: string[];
  phone: string | null;
  email: string | null;
  active: boolean;
  must_change_password: boolean;
  /** Null: none was given yet. */
  password_at: Date | null;
  second_factor: boolean;
  failures: number;
  locked_until: Date | null;
  signed_in_at: Date | null;
  sessions: number;
}

export const listAccounts = (tx: Tx): Promise<AccountRow[]> =>
  tx.rows<AccountRow>(sql`
    select s.staff_id, s.username, s.name, s.roles, s.department_id, d.name as department_name, s.districts, s.phone, s.email,
      s.active, s.must_change_password, s.password_at, coalesce(n.second_factor, false) as second_factor, coalesce(n.failures, 0) as failures,
      n.locked_until, latest.at as signed_in_at, coalesce(n.sessions, 0) as sessions
    from identity.staff s join identity.department d using (utility_id, department_id)
    left join identity.sign_ins() n using (staff_id)
    left join lateral (
      select a.at from identity.audit a
      where a.utility_id = s.utility_id and a.staff_id = s.staff_id and a.action = 'sign-in'
      order by a.at desc, a.audit_id desc limit 1) latest on true
    order by s.active desc, s.department_id, s.staff_id`);

export interface AccountState {
  staffId: number;
  active: boolean;
  canSignIn: boolean;
  roles: string[];
}

/** Locked, so that two administrators do not each dismiss the other; orders may go on naming them. */
export async function accountsForUpdate(tx: Tx): Promise<AccountState[]> {
  return tx.rows<AccountState>(sql`
    select s.staff_id as "staffId", s.active, s.roles, s.password_at is not null or exists (
        select 1 from identity.oidc_link l where l.utility_id = s.utility_id and l.staff_id = s.staff_id) as "canSignIn"
    from identity.staff s where s.utility_id = ${tx.utilityId} order by s.staff_id for no key update`);
}

export async function setActive(tx: Tx, staffId: number, active: boolean): Promise<void> {
  await tx.run(sql`
    update identity.staff set active = ${active} where utility_id = ${tx.utilityId} and staff_id = ${staffId}`);
}

export async function staffExists(tx: Tx, staffId: number): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from identity.staff where utility_id = ${tx.utilityId} and staff_id = ${staffId}`);
  return rows.length > 0;
}

export async function hasPassword(tx: Tx, staffId: number): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from identity.staff
    where utility_id = ${tx.utilityId} and staff_id = ${staffId} and password_at is not null`);
  return rows.length > 0;
}

export async function setEmail(tx: Tx, staffId: number, email: string | null): Promise<boolean> {
  const taken = await tx.rows(sql`
    select 1 from identity.staff where utility_id = ${tx.utilityId} and lower(email) = lower(${email}) and staff_id <> ${staffId}`);
  if (taken.length > 0) return false;
  await tx.run(sql`
    update identity.staff set email = ${email} where utility_id = ${tx.utilityId} and staff_id = ${staffId}`);
  return true;
}
