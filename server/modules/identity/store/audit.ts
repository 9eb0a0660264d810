import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

export interface AuditEntry {
  at: Date;
  staffId: number | null;
  action: string;
  object: string;
  detail: Record<string, unknown>;
}

export async function insertAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.run(sql`
    insert into identity.audit (utility_id, at, staff_id, action, object, detail)
    values (${tx.utilityId}, ${entry.at}, ${entry.staffId}, ${entry.action}, ${entry.object},
      ${JSON.stringify(entry.detail)})`);
}

export interface AuditRow {
  audit_id: number;
  at: Date;
  staff_id: number | null;
  name: string | null;
  action: string;
  object: string;
  detail: Record<string, unknown>;
}

/** The newest first; `before` continues a page. */
export function listAudit(tx: Tx, asked: { before: number | null; limit: number }): Promise<AuditRow[]> {
  return tx.rows<AuditRow>(sql`
    select a.audit_id, a.at, a.staff_id, s.name, a.action, a.object, a.detail
    from identity.audit a left join identity.staff s using (utility_id, staff_id)
    where ${asked.before}::bigint is null or a.audit_id < ${asked.before}
    order by a.audit_id desc limit ${asked.limit}`);
}
