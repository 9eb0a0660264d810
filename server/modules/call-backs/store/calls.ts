/** Whom orders wait to be called back, read from the orders themselves. */
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { FactValue } from '../../regulations/index.ts';
import type { Outcome, Rating } from '../../work-orders/index.ts';

export interface Said {
  kind: 'call-back-tried' | 'called-back' | 'rated';
  at: Instant;
  outcome: Outcome | null;
  later: Instant | null;
  rating: Rating | null;
  by: string | null;
}

/** One caller of an order; an order of no caller has one row with `requestId` 0. */
export interface CallRow {
  orderId: number;
  number: string;
  event: string;
  channel: string;
  facts: Record<string, FactValue>;
  packHash: string;
  place: string;
  summary: string;
  closed: boolean;
  departmentName: string | null;
  receivedAt: Instant;
  since: Instant;
  dueAt: Instant | null;
  requestId: number;
  callers: number;
  reporter: string | null;
  phone: string | null;
  contactTimes: string | null;
  /** Of this round, in order. */
  said: Said[];
  claimedBy: number | null;
  claimedName: string | null;
  claimedUntil: Instant | null;
  /** What the unit replied. */
  reply: string | null;
}

const ms = (of: Sql): Sql => sql`round(date_part('epoch', ${of}) * 1000)`;

/** Since the order was reopened last. */
const ROUND = sql`coalesce((select max(e.seq) from work_orders.event e
  where e.utility_id = o.utility_id and e.order_id = o.order_id and e.kind = 'reopened'), 0)`;

function calls(tx: Tx, which: Sql, callers: Sql, now: Instant, limit: number): Promise<CallRow[]> {
  return tx.rows<CallRow>(sql`
    with waiting as (
      select o.*, ${ROUND} as begun, (select min(w.since) from call_backs.owed w where w.utility_id = o.utility_id and w.order_id = o.order_id) as owed_since
      from work_orders.work_order o where o.utility_id = ${tx.utilityId} and ${which})
    select o.order_id as "orderId", o.number, o.event, o.channel, o.facts, o.pack_hash as "packHash", o.place, o.summary,
      o.state = 'closed' as closed, d.name as "departmentName", ${ms(sql`o.received_at`)} as "receivedAt",
      ${ms(sql`coalesce(o.owed_since, (select max(e.occurred_at) from work_orders.event e where e.utility_id = o.utility_id
        and e.order_id = o.order_id and e.kind = 'reviewed'), o.received_at)`)} as since,
      ${ms(sql`due.at`)} as "dueAt", coalesce(r.request_id, 0) as "requestId", o.callers, r.reporter, r.phone,
      r.contact_times as "contactTimes", coalesce(said.list, '[]') as said, c.staff_id as "claimedBy", s.name as "claimedName",
      ${ms(sql`c.until`)} as "claimedUntil",
      (select coalesce(e.data #>> '{forms,reply,measures}', e.data ->> 'text') from work_orders.event e
        where e.utility_id = o.utility_id and e.order_id = o.order_id and e.kind = 'handled' order by e.seq desc limit 1) as reply
    from waiting o
    left join requests.request r on r.utility_id = o.utility_id and r.order_id = o.order_id
    left join identity.department d on d.utility_id = o.utility_id and d.department_id = o.department_id
    left join call_backs.claim c on c.utility_id = o.utility_id and c.order_id = o.order_id
      and c.request_id = coalesce(r.request_id, 0) and c.until > ${new Date(now)}
    left join identity.staff s on s.utility_id = c.utility_id and s.staff_id = c.staff_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', ${ms(sql`e.occurred_at`)}, 'outcome', e.data ->> 'outcome',
        'later', e.data -> 'later', 'rating', e.data ->> 'rating', 'by', w.name) order by e.seq) as list
      from work_orders.event e left join identity.staff w on w.utility_id = e.utility_id and w.staff_id = e.staff_id
      where e.utility_id = o.utility_id and e.order_id = o.order_id and e.seq > o.begun
        and e.kind in ('call-back-tried', 'called-back', 'rated')
        and (e.request_id is null or e.request_id = r.request_id)) said on true
    left join lateral (
      select min(k.due_at) as at from work_orders.clock k where k.utility_id = o.utility_id and k.order_id = o.order_id
        and k.request_id in (0, coalesce(r.request_id, 0)) and k.state in ('running', 'warned', 'late')) due on true
    where ${callers}
    order by due.at nulls last, since, o.order_id, r.request_id limit ${limit}`);
}

/** Those in reach: everything, or what is sealed to a unit alone. */
export const waitingCalls = (tx: Tx, sealedTo: string | null, now: Instant, limit: number): Promise<CallRow[]> =>
  calls(
    tx,
    // two stretches of an index rather than a walk through every order there ever was
    sql`o.order_id in (
        select i.order_id from work_orders.work_order i
        where i.utility_id = ${tx.utilityId} and i.closed_at is null and i.state = 'awaiting-call-back'
        union select w.order_id from call_backs.owed w where w.utility_id = ${tx.utilityId})
      and (${sealedTo}::text is null or o.sealed_to = ${sealedTo}::text)`,
    sql`(o.state <> 'closed' or exists (select from call_backs.owed w where w.utility_id = o.utility_id
      and w.order_id = o.order_id and w.request_id = r.request_id))`,
    now,
    limit,
  );

/** The callers of one order that waits. */
export const callsOfOrder = (tx: Tx, orderId: number, now: Instant): Promise<CallRow[]> =>
  calls(tx, sql`o.order_id = ${orderId} and o.state in ('awaiting-call-back', 'closed')`, sql`true`, now, 1000);

export const holdOwed = (tx: Tx, orderId: number, requestId: number, since: Instant): void =>
  tx.send(sql`
    insert into call_backs.owed (utility_id, order_id, request_id, since)
    values (${tx.utilityId}, ${orderId}, ${requestId}, ${new Date(since)}) on conflict do nothing`);

/** @param requestId null: of every caller */
export const dropOwed = (tx: Tx, orderId: number, requestId: number | null): void =>
  tx.send(sql`
    delete from call_backs.owed where utility_id = ${tx.utilityId} and order_id = ${orderId}
      and (${requestId}::bigint is null or request_id = ${requestId}::bigint)`);

/** Mine now, or mine already; undefined: somebody else has it. */
export const takeClaim = (
  tx: Tx,
  orderId: number,
  requestId: number,
  staffId: number,
  now: Instant,
  until: Instant,
): Promise<object | undefined> =>
  tx.maybe(sql`
    insert into call_backs.claim as c (utility_id, order_id, request_id, staff_id, until)
    values (${tx.utilityId}, ${orderId}, ${requestId}, ${staffId}, ${new Date(until)})
    on conflict (utility_id, order_id, request_id) do update set staff_id = excluded.staff_id, until = excluded.until
      where c.until <= ${new Date(now)} or c.staff_id = excluded.staff_id
    returning c.staff_id`);

export const holderOf = (
  tx: Tx,
  orderId: number,
  requestId: number,
  now: Instant,
): Promise<{ staffId: number; name: string; until: Date } | undefined> =>
  tx.maybe(sql`
    select c.staff_id as "staffId", s.name, c.until from call_backs.claim c
    join identity.staff s on s.utility_id = c.utility_id and s.staff_id = c.staff_id
    where c.utility_id = ${tx.utilityId} and c.order_id = ${orderId} and c.request_id = ${requestId} and c.until > ${new Date(now)}`);

/** @param staffId null: whoever has it */
export const dropClaim = (tx: Tx, orderId: number, requestId: number | null, staffId: number | null): void =>
  tx.send(sql`
    delete from call_backs.claim where utility_id = ${tx.utilityId} and order_id = ${orderId}
      and (${requestId}::bigint is null or request_id = ${requestId}::bigint)
      and (${staffId}::int is null or staff_id = ${staffId}::int)`);
