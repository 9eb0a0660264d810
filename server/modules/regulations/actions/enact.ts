/** 施行新版: a newer version is checked, kept and put into force from a day. Open orders keep theirs until re-dated. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';
import { audit } from '../../identity/index.ts';
import { readFolder, SHIPPED } from '../files.ts';
import { packsOf } from '../kept-packs.ts';
import { checkFolder } from '../rules/loading/check-folder.ts';
import { textsOf, type WrittenFile } from '../rules/loading/load-pack.ts';
import type { SourceFile } from '../rules/loading/yaml/yaml-nodes.ts';
import type { Pack, PackError } from '../rules/pack.ts';
import { earliestDay, mayEnact } from '../rules/versions/enacting.ts';
import { inForceOn, versionNamed } from '../store/versions.ts';
import { putPack } from './versions.ts';

export interface Acting {
  tx: Tx;
  me: { staffId: number };
  time: TimeSource;
  lang: 'zh' | 'en';
}

export interface Enactment {
  files: SourceFile[];
  /** Where the files hold several. */
  pack?: string;
  version?: string;
  /** Local day; absent: the first it may be in force. */
  fromDay?: string;
  reason: string;
}

export interface Enacted {
  pack: Pack;
  fromDay: string;
  /** The one it takes over from. */
  before: string | null;
}

/** Defects told one by one. */
const TOLD = 20;
/** Holidays come with the platform, clauses and worked cases belong to its own rulebooks. */
export const isRulebook = ({ path }: SourceFile): boolean =>
  /\.ya?ml$/.test(path) && !/^(national|examples)\//.test(path);

export async function enactPack({ tx, me, time, lang }: Acting, asked: Enactment): Promise<Result<Enacted>> {
  const chosen = choose(asked, lang);
  if (!chosen.ok) return chosen;
  const { pack, files } = chosen.value;
  const now = time.now();
  const today = formatDay(zoneOf(pack.timezone).dayOf(now));
  const fromDay = asked.fromDay ?? earliestDay(pack, today);
  const [current, same] = [await inForceOn(tx, fromDay), await versionNamed(tx, pack.pack, pack.version)];
  const may = mayEnact(pack, fromDay, { today, current, kept: same?.hash });
  if (!may.ok) return may;
  await putPack(tx, pack, fromDay, now, files);
  const before = current?.hash ?? null;
  const { pack: name, version, hash } = pack;
  const detail = { pack: name, version, fromDay, before, reason: asked.reason };
  await audit(tx, me, 'pack.enact', `pack:${hash}`, detail, time);
  return ok({ pack, fromDay, before });
}

/** What is wrong, the first of it in the sentence, more as fields; or that the rulebook is not there at all. */
export function defectsOf(
  errors: readonly PackError[],
  pack: string | undefined,
  packs: readonly Pack[],
  lang: 'zh' | 'en',
): Result<never> {
  const [first] = errors;
  if (!first) {
    const known = packs.map((one) => `${one.pack} ${one.version}`).join('、');
    return refuse('pack-not-in-files', { params: { known: known || '—' } });
  }
  return refuse('pack-has-errors', {
    params: {
      pack: pack ?? first.file,
      count: errors.length,
      found: `${first.file}:${first.line} ${first[lang]}`,
    },
    fields: errors.slice(0, TOLD).map(({ file, line, [lang]: sentence }) => ({
      path: `${file}:${line}`,
      code: 'pack-defect',
      params: { sentence },
    })),
  });
}

/** The one rulebook meant, if nothing is wrong with it. */
export function choose(
  { files, pack: name, version }: Omit<Enactment, 'reason' | 'fromDay'>,
  lang: 'zh' | 'en',
): Result<{ pack: Pack; files: WrittenFile[] }> {
  const shipped = readFolder(SHIPPED) ?? [];
  const { packs, errors, written } = checkFolder(files.filter(isRulebook), shipped, undefined, packsOf);
  const found = packs.filter(
    (pack) => (name === undefined || pack.pack === name) && (version === undefined || pack.version === version),
  );
  if (errors.length > 0) return defectsOf(errors, found[0]?.pack, packs, lang);
  const [one] = found;
  if (!one || found.length > 1) {
    const known = packs.map((pack) => `${pack.pack} ${pack.version}`).join('、');
    return refuse(one ? 'pack-not-chosen' : 'pack-not-in-files', { params: { known: known || '—' } });
  }
  return ok({ pack: one, files: textsOf(written.get(one) ?? [], files, shipped) });
}
