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
  type PauseHolderOf,
  pauseHolders,
  TELLING_KINDS,
} from '../rules/attribution.ts';
import { iso } from '../rules/clock-view.ts';
import { milestoneName } from '../rules/names.ts';
import { type Lang, STATE_WORDS } from '../rules/words.ts';
import { briefLogs, type HeldFilter, ordersHeld, type Period } from '../store/attribution.ts';
import { logOf } from '../store/events.ts';
import { orderById } from '../store/orders.ts';
import { staffNames } from '../store/people.ts';
import { maySee } from './execute.ts';
import { unitsOf } from './people.ts';
import { bookByHash } from './rulebook.ts';

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
  const book = await bookByHash(tx, row.packHash);
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

/**
 * Of every order open or closed in the period, what of its time lies in the period.
 * @param batch orders read at once; no more of them is ever held in memory
 */
export async function reportAttribution(
  { tx, me, time, lang }: AttributionReader,
  query: AttributionQuery,
  batch = BATCH,
) {
  const period = readPeriod(query);
  if (!period.ok) return period;
  const now = time.now();
  const { from, until } = period.value;
  const scope = allowed(me, 'reports.read');
  // a head asking for another unit gets what he may see of it: nothing
  const hidden = scope === 'department' && query.department !== undefined && query.department !== me.departmentId;
  const department = scope === 'department' ? me.departmentId : query.department;
  const filter: HeldFilter = {
    from,
    until: Math.min(until, now),
    ...(query.event === undefined ? {} : { event: query.event }),
    ...(department === undefined ? {} : { department }),
    ...(scope === 'district' && me.districts.length > 0 ? { districts: me.districts } : {}),
  };
  const tally = attributionTally(department);
  const holders = new Map<string, PauseHolderOf>();
  for (let after = 0; !hidden; ) {
    const orders = await ordersHeld(tx, filter, after, batch);
    const packs = new Map(orders.map(({ orderId, packHash }) => [orderId, packHash]));
    for (const hash of packs.values())
      if (!holders.has(hash)) holders.set(hash, pauseHolders((await bookByHash(tx, hash)).pack));
    for await (const { orderId, log } of briefLogs(tx, [...packs.keys()], TELLING_KINDS)) {
      const { segments } = attribute(log, now, holders.get(packs.get(orderId) ?? '') ?? JUST_A_PAUSE);
      tally.add(cut(segments, from, until));
    }
    const last = orders.at(-1);
    if (!last || orders.length < batch) break;
    after = last.orderId;
  }
  const unit = await nameOfUnits(tx);
  return ok({
    from: iso(from),
    until: iso(until),
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
