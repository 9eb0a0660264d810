/** Drafts of the rulebook 草案 reach the inbox: who may decide one hears that it waits, who showed it what became of it. */
import { announce } from '../modules/notices/index.ts';
import { type DraftNews, hearDrafts } from '../modules/regulations/index.ts';
import { colleaguesOf } from '../modules/rosters/index.ts';

const DECISION: Record<DraftNews['what'], [zh: string, en: string]> = {
  submitted: ['', ''],
  returned: ['退回修改', 'returned'],
  approved: ['已批准', 'approved'],
};

export function tellOfDrafts(): void {
  hearDrafts(async ({ tx, me, time }, { what, draft, title, revision, submittedBy, words }) => {
    const now = time.now();
    const [decisionZh, decisionEn] = DECISION[what];
    const fact = {
      kind: what === 'submitted' ? ('draft-submitted' as const) : ('draft-decided' as const),
      about: { departmentId: null, handlerId: null, actorId: me.staffId, askedBy: submittedBy },
      at: now,
      orderId: null,
      factKey: `draft:${draft}:${revision}:${what}:${now}`,
      params: { draft, title, by: me.name, decisionZh, decisionEn, text: words.slice(0, 200) },
    };
    await announce(tx, [fact], await colleaguesOf(tx, now), now);
  });
}
