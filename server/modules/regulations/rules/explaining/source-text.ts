/** The text a rulebook rests on, paragraph by paragraph, with the places of its clauses. */
import type { Clause } from '../loading/clauses.ts';
import type { SourceFile } from '../loading/yaml/yaml-nodes.ts';

/** A stretch of text, and the clauses (or, in a text without a list of clauses, the entries) whose words it holds. */
export interface Run {
  text: string;
  marks: string[];
}

export interface Paragraph {
  heading: boolean;
  runs: Run[];
}

/** A text, or the document of a compilation. */
export interface Chapter {
  /** `L`, `C[08]`; a text nobody has listed the clauses of is called by its file. */
  source: string;
  title: string;
  paragraphs: Paragraph[];
}

interface Mark {
  id: string;
  quote: string;
}

/** A text without the white space in it: some break a line inside a sentence, after a page end. */
interface Bare {
  raw: string;
  text: string;
  /** Place of each of its characters in `raw`. */
  at: number[];
}

function bare(raw: string): Bare {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const character = raw[i] as string;
    if (/\s/.test(character)) continue;
    text += character;
    at.push(i);
  }
  return { raw, text, at };
}

const pressed = (text: string): string => text.replace(/\s+/g, '');

/** @param sourceOf of a clause: documents of a compilation are chapters of their own */
export function chaptersOf(
  files: readonly SourceFile[],
  clauses: Iterable<Clause>,
  sourceOf: (clause: Clause) => string,
): Map<string, Chapter> {
  const byFile = new Map<string, Clause[]>();
  for (const clause of clauses) byFile.set(clause.file, [...(byFile.get(clause.file) ?? []), clause]);
  const chapters = new Map<string, Chapter>();
  for (const [name, own] of byFile) {
    const file = files.find(({ path }) => path === `sources/${name}`);
    if (!file) continue;
    const text = bare(file.text);
    const places = placesOf(
      text,
      own.map(({ id, quote }) => ({ id, quote })),
    );
    const sources = [...new Set(own.map(sourceOf))];
    const starts = sources.map((source, i) => {
      const [first] = own.filter((clause) => sourceOf(clause) === source) as [Clause];
      return i === 0 ? 0 : headingBefore(text, places.get(first.id)?.from ?? 0, titleOf(first));
    });
    for (const [i, source] of sources.entries()) {
      const of = own.filter((clause) => sourceOf(clause) === source);
      const until = starts[i + 1] ?? file.text.length;
      chapters.set(source, {
        source,
        title: titleOf(of[0] as Clause),
        paragraphs: paragraphsOf(
          file.text,
          starts[i] ?? 0,
          until,
          of.flatMap(({ id }) => places.get(id) ?? []),
        ),
      });
    }
  }
  return chapters;
}

/** A text without a list of clauses: where the quotes of entries stand in it. */
export function chapterOfQuotes(file: SourceFile, quotes: readonly Mark[]): Chapter {
  const text = bare(file.text);
  const places = placesOf(text, quotes);
  const title =
    file.text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? file.path;
  return {
    source: file.path.replace(/^sources\//, ''),
    title,
    paragraphs: paragraphsOf(file.text, 0, file.text.length, [...places.values()]),
  };
}

/** `聊城水务集团供水服务管理办法 第一条`, `[08] 自来水有限公司城市供水服务与投诉监管制度 业务接待1` */
const titleOf = ({ section }: Clause): string => section.replace(/^\[\d+\]\s*/, '').split(' ')[0] ?? section;

interface Place {
  id: string;
  from: number;
  until: number;
}

/** Some sentences stand in several documents of a compilation: such a one is taken where its neighbours are. */
function placesOf({ text, at }: Bare, marks: readonly Mark[]): Map<string, Place> {
  const found = marks.map(({ id, quote }) => ({
    id,
    length: pressed(quote).length,
    all: occurrences(text, pressed(quote)),
  }));
  const places = new Map<string, Place>();
  let before = 0;
  for (const [i, { id, length, all }] of found.entries()) {
    if (all.length === 0 || length === 0) continue;
    const next = found.slice(i + 1).find((one) => one.all.length === 1)?.all[0] ?? text.length;
    const start =
      all.length === 1 ? (all[0] as number) : (all.find((one) => one >= before && one <= next) ?? nearest(all, before));
    before = start;
    places.set(id, { id, from: at[start] as number, until: (at[start + length - 1] as number) + 1 });
  }
  return places;
}

const nearest = (all: readonly number[], to: number): number =>
  all.reduce((best, one) => (Math.abs(one - to) < Math.abs(best - to) ? one : best));

function occurrences(text: string, quote: string): number[] {
  const all: number[] = [];
  for (let i = text.indexOf(quote); i >= 0 && quote !== ''; i = text.indexOf(quote, i + 1)) all.push(i);
  return all;
}

/** Where a document begins: at its title, the last before its first clause; else at the line of that clause. */
function headingBefore({ raw, text, at }: Bare, first: number, title: string): number {
  const before = at.findIndex((one) => one >= first);
  const found = text.lastIndexOf(pressed(title), before);
  const place = found < 0 ? first : (at[found] as number);
  return raw.lastIndexOf('\n', place) + 1;
}

const SENTENCE_ENDS = /[。；;，,、.!！?？]$/;
const HEADING = 34;

function paragraphsOf(raw: string, from: number, until: number, places: readonly Place[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [start, end] of linesOf(raw, from, until, places)) {
    const inside = places.filter((one) => one.from < end && one.until > start);
    const text = raw.slice(start, end);
    if (text.trim() === '') continue;
    const heading = inside.length === 0 && text.trim().length <= HEADING && !SENTENCE_ENDS.test(text.trim());
    paragraphs.push({ heading, runs: trimmed(runsOf(raw, start, end, inside)) });
  }
  return paragraphs;
}

/** Indents of the source are not its words. */
const trimmed = ([first, ...rest]: Run[]): Run[] =>
  first ? [{ ...first, text: first.text.trimStart() }, ...rest] : [];

/** Lines; those a clause runs across are one. */
function linesOf(raw: string, from: number, until: number, places: readonly Place[]): [number, number][] {
  const lines: [number, number][] = [];
  let start = from;
  for (let i = from; i < until; i++) {
    if (raw[i] !== '\n' || places.some((one) => one.from < i && one.until > i)) continue;
    lines.push([start, i]);
    start = i + 1;
  }
  lines.push([start, until]);
  return lines;
}

function runsOf(raw: string, start: number, end: number, inside: readonly Place[]): Run[] {
  const cuts = [
    ...new Set([start, end, ...inside.flatMap((one) => [Math.max(start, one.from), Math.min(end, one.until)])]),
  ];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).flatMap((cut, i) => {
    const from = cuts[i] as number;
    const text = raw
      .slice(from, cut)
      .replace(/\s*\n\s*/g, '')
      .replace(/[ \t\u3000]+/g, ' ');
    const marks = inside.filter((one) => one.from <= from && one.until >= cut).map(({ id }) => id);
    return text === '' || (text.trim() === '' && marks.length === 0) ? [] : [{ text, marks }];
  });
}
