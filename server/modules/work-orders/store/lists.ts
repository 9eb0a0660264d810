/** The list of orders: what I may see of it, paged by key. However many orders there are, a page costs what a page costs. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import { STATES, type State } from '../rules/lifecycle.ts';
import { type Among, isIndexed, type Place, type SortBy, type SortKey, sortOf } from '../rules/listing/sorting.ts';
import { type Condition, EVERYTHING, inSight, ofEvent, type Sight } from './conditions.ts';
import { ORDER_COLUMNS, ORDER_FROM, type OrderRow } from './orders.ts';
import { doesHold, ordersHolding, type Search } from './search.ts';

export const TABS = ['all', 'late', 'warned', 'paused', 'mine', 'received'] as const;
export type Tab = (typeof TABS)[number];

/** Which orders. */
export interface Filter {
  among: Among;
  state?: string;
  department?: string;
  event?: string;
  district?: string;
  channel?: string;
  handler?: number;
  urgent?: boolean;
  receivedFrom?: Date;
  receivedUntil?: Date;
  /** 重复诉求. */
  repeated?: Condition;
  search?: Search;
  /** States that wait for an act of mine. */
  myStates: readonly State[];
  /** 我受理的: mine to answer for, as other modules know it. */
  received: () => Promise<Condition>;
}

export interface Page {
  tab: Tab;
  sort: readonly SortBy[];
  limit: number;
  after?: Place;
}

/** Two stretches of an index rather than a walk through everything. */
export const mineTests = ({ myStates }: Filter, { staffId, departmentId }: Sight): Sql[] => [
  sql`o.handler_id = ${staffId} and o.state = 'in-progress'`,
  sql`o.state = any(${[...myStates]}::text[]) and (o.department_id is null or o.department_id = ${departmentId}
    or o.state in ('awaiting-review', 'awaiting-call-back'))`,
];

/** Paused ones are due at no time: they stand at the end of the index. */
export const dueIs = (state: 'late' | 'warned' | 'paused'): Sql =>
  state === 'paused' ? sql`o.due_state = 'paused' and o.sort_at = 'infinity'` : sql`o.due_state = ${raw(`'${state}'`)}`;

export const isMine = (filter: Filter, sight: Sight): Sql => sql`(${join(mineTests(filter, sight), ' or ')})`;

const TAB: Record<Tab, (filter: Filter, sight: Sight) => Sql | Promise<Sql>> = {
  all: () => EVERYTHING,
  late: () => dueIs('late'),
  warned: () => dueIs('warned'),
  paused: () => dueIs('paused'),
  mine: isMine,
  received: ({ received }) => received(),
};

const AMONG: Record<Among, Sql> = {
  open: sql`o.closed_at is null`,
  closed: sql`o.closed_at is not null`,
  all: EVERYTHING,
};

/** Everything but tab and search. */
export function narrowed(tx: Tx, filter: Filter, sight: Sight): Sql {
  const tests = [sql`o.utility_id = ${tx.utilityId}`, AMONG[filter.among], inSight(sight)];
  const { repeated, state, department, event, district, channel, handler, urgent, receivedFrom, receivedUntil } =
    filter;
  if (repeated) tests.push(repeated);
  if (state) tests.push(sql`o.state = ${state}`);
  if (department) tests.push(sql`o.department_id = ${department}`);
  if (event) tests.push(ofEvent(event));
  if (district) tests.push(sql`o.district_id = ${district}`);
  if (channel) tests.push(sql`o.channel = ${channel}`);
  if (handler !== undefined) tests.push(sql`o.handler_id = ${handler}`);
  if (urgent !== undefined) tests.push(sql`o.urgent = ${urgent}`);
  if (receivedFrom) tests.push(sql`o.received_at >= ${receivedFrom}`);
  if (receivedUntil) tests.push(sql`o.received_at < ${receivedUntil}`);
  return join(tests, ' and ');
}

interface Column {
  of: Sql;
  type: 'timestamptz' | 'text' | 'int';
}

const COLUMN: Record<SortKey, Column> = {
  due: { of: sql`o.sort_at`, type: 'timestamptz' },
  received: { of: sql`o.received_at`, type: 'timestamptz' },
  closed: { of: sql`coalesce(o.closed_at, 'infinity')`, type: 'timestamptz' },
  number: { of: sql`o.number`, type: 'text' },
  state: { of: sql`coalesce(array_position(${[...STATES]}::text[], o.state), 0)`, type: 'int' },
  event: { of: sql`o.event`, type: 'text' },
  place: { of: sql`o.place`, type: 'text' },
  department: { of: sql`coalesce(o.department_id, '')`, type: 'text' },
  handler: {
    of: sql`coalesce((select s.name from identity.staff s where s.utility_id = o.utility_id and s.staff_id = o.handler_id), '')`,
    type: 'text',
  },
  district: { of: sql`coalesce(o.district_id, '')`, type: 'text' },
  urgent: { of: sql`o.urgent::int`, type: 'int' },
  late: { of: sql`o.late_count`, type: 'int' },
  callers: { of: sql`o.callers`, type: 'int' },
};

const typed = (value: string, { type }: Column): Sql => sql`${value}::text::${raw(type)}`;
/** The order itself decides among equals, the newer first where the last column goes down. */
const idDescends = (sort: readonly SortBy[]): boolean => sort.at(-1)?.descending ?? false;

function inOrder(sort: readonly SortBy[]): Sql {
  const columns = sort.map(({ key, descending }) => sql`${COLUMN[key].of}${raw(descending ? ' desc' : '')}`);
  return join([...columns, sql`o.order_id${raw(idDescends(sort) ? ' desc' : '')}`], ', ');
}

/** What comes after a place: by one column a stretch of its index, by several whatever differs first. */
function follows(sort: readonly SortBy[], { values, id }: Place): Sql {
  const [only] = sort;
  if (only && sort.length === 1) {
    const column = COLUMN[only.key];
    return sql`(${column.of}, o.order_id) ${raw(only.descending ? '<' : '>')} (${typed(values[0] ?? '', column)}, ${id})`;
  }
  const sides = sort.map(({ key, descending }, at) => ({
    left: COLUMN[key].of,
    right: typed(values[at] ?? '', COLUMN[key]),
    than: raw(descending ? '<' : '>'),
  }));
  const last = { left: sql`o.order_id`, right: sql`${id}::bigint`, than: raw(idDescends(sort) ? '<' : '>') };
  const ways = [...sides, last].map(({ left, right, than }, at) =>
    join(
      [...sides.slice(0, at).map((before) => sql`${before.left} = ${before.right}`), sql`${left} ${than} ${right}`],
      ' and ',
    ),
  );
  return sql`((${join(ways, ') or (')}))`;
}

const keysOf = (sort: readonly SortBy[]): Sql =>
  sql`array[${join(
    sort.map(({ key }) => sql`${COLUMN[key].of}::text`),
    ', ',
  )}]`;

/** A row with its place in the list, exact: what the next page starts after. */
export type ListedOrder = OrderRow & { keys: string[] };

/** Looked at one after the other before the index of pieces is asked: what is common is among them. */
const FIRST_LOOKED_AT = 1000;
/** Found by that index up to here; of what more orders hold, enough stand among those that come first. */
const MOST_FOUND = 5000;
/** Orders looked at for one page of what is searched for. */
const MOST_LOOKED_AT = 20_000;
/** Orders put in an order no index has. */
export const MOST_SORTED = 50_000;

export interface Listed {
  rows: ListedOrder[];
  /** The search has only come this far: it goes on from here. */
  until: Place | null;
}

/** Looked up order by order, and no further than the page needs. */
export const isHeld = (search: Search): Sql =>
  sql`(select ${doesHold(search)} from work_orders.findable f where f.order_id = o.order_id)`;

export async function listOrders(tx: Tx, filter: Filter, page: Page, sight: Sight): Promise<Listed> {
  const { search } = filter;
  const { tab, sort, limit, after } = page;
  const tests = [narrowed(tx, filter, sight), await TAB[tab](filter, sight)];
  if (after) tests.push(follows(sort, after));
  const lookedAt = (more: Sql[], most: Sql): Sql => sql`
    select o.* from work_orders.work_order o where ${join([...tests, ...more], ' and ')} order by ${inOrder(sort)} ${most}`;
  if (!search) return { rows: await pageOf(tx, sql`(${lookedAt([], sql`limit ${limit}`)}) o`, sort), until: null };
  const held = (looked: Sql): Promise<ListedOrder[]> =>
    pageOf(tx, sql`(${looked}) o where ${isHeld(search)} limit ${limit}`, sort);
  /** Null: there are not so many. */
  const placeOf = async (nth: number): Promise<Place | null> => {
    const row = await tx.maybe<{ values: string[]; id: number }>(sql`
      select ${keysOf(sort)} as values, o.order_id as id from (${lookedAt([], sql`limit 1 offset ${nth - 1}`)}) o`);
    return row ?? null;
  };
  const first = await held(lookedAt([], sql`limit ${FIRST_LOOKED_AT}`));
  if (first.length === limit || (await placeOf(FIRST_LOOKED_AT)) === null) return { rows: first, until: null };
  const found = await ordersHolding(tx, search, MOST_FOUND);
  if (found.length <= MOST_FOUND)
    return { rows: await held(lookedAt([sql`o.order_id = any(${found}::bigint[])`], sql`offset 0`)), until: null };
  const rows = await held(lookedAt([], sql`limit ${MOST_LOOKED_AT}`));
  return { rows, until: rows.length === limit ? null : await placeOf(MOST_LOOKED_AT) };
}

/** Whose and whom is looked up for the rows of the page alone. @param chosen a relation `o` in the order of the list, perhaps limited */
async function pageOf(tx: Tx, chosen: Sql, sort: readonly SortBy[]): Promise<ListedOrder[]> {
  const rows = await tx.rows<ListedOrder & { at: number }>(sql`
    select ${ORDER_COLUMNS}, ${keysOf(sort)} as keys, c.at
    from (select o.order_id, row_number() over () as at from (select o.order_id from ${chosen}) o) c
    join ${ORDER_FROM} on o.utility_id = ${tx.utilityId} and o.order_id = c.order_id`);
  return rows.sort((a, b) => a.at - b.at);
}

/** Whether there are more than may be put in this order. */
export async function tooManyToSort(tx: Tx, filter: Filter, page: Page, sight: Sight): Promise<boolean> {
  if (isIndexed(page.sort, filter.among)) return false;
  const { n } = await tx.one<{ n: number }>(sql`
    select count(*) as n from (select from work_orders.work_order o
      where ${narrowed(tx, filter, sight)} and ${await TAB[page.tab](filter, sight)} limit ${MOST_SORTED + 1}) counted`);
  return n > MOST_SORTED;
}

/** The orders a search is counted among: all that may be meant, else those that come first. */
export async function lookedThrough(
  tx: Tx,
  filter: Filter,
  search: Search,
  sight: Sight,
): Promise<{ looked: Sql; whole: boolean }> {
  const found = await ordersHolding(tx, search, MOST_FOUND);
  const where = narrowed(tx, filter, sight);
  if (found.length <= MOST_FOUND)
    return {
      looked: sql`select o.* from work_orders.work_order o where ${where} and o.order_id = any(${found}::bigint[])`,
      whole: true,
    };
  const inTurn = sql`from work_orders.work_order o where ${where} order by ${inOrder(sortOf(undefined, filter.among))}`;
  const further = await tx.maybe(sql`select o.order_id ${inTurn} limit 1 offset ${MOST_LOOKED_AT}`);
  return { looked: sql`select o.* ${inTurn} limit ${MOST_LOOKED_AT}`, whole: further === undefined };
}
