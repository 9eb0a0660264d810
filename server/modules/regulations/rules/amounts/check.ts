/** A checklist gone through: of each item whether it is met, from facts where it has a `test`, else from what the inspector saw. */
import { parseTimeOfDay } from '../loading/parse-limit.ts';
import { type Facts, factValue, testFacts } from '../match.ts';
import type { FactValue, PlainEntry, Test } from '../pack.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { bodyOf, casesOf, chosen, testOf, textOf, whenOf } from './plain-cases.ts';

export const LEVELS = ['must', 'should', 'may', 'must-not'] as const;
export type Level = (typeof LEVELS)[number];

/** What the inspector saw: it is so, it is not so, it does not arise here. */
export type Seen = 'yes' | 'no' | 'not-here';

export interface CheckItem {
  /** Place in the checklist, from 0. */
  index: number;
  text: string;
  level: Level;
  /** Facts its test asks for, and how they are written down; empty: somebody must look. */
  asks: { fact: string; kind: 'number' | 'time' | 'text' }[];
}

export type Verdict =
  | 'met'
  /** must, must-not. */
  | 'not-met'
  /** should, may: to be wished for. */
  | 'wanting'
  /** Nobody has looked, or a fact is not known. */
  | 'to-look'
  | 'not-here';

export interface Judged extends CheckItem {
  verdict: Verdict;
}

/** Items of a checklist, as the case that applies has them. */
export function itemsOf(entry: PlainEntry, words: Vocabulary, facts?: Facts): CheckItem[] {
  return writtenOf(entry, words, facts).map((one, index) => ({
    index,
    text: one.text,
    level: one.level,
    asks: Object.entries(one.test?.facts ?? {}).map(([fact, test]) => ({ fact, kind: kindOf(test) })),
  }));
}

function kindOf(test: Test): CheckItem['asks'][number]['kind'] {
  if (test.op === 'not') return kindOf(test.test);
  if (test.op === 'and') return test.tests[0] ? kindOf(test.tests[0]) : 'text';
  return test.op === 'range' ? 'number' : test.op === 'clock-range' ? 'time' : 'text';
}

/** What was written down as a fact: `08:30` is a time of the day in minutes. Undefined for what does not fit. */
export function writtenDown(kind: CheckItem['asks'][number]['kind'], text: string): FactValue | undefined {
  const written = text.trim();
  if (kind === 'time') return parseTimeOfDay(written);
  if (kind === 'text') return written === '' ? undefined : written;
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(written) ? Number(written) : undefined;
}

function writtenOf(entry: PlainEntry, words: Vocabulary, facts: Facts | undefined) {
  const cases = facts ? chosen(entry, facts, words).cases : casesOf(entry, words);
  const items = cases[0]?.body.items;
  return (Array.isArray(items) ? items : [items]).flatMap((item) => {
    const body = bodyOf(item);
    const text = body ? textOf(body.text) : textOf(item);
    if (text === undefined) return [];
    const level = LEVELS.find((one) => one === body?.level) ?? 'must';
    return [{ text, level, test: testOf(body?.test, words), when: whenOf(body?.when, words) }];
  });
}

/** @param seen by place of the item; facts go before what somebody saw */
export function judgeChecklist(
  entry: PlainEntry,
  facts: Facts,
  words: Vocabulary,
  seen: Readonly<Record<number, Seen | undefined>>,
): Judged[] {
  const items = itemsOf(entry, words, facts);
  return writtenOf(entry, words, facts).map((one, index): Judged => {
    const item = items[index] as CheckItem;
    if (one.when && testFacts(one.when, facts, words) === false) return { ...item, verdict: 'not-here' };
    const known = one.test && item.asks.every(({ fact }) => isKnown(fact, facts, words));
    const so = known ? testFacts(one.test, facts, words) === true : seenSo(seen[index]);
    return { ...item, verdict: so === 'not-here' ? so : so === undefined ? 'to-look' : verdictOf(one.level, so) };
  });
}

const isKnown = (name: string, facts: Facts, words: Vocabulary): boolean =>
  factValue(name, { op: 'unknown' }, facts, words) !== undefined;

const seenSo = (seen: Seen | undefined): boolean | 'not-here' | undefined =>
  seen === undefined ? undefined : seen === 'not-here' ? seen : seen === 'yes';

function verdictOf(level: Level, so: boolean): Verdict {
  if (level === 'must-not') return so ? 'not-met' : 'met';
  return so ? 'met' : level === 'must' ? 'not-met' : 'wanting';
}

/** Met: nothing that must be is missing, and everything has been looked at. Null: something is still to be looked at. */
export function passed(judged: readonly Judged[]): boolean | null {
  if (judged.some(({ verdict }) => verdict === 'not-met')) return false;
  return judged.some(({ verdict }) => verdict === 'to-look') ? null : true;
}
