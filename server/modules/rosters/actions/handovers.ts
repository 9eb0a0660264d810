/** 交接班: who goes writes down what is open and signs; who comes checks and signs; then it stands. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import type { Me } from '../../identity/index.ts';
import { announce, type Fact } from '../../notices/index.ts';
import { type Matter, openMatters } from '../contributions.ts';
import { maySign } from '../rules/plan.ts';
import { type HandoverRow, handoverById, insertHandover, listHandovers, takeHandover } from '../store/handovers.ts';
import { colleaguesOf } from './colleagues.ts';
import { type Given, staffNamed } from './plan.ts';

/** Read at once. */
const SHOWN = 30;

/** What somebody who may not see all of it is shown. */
export interface HandoverView extends Omit<HandoverRow, 'matters'> {
  matters: Matter[];
  /** Orders that are not his to see. */
  hidden: number;
}

async function shown(tx: Tx, me: Me, rows: readonly HandoverRow[]): Promise<HandoverView[]> {
  const seen = await openMatters().seen(tx, me, [
    ...new Set(rows.flatMap(({ matters }) => matters.map(({ orderId }) => orderId))),
  ]);
  return rows.map((row) => {
    const matters = row.matters.filter(({ orderId }) => seen.has(orderId));
    return { ...row, matters, hidden: row.matters.length - matters.length };
  });
}

/** Of my unit, and those I give or take; the managing department sees all. */
export const readHandovers = async (tx: Tx, me: Me, all: boolean): Promise<HandoverView[]> =>
  shown(tx, me, await listHandovers(tx, all ? null : me.departmentId, me.staffId, SHOWN));

/** What would be handed over now. */
export const draftHandover = (tx: Tx, me: Me): Promise<Matter[]> => openMatters().open(tx, me, me.departmentId);

async function tell({ tx, time }: Given, fact: Omit<Fact, 'at' | 'orderId'>): Promise<void> {
  const now = time.now();
  await announce(tx, [{ ...fact, at: now, orderId: null }], await colleaguesOf(tx, now), now);
}

export async function give(
  given: Given,
  { takerId, note }: { takerId: number; note: string },
): Promise<Result<{ handoverId: number }>> {
  const { tx, me, time } = given;
  if (takerId === me.staffId)
    return refuse('handover-to-yourself', { fields: [{ path: 'takerId', code: 'handover-to-yourself' }] });
  const taker = await staffNamed(tx, takerId);
  if (!taker) return refuse('roster-staff-not-found', { fields: [{ path: 'takerId', code: 'unknown' }] });
  const now = time.now();
  const matters = await draftHandover(tx, me);
  const signed = { departmentId: me.departmentId, giverId: me.staffId, takerId, note, matters };
  const sha256 = createHash('sha256')
    .update(JSON.stringify({ ...signed, givenAt: now }))
    .digest();
  const handoverId = await insertHandover(tx, { ...signed, sha256 }, now);
  const unit = taker.department_id === me.departmentId ? taker.department_name : me.departmentId;
  await tell(given, {
    kind: 'handover',
    about: { departmentId: null, handlerId: takerId, actorId: me.staffId },
    factKey: `handover/${handoverId}`,
    params: { name: me.name, unit, n: matters.length, text: note },
  });
  return ok({ handoverId });
}

export async function take(
  given: Given,
  { handoverId, note }: { handoverId: number; note: string },
): Promise<Result<HandoverView>> {
  const { tx, me, time } = given;
  const handover = await handoverById(tx, handoverId, true);
  if (!handover) return refuse('handover-not-found');
  const may = maySign({ ...handover, takenAt: handover.takenAt?.getTime() ?? null }, me.staffId);
  if (!may.ok) return may;
  await takeHandover(tx, handoverId, note, time.now());
  await tell(given, {
    kind: 'handover-taken',
    about: { departmentId: null, handlerId: null, askedBy: handover.giverId, actorId: me.staffId },
    factKey: `handover-taken/${handoverId}`,
    params: { name: me.name, unit: handover.departmentName, text: note },
  });
  const [view] = await shown(tx, me, [{ ...handover, takenAt: new Date(time.now()), takerNote: note }]);
  return view ? ok(view) : refuse('handover-not-found');
}
