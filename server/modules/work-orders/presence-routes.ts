import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, refuse } from '../../values/result.ts';
import { maySeeMerged } from './actions/execute.ts';
import { orderById } from './store/orders.ts';
import { othersPresent, sayGone, sayPresent } from './store/presence.ts';

/** Milliseconds after which who says nothing more is taken to have gone. */
const LAPSES = 35_000;

const Present = Type.Object(
  {
    staffId: Type.Integer(),
    name: Type.String(),
    departmentName: Type.String(),
    doing: Type.Enum(['viewing', 'acting']),
    since: Type.String({ format: 'date-time' }),
    until: Type.String({ format: 'date-time', description: 'Not there any more from then on, unless said again' }),
  },
  { $id: 'Present' },
);

export const presenceRoutes: Route[] = [
  route({
    method: 'PUT',
    url: '/api/orders/:id/presence',
    action: 'orders.read',
    summary: 'I have it open, or not any more; answers who else has 正在查看、正在处理',
    repeatable: true,
    params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
    body: Type.Object(
      {
        tab: Type.String({ minLength: 8, maxLength: 64, pattern: '^[0-9a-zA-Z-]+$', description: 'This window' }),
        doing: Type.Enum(['viewing', 'acting', 'gone']),
      },
      { additionalProperties: false },
    ),
    answer: Type.Object({ others: Type.Array(Present), now: Type.String({ format: 'date-time' }) }),
    async handler({ tx, me, time, params, body }) {
      const order = await orderById(tx, params.id);
      if (!order || !(await maySeeMerged(tx, me, order))) return refuse('order-not-found');
      const now = time.now();
      const window = { orderId: params.id, staffId: me.staffId, tab: body.tab };
      if (body.doing === 'gone') await sayGone(tx, window, now);
      else await sayPresent(tx, window, body.doing as 'viewing' | 'acting', now, now + LAPSES);
      const others = body.doing === 'gone' ? [] : await othersPresent(tx, params.id, me.staffId, now);
      return ok({
        others: others.map((one) => ({ ...one, since: one.since.toISOString(), until: one.until.toISOString() })),
        now: new Date(now).toISOString(),
      });
    },
  }),
];
