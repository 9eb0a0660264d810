/** Conditions of an entry in words: 管径 DN ≥ 300、< 600，产权：集团产权. */

import { vocabularyOf } from '../match.ts';
import type { FactValue, Pack, Test, When } from '../pack.ts';
import { asWords } from '../vocabulary.ts';
import { clockTime, type Language, showTerm } from './explain-words.ts';

const SAY = {
  zh: {
    and: '，',
    or: '或',
    anyOf: '；或者',
    not: (fact: string, what: string) => `${fact}不是${what}`,
    is: (fact: string, what: string) => `${fact}：${what}`,
    no: (fact: string) => `${fact}：否`,
    has: (fact: string, what: string) => `${fact}包含${what}`,
    unknown: (fact: string) => `${fact}不明`,
    both: '且',
    list: '、',
    yes: '是',
    noValue: '否',
    at: (milestone: string) => `${milestone}的时刻`,
    day: (milestone: string) => `${milestone}的日子`,
    now: '当时的时刻',
    today: '当日',
    holiday: '节假日',
    working: '工作日',
    off: '休息日',
  },
  en: {
    and: ', ',
    or: ' or ',
    anyOf: '; or ',
    not: (fact: string, what: string) => `${fact} is not ${what}`,
    is: (fact: string, what: string) => `${fact}: ${what}`,
    no: (fact: string) => `${fact}: no`,
    has: (fact: string, what: string) => `${fact} holds ${what}`,
    unknown: (fact: string) => `${fact} not known`,
    both: ' and ',
    list: ', ',
    yes: 'yes',
    noValue: 'no',
    at: (milestone: string) => `time of “${milestone}”`,
    day: (milestone: string) => `day of “${milestone}”`,
    now: 'time of the day',
    today: 'day',
    holiday: 'holiday',
    working: 'working day',
    off: 'day off',
  },
} as const;

/** Choices of built-in facts. */
const CHOICES: Record<string, Record<Language, string>> = {
  resident: { zh: '居民', en: 'resident' },
  organisation: { zh: '单位', en: 'organisation' },
};

/** A value of a choice by its word in the rulebook. */
export function choiceName(pack: Pack, fact: string, choice: string, lang: Language): string {
  const declared = pack.terms.find(({ id, kind }) => id === fact && kind === 'fact')?.choices;
  const words = declared?.find(({ id }) => id === choice)?.words;
  if (words !== undefined && lang === 'zh') return words;
  return CHOICES[choice]?.[lang] ?? (lang === 'zh' ? choice : asWords(choice));
}

/** A unit, role or district of the organization; undefined: there is none of that id. */
export function unitName(pack: Pack, id: string, lang: Language): string | undefined {
  const unit = pack.organization.find((one) => one.id === id);
  return unit && (lang === 'zh' ? unit.name : asWords(id));
}

export function valueName(pack: Pack, fact: string, value: FactValue, lang: Language): string {
  const say = SAY[lang];
  if (typeof value === 'boolean') return value ? say.yes : say.noValue;
  if (Array.isArray(value)) return value.map((one) => valueName(pack, fact, one, lang)).join(say.list);
  if (typeof value === 'number') return String(value);
  const words = vocabularyOf(pack);
  if (fact === 'event') return words.events.get(value)?.[lang] ?? value;
  if (fact === 'channel') return words.channels.get(value)?.[lang] ?? value;
  if (fact.endsWith('.day')) return value === 'working' ? say.working : value === 'off' ? say.off : value;
  const unit = words.factKind(fact)?.type === 'unit' ? unitName(pack, value, lang) : undefined;
  if (unit !== undefined) return unit;
  return choiceName(pack, fact, value, lang);
}

export function factName(pack: Pack, fact: string, lang: Language): string {
  const say = SAY[lang];
  const known = vocabularyOf(pack).facts.get(fact);
  if (known) return known[lang];
  if (fact === 'now.time') return say.now;
  if (fact === 'now.day') return say.today;
  if (fact === 'now.holiday') return say.holiday;
  const [, milestone, what] = /^(.+)\.(time|day)$/.exec(fact) ?? [];
  if (milestone === undefined) return lang === 'zh' ? fact : asWords(fact);
  return say[what === 'time' ? 'at' : 'day'](showTerm(pack, milestone, lang));
}

/** Empty: it holds of every matter. */
export function showWhen(pack: Pack, when: When | undefined, lang: Language): string {
  if (!when) return '';
  const say = SAY[lang];
  const tests = Object.entries(when.facts).map(([fact, test]) => showTest(pack, fact, test, lang));
  const any = when.any?.map((one) => showWhen(pack, one, lang)).filter((text) => text !== '') ?? [];
  return [...tests, ...(any.length > 0 ? [any.join(say.anyOf)] : [])].join(say.and);
}

/** What happened and through which channel it was told says for itself what it is. */
const SPEAKS = new Set(['event', 'channel']);

function showTest(pack: Pack, fact: string, test: Test, lang: Language): string {
  const say = SAY[lang];
  const name = factName(pack, fact, lang);
  const values = (list: readonly (string | number | boolean)[]): string =>
    list.map((one) => valueName(pack, fact, one, lang)).join(list.length > 2 ? say.list : say.or);
  switch (test.op) {
    case 'any-of':
      if (test.values.length === 1 && test.values[0] === true) return name;
      if (test.values.length === 1 && test.values[0] === false) return say.no(name);
      return SPEAKS.has(fact) ? values(test.values) : say.is(name, values(test.values));
    case 'range':
      return `${name} ${showRange(test, say.list)}`;
    case 'clock-range':
      return `${name} ${clockTime(test.from)}–${clockTime(test.until)}`;
    case 'has':
      return say.has(name, values(test.values));
    case 'unknown':
      return say.unknown(name);
    case 'and':
      return test.tests.map((one) => showTest(pack, fact, one, lang)).join(say.both);
    case 'not':
      if (test.test.op === 'any-of') {
        const [only] = test.test.values;
        if (test.test.values.length === 1 && typeof only === 'boolean') return only ? say.no(name) : name;
        return say.not(name, values(test.test.values));
      }
      if (test.test.op === 'unknown') return say.is(name, lang === 'zh' ? '已知' : 'known');
      return lang === 'zh'
        ? `不是“${showTest(pack, fact, test.test, lang)}”`
        : `not “${showTest(pack, fact, test.test, lang)}”`;
  }
}

function showRange({ min, max, minOpen, maxOpen }: Extract<Test, { op: 'range' }>, comma: string): string {
  if (min !== undefined && min === max && !minOpen && !maxOpen) return `= ${min}`;
  const parts: string[] = [];
  if (min !== undefined) parts.push(`${minOpen ? '>' : '≥'} ${min}`);
  if (max !== undefined) parts.push(`${maxOpen ? '<' : '≤'} ${max}`);
  return parts.join(comma);
}
