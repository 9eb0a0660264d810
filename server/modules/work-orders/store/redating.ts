/** Re-dating many orders at once: read in batches, written with one statement for each table and batch. */
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { ClockRow, Owed } from '../rules/clocks.ts';

export interface OpenOrder {
  orderId: number;
  number: string;
  place: string;
  /** Version it is under, and the one it is to come under. */
  packHash: string;
  target: string;
  /** Holiday calendar it counts on (null: the one kept first), and the one it is to count on. */
  calendarHash: string | null;
  calendarTarget: string | null;
  departmentId: string | null;
  handlerId: number | null;
  lastSeq: number;
  version: number;
  lateCount: number;
  /** The clock lists show of it; null: none. */
  due: ShownDue | null;
}

/** A clock as far as lists go by it. */
export type ShownDue = Owed & Pick<ClockRow, 'clockId' | 'startedAt' | 'warnAt'>;

/**
 * Which open orders: those not yet under a version or a calendar, those a re-dating had put where they still are, or those that
 * count on the calendar a re-dating brought: they go back to where it found them, and what it did not find to `before`.
 * @param first calendar counted on by orders that name none
 */
export type Chosen =
  | { notUnder: string }
  | { redatedBy: number }
  | { notOn: string; first: string }
  | { backFrom: string; first: string; before: string; redatedBy: number };

interface Choice {
  target: Sql;
  calendarTarget: Sql;
  join: Sql;
  where: Sql;
}

const OF_REDATING = sql`join work_orders.redating_order r on r.utility_id = o.utility_id and r.order_id = o.order_id`;

function choiceOf(chosen: Chosen): Choice {
  const stays = { target: sql`o.pack_hash`, calendarTarget: sql`o.calendar_hash`, join: empty, where: empty };
  if ('notUnder' in chosen)
    return { ...stays, target: sql`${chosen.notUnder}::text`, where: sql`and o.pack_hash <> ${chosen.notUnder}` };
  if ('notOn' in chosen)
    return {
      ...stays,
      calendarTarget: sql`${chosen.notOn}::text`,
      where: sql`and coalesce(o.calendar_hash, ${chosen.first}) <> ${chosen.notOn}`,
    };
  const join = sql`${OF_REDATING} and r.redating_id = ${chosen.redatedBy}`;
  if ('backFrom' in chosen)
    return {
      ...stays,
      calendarTarget: sql`coalesce(r.old_calendar_hash, ${chosen.before})`,
      join: sql`left ${join}`,
      where: sql`and coalesce(o.calendar_hash, ${chosen.first}) = ${chosen.backFrom}`,
    };
  return { ...stays, target: sql`r.old_pack_hash`, join: sql`${join} and r.new_pack_hash = o.pack_hash` };
}

const ms = (column: string): Sql => raw(`round(date_part('epoch', ${column}) * 1000)`);

interface FoundDue {
  orderId: number;
  clockId: string;
  state: ClockRow['state'];
  startedAt: Instant;
  dueAt: Instant | null;
  warnAt: Instant | null;
}

/** Rows and lists hold only clocks that are owed. */
// biome-ignore format: one list
const shown = ({ clockId, state, startedAt, dueAt, warnAt }: FoundDue): ShownDue => ({
  clockId, state, startedAt, dueAt, warnAt, section: 'clocks', limit: '', endedBy: null,
});

/** @param lock holds them until the transaction ends, in the order of their ids */
export async function openOrders(
  tx: Tx,
  chosen: Chosen,
  after: number,
  limit: number,
  lock: boolean,
): Promise<OpenOrder[]> {
  const { target, calendarTarget, join, where } = choiceOf(chosen);
  const rows = await tx.rows<OpenOrder & FoundDue>(sql`
    select o.order_id as "orderId", o.number, o.place, o.pack_hash as "packHash", ${target} as target,
      o.calendar_hash as "calendarHash", ${calendarTarget} as "calendarTarget", o.department_id as "departmentId", o.handler_id as "handlerId", o.last_seq as "lastSeq", o.version, o.late_count as "lateCount",
      o.due_clock as "clockId", o.due_state as state, ${ms('o.due_start_at')} as "startedAt", ${ms('o.due_at')} as "dueAt",
      ${ms('o.due_warn_at')} as "warnAt"
    from work_orders.work_order o ${join}
    where o.utility_id = ${tx.utilityId} and o.order_id > ${after} and o.closed_at is null ${where}
    order by o.order_id limit ${limit} ${lock ? sql`for update of o` : empty}`);
  return rows.map((row) => ({ ...row, due: row.clockId === null ? null : shown(row) }));
}

/** A re-dating may take longer than a single command, and waits for those that are being done. */
export const takeTime = (tx: Tx): Promise<number> =>
  tx.run(sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`);

/** The earliest open clock of each order among those that were not read again, as lists show it. */
export async function otherDues(
  tx: Tx,
  orderIds: readonly number[],
  apart: readonly string[],
): Promise<Map<number, ShownDue>> {
  const rows = await tx.rows<FoundDue>(sql`
    select distinct on (order_id) order_id as "orderId", clock_id as "clockId", state, ${ms('started_at')} as "startedAt",
      ${ms('due_at')} as "dueAt", ${ms('warn_at')} as "warnAt"
    from work_orders.clock
    where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[]) and clock_id <> all(${[...apart]}::text[])
      and section <> 'approvals' and limit_text <> 'none' and ended_by is null
      and (state in ('running', 'warned', 'late') and due_at is not null or state = 'paused')
    order by order_id, case when state = 'paused' then null else due_at end nulls last, started_at, clock_id`);
  return new Map(rows.map((row) => [row.orderId, shown(row)]));
}

export type ClockOf = ClockRow & { orderId: number };

/** Columns of the rows, each as one array: a parameter for each column, whatever the number of rows. */
function columnsOf(rows: readonly ClockOf[]): Sql {
  const of = <T>(pick: (row: ClockOf) => T): T[] => rows.map(pick);
  return sql`unnest(${of(({ orderId }) => orderId)}::bigint[], ${of(({ clockId }) => clockId)}::text[],
    ${of(({ requestId }) => requestId)}::bigint[], ${of(({ run }) => run)}::int[], ${of(({ section }) => section)}::text[],
    ${of(({ caseIndex }) => caseIndex)}::smallint[], ${of(({ limit }) => limit)}::text[], ${of(({ from }) => from)}::text[],
    ${of(({ state }) => state)}::text[], ${of(({ provisional }) => provisional)}::boolean[], ${of(({ endedBy }) => endedBy)}::text[],
    ${of(({ pauses }) => (pauses === null ? null : JSON.stringify(pauses)))}::jsonb[],
    ${of(({ departmentId }) => departmentId)}::text[], ${of(({ startedAt }) => startedAt)}::float8[],
    ${of(({ dueAt }) => dueAt)}::float8[], ${of(({ warnAt }) => warnAt)}::float8[], ${of(({ breachAt }) => breachAt)}::float8[],
    ${of(({ stoppedAt }) => stoppedAt)}::float8[], ${of(({ warnedAt }) => warnedAt)}::float8[],
    ${of(({ breachedAt }) => breachedAt)}::float8[], ${of(({ breachRecordedAt }) => breachRecordedAt)}::float8[],
    ${of(({ withdrawnAt }) => withdrawnAt)}::float8[], ${of(({ nextFireAt }) => nextFireAt)}::float8[]) as r (${COLUMNS})`;
}

const KEY = ['order_id', 'clock_id', 'request_id', 'run'];
const SAID = [
  'section',
  'case_index',
  'limit_text',
  'started_from',
  'state',
  'provisional',
  'ended_by',
  'pauses',
  'department_id',
];
/** In the rows milliseconds since 1970. */
// biome-ignore format: one list
const TIMES = [
  'started_at', 'due_at', 'warn_at', 'breach_at', 'stopped_at', 'warned_at', 'breached_at', 'breach_recorded_at', 'withdrawn_at',
  'next_fire_at',
];
const COLUMNS = raw([...KEY, ...SAID, ...TIMES].join(', '));
const GIVEN = raw(
  [...KEY, ...SAID, ...TIMES]
    .map((name) => (TIMES.includes(name) ? `to_timestamp(r.${name} / 1000)` : `r.${name}`))
    .join(', '),
);
const SET = raw(
  [
    ...SAID.map((name) => `${name} = r.${name}`),
    ...TIMES.map((name) => `${name} = to_timestamp(r.${name} / 1000)`),
  ].join(', '),
);

export function updateClocks(tx: Tx, rows: readonly ClockOf[]): void {
  if (rows.length === 0) return;
  tx.send(sql`
    update work_orders.clock c set ${SET} from ${columnsOf(rows)}
    where c.utility_id = ${tx.utilityId} and c.order_id = r.order_id and c.clock_id = r.clock_id and c.request_id = r.request_id
      and c.run = r.run`);
}

export function insertClocks(tx: Tx, rows: readonly ClockOf[]): void {
  if (rows.length === 0) return;
  tx.send(
    sql`insert into work_orders.clock (utility_id, ${COLUMNS}) select ${tx.utilityId}, ${GIVEN} from ${columnsOf(rows)}`,
  );
}

export function deleteClocks(tx: Tx, rows: readonly ClockOf[]): void {
  if (rows.length === 0) return;
  tx.send(sql`
    delete from work_orders.clock c
    using unnest(${rows.map(({ orderId }) => orderId)}::bigint[], ${rows.map(({ clockId }) => clockId)}::text[],
      ${rows.map(({ requestId }) => requestId)}::bigint[], ${rows.map(({ run }) => run)}::int[]) as r (order_id, clock_id, request_id, run)
    where c.utility_id = ${tx.utilityId} and c.order_id = r.order_id and c.clock_id = r.clock_id and c.request_id = r.request_id
      and c.run = r.run`);
}

export interface RedatedOrder extends Pick<OpenOrder, 'packHash' | 'target' | 'calendarHash' | 'calendarTarget'> {
  orderId: number;
  lastSeq: number;
  lateCount: number;
  due: ShownDue | null;
}

/** Version, place in the log and what lists show. The version a command must have seen stays. */
export function saveRedated(tx: Tx, rows: readonly RedatedOrder[]): void {
  const of = <T>(pick: (row: RedatedOrder) => T): T[] => rows.map(pick);
  tx.send(sql`
    update work_orders.work_order o set pack_hash = r.target, calendar_hash = r.calendar, last_seq = r.last_seq, late_count = r.late_count,
      due_at = to_timestamp(r.due_at / 1000), due_clock = r.due_clock, due_state = r.due_state,
      due_start_at = to_timestamp(r.due_start_at / 1000), due_warn_at = to_timestamp(r.due_warn_at / 1000),
      sort_at = case when r.due_state = 'paused' then 'infinity' else coalesce(to_timestamp(r.due_at / 1000), 'infinity') end
    from unnest(${of(({ orderId }) => orderId)}::bigint[], ${of(({ target }) => target)}::text[],
      ${of(({ calendarTarget }) => calendarTarget)}::text[], ${of(({ lastSeq }) => lastSeq)}::int[], ${of(({ lateCount }) => lateCount)}::int[],
      ${of(({ due }) => due?.dueAt ?? null)}::float8[], ${of(({ due }) => due?.clockId ?? null)}::text[],
      ${of(({ due }) => due?.state ?? null)}::text[], ${of(({ due }) => due?.startedAt ?? null)}::float8[],
      ${of(({ due }) => due?.warnAt ?? null)}::float8[])
      as r (order_id, target, calendar, last_seq, late_count, due_at, due_clock, due_state, due_start_at, due_warn_at)
    where o.utility_id = ${tx.utilityId} and o.order_id = r.order_id`);
}

/** Where each came from and went to. @param calendar its calendar too: it was re-dated to one */
export function keepOrders(tx: Tx, redatingId: number, rows: readonly RedatedOrder[], calendar: boolean): void {
  const of = <T>(pick: (row: RedatedOrder) => T): T[] => rows.map(pick);
  tx.send(sql`
    insert into work_orders.redating_order
      (utility_id, redating_id, order_id, old_pack_hash, new_pack_hash, old_calendar_hash, new_calendar_hash)
    select ${tx.utilityId}, ${redatingId}, r.order_id, r.old, r.target, r.old_calendar, r.calendar
    from unnest(${of(({ orderId }) => orderId)}::bigint[], ${of(({ packHash }) => packHash)}::text[],
      ${of(({ target }) => target)}::text[], ${of(({ calendarHash }) => (calendar ? calendarHash : null))}::text[],
      ${of(({ calendarTarget }) => (calendar ? calendarTarget : null))}::text[]) as r (order_id, old, target, old_calendar, calendar)`);
}
