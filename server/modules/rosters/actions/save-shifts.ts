/** Shifts out of a file: each as if it were planned by hand by whoever handed the file in. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Refusal } from '../../../values/result.ts';
import { listDepartments, listStaff } from '../../identity/index.ts';
import type { RowFault, ShiftRow } from '../rules/shift-row.ts';
import { shiftsBetween } from '../store/plans.ts';
import { addShift } from './plan.ts';

export interface SavedShift {
  outcome: 'created' | 'unchanged' | 'refused';
  faults: RowFault[];
}

const COLUMN: Record<string, RowFault['column']> = { staffId: 'person', startsAt: 'starts', endsAt: 'ends' };
const refused = (column: RowFault['column'], code: string, params: RowFault['params']): SavedShift => ({
  outcome: 'refused',
  faults: [{ column, code, params }],
});
const byRefusal = ({ code, params = {}, fields = [] }: Refusal): SavedShift =>
  refused(COLUMN[fields[0]?.path ?? ''] ?? null, code, params);

/** @param by staff number; null: the command line, in whose name nothing is planned */
export async function saveShifts(
  { tx, time, by }: { tx: Tx; time: TimeSource; by: number | null },
  rows: readonly ShiftRow[],
): Promise<SavedShift[]> {
  const [units, staff] = [await listDepartments(tx), await listStaff(tx, { department: null, role: null })];
  const planner = staff.find(({ staff_id }) => staff_id === by);

  async function save({ person, unit, startsAt, endsAt, note }: ShiftRow): Promise<SavedShift> {
    if (planner === undefined) return refused(null, 'roster-row-planner', {});
    const named = unit === '' ? null : units.find(({ name }) => name === unit);
    if (named === undefined) return refused('unit', 'roster-row-unit', { found: unit });
    const meant = staff.filter(
      (one) =>
        (one.username === person.toLowerCase() || one.name === person) &&
        (named === null || one.department_id === named.department_id),
    );
    const [one, another] = meant;
    if (one === undefined) return refused('person', 'roster-row-unknown', { found: person });
    if (another !== undefined) return refused('person', 'roster-row-twice', { found: person, n: meant.length });
    const shift = { departmentId: one.department_id, staffId: one.staff_id, startsAt, endsAt, note };
    if (endsAt > startsAt) {
      const own = await shiftsBetween(tx, startsAt, endsAt, shift);
      if (own.some((other) => other.startsAt === startsAt && other.endsAt === endsAt))
        return { outcome: 'unchanged', faults: [] };
    }
    const { staff_id: staffId, roles, department_id: departmentId, districts } = planner;
    const added = await addShift({ tx, time, me: { staffId, roles, departmentId, districts } }, shift);
    return added.ok ? { outcome: 'created', faults: [] } : byRefusal(added.refusal);
  }

  const saved: SavedShift[] = [];
  for (const row of rows) saved.push(await save(row));
  return saved;
}
