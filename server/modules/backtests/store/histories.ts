/** Logs of the past, read as of one moment: as little of them as clocks go by. */
import type { CopiedRow, Snapshot } from '../../../platform/snapshot.ts';
import type { Instant } from '../../../values/instant.ts';
import type { EventData, LogEntry } from '../../work-orders/index.ts';

/** Which orders: those received in a period. Confidential ones 保密 are nobody's statistics. */
export interface Period {
  utilityId: number;
  from: Instant;
  until: Instant;
}

/** Versions an order was under. */
export interface Under {
  packHash: string;
  calendarHash: string | null;
}

const whole = (number: number): number => {
  if (!Number.isSafeInteger(number)) throw new Error(`not a whole number: ${number}`);
  return number;
};

const chosen = ({
  utilityId,
  from,
  until,
}: Period): string => `o.utility_id = ${whole(utilityId)} and o.sealed_to is null
  and o.received_at >= to_timestamp(${whole(from)} / 1000.0) and o.received_at < to_timestamp(${whole(until)} / 1000.0)`;

/** Versions the orders were under, and how many were. */
export async function waysOf(snapshot: Snapshot, period: Period): Promise<(Under & { orders: number })[]> {
  const rows = await snapshot.rows<{ packHash: string; calendarHash: string | null; orders: number }>(`
    select o.pack_hash as "packHash", o.calendar_hash as "calendarHash", count(*)::int as orders
    from work_orders.work_order o where ${chosen(period)} group by 1, 2 order by 3 desc, 1, 2`);
  return rows;
}

/** Orders from one number to another, both counted in. */
export interface Range {
  from: number;
  to: number;
}

/** All of them, in parts of about so many. */
export async function rangesOf(snapshot: Snapshot, period: Period, size: number): Promise<Range[]> {
  return snapshot.rows<Range>(`
    select min(id)::float8 as "from", max(id)::float8 as "to"
    from (select o.order_id as id, row_number() over (order by o.order_id) as n
      from work_orders.work_order o where ${chosen(period)}) as one
    group by (n - 1) / ${whole(size)} order by 1`);
}

/** Bear on no clock, unless they tell a fact or a plan. */
// biome-ignore format: one list
const SILENT = [
  'warned', 'breached', 'breach-withdrawn', 'redated', 'attached', 'note', 'supervised', 'position-set', 'return-asked',
  'return-refused', 'extension-asked', 'extension-refused', 'pause-asked', 'pause-refused', 'step-granted',
];
/** Of what an entry says, what is long and bears on no clock. */
const UNREAD = ['content', 'place', 'position', 'elements', 'forms', 'text', 'reason', 'basis', 'detail'];

const list = (names: readonly string[]): string => `'{${names.join(',')}}'`;

/** Bytes of what an entry says above which it is worth leaving something out. */
const LONG = 90;

const entriesOf = ({ utilityId }: Period, { from, to }: Range): string => `
  select e.order_id, e.seq, e.kind, e.occurred_at, e.recorded_at, e.request_id,
    case when pg_column_size(e.data) > ${LONG} then e.data - ${list(UNREAD)}::text[] else e.data end
  from work_orders.event e
  where e.utility_id = ${whole(utilityId)} and e.order_id between ${whole(from)} and ${whole(to)}
    and (e.kind <> all (${list(SILENT)}) or e.data ?| ${list(['facts', 'plans'])})
  order by e.order_id, e.seq`;

const ordersOf = (period: Period, { from, to }: Range): string => `
  select o.order_id, o.pack_hash, o.calendar_hash
  from work_orders.work_order o where o.order_id between ${whole(from)} and ${whole(to)} and ${chosen(period)}`;

/** What each order of a range was under. */
async function undersOf(snapshot: Snapshot, period: Period, range: Range): Promise<Map<number, Under>> {
  const kept = new Map<string, Under>();
  const unders = new Map<number, Under>();
  await snapshot.copy(ordersOf(period, range), (row) => {
    const packHash = row.name(1);
    const calendarHash = row.isNull(2) ? null : row.name(2);
    const key = `${packHash} ${calendarHash}`;
    const under = kept.get(key) ?? { packHash, calendarHash };
    kept.set(key, under);
    unders.set(row.bigint(0), under);
  });
  return unders;
}

const NOTHING: EventData = {};
/** Many entries say the same few things. */
const LONGEST_KEPT = 80;
const MOST_KEPT = 20_000;

/** Every order of a range with its log, one after another. */
export async function histories(
  snapshot: Snapshot,
  period: Period,
  range: Range,
  each: (orderId: number, under: Under, log: readonly LogEntry[]) => void,
): Promise<void> {
  const said = new Map<string, EventData>();
  const kinds = new Map<string, string>();
  // one text for all entries of a kind: it is compared again and again
  const kindOf = (row: CopiedRow): string => {
    const kind = row.name(2);
    const kept = kinds.get(kind);
    if (kept !== undefined) return kept;
    kinds.set(kind, kind);
    return kind;
  };
  const dataOf = (row: CopiedRow): EventData => {
    const text = row.json(6);
    if (text.length === 2) return NOTHING;
    if (text.length > LONGEST_KEPT) return JSON.parse(text) as EventData;
    let data = said.get(text);
    if (!data) {
      data = JSON.parse(text) as EventData;
      if (said.size < MOST_KEPT) said.set(text, data);
    }
    return data;
  };
  const unders = await undersOf(snapshot, period, range);
  let orderId = 0;
  let under: Under | undefined;
  let log: LogEntry[] = [];
  await snapshot.copy(entriesOf(period, range), (row) => {
    const id = row.bigint(0);
    if (id !== orderId) {
      if (under) each(orderId, under, log);
      orderId = id;
      under = unders.get(id);
      log = [];
    }
    // of another period, or confidential
    if (!under) return;
    log.push({
      seq: row.int(1),
      kind: kindOf(row),
      occurredAt: row.instant(3),
      recordedAt: row.instant(4),
      staffId: null,
      departmentId: null,
      via: 'system',
      requestId: row.isNull(5) ? null : row.bigint(5),
      command: null,
      version: 0,
      data: dataOf(row),
    });
  });
  if (under) each(orderId, under, log);
}
