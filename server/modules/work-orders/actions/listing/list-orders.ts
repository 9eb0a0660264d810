/** The list of orders, a page of it, and how many there are of each kind. Nothing is written. */
import type { Tx } from '../../../../platform/database.ts';
import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { type Action, allowed, type Me } from '../../../identity/index.ts';
import { premisesOfAccounts } from '../../../registers/index.ts';
import { requestCards } from '../../contributions.ts';
import { iso } from '../../rules/clock-view.ts';
import { ACTION, PRIMARY, STATES, type State } from '../../rules/lifecycle.ts';
import {
  type Among,
  type Place,
  readPlace,
  readSort,
  type SortBy,
  sortOf,
  writePlace,
} from '../../rules/listing/sorting.ts';
import { termsOf } from '../../rules/listing/terms.ts';
import { namesakes, type ToName } from '../../rules/names.ts';
import { clocksByOrder, pausesShown } from '../../store/clocks-shown.ts';
import { inSight, NOTHING } from '../../store/conditions.ts';
import { type Counts, countOrders } from '../../store/counts.ts';
import { type Filter, listOrders, MOST_SORTED, type Tab, tooManyToSort } from '../../store/lists.ts';
import type { OrderRow } from '../../store/orders.ts';
import type { Search } from '../../store/search.ts';
import { rulebookByHash } from '../rulebook.ts';
import { type OrderView, orderView, type Reader, sightOf } from './order-view.ts';

/** States whose next step is mine to take. A crew member's own orders are counted by their handler. */
const myStates = (me: Me): State[] =>
  STATES.filter((state) => {
    const next = PRIMARY[state];
    const scope = next && allowed(me, ACTION[next.command] as Action);
    return scope !== undefined && scope !== null && scope !== 'own';
  });

/** Which orders, as somebody asks for them. */
export interface OrderFilter {
  state?: string;
  department?: string;
  event?: string;
  district?: string;
  channel?: string;
  handler?: number;
  urgent?: boolean;
  /** Instants as text; the first included, the last not. */
  receivedFrom?: string;
  receivedUntil?: string;
  q?: string;
  closed?: boolean;
  /** 已办结的也在内: open and closed ones. */
  any?: boolean;
  /** Only those somebody had to tell twice. */
  repeated?: boolean;
}

export interface ListQuery extends OrderFilter {
  tab?: Tab;
  /** Columns, the first decides first: `department,due`, `received:asc`. */
  sort?: string;
  limit?: number;
  cursor?: string;
}

export interface ListView {
  items: OrderView[];
  next: string | null;
  /** The search has come to orders received then: further back nothing has been looked at yet. */
  searchedTo: string | null;
  /** False: what is not here may still be found further on. */
  searchedAll: boolean;
  now: string;
}

const amongOf = ({ closed, any }: OrderFilter): Among => (any ? 'all' : closed ? 'closed' : 'open');

/** Premises whose account begins so that are looked for at most. */
const MOST_ACCOUNTS = 500;

/** What was typed, as what it may mean to who typed it. */
async function searchOf(tx: Tx, me: Me, q: string): Promise<Search | undefined> {
  const scope = allowed(me, 'personal.reveal');
  const terms = termsOf(tx.utilityId, q, scope !== null);
  if (terms.length === 0) return undefined;
  const premises = await Promise.all(terms.map(({ typed }) => premisesOfAccounts(tx, typed, MOST_ACCOUNTS)));
  return {
    terms: terms.map((term, at) => ({ ...term, premises: premises[at] ?? [] })),
    people: scope === null ? null : inSight(sightOf(me, 'personal.reveal')),
    said: (text) => requestCards().saidIn?.(text) ?? NOTHING,
  };
}

export async function filterOf({ tx, me }: Pick<Reader, 'tx' | 'me'>, query: OrderFilter): Promise<Filter> {
  const search = query.q?.trim() ? await searchOf(tx, me, query.q) : undefined;
  const { state, department, event, district, channel, handler, urgent, receivedFrom, receivedUntil } = query;
  return {
    among: amongOf(query),
    myStates: myStates(me),
    received: async () => (await requestCards().ownedBy?.(tx, me.staffId, me.departmentId)) ?? NOTHING,
    ...(query.repeated ? { repeated: requestCards().repeatedIn?.() ?? NOTHING } : {}),
    ...(state ? { state } : {}),
    ...(department ? { department } : {}),
    ...(event ? { event } : {}),
    ...(district ? { district } : {}),
    ...(channel ? { channel } : {}),
    ...(handler === undefined ? {} : { handler }),
    ...(urgent === undefined ? {} : { urgent }),
    ...(receivedFrom ? { receivedFrom: new Date(receivedFrom) } : {}),
    ...(receivedUntil ? { receivedUntil: new Date(receivedUntil) } : {}),
    ...(search ? { search } : {}),
  };
}

/** null: a column nobody knows. */
export function sortOfQuery(query: ListQuery): SortBy[] | null {
  const sort = query.sort === undefined ? undefined : readSort(query.sort);
  return sort === null ? null : sortOf(sort, amongOf(query));
}

export const refuseSort = (sort: string) =>
  refuse('sort-not-known', { params: { sort: sort.slice(0, 80) }, fields: [{ path: 'sort', code: 'unknown' }] });

export async function readOrders(reader: Reader, query: ListQuery): Promise<Result<ListView>> {
  const { tx, me } = reader;
  const sort = sortOfQuery(query);
  if (sort === null) return refuseSort(query.sort ?? '');
  const after = query.cursor === undefined ? undefined : readPlace(query.cursor, sort);
  if (after === null) return refuse('cursor-not-valid');
  const limit = query.limit ?? 50;
  const filter = await filterOf(reader, query);
  const sight = sightOf(me);
  const page = { tab: query.tab ?? 'all', sort, limit: limit + 1, ...(after ? { after } : {}) };
  if (await tooManyToSort(tx, filter, page, sight))
    return refuse('sort-too-many', {
      params: { most: MOST_SORTED },
      fields: [{ path: 'sort', code: 'sort-too-many' }],
    });
  const { rows, until } = await listOrders(tx, filter, page, sight);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const place: Place | null = last ? { values: last.keys, id: last.orderId } : until;
  return ok({
    items: await orderViews(reader, shown),
    next: place && writePlace(place),
    searchedTo: until && !last ? searchedTo(until, sort) : null,
    searchedAll: until === null || last !== undefined,
    now: iso(reader.time.now()),
  });
}

const searchedTo = ({ values }: Place, [first]: readonly SortBy[]): string | null =>
  first?.key === 'received' ? new Date((values[0] ?? '').replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString() : null;

/** Rows as they are shown, in their order. */
export async function orderViews({ tx, time, lang }: Reader, page: readonly OrderRow[]): Promise<OrderView[]> {
  const held = page.filter(({ dueState }) => dueState === 'paused').map(idOf);
  const [paused, clocks, repeated] = await Promise.all([
    held.length === 0 ? [] : pausesShown(tx, held),
    clocksNamed(tx, page),
    requestCards().repeatsAmong?.(tx, page.map(idOf)),
  ]);
  const pauses = new Map<number, { from: Instant; until: Instant | null }[]>(
    paused.map((row) => [row.orderId, row.pauses]),
  );
  const repeats = new Set(repeated);
  const items: OrderView[] = [];
  for (const row of page) {
    const book = await rulebookByHash(tx, row.packHash);
    const shown = clocks.get(row.orderId) ?? [];
    items.push(orderView(row, book, lang, time.now(), shown, pauses.get(row.orderId) ?? [], repeats.has(row.orderId)));
  }
  return items;
}

export async function readCounts(reader: Reader, query: OrderFilter): Promise<Result<Counts>> {
  return ok(await countOrders(reader.tx, await filterOf(reader, query), sightOf(reader.me)));
}

/** The clocks by which the one shown is named; more of them is read only where two are named alike. */
async function clocksNamed(tx: Tx, page: readonly OrderRow[]): Promise<Map<number, ToName[]>> {
  const due = page.filter(({ dueClock }) => dueClock !== null);
  const found = new Map(
    (due.length === 0 ? [] : await clocksByOrder(tx, due.map(idOf))).map((one) => [one.orderId, one.clocks]),
  );
  const alike: number[] = [];
  for (const row of due) {
    const clocks = found.get(row.orderId) ?? [];
    const own = clocks.find(({ id }) => id === row.dueClock);
    if (own && namesakes(own, clocks, await rulebookByHash(tx, row.packHash)).length > 0) alike.push(row.orderId);
  }
  for (const one of alike.length === 0 ? [] : await clocksByOrder(tx, alike, true)) found.set(one.orderId, one.clocks);
  return found;
}

const idOf = ({ orderId }: OrderRow): number => orderId;
