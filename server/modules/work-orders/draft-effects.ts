/** What a draft of the rulebook would change in open orders, counted by the machinery of re-dating. */
import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { differencesOf, readDraft } from '../regulations/index.ts';
import { previewRedating } from './actions/redatings.ts';
import { effectsOf } from './rules/redating/effects.ts';
import { totalSentence } from './rules/redating/sentences.ts';

const whole = Type.Integer();

export const draftEffectRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/regulations/drafts/:id/effects',
    action: 'regulations.enact',
    summary:
      'How many open orders each difference of a draft touches, were they re-dated; writes nothing 影响的在办工单',
    params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
    answer: Type.Object({
      revision: whole,
      text: Type.String(),
      orders: Type.Unsafe<number>({ ...whole, description: '在办工单' }),
      changed: Type.Unsafe<number>({ ...whole, description: '其中时限改变的' }),
      late: whole,
      effects: Type.Array(
        Type.Object({
          orders: Type.Union([whole, Type.Null()], { description: '空：它不管时限' }),
          late: whole,
          shared: Type.Boolean({ description: '与同一时限的其他不同合计' }),
        }),
        { description: '与草案的 differences 一一对应' },
      ),
    }),
    async handler({ tx, time, lang, params }) {
      const draft = await readDraft(tx, (params as { id: number }).id, lang);
      if (!draft.ok) return draft;
      const { pack, base, row } = draft.value;
      const preview = await previewRedating(tx, time, pack, 0);
      if (!preview.ok) return preview;
      const { totals, rules } = preview.value;
      return ok({
        revision: row.revision,
        text: totalSentence(totals, lang),
        orders: totals.orders,
        changed: totals.changed,
        late: totals.late,
        effects: effectsOf(differencesOf(base, pack), rules),
      });
    },
  }),
];
