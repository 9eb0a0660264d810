import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';

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

export interface AuditFilter {
  /** By him, or done to his account. */
  staffId?: number;
  actions?: readonly string[];
  objects?: readonly string[];
  /** From, inclusive, until, exclusive. */
  from?: Instant;
  until?: Instant;
  /** Older than this; of the same instant those with a smaller number. */
  before?: { at: Instant; auditId: number };
  limit: number;
}

const when = (condition: boolean, part: () => Sql): Sql => (condition ? part() : empty);

/** The newest first. */
export async function listAudit(tx: Tx, filter: AuditFilter): Promise<AuditRow[]> {
  const { staffId } = filter;
  if (staffId === undefined) return page(tx, filter, empty);
  // each by its own index
  const own = await page(tx, filter, sql`and a.staff_id = ${staffId}`);
  const about = await page(
    tx,
    filter,
    sql`and a.object = ${`staff:${staffId}`} and a.staff_id is distinct from ${staffId}`,
  );
  return [...own, ...about]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.audit_id - a.audit_id)
    .slice(0, filter.limit);
}

function page(tx: Tx, { actions, objects, from, until, before, limit }: AuditFilter, whose: Sql): Promise<AuditRow[]> {
  const date = (at: Instant | undefined) => new Date(at ?? 0);
  return tx.rows<AuditRow>(sql`
    select a.audit_id, a.at, a.staff_id, s.name, a.action, a.object, a.detail
    from identity.audit a left join identity.staff s using (utility_id, staff_id)
    where a.utility_id = ${tx.utilityId} ${whose}
      ${when(actions !== undefined, () => sql`and a.action = any(${[...(actions ?? [])]}::text[])`)}
      ${when(objects !== undefined, () => sql`and a.object = any(${[...(objects ?? [])]}::text[])`)}
      ${when(from !== undefined, () => sql`and a.at >= ${date(from)}`)}
      ${when(until !== undefined, () => sql`and a.at < ${date(until)}`)}
      ${when(before !== undefined, () => sql`and (a.at, a.audit_id) < (${date(before?.at)}, ${before?.auditId ?? 0})`)}
    order by a.at desc, a.audit_id desc limit ${limit}`);
}
