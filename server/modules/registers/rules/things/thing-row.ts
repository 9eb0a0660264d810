/** Rows of things as somebody hands them in, and as they are kept: nothing in them has been believed yet. */
import { parseDay } from '../../../../values/zone.ts';
import type { FactValue } from '../../../regulations/rules/pack.ts';
import type { Vocabulary } from '../../../regulations/rules/vocabulary.ts';
import type { Fault } from '../place-rows.ts';
import { CERTIFICATE, kindOf } from './kinds.ts';

export interface ThingRow {
  /** Id or word. */
  kind: string;
  code: string;
  name: string;
  /** Absent: what is known stays. */
  place?: string;
  /** Name or id of the unit that answers for it. */
  unit?: string;
  district?: string;
  /** Whose it is: username, or name where only one has it. */
  person?: string;
  /** Fact by id or word → value as written; an empty one takes the fact away. */
  facts?: Record<string, string>;
  /** `YYYY-MM-DD`; an empty one takes it away. */
  since?: string;
  lastDone?: string;
  expires?: string;
  ended?: string;
}

/** As it is kept. Days are `YYYY-MM-DD`. */
export interface Thing {
  thingId: number;
  kind: string;
  code: string;
  name: string;
  place: string;
  departmentId: string | null;
  districtId: string | null;
  staffId: number | null;
  facts: Record<string, FactValue>;
  since: string;
  lastDone: string | null;
  expiresOn: string | null;
  endedOn: string | null;
}

/** Whom and what a row may name. */
export interface Known {
  words: Vocabulary | null;
  /** Kinds the duties of the rulebook are owed for. */
  kinds: ReadonlySet<string>;
  units: readonly { id: string; name: string }[];
  districts: readonly { id: string; name: string }[];
  people: readonly { id: number; username: string; name: string; unit: string }[];
  /** Local day, for what comes into the register now. */
  today: string;
}

const LENGTHS = { code: 60, name: 100, place: 200 } as const;
const MOST_FACTS = 40;
const clean = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim();
const fault = (field: string, code: string, params: Fault['params'] = {}): Fault => ({ field, code, params });

/** What a row is known again by. */
export const keyOf = ({ kind, code, staffId, name }: Pick<Thing, 'kind' | 'code' | 'staffId' | 'name'>): string =>
  JSON.stringify([kind, code, staffId ?? 0, staffId === null ? '' : name]);

type Identity = Pick<Thing, 'kind' | 'code' | 'name' | 'staffId'>;

/** Of what thing a row speaks; faults where that cannot be said. */
export function identify(row: ThingRow, known: Known): Identity | Fault[] {
  const faults: Fault[] = [];
  const kind = kindOf(row.kind, known.kinds);
  if (kind === null) faults.push(fault('kind', 'thing-kind-unknown', { found: clean(row.kind).slice(0, 40) }));
  const [code, name] = [clean(row.code), clean(row.name)];
  for (const [field, text] of Object.entries({ code, name, place: clean(row.place) })) {
    const limit = LENGTHS[field as keyof typeof LENGTHS];
    if (text.length > limit) faults.push(fault(field, 'value-too-long', { found: text.length, limit }));
    else if (text === '' && field !== 'place') faults.push(fault(field, 'value-missing'));
  }
  const person = clean(row.person);
  const meant = known.people.filter((one) => one.username === person.toLowerCase() || one.name === person);
  if (person !== '' && meant.length === 0)
    faults.push(fault('person', 'thing-person-unknown', { found: person.slice(0, 40) }));
  if (meant.length > 1)
    faults.push(fault('person', 'thing-person-twice', { found: person.slice(0, 40), n: meant.length }));
  if (kind === CERTIFICATE && person === '') faults.push(fault('person', 'value-missing'));
  if (faults.length > 0 || kind === null) return faults;
  return { kind, code, name, staffId: meant[0]?.id ?? null };
}

/** The thing after the row. */
export function thingAfter(
  row: ThingRow,
  { kind, code, name, staffId }: Identity,
  before: Thing | undefined,
  known: Known,
  thingId: number,
): Thing | Fault[] {
  const faults: Fault[] = [];
  const named = (field: 'unit' | 'district', list: Known['units'], kept: string | null): string | null => {
    if (row[field] === undefined) return kept;
    const text = clean(row[field]);
    if (text === '') return null;
    const found = list.find((one) => one.id === text || one.name === text);
    if (!found) faults.push(fault(field, `thing-${field}-unknown`, { found: text.slice(0, 40) }));
    return found?.id ?? null;
  };
  const day = (field: 'since' | 'lastDone' | 'expires' | 'ended', kept: string | null): string | null => {
    if (row[field] === undefined) return kept;
    const text = clean(row[field]);
    if (text === '') return null;
    if (parseDay(text) !== null) return text;
    faults.push(fault(field, 'thing-day-not-real', { found: text.slice(0, 40) }));
    return null;
  };
  // what belongs to a person is the business of his unit
  const ownUnit = known.people.find(({ id }) => id === staffId)?.unit ?? null;
  const after: Thing = {
    thingId,
    kind,
    code,
    name,
    place: row.place === undefined ? (before?.place ?? '') : clean(row.place),
    departmentId: named('unit', known.units, before ? before.departmentId : ownUnit),
    districtId: named('district', known.districts, before?.districtId ?? null),
    staffId,
    facts: factsAfter(row.facts ?? {}, before?.facts ?? {}, known, faults),
    since: day('since', before?.since ?? known.today) ?? known.today,
    lastDone: day('lastDone', before?.lastDone ?? null),
    expiresOn: day('expires', before?.expiresOn ?? null),
    endedOn: day('ended', before?.endedOn ?? null),
  };
  if (after.lastDone !== null && after.lastDone > known.today)
    faults.push(fault('lastDone', 'thing-done-in-future', { found: after.lastDone }));
  for (const [field, end] of [
    ['expires', after.expiresOn],
    ['ended', after.endedOn],
  ] as const)
    if (end !== null && end < after.since)
      faults.push(fault(field, 'thing-ends-before-it-begins', { found: end, since: after.since }));
  return faults.length > 0 ? faults : after;
}

function factsAfter(
  written: Record<string, string>,
  before: Thing['facts'],
  known: Known,
  faults: Fault[],
): Thing['facts'] {
  const facts = { ...before };
  for (const [name, text] of Object.entries(written)) {
    const id = factNamed(clean(name), known.words);
    if (id === null) {
      faults.push(fault('facts', 'thing-fact-unknown', { found: clean(name).slice(0, 40) }));
      continue;
    }
    if (clean(text) === '') {
      delete facts[id];
      continue;
    }
    const value = factValue(id, clean(text), known.words);
    if (value === undefined)
      faults.push(
        fault('facts', 'thing-fact-value', {
          fact: known.words?.facts.get(id)?.zh ?? id,
          found: clean(text).slice(0, 40),
          expected: expected(id, known.words),
        }),
      );
    else facts[id] = value;
  }
  if (Object.keys(facts).length > MOST_FACTS)
    faults.push(fault('facts', 'thing-facts-too-many', { limit: MOST_FACTS }));
  return Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** By id or by the word of the rulebook; what is no fact of things is none here. */
function factNamed(text: string, words: Vocabulary | null): string | null {
  if (!words || text === 'event' || text === 'channel') return null;
  if (words.facts.has(text)) return text;
  for (const [id, { zh }] of words.facts) if (zh === text) return id;
  return null;
}

const YES = new Set(['true', 'yes', '是', '有', '对', '1']);
const NO = new Set(['false', 'no', '否', '无', '不', '0']);

function factValue(id: string, text: string, words: Vocabulary | null): FactValue | undefined {
  const kind = words?.facts.get(id);
  switch (kind?.type) {
    case 'yes-no':
      return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : undefined;
    case 'number': {
      const number = text.replace(/^(dn|φ)\s*/i, '').replace(/\s*(mm|毫米|个月|月)$/i, '');
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(number) ? Number(number) : undefined;
    }
    case 'set': {
      const members = text.split(/[、，,;；|]/).map((one) => one.trim());
      const read = members.map((one) => choiceOf(one, kind));
      return read.every((one) => one !== undefined) ? (read as string[]) : undefined;
    }
    default:
      return kind ? choiceOf(text, kind) : undefined;
  }
}

const choiceOf = (
  text: string,
  kind: { choices?: string[]; choiceWords?: Record<string, string> },
): string | undefined => {
  if (!kind.choices) return text.slice(0, 200);
  return kind.choices.find((id) => id === text || kind.choiceWords?.[id] === text);
};

function expected(id: string, words: Vocabulary | null): string {
  const kind = words?.facts.get(id);
  if (kind?.type === 'yes-no') return '是 / 否';
  if (kind?.type === 'number') return '100';
  return (kind?.choices ?? []).map((one) => kind?.choiceWords?.[one] ?? one).join(' / ');
}
