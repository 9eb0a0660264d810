import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { audit } from '../identity/index.ts';
import { chosen } from './actions/tell-callers.ts';
import { FACT_WORDS } from './messages.ts';
import { DEFAULTS, FACTS, type Fact } from './rules/facts.ts';
import { listUntold, saveChoice } from './store.ts';

const MOST = 100;
const FactOf = Type.Unsafe<Fact>(Type.Union(FACTS.map((fact) => Type.Literal(fact))));
const Choices = Type.Array(
  Type.Object({ fact: FactOf, name: Type.String(), told: Type.Boolean(), byDefault: Type.Boolean() }),
);

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
];
