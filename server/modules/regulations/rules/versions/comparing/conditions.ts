/** Conditions 条件 in words: for whom an entry is, and which of its cases is meant. */
import { clockTime, type Language, showTerm } from '../../explaining/explain-words.ts';
import { vocabularyOf } from '../../match.ts';
import type { Pack, Test, When } from '../../pack.ts';
import { asWords } from '../../vocabulary.ts';

type Value = string | number | boolean;

/** `管道漏水、爆管，管径 DN ≥ 300`; empty: for everything. */
export function showWhen(pack: Pack, when: When | undefined, lang: Language): string {
  if (!when) return '';
  const facts = Object.entries(when.facts).map(([fact, test]) => showFact(pack, fact, test, lang));
  const any = (when.any ?? []).map((one) => showWhen(pack, one, lang)).filter((text) => text !== '');
  const either = any.length > 0 ? [any.join(lang === 'zh' ? '，或' : ', or ')] : [];
  return [...facts, ...either].join(lang === 'zh' ? '，' : ', ');
}

function showFact(pack: Pack, fact: string, test: Test, lang: Language): string {
  const zh = lang === 'zh';
  // what happened and through which channel says for itself what it is
  const speaks = fact === 'event' || fact === 'channel';
  if (test.op === 'any-of') {
    const words = test.values.map((value) => showFactValue(pack, fact, value, lang));
    if (speaks) return words.join(zh ? '或' : ' or ');
    const name = factName(pack, fact, lang);
    if (test.values.length === 1 && test.values[0] === true) return name;
    if (test.values.length === 1 && test.values[0] === false) return zh ? `“${name}”为否` : `not ${name}`;
    return zh ? `${name}为${words.join('或')}` : `${name} ${words.join(' or ')}`;
  }
  if (test.op === 'not') {
    const inner = showFact(pack, fact, test.test, lang);
    if (speaks) return zh ? `除${inner}外` : `other than ${inner}`;
    return zh ? `并非${inner}` : `not: ${inner}`;
  }
  if (test.op === 'and') return test.tests.map((one) => showFact(pack, fact, one, lang)).join(zh ? '且' : ' and ');
  const name = factName(pack, fact, lang);
  if (test.op === 'range') return `${name} ${showRange(test, zh)}`;
  if (test.op === 'clock-range') return `${name} ${clockTime(test.from)}–${clockTime(test.until)}`;
  if (test.op === 'has') {
    const words = test.values.map((value) => showFactValue(pack, fact, value, lang)).join(zh ? '、' : ', ');
    return zh ? `${name}含${words}` : `${name} with ${words}`;
  }
  return zh ? `${name}未知` : `${name} unknown`;
}

function showRange({ min, max, minOpen, maxOpen }: Extract<Test, { op: 'range' }>, zh: boolean): string {
  const parts = [
    min === undefined ? '' : `${minOpen ? '>' : '≥'} ${min}`,
    max === undefined ? '' : `${maxOpen ? '<' : '≤'} ${max}`,
  ].filter((part) => part !== '');
  return parts.join(zh ? ' 且 ' : ' and ');
}

const PARTS: Record<string, [zh: string, en: string]> = {
  time: ['时刻', 'time of day'],
  day: ['当日', 'day'],
};
const NOW: Record<string, [zh: string, en: string]> = {
  'now.time': ['当前时刻', 'time of day'],
  'now.day': ['当日', 'today'],
  'now.holiday': ['节假日', 'holiday'],
};

export function factName(pack: Pack, fact: string, lang: Language): string {
  const at = lang === 'zh' ? 0 : 1;
  const now = NOW[fact];
  if (now) return now[at];
  const known = vocabularyOf(pack).facts.get(fact);
  if (known) return known[lang];
  const [, milestone, part] = /^(.+)\.(time|day)$/.exec(fact) ?? [];
  if (milestone === undefined || part === undefined) return lang === 'zh' ? fact : asWords(fact);
  return `${showTerm(pack, milestone, lang)}${lang === 'zh' ? '的' : ', '}${PARTS[part]?.[at] ?? part}`;
}

export function showFactValue(pack: Pack, fact: string, value: Value, lang: Language): string {
  const words = vocabularyOf(pack);
  const id = String(value);
  if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (fact === 'event') return words.events.get(id)?.[lang] ?? id;
  if (fact === 'channel') return words.channels.get(id)?.[lang] ?? id;
  if (id === 'working' || id === 'off')
    return lang === 'zh' ? (id === 'working' ? '工作日' : '休息日') : id === 'working' ? 'working day' : 'day off';
  const choice = pack.terms.find((term) => term.id === fact)?.choices?.find((one) => one.id === id);
  if (choice) return lang === 'zh' ? choice.words : asWords(id);
  return showUnit(pack, id, lang) ?? id;
}

/** A unit, role or district of the organization; undefined: there is none of that id. */
export function showUnit(pack: Pack, id: string, lang: Language): string | undefined {
  const unit = pack.organization.find((one) => one.id === id);
  return unit && (lang === 'zh' ? unit.name : asWords(id));
}
