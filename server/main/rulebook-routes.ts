/**
 * The rulebook in force, as screens ask it: its words, and the form of intake.
 * It stands here because it speaks of rulebooks and of orders at once.
 */
import Type from 'typebox';
import {
  choiceName,
  type FactValue,
  type Pack,
  rulebookAsked,
  showLimit,
  showQuote,
  type Vocabulary,
} from '../modules/regulations/index.ts';
import {
  COMMAND_WORDS,
  COMMANDS,
  clockName,
  milestoneName,
  rulebookOf,
  STATE_WORDS,
  STATES,
} from '../modules/work-orders/index.ts';
import type { Tx } from '../platform/database.ts';
import { type Language, type Route, route } from '../platform/http/route.ts';
import type { Instant } from '../values/instant.ts';
import { ok, type Result } from '../values/result.ts';

const text = Type.String();
const Named = Type.Object({ id: text, name: text });
const Word = (maxLength = 100) => Type.String({ maxLength });

const inForce = (tx: Tx, at: Instant): Promise<Result<Pack>> => rulebookAsked(tx, at, undefined);

const head = ({ pack, version, utility, effective, hash }: Pack) => ({ pack, version, utility, effective, hash });

export const named = (words: ReadonlyMap<string, { zh: string; en: string }>, lang: Language) =>
  [...words].map(([id, word]) => ({ id, name: word[lang] }));

/** Kinds a screen has an input for; the rest is typed as text. */
export const KINDS = ['yes-no', 'number', 'choice', 'set', 'unit'] as const;
export function factWords(pack: Pack, words: Vocabulary, lang: Language) {
  const terms = new Map(pack.terms.filter(({ kind }) => kind === 'fact').map((term) => [term.id, term]));
  return [...words.facts].flatMap(([id, fact]) => {
    if (fact.type === 'event' || fact.type === 'channel' || terms.get(id)?.derived !== undefined) return [];
    const type: (typeof KINDS)[number] | 'text' = KINDS.find((kind) => kind === fact.type) ?? 'text';
    const choices = fact.choices?.map((choice) => ({ id: choice, name: choiceName(pack, id, choice, lang) }));
    return [{ id, name: fact[lang], type, ...(choices ? { choices } : {}) }];
  });
}

function clockWords(pack: Pack, words: Vocabulary, lang: Language) {
  return pack.clocks.map(({ id, article, quote, from, cases }) => ({
    id,
    section: 'clocks' as const,
    name: clockName({ id, section: 'clocks' }, { pack, words })[lang],
    from: (from?.of ?? []).map((milestone) => milestoneName(milestone, { pack, words })[lang]).join('／'),
    article,
    quote: showQuote(quote),
    limits: [
      ...new Set(cases.flatMap(({ value }) => (value.within ? [showLimit(value.within.breach.text, lang)] : []))),
    ],
  }));
}

const FormView = Type.Object({
  id: text,
  name: text,
  article: text,
  quote: text,
  fields: Type.Array(Type.Object({ id: text, name: text, type: text, required: Type.Boolean() })),
});

/** The form the gate before `dispatched` asks to be filled. */
function intakeForm(pack: Pack, of: { event: string; channel: string }) {
  const book = rulebookOf(pack);
  const report = { ...of, facts: {} as Record<string, FactValue> };
  const holds = (when: Parameters<typeof book.holds>[0]): boolean => book.holds(when, report);
  const asked = pack.gates
    .filter(({ blocks, when }) => blocks === 'dispatched' && holds(when))
    .flatMap(({ require }) => (require === 'never' ? [] : (require.done ?? [])));
  const forms = pack.forms.filter(({ id, when }) => asked.includes(`filled:${id}`) && holds(when));
  const [form] = forms;
  if (!form) return null;
  const fields = forms
    .flatMap((one) => one.fields)
    .filter(({ id, when }, i, all) => holds(when) && all.findIndex((field) => field.id === id) === i)
    .map(({ id, name, type }) => ({
      id,
      name,
      type: type === 'yes-no' || type === 'number' ? type : ('text' as const),
      required: true,
    }));
  return { id: form.id, name: form.name ?? form.id, article: form.article, quote: form.quote, fields };
}

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/regulations/current',
    action: 'regulations.read',
    summary: 'The rulebook in force today 现行规则',
    answer: Type.Object({ pack: text, version: text, utility: text, effective: text, hash: text }),
    handler: async ({ tx, time }) => {
      const pack = await inForce(tx, time.now());
      return pack.ok ? ok(head(pack.value)) : pack;
    },
  }),
  route({
    method: 'GET',
    url: '/api/regulations/vocabulary',
    action: 'regulations.read',
    summary: 'Words of the rulebook in force: events, channels, facts, milestones, limits 词汇',
    answer: Type.Object({
      events: Type.Array(
        Type.Object({
          id: text,
          name: text,
          words: Type.Array(text),
          confidential: Type.Boolean({ description: '保密' }),
        }),
      ),
      channels: Type.Array(Named),
      milestones: Type.Array(Named),
      plans: Type.Array(Named),
      facts: Type.Array(
        Type.Object({
          id: text,
          name: text,
          type: Type.Enum([...KINDS, 'text']),
          choices: Type.Optional(Type.Array(Named)),
        }),
      ),
      states: Type.Array(Named),
      commands: Type.Array(Named),
      clocks: Type.Array(
        Type.Object({
          id: text,
          section: text,
          name: text,
          from: text,
          article: text,
          quote: text,
          limits: Type.Array(text),
        }),
      ),
    }),
    handler: async ({ tx, time, lang }) => {
      const found = await inForce(tx, time.now());
      if (!found.ok) return found;
      const pack = found.value;
      const { words, holds } = rulebookOf(pack);
      const secret = pack.routing.filter(({ confidential }) => confidential);
      const terms = new Map(pack.terms.filter(({ kind }) => kind === 'event').map((term) => [term.id, term.words]));
      return ok({
        events: [...words.events]
          .filter(([, word]) => word.isReport)
          .map(([id, word]) => ({
            id,
            name: word[lang],
            words: [...new Set([...word.zh.split('、'), ...(terms.get(id) ?? [])])],
            confidential: secret.some(({ when }) => holds(when, { event: id, channel: '', facts: {} })),
          })),
        channels: named(words.channels, lang),
        milestones: named(words.milestones, lang),
        plans: named(words.plans, lang),
        facts: factWords(pack, words, lang),
        states: STATES.map((id) => ({ id, name: STATE_WORDS[id][lang] })),
        commands: COMMANDS.map((id) => ({ id, name: COMMAND_WORDS[id][lang] })),
        clocks: clockWords(pack, words, lang),
      });
    },
  }),
  route({
    method: 'GET',
    url: '/api/regulations/intake-form',
    action: 'regulations.read',
    summary: 'Elements a request needs before it is dispatched; null where the rulebook asks for none 工单要素',
    query: Type.Object({ event: Word(), channel: Word() }),
    answer: Type.Union([FormView, Type.Null()]),
    handler: async ({ tx, time, query }) => {
      const pack = await inForce(tx, time.now());
      return pack.ok ? ok(intakeForm(pack.value, query)) : pack;
    },
  }),
];
