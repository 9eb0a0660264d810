/**
 * The syntax of templates 模板, whole: text, and `{{name}}` where `name` is a variable of the event, by its id or by its
 * Chinese name. Nothing is evaluated; what is filled in is never read as a template again.
 */
import type { Refusal } from '../../../../values/result.ts';
import type { Language, Variables, Words } from '../notice.ts';
import type { Variable } from './shape.ts';

/** Filled in for every event: who writes, and how who is written to is addressed. */
export const ALWAYS: readonly Variable[] = [
  { id: 'utility', zh: '企业', en: 'The utility', sample: { zh: '湖城水务', en: 'Hucheng Water' } },
  { id: 'name', zh: '称呼', en: 'Who is addressed', sample: { zh: '王先生', en: 'Mr Wang' } },
];

const PLACE = /\{\{([^{}]*)\}\}/g;
/** Braces that belong to no place. */
const STRAY = /\{\{|\}\}/;

export const namesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name.trim());

const known = (variables: readonly Variable[], name: string): Variable | undefined =>
  [...ALWAYS, ...variables].find(({ id, zh }) => id === name || zh === name);

/** Every variable a template names, its required ones, and nothing but places between double braces; null: nothing is wrong. */
export function faultOf(texts: readonly string[], variables: readonly Variable[]): Refusal | null {
  const named = texts.flatMap(namesIn);
  const unknown = named.find((name) => !known(variables, name));
  if (unknown !== undefined)
    return {
      code: 'template-variable-unknown',
      params: { found: unknown.slice(0, 40), expected: [...ALWAYS, ...variables].map(({ zh }) => zh).join('、') },
    };
  const stray = texts.find((text) => STRAY.test(text.replace(PLACE, '')));
  if (stray !== undefined) return { code: 'template-braces' };
  const missing = variables.find(({ id, zh, required }) => required && !named.includes(id) && !named.includes(zh));
  if (missing) return { code: 'template-variable-missing', params: { zh: missing.zh, id: missing.id } };
  return null;
}

/** One pass: what a value holds stays as it is, braces too. A variable nobody gave is left empty. */
export function fill(text: string, values: Readonly<Record<string, string>>, variables: readonly Variable[]): string {
  return text.replace(PLACE, (_whole, name: string) => values[known(variables, name.trim())?.id ?? ''] ?? '');
}

export const inLanguage = (given: Variables, language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]),
  );

export const samplesOf = (variables: readonly Variable[], language: Language): Record<string, string> =>
  Object.fromEntries([...ALWAYS, ...variables].map(({ id, sample }) => [id, sample[language]]));

/** What was given for an event: every required variable, none it does not have; null: nothing is wrong. */
export function givenWrong(given: Variables, variables: readonly Variable[]): Refusal | null {
  const unknown = Object.keys(given).find((name) => !variables.some(({ id }) => id === name));
  if (unknown !== undefined)
    return {
      code: 'template-variable-unknown',
      params: { found: unknown, expected: variables.map(({ id }) => id).join(', ') },
    };
  const missing = variables.find(({ id, required }) => required && empty(given[id]));
  return missing ? { code: 'notice-variable-missing', params: { zh: missing.zh, id: missing.id } } : null;
}

const empty = (value: string | Words | undefined): boolean =>
  value === undefined || (typeof value === 'string' ? value.trim() === '' : value.zh.trim() === '');

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => HTML[character] ?? '');

/** A letter as HTML: paragraphs where there is an empty line, every character as it was written. */
export const htmlOf = (subject: string, body: string, language: Language): string => {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('');
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>${paragraphs}</body></html>`;
};
