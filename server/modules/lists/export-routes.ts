/** 导出: a list as a file. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Type from 'typebox';
import type { Tx } from '../../platform/database.ts';
import { fileRoute, type Route, route } from '../../platform/http/route.ts';
import { MEDIA_TYPES } from '../../platform/tables/write.ts';
import { ok, type Result } from '../../values/result.ts';
import { beginExport, fetchExport, type Given, mine, resumeExport, stopExport } from './actions/exports.ts';
import { exportsOf, pieceOf } from './store/exports.ts';
import { ExportView, exportView, fileNameOf } from './views.ts';

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const SHOWN = 20;

async function shownAfter(given: Given, id: string, done: Result<unknown>) {
  if (!done.ok) return done;
  const row = await mine(given, id);
  return row.ok ? ok(exportView(row.value, given.lang)) : row;
}

async function* piecesOf(tx: Tx, id: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const bytes = await pieceOf(tx, id, 'file', number);
    if (!bytes) return;
    yield bytes;
  }
}

/** On the disk while it is sent: the transaction is over by then, and the file may be large. */
async function spooled(tx: Tx, id: string): Promise<() => Readable> {
  const folder = await mkdtemp(join(tmpdir(), 'gongshui-export-'));
  const path = join(folder, 'file');
  const gone = (): void => void rm(folder, { recursive: true, force: true });
  try {
    await pipeline(Readable.from(piecesOf(tx, id)), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    gone();
    throw error;
  }
  return () => createReadStream(path).on('close', gone);
}

export const exportRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/exports',
    action: 'lists.export',
    summary: 'Begins to make a file of a list, filtered as given; written down 导出',
    body: Type.Object({
      list: Type.String({ maxLength: 40 }),
      format: Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]),
      query: Type.Record(
        Type.String({ maxLength: 40 }),
        Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()]),
      ),
      sort: Type.Optional(Type.String({ maxLength: 80 })),
      columns: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 60 }),
      people: Type.Optional(Type.Boolean({ description: '姓名和电话不隐去；需要有权查看' })),
    }),
    status: 201,
    answer: ExportView,
    handler: async (context) => {
      const id = await beginExport(context, context.body);
      return id.ok ? shownAfter(context, id.value, id) : id;
    },
  }),
  route({
    method: 'GET',
    url: '/api/exports',
    action: 'lists.export',
    summary: 'My exports, the newest first',
    answer: Type.Object({ items: Type.Array(ExportView) }),
    handler: async ({ tx, me, lang }) =>
      ok({ items: (await exportsOf(tx, me.staffId, SHOWN)).map((row) => exportView(row, lang)) }),
  }),
  route({
    method: 'GET',
    url: '/api/exports/:id',
    action: 'lists.export',
    summary: 'How far one of my exports is; of one that is done, whether I may still have its file',
    params: Id,
    answer: ExportView,
    handler: async (context) => {
      const row = await mine(context, context.params.id);
      if (!row.ok) return row;
      const { state, refusal } = row.value;
      const had = state === 'done' ? await fetchExport(context, context.params.id) : null;
      return ok(exportView(row.value, context.lang, had === null || had.ok ? refusal : had.refusal));
    },
  }),
  route({
    method: 'POST',
    url: '/api/exports/:id/cancel',
    action: 'lists.export',
    summary: 'Stops an export; it can go on for a day',
    params: Id,
    body: Type.Object({}),
    answer: ExportView,
    handler: async (context) => shownAfter(context, context.params.id, await stopExport(context, context.params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/exports/:id/resume',
    action: 'lists.export',
    summary: 'Goes on with an export that was stopped or broke off, where it was',
    params: Id,
    body: Type.Object({}),
    answer: ExportView,
    handler: async (context) => shownAfter(context, context.params.id, await resumeExport(context, context.params.id)),
  }),
  fileRoute({
    method: 'GET',
    url: '/api/exports/:id/file',
    action: 'lists.export',
    summary: 'The file of one of my exports',
    params: Id,
    handler: async (context) => {
      const row = await fetchExport(context, context.params.id);
      if (!row.ok) return row;
      const { id, format, bytes } = row.value;
      const open = await spooled(context.tx, id);
      return ok({ mediaType: MEDIA_TYPES[format], name: fileNameOf(row.value), bytes: bytes ?? 0, open });
    },
  }),
];
