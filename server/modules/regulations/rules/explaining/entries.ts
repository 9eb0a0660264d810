/** An entry of a rulebook as it is read: what it is called, what it says in words, on what it rests. */

import { SECTIONS, type Section } from '../loading/discover.ts';
import type { CaseOf, Cited, Pack, PlainEntry, TermEntry, Timing, When } from '../pack.ts';
import { asWords } from '../vocabulary.ts';
import { showWhen, valueName } from './conditions.ts';
import { approvalName, deskTerm, formName, type Language, noticeName, ownName, showQuote } from './explain-words.ts';
import { type Body, bodyLines } from './plain.ts';
import { ownLines } from './plain-sections.ts';
import { openKeyName, thingName } from './things.ts';
import { isUnconfirmed, type Line, showTiming, timingLines } from './timings.ts';

export interface CaseShown {
  /** Empty: the rest, or the only one. */
  when: string;
  says: string;
  lines: Line[];
  article: string;
  quote: string;
  clauses: string[];
  reading: string | null;
  /** A vague word whose value the utility has not confirmed. */
  unconfirmed: boolean;
}

export interface EntryShown {
  /** `clocks.finish` */
  key: string;
  section: Section;
  id: string;
  name: string;
  article: string;
  quote: string;
  clauses: string[];
  /** 理解 */
  reading: string | null;
  /** 暂定: what the source leaves open, in words. */
  assumed: string[];
  /** 待确认 */
  unconfirmed: boolean;
  /** Pack, file and line it was written in. */
  source: { pack: string; file: string; line: number } | null;
  when: string;
  lines: Line[];
  cases: CaseShown[];
}

export function entriesShown(pack: Pack, lang: Language): EntryShown[] {
  return SECTIONS.flatMap((section) =>
    (pack[section] as readonly (Cited | TermEntry)[]).map((entry) => shown(pack, section, entry, lang)),
  );
}

function shown(pack: Pack, section: Section, entry: Cited | TermEntry, lang: Language): EntryShown {
  const cases = casesOf(pack, section, entry, lang);
  const lines = ownLines(pack, section, entry.id, lang);
  return {
    key: `${section}.${entry.id}`,
    section,
    id: entry.id,
    name: entryName(pack, section, entry.id, lang),
    article: entry.article ?? '',
    quote: showQuote(entry.quote ?? ''),
    clauses: [...new Set([...(entry.clauses ?? []), ...cases.flatMap(({ clauses }) => clauses)])],
    reading: entry.reading ?? null,
    assumed: (entry.assumed ?? []).map((key) => openKeyName(key, lang)),
    unconfirmed:
      cases.some(({ unconfirmed }) => unconfirmed) ||
      (section === 'limits' && pack.limits.some(({ id, confirmed }) => id === entry.id && !confirmed)),
    source: entry.source ?? null,
    when: showWhen(pack, (entry as { when?: When }).when, lang),
    lines,
    cases,
  };
}

export function entryName(pack: Pack, section: Section, id: string, lang: Language): string {
  const before = (milestone: string): string =>
    lang === 'zh' ? `${deskTerm(pack, milestone, 'zh')}之前` : `before “${deskTerm(pack, milestone, 'en')}”`;
  const plain = (): Body => (pack[section] as readonly PlainEntry[]).find((one) => one.id === id)?.body ?? {};
  // What has no name of its own is called by how its sentence begins.
  const byQuote = (): string => {
    const { quote } = (pack[section] as readonly { id: string; quote?: string }[]).find((one) => one.id === id) ?? {};
    const sentence = showQuote(quote ?? '');
    return lang === 'zh' && sentence !== '' ? shortened(sentence) : asWords(id);
  };
  switch (section) {
    case 'organization':
      return thingName(pack, id, lang);
    case 'terms':
      return (lang === 'zh' ? pack.terms.find((one) => one.id === id)?.words[0] : undefined) ?? asWords(id);
    case 'limits': {
      const limit = pack.limits.find((one) => one.id === id);
      return limit?.words.map((word) => `“${word}”`).join('') || limit?.document || asWords(id);
    }
    case 'clocks':
      return ownName(pack, id, lang);
    case 'notices':
      return noticeName(pack, id, lang);
    case 'approvals':
      return approvalName(pack, id, lang);
    case 'forms':
      return formName(pack, id, lang);
    case 'gates':
      return before(pack.gates.find((one) => one.id === id)?.blocks ?? '');
    case 'routing': {
      const to = pack.routing.find((one) => one.id === id)?.cases[0]?.value.to;
      return to === undefined ? asWords(id) : thingName(pack, to, lang);
    }
    case 'texts':
      return byQuote();
    case 'duties': {
      const { makes, until } = plain();
      const said = bodyLines(pack, makes === undefined ? (until === undefined ? {} : { until }) : { makes }, lang)[0];
      return said?.value ?? byQuote();
    }
    case 'hours':
      return lang === 'zh' ? '工作时间' : asWords(id);
    case 'pauses':
      return lang === 'zh' ? '暂停计时' : asWords(id);
    case 'prices':
      return typeof plain().charge === 'string' && lang === 'zh' ? String(plain().charge) : asWords(id);
    default:
      return byQuote();
  }
}

const SHORT = 18;
const shortened = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text);

interface WithCases {
  cases?: readonly CaseOf<unknown>[];
  timing?: Timing;
}

function casesOf(pack: Pack, section: Section, entry: Cited | TermEntry, lang: Language): CaseShown[] {
  const { cases, timing } = entry as WithCases;
  switch (section) {
    case 'clocks':
    case 'notices':
    case 'approvals': {
      const all = (cases ??
        (timing ? [{ ...(entry as Cited), when: undefined, value: timing }] : [])) as readonly CaseOf<Timing>[];
      return all.map((one) => ({
        ...citedCase(pack, one, lang),
        says: showTiming(pack, one.value, lang),
        lines: timingLines(pack, one.value, lang),
        unconfirmed: isUnconfirmed(one.value),
      }));
    }
    case 'routing':
      return (cases as Pack['routing'][number]['cases']).map((one) => ({
        ...citedCase(pack, one, lang),
        says: thingName(pack, one.value.to, lang),
        lines: withLines(pack, one.value.with, lang),
        unconfirmed: false,
      }));
    case 'terms':
      return ((entry as TermEntry).is ?? []).map(({ when, is }) =>
        bare(showWhen(pack, when, lang), valueName(pack, entry.id, is, lang)),
      );
    case 'duties':
    case 'metrics':
    case 'remedies':
    case 'checklists':
    case 'prices': {
      const written = (entry as PlainEntry).body.cases;
      return Array.isArray(written) ? written.map((one: Body) => plainCase(pack, one, lang)) : [];
    }
    default:
      return [];
  }
}

const bare = (when: string, says: string): CaseShown => ({
  when,
  says,
  lines: [],
  article: '',
  quote: '',
  clauses: [],
  reading: null,
  unconfirmed: false,
});

const citedCase = (pack: Pack, one: CaseOf<unknown>, lang: Language) => ({
  when: showWhen(pack, one.when, lang),
  article: one.article,
  quote: showQuote(one.quote),
  clauses: one.clauses,
  reading: one.reading ?? null,
});

const withLines = (pack: Pack, units: readonly string[], lang: Language): Line[] =>
  units.length === 0
    ? []
    : [
        {
          label: lang === 'zh' ? '配合' : 'With',
          value: units.map((one) => thingName(pack, one, lang)).join(lang === 'zh' ? '、' : ', '),
        },
      ];

/** As it was written: its conditions are values of facts. */
function plainCase(pack: Pack, { when, article, quote, clauses, reading, ...says }: Body, lang: Language): CaseShown {
  const [first, ...lines] = bodyLines(pack, says, lang);
  const facts = Object.entries((when ?? {}) as Record<string, unknown>).map(([fact, value]) => {
    const test = Array.isArray(value) ? value : [value];
    return { facts: { [fact]: { op: 'any-of' as const, values: test as (string | number | boolean)[] } } };
  });
  return {
    ...bare(facts.map((one) => showWhen(pack, one, lang)).join(lang === 'zh' ? '，' : ', '), first?.value ?? ''),
    lines,
    article: String(article ?? ''),
    quote: showQuote(String(quote ?? '')),
    clauses: Array.isArray(clauses) ? clauses.map(String) : [],
    reading: reading === undefined ? null : String(reading),
  };
}
