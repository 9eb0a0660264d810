/** Taking over a rulebook: which there are, which one, and what is left to the utility. */
import { Readable } from 'node:stream';
import Type from 'typebox';
import { fileRoute, type Route, route, uploadRoute } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { answer, type Choice, chooseBase, openIn, ownFile, readAdoption } from './actions/adopt.ts';
import { packsShipped } from './actions/shipped.ts';
import { readZip, ZIP_LIMIT } from './read-zip.ts';
import { entryCount } from './rules/loading/check-folder.ts';
import type { OfficeHours } from './rules/loading/yaml/overlay.ts';
import type { Answers } from './rules/loading/yaml/questions.ts';

const text = Type.String();
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const Stretch = Type.String({ pattern: '^\\d{2}:\\d{2}-\\d{2}:\\d{2}$', maxLength: 11 });
const Stretches = Type.Array(Stretch, { minItems: 1, maxItems: 6 });
const Hours = Type.Object({
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
  open: Stretches,
  holidays: Type.Enum(['closed', 'open']),
  seasons: Type.Array(
    Type.Object({ season: Type.String({ pattern: '^\\d{2}-\\d{2}\\.\\.\\d{2}-\\d{2}$' }), open: Stretches }),
    { maxItems: 8 },
  ),
});
const Chosen = Type.Object({ pack: text, version: text, hash: text });

const AdoptionView = Type.Object(
  {
    base: nullable(Type.Object({ pack: text, version: text, utility: text, source: text, uploaded: Type.Boolean() })),
    questions: Type.Array(
      Type.Object({
        key: text,
        section: text,
        entry: text,
        field: text,
        kind: Type.Enum(['limit', 'document', 'assumed']),
        article: text,
        quote: text,
        reading: nullable(text),
        assumed: nullable(text),
        editable: Type.Boolean(),
        words: Type.Array(text),
        confirmed: Type.Boolean(),
        value: nullable(text),
      }),
    ),
    hours: nullable(Hours),
    hoursDecided: Type.Boolean(),
    units: Type.Array(Type.Object({ id: text, name: text, aliases: Type.Array(text) })),
  },
  { $id: 'Adoption' },
);

export const adoptionRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/regulations/shipped',
    action: 'regulations.enact',
    summary: 'Rulebooks that come with the platform, to be taken over 随附规章',
    answer: Type.Array(
      Type.Object({
        pack: text,
        version: text,
        utility: text,
        source: text,
        entries: Type.Integer(),
        clocks: Type.Integer(),
        open: Type.Integer({ description: 'Left to the utility' }),
      }),
    ),
    handler: async () => {
      return ok(
        packsShipped().map((pack) => ({
          pack: pack.pack,
          version: pack.version,
          utility: pack.utility,
          source: pack.source,
          entries: entryCount(pack),
          clocks: pack.clocks.length,
          open: openIn(pack),
        })),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/regulations/adoption',
    action: 'regulations.enact',
    summary: 'The rulebook being taken over, and what is left to the utility 待确认事项',
    answer: AdoptionView,
    handler: async ({ tx }) => {
      const found = await readAdoption(tx);
      if (!found) return ok({ base: null, questions: [], hours: null, hoursDecided: false, units: [] });
      const { base, uploaded, questions, answers, hours, hoursDecided } = found;
      return ok({
        base: { pack: base.pack, version: base.version, utility: base.utility, source: base.source, uploaded },
        questions: questions.map((question) => ({
          ...question,
          confirmed: answers[question.key] !== undefined,
          value: answers[question.key]?.value ?? null,
        })),
        hours,
        hoursDecided,
        units: base.organization
          .filter(({ kind }) => kind === 'unit')
          .map(({ id, name, aliases }) => ({ id, name, aliases })),
      });
    },
  }),
  route({
    method: 'PUT',
    url: '/api/regulations/adoption/base',
    action: 'regulations.enact',
    summary: 'Chooses the rulebook to take over: a shipped one, or the files of a folder',
    body: Type.Object({
      pack: Type.Optional(Type.String({ maxLength: 80 })),
      version: Type.Optional(Type.String({ maxLength: 80 })),
      files: Type.Optional(
        Type.Array(
          Type.Object({
            path: Type.String({ minLength: 1, maxLength: 300 }),
            text: Type.String({ maxLength: 2_000_000 }),
          }),
          { minItems: 1, maxItems: 200 },
        ),
      ),
    }),
    answer: Chosen,
    handler: async ({ tx, time, lang, body }) => headOf(await chooseBase(tx, time, body as Choice, lang)),
  }),
  uploadRoute({
    method: 'POST',
    url: '/api/regulations/adoption/zip',
    action: 'regulations.enact',
    summary: 'Chooses a rulebook sent as a zip file of its folder',
    upload: {
      mediaTypes: ['application/zip', 'application/x-zip-compressed', 'application/octet-stream'],
      limit: ZIP_LIMIT,
    },
    answer: Chosen,
    handler: async ({ tx, time, lang, body }) => {
      const files = await readZip(body);
      return files.ok ? headOf(await chooseBase(tx, time, { files: files.value }, lang)) : files;
    },
  }),
  route({
    method: 'PUT',
    url: '/api/regulations/adoption/answers',
    action: 'regulations.enact',
    summary: 'Confirms or changes what is left to the utility; what makes no sound rulebook is refused',
    body: Type.Object({
      answers: Type.Optional(
        Type.Record(
          Type.String({ maxLength: 300 }),
          nullable(
            Type.Object({
              confirmed: Type.Literal(true),
              value: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
            }),
          ),
          { maxProperties: 500 },
        ),
      ),
      hours: Type.Optional(Hours),
    }),
    answer: Type.Object({ kept: Type.Boolean() }),
    handler: async ({ tx, time, lang, body }) => {
      const given = body as { answers?: Record<string, Answers[string] | null>; hours?: OfficeHours };
      const done = await answer({ tx, time, lang }, given);
      return done.ok ? ok({ kept: true }) : done;
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/regulations/adoption/rulebook',
    action: 'regulations.enact',
    summary: 'The utility’s own rulebook as YAML, to be kept and continued',
    handler: async ({ tx, time, lang }) => {
      const own = await ownFile(tx, time, lang);
      if (!own.ok) return own;
      const bytes = Buffer.from(own.value.text);
      return ok({
        mediaType: 'application/yaml; charset=utf-8',
        name: 'pack.yaml',
        bytes: bytes.length,
        open: () => Readable.from([bytes]),
      });
    },
  }),
];

function headOf(chosen: Awaited<ReturnType<typeof chooseBase>>) {
  if (!chosen.ok) return chosen;
  const { pack, version, hash } = chosen.value;
  return ok({ pack, version, hash });
}
