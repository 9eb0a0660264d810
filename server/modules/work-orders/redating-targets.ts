/** What open orders can be re-dated to, and which of them a re-dating touched. */
import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, refuse } from '../../values/result.ts';
import { calendarShipped, calendarsKnown, listVersions } from '../regulations/index.ts';
import { STATES } from './rules/lifecycle.ts';
import { STATE_WORDS } from './rules/words.ts';
import { openByVersion, ordersPut, redatingById } from './store/redatings.ts';

const text = Type.String();
const whole = Type.Integer();
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const redatingTargetRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/redatings/targets',
    action: 'regulations.redate',
    summary: 'Versions and holiday calendars open orders can be re-dated to 可换用的规则版本与放假安排',
    answer: Type.Object({
      versions: Type.Array(
        Type.Object({
          hash: text,
          pack: text,
          version: text,
          effective: text,
          fromDay: nullable(text),
          inForce: Type.Boolean(),
          orders: Type.Unsafe<number>({ ...whole, description: '适用它的在办工单' }),
        }),
      ),
      calendars: Type.Array(
        Type.Object({
          calendar: text,
          hash: text,
          years: Type.Array(whole),
          inForce: Type.Boolean({ description: '现行的就是这一份；后来公布的年份自动计入' }),
        }),
      ),
    }),
    async handler({ tx, time }) {
      const open = new Map((await openByVersion(tx)).map(({ hash, orders }) => [hash, orders]));
      const versions = (await listVersions(tx, time.now())).map((one) => ({ ...one, orders: open.get(one.hash) ?? 0 }));
      const calendars = [];
      for (const calendar of calendarsKnown()) {
        const shipped = await calendarShipped(tx, calendar);
        if (!shipped) continue;
        const { hash, years, inForce } = shipped;
        calendars.push({ calendar, hash, years: years.map(({ year }) => year), inForce });
      }
      return ok({ versions, calendars });
    },
  }),
  route({
    method: 'GET',
    url: '/api/redatings/:id/orders',
    action: 'regulations.redate',
    summary: 'Orders a re-dating put under another version or calendar 重新计时所及的工单',
    params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
    query: Type.Object({
      after: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    }),
    answer: Type.Object({
      items: Type.Array(
        Type.Object({
          id: whole,
          number: text,
          event: text,
          place: text,
          state: text,
          stateName: text,
          departmentId: nullable(text),
          stays: Type.Boolean({ description: '仍适用它换上的版本' }),
        }),
      ),
    }),
    async handler({ tx, lang, params, query }) {
      const { id } = params as { id: number };
      if (!(await redatingById(tx, id))) return refuse('redating-not-found');
      const rows = await ordersPut(tx, id, query.after ?? 0, query.limit ?? 50);
      return ok({
        items: rows.map((row) => ({
          ...row,
          stateName: STATES.some((state) => state === row.state)
            ? STATE_WORDS[row.state as keyof typeof STATE_WORDS][lang]
            : row.state,
        })),
      });
    },
  }),
];
