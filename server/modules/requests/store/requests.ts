import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import { anywhere, literally, plainly } from '../../../platform/like.ts';
import type { Decline } from '../rules/decline.ts';
import type { AcceptedIntake } from '../rules/intake.ts';

export type Outcome = 'draft' | 'open' | 'declined' | 'registered';

/** A request as stored; instants in ms. */
export interface RequestRow {
  requestId: number;
  source: string | null;
  sourceRef: string | null;
  channel: string;
  receivedAt: number;
  recordedAt: number;
  recordedBy: number | null;
  reporter: string | null;
  phone: string | null;
  contactLeft: boolean;
  contactTimes: string | null;
  place: string;
  premisesId: number | null;
  /** The pin set for this caller; null: none. */
  lon: number | null;
  lat: number | null;
  roadIds: number[];
  content: string;
  event: string | null;
  urgent: boolean;
  facts: Record<string, string | number | boolean | string[]>;
  outcome: Outcome;
  orderId: number | null;
  declinedReason: 'irrelevant' | 'outside-duty' | null;
  explanation: string | null;
  handedTo: string | null;
  declinedAt: number | null;
  declinedBy: number | null;
  toldAt: number | null;
  registeredAt: number | null;
  registeredBy: number | null;
  ownerId: number | null;
  ownerUnit: string | null;
  earlier: number;
  repeatOf: number | null;
}

type Stored = Omit<RequestRow, 'receivedAt' | 'recordedAt' | 'declinedAt' | 'toldAt' | 'registeredAt'> & {
  receivedAt: Date;
  recordedAt: Date;
  declinedAt: Date | null;
  toldAt: Date | null;
  registeredAt: Date | null;
};

const COLUMNS = sql`
  request_id as "requestId", source, source_ref as "sourceRef", channel, received_at as "receivedAt",
  recorded_at as "recordedAt", recorded_by as "recordedBy", reporter, phone, contact_left as "contactLeft",
  contact_times as "contactTimes", place, premises_id as "premisesId", lon, lat, road_ids as "roadIds", content, event, urgent, facts, outcome,
  order_id as "orderId", declined_reason as "declinedReason", explanation, handed_to as "handedTo",
  declined_at as "declinedAt", declined_by as "declinedBy", told_at as "toldAt", registered_at as "registeredAt",
  registered_by as "registeredBy", owner_id as "ownerId", owner_unit as "ownerUnit", earlier, repeat_of as "repeatOf"`;

const read = (row: Stored): RequestRow => ({
  ...row,
  receivedAt: row.receivedAt.getTime(),
  recordedAt: row.recordedAt.getTime(),
  declinedAt: row.declinedAt?.getTime() ?? null,
  toldAt: row.toldAt?.getTime() ?? null,
  registeredAt: row.registeredAt?.getTime() ?? null,
});

export interface NewRequest {
  intake: AcceptedIntake;
  premisesId: number | null;
  /** Where a person set the pin. */
  pin?: { lon: number; lat: number } | null;
  roadIds?: number[];
  recordedAt: number;
  recordedBy: number | null;
  outcome: Outcome;
  decline?: Decline;
  /** 首问责任人. */
  ownerId: number | null;
  /** Contacts before it, and the one it repeats. */
  found: { earlier: number; repeatOf: number | null };
}

/** Undefined when the source's id is there already: the same letter twice is one request. */
export async function addRequest(tx: Tx, request: NewRequest): Promise<number | undefined> {
  const { intake, decline } = request;
  const row = await tx.maybe<{ requestId: number }>(sql`
    insert into requests.request (
      utility_id, source, source_ref, channel, received_at, recorded_at, recorded_by, reporter, phone, contact_left,
      contact_times, place, premises_id, lon, lat, road_ids, content, event, urgent, facts, outcome,
      declined_reason, explanation, handed_to, declined_at, declined_by, told_at, owner_id, earlier, repeat_of
    ) values (
      ${tx.utilityId}, ${intake.source}, ${intake.sourceRef}, ${intake.channel}, ${new Date(intake.receivedAt)},
      ${new Date(request.recordedAt)}, ${request.recordedBy}, ${intake.reporter}, ${intake.phone}, ${intake.contactLeft},
      ${intake.contactTimes}, ${intake.place}, ${request.premisesId},
      ${request.pin?.lon ?? null}, ${request.pin?.lat ?? null}, ${request.roadIds ?? []}::int[], ${intake.content}, ${intake.event}, ${intake.urgent},
      ${JSON.stringify(intake.facts)}::jsonb, ${request.outcome},
      ${decline?.reason ?? null}, ${decline?.explanation ?? null}, ${decline?.handedTo ?? null},
      ${decline ? new Date(request.recordedAt) : null}, ${decline ? request.recordedBy : null},
      ${decline?.toldAt == null ? null : new Date(decline.toldAt)}, ${request.ownerId}, ${request.found.earlier}, ${request.found.repeatOf}
    )
    on conflict (utility_id, source, source_ref) do nothing
    returning request_id as "requestId"`);
  return row?.requestId;
}

/** As the order is, so are its requests. */
const asOrder = (tx: Tx, orderId: number): Sql => sql`exists (
  select from work_orders.work_order o
  where o.utility_id = ${tx.utilityId} and o.order_id = ${orderId} and o.sealed_to is not null)`;

/** Of what is sealed no other request is said to be a repeat. */
export function sealRequests(tx: Tx, orderId: number, sealed: boolean): void {
  tx.send(sql`
    update requests.request set sealed = ${sealed}
    where utility_id = ${tx.utilityId} and order_id = ${orderId} and sealed <> ${sealed}`);
  if (!sealed) return;
  tx.send(sql`
    update requests.request set repeat_of = null
    where utility_id = ${tx.utilityId} and not sealed and repeat_of in (
      select request_id from requests.request where utility_id = ${tx.utilityId} and order_id = ${orderId})`);
}

export interface Opened {
  orderId: number;
  event: string;
  urgent: boolean;
  /** Of a draft these are known only now. */
  premisesId: number | null;
  pin: { lon: number; lat: number } | null;
  roadIds: number[];
}

/** As the system: what its writer may not see afterwards is written too. */
export const setOrder = (tx: Tx, requestId: number, opened: Opened): Promise<number> =>
  tx.run(sql`
    update requests.request set outcome = 'open', order_id = ${opened.orderId}, event = ${opened.event}, urgent = ${opened.urgent},
      premises_id = ${opened.premisesId}, lon = ${opened.pin?.lon ?? null}, lat = ${opened.pin?.lat ?? null},
      road_ids = ${opened.roadIds}::int[], sealed = ${asOrder(tx, opened.orderId)}
    where utility_id = ${tx.utilityId} and request_id = ${requestId}`);

export const moveRequests = (tx: Tx, requestIds: readonly number[], orderId: number): Promise<number> =>
  tx.run(sql`
    update requests.request set order_id = ${orderId}, sealed = ${asOrder(tx, orderId)}
    where utility_id = ${tx.utilityId} and request_id = any(${[...requestIds]}::bigint[])`);

export const setDeclined = (
  tx: Tx,
  requestId: number,
  decline: Decline,
  at: number,
  by: number | null,
): Promise<number> =>
  tx.run(sql`
    update requests.request set outcome = 'declined', declined_reason = ${decline.reason}, explanation = ${decline.explanation},
      handed_to = ${decline.handedTo}, declined_at = ${new Date(at)}, declined_by = ${by},
      told_at = ${decline.toldAt === null ? null : new Date(decline.toldAt)}
    where utility_id = ${tx.utilityId} and request_id = ${requestId}`);

/** @param lock keeps a second agent from deciding the same draft */
export async function requestById(tx: Tx, requestId: number, lock = false): Promise<RequestRow | undefined> {
  const row = await tx.maybe<Stored>(sql`
    select ${COLUMNS} from requests.request where utility_id = ${tx.utilityId} and request_id = ${requestId}
    ${lock ? sql`for update` : empty}`);
  return row && read(row);
}

export const requestsOfOrder = async (tx: Tx, orderId: number): Promise<RequestRow[]> =>
  (
    await tx.rows<Stored>(sql`
      select ${COLUMNS} from requests.request where utility_id = ${tx.utilityId} and order_id = ${orderId} order by request_id`)
  ).map(read);

/** Which of these ids of a source are here already. */
export async function refsPresent(tx: Tx, source: string, refs: string[]): Promise<Map<string, RequestRow>> {
  const rows = await tx.rows<Stored>(sql`
    select ${COLUMNS} from requests.request
    where utility_id = ${tx.utilityId} and source = ${source} and source_ref = any(${refs}::text[])`);
  return new Map(rows.map((row) => [row.sourceRef ?? '', read(row)]));
}

/** Where a request's order lies, for readers who do not see all. Empty: everywhere. */
export interface Reach {
  departmentId?: string;
  districts?: string[];
  handlerId?: number;
  sealedTo?: string;
}

export interface RequestFilter extends Reach {
  outcome?: Outcome;
  channel?: string;
  /** A type or any of its children. */
  event?: string;
  /** Part of place or content, or the beginning of the phone of who is in `people`. */
  q?: string;
  /** Whose phone may be asked for; absent: nobody's. */
  people?: Reach;
  premisesId?: number;
  /** 我受理的: hers or her unit's to answer for, the order not closed. */
  answeredBy?: { staffId: number; unit: string };
  /** Rows after this one, newest first. */
  after?: { receivedAt: number; requestId: number };
  limit: number;
}

const when = (condition: boolean, part: () => Sql): Sql => (condition ? part() : empty);

/** Condition on `requests.request r`. A draft or declined request has no order and so belongs to the desks alone. */
export function within({ departmentId, districts, handlerId, sealedTo }: Reach): Sql {
  if ([departmentId, districts, handlerId, sealedTo].every((one) => one === undefined)) return empty;
  return sql`and exists (
    select from work_orders.work_order o where o.utility_id = r.utility_id and o.order_id = r.order_id
      ${when(departmentId !== undefined, () => sql`and o.department_id = ${departmentId}`)}
      ${when(districts !== undefined, () => sql`and o.district_id = any(${districts}::text[])`)}
      ${when(sealedTo !== undefined, () => sql`and o.sealed_to = ${sealedTo}`)}
      ${when(handlerId !== undefined, () => sql`and o.handler_id = ${handlerId}`)})`;
}

export const mayReach = async (tx: Tx, requestId: number, reach: Reach): Promise<boolean> =>
  (
    await tx.rows(sql`
      select 1 from requests.request r where r.utility_id = ${tx.utilityId} and r.request_id = ${requestId} ${within(reach)}`)
  ).length > 0;

export async function listRequests(tx: Tx, filter: RequestFilter): Promise<RequestRow[]> {
  const { outcome, channel, event, q = '', people, after, answeredBy } = filter;
  const part = anywhere(q);
  const rows = await tx.rows<Stored>(sql`
    select ${COLUMNS} from requests.request r
    where r.utility_id = ${tx.utilityId} ${within(filter)}
      ${when(outcome !== undefined, () => sql`and r.outcome = ${outcome}`)}
      ${when(filter.premisesId !== undefined, () => sql`and r.premises_id = ${filter.premisesId ?? 0}`)}
      ${when(
        answeredBy !== undefined,
        () => sql`and (r.owner_id = ${answeredBy?.staffId ?? 0} or r.owner_unit = ${answeredBy?.unit ?? ''})
          and exists (select from work_orders.work_order o where o.utility_id = r.utility_id and o.order_id = r.order_id and o.closed_at is null)`,
      )}
      ${when(channel !== undefined, () => sql`and r.channel = ${channel}`)}
      ${when(event !== undefined, () => sql`and (r.event = ${event} or r.event like ${`${literally(event ?? '')}.%`})`)}
      ${when(
        q !== '',
        () => sql`and (r.place like ${part} or r.content like ${part}
        ${when(people !== undefined, () => sql`or (r.phone like ${`${literally(q)}%`} ${within(people ?? {})})`)})`,
      )}
      ${when(after !== undefined, () => sql`and (r.received_at, r.request_id) < (${new Date(after?.receivedAt ?? 0)}, ${after?.requestId ?? 0})`)}
    order by r.received_at desc, r.request_id desc limit ${filter.limit}`);
  return rows.map(read);
}

export const recentAt = async (tx: Tx, premisesId: number, since: number): Promise<number> =>
  (
    await tx.one<{ n: number }>(sql`
      select count(*) as n from requests.request
      where utility_id = ${tx.utilityId} and premises_id = ${premisesId} and received_at >= ${new Date(since)}`)
  ).n;

/** What orders are found by; asked as the system. */
export const wordsOf = (
  tx: Tx,
  orderIds: readonly number[],
): Promise<
  {
    orderId: number;
    content: string;
    place: string;
    sourceRef: string | null;
    name: string | null;
    phone: string | null;
  }[]
> =>
  tx.rows(sql`
    select order_id as "orderId", content, place, source_ref as "sourceRef", reporter as name, phone
    from requests.request where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[]) order by request_id`);

/** Condition on `work_orders.work_order o`: one of its callers said so. */
export const saidIn = (text: string): Sql => sql`exists (
  select from requests.request r where r.utility_id = o.utility_id and r.order_id = o.order_id
    and (${plainly(sql`r.content`)} like ${anywhere(text)} or ${plainly(sql`r.place`)} like ${anywhere(text)}
      or ${plainly(sql`r.source_ref`)} like ${anywhere(text)}))`;

/** What the dispatcher learned of the caller he was asked for, the first; what is known already stays. */
export const completeCaller = (
  tx: Tx,
  orderId: number,
  details: { reporter?: string; phone?: string; contactTimes?: string },
): Promise<number> =>
  tx.run(sql`
    update requests.request set reporter = coalesce(reporter, ${details.reporter ?? null}),
      phone = coalesce(phone, ${details.phone ?? null}), contact_times = coalesce(contact_times, ${details.contactTimes ?? null})
    where utility_id = ${tx.utilityId} and request_id = (
      select request_id from requests.request where utility_id = ${tx.utilityId} and order_id = ${orderId}
      order by received_at, request_id limit 1)`);
