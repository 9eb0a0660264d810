/**
 * 比较: two rulebooks, or two versions of one, difference by difference. Nothing that a rulebook says can differ
 * without a difference that names its entry; where it stands in a file says nothing.
 */

import { SECTIONS, type Section } from '../../loading/discover.ts';
import type { CaseOf, Pack, When } from '../../pack.ts';
import { alike, isWhole, meaning } from './values.ts';

export interface Change {
  section: Section | 'head';
  /** Of the head: the key. */
  entry: string;
  kind: 'added' | 'dropped' | 'changed' | 'moved';
  /** Keys down to what differs: `within`, `tiers.2.rate`; empty: the whole entry, or the whole case. */
  key: string;
  /** For which case; absent: the entry itself, or all its cases. */
  when?: When;
  /** That case, counted from 1, where it has no condition and so is the rest. */
  rest?: true;
  /** As it stands in each; undefined: not there. */
  from: unknown;
  to: unknown;
  /** Of the case, else of the entry. */
  article: string;
}

type Entry = Pack[Section][number];
type Fields = Record<string, unknown>;

const HEAD = [
  'pack',
  'version',
  'utility',
  'effective',
  'source',
  'extends',
  'timezone',
  'holidays',
  'currency',
  'warn',
] as const;

export function comparePacks(before: Pack, after: Pack): Change[] {
  const head = HEAD.flatMap((key): Change[] =>
    alike(before[key], after[key])
      ? []
      : [{ section: 'head', entry: key, kind: 'changed', key, from: before[key], to: after[key], article: '' }],
  );
  return [...head, ...SECTIONS.flatMap((section) => compareSection(before, after, section))];
}

function compareSection(before: Pack, after: Pack, section: Section): Change[] {
  const [old, now] = [before[section] as Entry[], after[section] as Entry[]];
  if (old === now) return [];
  const pairs = pairsOf(section, old, now);
  const paired = new Set([...pairs].flat());
  const whole = (entry: Entry, kind: 'added' | 'dropped'): Change => ({
    section,
    entry: entry.id,
    kind,
    key: '',
    from: kind === 'dropped' ? entry : undefined,
    to: kind === 'added' ? entry : undefined,
    article: entry.article ?? '',
  });
  return [
    ...pairs.flatMap(([a, b]) => compareEntries(section, a, b, before.pack === after.pack)),
    ...now.filter((entry) => !paired.has(entry)).map((entry) => whole(entry, 'added')),
    ...old.filter((entry) => !paired.has(entry)).map((entry) => whole(entry, 'dropped')),
    ...moved(section, pairs, now),
  ];
}

/** By id; what is left by what it is about, where only one in each is about that. */
function pairsOf(section: Section, old: readonly Entry[], now: readonly Entry[]): [Entry, Entry][] {
  const ids = new Map(now.map((entry) => [entry.id, entry]));
  const pairs = old.flatMap((entry): [Entry, Entry][] => {
    const same = ids.get(entry.id);
    return same ? [[entry, same]] : [];
  });
  const paired = new Set(pairs.flat());
  const left = (entries: readonly Entry[]) =>
    single(
      entries.filter((entry) => !paired.has(entry)),
      section,
    );
  const others = left(now);
  for (const [about, entry] of left(old)) {
    const same = others.get(about);
    if (same) pairs.push([entry, same]);
  }
  return pairs;
}

function single(entries: readonly Entry[], section: Section): Map<string, Entry> {
  const found = new Map<string, Entry | null>();
  for (const entry of entries) {
    const about = aboutOf(section, entry);
    if (about !== null) found.set(about, found.has(about) ? null : entry);
  }
  return new Map([...found].flatMap(([about, entry]) => (entry ? [[about, entry]] : [])));
}

/** What makes it the same rule under another id; null: nothing but the id does. */
function aboutOf(section: Section, entry: Entry): string | null {
  const one = entry as unknown as Fields;
  const body = (one.body ?? {}) as Fields;
  switch (section) {
    case 'clocks':
      return meaning([one.when, one.from, one.until]);
    case 'notices':
      return meaning([one.when, one.from, one.to, (one.cases as CaseOf<Fields>[])[0]?.value.before]);
    case 'routing':
      return meaning([one.when]);
    case 'approvals':
      return meaning([one.when, one.of]);
    case 'prices':
      return meaning([one.when, body.charge]);
    case 'organization':
      return meaning([one.name]);
    default:
      return null;
  }
}

/** The first of those both have that stands at another place among them. */
function moved(section: Section, pairs: readonly [Entry, Entry][], now: readonly Entry[]): Change[] {
  const place = new Map(now.map((entry, index) => [entry, index]));
  const order = pairs.map(([, entry]) => place.get(entry) as number);
  // pairs found by id stand in the order they had
  const sorted = [...order].sort((a, b) => a - b);
  const first = order.findIndex((index, i) => index !== sorted[i]);
  if (first < 0) return [];
  const [, entry] = pairs[first] as [Entry, Entry];
  const names = (list: readonly number[]) => list.map((index) => now[index]?.id ?? '');
  return [
    {
      section,
      entry: entry.id,
      kind: 'moved',
      key: '',
      from: names(order),
      to: names(sorted),
      article: entry.article ?? '',
    },
  ];
}

/** Told elsewhere, or no part of what a rulebook says. */
const APART = new Set(['id', 'source', 'cases', 'timing']);

function compareEntries(section: Section, before: Entry, after: Entry, sameBook: boolean): Change[] {
  if (alike(before, after)) return [];
  const [a, b] = [before as unknown as Fields, after as unknown as Fields];
  const at = { section, entry: after.id, article: after.article ?? '' };
  const changed = (key: string, from: unknown, to: unknown): Change => ({ ...at, kind: 'changed', key, from, to });
  const own: Change[] = [];
  // another rulebook has its own ids
  if (before.id !== after.id && sameBook) own.push(changed('id', before.id, after.id));
  for (const key of keysOf(a, b))
    if (!APART.has(key) && key !== 'body') own.push(...leaves(key, a[key], b[key]).map((l) => changed(...l)));
  const timings = [a.timing, b.timing] as [Fields | undefined, Fields | undefined];
  for (const key of keysOf(timings[0] ?? {}, timings[1] ?? {}))
    own.push(...leaves(key, timings[0]?.[key], timings[1]?.[key]).map((l) => changed(...l)));
  const body = [(a.body ?? {}) as Fields, (b.body ?? {}) as Fields] as const;
  for (const key of keysOf(...body)) own.push(...leaves(key, body[0][key], body[1][key]).map((l) => changed(...l)));
  if (!isCases(a.cases) || !isCases(b.cases))
    return [...own, ...(alike(a.cases, b.cases) ? [] : leaves('cases', a.cases, b.cases).map((l) => changed(...l)))];
  return [...own, ...compareCases(at, a.cases, b.cases, own)];
}

const keysOf = (a: Fields, b: Fields): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

type AnyCase = CaseOf<Fields>;
/** With values of their own; those of hours are told as they are written. */
const isCases = (value: unknown): value is AnyCase[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'value' in one);

function compareCases(
  at: Pick<Change, 'section' | 'entry' | 'article'>,
  old: AnyCase[],
  now: AnyCase[],
  own: readonly Change[],
): Change[] {
  const pairs = pairCases(old, now);
  const paired = new Set(pairs.flat());
  const of = (one: AnyCase, count: number) => ({
    ...at,
    article: one.article || at.article,
    ...(one.when ? { when: one.when } : count > 1 ? { rest: true as const } : {}),
  });
  const count = Math.max(old.length, now.length);
  const told = new Set(own.map(sameChange));
  const found = pairs.flatMap(([a, b]) =>
    [
      ...(['article', 'quote', 'clauses', 'reading', 'when'] as const).map((key) => [key, a[key], b[key]] as const),
      ...keysOf(a.value, b.value).map((key) => [key, a.value[key], b.value[key]] as const),
    ].flatMap(([key, from, to]) =>
      leaves(key, from, to).map((leaf): Change => {
        const [path, was, is] = leaf;
        return { ...of(b, count), kind: 'changed', key: path, from: was, to: is };
      }),
    ),
  );
  const changes = common(
    found.filter((change) => !told.has(sameChange(change))),
    pairs.length === old.length && old.length === now.length ? pairs.length : 0,
    at.article,
  );
  const whole = (one: AnyCase, kind: 'added' | 'dropped'): Change => ({
    ...of(one, count),
    kind,
    key: 'cases',
    from: kind === 'dropped' ? one : undefined,
    to: kind === 'added' ? one : undefined,
  });
  const order = pairs.map(([, one]) => now.indexOf(one));
  const swapped = order.some((index, i) => i > 0 && index < (order[i - 1] as number));
  const conditions = (cases: AnyCase[]) => cases.map(({ when }) => when ?? { facts: {} });
  return [
    ...changes,
    ...now.filter((one) => !paired.has(one)).map((one) => whole(one, 'added')),
    ...old.filter((one) => !paired.has(one)).map((one) => whole(one, 'dropped')),
    ...(swapped ? [{ ...at, kind: 'moved' as const, key: 'cases', from: conditions(old), to: conditions(now) }] : []),
  ];
}

const sameChange = ({ key, from, to }: Change): string => meaning([key, from, to]);

/** What changes in every case alike is told once. */
function common(changes: readonly Change[], cases: number, article: string): Change[] {
  const counts = new Map<string, number>();
  for (const change of changes) counts.set(sameChange(change), (counts.get(sameChange(change)) ?? 0) + 1);
  const told = new Set<string>();
  return changes.flatMap((change) => {
    const key = sameChange(change);
    if (cases < 2 || counts.get(key) !== cases) return [change];
    if (told.has(key)) return [];
    told.add(key);
    const { when: _when, rest: _rest, ...all } = change;
    return [{ ...all, article }];
  });
}

/** Of the same condition; then those of the same article, or the same value, whose condition changed. */
function pairCases(old: readonly AnyCase[], now: readonly AnyCase[]): [AnyCase, AnyCase][] {
  const pairs: [AnyCase, AnyCase][] = [];
  let [left, others] = [[...old], [...now]];
  for (const key of ['when', 'article', 'value'] as const) {
    for (const one of left) {
      const same = others.find((other) => alike(other[key], one[key]));
      if (!same) continue;
      pairs.push([one, same]);
      others = others.filter((other) => other !== same);
    }
    left = left.filter((one) => !pairs.some(([a]) => a === one));
  }
  return pairs.sort(([a], [b]) => old.indexOf(a) - old.indexOf(b));
}

type Leaf = [key: string, from: unknown, to: unknown];

/** Down to what differs. Lists of things with ids are compared thing by thing. */
function leaves(key: string, from: unknown, to: unknown, name = key): Leaf[] {
  if (alike(from, to)) return [];
  if (isWhole(name, from ?? to) || isWhole(name, to ?? from)) return [[key, from, to]];
  if (isFields(from) && isFields(to))
    return keysOf(from, to).flatMap((inner) => leaves(`${key}.${inner}`, from[inner], to[inner], inner));
  if (isList(from) && isList(to)) {
    const [old, now] = [named(from), named(to)];
    const inner = keysOf(old, now).flatMap((one) => leaves(`${key}.${one}`, old[one], now[one], one));
    return inner.length > 0 ? inner : [[key, from, to]];
  }
  return [[key, from, to]];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is Fields[] => Array.isArray(value) && value.length > 0 && value.every(isFields);
/** By id where each has its own, else by place. */
function named(list: readonly Fields[]): Fields {
  const ids = list.map(({ id }) => id);
  const own = ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
  return Object.fromEntries(list.map((one, index) => [own ? String(ids[index]) : String(index + 1), one]));
}
