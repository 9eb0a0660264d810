/** What was told because the rulebook wants it, and whether the order has it recorded. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';

export interface NewAsked {
  orderId: number;
  notice: string;
  requestId: number;
  noticeId: number;
}

export const insertAsked = (tx: Tx, one: NewAsked, by: number, at: Instant): Promise<number> =>
  tx.run(sql`
    insert into progress.asked (utility_id, order_id, notice, request_id, notice_id, asked_by, asked_at)
    values (${tx.utilityId}, ${one.orderId}, ${one.notice}, ${one.requestId}, ${one.noticeId}, ${by}, ${new Date(at)})`);

export interface AskedRow {
  notice: string;
  by: string;
  at: Date;
  /** Those of its notices that have gone out, of all. */
  out: number;
  all: number;
  recordedAt: Date | null;
  refusal: string | null;
}

const OUT = sql`n.state in ('sent', 'delivered', 'read', 'served')`;

export const askedOf = (tx: Tx, orderId: number): Promise<AskedRow[]> =>
  tx.rows<AskedRow>(sql`
    select a.notice, min(s.name) as by, min(a.asked_at) as at, (count(*) filter (where ${OUT}))::int as out, count(*)::int as "all",
      max(a.recorded_at) as "recordedAt", max(a.refusal) as refusal
    from progress.asked a
    join identity.staff s on s.utility_id = a.utility_id and s.staff_id = a.asked_by
    join notices.notice n on n.utility_id = a.utility_id and n.notice_id = a.notice_id
    where a.utility_id = ${tx.utilityId} and a.order_id = ${orderId} group by a.notice order by min(a.asked_at)`);

export interface Out {
  orderId: number;
  notice: string;
  askedBy: number;
  /** When the last of them went. */
  at: Instant;
}

/** Told to every caller, and not recorded yet. */
export const wentOut = (tx: Tx): Promise<Out[]> =>
  tx.rows<Out>(sql`
    select a.order_id as "orderId", a.notice, min(a.asked_by) as "askedBy",
      max(round(date_part('epoch', coalesce(n.proven_at, n.sent_at, n.delivered_at)) * 1000)) as at
    from progress.asked a join notices.notice n on n.utility_id = a.utility_id and n.notice_id = a.notice_id
    where a.utility_id = ${tx.utilityId} and a.recorded_at is null and a.refusal is null
    group by a.order_id, a.notice having bool_and(${OUT} and (not n.proof or n.proven_at is not null)) order by a.order_id limit 200`);

export const markRecorded = (
  tx: Tx,
  orderId: number,
  notice: string,
  at: Instant | null,
  refusal: string | null,
): Promise<number> =>
  tx.run(sql`
    update progress.asked set recorded_at = ${at === null ? null : new Date(at)}, refusal = ${refusal}
    where utility_id = ${tx.utilityId} and order_id = ${orderId} and notice = ${notice} and recorded_at is null`);
