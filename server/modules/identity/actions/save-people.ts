/** Staff as they are handed in: each row is created, changed, found unchanged or refused. */
import { randomUUID } from 'node:crypto';
import { mayHaveRoles } from '../rules/accounts.ts';
import { roleOf, type StaffRowIn, staffFaults } from '../rules/people.ts';
import { accountsForUpdate } from '../store/accounts.ts';
import { holdPeople, listPeople, type PersonRow, type PersonToKeep, updatePerson } from '../store/people.ts';
import { insertStaff } from '../store/staff.ts';
import { type Arranging, knownOf, refused, type SavedPerson, same } from './arranging.ts';
import { audit } from './audit.ts';

type Told = Pick<PersonToKeep, 'name' | 'roles' | 'departmentId' | 'districts' | 'phone'>;

/** Which roles somebody got or lost, and what else was changed: names and numbers stay where they are kept. */
function staffDetail(before: PersonRow, told: Told): Record<string, unknown> {
  const [given, taken] = [
    told.roles.filter((role) => !before.roles.includes(role)),
    before.roles.filter((role) => !told.roles.includes(role)),
  ];
  const changed = [
    ...(before.name === told.name ? [] : ['name']),
    ...(before.phone === told.phone ? [] : ['phone']),
    ...(same(before.districts, told.districts) ? [] : ['districts']),
  ];
  return {
    ...(given.length > 0 && { rolesGiven: given }),
    ...(taken.length > 0 && { rolesTaken: taken }),
    ...(before.department_id !== told.departmentId && { unitBefore: before.department_id, unit: told.departmentId }),
    ...(changed.length > 0 && { changed }),
  };
}

/** Who is new gets a sign-in without a password: it is given afterwards, and stands in no file. */
export async function saveStaff(
  { tx, me, time }: Arranging,
  rows: readonly StaffRowIn[],
  { fresh = false } = {},
): Promise<SavedPerson[]> {
  await holdPeople(tx);
  const accounts = await accountsForUpdate(tx);
  const known = await knownOf(tx);
  const people = new Map((await listPeople(tx)).map((one) => [one.username, one]));
  const seen = new Map<string, number>();
  const saved: SavedPerson[] = [];
  for (const [at, row] of rows.entries()) {
    const first = seen.get(row.username);
    if (first !== undefined) {
      saved.push(refused({ field: '', code: 'row-repeated', params: { row: first + 1 } }));
      continue;
    }
    seen.set(row.username, at);
    const faults = staffFaults(row, known);
    if (faults.length > 0) {
      saved.push(refused(...faults));
      continue;
    }
    const before = people.get(row.username);
    const told = {
      name: row.name,
      roles: [...new Set(row.roles.flatMap((role) => roleOf(role) ?? []))],
      departmentId: known.units.get(row.unit) ?? '',
      districts: row.districts.flatMap((name) => known.districts.get(name) ?? []),
      phone: row.phone === undefined ? (before?.phone ?? null) : row.phone || null,
    };
    if (!before) {
      const sign = { authUserId: randomUUID(), username: row.username, passwordHash: null };
      const id = await insertStaff(tx, { ...sign, ...told }, new Date(time.now()));
      await audit(tx, me, 'staff.created', `staff:${id}`, { rolesGiven: told.roles, unit: row.unit }, time);
      saved.push({ outcome: 'created', faults: [], id: String(id) });
      continue;
    }
    if (fresh) {
      saved.push(refused({ field: 'username', code: 'name-taken', params: { found: row.username } }));
      continue;
    }
    const account = accounts.find((one) => one.staffId === before.staff_id);
    const may = mayHaveRoles(before.staff_id, told.roles, accounts);
    if (!may.ok) {
      saved.push(refused({ field: 'roles', code: may.refusal.code }));
      continue;
    }
    const was = [before.name, before.roles, before.department_id, before.districts, before.phone];
    const unchanged = same(was, [told.name, told.roles, told.departmentId, told.districts, told.phone]);
    if (!unchanged) {
      await updatePerson(tx, { ...told, staffId: before.staff_id, active: before.active });
      if (account) account.roles = told.roles;
      await audit(tx, me, 'staff.changed', `staff:${before.staff_id}`, staffDetail(before, told), time);
    }
    saved.push({ outcome: unchanged ? 'unchanged' : 'changed', faults: [], id: String(before.staff_id) });
  }
  return saved;
}
