/** 整改回访: low ratings until they are answered. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Rating } from '../../work-orders/index.ts';

export type Settlement = 'reopened' | 'explained' | 'better';

export interface FollowUpRow {
  orderId: number;
  number: string;
  event: string;
  packHash: string;
  place: string;
  state: string;
  requestId: number;
  rating: Rating;
  words: string;
  departmentName: string | null;
  ownerId: number | null;
  ownerName: string | null;
  openedAt: Instant;
  dueAt: Instant;
  settledAt: Instant | null;
  settlement: Settlement | null;
  reason: string | null;
}

export interface NewFollowUp {
  orderId: number;
  requestId: number;
  round: number;
  rating: Rating;
  words: string;
  departmentId: string | null;
  openedAt: Instant;
  dueAt: Instant;
}

/** One for each caller; said again, it says what he says now. */
export const openFollowUp = (tx: Tx, one: NewFollowUp): void =>
  tx.send(sql`
    insert into call_backs.follow_up as f (utility_id, order_id, request_id, round, rating, words, department_id, opened_at, due_at)
    values (${tx.utilityId}, ${one.orderId}, ${one.requestId}, ${one.round}, ${one.rating}, ${one.words}, ${one.departmentId},
      ${new Date(one.openedAt)}, ${new Date(one.dueAt)})
    on conflict (utility_id, order_id, request_id) where settled_at is null
    do update set rating = excluded.rating, words = coalesce(nullif(excluded.words, ''), f.words)`);

export interface Settling {
  settlement: Settlement;
  by: number | null;
  at: Instant;
  reason: string | null;
}

/** @param requestId null: of every caller */
export const settleFollowUps = (
  tx: Tx,
  orderId: number,
  requestId: number | null,
  { settlement, by, at, reason }: Settling,
): Promise<number> =>
  tx.run(sql`
    update call_backs.follow_up set settled_at = ${new Date(at)}, settled_by = ${by}, settlement = ${settlement}, reason = ${reason}
    where utility_id = ${tx.utilityId} and order_id = ${orderId} and settled_at is null
      and (${requestId}::bigint is null or request_id = ${requestId}::bigint)`);

export const ownFollowUp = (tx: Tx, orderId: number, requestId: number, staffId: number): Promise<number> =>
  tx.run(sql`
    update call_backs.follow_up set owner_id = ${staffId}
    where utility_id = ${tx.utilityId} and order_id = ${orderId} and request_id = ${requestId} and settled_at is null`);

/** Open ones by due time, then those settled last. */
export const listFollowUps = (tx: Tx, sealedTo: string | null, limit: number): Promise<FollowUpRow[]> =>
  tx.rows<FollowUpRow>(sql`
    select f.order_id as "orderId", o.number, o.event, o.pack_hash as "packHash", o.place, o.state, f.request_id as "requestId",
      f.rating, f.words, d.name as "departmentName", f.owner_id as "ownerId", s.name as "ownerName",
      round(date_part('epoch', f.opened_at) * 1000) as "openedAt", round(date_part('epoch', f.due_at) * 1000) as "dueAt",
      round(date_part('epoch', f.settled_at) * 1000) as "settledAt", f.settlement, f.reason
    from call_backs.follow_up f
    join work_orders.work_order o on o.utility_id = f.utility_id and o.order_id = f.order_id
    left join identity.department d on d.utility_id = f.utility_id and d.department_id = f.department_id
    left join identity.staff s on s.utility_id = f.utility_id and s.staff_id = f.owner_id
    where f.utility_id = ${tx.utilityId} and (${sealedTo}::text is null or o.sealed_to = ${sealedTo}::text)
    order by f.settled_at desc nulls first, f.due_at, f.follow_up_id limit ${limit}`);
