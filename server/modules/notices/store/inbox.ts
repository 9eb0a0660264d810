import sql, { empty } from 'sql-template-tag';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';

export interface Announcement {
  staffIds: readonly number[];
  kind: string;
  at: Instant;
  orderId: number | null;
  /** The same fact is told to the same person once. */
  factKey: string;
  params: Record<string, string | number | null>;
}

/** One statement for any number of facts and recipients; a repetition changes nothing. Returns how many were new to somebody. */
export async function insertAnnouncements(
  tx: Tx,
  facts: readonly Announcement[],
  recordedAt: Instant,
): Promise<number> {
  if (facts.length === 0) return 0;
  return tx.run(sql`
    with f as (
      select * from unnest(
        ${facts.map(({ staffIds }) => `{${staffIds.join(',')}}`)}::text[], ${facts.map(({ at }) => at)}::float8[],
        ${facts.map(({ kind }) => kind)}::text[], ${facts.map(({ orderId }) => orderId)}::bigint[],
        ${facts.map(({ factKey }) => factKey)}::text[], ${facts.map(({ params }) => JSON.stringify(params))}::jsonb[]
      ) as f (told, at, kind, order_id, fact_key, params)
    ), said as (
      insert into notices.fact (utility_id, at, recorded_at, kind, order_id, fact_key, params)
      select distinct on (fact_key) ${tx.utilityId}, to_timestamp(at / 1000), ${new Date(recordedAt)}, kind, order_id, fact_key, params from f
      order by fact_key
      on conflict (utility_id, fact_key) do update set kind = excluded.kind returning fact_id, fact_key
    )
    insert into notices.inbox (utility_id, staff_id, fact_id)
    select distinct ${tx.utilityId}::int, s.staff_id, said.fact_id
    from f join said using (fact_key) cross join lateral unnest(f.told::int[]) as s (staff_id)
    order by s.staff_id, said.fact_id
    on conflict do nothing`);
}

/** Counted by the database since its statistics began, those taken back included; a little late. */
export const inboxWritten = async (db: Db): Promise<number> => {
  const [row] = await db.query<{ written: number }>(sql`
    select n_tup_ins as written from pg_stat_user_tables where schemaname = 'notices' and relname = 'inbox'`);
  return row?.written ?? 0;
};

export interface InboxRow {
  id: number;
  at: Date;
  recordedAt: Date;
  kind: string;
  orderId: number | null;
  params: Record<string, string | number | null>;
  readAt: Date | null;
}

export const inboxOf = (
  tx: Tx,
  staffId: number,
  unreadOnly: boolean,
  limit: number,
  before: number | null,
): Promise<InboxRow[]> =>
  tx.rows<InboxRow>(sql`
    select f.fact_id as id, f.at, f.recorded_at as "recordedAt", f.kind, f.order_id as "orderId", f.params, i.read_at as "readAt"
    from notices.inbox i join notices.fact f on f.utility_id = i.utility_id and f.fact_id = i.fact_id
    where i.utility_id = ${tx.utilityId} and i.staff_id = ${staffId} ${unreadOnly ? sql`and i.read_at is null` : empty}
      ${before === null ? empty : sql`and i.fact_id < ${before}`}
    order by i.fact_id desc limit ${limit}`);

/** Counted no further. */
const MOST_COUNTED = 1000;

export const countUnread = async (tx: Tx, staffId: number): Promise<number> =>
  (
    await tx.one<{ unread: number }>(sql`
      select count(*) as unread from (
        select from notices.inbox
        where utility_id = ${tx.utilityId} and staff_id = ${staffId} and read_at is null limit ${MOST_COUNTED}) counted`)
  ).unread;

/** One by one: to be looked at again. */
export const markUnread = (tx: Tx, staffId: number, ids: readonly number[]): Promise<number> =>
  tx.run(sql`
    update notices.inbox set read_at = null
    where utility_id = ${tx.utilityId} and staff_id = ${staffId} and read_at is not null and fact_id = any(${[...ids]}::bigint[])`);

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
      and (fact_id <= ${upTo} or fact_id = any(${ids}::bigint[]))`);
