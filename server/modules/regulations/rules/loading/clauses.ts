/** The sources a pack rests on: the list of clauses, the texts, and what each entry cites of them. */
import type { CaseOf, Milestones, Pack, PackError, Timing, When } from '../pack.ts';
import { ErrorList, shorten, unknownName } from '../pack-error.ts';
import { passageMeant, placeOf } from './mending/passages.ts';
import { type SourceFile, withoutMark } from './yaml/yaml-nodes.ts';

export interface Clause {
  id: string;
  file: string;
  section: string;
  quote: string;
  parameters: Map<string, string>;
  capability: string;
}

/** `clauses.tsv`: header line, tab separated, no quoting. Undefined without such a file. */
export function readClauses(files: SourceFile[]): Map<string, Clause> | undefined {
  const file = files.find((f) => f.path === 'sources/clauses.tsv');
  if (!file) return undefined;
  const [header = '', ...lines] = withoutMark(file.text).split(/\r?\n/);
  const column = new Map(header.split('\t').map((name, i) => [name, i]));
  const clauses = new Map<string, Clause>();
  for (const line of lines) {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[column.get(name) ?? -1] ?? '';
    if (cell('id') === '') continue;
    clauses.set(cell('id'), {
      id: cell('id'),
      file: cell('seed_file'),
      section: cell('section'),
      quote: cell('quote'),
      parameters: readParameters(cell('parameters')),
      capability: cell('capability'),
    });
  }
  return clauses;
}

/** `deadline=PT24H;dn<=500` — a comparison keeps its sign with the key: `dn<=` → `500`. */
export function readParameters(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const part of text.split(';')) {
    const m = /^([^=<>]+)(<=|>=|<|>|=)(.*)$/.exec(part.trim());
    if (m) parameters.set(m[2] === '=' ? (m[1] ?? '') : `${m[1]}${m[2]}`, m[3] ?? '');
  }
  return parameters;
}

export interface Citation {
  section: string;
  id: string;
  article: string;
  quote: string;
  clauses: string[];
  file: string;
  line: number;
  /** Pack it was written in. */
  pack: string;
  /** The case says why it reads the clause so, or the entry where it has no cases. */
  reading: boolean;
  /** The entry has a reading; its cases may not repeat it. */
  entryReading: boolean;
  timed?: { timing: Timing; when?: When; entryWhen?: When; from?: Milestones; until?: Milestones };
}

const SECTIONS = [
  'organization',
  'terms',
  'hours',
  'limits',
  'clocks',
  'duties',
  'notices',
  'forms',
  'gates',
  'routing',
  'approvals',
  'pauses',
  'metrics',
  'remedies',
  'checklists',
  'prices',
  'texts',
] as const;
const TIMED = new Set(['clocks', 'notices', 'approvals']);

/** Every place of a pack that cites a clause: entries, and the cases that cite their own. */
export function citationsOf(pack: Pack): Citation[] {
  const citations: Citation[] = [];
  for (const section of SECTIONS) {
    for (const entry of pack[section] as (Pack['clocks'][number] & { timing?: Timing })[]) {
      if (!entry.source) continue;
      const base = { section, id: entry.id, entryReading: entry.reading !== undefined };
      const cases = (TIMED.has(section) || section === 'routing' ? (entry.cases ?? []) : []) as CaseOf<Timing>[];
      const timingOf = (timing: Timing | undefined, when?: When): Citation['timed'] =>
        TIMED.has(section) && timing
          ? {
              timing,
              ...(when ? { when } : {}),
              ...(entry.when ? { entryWhen: entry.when } : {}),
              ...(entry.from ? { from: entry.from } : {}),
              ...(entry.until ? { until: entry.until } : {}),
            }
          : undefined;
      const own = cases.length === 0 ? timingOf(entry.timing) : undefined;
      const alone = cases.length === 1 && cases[0]?.source.line === entry.source.line;
      if (!alone)
        citations.push({
          ...base,
          article: entry.article ?? '',
          quote: entry.quote ?? '',
          clauses: entry.clauses ?? [],
          ...at(entry.source),
          reading: base.entryReading,
          ...(own ? { timed: own } : {}),
        });
      for (const c of cases) {
        const timed = timingOf(c.value, c.when);
        citations.push({
          ...base,
          article: c.article,
          quote: c.quote,
          clauses: c.clauses,
          ...at(c.source),
          reading: c.reading !== undefined,
          ...(timed ? { timed } : {}),
        });
      }
    }
  }
  return citations;
}

const at = (source: { pack: string; file: string; line: number }) => ({
  file: source.file,
  line: source.line,
  pack: source.pack,
});

/** Quotes must stand word for word in one of the clauses cited, or in the sources where none is. */
export function checkQuotes(
  packs: Pack[],
  clauses: Map<string, Clause> | undefined,
  files: SourceFile[],
): { count: number; errors: PackError[] } {
  const errors = new ErrorList();
  // Some texts break a line inside a sentence, after a page end.
  const texts = files
    .filter((f) => f.path.startsWith('sources/') && f.path.endsWith('.txt'))
    .flatMap((f) => [f.text, f.text.replace(/\s*\n\s*/g, '')]);
  let count = 0;
  for (const pack of packs) {
    for (const c of citationsOf(pack)) {
      if (c.pack !== pack.pack || c.quote === '') continue;
      count++;
      const written = files.find((f) => f.path === c.file)?.text;
      const place = (word: string) => placeOf(word, written, c);
      const where = { article: c.article, entry: `${c.section}.${c.id}` };
      const known = c.clauses.filter((id) => clauses?.has(id));
      if (clauses) {
        for (const id of c.clauses)
          if (!clauses.has(id)) errors.add(place(id), where, unknownName('clause', id, clauses.keys()));
      }
      if (clauses && known.length > 0 && !known.some((id) => clauses.get(id)?.quote.includes(c.quote))) {
        const passage = passageMeant(
          c.quote,
          known.map((id) => clauses.get(id)?.quote ?? ''),
        );
        const others = [...clauses.values()].filter(({ quote }) => quote.includes(c.quote)).slice(0, 3);
        const elsewhere = others.map(({ id }) => id).join(', ');
        const words = known.map((id) => `${id} ${shorten(clauses.get(id)?.quote ?? '', 120)}`).join(' | ');
        errors.add(place(c.quote), where, {
          code: 'quote-not-in-clause',
          found: shorten(c.quote),
          expected: elsewhere !== '' ? `clauses: [${elsewhere}]` : (passage ?? words),
          zh: `引文与 ${known.join('、')} 的原文不是逐字相同${elsewhere !== '' ? `：这段话在 ${elsewhere}，请写 clauses: [${elsewhere}]` : passage ? `：原文是“${shorten(passage)}”` : `；原文：${words}`}。`,
          en: `The quote does not stand word for word in ${known.join(', ')}${elsewhere !== '' ? `: it is in ${elsewhere}; write clauses: [${elsewhere}]` : passage ? `: the text reads "${shorten(passage)}"` : `; the text: ${words}`}.`,
        });
      } else if (texts.length > 0 && !texts.some((text) => text.includes(c.quote))) {
        const passage = passageMeant(c.quote, texts);
        errors.add(place(c.quote), where, {
          code: 'quote-not-in-source',
          found: shorten(c.quote),
          expected: passage ?? 'sources/*.txt',
          zh: `引文在 sources/ 的原文里找不到${passage ? `：原文是“${shorten(passage)}”` : '，请从原文里照抄'}。`,
          en: `The quote does not stand in any of the texts in sources/${passage ? `: the text reads "${shorten(passage)}"` : '; copy it from there'}.`,
        });
      }
    }
  }
  return { count, errors: errors.sorted() };
}
