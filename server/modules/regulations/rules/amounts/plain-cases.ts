/** Entries kept as they are written (prices, remedies, metrics, checklists): their cases, and what of them applies. */
import { chooseCase } from '../cases.ts';
import { parseFreeTest, parseWhen } from '../loading/grammar/parse-test.ts';
import { nodeOf } from '../loading/yaml/node-of.ts';
import type { Facts } from '../match.ts';
import type { PlainEntry, When } from '../pack.ts';
import { ErrorList } from '../pack-error.ts';
import type { Vocabulary } from '../vocabulary.ts';

export type Body = Record<string, unknown>;

export interface PlainCase {
  when?: When;
  /** The entry's keys, replaced by those of the case. */
  body: Body;
  article: string;
}

const read = new WeakMap<PlainEntry, PlainCase[]>();

/** At least one; the entry was checked when its rulebook was loaded. */
export function casesOf(entry: PlainEntry, words: Vocabulary): PlainCase[] {
  let cases = read.get(entry);
  if (!cases) {
    const { cases: written, ...own } = entry.body;
    cases = Array.isArray(written)
      ? written.map((one: Body): PlainCase => {
          const when = whenOf(one.when, words);
          const { when: _when, ...rest } = one;
          return {
            ...(when ? { when } : {}),
            body: { ...own, ...rest },
            article: textOf(one.article) ?? entry.article,
          };
        })
      : [{ body: own, article: entry.article }];
    read.set(entry, cases);
  }
  return cases;
}

/** The case that applies; several while facts are unknown that would decide, and which those are. */
export function chosen(
  entry: PlainEntry,
  facts: Facts,
  words: Vocabulary,
): { cases: PlainCase[]; asks: string[]; none: boolean } {
  const cases = casesOf(entry, words);
  const { outcomes, asks } = chooseCase(cases, facts, words);
  const indices = new Set(outcomes.flatMap((one) => (entry.body.overlap === 'first' ? one.slice(0, 1) : one)));
  return {
    cases: [...indices].sort((a, b) => a - b).map((index) => cases[index] as PlainCase),
    asks,
    none: outcomes.every((one) => one.length === 0),
  };
}

/** A `when` or `where` kept as it was written. */
export const whenOf = (written: unknown, words: Vocabulary): When | undefined =>
  written === undefined || written === null ? undefined : parseWhen(nodeOf(written), words, new ErrorList(), {});

/** The `test` of an item of a checklist. */
export const testOf = (written: unknown, words: Vocabulary): When | undefined =>
  written === undefined || written === null ? undefined : parseFreeTest(nodeOf(written), words, new ErrorList(), {});

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** One text or a list of them. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(one) ?? []);

export const bodyOf = (value: unknown): Body | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
