/** 草案: begun from a version, changed value by value, shown to a second person, put into force by him. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';
import { audit } from '../../identity/index.ts';
import { type Named, tellOfDraft } from '../contributions.ts';
import { readFolder, SHIPPED } from '../files.ts';
import { loadPacks, textsOf, type WrittenFile } from '../rules/loading/load-pack.ts';
import type { SourceFile } from '../rules/loading/yaml/yaml-nodes.ts';
import type { Pack } from '../rules/pack.ts';
import { applyEdit, type Edit } from '../rules/versions/drafting/edit.ts';
import { earliestDay, mayEnact } from '../rules/versions/enacting.ts';
import {
  type DraftWithFiles,
  draftById,
  insertDraft,
  saveDraftDecision,
  saveFiles,
  saveSubmitted,
  saveWithdrawn,
} from '../store/drafts.ts';
import { inForceOn, versionNamed } from '../store/versions.ts';
import { type Acting, enactPack, isRulebook } from './enact.ts';
import { writtenRulebook } from './export.ts';
import { loadDraft } from './load-draft.ts';
import { rulebookByHash } from './rulebooks.ts';

export interface Draft {
  row: DraftWithFiles;
  pack: Pack;
  base: Pack;
}

type Lang = 'zh' | 'en';

/** Refused: `draft-not-found`, or what is wrong in it since the platform reads rulebooks anew. */
export async function readDraft(tx: Tx, id: number, lang: Lang): Promise<Result<Draft>> {
  const row = await draftById(tx, id);
  if (!row) return refuse('draft-not-found');
  const base = await rulebookByHash(tx, row.baseHash);
  if (!base.ok) return base;
  const pack = loadDraft(row.files, row.pack, lang);
  return pack.ok ? ok({ row, pack: pack.value, base: base.value }) : pack;
}

export interface Beginning {
  base: string;
  title: string;
  /** Absent: the files stay as they are, to the byte, and the number is written later. */
  version?: string | undefined;
}

export async function beginDraft(acting: Acting, { base, title, version }: Beginning): Promise<Result<number>> {
  const found = await writtenRulebook(acting.tx, base);
  if (!found.ok) return found;
  const { pack, files } = found.value;
  const made =
    version === undefined ? ok({ pack, files }) : numbered(pack, files, version, today(pack, acting.time), acting.lang);
  return made.ok ? keep(acting, { ...made.value, base, title }) : made;
}

/** The next number, and the day it takes effect: none that is past. */
function numbered(pack: Pack, files: WrittenFile[], version: string, day: string, lang: Lang) {
  const edits: Edit[] = [{ section: 'head', entry: 'version', value: version }];
  if (pack.effective < day) edits.push({ section: 'head', entry: 'effective', value: day });
  return edited(pack, files, edits, lang);
}

/** A rulebook sent as its files: the one that no other among them extends. */
export async function uploadDraft(
  acting: Acting,
  { files, base, title }: { files: SourceFile[]; base: string; title: string },
): Promise<Result<number>> {
  const compared = await rulebookByHash(acting.tx, base);
  if (!compared.ok) return compared;
  const given = files.filter(isRulebook);
  const shipped = readFolder(SHIPPED) ?? [];
  const { packs, written } = loadPacks(given, shipped);
  const ends = packs.filter(
    (one) => !packs.some((other) => other !== one && other.extends.some((name) => name.split('@')[0] === one.pack)),
  );
  const one = ends.find((pack) => pack.pack === compared.value.pack) ?? ends[0];
  const name = one?.pack ?? '';
  const texts = one ? textsOf(written.get(one) ?? [], given, shipped) : given.map((file) => ({ ...file, own: true }));
  const loaded = loadDraft(texts, name, acting.lang);
  return loaded.ok ? keep(acting, { pack: loaded.value, files: texts, base, title }) : loaded;
}

async function keep(
  { tx, me, time }: Acting,
  { pack, files, base, title }: { pack: Pack; files: WrittenFile[]; base: string; title: string },
): Promise<Result<number>> {
  const at = new Date(time.now());
  const { pack: name, version } = pack;
  const id = await insertDraft(tx, { title, baseHash: base, pack: name, version, files, by: me.staffId, at });
  await audit(tx, me, 'draft.begin', `draft:${id}`, { pack: name, version, base }, time);
  return ok(id);
}

function edited(
  pack: Pack,
  files: WrittenFile[],
  edits: readonly Edit[],
  lang: Lang,
): Result<{ pack: Pack; files: WrittenFile[] }> {
  let now = files;
  for (const edit of edits) {
    const after = applyEdit(now, pack, edit);
    if (!after.ok) return after;
    now = after.value;
  }
  const loaded = loadDraft(now, pack.pack, lang);
  return loaded.ok ? ok({ pack: loaded.value, files: now }) : loaded;
}

const today = (pack: Pack, time: TimeSource): string => formatDay(zoneOf(pack.timezone).dayOf(time.now()));

const OPEN = new Set(['drafting', 'returned']);

/** Held; refused where another has changed it since. */
async function held(tx: Tx, id: number, revision: number): Promise<Result<DraftWithFiles>> {
  const row = await draftById(tx, id, true);
  if (!row) return refuse('draft-not-found');
  if (row.revision !== revision)
    return refuse('draft-changed', { params: { by: row.changedBy, found: row.revision, expected: revision } });
  return ok(row);
}

/** All of them, or none. */
export async function editDraft(
  { tx, me, time, lang }: Acting,
  id: number,
  { revision, edits }: { revision: number; edits: Edit[] },
): Promise<Result<number>> {
  const row = await held(tx, id, revision);
  if (!row.ok) return row;
  const { pack: name, files, state } = row.value;
  if (!OPEN.has(state)) return refuse('draft-closed', { params: { state } });
  const before = loadDraft(files, name, lang);
  // what the platform no longer reads is mended by writing its file anew
  if (!before.ok && !edits.every((edit) => 'file' in edit)) return before;
  const from = before.ok ? before.value : ({ pack: name } as Pack);
  const after = edited(from, files, edits, lang);
  if (!after.ok) return after;
  const { pack } = after.value;
  await saveFiles(tx, id, {
    files: after.value.files,
    pack: pack.pack,
    version: pack.version,
    by: me.staffId,
    at: new Date(time.now()),
  });
  await audit(tx, me, 'draft.edit', `draft:${id}`, { revision: revision + 1, edits: edits.map(said) }, time);
  return ok(id);
}

const said = (edit: Edit): string =>
  'file' in edit ? edit.file : `${edit.section}.${edit.entry}${'path' in edit ? `.${edit.path.join('.')}` : ''}`;

/** Nothing is shown to a second person that could not come into force. */
export async function submitDraft(
  { tx, me, time, lang }: Named,
  id: number,
  { revision, reason }: { revision: number; reason: string },
): Promise<Result<number>> {
  const row = await held(tx, id, revision);
  if (!row.ok) return row;
  if (!OPEN.has(row.value.state)) return refuse('draft-closed', { params: { state: row.value.state } });
  const pack = loadDraft(row.value.files, row.value.pack, lang);
  if (!pack.ok) return pack;
  const may = await mayComeIntoForce(tx, time, pack.value, undefined);
  if (!may.ok) return may;
  await saveSubmitted(tx, id, me.staffId, new Date(time.now()), reason);
  await audit(tx, me, 'draft.submit', `draft:${id}`, { hash: pack.value.hash, reason }, time);
  const { title } = row.value;
  await tellOfDraft(
    { tx, me, time },
    { what: 'submitted', draft: id, title, revision, submittedBy: null, words: reason },
  );
  return ok(id);
}

async function mayComeIntoForce(
  tx: Tx,
  time: TimeSource,
  pack: Pack,
  day: string | undefined,
): Promise<Result<string>> {
  const now = today(pack, time);
  const fromDay = day ?? earliestDay(pack, now);
  const current = await inForceOn(tx, fromDay);
  const kept = (await versionNamed(tx, pack.pack, pack.version))?.hash;
  const may = mayEnact(pack, fromDay, { today: now, current, kept });
  return may.ok ? ok(fromDay) : may;
}

export interface DraftVerdict {
  revision: number;
  granted: boolean;
  /** Absent: the first day it may be in force. */
  fromDay?: string | undefined;
  note?: string | undefined;
}

/** By somebody who has not written in it. Approved, it is kept as a version and in force from that day. */
export async function decideDraft(
  { tx, me, time, lang }: Named,
  id: number,
  { revision, granted, fromDay, note }: DraftVerdict,
): Promise<Result<number>> {
  const row = await held(tx, id, revision);
  if (!row.ok) return row;
  const { state, authors, pack: name, version, files, reason, title, submittedById } = row.value;
  if (state !== 'submitted') return refuse('draft-not-submitted', { params: { state } });
  if (authors.includes(me.staffId)) return refuse('own-draft');
  if (!granted && (note ?? '').trim() === '')
    return refuse('reason-missing', { fields: [{ path: 'note', code: 'missing' }] });
  const news = { draft: id, title, revision, submittedBy: submittedById, words: note ?? '' };
  const decision = { by: me.staffId, at: new Date(time.now()), note: note ?? null };
  if (!granted) {
    await saveDraftDecision(tx, id, { ...decision, state: 'returned', hash: null, fromDay: null });
    await audit(tx, me, 'draft.return', `draft:${id}`, { note: note ?? '' }, time);
    await tellOfDraft({ tx, me, time }, { ...news, what: 'returned' });
    return ok(id);
  }
  const asked = { files, pack: name, version, reason: reason ?? '', ...(fromDay === undefined ? {} : { fromDay }) };
  const done = await enactPack({ tx, me, time, lang }, asked);
  if (!done.ok) return done;
  const { pack, fromDay: day } = done.value;
  await saveDraftDecision(tx, id, { ...decision, state: 'approved', hash: pack.hash, fromDay: day });
  await audit(tx, me, 'draft.approve', `draft:${id}`, { hash: pack.hash, fromDay: day, note: note ?? '' }, time);
  await tellOfDraft({ tx, me, time }, { ...news, what: 'approved' });
  return ok(id);
}

/** Given up by who wrote in it. */
export async function withdrawDraft({ tx, me, time }: Acting, id: number): Promise<Result<number>> {
  const row = await draftById(tx, id, true);
  if (!row) return refuse('draft-not-found');
  if (row.state === 'approved' || row.state === 'withdrawn')
    return refuse('draft-closed', { params: { state: row.state } });
  if (!row.authors.includes(me.staffId)) return refuse('draft-of-another', { params: { by: row.author } });
  await saveWithdrawn(tx, id, new Date(time.now()));
  await audit(tx, me, 'draft.withdraw', `draft:${id}`, {}, time);
  return ok(id);
}
