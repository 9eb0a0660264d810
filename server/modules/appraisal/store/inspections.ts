/** Sheets that were filled in 检查记录: written once, never changed. */
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Answer } from '../rules/sheet.ts';

export interface InspectionRow {
  inspectionId: number;
  packHash: string;
  kind: string;
  place: string;
  departmentId: string | null;
  departmentName: string | null;
  at: Date;
  recordedAt: Date;
  staffId: number;
  staffName: string;
  note: string;
  notMet: number;
  wanting: number;
  toLook: number;
  items: number;
}

const COLUMNS = sql`
  i.inspection_id as "inspectionId", i.pack_hash as "packHash", i.kind, i.place, i.department_id as "departmentId",
  d.name as "departmentName", i.at, i.recorded_at as "recordedAt", i.staff_id as "staffId", s.name as "staffName", i.note,
  i.not_met as "notMet", i.wanting, i.to_look as "toLook", i.items`;
const FROM = sql`
  from appraisal.inspection i
  join identity.staff s on s.utility_id = i.utility_id and s.staff_id = i.staff_id
  left join identity.department d on d.utility_id = i.utility_id and d.department_id = i.department_id`;

export interface NewInspection {
  packHash: string;
  kind: string;
  place: string;
  departmentId: string | null;
  at: Instant;
  answers: readonly Answer[];
  note: string;
  notMet: number;
  wanting: number;
  toLook: number;
  items: number;
}

export async function insertInspection(tx: Tx, one: NewInspection, staffId: number, now: Instant): Promise<number> {
  const { inspectionId } = await tx.one<{ inspectionId: number }>(sql`
    insert into appraisal.inspection (utility_id, pack_hash, kind, place, department_id, at, recorded_at, staff_id, answers, note,
      not_met, wanting, to_look, items)
    values (${tx.utilityId}, ${one.packHash}, ${one.kind}, ${one.place}, ${one.departmentId}, ${new Date(one.at)}, ${new Date(now)},
      ${staffId}, ${JSON.stringify(one.answers)}::jsonb, ${one.note}, ${one.notMet}, ${one.wanting}, ${one.toLook}, ${one.items})
    returning inspection_id as "inspectionId"`);
  return inspectionId;
}

/** @param department only those of this unit */
export const listInspections = (tx: Tx, department: string | undefined, limit: number): Promise<InspectionRow[]> =>
  tx.rows<InspectionRow>(sql`
    select ${COLUMNS} ${FROM} where i.utility_id = ${tx.utilityId}
      ${department === undefined ? empty : sql`and i.department_id = ${department}`}
    order by i.at desc, i.inspection_id desc limit ${limit}`);

export const inspectionById = (tx: Tx, id: number): Promise<(InspectionRow & { answers: Answer[] }) | undefined> =>
  tx.maybe<InspectionRow & { answers: Answer[] }>(sql`
    select ${COLUMNS}, i.answers ${FROM} where i.utility_id = ${tx.utilityId} and i.inspection_id = ${id}`);
