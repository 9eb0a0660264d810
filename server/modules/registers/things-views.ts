import { type Static, Type } from 'typebox';
import type { FactValue, Vocabulary } from '../regulations/index.ts';
import { kindName } from './rules/things/kinds.ts';
import type { ListedThing } from './store/things.ts';

const Null = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const ThingView = Type.Object(
  {
    thingId: Type.Integer(),
    kind: Type.String(),
    kindName: Type.String(),
    code: Type.String({ description: 'Of what belongs to a person, masked' }),
    name: Type.String(),
    place: Type.String(),
    departmentId: Null(Type.String()),
    unit: Null(Type.String()),
    districtId: Null(Type.String()),
    district: Null(Type.String()),
    staffId: Null(Type.Integer()),
    person: Null(Type.String()),
    facts: Type.Array(
      Type.Object({ fact: Type.String(), name: Type.String(), value: Type.String(), shown: Type.String() }),
    ),
    since: Type.String(),
    lastDone: Null(Type.String()),
    expiresOn: Null(Type.String()),
    endedOn: Null(Type.String()),
  },
  { $id: 'Thing' },
);

/** 370102199001011234 → **************1234 */
const masked = (code: string): string =>
  `${'*'.repeat(Math.max(4, code.length - 4))}${code.length > 4 ? code.slice(-4) : ''}`;

export const thingView = (
  { registeredAt: _registered, lookedAt: _looked, ...thing }: ListedThing,
  words: Vocabulary | null,
  lang: 'zh' | 'en',
): Static<typeof ThingView> => ({
  ...thing,
  kindName: kindName(thing.kind, lang),
  code: thing.staffId === null ? thing.code : masked(thing.code),
  facts: Object.entries(thing.facts).map(([fact, value]) => ({
    fact,
    name: words?.facts.get(fact)?.[lang] ?? fact,
    value: Array.isArray(value) ? value.join(';') : String(value),
    shown: shown(fact, value, words, lang),
  })),
});

function shown(fact: string, value: FactValue, words: Vocabulary | null, lang: 'zh' | 'en'): string {
  if (typeof value === 'boolean') return value ? (lang === 'zh' ? '是' : 'yes') : lang === 'zh' ? '否' : 'no';
  const known = lang === 'zh' ? words?.facts.get(fact)?.choiceWords : undefined;
  return [value]
    .flat()
    .map((one) => known?.[String(one)] ?? String(one))
    .join(lang === 'zh' ? '、' : ', ');
}

const OF_THINGS = new Set(['yes-no', 'number', 'choice', 'set', 'text', 'any']);
/** Facts of a matter, not of a thing. */
const NOT_OF_THINGS = new Set([
  'contact-left',
  'customer-kind',
  'repeat',
  'repeat-matter',
  'concerned-unit',
  'concerned-person',
  'urgent',
]);

export const factWords = (words: Vocabulary | null, lang: 'zh' | 'en') =>
  [...(words?.facts ?? [])]
    .filter(([fact, { type, count }]) => OF_THINGS.has(type) && !count && !NOT_OF_THINGS.has(fact))
    .map(([fact, word]) => ({
      fact,
      name: word[lang],
      type: word.type,
      choices: (word.choices ?? []).map((id) => ({
        id,
        name: (lang === 'zh' ? word.choiceWords?.[id] : undefined) ?? id,
      })),
    }));
