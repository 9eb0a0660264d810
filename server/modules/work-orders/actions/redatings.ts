/** Re-dating 重新计时: seen first, asked for by one manager, decided by another, reverted where it was wrong. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { audit, type Me } from '../../identity/index.ts';
import { announce } from '../../notices/index.ts';
import {
  calendarInForce,
  calendarIsKept,
  calendarNamed,
  calendarShipped,
  calendarsKnown,
  findPack,
  keepCalendar,
  type Pack,
  putCalendarInForce,
  type Shipped,
  takeCalendarInForce,
} from '../../regulations/index.ts';
import { colleaguesOf } from '../../rosters/index.ts';
import { type Summary, summaryOf, type Totals } from '../rules/redating/sentences.ts';
import { insertRedating, type RedatingRow, redatingById, saveDecision, saveReverted } from '../store/redatings.ts';
import { type ChangedOrder, type Walk, walkOrders } from './redate-orders.ts';

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
  /** The calendar that ships. */
  shipped: Shipped | null;
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
    const shipped = await calendarShipped(tx, calendar);
    if (!shipped) return refuse('calendar-unknown', { params: { calendar, known: calendarsKnown().join('、') } });
    return ok({ kind: 'calendar', calendar, hash: shipped.hash, pack: null, shipped, given: false });
  }
  if (packHash === undefined && (name === undefined || version === undefined)) return refuse('redating-target-missing');
  const pack = await findPack(
    tx,
    packHash === undefined ? { pack: name as string, version: version as string } : { hash: packHash },
  );
  if (!pack) return refuse('version-not-found', { params: { pack: packHash?.slice(0, 12) ?? `${name} ${version}` } });
  return ok({ kind: 'pack', calendar: null, hash: pack.hash, pack, shipped: null, given: false });
}

async function walkTo(tx: Tx, { calendar, hash, pack, shipped, given }: Target, now: Instant): Promise<Walk> {
  if (calendar === null) return { chosen: { notUnder: hash }, now, ...(given && pack ? { pack } : {}) };
  const first = (await calendarNamed(tx, calendar, null)).hash ?? hash;
  return { chosen: { notOn: hash, first }, now, calendar: { name: calendar, ...(shipped ?? {}) } };
}

async function previewOf(tx: Tx, target: Target, now: Instant, items: number): Promise<Preview> {
  const walk = await walkTo(tx, target, now);
  // what changes is the same for whoever asks; orders are named to whoever may see them
  const walked = await tx.asSystem(() => walkOrders(tx, { ...walk, items }));
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
      ? ok({ kind: 'pack', calendar: null, hash: wanted.hash, pack: wanted, shipped: null, given: true })
      : await targetOf(tx, wanted);
  return target.ok ? ok(await previewOf(tx, target.value, time.now(), items)) : target;
}

export async function askRedating({ tx, me, time }: Acting, wanted: Wanted, reason: string): Promise<Result<number>> {
  const target = await targetOf(tx, wanted);
  if (!target.ok) return target;
  const { kind, calendar, hash } = target.value;
  const now = time.now();
  const { digest, from, totals, rules } = await previewOf(tx, target.value, now, 0);
  const { shipped } = target.value;
  // a calendar that changes nothing today still counts for what is received from now on
  if (totals.orders === 0 && (shipped === null || shipped.inForce)) return refuse('nothing-to-redate');
  const before = shipped && calendar !== null ? await calendarInForce(tx, calendar) : null;
  const fromHashes = before === null ? from.map((one) => one.hash) : before.hash === null ? [] : [before.hash];
  if (shipped && calendar !== null) await keepCalendar(tx, calendar, shipped, now);
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
  await announce(tx, [fact], await colleaguesOf(tx, now), now);
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
  let applied: { counts: Totals; asPreviewed: boolean; before: string | null } | null = null;
  if (granted) {
    const target = await targetOfRow(tx, row);
    if (!target.ok) return target;
    const { calendar, hash } = target.value;
    const before = calendar === null ? null : (await takeCalendarInForce(tx, calendar)).hash;
    const walk = await walkTo(tx, target.value, now);
    const write = { redatingId: id, by, keep: calendar === null ? ('version' as const) : ('calendar' as const) };
    const settle = calendar === null ? {} : { settle: () => putCalendarInForce(tx, calendar, hash, now) };
    const walked = await tx.asSystem(() => walkOrders(tx, { ...walk, write, ...settle }));
    applied = { counts: walked.tally.totals, asPreviewed: walked.digest === row.digest, before };
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
async function targetOfRow(tx: Tx, { kind, calendar, toHash: hash }: RedatingRow): Promise<Result<Target>> {
  const shipped = calendar === null ? null : ((await calendarShipped(tx, calendar)) ?? null);
  if (calendar !== null && shipped?.hash !== hash) return refuse('calendar-changed', { params: { calendar } });
  return ok({ kind, calendar, hash, pack: null, shipped, given: false });
}

/** Orders still open, and still under what it brought them, go back to where they came from; a calendar to the one before. */
export async function revertRedating(
  { tx, me, time }: Pick<Acting, 'tx' | 'time'> & { me: Pick<Me, 'staffId' | 'departmentId'> },
  id: number,
): Promise<Result<number>> {
  const row = await redatingById(tx, id, true);
  if (!row) return refuse('redating-not-found');
  if (row.appliedAt === null) return refuse('redating-not-applied');
  if (row.revertedAt !== null) return refuse('redating-reverted', { params: { by: row.revertedByName ?? '' } });
  const now = time.now();
  const walk = await walkBack(tx, row, now);
  if (!walk.ok) return walk;
  const write = { redatingId: id, by: { staffId: me.staffId, departmentId: me.departmentId }, keep: null };
  const walked = await tx.asSystem(() => walkOrders(tx, { ...walk.value, write }));
  await saveReverted(tx, id, me.staffId, now, walked.tally.totals);
  await audit(tx, me, 'redating.revert', `redating:${id}`, { ...walked.tally.totals }, time);
  return ok(id);
}

async function walkBack(tx: Tx, row: RedatingRow, now: Instant): Promise<Result<Walk>> {
  const { calendar, toHash, redatingId } = row;
  if (calendar === null) return ok({ chosen: { redatedBy: redatingId }, now });
  const params = { calendar };
  if ((await takeCalendarInForce(tx, calendar)).hash !== toHash) return refuse('calendar-superseded', { params });
  const [before] = row.fromHashes;
  if (before === undefined || !(await calendarIsKept(tx, calendar, before)))
    return refuse('calendar-not-kept', { params });
  const first = (await calendarNamed(tx, calendar, null)).hash ?? before;
  return ok({
    chosen: { backFrom: toHash, first, before, redatedBy: redatingId },
    now,
    calendar: { name: calendar },
    settle: () => putCalendarInForce(tx, calendar, before, now),
  });
}
