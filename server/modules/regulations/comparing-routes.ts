/** Two rulebooks beside each other, and one as its YAML. */
import { Readable } from 'node:stream';
import Type from 'typebox';
import { type FileAnswer, fileRoute, type Route, route } from '../../platform/http/route.ts';
import { ok, type Result } from '../../values/result.ts';
import { parseDay } from '../../values/zone.ts';
import { type Written, writtenRulebook } from './actions/export.ts';
import { rulebookByHash } from './actions/rulebooks.ts';
import type { Language } from './rules/explaining/explain-words.ts';
import { SECTIONS } from './rules/loading/discover.ts';
import type { Pack } from './rules/pack.ts';
import { sectionName } from './rules/versions/comparing/names.ts';
import { type Difference, differencesOf } from './rules/versions/comparing/sentences.ts';
import { writeZip } from './write-zip.ts';

const text = Type.String();
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Book = Type.Object({ hash: text, pack: text, version: text, utility: text });

export const DifferenceView = Type.Object(
  {
    section: text,
    entry: text,
    kind: Type.Enum(['added', 'dropped', 'changed', 'moved']),
    key: text,
    article: text,
    cited: Type.Boolean({ description: '只有条款、引文、解读不同，规则相同' }),
    name: text,
    condition: text,
    from: text,
    to: text,
    text,
  },
  { $id: 'Difference' },
);

export const SectionsView = Type.Array(Type.Object({ section: text, name: text, count: Type.Integer() }));

export const differenceView = (one: Difference, lang: Language) => ({
  ...one,
  name: one.name[lang],
  condition: one.condition[lang],
  from: one.from[lang],
  to: one.to[lang],
  text: one.text[lang],
});

/** Sections that differ, in their order, with how often. */
export const sectionsView = (differences: readonly Difference[], lang: Language) =>
  (['head', ...SECTIONS] as const).flatMap((section) => {
    const count = differences.filter((one) => one.section === section).length;
    return count > 0 ? [{ section, name: sectionName(section, lang), count }] : [];
  });

export const bookView = ({ hash, pack, version, utility }: Pack) => ({ hash, pack, version, utility });

export async function zipOf({ pack, files }: Written): Promise<Result<FileAnswer>> {
  const bytes = await writeZip(
    files,
    new Date(`${parseDay(pack.effective) === null ? '2020-01-01' : pack.effective}T00:00:00Z`),
  );
  return ok({
    mediaType: 'application/zip',
    name: `${pack.pack}-${pack.version}.zip`,
    bytes: bytes.length,
    open: () => Readable.from([bytes]),
  });
}

export const comparingRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/regulations/comparison',
    action: 'regulations.read',
    summary: 'What differs between two rulebooks, in plain words 比较',
    query: Type.Object({ from: Hash, to: Hash }),
    answer: Type.Object({
      from: Book,
      to: Book,
      sections: SectionsView,
      differences: Type.Array(DifferenceView),
    }),
    async handler({ tx, lang, query }) {
      const { from, to } = query as { from: string; to: string };
      const before = await rulebookByHash(tx, from);
      if (!before.ok) return before;
      const after = await rulebookByHash(tx, to);
      if (!after.ok) return after;
      const differences = differencesOf(before.value, after.value);
      return ok({
        from: bookView(before.value),
        to: bookView(after.value),
        sections: sectionsView(differences, lang),
        differences: differences.map((one) => differenceView(one, lang)),
      });
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/regulations/rulebooks/:hash/files',
    action: 'regulations.read',
    summary: 'A rulebook as the YAML it was written in, with that of those it extends 导出',
    params: Type.Object({ hash: Hash }),
    async handler({ tx, params }) {
      const found = await writtenRulebook(tx, (params as { hash: string }).hash);
      return found.ok ? zipOf(found.value) : found;
    },
  }),
];
