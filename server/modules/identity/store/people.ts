/** Units, districts and staff being arranged. */
import sql from 'sql-template-tag';
import type { Db, Tx } from '../../../platform/database.ts';

/** One who arranges people at a time: ids are given by counting. */
export const holdPeople = (tx: Tx): Promise<number> =>
  tx.run(sql`select from identity.utility where utility_id = ${tx.utilityId} for update`);

export interface UnitToKeep {
  departmentId: string;
  name: string;
  kind: string;
  parentId: string | null;
  organizationId: string | null;
}

export const putUnit = (tx: Tx, unit: UnitToKeep): Promise<number> =>
  tx.run(sql`
    insert into identity.department (utility_id, department_id, name, kind, parent_id, organization_id)
    values (${tx.utilityId}, ${unit.departmentId}, ${unit.name}, ${unit.kind}, ${unit.parentId}, ${unit.organizationId})
    on conflict (utility_id, department_id) do update
    set name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id, organization_id = excluded.organization_id`);

export const putDistrict = (tx: Tx, districtId: string, name: string): Promise<number> =>
  tx.run(sql`
    insert into identity.district (utility_id, district_id, name) values (${tx.utilityId}, ${districtId}, ${name})
    on conflict (utility_id, district_id) do update set name = excluded.name`);

export interface PersonRow {
  staff_id: number;
  username: string;
  name: string;
  roles: string[];
  department_id: string;
  districts: string[];
  phone: string | null;
  active: boolean;
  password_at: Date | null;
}

/** Everybody, those who left too. */
export const listPeople = (tx: Tx): Promise<PersonRow[]> =>
  tx.rows<PersonRow>(sql`
    select staff_id, username, name, roles, department_id, districts, phone, active, password_at
    from identity.staff where utility_id = ${tx.utilityId} order by active desc, department_id, staff_id`);

export interface PersonToKeep {
  staffId: number;
  name: string;
  roles: readonly string[];
  departmentId: string;
  districts: readonly string[];
  phone: string | null;
  active: boolean;
}

export const updatePerson = (tx: Tx, one: PersonToKeep): Promise<number> =>
  tx.run(sql`
    update identity.staff set name = ${one.name}, roles = ${one.roles}, department_id = ${one.departmentId},
      districts = ${one.districts}, phone = ${one.phone}, active = ${one.active}
    where utility_id = ${tx.utilityId} and staff_id = ${one.staffId}`);

export interface UtilityRow {
  code: string;
  name: string;
  region: string;
  setting_up: boolean;
}

export const utilityOf = (tx: Tx): Promise<UtilityRow> =>
  tx.one<UtilityRow>(sql`
    select code, name, region, setting_up from identity.utility where utility_id = ${tx.utilityId}`);

export const updateUtility = (tx: Tx, to: { name: string; region: string }): Promise<number> =>
  tx.run(sql`
    update identity.utility set name = ${to.name}, region = ${to.region} where utility_id = ${tx.utilityId}`);

export const endSetUp = (tx: Tx): Promise<number> =>
  tx.run(sql`update identity.utility set setting_up = false where utility_id = ${tx.utilityId}`);

export const listUtilities = (db: Db): Promise<{ code: string; name: string }[]> =>
  db.query<{ code: string; name: string }>(sql`select code, name from identity.utilities()`);

/** Null: no link is open that has this hash. */
export async function setUpUntil(db: Db, sha256: string, now: Date): Promise<Date | null> {
  const [row] = await db.query<{ until: Date | null }>(sql`select identity.set_up_until(${sha256}, ${now}) as until`);
  return row?.until ?? null;
}

export async function nextUtilityId(db: Db): Promise<number> {
  const [row] = await db.query<{ id: number }>(sql`select identity.next_utility_id() as id`);
  return row?.id ?? 0;
}

export async function insertUtility(
  tx: Tx,
  begun: { sha256: string; at: Date; code: string; name: string; region: string },
): Promise<boolean> {
  const { begun: done } = await tx.one<{ begun: boolean }>(sql`
    select identity.begin_utility(${tx.utilityId}, ${begun.sha256}, ${begun.at}, ${begun.code}, ${begun.name}, ${begun.region}) as begun`);
  return done;
}

/** Sign-ins a username may mean; a code narrows them to one utility. */
export async function signInNames(db: Db, username: string, utility: string | null): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    sql`select sign_in_names as name from identity.sign_in_names(${username}, ${utility})`,
  );
  return rows.map(({ name }) => name);
}
