/** Templates 模板 a utility has written itself; the newest version holds. */
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Channel, Language, Wording } from '../rules/notice.ts';

export interface TemplateRow extends Wording {
  event: string;
  channel: Channel;
  language: Language;
  version: number;
  savedAt: Date;
  savedBy: string;
}

/** In force; absent ones are as shipped. */
export const templatesInForce = (tx: Tx, event?: string): Promise<TemplateRow[]> =>
  tx.rows<TemplateRow>(sql`
    select distinct on (t.event, t.channel, t.language) t.event, t.channel, t.language, t.version, t.subject, t.body,
      t.saved_at as "savedAt", s.name as "savedBy"
    from notices.template t join identity.staff s on s.utility_id = t.utility_id and s.staff_id = t.saved_by
    where t.utility_id = ${tx.utilityId} ${event === undefined ? empty : sql`and t.event = ${event}`}
    order by t.event, t.channel, t.language, t.version desc`);

export const templateVersions = (tx: Tx, event: string, channel: Channel, language: Language): Promise<TemplateRow[]> =>
  tx.rows<TemplateRow>(sql`
    select t.event, t.channel, t.language, t.version, t.subject, t.body, t.saved_at as "savedAt", s.name as "savedBy"
    from notices.template t join identity.staff s on s.utility_id = t.utility_id and s.staff_id = t.saved_by
    where t.utility_id = ${tx.utilityId} and t.event = ${event} and t.channel = ${channel} and t.language = ${language}
    order by t.version desc`);

/** Rows written; none: somebody else has saved one since `after` was read. */
export const insertTemplate = (
  tx: Tx,
  one: Wording & { event: string; channel: Channel; language: Language; after: number },
  staffId: number,
  now: Instant,
): Promise<number> =>
  tx.run(sql`
    insert into notices.template (utility_id, event, channel, language, version, subject, body, saved_at, saved_by)
    values (${tx.utilityId}, ${one.event}, ${one.channel}, ${one.language}, ${one.after + 1}, ${one.subject}, ${one.body},
      ${new Date(now)}, ${staffId})
    on conflict do nothing`);
