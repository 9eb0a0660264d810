/** Units, districts and staff as they are handed in: each row is created, changed, found unchanged or refused. */
import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import {
  type DistrictRow,
  districtFaults,
  type Known,
  type PersonFault,
  roleOf,
  type StaffRowIn,
  staffFaults,
  type UnitRow,
  unitFaults,
  unitKindOf,
} from '../rules/people.ts';
import { holdPeople, listPeople, putDistrict, putUnit, updatePerson } from '../store/people.ts';
import { insertStaff, listDepartments, listDistricts } from '../store/staff.ts';

export interface SavedPerson {
  outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  faults: PersonFault[];
  id: string | null;
}

const refused = (...faults: PersonFault[]): SavedPerson => ({ outcome: 'refused', faults, id: null });
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function knownOf(tx: Tx): Promise<Known> {
  const [units, districts] = [await listDepartments(tx), await listDistricts(tx)];
  return {
    units: new Map(units.map((one) => [one.name, one.department_id])),
    districts: new Map(districts.map((one) => [one.name, one.district_id])),
  };
}

/** `u7`: shown nowhere; names are what people see. */
function freshId(letter: string, taken: Iterable<string>): string {
  const ids = new Set(taken);
  let n = ids.size + 1;
  while (ids.has(`${letter}${n}`)) n += 1;
  return `${letter}${n}`;
}

/** A row that names one further down as the one above it may come before it. */
export async function saveUnits(tx: Tx, rows: readonly UnitRow[]): Promise<SavedPerson[]> {
  await holdPeople(tx);
  const units = new Map((await listDepartments(tx)).map((one) => [one.name, one]));
  const ids = new Map([...units].map(([name, one]) => [name, one.department_id]));
  const known: Known = {
    units: new Map([...ids, ...rows.map((row) => [row.name, ''] as const)]),
    districts: new Map(),
  };
  const seen = new Map<string, number>();
  const checked = rows.map((row, at) => {
    const first = seen.get(row.name);
    if (first !== undefined) return refused({ field: '', code: 'row-repeated', params: { row: first + 1 } });
    seen.set(row.name, at);
    const faults = unitFaults(row, known);
    if (faults.length > 0) return refused(...faults);
    if (!ids.has(row.name)) ids.set(row.name, freshId('u', ids.values()));
    return null;
  });
  const saved: SavedPerson[] = [];
  for (const [at, row] of rows.entries()) {
    const fault = checked[at];
    const parentId = row.parent ? ids.get(row.parent) : null;
    if (fault || parentId === undefined) {
      saved.push(fault ?? refused({ field: 'parent', code: 'unit-unknown', params: { found: row.parent ?? '' } }));
      continue;
    }
    const before = units.get(row.name);
    const unit = {
      departmentId: ids.get(row.name) ?? '',
      name: row.name,
      kind: unitKindOf(row.kind) ?? 'service',
      parentId: row.parent === undefined ? (before?.parent_id ?? null) : parentId,
      organizationId: row.organizationId === undefined ? (before?.organization_id ?? null) : row.organizationId,
    };
    const unchanged =
      before !== undefined &&
      same([before.kind, before.parent_id, before.organization_id], [unit.kind, unit.parentId, unit.organizationId]);
    if (!unchanged) await putUnit(tx, unit);
    saved.push({
      outcome: unchanged ? 'unchanged' : before ? 'changed' : 'created',
      faults: [],
      id: unit.departmentId,
    });
  }
  return saved;
}

export async function saveDistricts(tx: Tx, rows: readonly DistrictRow[]): Promise<SavedPerson[]> {
  await holdPeople(tx);
  const ids = new Map((await listDistricts(tx)).map((one) => [one.name, one.district_id]));
  const saved: SavedPerson[] = [];
  for (const row of rows) {
    const faults = districtFaults(row);
    const id = ids.get(row.name);
    if (faults.length > 0) saved.push(refused(...faults));
    else if (id !== undefined) saved.push({ outcome: 'unchanged', faults: [], id });
    else {
      const fresh = freshId('d', ids.values());
      await putDistrict(tx, fresh, row.name);
      ids.set(row.name, fresh);
      saved.push({ outcome: 'created', faults: [], id: fresh });
    }
  }
  return saved;
}

/** Who is new gets a sign-in without a password: it is given afterwards, and stands in no file. */
export async function saveStaff(tx: Tx, time: TimeSource, rows: readonly StaffRowIn[]): Promise<SavedPerson[]> {
  await holdPeople(tx);
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
      phone: row.phone ? row.phone : (before?.phone ?? null),
    };
    if (!before) {
      const sign = { authUserId: randomUUID(), username: row.username, passwordHash: null };
      const id = await insertStaff(tx, { ...sign, ...told }, new Date(time.now()));
      saved.push({ outcome: 'created', faults: [], id: String(id) });
      continue;
    }
    const was = [before.name, before.roles, before.department_id, before.districts, before.phone];
    const unchanged = same(was, [told.name, told.roles, told.departmentId, told.districts, told.phone]);
    if (!unchanged) await updatePerson(tx, { ...told, staffId: before.staff_id, active: before.active });
    saved.push({ outcome: unchanged ? 'unchanged' : 'changed', faults: [], id: String(before.staff_id) });
  }
  return saved;
}
