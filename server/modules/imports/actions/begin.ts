/** 上传: a file is kept, looked at and recognised; and how it is read can be corrected. */
import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/database.ts';
import type { Language, Me } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { allowed } from '../../identity/index.ts';
import { type AnyKind, KINDS, kindNamed } from '../kinds/kinds.ts';
import { columnsOf, letterOf, missingOf } from '../rules/columns.ts';
import { type Looked, lookAt, type Setup, setUp } from '../setup.ts';
import { addImport, type ImportRow, importById, setSetup } from '../store/imports.ts';
import { dropFile, keepFile, piecesOf } from '../store/pieces.ts';
import { forgetRows } from '../store/rows.ts';
import { inFolder, withBytes, write } from './spool.ts';

export interface Begun {
  fileName: string;
  lang: Language;
  at: number;
  /** Null: the command line. */
  me: Me | null;
  /** Absent: what fits best of what may be imported. */
  kind?: string;
  sheet?: string;
  options?: Record<string, string>;
}

export const mayImport = (me: Me | null, kind: AnyKind): boolean => me === null || allowed(me, kind.action) !== null;

const noSuchKind = (found: string, lang: Language) =>
  refuse('import-kind-unknown', {
    params: { found: found.slice(0, 40), expected: KINDS.map((kind) => `${kind.name[lang]} (${kind.id})`).join(', ') },
  });

export function kindWanted(id: string, me: Me | null, lang: Language): Result<AnyKind> {
  const kind = kindNamed(id);
  if (!kind) return noSuchKind(id, lang);
  return mayImport(me, kind) ? ok(kind) : refuse('forbidden');
}

/** Recognises the file at `path`; what it is not sure of a person corrects. */
export async function recogniseFile(
  path: string,
  begun: Begun,
): Promise<Result<{ kind: AnyKind; setup: Setup; missing: string[] }>> {
  let wanted: AnyKind | null = null;
  if (begun.kind !== undefined) {
    const found = kindWanted(begun.kind, begun.me, begun.lang);
    if (!found.ok) return found;
    wanted = found.value;
  }
  const looked = await lookAt(path, begun.sheet);
  if (!looked.ok) return looked;
  if (looked.value.head.length === 0) return refuse('file-empty');
  const mine = KINDS.filter((kind) => mayImport(begun.me, kind));
  const found = setUp(looked.value, wanted ? [wanted] : mine, wanted !== null, begun.options ?? {});
  return found ? ok(found) : notRecognised(looked.value);
}

const notRecognised = ({ head }: Looked) =>
  refuse('import-not-recognised', { params: { found: (head[0]?.cells ?? []).slice(0, 12).join(', ').slice(0, 200) } });

/** Refuses what cannot be run: nobody is there to correct it. */
export function complete(kind: AnyKind, setup: Setup, missing: readonly string[], lang: Language): Result<null> {
  if (setup.headerLine !== null && missing.length === 0) return ok(null);
  const header = setup.head.find(({ line }) => line === setup.headerLine) ?? setup.head[0];
  return refuse('columns-missing', {
    params: {
      missing: missing.map((id) => nameOf(kind, id, lang)).join(lang === 'en' ? ', ' : '、'),
      found: (header?.cells ?? []).slice(0, 12).join(', ').slice(0, 200),
    },
  });
}

const nameOf = (kind: AnyKind, id: string, lang: Language): string => {
  const column = kind.columns.find((one) => one.id === id);
  return column === undefined || column[lang] === id ? id : `${column[lang]} (${id})`;
};

export async function addFile(
  tx: Tx,
  bytes: Buffer,
  kind: AnyKind,
  setup: Setup,
  begun: Begun,
  keep = true,
): Promise<string> {
  const importId = randomUUID();
  const { fileName, lang, at, me } = begun;
  const sha256 = createHash('sha256').update(bytes).digest();
  const by = me?.staffId ?? null;
  const name =
    fileName
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .trim()
      .slice(0, 200) || kind.id;
  await addImport(tx, { importId, kind: kind.id, fileName: name, sha256, bytes: bytes.length, lang, setup, at, by });
  if (keep) await keepFile(tx, importId, 'source', bytes);
  return importId;
}

export const upload = (tx: Tx, bytes: Buffer, begun: Begun): Promise<Result<string>> =>
  withBytes(bytes, async (path) => {
    const found = await recogniseFile(path, begun);
    return found.ok ? ok(await addFile(tx, bytes, found.value.kind, found.value.setup, begun)) : found;
  });

export interface Correction {
  kind?: string;
  sheet?: string;
  headerLine?: number;
  /** 0-based place by column; what is not named is not read. */
  columns?: Record<string, number>;
  options?: Record<string, string>;
}

/** How the file is read, as a person says it. What a trial found before no longer counts. */
export async function correct(
  tx: Tx,
  row: ImportRow,
  me: Me,
  correction: Correction,
  lang: Language,
): Promise<Result<ImportRow>> {
  if (row.state === 'running') return refuse('import-running');
  if (row.state === 'done' || (row.line > 0 && !row.dry)) return refuse('import-over');
  if (!row.source) return refuse('import-file-gone');
  const wanted = kindWanted(correction.kind ?? row.kind, me, lang);
  if (!wanted.ok) return wanted;
  const kind = wanted.value;
  const looked = await lookedAgain(tx, row, correction.sheet);
  if (!looked.ok) return looked;
  const options = { ...row.setup.options, ...correction.options };
  const guessed = setUp(looked.value, [kind], true, options)?.setup ?? {
    ...looked.value,
    headerLine: null,
    columns: {},
    options,
  };
  const setup = withHeader(guessed, kind, correction);
  if (!setup.ok) return setup;
  await setSetup(tx, row.importId, kind.id, setup.value);
  await forgetRows(tx, row.importId);
  await dropFile(tx, row.importId, 'errors');
  const after = await importById(tx, row.importId);
  return after ? ok(after) : refuse('import-not-found');
}

function withHeader(setup: Setup, kind: AnyKind, { headerLine, columns }: Correction): Result<Setup> {
  const header = headerLine === undefined ? undefined : setup.head.find(({ line }) => line === headerLine);
  if (headerLine !== undefined && !header) return refuse('header-line-unknown', { params: { found: headerLine } });
  const at = header ? { headerLine: header.line, columns: columnsOf(header.cells, kind.columns) } : {};
  if (!columns) return ok({ ...setup, ...at });
  const taken = new Set<number>();
  for (const [id, place] of Object.entries(columns)) {
    if (!kind.columns.some((one) => one.id === id))
      return refuse('column-unknown', { params: { found: id.slice(0, 40) } });
    if (taken.has(place)) return refuse('column-twice', { params: { found: letterOf(place) } });
    taken.add(place);
  }
  return ok({ ...setup, ...at, columns });
}

async function lookedAgain(tx: Tx, row: ImportRow, sheet: string | undefined): Promise<Result<Looked>> {
  if (sheet === undefined || sheet === row.setup.sheet) return ok(row.setup);
  return inFolder(async (folder) => {
    const path = `${folder}/source`;
    await write(path, piecesOf(tx, row.importId, 'source'));
    return lookAt(path, sheet);
  });
}

export const missingIn = ({ kind, setup }: ImportRow): string[] =>
  setup.columns ? missingOf(setup.columns, kindNamed(kind)?.columns ?? []) : [];
