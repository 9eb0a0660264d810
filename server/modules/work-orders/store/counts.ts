/** How many orders there are of each kind, apart from any page of them. */
import sql, { join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import { isOpen, STATES } from '../rules/lifecycle.ts';
import type { Sight } from './conditions.ts';
import { dueIs, type Filter, isHeld, isMine, lookedThrough, mineTests, narrowed } from './lists.ts';

/** Counted no further: a desk that has a thousand of a kind waiting does not need to know how many more. */
export const MOST_COUNTED = 1000;

/** Each up to `MOST_COUNTED`. */
export interface Counts {
  /** False: there may be more of each, the search was not looked through to its end. */
  exact: boolean;
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
const BY_DUE_DOWN = sql`o.sort_at desc, o.order_id desc`;
const BY_RECEIPT = sql`o.received_at desc, o.order_id desc`;

const countMine = (found: Sql, filter: Filter, sight: Sight): Sql => sql`(
  select count(*) from (${join(
    mineTests(filter, sight).map(
      (test) => sql`(select o.order_id from work_orders.work_order o where ${found} and ${test} limit ${MOST_COUNTED})`,
    ),
    ' union ',
  )} limit ${MOST_COUNTED}) counted)`;

/** Of open orders by tab and state: what has ended waits for nobody. */
export async function countOrders(tx: Tx, filter: Filter, sight: Sight): Promise<Counts> {
  if (filter.search) return countFound(tx, filter, sight);
  const found = narrowed(tx, filter, sight);
  if (filter.among === 'closed') {
    const all = await tx.one<{ all: number }>(sql`select ${upTo(found, BY_RECEIPT)} as all`);
    return { ...all, ...NONE, exact: true };
  }
  const open = narrowed(tx, { ...filter, among: 'open' }, sight);
  const received = await filter.received();
  const tab = (dueState: 'late' | 'warned' | 'paused', by: Sql): Sql => upTo(sql`${open} and ${dueIs(dueState)}`, by);
  const counts = await tx.one<Omit<Counts, 'exact'>>(sql`
    select ${upTo(found, filter.among === 'open' ? BY_DUE : BY_RECEIPT)} as all, ${tab('late', BY_DUE)} as late,
      ${tab('warned', BY_DUE)} as warned, ${tab('paused', BY_DUE_DOWN)} as paused, ${countMine(open, filter, sight)} as mine,
      (select count(*) from (
        select from work_orders.work_order o where ${open} and ${received} limit ${MOST_COUNTED}) counted) as received,
      (select coalesce(jsonb_object_agg(s, n) filter (where n > 0), '{}') from (
        select s, ${upTo(sql`${open} and o.state = s`, BY_DUE)} as n from unnest(${OPEN_STATES}::text[]) s) states) as "byState"`);
  return { ...counts, exact: true };
}

const NONE = { late: 0, warned: 0, paused: 0, mine: 0, received: 0, byState: {} };
const OPEN_STATES = STATES.filter(isOpen);

/** What was searched for is looked through once. */
async function countFound(tx: Tx, filter: Filter, sight: Sight): Promise<Counts> {
  const { search } = filter;
  if (!search) throw new Error('nothing is searched for');
  const { looked, whole } = await lookedThrough(tx, filter, search, sight);
  const received = await filter.received();
  const rows = await tx.rows<Omit<Counts, 'byState' | 'exact'> & { state: string }>(sql`
    select o.state, count(*) as all, count(*) filter (where o.due_state = 'late') as late,
      count(*) filter (where o.due_state = 'warned') as warned, count(*) filter (where o.due_state = 'paused') as paused,
      count(*) filter (where ${isMine(filter, sight)}) as mine, count(*) filter (where ${received}) as received
    from (select * from (${looked}) o where ${isHeld(search)} limit ${MOST_COUNTED}) o group by o.state`);
  const sum = (of: Exclude<keyof Counts, 'byState' | 'exact'>): number =>
    rows.reduce((total, row) => total + row[of], 0);
  const all = sum('all');
  return {
    // where all are cut off, each kind among them is
    exact: whole && all < MOST_COUNTED,
    all,
    late: sum('late'),
    warned: sum('warned'),
    paused: sum('paused'),
    mine: sum('mine'),
    received: sum('received'),
    byState: Object.fromEntries(rows.map((row) => [row.state, row.all])),
  };
}
