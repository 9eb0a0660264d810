import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { audit } from '../identity/index.ts';
import { readTellings, type Tellings, tellByRule } from './actions/tell-by-rule.ts';
import { chosen } from './actions/tell-callers.ts';
import { FACT_WORDS } from './messages.ts';
import { DEFAULTS, FACTS, type Fact } from './rules/facts.ts';
import { listUntold, saveChoice } from './store/progress.ts';

const MOST = 100;
const FactOf = Type.Unsafe<Fact>(Type.Union(FACTS.map((fact) => Type.Literal(fact))));
const Choices = Type.Array(
  Type.Object({ fact: FactOf, name: Type.String(), told: Type.Boolean(), byDefault: Type.Boolean() }),
);

const ByOrder = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
const TellingsView = Type.Object(
  {
    offered: Type.Array(
      Type.Object({ id: Type.String(), article: Type.String(), quote: Type.String(), proof: Type.Boolean() }),
    ),
    asked: Type.Array(
      Type.Object({
        notice: Type.String(),
        by: Type.String(),
        at: Type.String({ format: 'date-time' }),
        out: Type.Integer({ description: '已发出的' }),
        all: Type.Integer(),
        recorded: Type.Boolean({ description: '已记入工单' }),
        refused: Type.Boolean({ description: '未能记入工单' }),
      }),
    ),
  },
  { $id: 'Tellings' },
);
const tellingsView = ({ offered, asked }: Tellings) => ({
  offered: offered.map(({ id, article, quote, proof }) => ({ id, article, quote, proof })),
  asked: asked.map(({ notice, by, at, out, all, recordedAt, refusal }) => ({
    ...{ notice, by, out, all },
    at: at.toISOString(),
    recorded: recordedAt !== null,
    refused: refusal !== null,
  })),
});

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/progress',
    action: 'progress.choose',
    summary: 'Which facts of an order its callers are told, and who could not be 进展告知',
    answer: Type.Object({
      facts: Choices,
      untold: Type.Array(
        Type.Object({
          orderId: Type.Integer(),
          number: Type.String(),
          fact: FactOf,
          name: Type.String(),
          at: Type.String({ format: 'date-time' }),
        }),
      ),
    }),
    async handler({ tx, lang }) {
      const told = await chosen(tx);
      return ok({
        facts: FACTS.map((fact) => ({
          fact,
          name: FACT_WORDS[fact][lang],
          told: told[fact],
          byDefault: DEFAULTS[fact],
        })),
        untold: (await listUntold(tx, MOST)).map(({ orderId, number, fact, at }) => ({
          ...{ orderId, number, fact },
          name: FACT_WORDS[fact][lang],
          at: at.toISOString(),
        })),
      });
    },
  }),
  route({
    method: 'PUT',
    url: '/api/progress/:fact',
    action: 'progress.choose',
    summary: 'Callers are told of it, or not 设置告知哪些进展',
    params: Type.Object({ fact: FactOf }),
    body: Type.Object({ told: Type.Boolean() }),
    answer: Type.Object({ fact: FactOf, told: Type.Boolean() }),
    async handler({ tx, me, time, params: { fact }, body: { told } }) {
      await saveChoice(tx, fact, told, me.staffId, time.now());
      await audit(tx, me, 'progress.choose', `progress:${fact}`, { told }, time);
      return ok({ fact, told });
    },
  }),
  route({
    method: 'GET',
    url: '/api/orders/:id/tellings',
    action: 'orders.read',
    summary: 'What the rulebook wants callers told, and what became of it 规章要求的告知',
    params: ByOrder,
    answer: TellingsView,
    async handler(context) {
      const found = await readTellings(context, context.params.id);
      return found.ok ? ok(tellingsView(found.value)) : found;
    },
  }),
  route({
    method: 'POST',
    url: '/api/orders/:id/tellings',
    action: 'orders.note',
    summary: 'Tell every caller; recorded in the order once it has gone out 告知诉求人',
    params: ByOrder,
    body: Type.Object({
      notice: Type.String({ minLength: 1, maxLength: 80 }),
      words: Type.String({ minLength: 1, maxLength: 300 }),
    }),
    answer: TellingsView,
    async handler(context) {
      const told = await tellByRule(context, context.params.id, context.body);
      return told.ok ? ok(tellingsView(told.value)) : told;
    },
  }),
];
