import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../platform/database.ts';
import type { Instant } from '../../values/instant.ts';

export interface Announcement {
  staffIds: readonly number[];
  kind: string;
  at: Instant;
  orderId: number | null;
  /** The same fact is told to the same person once. */
  factKey: string;
  params: Record<string, string | number | null>;
}

/** One statement for any number of facts and recipients; a repetition changes nothing. Returns how many rows were new. */
export async function insertAnnouncements(
  tx: Tx,
  facts: readonly Announcement[],
  recordedAt: Instant,
): Promise<number> {
  if (facts.length === 0) return 0;
  return tx.run(sql`
    insert into notices.inbox (utility_id, staff_id, at, recorded_at, kind, order_id, fact_key, params)
    select ${tx.utilityId}, s.staff_id, to_timestamp(f.at / 1000), ${new Date(recordedAt)}, f.kind, f.order_id, f.fact_key, f.params
    from unnest(
      ${facts.map(({ staffIds }) => `{${staffIds.join(',')}}`)}::text[], ${facts.map(({ at }) => at)}::float8[],
      ${facts.map(({ kind }) => kind)}::text[], ${facts.map(({ orderId }) => orderId)}::bigint[],
      ${facts.map(({ factKey }) => factKey)}::text[], ${facts.map(({ params }) => JSON.stringify(params))}::jsonb[]
    ) as f (told, at, kind, order_id, fact_key, params) cross join lateral unnest(f.told::int[]) as s (staff_id)
    order by s.staff_id, f.fact_key
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
