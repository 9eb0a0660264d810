/** 开通: whoever holds the link makes a utility and its first administrator, once. */
import { createHash, randomBytes } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import { type Db, isDataRefused } from '../../../platform/database.ts';
import { Refused } from '../../../platform/http/refused.ts';
import { HOUR } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { USERNAME } from '../rules/people.ts';
import { insertUtility, listUtilities, nextUtilityId, putUnit, setUpUntil } from '../store/people.ts';
import { audit } from './audit.ts';
import { createStaff } from './create-staff.ts';

/** Of a link: a day to walk from the console to a desk. */
export const LINK_LASTS = 24 * HOUR;
const CODE = /^[a-z][a-z0-9-]{1,30}$/;

/** What the console prints, and what is kept of it. */
export function freshLink(): { token: string; sha256: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, sha256: hashOf(token) };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Null: expired, used, replaced by a later one, or never one. */
export const linkUntil = (db: Db, token: string, time: TimeSource): Promise<Date | null> =>
  setUpUntil(db, hashOf(token), new Date(time.now()));

export interface Beginning {
  token: string;
  code: string;
  name: string;
  region: string;
  /** His unit. */
  office: string;
  administrator: { name: string; username: string; password: string };
}

export async function beginUtility(db: Db, time: TimeSource, asked: Beginning): Promise<Result<{ utility: string }>> {
  const { token, code, name, region, office, administrator } = asked;
  if (!CODE.test(code)) return wrong('code', 'utility-code-not-valid', code);
  if (!USERNAME.test(administrator.username)) return wrong('username', 'username-not-valid', administrator.username);
  if ((await linkUntil(db, token, time)) === null) return refuse('set-up-link-over');
  if ((await listUtilities(db)).some((one) => one.code === code)) return wrong('code', 'utility-code-taken', code);
  const at = new Date(time.now());
  try {
    await db.transaction(await nextUtilityId(db), async (tx) => {
      if (!(await insertUtility(tx, { sha256: hashOf(token), at, code, name, region })))
        throw new Refused({ code: 'set-up-link-over' });
      const departmentId = 'u1';
      await putUnit(tx, { departmentId, name: office, kind: 'managing', parentId: null, organizationId: null });
      const roles = ['administrator', 'manager'] as const;
      const staffId = await createStaff(tx, time, { ...administrator, roles, departmentId });
      await audit(tx, { staffId }, 'utility.begin', `utility:${code}`, {}, time);
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    // somebody took the code this very moment
    if (isDataRefused(error)) return wrong('code', 'utility-code-taken', code);
    throw error;
  }
  return ok({ utility: code });
}

function wrong(path: string, code: string, found: string) {
  const params = { found: found.slice(0, 40) };
  return refuse(code, { params, fields: [{ path, code, params }] });
}
