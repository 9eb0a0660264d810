/** Re-dating 重新计时: seen first, asked for by one manager, decided by another, reverted where it was wrong. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { audit, type Me } from '../../identity/index.ts';
import { announce } from '../../notices/index.ts';
import { findPack, holidayCalendars, type Pack } from '../../regulations/index.ts';
import { type Summary, summaryOf, type Totals } from '../rules/redating/sentences.ts';
import { bookOf } from '../rules/rulebook.ts';
import {
  insertRedating,
  lastCalendar,
  type RedatingRow,
  redatingById,
  saveDecision,
  saveReverted,
} from '../store/redatings.ts';
import { colleaguesOf } from './people.ts';
import { type ChangedOrder, calendarHash, type Walk, walkOrders } from './redate-orders.ts';

/** A version by hash or by name, or the holiday calendar as it is shipped now. */
export interface Wanted {
  packHash?: string;
  pack?: string;
  version?: string;
  calendar?: string;
}

interface Target {
  kind: 'pack' | 'calendar';
  calendar: string | null;
  hash: string;
  pack: Pack | null;
  /** The version is not in the database. */
  given: boolean;
}

export interface Preview extends Summary {
  target: Target;
  from: { hash: string; orders: number }[];
  digest: string;
  items: ChangedOrder[];
}

export interface Acting {
  tx: Tx;
  me: Me;
  time: TimeSource;
}

async function targetOf(tx: Tx, wanted: Wanted): Promise<Result<Target>> {
  const { packHash, pack: name, version, calendar } = wanted;
  if (calendar !== undefined) {
    const hash = calendarHash(calendar);
    if (hash === undefined)
      return refuse('calendar-unknown', { params: { calendar, known: Object.keys(holidayCalendars()).join('、') } });
    return ok({ kind: 'calendar', calendar, hash, pack: null, given: false });
  }
  if (packHash === undefined && (name === undefined || version === undefined)) return refuse('redating-target-missing');
  const pack = await findPack(
    tx,
    packHash === undefined ? { pack: name as string, version: version as string } : { hash: packHash },
  );
  if (!pack) return refuse('version-not-found', { params: { pack: packHash?.slice(0, 12) ?? `${name} ${version}` } });
  return ok({ kind: 'pack', calendar: null, hash: pack.hash, pack, given: false });
}

const walkTo = ({ kind, calendar, hash, pack, given }: Target, now: Instant): Walk =>
  kind === 'calendar'
    ? { chosen: { all: true }, now, ...(calendar === null ? {} : { calendar }) }
    : { chosen: { notUnder: hash }, now, ...(given && pack ? { book: bookOf(pack, holidayCalendars()) } : {}) };

async function previewOf(tx: Tx, target: Target, now: Instant, items: number): Promise<Preview> {
  // what changes is the same for whoever asks; orders are named to whoever may see them
  const walked = await tx.asSystem(() => walkOrders(tx, { ...walkTo(target, now), items }));
  const from = [...walked.from].map(([hash, orders]) => ({ hash, orders })).sort((a, b) => b.orders - a.orders);
  return { ...summaryOf(walked.tally), target, from, digest: walked.digest, items: walked.items };
}

/** What would change, read only. `wanted` may be a version nobody has put into the database yet. */
export async function previewRedating(
  tx: Tx,
  time: TimeSource,
  wanted: Wanted | Pack,
  items = 200,
): Promise<Result<Preview>> {
  const target: Result<Target> =
    'clocks' in wanted
      ? ok({ kind: 'pack', calendar: null, hash: wanted.hash, pack: wanted, given: true })
      : await targetOf(tx, wanted);
  return target.ok ? ok(await previewOf(tx, target.value, time.now(), items)) : target;
}

export async function askRedating({ tx, me, time }: Acting, wanted: Wanted, reason: string): Promise<Result<number>> {
  const target = await targetOf(tx, wanted);
  if (!target.ok) return target;
  const { kind, calendar, hash } = target.value;
  const now = time.now();
  const { digest, from, totals, rules } = await previewOf(tx, target.value, now, 0);
  if (totals.orders === 0 || (kind === 'calendar' && totals.changed === 0)) return refuse('nothing-to-redate');
  const before = calendar === null ? undefined : await lastCalendar(tx, calendar);
  const fromHashes = kind === 'pack' ? from.map((one) => one.hash) : before ? [before.hash] : [];
  const preview = { totals, rules };
  const asked = {
    kind,
    calendar,
    fromHashes,
    toHash: hash,
    digest,
    preview,
    reason,
    askedBy: me.staffId,
    askedAt: now,
  };
  const id = await insertRedating(tx, asked);
  if (id === undefined) return refuse('redating-undecided');
  await audit(
    tx,
    me,
    'redating.ask',
    `redating:${id}`,
    { kind, to: hash, orders: totals.orders, late: totals.late },
    time,
  );
  await tell({ tx, me, time }, 'redating-asked', id, null, {
    to: nameOf(target.value.pack, calendar),
    orders: kind === 'calendar' ? totals.changed : totals.orders,
    text: reason.slice(0, 200),
  });
  return ok(id);
}

const nameOf = (pack: Pack | null, calendar: string | null): string =>
  pack ? `${pack.pack} ${pack.version}` : (calendar ?? '');

/** Asked for: every other manager; decided: who asked. */
async function tell(
  { tx, me, time }: Acting,
  kind: 'redating-asked' | 'redating-decided',
  redating: number,
  askedBy: number | null,
  params: Record<string, string | number | null>,
): Promise<void> {
  const now = time.now();
  const about = { departmentId: null, handlerId: null, actorId: me.staffId, askedBy };
  const fact = {
    kind,
    about,
    at: now,
    orderId: null,
    factKey: `redating:${redating}:${kind}`,
    params: { redating, by: me.name, ...params },
  };
  await announce(tx, [fact], await colleaguesOf(tx), now);
}

/** By another than who asked. Granted, it is applied here and now: all of it or, if anything fails, nothing. */
export async function decideRedating(
  { tx, me, time }: Acting,
  id: number,
  { granted, note }: { granted: boolean; note?: string },
): Promise<Result<number>> {
  const row = await redatingById(tx, id, true);
  if (!row) return refuse('redating-not-found');
  if (row.decidedAt !== null) return refuse('redating-decided', { params: { by: row.decidedByName ?? '' } });
  if (row.askedBy === me.staffId) return refuse('own-redating');
  const now = time.now();
  const by = { staffId: me.staffId, departmentId: me.departmentId };
  let applied: { counts: Totals; asPreviewed: boolean } | null = null;
  if (granted) {
    const target = targetOfRow(row);
    if (!target.ok) return target;
    const write = { redatingId: id, by, keep: true };
    const walked = await tx.asSystem(() => walkOrders(tx, { ...walkTo(target.value, now), write }));
    applied = { counts: walked.tally.totals, asPreviewed: walked.digest === row.digest };
  }
  const decision = granted ? 'granted' : 'refused';
  await saveDecision(tx, id, { decision, note: note ?? null, by: me.staffId, at: now, applied });
  await audit(tx, me, 'redating.decide', `redating:${id}`, { decision, ...(applied ? applied.counts : {}) }, time);
  const pack = row.kind === 'pack' ? await findPack(tx, { hash: row.toHash }) : undefined;
  const [decisionZh, decisionEn] = granted ? ['已同意', 'granted'] : ['未同意', 'refused'];
  await tell({ tx, me, time }, 'redating-decided', id, row.askedBy, {
    to: nameOf(pack ?? null, row.calendar),
    decisionZh,
    decisionEn,
    text: (note ?? '').slice(0, 200),
  });
  return ok(id);
}

/** The very calendar that was shown, or none: a newer one has to be asked for anew. */
function targetOfRow({ kind, calendar, toHash: hash }: RedatingRow): Result<Target> {
  if (calendar !== null && calendarHash(calendar) !== hash) return refuse('calendar-changed', { params: { calendar } });
  return ok({ kind, calendar, hash, pack: null, given: false });
}

/** Orders still open, and still under the version it brought them, go back to the one they came from. */
export async function revertRedating({ tx, me, time }: Acting, id: number): Promise<Result<number>> {
  const row = await redatingById(tx, id, true);
  if (!row) return refuse('redating-not-found');
  if (row.kind === 'calendar') return refuse('calendar-not-reverted');
  if (row.appliedAt === null) return refuse('redating-not-applied');
  if (row.revertedAt !== null) return refuse('redating-reverted', { params: { by: row.revertedByName ?? '' } });
  const now = time.now();
  const by = { staffId: me.staffId, departmentId: me.departmentId };
  const write = { redatingId: id, by, keep: false };
  const walked = await tx.asSystem(() => walkOrders(tx, { chosen: { redatedBy: id }, now, write }));
  await saveReverted(tx, id, me.staffId, now, walked.tally.totals);
  await audit(tx, me, 'redating.revert', `redating:${id}`, { ...walked.tally.totals }, time);
  return ok(id);
}
