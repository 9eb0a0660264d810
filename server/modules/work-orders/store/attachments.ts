import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

export interface AttachmentRow {
  attachmentId: string;
  orderId: number;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: Buffer;
  takenAt: Date | null;
  recordedAt: Date;
  staffId: number;
  by: string;
}

const SELECT = sql`
  select a.attachment_id as "attachmentId", a.order_id as "orderId", a.name, a.media_type as "mediaType", a.bytes, a.sha256,
    a.taken_at as "takenAt", a.recorded_at as "recordedAt", a.staff_id as "staffId", s.name as by
  from work_orders.attachment a join identity.staff s on s.utility_id = a.utility_id and s.staff_id = a.staff_id`;

export const attachmentsOf = (tx: Tx, orderId: number): Promise<AttachmentRow[]> =>
  tx.rows<AttachmentRow>(
    sql`${SELECT} where a.utility_id = ${tx.utilityId} and a.order_id = ${orderId} order by a.recorded_at, a.attachment_id`,
  );

export const attachmentById = (tx: Tx, id: string): Promise<AttachmentRow | undefined> =>
  tx.maybe<AttachmentRow>(sql`${SELECT} where a.utility_id = ${tx.utilityId} and a.attachment_id = ${id}`);

export const countAttachments = async (tx: Tx, orderId: number): Promise<number> =>
  (
    await tx.one<{ n: number }>(sql`
      select count(*) as n from work_orders.attachment where utility_id = ${tx.utilityId} and order_id = ${orderId}`)
  ).n;

export const insertAttachment = (tx: Tx, row: Omit<AttachmentRow, 'by'>): Promise<number> =>
  tx.run(sql`
    insert into work_orders.attachment (utility_id, attachment_id, order_id, name, media_type, bytes, sha256, taken_at, recorded_at, staff_id)
    values (${tx.utilityId}, ${row.attachmentId}, ${row.orderId}, ${row.name}, ${row.mediaType}, ${row.bytes}, ${row.sha256}, ${row.takenAt},
      ${row.recordedAt}, ${row.staffId})`);
