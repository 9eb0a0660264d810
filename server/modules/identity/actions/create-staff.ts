import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { hashPassword } from '../password.ts';
import { USERNAME } from '../rules/people.ts';
import type { Role } from '../rules/permissions.ts';
import { insertStaff } from '../store/staff.ts';

export interface StaffToCreate {
  /** 3–30 of a–z 0–9 . _ - */
  username: string;
  name: string;
  roles: readonly Role[];
  departmentId: string;
  districts?: readonly string[];
  phone?: string;
  /** The password, or its hash where many are created with one. */
  password: string | { hash: string };
}

/** A member of staff together with his sign-in. Returns the staff number. */
export async function createStaff(tx: Tx, time: TimeSource, staff: StaffToCreate): Promise<number> {
  if (!USERNAME.test(staff.username))
    throw new Error(`not a username: ${staff.username} (expected ${USERNAME.source})`);
  const passwordHash = typeof staff.password === 'string' ? await hashPassword(staff.password) : staff.password.hash;
  return insertStaff(
    tx,
    {
      authUserId: randomUUID(),
      username: staff.username,
      name: staff.name,
      passwordHash,
      roles: staff.roles,
      departmentId: staff.departmentId,
      districts: staff.districts ?? [],
      phone: staff.phone ?? null,
    },
    new Date(time.now()),
  );
}
