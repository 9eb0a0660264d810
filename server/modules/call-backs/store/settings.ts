import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Rating } from '../../work-orders/index.ts';
import { DEFAULTS, type Settings } from '../rules/settings.ts';

interface Row extends Omit<Settings, 'quiet'> {
  quietFrom: number | null;
  quietUntil: number | null;
}

export async function settingsOf(tx: Tx): Promise<Settings> {
  const row = await tx.maybe<Row>(sql`
    select tries, spacing_minutes as spacing, quiet_from as "quietFrom", quiet_until as "quietUntil", low,
      follow_up_hours as "followUpHours", script, channels, link_days as "linkDays", change_hours as "changeHours", address
    from call_backs.setting where utility_id = ${tx.utilityId}`);
  if (!row) return DEFAULTS;
  const { quietFrom, quietUntil, low, ...rest } = row;
  const quiet = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
  return { ...rest, low: low as Rating[], quiet };
}

export const saveSettings = (tx: Tx, one: Settings, by: number, at: Instant): Promise<number> =>
  tx.run(sql`
    insert into call_backs.setting (utility_id, tries, spacing_minutes, quiet_from, quiet_until, low, follow_up_hours, script,
      channels, link_days, change_hours, address, changed_by, changed_at)
    values (${tx.utilityId}, ${one.tries}, ${one.spacing}, ${one.quiet?.from ?? null}, ${one.quiet?.until ?? null}, ${one.low}::text[],
      ${one.followUpHours}, ${one.script}, ${one.channels}::text[], ${one.linkDays}, ${one.changeHours}, ${one.address}, ${by}, ${new Date(at)})
    on conflict (utility_id) do update set tries = excluded.tries, spacing_minutes = excluded.spacing_minutes,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, low = excluded.low,
      follow_up_hours = excluded.follow_up_hours, script = excluded.script, channels = excluded.channels,
      link_days = excluded.link_days, change_hours = excluded.change_hours, address = excluded.address,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
