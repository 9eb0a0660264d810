/** Checklists gone through in a place 检查: what there is to look at, what was seen, what is not as it should be. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Instant, MINUTE } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { allowed, audit, listDepartments, type Me, within } from '../../identity/index.ts';
import { localDay, type Pack, packByHash, packInForce } from '../../regulations/index.ts';
import type { Lang } from '../rules/remedy-view.ts';
import { type Answer, checkAnswers, judgeSheet, kindsOf, lookedAtName } from '../rules/sheet.ts';
import { type InspectionRow, insertInspection, inspectionById, listInspections } from '../store/inspections.ts';

export interface Inspector {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Lang;
}

const inForce = async ({ tx, time }: Inspector): Promise<Pack | undefined> =>
  packInForce(tx, localDay(time.now(), 'Asia/Shanghai'));

const packView = ({ pack, version, utility, hash }: Pack) => ({ id: pack, version, utility, hash });

/** Kinds of places the rulebook in force has checklists for. */
export async function readKinds(reader: Inspector) {
  const pack = await inForce(reader);
  return ok({ pack: pack ? packView(pack) : null, kinds: pack ? kindsOf(pack, reader.lang) : [] });
}

/** An empty sheet. */
export async function readSheet(reader: Inspector, kind: string) {
  const pack = await inForce(reader);
  const sheet = pack && judgeSheet(pack, kind, []);
  if (!pack || !sheet || sheet.parts.length === 0)
    return refuse('checklist-not-found', { params: { found: kind.slice(0, 40) } });
  return ok({ pack: packView(pack), kind, name: lookedAtName(kind, pack, reader.lang), ...sheet });
}

export interface Filled {
  kind: string;
  packHash: string;
  place: string;
  departmentId?: string | null;
  at: string;
  answers: Answer[];
  note?: string;
}

const placed = (departmentId: string | null) => ({ department_id: departmentId, district_id: null, handler_id: null });

/** Keeps a sheet; who answers for one unit looks at that unit only. */
export async function keepInspection(given: Inspector, filled: Filled): Promise<Result<{ inspectionId: number }>> {
  const { tx, me, time } = given;
  const now = time.now();
  const departmentId = filled.departmentId ?? null;
  if (departmentId !== null && !(await listDepartments(tx)).some((unit) => unit.department_id === departmentId))
    return refuse('inspection-unit-not-found', { fields: [{ path: 'departmentId', code: 'unknown' }] });
  if (!within(me, allowed(me, 'checks.keep'), placed(departmentId)))
    return refuse('inspection-unit-not-yours', { fields: [{ path: 'departmentId', code: 'unknown' }] });
  const at: Instant = Date.parse(filled.at);
  if (at > now + MINUTE) return refuse('inspection-in-the-future', { fields: [{ path: 'at', code: 'too-late' }] });
  const pack = await inForce(given);
  // The sheet is judged by what it was printed from; a newer rulebook asks for a new sheet.
  if (!pack || pack.hash !== filled.packHash) return refuse('checklist-changed');
  const right = checkAnswers(pack, filled.kind, filled.answers);
  if (!right.ok) return right;
  const { counts } = judgeSheet(pack, filled.kind, filled.answers);
  const items = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (counts['to-look'] === items) return refuse('inspection-empty');
  const { kind, answers, note = '' } = filled;
  const place = filled.place.trim();
  if (place === '') return refuse('inspection-place-missing', { fields: [{ path: 'place', code: 'missing' }] });
  const inspectionId = await insertInspection(
    tx,
    {
      packHash: pack.hash,
      kind,
      place,
      departmentId,
      at,
      answers,
      note,
      notMet: counts['not-met'],
      wanting: counts.wanting,
      toLook: counts['to-look'],
      items,
    },
    me.staffId,
    now,
  );
  await audit(
    tx,
    me,
    'inspection.keep',
    `inspection:${inspectionId}`,
    { kind, place, notMet: counts['not-met'] },
    time,
  );
  return ok({ inspectionId });
}

/** The latest first; who answers for one unit sees that unit's. */
export async function readInspections(reader: Inspector) {
  const scope = allowed(reader.me, 'checks.read');
  const rows = await listInspections(reader.tx, scope === 'department' ? reader.me.departmentId : undefined, 200);
  const packs = new Map<string, Pack>();
  for (const { packHash } of rows) if (!packs.has(packHash)) packs.set(packHash, await packByHash(reader.tx, packHash));
  return ok(rows.map((row) => rowView(row, packs.get(row.packHash) as Pack, reader.lang)));
}

const rowView = ({ packHash: _hash, ...row }: InspectionRow, pack: Pack, lang: Lang) => ({
  ...row,
  kindName: lookedAtName(row.kind, pack, lang),
  at: row.at.toISOString(),
  recordedAt: row.recordedAt.toISOString(),
});

/** One sheet as it was filled in, judged by its rulebook. */
export async function readInspection(reader: Inspector, id: number) {
  const row = await inspectionById(reader.tx, id);
  if (!row || !within(reader.me, allowed(reader.me, 'checks.read'), placed(row.departmentId)))
    return refuse('inspection-not-found');
  const pack = await packByHash(reader.tx, row.packHash);
  const { answers, ...one } = row;
  return ok({ ...rowView(one, pack, reader.lang), pack: packView(pack), ...judgeSheet(pack, row.kind, answers) });
}
