/** The proof: everything stored about orders follows from their logs and rulebooks. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { type ClockRow, differing, keyOf, stands, stateAt } from '../rules/clocks.ts';
import { fold } from '../rules/fold.ts';
import type { LogEntry } from '../rules/order.ts';
import { reckon } from '../rules/rulebook.ts';
import { clocksOfOrders } from '../store/clocks.ts';
import { logsOf } from '../store/events.ts';
import { holdStill, type OrderRow, orderIds, ordersByIds } from '../store/orders.ts';
import { unitsOf } from './people.ts';
import { bookUnder } from './rulebook.ts';
import type { Standing } from './save.ts';

export interface Difference {
  order: string;
  /** `clock finish/0/1` or `order`. */
  of: string;
  field: string;
  stored: string | number | boolean | null;
  computed: string | number | boolean | null;
}

export interface Verified {
  orders: number;
  clocks: number;
  differences: Difference[];
}

const BATCH = 200;

/** First in its transaction: commands and sweeps that go on meanwhile are not seen by halves. */
export async function verifyOrders(tx: Tx, time: TimeSource): Promise<Verified> {
  const result: Verified = { orders: 0, clocks: 0, differences: [] };
  await holdStill(tx);
  const units = await unitsOf(tx);
  for (let after = 0; ; ) {
    const ids = await orderIds(tx, after, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return result;
    after = last;
    const logs = await logsOf(tx, ids);
    const clocks = await clocksOfOrders(tx, ids);
    for (const row of await ordersByIds(tx, ids)) {
      const { orderId } = row;
      const log = logs.get(orderId) ?? [];
      const book = await bookUnder(tx, row);
      const standing: Standing = {
        orderId,
        number: row.number,
        order: fold(log),
        log,
        clocks: clocks.get(orderId) ?? [],
        units,
        book,
      };
      result.orders += 1;
      result.clocks += standing.clocks.length;
      result.differences.push(...orderDiffers(row, standing), ...clocksDiffer(standing, time.now()));
    }
  }
}

function orderDiffers(row: OrderRow, { number, order }: Standing): Difference[] {
  const ms = (at: Date | null) => at?.getTime() ?? null;
  const pairs: [string, string | number | null, string | number | null][] = [
    ['state', row.state, order.state],
    ['round', row.round, order.round],
    ['version', row.version, order.version],
    ['lastSeq', row.lastSeq, order.lastSeq],
    ['departmentId', row.departmentId, order.departmentId],
    ['handlerId', row.handlerId, order.handlerId],
    ['receivedAt', ms(row.receivedAt), order.receivedAt],
    ['place', row.place, order.place],
    ['lon', row.lon, order.position ? order.position.lon : row.lon],
    ['lat', row.lat, order.position ? order.position.lat : row.lat],
    ['positionBy', row.positionBy, order.position ? order.position.by : row.positionBy],
    ['closedAt', ms(row.closedAt), order.closedAt],
    ['callers', row.callers, order.requests.length],
    ['mergedInto', row.mergedInto, order.mergedInto?.id ?? null],
    // never re-dated: that of its opening, which only the row knows
    ['packHash', row.packHash, order.packHash ?? row.packHash],
    ['calendarHash', row.calendarHash, order.calendarHash ?? row.calendarHash],
  ];
  return pairs
    .filter(([, a, b]) => a !== b)
    .map(([field, stored, computed]) => ({ order: number, of: 'order', field, stored, computed }));
}

/** What the sweep has not come to yet is no difference; nor is a projection that moves with the clock on the wall. */
function clocksDiffer(standing: Standing, now: number): Difference[] {
  const stored = new Map(standing.clocks.map((row) => [keyOf(row), row]));
  const { rows, removed } = reckon(standing, now);
  const differs = (row: ClockRow, field: string, values: Pick<Difference, 'stored' | 'computed'>): Difference => ({
    order: standing.number,
    of: `clock ${keyOf(row)}`,
    field,
    ...values,
  });
  const gone = removed.map((row) => differs(row, 'present', { stored: 'yes', computed: 'no' }));
  const others = rows.flatMap((computed): Difference[] => {
    const row = stored.get(keyOf(computed));
    if (!row) return [differs(computed, 'present', { stored: 'no', computed: 'yes' })];
    const pending = row.nextFireAt !== null && row.nextFireAt <= now;
    return differing(row, computed)
      .filter((field) => field !== 'state' || stateAt(row, now) !== stateAt(computed, now))
      .filter((field) => !(field === 'state' && row.breachAt === null && timely(row) && timely(computed)))
      .filter((field) => !(pending && PENDING.has(field)))
      .map((field) => differs(row, field, { stored: row[field], computed: computed[field] }));
  });
  const said = breachesIn(standing.log);
  const unsaid = standing.clocks
    .filter((row) => stands(row) !== (said.get(keyOf(row)) ?? false))
    .map((row) =>
      differs(row, 'breach in the log', {
        stored: String(stands(row)),
        computed: String(said.get(keyOf(row)) ?? false),
      }),
    );
  return [...gone, ...others, ...unsaid];
}

/** By the log: does a breach of this clock stand? */
function breachesIn(log: readonly LogEntry[]): Map<string, boolean> {
  const standing = new Map<string, boolean>();
  for (const { kind, requestId, data } of log) {
    if (kind === 'joined' && requestId !== null) {
      for (const key of [...standing.keys()]) if (key.split('/')[1] === String(requestId)) standing.delete(key);
      for (const { clock, run } of data.said ?? []) standing.set(keyOf({ clockId: clock, requestId, run }), true);
    }
    if (data.clock === undefined || (kind !== 'breached' && kind !== 'breach-withdrawn')) continue;
    standing.set(keyOf({ clockId: data.clock, requestId: requestId ?? 0, run: data.run ?? 1 }), kind === 'breached');
  }
  return standing;
}

const PENDING: ReadonlySet<string> = new Set([
  'state',
  'warnedAt',
  'breachedAt',
  'breachRecordedAt',
  'withdrawnAt',
  'nextFireAt',
]);
const timely = ({ state }: ClockRow): boolean => state === 'running' || state === 'warned' || state === 'late';
