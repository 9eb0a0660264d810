/** 交接班: who goes writes down what is open and signs; who comes checks and signs; then it stands. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { listDepartments, type Me } from '../../identity/index.ts';
import { announce, type Fact } from '../../notices/index.ts';
import { openMatters } from '../contributions.ts';
import { type Matter, signedText } from '../rules/handover.ts';
import { mayGive, maySign } from '../rules/plan.ts';
import {
  type HandoverRow,
  handoverById,
  handoversAfter,
  insertHandover,
  listHandovers,
  takeHandover,
} from '../store/handovers.ts';
import { colleaguesOf } from './colleagues.ts';
import { type Given, staffNamed } from './plan.ts';

/** Read at once. */
const SHOWN = 30;

/** What somebody who may not see all of it is shown. */
export interface HandoverView extends Omit<HandoverRow, 'matters'> {
  matters: Matter[];
  /** Orders that are not his to see; what is sealed is not counted either. */
  hidden: number;
  /** What was signed stands as it was signed. */
  intact: boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const signedAs = (row: HandoverRow): string =>
  digest(signedText({ ...row, givenAt: row.givenAt.getTime() })).toString('hex');

async function shown(tx: Tx, me: Me, rows: readonly HandoverRow[]): Promise<HandoverView[]> {
  const known = await openMatters().known(tx, me, [
    ...new Set(rows.flatMap(({ matters }) => matters.map(({ orderId }) => orderId))),
  ]);
  return rows.map((row) => {
    const matters = row.matters.filter(({ orderId }) => known.get(orderId) === true);
    const hidden = row.matters.filter(({ orderId }) => known.get(orderId) === false).length;
    return { ...row, matters, hidden, intact: signedAs(row) === row.sha256 };
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
  const may = mayGive(me.staffId, takerId);
  if (!may.ok) return may;
  const taker = await staffNamed(tx, takerId);
  if (!taker) return refuse('roster-staff-not-found', { fields: [{ path: 'takerId', code: 'unknown' }] });
  const now = time.now();
  const matters = await draftHandover(tx, me);
  const signed = { departmentId: me.departmentId, giverId: me.staffId, takerId, note, matters };
  const sha256 = digest(signedText({ ...signed, givenAt: now }));
  const handoverId = await insertHandover(tx, { ...signed, sha256 }, now);
  const unit = (await listDepartments(tx)).find(({ department_id }) => department_id === me.departmentId);
  await tell(given, {
    kind: 'handover',
    about: { departmentId: null, handlerId: takerId, actorId: me.staffId },
    factKey: `handover/${handoverId}`,
    params: { name: me.name, unit: unit?.name ?? me.departmentId, text: note },
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
  if (signedAs(handover) !== handover.sha256) return refuse('handover-altered');
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

export interface VerifiedHandovers {
  handovers: number;
  altered: { handoverId: number; stored: string; computed: string }[];
}

const BATCH = 200;

/** The proof: what stands in each handover is what was signed. */
export async function verifyHandovers(tx: Tx): Promise<VerifiedHandovers> {
  const verified: VerifiedHandovers = { handovers: 0, altered: [] };
  for (let after = 0; ; ) {
    const rows = await handoversAfter(tx, after, BATCH);
    const last = rows.at(-1);
    if (last === undefined) return verified;
    after = last.handoverId;
    verified.handovers += rows.length;
    for (const row of rows) {
      const computed = signedAs(row);
      if (computed !== row.sha256) verified.altered.push({ handoverId: row.handoverId, stored: row.sha256, computed });
    }
  }
}
