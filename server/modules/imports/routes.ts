import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Static, Type } from 'typebox';
import type { Tx } from '../../platform/database.ts';
import { fileRoute, type Language, type Me, type Route, route, uploadRoute } from '../../platform/http/route.ts';
import { TABLE_LIMITS } from '../../platform/tables/table.ts';
import { MEDIA_TYPES, writeTable } from '../../platform/tables/write.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { listStaff } from '../identity/index.ts';
import { correct, mayImport, upload } from './actions/begin.ts';
import { importFile } from './actions/import-file.ts';
import { startImport, stopImport } from './actions/steps.ts';
import { KINDS, kindNamed } from './kinds/kinds.ts';
import { type ImportRow, importById, importsOf } from './store/imports.ts';
import { piecesOf } from './store/pieces.ts';
import { rowsOf } from './store/rows.ts';
import { ImportView, importView, KindView, kindViews, RowView, rowView } from './views.ts';

interface Asking {
  tx: Tx;
  me: Me;
  lang: Language;
}

const Word = Type.String({ maxLength: 100 });
const Name = Type.String({ maxLength: 200 });
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const uploads = {
  mediaTypes: [
    ...Object.values(MEDIA_TYPES).map((type) => type.split(';')[0] ?? type),
    'text/plain',
    'application/vnd.ms-excel',
    'application/octet-stream',
  ],
  limit: TABLE_LIMITS.file,
};
const PAGE = 50;
const ROWS = 200;
/** Rows of one answer to who waits for it. */
const MOST_ROWS = 1_000_000;

/** One that I may see: of a kind I may import. */
async function mine({ tx, me }: Pick<Asking, 'tx' | 'me'>, importId: string, lock = false): Promise<Result<ImportRow>> {
  const row = await importById(tx, importId, lock);
  const kind = row && kindNamed(row.kind);
  return row && kind && mayImport(me, kind) ? ok(row) : refuse('import-not-found');
}

async function shown(asking: Asking, rows: readonly ImportRow[]): Promise<Static<typeof ImportView>[]> {
  const names = new Map(
    (await listStaff(asking.tx, { department: null, role: null })).map((one) => [one.staff_id, one.name]),
  );
  return rows.map((row) => importView(row, asking.lang, asking.me, (staffId) => names.get(staffId) ?? ''));
}

async function shownById(asking: Asking, importId: string): Promise<Result<Static<typeof ImportView>>> {
  const row = await mine(asking, importId);
  if (!row.ok) return row;
  const [view] = await shown(asking, [row.value]);
  return view ? ok(view) : refuse('import-not-found');
}

const said = ({ channel, source }: { channel?: string; source?: string }): Record<string, string> => ({
  ...(channel ? { channel } : {}),
  ...(source ? { source } : {}),
});

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/imports/kinds',
    action: 'imports.run',
    summary: 'What I may import, with its columns',
    answer: Type.Object({ items: Type.Array(KindView) }),
    handler: async ({ me, lang }) => ok({ items: kindViews(me, lang) }),
  }),
  fileRoute({
    method: 'GET',
    url: '/api/imports/kinds/:kind/template',
    action: 'imports.run',
    summary: 'An empty workbook with the columns of that kind, to be filled in 模板',
    params: Type.Object({ kind: Word }),
    handler: async ({ me, lang, params }) => {
      const kind = kindNamed(params.kind);
      if (!kind || !mayImport(me, kind))
        return refuse('import-kind-unknown', { params: { found: params.kind, expected: '' } });
      const needed = lang === 'en' ? ' (needed)' : '（必填）';
      const header = kind.columns.map((column) => `${column[lang]}${column.needed ? needed : ''}`);
      const bytes = await buffer(writeTable([header], { format: 'xlsx', sheet: kind.name[lang] }));
      const name = `${kind.name[lang]}${lang === 'en' ? ' template' : '模板'}.xlsx`;
      return ok({ mediaType: MEDIA_TYPES.xlsx, name, bytes: bytes.length, open: () => Readable.from([bytes]) });
    },
  }),
  uploadRoute({
    method: 'POST',
    url: '/api/imports',
    action: 'imports.run',
    summary: 'Uploads a table (XLSX, CSV, TSV); it is recognised, and nothing is imported yet',
    status: 201,
    upload: uploads,
    query: Type.Object({
      name: Type.Optional(Name),
      kind: Type.Optional(Word),
      sheet: Type.Optional(Name),
      channel: Type.Optional(Word),
      source: Type.Optional(Word),
    }),
    answer: ImportView,
    handler: async (context) => {
      const { tx, body, query, me, lang, time } = context;
      const { name = '', kind, sheet } = query;
      const begun = { fileName: name, lang, at: time.now(), me, options: said(query) };
      const importId = await upload(tx, body, { ...begun, ...(kind ? { kind } : {}), ...(sheet ? { sheet } : {}) });
      return importId.ok ? shownById(context, importId.value) : importId;
    },
  }),
  route({
    method: 'GET',
    url: '/api/imports',
    action: 'imports.run',
    summary: 'Imports, newest first',
    query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 80 })) }),
    answer: Type.Object({ items: Type.Array(ImportView), next: Type.Union([Type.String(), Type.Null()]) }),
    handler: async (context) => {
      const from = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(context.query.cursor ?? '');
      const kinds = KINDS.filter((kind) => mayImport(context.me, kind)).map(({ id }) => id);
      const rows = await importsOf(context.tx, kinds, {
        limit: PAGE + 1,
        ...(from ? { after: { at: Number(from[1]), importId: from[2] ?? '' } } : {}),
      });
      const page = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? page.at(-1) : undefined;
      return ok({ items: await shown(context, page), next: last ? `${last.createdAt}.${last.importId}` : null });
    },
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id',
    action: 'imports.run',
    summary: 'One import: how it is read, how far it is, what has become of its rows',
    params: Id,
    answer: ImportView,
    handler: (context) => shownById(context, context.params.id),
  }),
  route({
    method: 'PUT',
    url: '/api/imports/:id/setup',
    action: 'imports.run',
    summary: 'Corrects how the file is read: what its rows are, sheet, header, columns',
    params: Id,
    body: Type.Object({
      kind: Type.Optional(Word),
      sheet: Type.Optional(Name),
      headerLine: Type.Optional(Type.Integer({ minimum: 1 })),
      columns: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Type.Integer({ minimum: 0, maximum: 499 }))),
      options: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Word)),
    }),
    answer: ImportView,
    handler: async (context) => {
      const row = await mine(context, context.params.id, true);
      if (!row.ok) return row;
      if (row.value.createdBy !== context.me.staffId) return refuse('import-not-yours');
      const corrected = await correct(context.tx, row.value, context.me, context.body, context.lang);
      return corrected.ok ? shownById(context, context.params.id) : corrected;
    },
  }),
  route({
    method: 'POST',
    url: '/api/imports/:id/start',
    action: 'imports.run',
    summary: 'Starts the import, or a trial that writes nothing; what broke off goes on',
    params: Id,
    body: Type.Object({ dry: Type.Optional(Type.Boolean()) }),
    answer: ImportView,
    handler: async (context) => {
      const row = await mine(context, context.params.id, true);
      if (!row.ok) return row;
      const started = await startImport(context.tx, row.value, {
        dry: context.body.dry ?? false,
        at: context.time.now(),
        lang: context.lang,
      });
      return started.ok ? shownById(context, context.params.id) : started;
    },
  }),
  route({
    method: 'POST',
    url: '/api/imports/:id/cancel',
    action: 'imports.run',
    summary: 'Stops the import; rows that are in stay in',
    params: Id,
    body: Type.Object({}),
    answer: ImportView,
    handler: async (context) => {
      const row = await mine(context, context.params.id, true);
      if (!row.ok) return row;
      const stopped = await stopImport(context.tx, row.value, context.time.now());
      return stopped.ok ? shownById(context, context.params.id) : stopped;
    },
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id/rows',
    action: 'imports.run',
    summary: 'What became of the rows, by line: every refused one, and whatever became something with a number',
    params: Id,
    query: Type.Object({
      outcome: Type.Optional(Word),
      after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    }),
    answer: Type.Object({ items: Type.Array(RowView), next: Type.Union([Type.Integer(), Type.Null()]) }),
    handler: async (context) => {
      const row = await mine(context, context.params.id);
      if (!row.ok) return row;
      const { outcome, after = 0, limit = ROWS } = context.query;
      const rows = await rowsOf(context.tx, row.value.importId, { after, limit, ...(outcome ? { outcome } : {}) });
      const kind = kindNamed(row.value.kind);
      const next = rows.length === limit ? (rows.at(-1)?.line ?? null) : null;
      return ok({ items: rows.map((one) => rowView(one, kind, context.lang)), next });
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/imports/:id/errors',
    action: 'imports.run',
    summary: 'The bad rows as they came, with the reason in one more column; correct and import it',
    params: Id,
    handler: async (context) => {
      const row = await mine(context, context.params.id);
      if (!row.ok) return row;
      if (row.value.createdBy !== context.me.staffId) return refuse('import-not-yours');
      const pieces: Buffer[] = [];
      for await (const piece of piecesOf(context.tx, row.value.importId, 'errors')) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      if (bytes.length === 0) return refuse('errors-none', { params: {} });
      const { format } = row.value.setup;
      const name = row.value.fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '');
      return ok({
        mediaType: MEDIA_TYPES[format],
        name: `${name}-${context.lang === 'en' ? 'errors' : '错误行'}.${format}`,
        bytes: bytes.length,
        open: () => Readable.from([bytes]),
      });
    },
  }),
  uploadRoute({
    method: 'POST',
    url: '/api/imports/messages',
    action: 'requests.import',
    summary: 'Imports a file of messages and answers when it is done, row by row; a second import changes nothing',
    upload: uploads,
    query: Type.Object({ channel: Type.Optional(Word), source: Type.Optional(Word), name: Type.Optional(Name) }),
    answer: Type.Intersect([ImportView, Type.Object({ report: Type.Array(RowView) })]),
    handler: async (context) => {
      const { tx, me, time, lang, body, query } = context;
      const done = await importFile(
        { transaction: (work) => work(tx), time, me, lang },
        { file: body, fileName: query.name ?? 'messages', kind: 'messages', options: said(query) },
      );
      if (!done.ok) return done;
      const [view] = await shown(context, [done.value]);
      const rows = await rowsOf(tx, done.value.importId, { after: 0, limit: MOST_ROWS });
      const kind = kindNamed('messages');
      return view ? ok({ ...view, report: rows.map((row) => rowView(row, kind, lang)) }) : refuse('import-not-found');
    },
  }),
];
