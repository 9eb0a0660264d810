/** What arranging units, districts and staff has in common. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Known, PersonFault } from '../rules/people.ts';
import { listDepartments, listDistricts } from '../store/staff.ts';

/** In whose name; null: the command line. */
export interface Arranging {
  tx: Tx;
  me: { staffId: number } | null;
  time: TimeSource;
}

export interface SavedPerson {
  outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  faults: PersonFault[];
  id: string | null;
}

export const refused = (...faults: PersonFault[]): SavedPerson => ({ outcome: 'refused', faults, id: null });
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `u7`: shown nowhere; names are what people see. */
export function freshId(letter: string, taken: Iterable<string>): string {
  const ids = new Set(taken);
  let n = ids.size + 1;
  while (ids.has(`${letter}${n}`)) n += 1;
  return `${letter}${n}`;
}

export async function knownOf(tx: Tx): Promise<Known> {
  const [units, districts] = [await listDepartments(tx), await listDistricts(tx)];
  return {
    units: new Map(units.map((one) => [one.name, one.department_id])),
    districts: new Map(districts.map((one) => [one.name, one.district_id])),
  };
}
