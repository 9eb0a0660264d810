/** Duties, metrics, remedies, checklists and prices in words: they are kept as they were written. */

import { vocabularyOf } from '../match.ts';
import type { Pack } from '../pack.ts';
import { asWords } from '../vocabulary.ts';
import { factName, valueName } from './conditions.ts';
import { formName, type Language, ownName, showLimit, showTerm } from './explain-words.ts';
import { keyName, thingName } from './things.ts';
import { type Line, showEvery } from './timings.ts';

export type Body = Record<string, unknown>;

const LEVELS: Record<string, Record<Language, string>> = {
  must: { zh: '必须', en: 'must' },
  should: { zh: '应当', en: 'should' },
  may: { zh: '可以', en: 'may' },
  'must-not': { zh: '不得', en: 'must not' },
};

const comma = (lang: Language): string => (lang === 'zh' ? '、' : ', ');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What a body says, a line for each key; its cases are told apart. */
export function bodyLines(pack: Pack, body: Body, lang: Language): Line[] {
  return Object.entries(body).flatMap(([key, value]) => {
    if (key === 'cases' || key === 'overlap') return [];
    const text = showKeyed(pack, key, value, lang);
    return text === '' ? [] : [{ label: keyName(key, lang), value: text }];
  });
}

function showKeyed(pack: Pack, key: string, value: unknown, lang: Language): string {
  const each = (tell: (id: string) => string): string => listed(value).map(String).map(tell).join(comma(lang));
  switch (key) {
    case 'every':
      return showEvery(String(value), lang);
    case 'per':
      return showEvery(String(value), lang).replace(/^every /, '');
    case 'within':
    case 'ahead':
      return showLimit(String(value), lang);
    case 'makes':
      return each((id) => vocabularyOf(pack).events.get(id)?.[lang] ?? asWords(id));
    case 'from':
    case 'until':
    case 'before':
      return isRecord(value)
        ? listed(value.all)
            .map((id) => showTerm(pack, String(id), lang))
            .join(lang === 'zh' ? '并' : ' and ')
        : each((id) => showTerm(pack, id, lang));
    case 'to':
    case 'for':
    case 'for-each':
    case 'steps':
      return each((id) => thingName(pack, id, lang));
    case 'form':
      return each((id) => formName(pack, id, lang));
    case 'in-time':
      return each((id) => ownName(pack, id, lang));
    case 'share':
    case 'mean':
    case 'p90':
      return isRecord(value) ? showMeasure(pack, value, lang) : String(value);
    case 'ratio':
      return listed(value)
        .map((one) => (isRecord(one) ? showMeasure(pack, one, lang) : String(one)))
        .join(' ÷ ');
    case 'items':
      return listed(value)
        .map((one) => (isRecord(one) ? showItem(one, lang) : String(one)))
        .join(lang === 'zh' ? '；' : '; ');
    case 'target':
      return String(value)
        .replace('>=', '≥')
        .replace('<=', '≤')
        .replace(/ min$/, lang === 'zh' ? ' 分钟' : ' min');
    case 'forbidden':
      return value === true ? (lang === 'zh' ? '不得收取' : 'must not be charged') : '';
    default:
      return showAny(pack, value, lang);
  }
}

function showMeasure(pack: Pack, { of, where, value, sum }: Record<string, unknown>, lang: Language): string {
  const at = of === undefined ? '' : showTerm(pack, String(of), lang);
  const fact = value ?? sum;
  const what = fact === undefined ? '' : factOrThing(pack, String(fact), lang);
  const when = isRecord(where)
    ? Object.entries(where)
        .map(([name, one]) => `${factName(pack, name, lang)} ${showFact(pack, name, one, lang)}`)
        .join(comma(lang))
    : '';
  if (lang === 'zh') return [at && `“${at}”中`, when, what].filter(Boolean).join(when ? '，' : '');
  return [what, when, at && `of “${at}”`].filter(Boolean).join(' ');
}

function factOrThing(pack: Pack, id: string, lang: Language): string {
  return vocabularyOf(pack).facts.has(id) ? factName(pack, id, lang) : thingName(pack, id, lang);
}

const showFact = (pack: Pack, name: string, value: unknown, lang: Language): string =>
  listed(value)
    .map((one) =>
      typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'
        ? valueName(pack, name, one, lang).replace('>=', '≥').replace('<=', '≤')
        : JSON.stringify(one),
    )
    .join(comma(lang));

function showItem({ text, level }: Record<string, unknown>, lang: Language): string {
  const word = typeof level === 'string' ? LEVELS[level]?.[lang] : undefined;
  return `${word === undefined ? '' : `${word}${lang === 'zh' ? '：' : ': '}`}${String(text ?? '')}`;
}

function showAny(pack: Pack, value: unknown, lang: Language): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => showAny(pack, one, lang)).join(comma(lang));
  if (isRecord(value))
    return bodyLines(pack, value, lang)
      .map((one) => `${one.label} ${one.value}`)
      .join(comma(lang));
  return typeof value === 'string' && /^[a-z][a-z-]*$/.test(value) ? factOrThing(pack, value, lang) : String(value);
}
