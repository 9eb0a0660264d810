/** The YAML each version was loaded from. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { WrittenFile } from '../rules/loading/load-pack.ts';

/** Where a file of the rulebook's own and one of a rulebook it extends have one path, its own is kept. */
export const keepTexts = (tx: Tx, hash: string, files: readonly WrittenFile[]): Promise<number> =>
  tx.run(sql`
    insert into regulations.version_text (utility_id, hash, path, own, text)
    select ${tx.utilityId}, ${hash}, f.path, f.own, f.text
    from unnest(${files.map(({ path }) => path)}::text[], ${files.map(({ own }) => own)}::bool[],
      ${files.map(({ text }) => text)}::text[]) with ordinality as f (path, own, text, place)
    order by f.own desc, f.place
    on conflict do nothing`);

/** Its own first; none: it was kept before texts were. */
export const textsKept = (tx: Tx, hash: string): Promise<WrittenFile[]> =>
  tx.rows<WrittenFile>(sql`
    select path, own, text from regulations.version_text
    where utility_id = ${tx.utilityId} and hash = ${hash} order by own desc, path collate "C"`);
