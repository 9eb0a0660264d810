/** What the API shows of imports. What is in the file sees only who uploaded it. */
import { type Static, Type } from 'typebox';
import type { Language, Me } from '../../platform/http/route.ts';
import { mayImport, missingIn } from './actions/begin.ts';
import { type AnyKind, KINDS, kindNamed } from './kinds/kinds.ts';
import type { ImportRow } from './store/imports.ts';
import type { RowReport } from './store/rows.ts';
import { sayFault, sayRefusal } from './words.ts';

const Text = Type.String();
const NullableText = Type.Union([Type.String(), Type.Null()]);
const Count = Type.Integer();

export const RowView = Type.Object(
  {
    line: Type.Integer(),
    outcome: Text,
    code: NullableText,
    message: Text,
    faults: Type.Array(Type.Object({ column: NullableText, code: Text, message: Text })),
    sourceRef: NullableText,
    requestId: Type.Union([Type.Integer(), Type.Null()]),
    orderNumber: NullableText,
  },
  { $id: 'ImportedRow' },
);

export const ImportView = Type.Object(
  {
    importId: Text,
    kind: Text,
    kindName: Text,
    fileName: Text,
    bytes: Type.Integer(),
    state: Type.Enum(['ready', 'running', 'done', 'cancelled', 'failed']),
    dry: Type.Boolean(),
    createdAt: Text,
    createdBy: NullableText,
    mine: Type.Boolean(),
    startedAt: NullableText,
    finishedAt: NullableText,
    progress: Type.Number(),
    rows: Type.Integer(),
    counts: Type.Record(Text, Count),
    message: NullableText,
    errors: Type.Boolean(),
    resumable: Type.Boolean(),
    setup: Type.Object({
      format: NullableText,
      encoding: NullableText,
      sheet: NullableText,
      sheets: Type.Array(Text),
      headerLine: Type.Union([Type.Integer(), Type.Null()]),
      columns: Type.Record(Text, Type.Integer()),
      missing: Type.Array(Text),
      options: Type.Record(Text, Text),
      header: Type.Array(Text),
      head: Type.Array(Type.Object({ line: Type.Integer(), cells: Type.Array(Text) })),
    }),
  },
  { $id: 'Import' },
);

export const KindView = Type.Object(
  {
    id: Text,
    name: Text,
    columns: Type.Array(Type.Object({ id: Text, name: Text, needed: Type.Boolean() })),
    options: Type.Record(Text, Text),
    outcomes: Type.Array(Text),
  },
  { $id: 'ImportKind' },
);

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** Every outcome of the kind, those that did not come among them. */
export const countsOf = (row: ImportRow): Record<string, number> => ({
  ...Object.fromEntries((kindNamed(row.kind)?.outcomes ?? []).map((outcome) => [outcome, 0])),
  ...row.counts,
});

export function importView(
  row: ImportRow,
  lang: Language,
  me: Pick<Me, 'staffId'> | null,
  nameOf: (staffId: number) => string,
): Static<typeof ImportView> {
  const { setup } = row;
  const mine = me === null || row.createdBy === me.staffId;
  const header = setup.head?.find(({ line }) => line === setup.headerLine);
  return {
    importId: row.importId,
    kind: row.kind,
    kindName: kindNamed(row.kind)?.name[lang] ?? row.kind,
    fileName: row.fileName,
    bytes: row.bytes,
    state: row.state,
    dry: row.dry,
    createdAt: new Date(row.createdAt).toISOString(),
    createdBy: row.createdBy === null ? null : nameOf(row.createdBy),
    mine,
    startedAt: iso(row.startedAt),
    finishedAt: iso(row.finishedAt),
    progress: row.progress,
    rows: total(row.counts),
    counts: countsOf(row),
    message: row.refusal ? sayRefusal(row.refusal, lang) : null,
    errors: row.errors,
    resumable: row.source && !row.dry && row.line > 0 && (row.state === 'cancelled' || row.state === 'failed'),
    setup: {
      format: setup.format ?? null,
      encoding: setup.encoding ?? null,
      sheet: setup.sheet ?? null,
      sheets: setup.sheets ?? [],
      headerLine: setup.headerLine ?? null,
      columns: setup.columns ?? {},
      missing: missingIn(row),
      options: setup.options ?? {},
      header: header?.cells ?? [],
      head: mine ? (setup.head ?? []) : [],
    },
  };
}

export function rowView(row: RowReport, kind: AnyKind | undefined, lang: Language): Static<typeof RowView> {
  const faults = row.faults.map((fault) => ({
    column: fault.column,
    code: fault.code,
    message: sayFault(kind, fault, lang),
  }));
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    line: row.line,
    outcome: row.outcome,
    code: faults[0]?.code ?? null,
    message: faults.map(({ message }) => message).join(lang === 'en' ? '; ' : '；'),
    faults,
    sourceRef: text(row.became?.ref),
    requestId: typeof row.became?.requestId === 'number' ? row.became.requestId : null,
    orderNumber: text(row.became?.orderNumber),
  };
}

export const kindViews = (me: Me, lang: Language): Static<typeof KindView>[] =>
  KINDS.filter((kind) => mayImport(me, kind)).map((kind) => ({
    id: kind.id,
    name: kind.name[lang],
    columns: kind.columns.map((column) => ({ id: column.id, name: column[lang], needed: column.needed })),
    options: kind.options,
    outcomes: [...kind.outcomes],
  }));
