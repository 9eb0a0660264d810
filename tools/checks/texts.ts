/** Every text stands in Chinese and in English, with the same blanks to fill; every refusal has one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Outcome, verdict } from '../step.ts';
import { files, isCode, ROOT } from '../tree.ts';

type Catalogue = Map<string, string>;

/** Nested texts by dotted key; entries of lists count by position. */
export function flattened(value: unknown, key = ''): Catalogue {
  if (typeof value === 'string') return new Map([[key, value]]);
  const found: Catalogue = new Map();
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, inner] of Object.entries(value)) {
    for (const [path, text] of flattened(inner, key === '' ? name : `${key}.${name}`)) found.set(path, text);
  }
  return found;
}

/** `{name}` and `{{name}}`. */
export function blanks(text: string): string {
  const found = [...text.matchAll(/\{\{?\s*([a-zA-Z_][\w.-]*)[^{}]*\}?\}/g)].map((match) => match[1] as string);
  // {clockZh} and {clockEn} are one blank, filled in the reader's language
  const names = found.map((name) => name.replace(/(?<=[a-z])(Zh|En)$/, ''));
  return [...new Set(names)].sort().join(', ');
}

/** English plural forms stand beside the one Chinese form. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

export function compared(where: string, zh: Catalogue, en: Catalogue): string[] {
  const complaints: string[] = [];
  const of = (catalogue: Catalogue): Catalogue =>
    new Map([...catalogue].map(([key, text]) => [withoutPlural(key), text]));
  const [left, right] = [of(zh), of(en)];
  for (const [key, text] of left) {
    const other = right.get(key);
    if (other === undefined) complaints.push(`${where}: ${key} has no English text`);
    else if ((text.trim() === '') !== (other.trim() === ''))
      complaints.push(`${where}: ${key} is empty in one language`);
    else if (blanks(text) !== blanks(other)) {
      complaints.push(`${where}: ${key} fills {${blanks(text)}} in Chinese, {${blanks(other)}} in English`);
    }
  }
  for (const key of right.keys()) {
    if (!left.has(key)) complaints.push(`${where}: ${key} has no Chinese text`);
  }
  return complaints;
}

/** Codes a server file refuses with, by name. */
export function refusalCodes(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(/\brefuse\(\s*'([a-z0-9-]+)'/g)) found.add(match[1] as string);
  for (const match of text.matchAll(/\bpath:[^{}]*?\bcode:\s*'([a-z0-9-]+)'/g)) found.add(match[1] as string);
  return [...found];
}

/** Keys a screen asks for: exact ones, and the head of those put together at run time. */
export function askedKeys(text: string): { exact: string[]; heads: string[] } {
  const exact = [...text.matchAll(/(?<![\w.])t\(\s*'([\w.-]+)'/g)].map((match) => match[1] as string);
  const heads = [...text.matchAll(/(?<![\w.])t\(\s*`([\w.-]+)\.\$\{/g)].map((match) => match[1] as string);
  return { exact, heads };
}

const load = async (file: string): Promise<Record<string, unknown>> =>
  (await import(pathToFileURL(join(ROOT, file)).href)) as Record<string, unknown>;

const isMessage = (value: unknown): value is { zh: string; en: string } =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** Catalogues of refusals: exports that map a code to {zh, en}. */
async function messages(all: string[]): Promise<{ codes: Set<string>; complaints: string[]; sources: number }> {
  const codes = new Set<string>();
  const complaints: string[] = [];
  const sources = all.filter((file) => /^server\/.*(^|\/)messages(\/[a-z-]+)?\.ts$/.test(file));
  for (const file of sources) {
    for (const value of Object.values(await load(file))) {
      if (typeof value !== 'object' || value === null) continue;
      const [zh, en]: [Catalogue, Catalogue] = [new Map(), new Map()];
      for (const [code, message] of Object.entries(value)) {
        if (!isMessage(message)) continue;
        codes.add(code);
        zh.set(code, message.zh);
        en.set(code, message.en);
      }
      complaints.push(...compared(file, zh, en));
    }
  }
  return { codes, complaints, sources: sources.length };
}

async function catalogues(all: string[]): Promise<{ complaints: string[]; keys: number }> {
  const complaints: string[] = [];
  let keys = 0;
  const chinese = all.filter((file) => /^web\/.*\/zh-CN\.(ts|json)$/.test(file));
  const known = new Set<string>();
  for (const file of chinese) {
    const twin = file.replace('zh-CN.', 'en.');
    if (!all.includes(twin)) {
      complaints.push(`${file} has no ${twin}`);
      continue;
    }
    const [zh, en] = [await load(file), await load(twin)].map((exports) => {
      const texts = Object.values(exports).find((value) => typeof value === 'object' && value !== null);
      return flattened(texts);
    }) as [Catalogue, Catalogue];
    complaints.push(...compared(file, zh, en));
    keys += zh.size;
    for (const key of zh.keys()) {
      const parts = key.split('.');
      for (let length = 1; length <= parts.length; length += 1) known.add(parts.slice(0, length).join('.'));
      known.add(withoutPlural(key));
    }
  }
  for (const file of all.filter((path) => /^web\/.*\.tsx?$/.test(path) && !/\.test\.ts|\/texts\//.test(path))) {
    const asked = askedKeys(readFileSync(join(ROOT, file), 'utf8'));
    for (const key of [...asked.exact, ...asked.heads]) {
      if (!known.has(key)) complaints.push(`${file}: text ${key} is in no catalogue`);
    }
  }
  return { complaints, keys };
}

export async function texts(): Promise<Outcome> {
  const all = files();
  const refusals = await messages(all);
  const complaints = [...refusals.complaints];
  const asked = new Map<string, string>();
  for (const file of all.filter(
    (path) => path.startsWith('server/') && isCode(path) && !/(\.test|\/testing)\.ts$/.test(path),
  )) {
    for (const code of refusalCodes(readFileSync(join(ROOT, file), 'utf8'))) asked.set(code, file);
  }
  for (const [code, file] of asked) {
    if (!refusals.codes.has(code)) complaints.push(`${file}: refusal ${code} has no message`);
  }
  const web = await catalogues(all);
  complaints.push(...web.complaints);
  const words = `${refusals.codes.size} refusals in ${refusals.sources} catalogues, ${web.keys} screen texts`;
  return verdict(complaints, words);
}
