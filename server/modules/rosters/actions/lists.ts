/** 联络员 and 热线受理人员: a change is a notice to the call centre in the same transaction, which files it. */
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';
import { listDepartments } from '../../identity/index.ts';
import { announce } from '../../notices/index.ts';
import { packInForce } from '../../regulations/index.ts';
import { replacing, reportDue } from '../rules/plan.ts';
import {
  changeExists,
  type Duty,
  endListed,
  file,
  insertChange,
  insertListed,
  type Listed,
  listedById,
  listedFrom,
  lockLists,
} from '../store/lists.ts';
import { colleaguesOf } from './colleagues.ts';
import { type Given, mayPlanUnit, staffNamed } from './plan.ts';

/** The day a rulebook is in force on where none says otherwise. */
const ZONE = 'Asia/Shanghai';

const DUTY = {
  liaison: { zh: '24 小时联络员', en: '24-hour liaison' },
  handler: { zh: '热线受理人员', en: 'hot-line handlers' },
};
const DEED = { added: { zh: '列入', en: 'is named' }, ended: { zh: '撤下', en: 'is taken off' } };

interface Change extends Pick<Listed, 'departmentId' | 'duty' | 'staffId' | 'phone'> {
  deed: 'added' | 'ended';
  at: Instant;
  reason: string;
}

async function report({ tx, me }: Given, change: Change, now: Instant): Promise<number> {
  const pack = await packInForce(tx, formatDay(zoneOf(ZONE).dayOf(now)));
  const dueAt = reportDue(change.at, pack);
  const changeId = await insertChange(tx, { ...change, recordedAt: now, dueAt, recordedBy: me.staffId });
  const name = (await staffNamed(tx, change.staffId))?.name ?? String(change.staffId);
  const unit = (await listDepartments(tx)).find(({ department_id }) => department_id === change.departmentId);
  const fact = {
    kind: 'list-changed' as const,
    about: { departmentId: change.departmentId, handlerId: null, actorId: me.staffId },
    at: now,
    orderId: null,
    factKey: `list-changed/${changeId}`,
    params: {
      unit: unit?.name ?? change.departmentId,
      name,
      phone: change.phone,
      dutyZh: DUTY[change.duty].zh,
      dutyEn: DUTY[change.duty].en,
      deedZh: DEED[change.deed].zh,
      deedEn: DEED[change.deed].en,
      due: change.at,
      text: change.reason,
    },
  };
  await announce(tx, [fact], await colleaguesOf(tx, now), now);
  return changeId;
}

export interface NewListed {
  departmentId: string;
  duty: Duty;
  staffId: number;
  phone: string;
  /** null: from now on. */
  at: Instant | null;
  reason: string;
}

/** Whose place he takes is taken off with it. */
export async function addListed(given: Given, added: NewListed): Promise<Result<{ changeId: number }>> {
  const { tx, me, time } = given;
  if (!mayPlanUnit(me, added.departmentId)) return refuse('roster-unit-not-yours');
  const person = await staffNamed(tx, added.staffId);
  if (!person) return refuse('roster-staff-not-found', { fields: [{ path: 'staffId', code: 'unknown' }] });
  if (person.department_id !== added.departmentId)
    return refuse('roster-not-of-unit', {
      params: { name: person.name },
      fields: [{ path: 'staffId', code: 'unknown' }],
    });
  await lockLists(tx, added.departmentId);
  const now = time.now();
  const at = added.at ?? now;
  const replaced = replacing({ ...added, from: at }, await listedFrom(tx, added, Math.max(now, at)));
  if (!replaced.ok) return replaced;
  for (const before of replaced.value) {
    await endListed(tx, before.listedId, at);
    if (before.staffId !== added.staffId)
      await report(given, { ...before, deed: 'ended', at, reason: added.reason }, now);
  }
  await insertListed(tx, added, at);
  return ok({ changeId: await report(given, { ...added, at, deed: 'added' }, now) });
}

/** @param at null: now */
export async function takeOff(
  given: Given,
  listedId: number,
  at: Instant | null,
  reason: string,
): Promise<Result<{ changeId: number }>> {
  const { tx, me, time } = given;
  const found = await listedById(tx, listedId);
  if (!found) return refuse('roster-listed-not-found');
  if (!mayPlanUnit(me, found.departmentId)) return refuse('roster-unit-not-yours');
  await lockLists(tx, found.departmentId);
  // somebody may have taken it off meanwhile
  const listed = await listedById(tx, listedId);
  if (!listed) return refuse('roster-listed-not-found');
  const now = time.now();
  await endListed(tx, listedId, at ?? now);
  return ok({ changeId: await report(given, { ...listed, deed: 'ended', at: at ?? now, reason }, now) });
}

export async function fileChange({ tx, me, time }: Given, changeId: number): Promise<Result<{ changeId: number }>> {
  if (!(await changeExists(tx, changeId))) return refuse('roster-change-not-found');
  return (await file(tx, changeId, me.staffId, time.now())) === 0 ? refuse('roster-filed-already') : ok({ changeId });
}
