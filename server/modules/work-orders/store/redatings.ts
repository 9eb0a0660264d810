/** What was asked, decided, applied and reverted. */
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Summary, Totals } from '../rules/redating/sentences.ts';

export interface RedatingRow {
  redatingId: number;
  kind: 'pack' | 'calendar';
  calendar: string | null;
  fromHashes: string[];
  toHash: string;
  digest: string;
  preview: Summary;
  reason: string;
  askedBy: number;
  askedByName: string;
  askedAt: Date;
  decidedBy: number | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  decision: 'granted' | 'refused' | null;
  note: string | null;
  appliedAt: Date | null;
  asPreviewed: boolean | null;
  counts: Totals | null;
  revertedByName: string | null;
  revertedAt: Date | null;
  revertCounts: Totals | null;
}

const SELECT = sql`
  select r.redating_id as "redatingId", r.kind, r.calendar, r.from_hashes as "fromHashes", r.to_hash as "toHash", r.digest, r.preview,
    r.reason, r.asked_by as "askedBy", a.name as "askedByName", r.asked_at as "askedAt", r.decided_by as "decidedBy",
    d.name as "decidedByName", r.decided_at as "decidedAt", r.decision, r.note, r.applied_at as "appliedAt",
    r.as_previewed as "asPreviewed", r.counts, v.name as "revertedByName", r.reverted_at as "revertedAt", r.revert_counts as "revertCounts"
  from work_orders.redating r
  join identity.staff a on a.utility_id = r.utility_id and a.staff_id = r.asked_by
  left join identity.staff d on d.utility_id = r.utility_id and d.staff_id = r.decided_by
  left join identity.staff v on v.utility_id = r.utility_id and v.staff_id = r.reverted_by`;

/** Newest first. */
export const redatingRows = (tx: Tx, limit: number): Promise<RedatingRow[]> =>
  tx.rows<RedatingRow>(sql`${SELECT} where r.utility_id = ${tx.utilityId} order by r.redating_id desc limit ${limit}`);

export const redatingById = (tx: Tx, id: number, lock = false): Promise<RedatingRow | undefined> =>
  tx.maybe<RedatingRow>(
    sql`${SELECT} where r.utility_id = ${tx.utilityId} and r.redating_id = ${id} ${lock ? sql`for update of r` : empty}`,
  );

export interface Asked {
  kind: 'pack' | 'calendar';
  calendar: string | null;
  fromHashes: string[];
  toHash: string;
  digest: string;
  preview: Summary;
  reason: string;
  askedBy: number;
  askedAt: Instant;
}

/** Undefined: the same is asked for already and waits for its decision. */
export const insertRedating = async (tx: Tx, asked: Asked): Promise<number | undefined> =>
  (
    await tx.maybe<{ id: number }>(sql`
      insert into work_orders.redating (utility_id, kind, calendar, from_hashes, to_hash, digest, preview, reason, asked_by, asked_at)
      values (${tx.utilityId}, ${asked.kind}, ${asked.calendar}, ${asked.fromHashes}, ${asked.toHash}, ${asked.digest},
        ${JSON.stringify(asked.preview)}::jsonb, ${asked.reason}, ${asked.askedBy}, ${new Date(asked.askedAt)})
      on conflict do nothing returning redating_id as id`)
  )?.id;

export interface Decided {
  decision: 'granted' | 'refused';
  note: string | null;
  by: number;
  at: Instant;
  /** Of a granted one; `before`: calendar that was in force until then. */
  applied: { counts: Totals; asPreviewed: boolean; before: string | null } | null;
}

export const saveDecision = (tx: Tx, id: number, { decision, note, by, at, applied }: Decided): Promise<number> =>
  tx.run(sql`
    update work_orders.redating set decision = ${decision}, note = ${note}, decided_by = ${by}, decided_at = ${new Date(at)},
      applied_at = ${applied ? new Date(at) : null}, as_previewed = ${applied?.asPreviewed ?? null},
      counts = ${applied ? JSON.stringify(applied.counts) : null}::jsonb,
      from_hashes = case when ${applied?.before ?? null}::text is null then from_hashes else array[${applied?.before ?? null}::text] end
    where utility_id = ${tx.utilityId} and redating_id = ${id}`);

export const saveReverted = (tx: Tx, id: number, by: number, at: Instant, counts: Totals): Promise<number> =>
  tx.run(sql`
    update work_orders.redating set reverted_by = ${by}, reverted_at = ${new Date(at)}, revert_counts = ${JSON.stringify(counts)}::jsonb
    where utility_id = ${tx.utilityId} and redating_id = ${id}`);

/** Open orders by the version they are under. */
export const openByVersion = (tx: Tx): Promise<{ hash: string; orders: number }[]> =>
  tx.rows<{ hash: string; orders: number }>(sql`
    select pack_hash as hash, count(*) as orders from work_orders.work_order
    where utility_id = ${tx.utilityId} and closed_at is null group by pack_hash`);

export interface PutOrder {
  id: number;
  number: string;
  event: string;
  place: string;
  state: string;
  departmentId: string | null;
  stays: boolean;
}

/** Orders a re-dating put under another version, by their ids; `stays`: they still are. */
export const ordersPut = (tx: Tx, redatingId: number, after: number, limit: number): Promise<PutOrder[]> =>
  tx.rows<PutOrder>(sql`
    select o.order_id as id, o.number, o.event, o.place, o.state, o.department_id as "departmentId",
      case when r.new_calendar_hash is null then o.pack_hash = r.new_pack_hash else o.calendar_hash = r.new_calendar_hash end as stays
    from work_orders.redating_order r join work_orders.work_order o using (utility_id, order_id)
    where r.utility_id = ${tx.utilityId} and r.redating_id = ${redatingId} and r.order_id > ${after}
    order by r.order_id limit ${limit}`);
