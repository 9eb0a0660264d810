/** The row of an order: what lists and locks need; folded from its log. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { ClockRow } from '../rules/clocks.ts';
import type { State } from '../rules/lifecycle.ts';
import { addressOf } from '../rules/merging/address.ts';
import type { OrderState } from '../rules/order.ts';
import type { Seal } from '../rules/routing/seal.ts';

export interface OrderRow {
  orderId: number;
  number: string;
  event: string;
  channel: string;
  state: State;
  round: number;
  summary: string;
  place: string;
  premisesId: number | null;
  communityId: number | null;
  districtId: string | null;
  lon: number | null;
  lat: number | null;
  positionBy: 'register' | 'person' | null;
  roadIds: number[];
  departmentId: string | null;
  departmentName: string | null;
  handlerId: number | null;
  handlerName: string | null;
  urgent: boolean;
  packHash: string;
  /** Holiday calendar it counts on; null: the one kept first, or none needed. */
  calendarHash: string | null;
  receivedAt: Date;
  createdAt: Date;
  closedAt: Date | null;
  supervisedAt: Date | null;
  lastSeq: number;
  version: number;
  dueAt: Date | null;
  dueClock: string | null;
  dueState: ClockRow['state'] | null;
  dueStartAt: Date | null;
  dueWarnAt: Date | null;
  lateCount: number;
  callers: number;
  mergedInto: number | null;
  /** 保密: unit it is sealed to. */
  sealedTo: string | null;
  concernedUnit: string | null;
  concernedPerson: string | null;
}

export const sealOfRow = ({ sealedTo, concernedUnit, concernedPerson }: OrderRow): Seal | null =>
  sealedTo === null ? null : { to: sealedTo, concernedUnit, concernedPerson };

/** Of `work_orders.work_order o` with its department `d` and handler `h`. */
export const ORDER_COLUMNS = sql`
  o.order_id as "orderId", o.number, o.event, o.channel, o.state, o.round, o.summary, o.place, o.premises_id as "premisesId",
  o.community_id as "communityId", o.district_id as "districtId", o.lon, o.lat, o.position_by as "positionBy",
  o.road_ids as "roadIds", o.department_id as "departmentId",
  d.name as "departmentName", o.handler_id as "handlerId", h.name as "handlerName", o.urgent, o.pack_hash as "packHash",
  o.calendar_hash as "calendarHash", o.received_at as "receivedAt", o.created_at as "createdAt", o.closed_at as "closedAt", o.supervised_at as "supervisedAt",
  o.last_seq as "lastSeq", o.version, o.due_at as "dueAt", o.due_clock as "dueClock", o.due_state as "dueState",
  o.due_start_at as "dueStartAt", o.due_warn_at as "dueWarnAt", o.late_count as "lateCount",
  o.callers, o.merged_into as "mergedInto", o.sealed_to as "sealedTo", o.concerned_unit as "concernedUnit",
  o.concerned_person as "concernedPerson"`;

export const ORDER_FROM = sql`
  work_orders.work_order o
  left join identity.department d on d.utility_id = o.utility_id and d.department_id = o.department_id
  left join identity.staff h on h.utility_id = o.utility_id and h.staff_id = o.handler_id`;

/** @param lock holds the order until the transaction ends: everything that writes to an order locks it first */
export const orderById = (tx: Tx, orderId: number, lock = false): Promise<OrderRow | undefined> =>
  tx.maybe<OrderRow>(sql`
    select ${ORDER_COLUMNS} from ${ORDER_FROM}
    where o.utility_id = ${tx.utilityId} and o.order_id = ${orderId} ${lock ? sql`for update of o` : empty}`);

export const orderByNumber = (tx: Tx, number: string): Promise<OrderRow | undefined> =>
  tx.maybe<OrderRow>(
    sql`select ${ORDER_COLUMNS} from ${ORDER_FROM} where o.utility_id = ${tx.utilityId} and o.number = ${number}`,
  );

/** The next number of a day, counted for each utility. */
export const nextOfDay = async (tx: Tx, day: string): Promise<number> =>
  (
    await tx.one<{ last: number }>(sql`
      insert into work_orders.day_counter as c (utility_id, day, last) values (${tx.utilityId}, ${day}, 1)
      on conflict (utility_id, day) do update set last = c.last + 1 returning last`)
  ).last;

export interface NewOrder {
  number: string;
  summary: string;
  premisesId: number | null;
  communityId: number | null;
  districtId: string | null;
  roadIds: number[];
  packHash: string;
  calendarHash: string | null;
  /** As duplicates are looked for by it. */
  road: string | null;
  seal: Seal | null;
  /** Who takes it; null: the system. */
  takenBy: number | null;
}

export const insertOrder = async (tx: Tx, added: NewOrder, order: OrderState): Promise<number> =>
  (
    await tx.one<{ orderId: number }>(sql`
      insert into work_orders.work_order (
        utility_id, number, event, channel, state, round, summary, place, premises_id, community_id, district_id, lon, lat,
        position_by, road_ids, department_id, handler_id, urgent, pack_hash, calendar_hash, facts, received_at, created_at, last_seq, version, road,
        sealed_to, concerned_unit, concerned_person, taken_by
      ) values (
        ${tx.utilityId}, ${added.number}, ${order.event}, ${order.channel}, ${order.state}, ${order.round}, ${added.summary},
        ${order.place}, ${added.premisesId}, ${added.communityId}, ${added.districtId}, ${order.position?.lon ?? null},
        ${order.position?.lat ?? null}, ${order.position?.by ?? null}, ${added.roadIds}::int[], ${order.departmentId}, ${order.handlerId}, ${order.facts.urgent === true}, ${added.packHash}, ${added.calendarHash},
        ${JSON.stringify(order.facts)}::jsonb, ${new Date(order.receivedAt)}, ${new Date(order.createdAt)},
        ${order.lastSeq}, ${order.version}, ${added.road}, ${added.seal?.to ?? null}, ${added.seal?.concernedUnit ?? null},
        ${added.seal?.concernedPerson ?? null}, ${added.takenBy}
      ) returning order_id as "orderId"`)
  ).orderId;

/** A log that says nothing of the position leaves it as it was imported. */
const positionOf = ({ position }: OrderState): Sql =>
  position ? sql`lon = ${position.lon}, lat = ${position.lat}, position_by = ${position.by},` : empty;

const date = (at: Instant | null): Date | null => (at === null ? null : new Date(at));

export const updateOrder = (
  tx: Tx,
  orderId: number,
  order: OrderState,
  lastSeq: number,
  due: ClockRow | null,
  late: number,
  seal: Seal | null,
): void =>
  tx.send(sql`
    update work_orders.work_order set
      event = ${order.event}, place = ${order.place}, road = ${addressOf(order.place).road}, ${positionOf(order)} state = ${order.state}, round = ${order.round}, department_id = ${order.departmentId},
      handler_id = ${order.handlerId}, urgent = ${order.facts.urgent === true}, facts = ${JSON.stringify(order.facts)}::jsonb,
      closed_at = ${date(order.closedAt)}, supervised_at = ${date(order.supervisedAt)}, last_seq = ${lastSeq},
      version = ${order.version}, due_at = ${date(due?.dueAt ?? null)}, due_clock = ${due?.clockId ?? null},
      due_state = ${due?.state ?? null}, due_start_at = ${date(due?.startedAt ?? null)}, due_warn_at = ${date(due?.warnAt ?? null)},
      sort_at = coalesce(${due?.state === 'paused' ? null : date(due?.dueAt ?? null)}::timestamptz, 'infinity'), late_count = ${late},
      callers = ${order.requests.length}, merged_into = ${order.mergedInto?.id ?? null},
      sealed_to = ${seal?.to ?? null}, concerned_unit = ${seal?.concernedUnit ?? null}, concerned_person = ${seal?.concernedPerson ?? null},
      taken_by = case when ${order.departmentId}::text is null then taken_by end
    where utility_id = ${tx.utilityId} and order_id = ${orderId}`);

export const ordersByIds = (tx: Tx, ids: readonly number[]): Promise<OrderRow[]> =>
  tx.rows<OrderRow>(sql`
    select ${ORDER_COLUMNS} from ${ORDER_FROM}
    where o.utility_id = ${tx.utilityId} and o.order_id = any(${[...ids]}::bigint[]) order by o.order_id`);

/** Those of them that meet a condition on `o`. */
export const listedByIds = (tx: Tx, ids: readonly number[], where: Sql): Promise<OrderRow[]> =>
  tx.rows<OrderRow>(sql`
    select ${ORDER_COLUMNS} from ${ORDER_FROM}
    where o.utility_id = ${tx.utilityId} and o.order_id = any(${[...ids]}::bigint[]) and ${where}`);

/** All that follows in the transaction sees one moment. Before any other statement. */
export const holdStill = (tx: Tx): Promise<number> =>
  tx.run(sql`set transaction isolation level repeatable read, read only`);

/** Of everyone of a utility, for the proof that rows and log agree. */
export const orderIds = async (tx: Tx, after: number, limit: number): Promise<number[]> =>
  (
    await tx.rows<{ orderId: number }>(sql`
      select order_id as "orderId" from work_orders.work_order
      where utility_id = ${tx.utilityId} and order_id > ${after} order by order_id limit ${limit}`)
  ).map(({ orderId }) => orderId);

/** The order the work goes on in: this one, or the one it was merged into, however often. */
export const survivorOf = (tx: Tx, orderId: number): Promise<OrderRow | undefined> =>
  tx.maybe<OrderRow>(sql`
    with recursive chain as (
      select order_id, merged_into, 1 as depth from work_orders.work_order
      where utility_id = ${tx.utilityId} and order_id = ${orderId}
      union all
      select w.order_id, w.merged_into, c.depth + 1 from chain c join work_orders.work_order w
        on w.utility_id = ${tx.utilityId} and w.order_id = c.merged_into
      where c.depth < 100)
    select ${ORDER_COLUMNS} from ${ORDER_FROM}
    where o.utility_id = ${tx.utilityId} and o.order_id = (select order_id from chain where merged_into is null)`);

/** Orders merged into this one, straight. */
export const mergedInto = (tx: Tx, orderId: number): Promise<{ orderId: number; number: string; closedAt: Date }[]> =>
  tx.rows(sql`
    select order_id as "orderId", number, closed_at as "closedAt" from work_orders.work_order
    where utility_id = ${tx.utilityId} and merged_into = ${orderId} order by closed_at, order_id`);

/** Everything that writes to several orders locks them in this order. */
export async function lockOrders(tx: Tx, orderIds: readonly number[]): Promise<void> {
  for (const id of [...new Set(orderIds)].sort((a, b) => a - b)) await orderById(tx, id, true);
}
