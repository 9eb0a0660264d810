/** What a utility has said so far of the rulebook it takes over. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { OfficeHours } from '../rules/loading/yaml/overlay.ts';
import type { Answers } from '../rules/loading/yaml/questions.ts';
import type { SourceFile } from '../rules/loading/yaml/yaml-nodes.ts';

export interface AdoptionRow {
  pack: string;
  version: string;
  files: SourceFile[] | null;
  answers: Answers;
  hours: OfficeHours | null;
}

/** Held for who changes it. */
export const adoptionOf = (tx: Tx, hold = false): Promise<AdoptionRow | undefined> =>
  hold
    ? tx.maybe<AdoptionRow>(sql`
        select pack, version, files, answers, hours from regulations.adoption where utility_id = ${tx.utilityId} for update`)
    : tx.maybe<AdoptionRow>(sql`
        select pack, version, files, answers, hours from regulations.adoption where utility_id = ${tx.utilityId}`);

export const putAdoption = (tx: Tx, { pack, version, files, answers, hours }: AdoptionRow, at: Date): Promise<number> =>
  tx.run(sql`
    insert into regulations.adoption (utility_id, pack, version, files, answers, hours, updated_at)
    values (${tx.utilityId}, ${pack}, ${version}, ${files === null ? null : JSON.stringify(files)}::jsonb,
      ${JSON.stringify(answers)}::jsonb, ${hours === null ? null : JSON.stringify(hours)}::jsonb, ${at})
    on conflict (utility_id) do update set pack = excluded.pack, version = excluded.version, files = excluded.files,
      answers = excluded.answers, hours = excluded.hours, updated_at = excluded.updated_at`);
