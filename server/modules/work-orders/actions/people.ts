/** Units, and what people are certified for, as orders see them. */
import type { Tx } from '../../../platform/database.ts';
import { listDepartments } from '../../identity/index.ts';
import { certificatesOf } from '../../registers/index.ts';
import type { HeldCertificate, Unit } from '../rules/context.ts';

export const unitsOf = async (tx: Tx): Promise<Unit[]> =>
  (await listDepartments(tx)).map((row) => ({
    departmentId: row.department_id,
    name: row.name,
    organizationId: row.organization_id,
    kind: row.kind,
    parentId: row.parent_id,
  }));

/** Certificates 证照 of each person, as the register has them. */
export async function heldBy(tx: Tx, staffIds: readonly number[]): Promise<Map<number, HeldCertificate[]>> {
  const held = new Map<number, HeldCertificate[]>();
  for (const { staffId, ...one } of await certificatesOf(tx, staffIds))
    if (staffId !== null) held.set(staffId, [...(held.get(staffId) ?? []), one]);
  return held;
}
