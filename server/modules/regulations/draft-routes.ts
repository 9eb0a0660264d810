/** 草案: drafts of the rulebook, from the first word to the day they are in force. */
import Type from 'typebox';
import { type Context, fileRoute, type Route, route, uploadRoute } from '../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { formatDay, zoneOf } from '../../values/zone.ts';
import {
  beginDraft,
  type Draft,
  type DraftVerdict,
  decideDraft,
  editDraft,
  readDraft,
  submitDraft,
  uploadDraft,
  withdrawDraft,
} from './actions/drafts.ts';
import { bookView, DifferenceView, differenceView, SectionsView, sectionsView, zipOf } from './comparing-routes.ts';
import { readZip, ZIP_LIMIT } from './read-zip.ts';
import { SECTIONS, type Section } from './rules/loading/discover.ts';
import type { Cited } from './rules/pack.ts';
import { entryName, sectionName } from './rules/versions/comparing/names.ts';
import { differencesOf } from './rules/versions/comparing/sentences.ts';
import type { Edit } from './rules/versions/drafting/edit.ts';
import { fieldsOf } from './rules/versions/drafting/fields.ts';
import { earliestDay } from './rules/versions/enacting.ts';
import { type DraftRow, draftRows } from './store/drafts.ts';

const text = Type.String();
const day = Type.String({ format: 'date' });
const time = Type.String({ format: 'date-time' });
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const ID = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
const Title = Type.String({ minLength: 1, maxLength: 200 });
const Revision = Type.Integer({ minimum: 1 });
const Name = Type.String({ minLength: 1, maxLength: 200 });

const HEAD = {
  id: Type.Integer(),
  title: text,
  pack: text,
  version: text,
  baseHash: text,
  revision: Type.Integer(),
  state: Type.Enum(['drafting', 'submitted', 'returned', 'approved', 'withdrawn']),
  author: text,
  mine: Type.Boolean({ description: '本人写过；批准须由没有写过的人' }),
  changedBy: text,
  changedAt: time,
  submittedBy: nullable(text),
  submittedAt: nullable(time),
  reason: nullable(text),
  decidedBy: nullable(text),
  decidedAt: nullable(time),
  note: nullable(text),
  hash: nullable(text),
  fromDay: nullable(day),
};
const HeadView = Type.Object(HEAD);
const DraftView = Type.Object(
  {
    ...HEAD,
    base: Type.Object({ hash: text, pack: text, version: text, utility: text }),
    effective: text,
    earliest: Type.Unsafe<string>({ ...day, description: '可以施行的第一天' }),
    sections: SectionsView,
    differences: Type.Array(DifferenceView),
    entries: Type.Array(
      Type.Object({
        section: text,
        sectionName: text,
        entry: text,
        name: text,
        article: text,
        changed: Type.Boolean(),
      }),
    ),
    files: Type.Array(Type.Object({ path: text, text }), { description: '草案自己的文件；沿用的不在内' }),
  },
  { $id: 'RulebookDraft' },
);

const Step = Type.Union([Type.Integer({ minimum: 0, maximum: 9999 }), Type.String({ minLength: 1, maxLength: 80 })]);
const EditBody = Type.Union([
  Type.Object(
    {
      section: Type.Enum(SECTIONS),
      entry: Name,
      path: Type.Array(Step, { minItems: 1, maxItems: 8 }),
      value: nullable(Type.String({ maxLength: 20_000 })),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { section: Type.Literal('head'), entry: Name, value: Type.String({ minLength: 1, maxLength: 2000 }) },
    { additionalProperties: false },
  ),
  Type.Object(
    { file: Type.String({ minLength: 1, maxLength: 300 }), text: Type.String({ maxLength: 2_000_000 }) },
    { additionalProperties: false },
  ),
]);

type Asking = Pick<Context<unknown, unknown, unknown>, 'tx' | 'me' | 'lang' | 'time'>;

const headView = (
  { authors, submittedById: _by, files: _files, ...row }: DraftRow & { files?: unknown },
  me: number,
) => ({
  ...row,
  mine: authors.includes(me),
  changedAt: row.changedAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

function draftView({ row, pack, base }: Draft, { me, lang, time: source }: Asking) {
  const differences = differencesOf(base, pack);
  const changed = new Set(differences.map(({ section, entry }) => `${section}.${entry}`));
  return {
    ...headView(row, me.staffId),
    base: bookView(base),
    effective: pack.effective,
    earliest: earliestDay(pack, formatDay(zoneOf(pack.timezone).dayOf(source.now()))),
    sections: sectionsView(differences, lang),
    differences: differences.map((one) => differenceView(one, lang)),
    entries: SECTIONS.flatMap((section) =>
      (pack[section] as (Partial<Cited> & { id: string })[]).map((entry) => ({
        section,
        sectionName: sectionName(section, lang),
        entry: entry.id,
        name: entryName(pack, section, entry as never, lang),
        article: entry.article ?? '',
        changed: changed.has(`${section}.${entry.id}`),
      })),
    ),
    files: row.files.filter(({ own }) => own).map(({ path, text: of }) => ({ path, text: of })),
  };
}

async function answer(context: Asking, done: Result<number>): Promise<Result<never>> {
  if (!done.ok) return done;
  const draft = await readDraft(context.tx, done.value, context.lang);
  return draft.ok ? (ok(draftView(draft.value, context)) as Result<never>) : draft;
}

export const draftRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/regulations/drafts',
    action: 'regulations.enact',
    summary: 'Drafts of the rulebook, those that go on first 草案',
    answer: Type.Object({ items: Type.Array(HeadView) }),
    handler: async ({ tx, me }) => ok({ items: (await draftRows(tx, 200)).map((row) => headView(row, me.staffId)) }),
  }),
  route({
    method: 'POST',
    url: '/api/regulations/drafts',
    action: 'regulations.enact',
    summary: 'Begin a draft from a version that is in force, kept or shipped 起草',
    body: Type.Object(
      { base: Hash, title: Title, version: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })) },
      { additionalProperties: false },
    ),
    answer: DraftView,
    status: 201,
    handler: async (context) => answer(context, await beginDraft(context, context.body)),
  }),
  uploadRoute({
    method: 'POST',
    url: '/api/regulations/drafts/zip',
    action: 'regulations.enact',
    summary: 'Begin a draft from the zip file of a rulebook’s folder; compared with the version named 上传草案',
    query: Type.Object({ base: Hash, title: Title }),
    upload: {
      mediaTypes: ['application/zip', 'application/x-zip-compressed', 'application/octet-stream'],
      limit: ZIP_LIMIT,
    },
    answer: DraftView,
    status: 201,
    async handler(context) {
      const files = await readZip(context.body);
      if (!files.ok) return files;
      const { base, title } = context.query as { base: string; title: string };
      return answer(context, await uploadDraft(context, { files: files.value, base, title }));
    },
  }),
  route({
    method: 'GET',
    url: '/api/regulations/drafts/:id',
    action: 'regulations.enact',
    summary: 'A draft, with what it changes in plain words 一份草案',
    params: ID,
    answer: DraftView,
    handler: async (context) => answer(context, ok((context.params as { id: number }).id)),
  }),
  route({
    method: 'GET',
    url: '/api/regulations/drafts/:id/entry',
    action: 'regulations.enact',
    summary: 'What of an entry can be changed, with its article and words 草案的一条',
    params: ID,
    query: Type.Object({ section: Type.Enum(SECTIONS), entry: Name }),
    answer: Type.Object({
      section: text,
      entry: text,
      name: text,
      article: text,
      quote: text,
      reading: nullable(text),
      file: text,
      line: Type.Integer(),
      inherited: Type.Boolean({ description: '来自沿用的规章；改动会写进草案自己的文件' }),
      fields: Type.Array(
        Type.Object({
          path: Type.Array(Step),
          name: text,
          condition: text,
          kind: Type.Enum(['text', 'long', 'limit', 'yes-no']),
          value: text,
        }),
      ),
    }),
    async handler({ tx, lang, params, query }) {
      const draft = await readDraft(tx, (params as { id: number }).id, lang);
      if (!draft.ok) return draft;
      const { section, entry: id } = query as { section: Section; entry: string };
      const { pack, row } = draft.value;
      const entry = (pack[section] as (Partial<Cited> & { id: string })[]).find((one) => one.id === id);
      if (!entry) return refuse('edit-of-nothing', { params: { found: `${section}.${id}` } });
      const file = row.files.find(({ path }) => path === entry.source?.file);
      return ok({
        section,
        entry: id,
        name: entryName(pack, section, entry as never, lang),
        article: entry.article ?? '',
        quote: entry.quote ?? '',
        reading: entry.reading ?? null,
        file: entry.source?.file ?? '',
        line: entry.source?.line ?? 0,
        inherited: file?.own !== true,
        fields: fieldsOf(row.files, pack, section, id).map((field) => ({
          ...field,
          name: field.name[lang],
          condition: field.condition[lang],
        })),
      });
    },
  }),
  route({
    method: 'PUT',
    url: '/api/regulations/drafts/:id/edits',
    action: 'regulations.enact',
    summary: 'Change values or files of a draft; what makes no sound rulebook is refused whole 改草案',
    params: ID,
    body: Type.Object(
      { revision: Revision, edits: Type.Array(EditBody, { minItems: 1, maxItems: 100 }) },
      { additionalProperties: false },
    ),
    answer: DraftView,
    handler: async (context) =>
      answer(
        context,
        await editDraft(
          context,
          (context.params as { id: number }).id,
          context.body as { revision: number; edits: Edit[] },
        ),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/regulations/drafts/:id/submit',
    action: 'regulations.enact',
    summary: 'Show a draft to a second person, with the reason 提交批准',
    params: ID,
    body: Type.Object(
      { revision: Revision, reason: Type.String({ minLength: 1, maxLength: 2000 }) },
      { additionalProperties: false },
    ),
    answer: DraftView,
    handler: async (context) =>
      answer(context, await submitDraft(context, (context.params as { id: number }).id, context.body)),
  }),
  route({
    method: 'POST',
    url: '/api/regulations/drafts/:id/decide',
    action: 'regulations.enact',
    summary: 'Approve, in force from a day, or return with the reason; never who wrote in it 批准草案',
    params: ID,
    body: Type.Object(
      {
        revision: Revision,
        granted: Type.Boolean(),
        fromDay: Type.Optional(day),
        note: Type.Optional(Type.String({ maxLength: 2000 })),
      },
      { additionalProperties: false },
    ),
    answer: DraftView,
    handler: async (context) =>
      answer(context, await decideDraft(context, (context.params as { id: number }).id, context.body as DraftVerdict)),
  }),
  route({
    method: 'POST',
    url: '/api/regulations/drafts/:id/withdraw',
    action: 'regulations.enact',
    summary: 'Give a draft up 撤回草案',
    params: ID,
    answer: DraftView,
    handler: async (context) => answer(context, await withdrawDraft(context, (context.params as { id: number }).id)),
  }),
  fileRoute({
    method: 'GET',
    url: '/api/regulations/drafts/:id/files',
    action: 'regulations.enact',
    summary: 'A draft as its YAML, with that of the rulebooks it extends 导出草案',
    params: ID,
    async handler({ tx, lang, params }) {
      const draft = await readDraft(tx, (params as { id: number }).id, lang);
      return draft.ok ? zipOf({ pack: draft.value.pack, files: draft.value.row.files }) : draft;
    },
  }),
];
