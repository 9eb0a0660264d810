/**
 * 留给企业定的: what a rulebook leaves open, as questions to the utility that takes it over. Limits without a
 * number in the source (及时, 第一时间), documents it refers to, and keys an entry marks `assumed`.
 */
import { parse } from 'yaml';
import type { Cited, Pack } from '../../pack.ts';
import { nearest } from '../../pack-error.ts';
import { SECTIONS } from '../discover.ts';
import type { SourceFile } from './yaml-nodes.ts';

type Section = (typeof SECTIONS)[number];
/** An entry as it was written. */
export type Raw = Record<string, unknown>;

export interface Question {
  /** `limits.promptly.value` */
  key: string;
  section: Section;
  entry: string;
  /** Key of the entry that is open. */
  field: string;
  kind: 'limit' | 'document' | 'assumed';
  article: string;
  quote: string;
  /** How the sentence was understood, and why so. */
  reading: string | null;
  /** What the rulebook holds meanwhile, as it is written. */
  assumed: string | null;
  /** Another value can be given; otherwise it is confirmed or the rulebook changed. */
  editable: boolean;
  /** Words of the source it stands for, or the document. */
  words: string[];
}

export interface Answer {
  confirmed: true;
  /** Absent: what was assumed. */
  value?: string | undefined;
}

export type Answers = Record<string, Answer>;

/** Of files that stay the same object, parsed once. */
const parsed = new WeakMap<SourceFile, Record<string, Raw[]>>();
function contents(file: SourceFile): Record<string, Raw[]> {
  const found = parsed.get(file) ?? ((parse(file.text) ?? {}) as Record<string, Raw[]>);
  parsed.set(file, found);
  return found;
}

/** Finds entries as they were written, in the files a rulebook was loaded from. */
export function writtenIn(files: readonly SourceFile[]): (section: Section, entry: Cited) => Raw | undefined {
  return (section, { id, source }) => {
    for (const file of files) {
      if (file.path !== source.file) continue;
      const entries = contents(file)[section];
      const found = Array.isArray(entries) ? entries.find((one) => one.id === id) : undefined;
      if (found) return found;
    }
    return undefined;
  };
}

/** Office hours are asked for on their own. */
const ASKED = SECTIONS.filter((section) => section !== 'hours');

export function questionsOf(pack: Pack, files: readonly SourceFile[]): Question[] {
  const written = writtenIn(files);
  return ASKED.flatMap((section) =>
    (pack[section] as readonly Cited[]).flatMap((entry) => {
      const raw = written(section, entry);
      return raw ? questionsOfEntry(section, entry, raw) : [];
    }),
  );
}

function questionsOfEntry(section: Section, entry: Cited, raw: Raw): Question[] {
  const ask = (field: string, kind: Question['kind']): Question => {
    const value = raw[field];
    const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return {
      key: `${section}.${entry.id}.${field}`,
      section,
      entry: entry.id,
      field,
      kind,
      article: entry.article,
      quote: entry.quote,
      reading: entry.reading ?? null,
      assumed: value === undefined ? null : scalar ? String(value) : JSON.stringify(value),
      editable: scalar && kind !== 'document',
      words: wordsOf(raw),
    };
  };
  const open = new Set(entry.assumed);
  if (section !== 'limits') return [...open].map((field) => ask(field, 'assumed'));
  if (raw.confirmed === true) return [];
  return [ask(raw.document === undefined ? 'value' : 'document', raw.document === undefined ? 'limit' : 'document')];
}

function wordsOf({ words, document }: Raw): string[] {
  if (Array.isArray(words)) return words.map(String);
  return typeof document === 'string' ? [document] : [];
}

/** Answers to nothing that was asked: the nearest question, for whoever misspelt one. */
export function unknownAnswer(
  answers: Answers,
  questions: readonly Question[],
): { found: string; nearest: string } | null {
  const keys = new Set(questions.map(({ key }) => key));
  const found = Object.keys(answers).find((key) => !keys.has(key));
  return found === undefined ? null : { found, nearest: nearest(found, keys) ?? '—' };
}
