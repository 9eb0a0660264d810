/** A rulebook to read: the text it rests on, its clauses with their states, its entries in words; and all clauses. */
import { Readable } from 'node:stream';
import Type from 'typebox';
import type { Tx } from '../../platform/database.ts';
import { fileRoute, type Route, route } from '../../platform/http/route.ts';
import { MEDIA_TYPES, writeTable } from '../../platform/tables/write.ts';
import type { Instant } from '../../values/instant.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { formatDay, zoneOf } from '../../values/zone.ts';
import { rulebookByHash } from './actions/rulebooks.ts';
import { carriersOf, shelf, textOf } from './actions/shelf.ts';
import { packInForce } from './actions/versions.ts';
import { clauseShown } from './rules/explaining/rulebook-text.ts';
import { committed } from './rules/loading/proofs/budget.ts';
import { STATES } from './rules/loading/proofs/states.ts';
import { capabilityWord, STATE_WORDS } from './rules/loading/proofs/words.ts';
import type { Pack } from './rules/pack.ts';

const text = Type.String();
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const State = Type.Enum([...STATES]);
const Line = Type.Object({ label: text, value: text });

const clause = {
  id: text,
  source: text,
  place: text,
  quote: text,
  about: text,
  timed: Type.Boolean({ description: '写有时限' }),
  state: State,
  because: nullable(text),
  executes: nullable(text),
  altered: nullable(text),
  example: nullable(Type.Object({ name: text, file: text })),
};

const Case = Type.Object({
  when: text,
  says: text,
  lines: Type.Array(Line),
  article: text,
  quote: text,
  clauses: Type.Array(text),
  reading: nullable(text),
  unconfirmed: Type.Boolean({ description: '待确认' }),
});

const Entry = Type.Object({
  key: text,
  section: text,
  id: text,
  name: text,
  article: text,
  quote: text,
  clauses: Type.Array(text),
  reading: nullable(text),
  assumed: Type.Array(text, { description: '原文未写、暂定的键' }),
  unconfirmed: Type.Boolean({ description: '待确认' }),
  source: nullable(Type.Object({ pack: text, file: text, line: Type.Integer() })),
  when: text,
  lines: Type.Array(Line),
  cases: Type.Array(Case),
});

const Chapter = Type.Object({
  source: text,
  title: text,
  paragraphs: Type.Array(
    Type.Object({
      heading: Type.Boolean(),
      runs: Type.Array(Type.Object({ text, marks: Type.Array(text) })),
    }),
  ),
});

/** By its hash; without one, that in force today. */
export async function rulebookAsked(tx: Tx, now: Instant, hash: string | undefined): Promise<Result<Pack>> {
  if (hash !== undefined) return rulebookByHash(tx, hash);
  const day = formatDay(zoneOf('Asia/Shanghai').dayOf(now));
  const pack = await packInForce(tx, day);
  return pack ? ok(pack) : refuse('no-rulebook-in-force-on', { params: { day } });
}

const hash = Type.Optional(Type.String({ maxLength: 100, description: '规章的内容散列；不填为现行规章' }));

function coverageRows(lang: 'zh' | 'en') {
  const known = shelf();
  return [...known.clauses.values()].map((one) => {
    const { entries: _, ...shown } = clauseShown(one, known, [], lang);
    return { ...shown, capability: one.capability, waitsFor: waitsFor(one.id), carriers: carriersOf(one.id) };
  });
}

function waitsFor(id: string): string | null {
  const found = shelf().states.get(id);
  return found?.state === 'waiting' ? found.because : null;
}

function keptCounts() {
  const { executed, missing, open } = committed(shelf().files) ?? { executed: 0, missing: 0, open: 0 };
  return { executed, missing, waitingOrMissing: open };
}

export const readingRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/regulations/text',
    action: 'regulations.read',
    summary: 'A rulebook beside the text it rests on, clause by clause 规章浏览',
    query: Type.Object({ rulebook: hash }),
    answer: Type.Object({
      rulebook: Type.Object({ hash: text, pack: text, version: text, utility: text, effective: text, source: text }),
      chapters: Type.Array(Chapter),
      clauses: Type.Array(Type.Object({ ...clause, entries: Type.Array(text) })),
      entries: Type.Array(Entry),
      apart: Type.Array(text, { description: '不引用条款的条目' }),
    }),
    handler: async ({ tx, time, lang, query }) => {
      const found = await rulebookAsked(tx, time.now(), query.rulebook);
      if (!found.ok) return found;
      const { hash: own, pack, version, utility, effective, source } = found.value;
      return ok({ rulebook: { hash: own, pack, version, utility, effective, source }, ...textOf(found.value, lang) });
    },
  }),
  route({
    method: 'GET',
    url: '/api/regulations/coverage',
    action: 'regulations.read',
    summary: 'Every clause of the sources with its state, what executes it and what proves it 覆盖',
    answer: Type.Object({
      sources: Type.Array(Type.Object({ source: text, title: text })),
      kept: Type.Object(
        { executed: Type.Integer(), missing: Type.Integer(), waitingOrMissing: Type.Integer() },
        { description: '至今最好的计数，不得变差' },
      ),
      capabilities: Type.Array(Type.Object({ id: text, name: text })),
      clauses: Type.Array(
        Type.Object({
          ...clause,
          capability: text,
          waitsFor: nullable(text),
          carriers: Type.Array(Type.Object({ pack: text, hash: text, entry: text })),
        }),
      ),
    }),
    handler: async ({ lang }) => {
      const clauses = coverageRows(lang);
      const sources = [...new Set(clauses.map(({ source }) => source))];
      return ok({
        sources: sources.map((source) => ({ source, title: shelf().chapters.get(source)?.title ?? source })),
        kept: keptCounts(),
        capabilities: [...new Set(clauses.map(({ capability }) => capability))].map((id) => ({
          id,
          name: capabilityWord(id, lang),
        })),
        clauses,
      });
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/regulations/coverage/file',
    action: 'regulations.read',
    summary: 'The clauses as a table 覆盖表（CSV）',
    query: Type.Object({
      state: Type.Optional(State),
      source: Type.Optional(Type.String({ maxLength: 40 })),
      capability: Type.Optional(Type.String({ maxLength: 60 })),
      waitsFor: Type.Optional(Type.String({ maxLength: 60 })),
      timed: Type.Optional(Type.Boolean()),
    }),
    handler: async ({ lang, query }) => {
      const rows = coverageRows(lang).filter(
        (row) =>
          (query.state === undefined || row.state === query.state) &&
          (query.source === undefined || row.source === query.source) &&
          (query.capability === undefined || row.capability === query.capability) &&
          (query.waitsFor === undefined || row.waitsFor === query.waitsFor) &&
          (query.timed === undefined || row.timed === query.timed),
      );
      const chunks: Buffer[] = [];
      for await (const chunk of writeTable([TABLE[lang], ...rows.map((row) => tableRow(row, lang))], { format: 'csv' }))
        chunks.push(chunk as Buffer);
      const whole = Buffer.concat(chunks);
      return ok({
        mediaType: MEDIA_TYPES.csv,
        name: lang === 'zh' ? '条款覆盖.csv' : 'clauses.csv',
        bytes: whole.length,
        open: () => Readable.from([whole]),
      });
    },
  }),
];

const TABLE = {
  zh: ['条款', '来源', '位置', '原文', '类别', '写有时限', '状态', '等待或原因', '条目', '算例'],
  en: [
    'clause',
    'source',
    'place',
    'quote',
    'about',
    'sets a time',
    'state',
    'waits for, or why',
    'entries',
    'example',
  ],
};

const tableRow = (row: ReturnType<typeof coverageRows>[number], lang: 'zh' | 'en'): string[] => [
  row.id,
  row.source,
  row.place,
  row.quote,
  row.about,
  row.timed ? (lang === 'zh' ? '是' : 'yes') : lang === 'zh' ? '否' : 'no',
  STATE_WORDS[row.state][lang],
  row.because ?? '',
  row.carriers.map(({ pack, entry }) => `${pack}/${entry}`).join(' '),
  row.example?.name ?? '',
];
