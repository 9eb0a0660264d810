/** 时限试算: what would be due when under a rulebook, and what makes a difference to it. Nothing is written. */
import Type from 'typebox';
import {
  askedFor,
  calendarInForce,
  calendarsOf,
  evaluate,
  type Happening,
  type Matter,
  rulebookAsked,
} from '../modules/regulations/index.ts';
import { milestoneName, readingView, rulebookOf } from '../modules/work-orders/index.ts';
import { type Route, route } from '../platform/http/route.ts';
import type { Instant } from '../values/instant.ts';
import { ok, type Result, refuse } from '../values/result.ts';
import { factWords, KINDS, named } from './rulebook-routes.ts';

const text = Type.String();
const Word = (maxLength = 100) => Type.String({ maxLength });
const Time = Type.String({ format: 'date-time', maxLength: 40 });
const Named = Type.Object({ id: text, name: text });
const Fact = Type.Union([Type.Boolean(), Type.Number(), Word(500), Type.Array(Word(), { maxItems: 50 })]);
const hash = Type.Optional(Word(100));

const Body = Type.Object({
  event: Word(),
  channel: Word(),
  facts: Type.Optional(Type.Record(Word(80), Fact, { maxProperties: 60 })),
  receivedAt: Type.Optional(Time),
  rulebook: Type.Optional(Type.String({ maxLength: 100, description: '规章的内容散列；不填为受理时施行的规章' })),
  milestones: Type.Optional(
    Type.Array(
      Type.Object({ milestone: Word(), at: Time, by: Type.Optional(Word()) }, { additionalProperties: false }),
      { maxItems: 60, description: '此后的节点：到场、抢修开始 …' },
    ),
  ),
  plans: Type.Optional(
    Type.Array(Type.Object({ plan: Word(), at: Time }, { additionalProperties: false }), { maxItems: 20 }),
  ),
  pauses: Type.Optional(
    Type.Array(Type.Object({ from: Time, until: Type.Union([Time, Type.Null()]) }, { additionalProperties: false }), {
      maxItems: 20,
    }),
  ),
});
type Asking = Type.Static<typeof Body>;

/** The matter as far as it was told, and the last of its times: to then it is judged. */
function matterTold(body: Asking, received: Instant): Result<{ matter: Matter; now: Instant }> {
  const { event, channel, milestones = [], plans = [], pauses = [] } = body;
  const wrong: { path: string; code: string }[] = [];
  const times = milestones.map(({ at }) => Date.parse(at));
  times.forEach((at, i) => {
    if (at < received) wrong.push({ path: `milestones.${i}.at`, code: 'before-received' });
  });
  pauses.forEach(({ from, until }, i) => {
    if (until !== null && Date.parse(until) <= Date.parse(from))
      wrong.push({ path: `pauses.${i}.until`, code: 'pause-ends-before' });
  });
  if (wrong.length > 0) return refuse('times-out-of-order', { fields: wrong });
  const happening = (milestone: string, at: Instant, id: number, by?: string): Happening => ({
    milestone,
    at,
    recordedAt: at,
    id,
    ...(by === undefined ? {} : { by }),
  });
  const told = milestones
    .map(({ milestone, by }, i) => ({ milestone, by, at: times[i] as Instant }))
    .sort((a, b) => a.at - b.at)
    .map(({ milestone, by, at }, i) => happening(milestone, at, i + 3, by));
  const matter: Matter = {
    event,
    channel,
    facts: { 'contact-left': true, ...body.facts },
    happenings: [happening('received', received, 1), happening('created', received, 2), ...told],
    plans: plans.map(({ plan, at }, i) => ({ plan, at: Date.parse(at), setAt: received, id: i + 1 })),
    pauses: pauses.map(({ from, until }, i) => ({
      id: i + 1,
      entry: '',
      clocks: 'all',
      from: Date.parse(from),
      until: until === null ? null : Date.parse(until),
    })),
    extensions: [],
    requests: [{ id: '1', receivedAt: received, channel }],
  };
  return ok({ matter, now: Math.max(received, ...times) });
}

export const routes: Route[] = [
  route({
    method: 'POST',
    url: '/api/regulations/preview',
    action: 'regulations.read',
    summary: 'Clocks that would run for such a report, each with its article and why; writes nothing 时限试算',
    reads: true,
    body: Body,
    // The same as the clocks of an order.
    answer: Type.Array(Type.Record(text, Type.Unknown())),
    handler: async ({ tx, time, lang, body }) => {
      const received = body.receivedAt === undefined ? time.now() : Date.parse(body.receivedAt);
      const found = await rulebookAsked(tx, received, body.rulebook);
      if (!found.ok) return found;
      const told = matterTold(body, received);
      if (!told.ok) return told;
      const pack = found.value;
      const { matter, now } = told.value;
      const { published } = await calendarInForce(tx, pack.holidays);
      const readings = evaluate(pack, calendarsOf(pack, published), matter, now);
      const views = readings.map((reading) => readingView(reading, rulebookOf(pack), lang, readings));
      const byDue = (dueAt: string | null): number => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt));
      return ok(views.sort((a, b) => byDue(a.dueAt) - byDue(b.dueAt)).map((view) => ({ ...view })));
    },
  }),
  route({
    method: 'GET',
    url: '/api/regulations/asked',
    action: 'regulations.read',
    summary: 'What makes a difference to the clocks of such a report: facts, milestones, planned times 试算所需',
    query: Type.Object({ rulebook: hash, event: Type.Optional(Word()), channel: Type.Optional(Word()) }),
    answer: Type.Object({
      events: Type.Array(Type.Object({ id: text, name: text, words: Type.Array(text) })),
      channels: Type.Array(Named),
      /** Whether the rulebook has this event. */
      known: Type.Boolean(),
      facts: Type.Array(
        Type.Object({
          id: text,
          name: text,
          type: Type.Enum([...KINDS, 'text']),
          choices: Type.Optional(Type.Array(Named)),
        }),
      ),
      milestones: Type.Array(Named),
      plans: Type.Array(Named),
    }),
    handler: async ({ tx, time, lang, query }) => {
      const found = await rulebookAsked(tx, time.now(), query.rulebook);
      if (!found.ok) return found;
      const pack = found.value;
      const book = rulebookOf(pack);
      const { words } = book;
      const { event = '', channel = '' } = query;
      const asked = event === '' ? { facts: [], milestones: [], plans: [] } : askedFor(pack, event, channel);
      const facts = new Map(factWords(pack, words, lang).map((fact) => [fact.id, fact]));
      const name = (id: string) => ({ id, name: milestoneName(id, book)[lang] });
      return ok({
        events: [...words.events].map(([id, word]) => ({ id, name: word[lang], words: word.zh.split('、') })),
        channels: named(words.channels, lang),
        known: words.events.has(event),
        facts: asked.facts.flatMap((id) => facts.get(id) ?? []),
        milestones: asked.milestones.map(name),
        plans: asked.plans.map(name),
      });
    },
  }),
];
