import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../platform/database.ts';
import type { Instant } from '../../values/instant.ts';

export interface Announcement {
  staffId: number;
  kind: string;
  at: Instant;
  recordedAt: Instant;
  orderId: number | null;
  /** The same fact is told to the same person once. */
  factKey: string;
  params: Record<string, string | number | null>;
}

/** One statement for any number of recipients; a repetition changes nothing. Returns how many were new. */
export async function insertAnnouncements(tx: Tx, rows: readonly Announcement[]): Promise<number> {
  if (rows.length === 0) return 0;
  return tx.run(sql`
    insert into notices.inbox (utility_id, staff_id, at, recorded_at, kind, order_id, fact_key, params)
    select ${tx.utilityId}, r.staff_id, r.at, r.recorded_at, r.kind, r.order_id, r.fact_key, r.params
    from jsonb_to_recordset(${JSON.stringify(
      rows.map((row) => ({
        staff_id: row.staffId,
        at: new Date(row.at),
        recorded_at: new Date(row.recordedAt),
        kind: row.kind,
        order_id: row.orderId,
        fact_key: row.factKey,
        params: row.params,
      })),
    )}::jsonb) as r (staff_id int, at timestamptz, recorded_at timestamptz, kind text, order_id bigint, fact_key text, params jsonb)
    order by r.staff_id, r.fact_key
    on conflict (utility_id, staff_id, fact_key) do nothing`);
}

export interface InboxRow {
  id: number;
  at: Date;
  recordedAt: Date;
  kind: string;
  orderId: number | null;
  params: Record<string, string | number | null>;
  readAt: Date | null;
}

export const inboxOf = (tx: Tx, staffId: number, unreadOnly: boolean, limit: number): Promise<InboxRow[]> =>
  tx.rows<InboxRow>(sql`
    select inbox_id as id, at, recorded_at as "recordedAt", kind, order_id as "orderId", params, read_at as "readAt"
    from notices.inbox
    where utility_id = ${tx.utilityId} and staff_id = ${staffId} ${unreadOnly ? sql`and read_at is null` : empty}
    order by inbox_id desc limit ${limit}`);

export const countUnread = async (tx: Tx, staffId: number): Promise<number> =>
  (
    await tx.one<{ unread: number }>(sql`
      select count(*) as unread from notices.inbox
      where utility_id = ${tx.utilityId} and staff_id = ${staffId} and read_at is null`)
  ).unread;

/** Up to the newest seen, or one by one; another's items are not his. */
export const markRead = (
  tx: Tx,
  staffId: number,
  { upTo = 0, ids = [] }: { upTo?: number; ids?: number[] },
  at: Instant,
): Promise<number> =>
  tx.run(sql`
    update notices.inbox set read_at = ${new Date(at)}
    where utility_id = ${tx.utilityId} and staff_id = ${staffId} and read_at is null
      and (inbox_id <= ${upTo} or inbox_id = any(${ids}::bigint[]))`);
