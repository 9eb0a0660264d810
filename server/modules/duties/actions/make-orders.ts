/**
 * Duties make orders: every thing whose time has come is looked at, and what it is owed becomes orders, each once.
 * Any number of workers: a thing is looked at by one at a time, and all it is owed is written in one transaction
 * with the mark up to when that is true. Killed in the middle, nothing of it is there.
 */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import { DAY, type Instant } from '../../../values/instant.ts';
import { parseDay } from '../../../values/zone.ts';
import { listDepartments } from '../../identity/index.ts';
import { type ClaimedThing, claimThings, lookAgain, lookedAt, type StoredThing } from '../../registers/index.ts';
import {
  calendarInForce,
  calendarsOf,
  dutyClock,
  type InForce,
  type Made,
  type Occurrence,
  type OwingThing,
  owed,
  versionsInForce,
  vocabularyOfPack,
} from '../../regulations/index.ts';
import { openOrder, unitFor } from '../../work-orders/index.ts';
import { insertOccurrence, latestOf, madeAlready, readUnder } from '../store/occurrences.ts';

export interface MadeOrders {
  things: number;
  orders: number;
}

export interface MakeOptions {
  /** Things in one transaction. */
  batch?: number;
  stopping?: AbortSignal;
}

/** A thing nothing opens for is looked at again after so long. */
const LOOK = 40 * DAY;
/** An order that nobody asked for: the platform watches the time. */
const CHANNEL = 'monitoring';

export async function makeOrders(
  db: Db,
  time: TimeSource,
  utilityIds: readonly number[],
  { batch = 20, stopping }: MakeOptions = {},
): Promise<MadeOrders> {
  const total: MadeOrders = { things: 0, orders: 0 };
  for (const utilityId of utilityIds) {
    await db.transaction(utilityId, (tx) => noticeRules(tx, time.now()));
    for (let more = true; more && !stopping?.aborted; ) {
      const done = await db.transaction(utilityId, (tx) => makeBatch(tx, time, batch));
      total.things += done.things;
      total.orders += done.orders;
      more = done.things === batch;
    }
  }
  return total;
}

/** Another version in force, or another calendar: everything is looked at again. */
async function noticeRules(tx: Tx, now: Instant): Promise<void> {
  const versions = await rulesInForce(tx);
  const under = versions.map(({ pack, from }) => `${pack.hash}@${from}`).join(' ');
  if (await readUnder(tx, under)) lookAgain(tx, now);
}

export async function rulesInForce(tx: Tx): Promise<InForce[]> {
  const versions: InForce[] = [];
  for (const { pack, fromDay } of await versionsInForce(tx)) {
    const { published } = await calendarInForce(tx, pack.holidays);
    const calendars = calendarsOf(pack, published);
    const from = calendars.zone.startOfDay(parseDay(fromDay) ?? 0);
    const last = versions.at(-1);
    if (last) last.until = from;
    versions.push({ pack, calendars, from, until: null });
  }
  return versions;
}

async function makeBatch(tx: Tx, time: TimeSource, batch: number): Promise<MadeOrders> {
  const now = time.now();
  const things = await claimThings(tx, now, batch);
  if (things.length === 0) return { things: 0, orders: 0 };
  const versions = await rulesInForce(tx);
  const latest = await latestOf(
    tx,
    things.map(({ thingId }) => thingId),
  );
  const units = (await listDepartments(tx)).map((row) => ({
    departmentId: row.department_id,
    name: row.name,
    organizationId: row.organization_id,
    kind: row.kind,
  }));
  let orders = 0;
  for (const thing of things) {
    const own = new Map(
      latest
        .filter(({ thingId }) => thingId === thing.thingId)
        .map(({ duty, key, doneAt, givenUpAt }): [string, Made] => [duty, { key, closedAt: doneAt ?? givenUpAt }]),
    );
    const [version] = versions;
    const found = version
      ? owed(
          versions,
          owingThing(thing, version.calendars.zone),
          (duty) => own.get(duty),
          thing.lookedAt ?? Number.NEGATIVE_INFINITY,
          now + LOOK,
        )
      : [];
    const opened = found.filter(({ opensAt }) => opensAt <= now);
    const made = opened.length > 0 ? await madeAlready(tx, thing.thingId, opened) : new Set<string>();
    for (const one of opened) {
      if (made.has(`${one.duty} ${one.key}`)) continue;
      const orderId = await open(tx, time, thing, one, versions, units);
      insertOccurrence(tx, thing.thingId, orderId, one, now);
      orders++;
    }
    const next = found.find(({ opensAt }) => opensAt > now)?.opensAt ?? now + LOOK;
    lookedAt(tx, thing.thingId, now, next);
  }
  return { things: things.length, orders };
}

/** As the rule asks for it. */
export const owingThing = (thing: StoredThing, zone: InForce['calendars']['zone']): OwingThing => {
  const day = (text: string | null): number | null => (text === null ? null : parseDay(text));
  const ended = day(thing.endedOn);
  return {
    kind: thing.kind,
    facts: thing.facts,
    from: Math.max(zone.startOfDay(day(thing.since) ?? 0), thing.registeredAt),
    until: ended === null ? null : zone.startOfDay(ended),
    lastDone: day(thing.lastDone),
    expires: day(thing.expiresOn),
  };
};

async function open(
  tx: Tx,
  time: TimeSource,
  thing: ClaimedThing,
  one: Occurrence,
  versions: readonly InForce[],
  units: Parameters<typeof unitFor>[2],
): Promise<number> {
  const pack = versions.find((version) => version.pack.hash === one.pack)?.pack;
  if (!pack) throw new Error(`rulebook ${one.pack} is not in force`);
  const named = one.to === null ? undefined : unitFor(one.to, pack, units)?.departmentId;
  const event = vocabularyOfPack(pack).events.get(one.makes)?.zh ?? one.makes;
  // the number of a certificate is nobody's to read in an order
  const label = `${thing.name}（${thing.staffId === null ? thing.code : thing.person}）`;
  const opened = await openOrder(tx, null, time, {
    event: one.makes,
    channel: CHANNEL,
    summary: `${event}：${label}`,
    content: `${event}：${label}。${one.article}：${one.quote}`,
    place: thing.place === '' ? thing.name : thing.place,
    districtId: thing.districtId,
    receivedAt: time.now(),
    facts: thing.facts,
    request: null,
    duty: one.duty,
    departmentId: named ?? thing.departmentId,
    ...(one.due === null ? {} : { plans: { [dutyClock(one.duty)]: one.due } }),
  });
  if (!opened.ok) throw new Error(`duty ${one.duty} of thing ${thing.thingId}: ${opened.refusal.code}`);
  return opened.value.orderId;
}
