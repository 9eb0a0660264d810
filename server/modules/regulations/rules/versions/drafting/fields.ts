/** What of an entry can be changed value by value, each with its place and the words beside it. */
import { parse } from 'yaml';
import { showWhen } from '../../explaining/conditions.ts';
import type { Section } from '../../loading/discover.ts';
import type { WrittenFile } from '../../loading/load-pack.ts';
import type { CaseOf, Cited, Pack } from '../../pack.ts';
import type { Words } from '../../vocabulary.ts';
import { keyName } from '../comparing/names.ts';
import type { Step } from './edit.ts';

export interface Field {
  path: Step[];
  name: Words;
  /** For whom; empty: for all the entry is for. */
  condition: Words;
  kind: 'text' | 'long' | 'limit' | 'yes-no';
  /** As it is written. */
  value: string;
}

const LIMITS = new Set(['within', 'lead', 'opens', 'ahead', 'value', 'every']);
const LONG = new Set(['quote', 'reading', 'text']);
// biome-ignore format: one list
const EDITABLE = new Set([
  ...LIMITS,
  ...LONG,
  'quiet', 'breach', 'confirmed', 'default', 'rate', 'upto', 'cap', 'give', 'target', 'name', 'words', 'article',
  'to', 'with', 'by', 'steps', 'ask', 'charge', 'level', 'per', 'aliases', 'document', 'proof', 'via', 'open',
]);
/** Lists in which each thing has values of its own. */
const INNER = new Set(['cases', 'fields', 'items', 'tiers', 'again', 'choices']);

type Raw = Record<string, unknown>;

/** The entry as it was written; undefined: none of the files has it. */
export function rawEntry(files: readonly WrittenFile[], pack: Pack, section: Section, id: string): Raw | undefined {
  const entry = (pack[section] as readonly Partial<Cited>[]).find((one) => one.id === id);
  const file = files.find(({ path }) => path === entry?.source?.file);
  const list = file && (parse(file.text, { version: '1.2' }) as Record<string, unknown> | null)?.[section];
  return Array.isArray(list) ? (list as Raw[]).find((one) => String(one.id) === id) : undefined;
}

export function fieldsOf(files: readonly WrittenFile[], pack: Pack, section: Section, id: string): Field[] {
  const raw = rawEntry(files, pack, section, id);
  const entry = (pack[section] as readonly { id: string }[]).find((one) => one.id === id);
  if (!raw || !entry) return [];
  const cases = ('cases' in entry ? entry.cases : undefined) as Partial<CaseOf<unknown>>[] | undefined;
  const conditionOf = (index: number): Words => ({
    zh: cases?.[index]?.when ? showWhen(pack, cases[index]?.when, 'zh') : '其余',
    en: cases?.[index]?.when ? showWhen(pack, cases[index]?.when, 'en') : 'the rest',
  });
  return walk(raw, [], { zh: '', en: '' }, conditionOf);
}

function walk(raw: Raw, path: Step[], condition: Words, conditionOf: (index: number) => Words): Field[] {
  return Object.entries(raw).flatMap(([key, value]) => {
    const at = [...path, key];
    if (INNER.has(key) && Array.isArray(value))
      return value.flatMap((one, index) => {
        if (typeof one !== 'object' || one === null) return [];
        return walk(
          one as Raw,
          [...at, index],
          key === 'cases' ? conditionOf(index) : nth(condition, index),
          conditionOf,
        );
      });
    if (!EDITABLE.has(key)) return [];
    if (Array.isArray(value))
      return value.flatMap((one, index) => (isScalar(one) ? [field([...at, index], key, one, condition)] : []));
    return isScalar(value) ? [field(at, key, value, condition)] : [];
  });
}

const nth = ({ zh, en }: Words, index: number): Words => ({
  zh: [zh, `第 ${index + 1} 项`].filter((part) => part !== '').join('，'),
  en: [en, `no. ${index + 1}`].filter((part) => part !== '').join(', '),
});

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const field = (path: Step[], key: string, value: string | number | boolean, condition: Words): Field => ({
  path,
  name: { zh: keyName(key, 'zh'), en: keyName(key, 'en') },
  condition,
  kind: typeof value === 'boolean' ? 'yes-no' : LIMITS.has(key) ? 'limit' : LONG.has(key) ? 'long' : 'text',
  value: String(value),
});
