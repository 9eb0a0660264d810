import type { Tx } from '../../../platform/database.ts';
import { putUnit } from '../store/people.ts';
import { listDepartments } from '../store/staff.ts';

/** Units that bear a name the rulebook knows are the ones it speaks of; those already told stay. Returns how many. */
export async function matchOrganization(
  tx: Tx,
  organization: readonly { id: string; name: string; aliases: readonly string[] }[],
): Promise<number> {
  const units = await listDepartments(tx);
  const told = new Set(units.map((one) => one.organization_id));
  let matched = 0;
  for (const one of units.filter((unit) => unit.organization_id === null)) {
    const found = organization.find(
      ({ id, name, aliases }) => !told.has(id) && (name === one.name || aliases.includes(one.name)),
    );
    if (!found) continue;
    const { department_id: departmentId, name, kind, parent_id: parentId } = one;
    await putUnit(tx, { departmentId, name, kind, parentId, organizationId: found.id });
    told.add(found.id);
    matched += 1;
  }
  return matched;
}
