/** The list of orders: what I may see of it, paged by key, and how many there are of each kind. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Scope } from '../../identity/index.ts';
import { STATES, type State } from '../rules/lifecycle.ts';
import type { ToName } from '../rules/names.ts';
import { ORDER_COLUMNS, ORDER_FROM, type OrderRow } from './orders.ts';

/** A test of a row `o` of `work_orders.work_order`. */
export type Condition = Sql;

/** Whose orders: the scope of my permission. */
export interface Sight {
  scope: Scope;
  staffId: number;
  departmentId: string;
  districts: readonly string[];
}

export interface Filter {
  tab: 'all' | 'late' | 'warned' | 'paused' | 'mine' | 'received';
  state?: string;
  department?: string;
  event?: string;
  q?: string;
  /** Orders meant by `q` in other modules' words: a caller, an account. */
  meant?: readonly Condition[];
  /** 我受理的: mine to answer for, as other modules know it. */
  received: Condition;
  /** 重复诉求. */
  repeated?: Condition;
  closed: boolean;
  sort: 'due' | 'received';
  limit: number;
  after?: { key: string; id: number };
  /** States that wait for an act of mine. */
  myStates: readonly State[];
}

const EVERYTHING = sql`true`;
export const NOTHING: Condition = sql`false`;

/** Also used for a single order: what is out of sight is not found. */
export const inSight = ({ scope, staffId, departmentId, districts }: Sight): Sql => {
  if (scope === 'own') return sql`o.handler_id = ${staffId}`;
  if (scope === 'sealed') return sql`o.sealed_to = ${departmentId}`;
  if (scope === 'department') return sql`o.department_id = ${departmentId}`;
  if (scope === 'district')
    return districts.length === 0 ? EVERYTHING : sql`o.district_id = any(${[...districts]}::text[])`;
  return EVERYTHING;
};

/** What a LIKE pattern means literally. */
const literal = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const mineTests = ({ myStates }: Filter, { staffId, departmentId }: Sight): Sql[] => [
  sql`o.handler_id = ${staffId} and o.state = 'in-progress'`,
  sql`o.state = any(${[...myStates]}::text[]) and (o.department_id is null or o.department_id = ${departmentId}
    or o.state in ('awaiting-review', 'awaiting-call-back'))`,
];
const mine = (filter: Filter, sight: Sight): Sql => sql`(${join(mineTests(filter, sight), ' or ')})`;

const TAB: Record<Filter['tab'], (filter: Filter, sight: Sight) => Sql> = {
  all: () => EVERYTHING,
  late: () => sql`o.due_state = 'late'`,
  warned: () => sql`o.due_state = 'warned'`,
  paused: () => sql`o.due_state = 'paused'`,
  mine,
  received: (filter) => filter.received,
};

function narrowed(tx: Tx, filter: Filter, sight: Sight): Sql {
  const tests = [sql`o.utility_id = ${tx.utilityId}`, inSight(sight)];
  tests.push(filter.closed ? sql`o.closed_at is not null` : sql`o.closed_at is null`);
  if (filter.repeated) tests.push(filter.repeated);
  if (filter.department) tests.push(sql`o.department_id = ${filter.department}`);
  if (filter.event)
    tests.push(sql`(o.event = ${filter.event} or o.event like ${`${filter.event.replace(/[\\%_]/g, '\\$&')}.%`})`);
  if (filter.q) {
    const q = literal(filter.q);
    const own = [sql`o.number ilike ${q}`, sql`o.place ilike ${q}`, sql`o.summary ilike ${q}`];
    tests.push(sql`(${join([...own, ...(filter.meant ?? [])], ' or ')})`);
  }
  return join(tests, ' and ');
}

/** A row with its place in the list, exact: what the next page starts after. */
export type ListedOrder = OrderRow & { key: string };

export function listOrders(tx: Tx, filter: Filter, sight: Sight): Promise<ListedOrder[]> {
  const tests = [narrowed(tx, filter, sight), TAB[filter.tab](filter, sight)];
  if (filter.state) tests.push(sql`o.state = ${filter.state}`);
  const byDue = filter.sort === 'due' && !filter.closed;
  const key = byDue ? sql`o.sort_at` : sql`o.received_at`;
  if (filter.after) {
    const { key: from, id } = filter.after;
    tests.push(
      byDue
        ? sql`(o.sort_at, o.order_id) > (${from}::timestamptz, ${id})`
        : sql`(o.received_at, o.order_id) < (${from}::timestamptz, ${id})`,
    );
  }
  const order = byDue ? sql`o.sort_at, o.order_id` : sql`o.received_at desc, o.order_id desc`;
  return tx.rows<ListedOrder>(sql`
    select ${ORDER_COLUMNS}, ${key}::text as key from ${ORDER_FROM}
    where ${join(tests, ' and ')} order by ${order} limit ${filter.limit}`);
}

/** Counted no further: a desk that has a thousand of a kind waiting does not need to know how many more. */
export const MOST_COUNTED = 1000;

/** Each up to `MOST_COUNTED`. */
export interface Counts {
  all: number;
  late: number;
  warned: number;
  paused: number;
  mine: number;
  received: number;
  byState: Record<string, number>;
}

/** @param by an order that an index has: without one the planner may walk through years of closed orders to the first open one */
const upTo = (where: Sql, by: Sql): Sql =>
  sql`(select count(*) from (select from work_orders.work_order o where ${where} order by ${by} limit ${MOST_COUNTED}) counted)`;
const BY_DUE = sql`o.sort_at, o.order_id`;
const BY_ID = sql`o.order_id`;

/** Two stretches of an index rather than a walk through everything. */
const countMine = (found: Sql, filter: Filter, sight: Sight): Sql => sql`(
  select count(*) from (${join(
    mineTests(filter, sight).map(
      (test) =>
        sql`(select o.order_id from work_orders.work_order o where ${found} and ${test} order by ${BY_ID} limit ${MOST_COUNTED})`,
    ),
    ' union ',
  )} limit ${MOST_COUNTED}) counted)`;

export async function countOrders(tx: Tx, filter: Filter, sight: Sight): Promise<Counts> {
  const found = narrowed(tx, filter, sight);
  if (filter.q) return countFound(tx, found, filter, sight);
  const tab = (name: 'late' | 'warned' | 'paused'): Sql => upTo(sql`${found} and ${TAB[name](filter, sight)}`, BY_DUE);
  return tx.one<Counts>(sql`
    select ${upTo(found, filter.closed ? sql`o.received_at desc, o.order_id desc` : BY_DUE)} as all, ${tab('late')} as late, ${tab('warned')} as warned, ${tab('paused')} as paused,
      ${countMine(found, filter, sight)} as mine, ${upTo(sql`${found} and ${filter.received}`, BY_ID)} as received,
      (select coalesce(jsonb_object_agg(s, n) filter (where n > 0), '{}')
       from (select s, ${upTo(sql`${found} and o.state = s`, BY_ID)} as n from unnest(${[...STATES]}::text[]) s) states) as "byState"`);
}

/** What was searched for is looked through once. */
async function countFound(tx: Tx, found: Sql, filter: Filter, sight: Sight): Promise<Counts> {
  const rows = await tx.rows<Omit<Counts, 'byState'> & { state: string }>(sql`
    select o.state, count(*) as all, count(*) filter (where o.due_state = 'late') as late,
      count(*) filter (where o.due_state = 'warned') as warned, count(*) filter (where o.due_state = 'paused') as paused,
      count(*) filter (where ${mine(filter, sight)}) as mine, count(*) filter (where ${filter.received}) as received
    from (select o.* from work_orders.work_order o where ${found} limit ${MOST_COUNTED}) o group by o.state`);
  const sum = (of: Filter['tab']): number => rows.reduce((total, row) => total + row[of], 0);
  return {
    all: sum('all'),
    late: sum('late'),
    warned: sum('warned'),
    paused: sum('paused'),
    mine: sum('mine'),
    received: sum('received'),
    byState: Object.fromEntries(rows.map((row) => [row.state, row.all])),
  };
}

/** @param more with what tells apart those named alike, beside id and section */
export const clocksByOrder = (
  tx: Tx,
  orderIds: readonly number[],
  more = false,
): Promise<{ orderId: number; clocks: ToName[] }[]> =>
  tx.rows(sql`
    select order_id as "orderId", jsonb_agg(distinct jsonb_build_object('id', clock_id, 'section', section)
      ${more ? sql`|| jsonb_build_object('limit', limit_text, 'from', started_from, 'caseIndex', case_index)` : empty}) as clocks
    from work_orders.clock where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[])
    group by order_id`);

/** The pauses of the clocks that lists show. */
export const pausesShown = (
  tx: Tx,
  orderIds: readonly number[],
): Promise<{ orderId: number; clockId: string; pauses: { from: number; until: number | null }[] }[]> =>
  tx.rows(sql`
    select distinct on (o.order_id) o.order_id as "orderId", c.clock_id as "clockId", coalesce(c.pauses, '[]') as pauses
    from work_orders.work_order o join work_orders.clock c
      on c.utility_id = o.utility_id and c.order_id = o.order_id and c.clock_id = o.due_clock and c.due_at is not distinct from o.due_at
    where o.utility_id = ${tx.utilityId} and o.order_id = any(${[...orderIds]}::bigint[])`);
