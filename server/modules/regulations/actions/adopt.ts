/** 采用规章: a rulebook is chosen, what it leaves open is answered, and then it is put into force as the utility's own. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';
import { audit, matchOrganization, utilityOf } from '../../identity/index.ts';
import { readFolder, SHIPPED } from '../files.ts';
import { packsOf } from '../kept-packs.ts';
import { type Adopting, hoursAsWritten, type OfficeHours, overlayOf, ownName } from '../rules/loading/yaml/overlay.ts';
import { type Answers, type Question, questionsOf, unknownAnswer } from '../rules/loading/yaml/questions.ts';
import type { SourceFile } from '../rules/loading/yaml/yaml-nodes.ts';
import type { Pack } from '../rules/pack.ts';
import { type AdoptionRow, adoptionOf, putAdoption } from '../store/adoption.ts';
import { type Acting, choose, enactPack, isRulebook } from './enact.ts';
import { filesShipped, packsShipped } from './shipped.ts';

export interface Adoption {
  base: Pack;
  uploaded: boolean;
  questions: Question[];
  answers: Answers;
  /** As said, or as the rulebook has them. */
  hours: OfficeHours | null;
  hoursDecided: boolean;
}

/** What one of them leaves open. */
export const openIn = (pack: Pack): number => questionsOf(pack, filesShipped()).length;

export interface Choice {
  pack?: string;
  version?: string;
  /** Of a rulebook that was uploaded. */
  files?: SourceFile[];
}

/** Another choice forgets the answers given to the one before. */
export async function chooseBase(tx: Tx, time: TimeSource, asked: Choice, lang: 'zh' | 'en'): Promise<Result<Pack>> {
  const found = asked.files ? chosenOf({ ...asked, files: asked.files }, lang) : named(asked);
  if (!found.ok) return found;
  const { pack, version } = found.value;
  const before = await adoptionOf(tx, true);
  const files = asked.files?.filter(isRulebook) ?? null;
  const same =
    before?.pack === pack && before.version === version && JSON.stringify(before.files) === JSON.stringify(files);
  const row = same && before ? before : { pack, version, files, answers: {}, hours: null };
  await putAdoption(tx, row, new Date(time.now()));
  await matchOrganization(
    tx,
    found.value.organization.filter(({ kind }) => kind === 'unit'),
  );
  return found;
}

function chosenOf(asked: Choice & { files: SourceFile[] }, lang: 'zh' | 'en'): Result<Pack> {
  const found = choose(asked, lang);
  return found.ok ? ok(found.value.pack) : found;
}

function named({ pack, version }: Choice): Result<Pack> {
  const packs = packsShipped();
  const found = packs.filter((one) => one.pack === pack && (version === undefined || one.version === version)).at(-1);
  const known = packs.map((one) => `${one.pack} ${one.version}`).join('、');
  return found ? ok(found) : refuse('pack-not-in-files', { params: { known } });
}

const filesOf = ({ files }: AdoptionRow): SourceFile[] => [...(files ?? []), ...filesShipped()];

function baseOf({ pack, version, files }: AdoptionRow): Pack | undefined {
  const packs = files ? packsOf(files, readFolder(SHIPPED) ?? []).packs : packsShipped();
  return packs.find((one) => one.pack === pack && one.version === version);
}

/** Null: nothing was chosen, or it is no longer shipped. */
export async function readAdoption(tx: Tx): Promise<Adoption | null> {
  const row = await adoptionOf(tx);
  const base = row && baseOf(row);
  if (!row || !base) return null;
  return {
    base,
    uploaded: row.files !== null,
    questions: questionsOf(base, filesOf(row)),
    answers: row.answers,
    hours: row.hours ?? hoursAsWritten(base),
    hoursDecided: row.hours !== null || base.hours.length === 0,
  };
}

/** Answers that do not make a sound rulebook are refused, with what is wrong in them. */
export async function answer(
  { tx, time, lang }: Pick<Acting, 'tx' | 'time' | 'lang'>,
  given: { answers?: Record<string, Answers[string] | null>; hours?: OfficeHours },
): Promise<Result<null>> {
  const row = await adoptionOf(tx, true);
  const base = row && baseOf(row);
  if (!row || !base) return refuse('rulebook-not-chosen');
  const all = { ...row.answers, ...given.answers };
  const answers: Answers = Object.fromEntries(Object.entries(all).flatMap(([key, one]) => (one ? [[key, one]] : [])));
  const unknown = unknownAnswer(answers, questionsOf(base, filesOf(row)));
  if (unknown) return refuse('answer-to-nothing', { params: unknown });
  const next = { ...row, answers, hours: given.hours ?? row.hours };
  const made = await ownRulebook(tx, time, next, base, lang);
  if (!made.ok) return made;
  await putAdoption(tx, next, new Date(time.now()));
  return ok(null);
}

async function ownRulebook(
  tx: Tx,
  time: TimeSource,
  row: AdoptionRow,
  base: Pack,
  lang: 'zh' | 'en',
): Promise<Result<{ pack: Pack; files: SourceFile[] }>> {
  const { code, name } = await utilityOf(tx);
  const day = formatDay(zoneOf(base.timezone).dayOf(time.now()));
  const adopting: Adopting = {
    base,
    files: filesOf(row),
    answers: row.answers,
    hours: row.hours,
    utility: { code, name },
    day,
  };
  const files = [overlayOf(adopting), ...(row.files ?? [])];
  const made = choose({ files, pack: ownName(code), version: day }, lang);
  return made.ok ? ok({ pack: made.value.pack, files }) : made;
}

/** The utility's own rulebook as a file, for keeping and for its next version. */
export async function ownFile(tx: Tx, time: TimeSource, lang: 'zh' | 'en'): Promise<Result<SourceFile>> {
  const row = await adoptionOf(tx);
  const base = row && baseOf(row);
  if (!row || !base) return refuse('rulebook-not-chosen');
  const made = await ownRulebook(tx, time, row, base, lang);
  if (!made.ok) return made;
  const [own] = made.value.files;
  return own ? ok(own) : refuse('rulebook-not-chosen');
}

/** Puts it into force from today. */
export async function adopt({ tx, me, time, lang }: Acting): Promise<Result<Pack>> {
  const row = await adoptionOf(tx, true);
  const base = row && baseOf(row);
  if (!row || !base) return refuse('rulebook-not-chosen');
  const made = await ownRulebook(tx, time, row, base, lang);
  if (!made.ok) return made;
  const { pack, files } = made.value;
  const reason = lang === 'en' ? 'taken over when the utility was set up' : '开通时采用';
  const done = await enactPack({ tx, me, time, lang }, { files, pack: pack.pack, version: pack.version, reason });
  if (!done.ok) return done;
  await audit(tx, me, 'pack.adopt', `pack:${pack.hash}`, { base: `${base.pack} ${base.version}` }, time);
  return ok(done.value.pack);
}
