/** Rulebooks being written 草案. */
import sql, { empty, raw } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { WrittenFile } from '../rules/loading/load-pack.ts';

export type DraftState = 'drafting' | 'submitted' | 'returned' | 'approved' | 'withdrawn';

export interface DraftRow {
  id: number;
  title: string;
  baseHash: string;
  pack: string;
  version: string;
  revision: number;
  state: DraftState;
  authors: number[];
  author: string;
  changedBy: string;
  changedAt: Date;
  submittedById: number | null;
  submittedBy: string | null;
  submittedAt: Date | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  note: string | null;
  hash: string | null;
  fromDay: string | null;
}
export type DraftWithFiles = DraftRow & { files: WrittenFile[] };

const HEAD =
  raw(`d.draft_id as id, d.title, d.base_hash as "baseHash", d.pack, d.version, d.revision, d.state, d.authors,
  a.name as author, c.name as "changedBy", d.changed_at as "changedAt",
  d.submitted_by as "submittedById", s.name as "submittedBy", d.submitted_at as "submittedAt",
  d.reason, e.name as "decidedBy", d.decided_at as "decidedAt", d.note, d.hash, to_char(d.from_day, 'YYYY-MM-DD') as "fromDay"`);
const FROM = raw(`regulations.draft d
  join identity.staff a on a.utility_id = d.utility_id and a.staff_id = d.authors[1]
  join identity.staff c on c.utility_id = d.utility_id and c.staff_id = d.changed_by
  left join identity.staff s on s.utility_id = d.utility_id and s.staff_id = d.submitted_by
  left join identity.staff e on e.utility_id = d.utility_id and e.staff_id = d.decided_by`);

export const draftRows = (tx: Tx, limit: number): Promise<DraftRow[]> =>
  tx.rows<DraftRow>(sql`
    select ${HEAD} from ${FROM} where d.utility_id = ${tx.utilityId}
    order by d.state in ('approved', 'withdrawn'), d.changed_at desc, d.draft_id desc limit ${limit}`);

/** @param hold until the transaction ends, for who changes it */
export const draftById = (tx: Tx, id: number, hold = false): Promise<DraftWithFiles | undefined> =>
  tx.maybe<DraftWithFiles>(sql`
    select ${HEAD}, d.files from ${FROM} where d.utility_id = ${tx.utilityId} and d.draft_id = ${id}
    ${hold ? sql`for update of d` : empty}`);

export interface NewDraft {
  title: string;
  baseHash: string;
  pack: string;
  version: string;
  files: readonly WrittenFile[];
  by: number;
  at: Date;
}

export async function insertDraft(tx: Tx, one: NewDraft): Promise<number> {
  const row = await tx.maybe<{ id: number }>(sql`
    insert into regulations.draft (utility_id, title, base_hash, pack, version, files, authors, changed_by, changed_at, created_at)
    values (${tx.utilityId}, ${one.title}, ${one.baseHash}, ${one.pack}, ${one.version}, ${JSON.stringify(one.files)}::jsonb,
      array[${one.by}::int], ${one.by}, ${one.at}, ${one.at}) returning draft_id as id`);
  if (!row) throw new Error('a draft was not kept');
  return row.id;
}

/** What was decided of it before is forgotten: it is another text now. */
export const saveFiles = (
  tx: Tx,
  id: number,
  { files, pack, version, by, at }: Pick<NewDraft, 'files' | 'pack' | 'version' | 'by' | 'at'>,
): Promise<number> =>
  tx.run(sql`
    update regulations.draft set files = ${JSON.stringify(files)}::jsonb, pack = ${pack}, version = ${version},
      revision = revision + 1, state = 'drafting', changed_by = ${by}, changed_at = ${at},
      authors = case when ${by}::int = any(authors) then authors else authors || ${by}::int end,
      decided_by = null, decided_at = null, note = null, submitted_by = null, submitted_at = null
    where utility_id = ${tx.utilityId} and draft_id = ${id}`);

export const saveSubmitted = (tx: Tx, id: number, by: number, at: Date, reason: string): Promise<number> =>
  tx.run(sql`
    update regulations.draft set state = 'submitted', submitted_by = ${by}, submitted_at = ${at}, reason = ${reason},
      authors = case when ${by}::int = any(authors) then authors else authors || ${by}::int end,
      decided_by = null, decided_at = null, note = null
    where utility_id = ${tx.utilityId} and draft_id = ${id}`);

export interface DraftDecision {
  state: 'approved' | 'returned';
  by: number;
  at: Date;
  note: string | null;
  hash: string | null;
  fromDay: string | null;
}

export const saveDraftDecision = (tx: Tx, id: number, one: DraftDecision): Promise<number> =>
  tx.run(sql`
    update regulations.draft set state = ${one.state}, decided_by = ${one.by}, decided_at = ${one.at}, note = ${one.note},
      hash = ${one.hash}, from_day = ${one.fromDay}
    where utility_id = ${tx.utilityId} and draft_id = ${id}`);

export const saveWithdrawn = (tx: Tx, id: number, at: Date): Promise<number> =>
  tx.run(sql`
    update regulations.draft set state = 'withdrawn', changed_at = ${at}
    where utility_id = ${tx.utilityId} and draft_id = ${id}`);
