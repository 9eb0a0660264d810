/** Re-dating many orders at once: read in batches, written with one statement for each table and batch. */
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { ClockRow } from '../rules/clocks.ts';

export interface OpenOrder {
  orderId: number;
  number: string;
  place: string;
  /** Version it is under, and the one it is to come under. */
  packHash: string;
  target: string;
  departmentId: string | null;
  handlerId: number | null;
  lastSeq: number;
  version: number;
  lateCount: number;
}

/** Which open orders: those not yet under a version, all of them, or those a re-dating had put where they still are. */
export type Chosen = { notUnder: string } | { all: true } | { redatedBy: number };

const targetOf = (chosen: Chosen): Sql => {
  if ('notUnder' in chosen) return sql`${chosen.notUnder}::text`;
  return 'all' in chosen ? sql`o.pack_hash` : sql`r.old_pack_hash`;
};

/** @param lock holds them until the transaction ends, in the order of their ids */
export const openOrders = (tx: Tx, chosen: Chosen, after: number, limit: number, lock: boolean): Promise<OpenOrder[]> =>
  tx.rows<OpenOrder>(sql`
    select o.order_id as "orderId", o.number, o.place, o.pack_hash as "packHash", ${targetOf(chosen)} as target,
      o.department_id as "departmentId", o.handler_id as "handlerId", o.last_seq as "lastSeq", o.version, o.late_count as "lateCount"
    from work_orders.work_order o ${
      'redatedBy' in chosen
        ? sql`join work_orders.redating_order r on r.utility_id = o.utility_id and r.order_id = o.order_id
            and r.redating_id = ${chosen.redatedBy} and r.new_pack_hash = o.pack_hash`
        : empty
    }
    where o.utility_id = ${tx.utilityId} and o.order_id > ${after} and o.closed_at is null
      ${'notUnder' in chosen ? sql`and o.pack_hash <> ${chosen.notUnder}` : empty}
    order by o.order_id limit ${limit} ${lock ? sql`for update of o` : empty}`);

/** A re-dating may take longer than a single command. */
export const takeTime = (tx: Tx): Promise<number> => tx.run(sql`set local statement_timeout = 0`);

const time = (at: Instant | null): Date | null => (at === null ? null : new Date(at));

/** The earliest open clock of each order among those that were not read again, as lists show it. */
export async function otherDues(
  tx: Tx,
  orderIds: readonly number[],
  apart: readonly string[],
): Promise<Map<number, ClockRow>> {
  interface Found {
    orderId: number;
    clockId: string;
    state: ClockRow['state'];
    startedAt: Date;
    dueAt: Date | null;
    warnAt: Date | null;
  }
  const rows = await tx.rows<Found>(sql`
    select distinct on (order_id) order_id as "orderId", clock_id as "clockId", state, started_at as "startedAt", due_at as "dueAt",
      warn_at as "warnAt"
    from work_orders.clock
    where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[]) and clock_id <> all(${[...apart]}::text[])
      and section <> 'approvals'
      and (state in ('running', 'warned', 'late') and due_at is not null or state = 'paused' and limit_text <> 'none')
      and ended_by is null
    order by order_id, case when state = 'paused' then null else due_at end nulls last, started_at, clock_id`);
  return new Map(
    rows.map((row) => [
      row.orderId,
      {
        ...row,
        startedAt: row.startedAt.getTime(),
        dueAt: row.dueAt?.getTime() ?? null,
        warnAt: row.warnAt?.getTime() ?? null,
        section: 'clocks',
        limit: '',
        endedBy: null,
      } as unknown as ClockRow,
    ]),
  );
}

export type ClockOf = ClockRow & { orderId: number };

const STAGED = [
  'utility_id', 'order_id', 'clock_id', 'request_id', 'run', 'section', 'case_index', 'limit_text', 'started_from', 'state', 'provisional',
  'ended_by', 'pauses', 'department_id', 'started_at', 'due_at', 'warn_at', 'breach_at', 'stopped_at', 'warned_at', 'breached_at',
  'breach_recorded_at', 'withdrawn_at', 'next_fire_at',
]; // biome-ignore format: one list
const STAGE = raw(STAGED.join(', '));
const SET = raw(
  STAGED.slice(5)
    .map((name) => `${name} = r.${name}`)
    .join(', '),
);

const staged = (utilityId: number, row: ClockOf): unknown[] => [
  utilityId,
  row.orderId,
  row.clockId,
  row.requestId,
  row.run,
  row.section,
  row.caseIndex,
  row.limit,
  row.from,
  row.state,
  row.provisional,
  row.endedBy,
  row.pauses === null ? null : JSON.stringify(row.pauses),
  row.departmentId,
  time(row.startedAt),
  time(row.dueAt),
  time(row.warnAt),
  time(row.breachAt),
  time(row.stoppedAt),
  time(row.warnedAt),
  time(row.breachedAt),
  time(row.breachRecordedAt),
  time(row.withdrawnAt),
  time(row.nextFireAt),
];

/** Rows gathered beside the table, gone with the transaction: COPY fills them faster than any statement with parameters. */
export const prepareStage = (tx: Tx): Promise<number> =>
  tx.run(
    sql`create temp table if not exists clock_stage on commit drop as select ${STAGE} from work_orders.clock limit 0`,
  );

export async function stageClocks(tx: Tx, rows: readonly ClockOf[]): Promise<void> {
  if (rows.length === 0) return;
  const { utilityId } = tx;
  await tx.copyIn(
    `copy pg_temp.clock_stage (${STAGED.join(', ')}) from stdin`,
    (function* () {
      for (const row of rows) yield staged(utilityId, row);
    })(),
  );
}

/** All that was gathered, at once: rows that stand are changed, the others come new. */
export async function takeStage(tx: Tx): Promise<void> {
  await tx.run(sql`analyze pg_temp.clock_stage`);
  await tx.run(sql`
    update work_orders.clock c set ${SET} from pg_temp.clock_stage r
    where c.utility_id = ${tx.utilityId} and c.utility_id = r.utility_id and c.order_id = r.order_id and c.clock_id = r.clock_id
      and c.request_id = r.request_id and c.run = r.run`);
  await tx.run(sql`
    insert into work_orders.clock (${STAGE}) select ${STAGE} from pg_temp.clock_stage r
    where not exists (
      select from work_orders.clock c
      where c.utility_id = ${tx.utilityId} and c.order_id = r.order_id and c.clock_id = r.clock_id and c.request_id = r.request_id
        and c.run = r.run)`);
  await tx.run(sql`truncate pg_temp.clock_stage`);
}

export async function deleteClocks(tx: Tx, rows: readonly ClockOf[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`
    delete from work_orders.clock c
    using unnest(${rows.map(({ orderId }) => orderId)}::bigint[], ${rows.map(({ clockId }) => clockId)}::text[],
      ${rows.map(({ requestId }) => requestId)}::bigint[], ${rows.map(({ run }) => run)}::int[]) as r (order_id, clock_id, request_id, run)
    where c.utility_id = ${tx.utilityId} and c.order_id = r.order_id and c.clock_id = r.clock_id and c.request_id = r.request_id
      and c.run = r.run`);
}

export interface RedatedOrder {
  orderId: number;
  packHash: string;
  target: string;
  lastSeq: number;
  lateCount: number;
  due: ClockRow | null;
}

/** Version, place in the log and what lists show. The version a command must have seen stays. */
export async function saveRedated(tx: Tx, rows: readonly RedatedOrder[]): Promise<void> {
  const due = <T>(pick: (row: ClockRow) => T): (T | null)[] =>
    rows.map((row) => (row.due === null ? null : pick(row.due)));
  await tx.run(sql`
    update work_orders.work_order o set pack_hash = r.target, last_seq = r.last_seq, late_count = r.late_count, due_at = r.due_at,
      due_clock = r.due_clock, due_state = r.due_state, due_start_at = r.due_start_at, due_warn_at = r.due_warn_at,
      sort_at = case when r.due_state = 'paused' then 'infinity' else coalesce(r.due_at, 'infinity') end
    from unnest(${rows.map(({ orderId }) => orderId)}::bigint[], ${rows.map(({ target }) => target)}::text[],
      ${rows.map(({ lastSeq }) => lastSeq)}::int[], ${rows.map(({ lateCount }) => lateCount)}::int[],
      ${due(({ dueAt }) => time(dueAt))}::timestamptz[], ${due(({ clockId }) => clockId)}::text[], ${due(({ state }) => state)}::text[],
      ${due(({ startedAt }) => time(startedAt))}::timestamptz[], ${due(({ warnAt }) => time(warnAt))}::timestamptz[])
      as r (order_id, target, last_seq, late_count, due_at, due_clock, due_state, due_start_at, due_warn_at)
    where o.utility_id = ${tx.utilityId} and o.order_id = r.order_id`);
}

export const keepOrders = (tx: Tx, redatingId: number, rows: readonly RedatedOrder[]): Promise<number> =>
  tx.run(sql`
    insert into work_orders.redating_order (utility_id, redating_id, order_id, old_pack_hash, new_pack_hash)
    select ${tx.utilityId}, ${redatingId}, r.order_id, r.old, r.target
    from unnest(${rows.map(({ orderId }) => orderId)}::bigint[], ${rows.map(({ packHash }) => packHash)}::text[],
      ${rows.map(({ target }) => target)}::text[]) as r (order_id, old, target)`);
