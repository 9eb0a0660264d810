/** Who answers for requests, what was told before, and how much was praised and blamed. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Owner } from '../rules/contact/hand-over.ts';
import type { Counted } from '../rules/contact/voices.ts';
import type { AcceptedIntake } from '../rules/intake.ts';
import { type Reach, within } from './requests.ts';

/** An earlier request, and what became of it. */
export interface EarlierRow {
  requestId: number;
  receivedAt: Date;
  event: string | null;
  place: string;
  premisesId: number | null;
  content: string;
  outcome: 'draft' | 'open' | 'declined' | 'registered';
  declinedReason: 'irrelevant' | 'outside-duty' | null;
  explanation: string | null;
  handedTo: string | null;
  toldAt: Date | null;
  orderId: number | null;
  orderNumber: string | null;
  orderState: string | null;
  closedAt: Date | null;
  lateCount: number;
  /** By the phone; else by the premises. */
  samePhone: boolean;
  samePremises: boolean;
}

/** Of each way; nobody needs to know how many more there are. */
const MOST = 100;

/** The same as the column `caller` of the table. */
const callerOf = (phone: string): string | null => {
  const digits = phone.replace(/\D/g, '');
  if (phone.includes('*') || digits.length < 7) return null;
  return digits.replace(/^(0086|86)(?=1\d{10}$)/, '');
};

/** Of the same phone or the same premises, the newest first. */
export async function earlierRequests(
  tx: Tx,
  of: { phone: string | null; premisesId: number | null; since: number; until: number; except: number | null },
): Promise<EarlierRow[]> {
  const caller = of.phone === null ? null : callerOf(of.phone);
  const by = (where: Sql): Sql => sql`(
    select request_id from requests.request
    where utility_id = ${tx.utilityId} and ${where} and received_at between ${new Date(of.since)} and ${new Date(of.until)}
    order by received_at desc limit ${MOST})`;
  const ways: Sql[] = [];
  if (caller !== null) ways.push(by(sql`caller = ${caller}`));
  if (of.premisesId !== null) ways.push(by(sql`premises_id = ${of.premisesId}`));
  if (ways.length === 0) return [];
  return tx.rows<EarlierRow>(sql`
    select r.request_id as "requestId", r.received_at as "receivedAt", r.event, r.place, r.premises_id as "premisesId", r.content,
      r.outcome, r.declined_reason as "declinedReason", r.explanation, r.handed_to as "handedTo", r.told_at as "toldAt",
      r.order_id as "orderId", o.number as "orderNumber", o.state as "orderState", o.closed_at as "closedAt",
      coalesce(o.late_count, 0) as "lateCount", coalesce(r.caller = ${caller}, false) as "samePhone",
      coalesce(r.premises_id = ${of.premisesId}, false) as "samePremises"
    from requests.request r
      left join work_orders.work_order o on o.utility_id = r.utility_id and o.order_id = r.order_id
    where r.utility_id = ${tx.utilityId} and r.request_id in (${join(ways, ' union ')})
      and r.request_id is distinct from ${of.except} and not r.sealed
    order by r.received_at desc, r.request_id desc`);
}

/** What a person added when he classified a draft; the words it came with stay. */
export const setClassified = (
  tx: Tx,
  requestId: number,
  { reporter, phone, contactLeft, contactTimes, place, facts }: AcceptedIntake,
  known: { premisesId: number | null; earlier: number; repeatOf: number | null; ownerId: number | null },
): Promise<number> =>
  tx.run(sql`
    update requests.request set reporter = ${reporter}, phone = ${phone}, contact_left = ${contactLeft},
      contact_times = ${contactTimes}, place = ${place}, premises_id = coalesce(${known.premisesId}, premises_id),
      facts = ${JSON.stringify(facts)}::jsonb, earlier = ${known.earlier}, repeat_of = ${known.repeatOf},
      owner_id = ${known.ownerId}
    where utility_id = ${tx.utilityId} and request_id = ${requestId}`);

export const setRegistered = (
  tx: Tx,
  requestId: number,
  { event, thanks, at, by }: { event: string | null; thanks: string; at: number; by: number | null },
): Promise<number> =>
  tx.run(sql`
    update requests.request set outcome = 'registered', event = ${event}, explanation = ${thanks},
      registered_at = ${new Date(at)}, registered_by = ${by}
    where utility_id = ${tx.utilityId} and request_id = ${requestId}`);

/** Undefined when it was told before, or was not declined. */
export const setTold = (tx: Tx, requestId: number, at: number): Promise<number> =>
  tx.run(sql`
    update requests.request set told_at = ${new Date(at)}
    where utility_id = ${tx.utilityId} and request_id = ${requestId} and outcome = 'declined' and told_at is null`);

export interface OwnedRow {
  ownerId: number | null;
  ownerUnit: string | null;
  ownerDepartment: string | null;
  orderId: number | null;
  orderNumber: string | null;
  departmentId: string | null;
  districtId: string | null;
  handlerId: number | null;
  closedAt: Date | null;
}

/** Locked, so that two do not hand over the same. */
export const ownedRequest = (tx: Tx, requestId: number): Promise<OwnedRow | undefined> =>
  tx.maybe<OwnedRow>(sql`
    select r.owner_id as "ownerId", r.owner_unit as "ownerUnit", s.department_id as "ownerDepartment", r.order_id as "orderId",
      o.number as "orderNumber", o.department_id as "departmentId", o.district_id as "districtId", o.handler_id as "handlerId",
      o.closed_at as "closedAt"
    from requests.request r
      left join identity.staff s on s.utility_id = r.utility_id and s.staff_id = r.owner_id
      left join work_orders.work_order o on o.utility_id = r.utility_id and o.order_id = r.order_id
    where r.utility_id = ${tx.utilityId} and r.request_id = ${requestId}
    for update of r`);

export interface HandOverRow {
  requestId: number;
  at: number;
  byId: number;
  from: Owner;
  to: Owner;
  reason: string;
}

export async function addHandOver(tx: Tx, { requestId, at, byId, from, to, reason }: HandOverRow): Promise<number> {
  await tx.run(sql`
    update requests.request set owner_id = ${to.staffId}, owner_unit = ${to.unit}
    where utility_id = ${tx.utilityId} and request_id = ${requestId}`);
  const row = await tx.one<{ id: number }>(sql`
    insert into requests.hand_over (utility_id, request_id, at, by_id, from_id, from_unit, to_id, to_unit, reason)
    values (${tx.utilityId}, ${requestId}, ${new Date(at)}, ${byId}, ${from.staffId}, ${from.unit}, ${to.staffId}, ${to.unit}, ${reason})
    returning hand_over_id as id`);
  return row.id;
}

/** Of all requests of an order. */
export async function handOversOf(tx: Tx, orderId: number): Promise<HandOverRow[]> {
  const rows = await tx.rows<{
    requestId: number;
    at: Date;
    byId: number;
    fromId: number | null;
    fromUnit: string | null;
    toId: number | null;
    toUnit: string | null;
    reason: string;
  }>(sql`
    select h.request_id as "requestId", h.at, h.by_id as "byId", h.from_id as "fromId", h.from_unit as "fromUnit", h.to_id as "toId",
      h.to_unit as "toUnit", h.reason
    from requests.request r join requests.hand_over h on h.utility_id = r.utility_id and h.request_id = r.request_id
    where r.utility_id = ${tx.utilityId} and r.order_id = ${orderId} order by h.hand_over_id`);
  return rows.map(({ requestId, at, byId, fromId, fromUnit, toId, toUnit, reason }) => ({
    ...{ requestId, byId, reason },
    at: at.getTime(),
    from: { staffId: fromId, unit: fromUnit },
    to: { staffId: toId, unit: toUnit },
  }));
}

/** Of somebody who has more, orders are asked one by one whether they are his: he has many of those that come first. */
const MOST_OWNED = 2000;

/** Condition on `work_orders.work_order o`: one of its callers is mine to answer for. */
export async function ownedBy(tx: Tx, staffId: number, departmentId: string): Promise<Sql> {
  const of = (whose: Sql): Sql => sql`(
    select r.order_id from requests.request r
    where r.utility_id = ${tx.utilityId} and ${whose} and r.order_id is not null limit ${MOST_OWNED + 1})`;
  const rows = await tx.rows<{ orderId: number }>(sql`
    select order_id as "orderId" from (${of(sql`r.owner_id = ${staffId}`)} union all ${of(sql`r.owner_unit = ${departmentId}`)}) owned`);
  return rows.length <= MOST_OWNED
    ? sql`o.order_id = any(${rows.map(({ orderId }) => orderId)}::bigint[])`
    : sql`(select true from requests.request r where r.utility_id = o.utility_id and r.order_id = o.order_id
        and (r.owner_id = ${staffId} or r.owner_unit = ${departmentId}) limit 1)`;
}

/** Condition on `work_orders.work_order o`: somebody told of it who had told the same before. */
export const repeatedIn = (): Sql => sql`exists (
  select from requests.request r where r.utility_id = o.utility_id and r.order_id = o.order_id and r.repeat_of is not null)`;

export async function repeatsAmong(tx: Tx, orderIds: readonly number[]): Promise<number[]> {
  if (orderIds.length === 0) return [];
  const rows = await tx.rows<{ orderId: number }>(sql`
    select distinct order_id as "orderId" from requests.request
    where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[]) and repeat_of is not null`);
  return rows.map(({ orderId }) => orderId);
}

export interface VoiceFilter extends Reach {
  families: readonly string[];
  /** 2026-01, both included. */
  from: string;
  until: string;
}

const ZONE = 'Asia/Shanghai';

const spoken = (tx: Tx, filter: VoiceFilter): Sql => sql`
  r.utility_id = ${tx.utilityId} and split_part(r.event, '.', 1) = any(${[...filter.families]}::text[])
  and r.outcome in ('open', 'registered')
  and r.received_at >= (${`${filter.from}-01`}::timestamp at time zone ${ZONE})
  and r.received_at < ((${`${filter.until}-01`}::timestamp + interval '1 month') at time zone ${ZONE}) ${within(filter)}`;

export const countVoices = (tx: Tx, filter: VoiceFilter): Promise<Counted[]> =>
  tx.rows<Counted>(sql`
    select to_char(r.received_at at time zone ${ZONE}, 'YYYY-MM') as month, split_part(r.event, '.', 1) as family, r.channel,
      count(*) as n
    from requests.request r where ${spoken(tx, filter)} group by 1, 2, 3`);

/** The newest first. */
export const idsOfVoices = async (
  tx: Tx,
  filter: VoiceFilter & { channels?: readonly string[] | undefined },
  limit: number,
): Promise<number[]> =>
  (
    await tx.rows<{ id: number }>(sql`
      select r.request_id as id from requests.request r where ${spoken(tx, filter)}
        ${filter.channels === undefined ? empty : sql`and r.channel = any(${[...filter.channels]}::text[])`}
      order by r.received_at desc, r.request_id desc limit ${limit}`)
  ).map(({ id }) => id);
