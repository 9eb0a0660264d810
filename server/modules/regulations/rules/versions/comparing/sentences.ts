/** Differences in plain words: `井盖丢失、损坏 · 办理：48 小时 → 12 小时`. */
import { showWhen } from '../../explaining/conditions.ts';
import type { Language } from '../../explaining/explain-words.ts';
import type { Section } from '../../loading/discover.ts';
import type { Pack } from '../../pack.ts';
import type { Words } from '../../vocabulary.ts';
import { type Change, comparePacks } from './compare.ts';
import { entryName, keyName, sectionName } from './names.ts';
import { showValue } from './values.ts';

export interface Difference extends Pick<Change, 'section' | 'entry' | 'kind' | 'key' | 'article'> {
  /** Only where it is cited from and how it was read: no rule differs by it. */
  cited: boolean;
  /** What the entry is called. */
  name: Words;
  /** For whom; empty: for all. */
  condition: Words;
  /** Short: long texts around what differs in them. Empty: nothing. */
  from: Words;
  to: Words;
  text: Words;
}

type Entry = Pack[Section][number];

const CITED = new Set(['id', 'article', 'quote', 'clauses', 'reading', 'source']);

const both = (say: (lang: Language) => string): Words => ({ zh: say('zh'), en: say('en') });

/** Of `before` and `after`, in the order of the sections. */
export const differencesOf = (before: Pack, after: Pack): Difference[] =>
  comparePacks(before, after).map((change) => tell(change, before, after));

function tell(change: Change, before: Pack, after: Pack): Difference {
  const { section, entry, kind, key, article } = change;
  const book = kind === 'dropped' ? before : after;
  const found = section === 'head' ? undefined : entryOf(change, [book, after]);
  const name = both((lang) =>
    section !== 'head' && found ? entryName(book, section, found, lang) : keyName(entry, lang),
  );
  const condition = both((lang) => conditionOf(change, book, found, lang));
  const last = key.split('.').at(-1) ?? key;
  const [from, to] = valuesOf(change, last, before, after);
  const text = both((lang) => sentence(change, { name, condition, from, to }, lang));
  const cited = kind === 'changed' && CITED.has(key);
  return { section, entry, kind, key, article, cited, name, condition, from, to, text };
}

/** Of the case that is dropped the entry may have another id by now. */
function entryOf({ section, entry }: Change, books: readonly Pack[]): Entry | undefined {
  for (const book of books) {
    const found = section === 'head' ? undefined : (book[section] as Entry[]).find(({ id }) => id === entry);
    if (found) return found;
  }
  return undefined;
}

function conditionOf({ when, rest }: Change, book: Pack, entry: Entry | undefined, lang: Language): string {
  const own = entry && 'when' in entry ? showWhen(book, entry.when, lang) : '';
  const inner = when ? showWhen(book, when, lang) : rest ? (lang === 'zh' ? '其余' : 'the rest') : '';
  return [own, inner].filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ');
}

function valuesOf(change: Change, key: string, before: Pack, after: Pack): [Words, Words] {
  const { kind, from, to } = change;
  if (kind === 'moved') return [list(from, after, change), list(to, after, change)];
  if (kind !== 'changed') {
    const gist = (value: unknown, book: Pack) =>
      both((lang) => (value === undefined ? '' : gistOf(book, change, value, lang)));
    return [gist(from, before), gist(to, after)];
  }
  const pair = (lang: Language) => excerpt(showValue(before, key, from, lang), showValue(after, key, to, lang));
  const [zh, en] = [pair('zh'), pair('en')];
  return [
    { zh: zh[0], en: en[0] },
    { zh: zh[1], en: en[1] },
  ];
}

const list = (value: unknown, book: Pack, { section }: Change): Words =>
  both((lang) =>
    (value as unknown[])
      .map((one) => {
        if (typeof one !== 'string') return showValue(book, 'when', one, lang);
        const entry = section === 'head' ? undefined : (book[section] as Entry[]).find(({ id }) => id === one);
        return section !== 'head' && entry ? entryName(book, section, entry, lang) : one;
      })
      .join(lang === 'zh' ? '、' : ', '),
  );

/** The one thing a reader asks of an entry that is new or gone: how long, to whom, how much, which words. */
function gistOf(book: Pack, { key }: Change, value: unknown, lang: Language): string {
  const own = value as Record<string, unknown>;
  const fields = {
    ...own,
    ...((own.body as object | undefined) ?? {}),
    ...((own.timing as object | undefined) ?? {}),
    ...((own.value as object | undefined) ?? {}),
  } as Record<string, unknown>;
  const cases = key === '' && Array.isArray(own.cases) ? (own.cases as { value?: Record<string, unknown> }[]) : [];
  const of = (one: Record<string, unknown>): string => {
    for (const name of [
      'within',
      'before',
      'every',
      'rate',
      'give',
      'target',
      'text',
      'require',
      'to',
      'value',
      'name',
    ])
      if (one[name] !== undefined) {
        const lead = name === 'before' && one.lead !== undefined ? ` ${showValue(book, 'lead', one.lead, lang)}` : '';
        const told = showValue(book, name, one[name], lang);
        return name === 'before' ? (lang === 'zh' ? `${told}前${lead}` : `${lead.trim()} before ${told}`.trim()) : told;
      }
    return '';
  };
  const gists = cases.length > 0 ? [...new Set(cases.map(({ value: inner }) => of(inner ?? {})))] : [of(fields)];
  return shorten(gists.filter((gist) => gist !== '').join(lang === 'zh' ? '、' : ', '));
}

const LONG = 60;
const shorten = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text);

/** Of two long texts what differs, with a little before and after. */
export function excerpt(from: string, to: string): [string, string] {
  if (from.length <= LONG && to.length <= LONG) return [from, to];
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  )
    tail++;
  const around = 12;
  const cut = (text: string): string => {
    const [start, end] = [Math.max(0, head - around), Math.min(text.length, text.length - tail + around)];
    const middle = text.slice(start, end);
    const most = LONG * 3;
    const short = middle.length > most ? `${middle.slice(0, most - 1)}…` : middle;
    return `${start > 0 ? '…' : ''}${short}${end < text.length ? '…' : ''}`;
  };
  return [cut(from), cut(to)];
}

/** What needs no name: everybody knows a clock has a limit and a text words. */
const PLAIN = new Set(['within', 'lead', 'rate', 'text', 'value', 'to', 'target', 'give']);

type Told = Pick<Difference, 'name' | 'condition' | 'from' | 'to'>;

function sentence({ section, kind, key }: Change, { name, condition, from, to }: Told, lang: Language): string {
  const zh = lang === 'zh';
  const dot = ' · ';
  const what =
    section === 'head' ? keyName(key, lang) : [condition[lang], name[lang]].filter((p) => p !== '').join(dot);
  const [was, is] = [from[lang], to[lang]];
  const colon = zh ? '：' : ': ';
  const gist = (text: string) => (text === '' || text === name[lang] ? '' : `${colon}${text}`);
  if (kind === 'added' || kind === 'dropped') {
    const thing = key === 'cases' ? keyName('cases', lang) : sectionName(section, lang);
    const told = kind === 'added' ? is : was;
    if (zh) return `${kind === 'added' ? '新增' : '取消'}${thing}${dot}${what}${gist(told)}`;
    return `${kind === 'added' ? 'New' : 'Dropped'} ${thing}${dot}${what}${gist(told)}`;
  }
  if (kind === 'moved') {
    const thing = key === 'cases' ? `${what} ${keyName('cases', lang)}` : sectionName(section, lang);
    return zh
      ? `${thing}次序：${shorten(was)} → ${shorten(is)}`
      : `Order of ${thing}: ${shorten(was)} → ${shorten(is)}`;
  }
  const label = section === 'head' || PLAIN.has(key) ? '' : `${dot}${keyName(key, lang)}`;
  return `${what}${label}${colon}${was} → ${is}`;
}
