/** Attribution 时长归属: with whom one order lay, and with whom those of a period. Nothing is written. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Instant, SECOND } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { zoneOf } from '../../../values/zone.ts';
import { allowed, type Me } from '../../identity/index.ts';
import { parseInstant } from '../../regulations/index.ts';
import {
  type Attribution,
  attribute,
  attributionTally,
  cut,
  HOLDER_WORDS,
  HOLDERS,
  type Holder,
  type PauseHolderOf,
  pauseHolders,
  type Segment,
  TELLING_KINDS,
} from '../rules/attribution.ts';
import { iso } from '../rules/clock-view.ts';
import { milestoneName } from '../rules/names.ts';
import { type Lang, STATE_WORDS } from '../rules/words.ts';
import { briefLogs, briefOrders, type HeldFilter, ordersHeld, type Period } from '../store/attribution.ts';
import { logOf } from '../store/events.ts';
import { orderById } from '../store/orders.ts';
import { staffNames } from '../store/people.ts';
import { maySee } from './execute.ts';
import { unitsOf } from './people.ts';
import { rulebookByHash } from './rulebook.ts';

export interface AttributionReader {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Lang;
}

const nameOfUnits = async (tx: Tx): Promise<(id: string | null) => string | null> => {
  const names = new Map((await unitsOf(tx)).map(({ departmentId, name }) => [departmentId, name]));
  return (id) => (id === null ? null : (names.get(id) ?? id));
};

const heldBy = (totals: Attribution['totals'], lang: Lang) =>
  HOLDERS.filter((holder) => totals[holder] > 0).map((holder) => ({
    holder,
    name: HOLDER_WORDS[holder][lang],
    ms: totals[holder],
  }));

export async function readAttribution({ tx, me, time, lang }: AttributionReader, orderId: number) {
  const row = await orderById(tx, orderId);
  if (!row || !maySee(me, row)) return refuse('order-not-found');
  const log = await logOf(tx, orderId);
  const book = await rulebookByHash(tx, row.packHash);
  const told = attribute(log, time.now(), pauseHolders(book.pack));
  const unit = await nameOfUnits(tx);
  const staff = await staffNames(
    tx,
    told.segments.map(({ staffId }) => staffId).filter((id) => id !== null),
  );
  const kinds = new Map(log.map(({ seq, kind }) => [seq, kind]));
  return ok({
    id: row.orderId,
    number: row.number,
    from: iso(told.from),
    until: iso(told.until),
    closed: row.closedAt !== null,
    ms: told.until - told.from,
    totals: heldBy(told.totals, lang),
    segments: told.segments.map(({ from, until, holder, state, departmentId, staffId, because, entry }) => ({
      from: iso(from),
      until: iso(until),
      ms: until - from,
      holder,
      name: HOLDER_WORDS[holder][lang],
      state,
      stateName: STATE_WORDS[state][lang],
      departmentId,
      departmentName: unit(departmentId),
      staffId,
      staffName: staffId === null ? null : (staff.get(staffId) ?? null),
      because,
      becauseName: milestoneName(kinds.get(because) ?? '', book)[lang],
      entry,
      article: book.pack.pauses.find(({ id }) => id === entry)?.article ?? null,
    })),
  });
}

export interface AttributionQuery {
  /** A day, from its first moment in the utility's zone, or an instant. */
  from: string;
  /** The first moment that no longer counts. */
  until: string;
  /** With its children. */
  event?: string;
  department?: string;
}

const ZONE = zoneOf('Asia/Shanghai');
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readPeriod({ from, until }: Pick<AttributionQuery, 'from' | 'until'>): Result<Period> {
  const moments: Instant[] = [];
  for (const [field, text] of Object.entries({ from, until })) {
    const at = parseInstant(DAY.test(text) ? `${text}T00:00` : text, ZONE);
    if (at === undefined) {
      const expected = '2026-11-01 / 2026-11-01T08:00+08:00';
      return refuse('time-not-valid', {
        params: { field, found: text.slice(0, 40) },
        fields: [{ path: field, code: 'wrong-format', params: { expected } }],
      });
    }
    moments.push(at);
  }
  const [first = 0, last = 0] = moments;
  return last > first
    ? ok({ from: first, until: last })
    : refuse('period-ends-before-it-begins', { fields: [{ path: 'until', code: 'too-early' }] });
}

const BATCH = 200;

const JUST_A_PAUSE: PauseHolderOf = () => 'pause';
const seconds = (ms: number): number => ms / SECOND;

/** What of the orders is asked for, and of whom: a head sees his unit, a supervisor his districts. */
interface Asked {
  period: Period;
  now: Instant;
  /** Only what was spent while this unit was responsible. */
  department: string | undefined;
  /** Null: a head asking for another unit gets what he may see of it: nothing. */
  filter: HeldFilter | null;
}

function asked({ me, time }: AttributionReader, query: AttributionQuery): Result<Asked> {
  const period = readPeriod(query);
  if (!period.ok) return period;
  const now = time.now();
  const { from, until } = period.value;
  const scope = allowed(me, 'reports.read');
  const hidden = scope === 'department' && query.department !== undefined && query.department !== me.departmentId;
  const department = scope === 'department' ? me.departmentId : query.department;
  const filter: HeldFilter = {
    from,
    until: Math.min(until, now),
    ...(query.event === undefined ? {} : { event: query.event }),
    ...(department === undefined ? {} : { department }),
    ...(scope === 'district' && me.districts.length > 0 ? { districts: me.districts } : {}),
  };
  return ok({ period: period.value, now, department, filter: hidden ? null : filter });
}

/** The segments of every order of the period, cut to it, an order at a time. */
async function* heldInPeriod(
  tx: Tx,
  { period: { from, until }, now, filter }: Asked,
  batch: number,
): AsyncGenerator<{ orderId: number; segments: Segment[] }> {
  const holders = new Map<string, PauseHolderOf>();
  for (let after = 0; filter !== null; ) {
    const orders = await ordersHeld(tx, filter, after, batch);
    const packs = new Map(orders.map(({ orderId, packHash }) => [orderId, packHash]));
    for (const hash of packs.values())
      if (!holders.has(hash)) holders.set(hash, pauseHolders((await rulebookByHash(tx, hash)).pack));
    for await (const { orderId, log } of briefLogs(tx, [...packs.keys()], TELLING_KINDS)) {
      const { segments } = attribute(log, now, holders.get(packs.get(orderId) ?? '') ?? JUST_A_PAUSE);
      yield { orderId, segments: cut(segments, from, until) };
    }
    const last = orders.at(-1);
    if (!last || orders.length < batch) break;
    after = last.orderId;
  }
}

/**
 * Of every order open or closed in the period, what of its time lies in the period.
 * @param batch orders read at once; no more of them is ever held in memory
 */
export async function reportAttribution(reader: AttributionReader, query: AttributionQuery, batch = BATCH) {
  const { tx, lang } = reader;
  const given = asked(reader, query);
  if (!given.ok) return given;
  const { period, now, department } = given.value;
  const tally = attributionTally(department);
  for await (const { segments } of heldInPeriod(tx, given.value, batch)) tally.add(segments);
  const unit = await nameOfUnits(tx);
  return ok({
    from: iso(period.from),
    until: iso(period.until),
    now: iso(now),
    orders: tally.orders(),
    rows: tally.rows().map(({ departmentId, holder, orders, total, mean, p90 }) => ({
      departmentId,
      departmentName: unit(departmentId),
      holder,
      name: HOLDER_WORDS[holder][lang],
      orders,
      seconds: seconds(total),
      mean: seconds(mean),
      p90: seconds(p90),
    })),
  });
}

export interface CellQuery extends AttributionQuery {
  /** Responsible unit of the figure; NOBODY: while there was none; absent: every unit. */
  unit?: string;
  holder?: Holder;
}

/** `unit` of what was spent before any unit was responsible. */
export const NOBODY = '-';
/** Orders told behind a figure, those that took longest first. */
const LONGEST = 200;

/** The orders behind a figure of the report: their times add up to it. */
export async function ordersAttributed(reader: AttributionReader, query: CellQuery, batch = BATCH) {
  const { tx, lang } = reader;
  const given = asked(reader, query);
  if (!given.ok) return given;
  const { department } = given.value;
  const inCell = ({ departmentId, holder }: Segment): boolean =>
    (department === undefined || departmentId === department) &&
    (query.unit === undefined || (departmentId ?? NOBODY) === query.unit) &&
    (query.holder === undefined || holder === query.holder);
  let found: { orderId: number; ms: number }[] = [];
  let [orders, ms] = [0, 0];
  const keepLongest = (): void => {
    found = found.sort((a, b) => b.ms - a.ms || a.orderId - b.orderId).slice(0, LONGEST);
  };
  for await (const { orderId, segments } of heldInPeriod(tx, given.value, batch)) {
    const held = segments.filter(inCell).reduce((sum, { from, until }) => sum + (until - from), 0);
    if (held === 0) continue;
    orders += 1;
    ms += held;
    found.push({ orderId, ms: held });
    if (found.length >= 2 * LONGEST) keepLongest();
  }
  keepLongest();
  const rows = new Map(
    (
      await briefOrders(
        tx,
        found.map(({ orderId }) => orderId),
      )
    ).map((row) => [row.orderId, row]),
  );
  const items = [];
  for (const { orderId, ms: held } of found) {
    const row = rows.get(orderId);
    if (!row) continue;
    const { words } = await rulebookByHash(tx, row.packHash);
    items.push({
      id: orderId,
      number: row.number,
      eventName: words.events.get(row.event)?.[lang] ?? row.event,
      place: row.place,
      state: row.state,
      stateName: STATE_WORDS[row.state][lang],
      receivedAt: row.receivedAt.toISOString(),
      seconds: seconds(held),
    });
  }
  return ok({ orders, seconds: seconds(ms), items });
}
