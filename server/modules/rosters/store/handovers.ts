import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Matter } from '../rules/handover.ts';

export interface HandoverRow {
  handoverId: number;
  departmentId: string;
  departmentName: string;
  giverId: number;
  giverName: string;
  takerId: number;
  takerName: string;
  givenAt: Date;
  note: string;
  matters: Matter[];
  sha256: string;
  takenAt: Date | null;
  takerNote: string | null;
}

const SELECT = sql`
  select h.handover_id as "handoverId", h.department_id as "departmentId", d.name as "departmentName", h.giver_id as "giverId",
    g.name as "giverName", h.taker_id as "takerId", t.name as "takerName", h.given_at as "givenAt", h.note, h.matters,
    encode(h.sha256, 'hex') as sha256, h.taken_at as "takenAt", h.taker_note as "takerNote"
  from rosters.handover h
  join identity.department d on d.utility_id = h.utility_id and d.department_id = h.department_id
  join identity.staff g on g.utility_id = h.utility_id and g.staff_id = h.giver_id
  join identity.staff t on t.utility_id = h.utility_id and t.staff_id = h.taker_id`;

/** The latest first. @param departmentId null: of every unit; with those I give or take */
export const listHandovers = (
  tx: Tx,
  departmentId: string | null,
  staffId: number,
  limit: number,
): Promise<HandoverRow[]> =>
  tx.rows<HandoverRow>(sql`
    ${SELECT} where h.utility_id = ${tx.utilityId}
      ${departmentId === null ? empty : sql`and (h.department_id = ${departmentId} or h.giver_id = ${staffId} or h.taker_id = ${staffId})`}
    order by h.handover_id desc limit ${limit}`);

export const handoversAfter = (tx: Tx, id: number, limit: number): Promise<HandoverRow[]> =>
  tx.rows<HandoverRow>(sql`
    ${SELECT} where h.utility_id = ${tx.utilityId} and h.handover_id > ${id} order by h.handover_id limit ${limit}`);

export const handoverById = (tx: Tx, id: number, lock = false): Promise<HandoverRow | undefined> =>
  tx.maybe<HandoverRow>(sql`
    ${SELECT} where h.utility_id = ${tx.utilityId} and h.handover_id = ${id} ${lock ? sql`for update of h` : empty}`);

export const insertHandover = async (
  tx: Tx,
  given: { departmentId: string; giverId: number; takerId: number; note: string; matters: Matter[]; sha256: Buffer },
  at: Instant,
): Promise<number> =>
  (
    await tx.one<{ id: number }>(sql`
      insert into rosters.handover (utility_id, department_id, giver_id, taker_id, given_at, note, matters, sha256)
      values (${tx.utilityId}, ${given.departmentId}, ${given.giverId}, ${given.takerId}, ${new Date(at)}, ${given.note},
        ${JSON.stringify(given.matters)}::jsonb, ${given.sha256}) returning handover_id as id`)
  ).id;

export const takeHandover = (tx: Tx, id: number, note: string, at: Instant): Promise<number> =>
  tx.run(sql`
    update rosters.handover set taken_at = ${new Date(at)}, taker_note = ${note}
    where utility_id = ${tx.utilityId} and handover_id = ${id}`);
