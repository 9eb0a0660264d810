/** What an archive says about itself, and why one is refused. */
import { Type } from 'typebox';
import { readerOf } from '../http/validation.ts';

/** Of the archive's own layout; a later one is refused. */
export const FORMAT = 1;

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Whole = Type.Integer({ minimum: 0 });

const ManifestSchema = Type.Object({
  format: Type.Integer({ minimum: 1 }),
  /** When the state of the database was held fast, ISO. */
  createdAt: Type.String(),
  /** Version of PostgreSQL it comes from. */
  postgres: Type.String(),
  migrations: Type.Array(Type.Object({ name: Type.String(), sha256: Sha256 })),
  tables: Type.Array(
    Type.Object({
      /** `work_orders.work_order`, quoted where need be. */
      table: Type.String(),
      columns: Type.Array(Type.String()),
      rows: Whole,
      bytes: Whole,
      sha256: Sha256,
    }),
  ),
  sequences: Type.Array(Type.Object({ sequence: Type.String(), last: Type.String(), called: Type.Boolean() })),
  /** Attachments, named by their content. */
  files: Type.Array(Type.Object({ sha256: Sha256, bytes: Whole })),
  /** What signs sessions lies in it. */
  secret: Type.Boolean(),
  /** Absent in archives of before it was told. */
  secretSha256: Type.Optional(Sha256),
});

export interface Manifest {
  format: number;
  createdAt: string;
  postgres: string;
  migrations: { name: string; sha256: string }[];
  tables: TableEntry[];
  sequences: { sequence: string; last: string; called: boolean }[];
  files: { sha256: string; bytes: number }[];
  secret: boolean;
  secretSha256?: string;
}

export interface TableEntry {
  table: string;
  columns: string[];
  rows: number;
  bytes: number;
  sha256: string;
}

export const tablePart = (table: string): string => `database/${table}.copy`;
export const filePart = (sha256: string): string => `files/${sha256}`;
export const MANIFEST = 'manifest.json';
/** Sha256 of the manifest: the manifest has that of everything else. */
export const SEAL = 'manifest.sha256';
export const SECRET = 'secret';

const reader = readerOf(ManifestSchema, 'json');

/** Throws `ArchiveRefused` unless the text is a manifest this version can read. */
export function readManifest(text: string): Manifest {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    throw new ArchiveRefused('archive-damaged', { part: MANIFEST });
  }
  const { format } = (told ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT)
    throw new ArchiveRefused('archive-newer', { found: format, expected: FORMAT });
  const read = reader.read(told);
  if (!read.ok) throw new ArchiveRefused('archive-damaged', { part: MANIFEST });
  return read.value as Manifest;
}

export type ArchiveProblem =
  | 'archive-not-found'
  | 'archive-not-one'
  | 'archive-damaged'
  | 'archive-newer'
  | 'archive-other-migrations'
  | 'archive-exists'
  | 'archive-not-written'
  | 'target-not-empty'
  | 'target-differs'
  | 'target-full'
  | 'target-in-hand';

/** The archive, or where it is to go, will not do. Nothing was changed. */
export class ArchiveRefused extends Error {
  code: ArchiveProblem;
  params: Record<string, string | number>;
  constructor(code: ArchiveProblem, params: Record<string, string | number> = {}) {
    super(`${code}: ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}
