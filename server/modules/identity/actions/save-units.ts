/** Units and districts as they are handed in. */
import {
  type DistrictRow,
  districtFaults,
  type Known,
  type UnitRow,
  unitFaults,
  unitKindOf,
  unitPlaceFaults,
} from '../rules/people.ts';
import { holdPeople, putDistrict, putUnit, type UnitToKeep } from '../store/people.ts';
import { type DepartmentRow, listDepartments, listDistricts } from '../store/staff.ts';
import { type Arranging, freshId, knownOf, refused, type SavedPerson, same } from './arranging.ts';
import { audit } from './audit.ts';

const keptOf = (one: DepartmentRow): UnitToKeep => ({
  departmentId: one.department_id,
  name: one.name,
  kind: one.kind,
  parentId: one.parent_id,
  organizationId: one.organization_id,
});

const unitDetail = ({ name, kind, parentId: parent, organizationId: organization }: UnitToKeep) => ({
  name,
  kind,
  ...(parent !== null && { parent }),
  ...(organization !== null && { organization }),
});

/** A row that names one further down as the one above it may come before it. */
export async function saveUnits({ tx, me, time }: Arranging, rows: readonly UnitRow[]): Promise<SavedPerson[]> {
  await holdPeople(tx);
  const units = new Map((await listDepartments(tx)).map((one) => [one.name, keptOf(one)]));
  const ids = new Map([...units].map(([name, one]) => [name, one.departmentId]));
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
  const wanted = rows.map((row, at) => {
    const before = units.get(row.name);
    return checked[at]
      ? null
      : {
          departmentId: ids.get(row.name) ?? '',
          name: row.name,
          kind: unitKindOf(row.kind) ?? 'service',
          parentId:
            row.parent === undefined
              ? (before?.parentId ?? null)
              : row.parent
                ? (ids.get(row.parent) ?? row.parent)
                : null,
          organizationId: row.organizationId === undefined ? (before?.organizationId ?? null) : row.organizationId,
        };
  });
  settle(wanted, checked, units);
  const saved: SavedPerson[] = [];
  for (const [at, unit] of wanted.entries()) {
    const fault = checked[at];
    if (fault || !unit) {
      saved.push(fault ?? refused());
      continue;
    }
    const before = units.get(unit.name);
    const outcome = before && same(before, unit) ? 'unchanged' : before ? 'changed' : 'created';
    if (outcome !== 'unchanged') {
      await putUnit(tx, unit);
      await audit(tx, me, `department.${outcome}`, `department:${unit.departmentId}`, unitDetail(unit), time);
    }
    saved.push({ outcome, faults: [], id: unit.departmentId });
  }
  return saved;
}

/** Refuses what would stand in the wrong place once all of it were there; what leans on a refused one too. */
function settle(
  wanted: readonly (UnitToKeep | null)[],
  checked: (SavedPerson | null)[],
  units: ReadonlyMap<string, UnitToKeep>,
): void {
  const standing = new Map([...units.values()].map((one) => [one.departmentId, one]));
  for (const unit of wanted) if (unit) standing.set(unit.departmentId, unit);
  let again = true;
  while (again) {
    again = false;
    for (const [at, unit] of wanted.entries()) {
      const before = unit && units.get(unit.name);
      if (!unit || checked[at] || (before && same(before, unit))) continue;
      const faults = unitPlaceFaults(unit, standing);
      if (faults.length === 0) continue;
      checked[at] = refused(...faults);
      if (before) standing.set(unit.departmentId, before);
      else standing.delete(unit.departmentId);
      again = true;
    }
  }
}

/** A unit by its id: what is not told stays. */
export async function changeUnit(
  { tx, me, time }: Arranging,
  id: string,
  told: { name?: string; kind?: string; parentId?: string | null; organizationId?: string | null },
): Promise<SavedPerson> {
  await holdPeople(tx);
  const units = await listDepartments(tx);
  const before = units.find((one) => one.department_id === id);
  if (!before) return refused({ field: '', code: 'unit-not-found' });
  const { name = before.name, kind = before.kind, parentId = before.parent_id } = told;
  const { organizationId = before.organization_id } = told;
  const faults = unitFaults({ name, kind }, await knownOf(tx));
  if (units.some((one) => one.name === name && one.department_id !== id))
    faults.push({ field: 'name', code: 'name-taken', params: { found: name } });
  const unit = { departmentId: id, name, kind: unitKindOf(kind) ?? 'service', parentId, organizationId };
  faults.push(...unitPlaceFaults(unit, new Map(units.map((one) => [one.department_id, keptOf(one)]))));
  if (faults.length > 0) return refused(...faults);
  await putUnit(tx, unit);
  await audit(tx, me, 'department.changed', `department:${id}`, unitDetail(unit), time);
  return { outcome: 'changed', faults: [], id };
}

export async function saveDistricts({ tx, me, time }: Arranging, rows: readonly DistrictRow[]): Promise<SavedPerson[]> {
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
      await audit(tx, me, 'district.created', `district:${fresh}`, { name: row.name }, time);
      saved.push({ outcome: 'created', faults: [], id: fresh });
    }
  }
  return saved;
}
