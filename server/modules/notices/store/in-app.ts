/** Notices in the inbox of a member of staff. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Language, Wording } from '../rules/notice.ts';

export interface InAppNotice {
  id: number;
  staffId: number;
  orderId: number | null;
  name: string | null;
  hop: number;
  wording: Record<Language, Wording>;
}

export const inAppNotices = (tx: Tx, ids: readonly number[]): Promise<InAppNotice[]> =>
  tx.rows<InAppNotice>(sql`
    select n.notice_id as id, n.staff_id as "staffId", n.order_id as "orderId", n.name, n.hop, t.wording -> 'in-app' as wording
    from notices.notice n join notices.telling t on t.utility_id = n.utility_id and t.telling_id = n.telling_id
    where n.utility_id = ${tx.utilityId} and n.notice_id = any(${[...ids]}::bigint[]) and n.staff_id is not null
    order by n.notice_id`);

export const setDeliveredInApp = (tx: Tx, ids: readonly number[], at: Instant): Promise<number> =>
  tx.run(sql`
    update notices.notice set state = 'delivered', waits = null, tries = tries + 1, sent_at = ${new Date(at)}, delivered_at = ${new Date(at)},
      claimed_by = null, claimed_until = null
    where utility_id = ${tx.utilityId} and notice_id = any(${[...ids]}::bigint[])`);

/** Whoever has read the line in his inbox has read the notice, and that is its proof. */
export const setReadInApp = (tx: Tx, staffId: number, at: Instant): Promise<number> =>
  tx.run(sql`
    update notices.notice n set state = 'read', read_at = ${new Date(at)}, proven_at = coalesce(n.proven_at, ${new Date(at)})
    from notices.inbox i join notices.fact f on f.utility_id = i.utility_id and f.fact_id = i.fact_id
    where n.utility_id = ${tx.utilityId} and i.utility_id = ${tx.utilityId} and i.staff_id = ${staffId} and i.read_at = ${new Date(at)}
      and f.kind = 'notice' and n.notice_id = (f.params ->> 'notice')::bigint and n.staff_id = ${staffId}
      and n.state = 'delivered' and n.channel = 'in-app'`);
