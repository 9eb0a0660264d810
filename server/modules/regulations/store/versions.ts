import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Pack } from '../rules/pack.ts';

/** False when this very version was there already. */
export const insertVersion = async (tx: Tx, pack: Pack, now: Instant): Promise<boolean> =>
  (await tx.run(sql`
    insert into regulations.pack_version (utility_id, hash, pack, version, effective, body, loaded_at)
    values (${tx.utilityId}, ${pack.hash}, ${pack.pack}, ${pack.version}, ${pack.effective}, ${JSON.stringify(pack)}::jsonb, ${new Date(now)})
    on conflict (utility_id, hash) do nothing`)) > 0;

/** The one of that name loaded last. */
export const versionNamed = (tx: Tx, pack: string, version: string): Promise<{ hash: string } | undefined> =>
  tx.maybe<{ hash: string }>(sql`
    select hash from regulations.pack_version
    where utility_id = ${tx.utilityId} and pack = ${pack} and version = ${version} order by loaded_at desc, hash limit 1`);

export const setInForce = (tx: Tx, hash: string, fromDay: string): Promise<number> =>
  tx.run(sql`
    insert into regulations.in_force (utility_id, from_day, hash) values (${tx.utilityId}, ${fromDay}, ${hash})
    on conflict (utility_id, from_day) do update set hash = excluded.hash`);

export const versionBody = (tx: Tx, hash: string): Promise<{ body: Pack } | undefined> =>
  tx.maybe<{ body: Pack }>(sql`
    select body from regulations.pack_version where utility_id = ${tx.utilityId} and hash = ${hash}`);

export const hashInForce = (tx: Tx, day: string): Promise<{ hash: string } | undefined> =>
  tx.maybe<{ hash: string }>(sql`
    select hash from regulations.in_force
    where utility_id = ${tx.utilityId} and from_day <= ${day} order by from_day desc limit 1`);

/** In order of their first day. */
export const hashesInForce = (tx: Tx): Promise<{ hash: string; fromDay: string }[]> =>
  tx.rows(sql`
    select hash, to_char(from_day, 'YYYY-MM-DD') as "fromDay" from regulations.in_force
    where utility_id = ${tx.utilityId} order by from_day`);

/** The version in force on a local day, and since when. */
export const inForceOn = (
  tx: Tx,
  day: string,
): Promise<{ hash: string; pack: string; version: string; fromDay: string } | undefined> =>
  tx.maybe(sql`
    select f.hash, v.pack, v.version, to_char(f.from_day, 'YYYY-MM-DD') as "fromDay"
    from regulations.in_force f join regulations.pack_version v using (utility_id, hash)
    where f.utility_id = ${tx.utilityId} and f.from_day <= ${day} order by f.from_day desc limit 1`);

export interface VersionRow {
  hash: string;
  pack: string;
  version: string;
  effective: string;
  loadedAt: Date;
  /** Latest local day from which it is in force; null: never. */
  fromDay: string | null;
}

/** Every version kept, the one in force latest first; one row for each. */
export const versionRows = (tx: Tx): Promise<VersionRow[]> =>
  tx.rows<VersionRow>(sql`
    select v.hash, v.pack, v.version, to_char(v.effective, 'YYYY-MM-DD') as effective, v.loaded_at as "loadedAt",
      to_char(max(f.from_day), 'YYYY-MM-DD') as "fromDay"
    from regulations.pack_version v left join regulations.in_force f using (utility_id, hash)
    where v.utility_id = ${tx.utilityId}
    group by v.hash, v.pack, v.version, v.effective, v.loaded_at
    order by max(f.from_day) desc nulls last, v.loaded_at desc, v.hash limit 200`);

/** Heads of the versions kept, loaded last first. */
export const keptRulebooks = (
  tx: Tx,
): Promise<{ hash: string; pack: string; version: string; utility: string; source: string; effective: string }[]> =>
  tx.rows(sql`
    select hash, pack, version, body->>'utility' as utility, body->>'source' as source,
      to_char(effective, 'YYYY-MM-DD') as effective
    from regulations.pack_version where utility_id = ${tx.utilityId} order by loaded_at desc, hash limit 200`);
