/** What becomes of orders, as call-backs hear it: in the transaction in which it does. */
import type { Tx } from '../../../platform/database.ts';
import { HOUR, type Instant } from '../../../values/instant.ts';
import { packByHash } from '../../regulations/index.ts';
import { isGood, type OrderNews, type Rating, rulebookOf } from '../../work-orders/index.ts';
import { callsOfOrder, dropClaim, dropOwed, holdOwed } from '../store/calls.ts';
import { openFollowUp, settleFollowUps } from '../store/follow-ups.ts';
import { settingsOf } from '../store/settings.ts';
import { callOf } from './read-calls.ts';
import { askRatings, tellLow, tellMissed } from './tell.ts';

type Entry = OrderNews['entries'][number];

const HEARD: ReadonlySet<string> = new Set(['called-back', 'call-back-tried', 'rated', 'closed', 'reopened']);

export async function hearOrder(tx: Tx, news: OrderNews, now: Instant): Promise<void> {
  const heard = news.entries.filter(({ kind }) => HEARD.has(kind));
  for (const entry of heard) {
    if (entry.kind === 'call-back-tried') {
      dropClaim(tx, news.orderId, entry.requestId, null);
      if (entry.requestId !== null) await missed(tx, news, entry.requestId, now);
    }
    if (entry.kind === 'called-back') {
      dropClaim(tx, news.orderId, entry.requestId, null);
      dropOwed(tx, news.orderId, entry.requestId);
    }
    const rating = ratingOf(entry);
    if (rating) await follow(tx, news, entry, rating, now);
    if (entry.kind === 'reopened') {
      dropOwed(tx, news.orderId, null);
      const { staffId: by, data } = entry;
      await settleFollowUps(tx, news.orderId, null, {
        settlement: 'reopened',
        by,
        at: now,
        reason: data.reason ?? null,
      });
    }
  }
  if (heard.some(({ kind }) => kind === 'closed')) {
    await oweCalls(tx, news, now);
    await askRatings(tx, news, now);
  }
}

/** Not satisfied, said without a level, is the milder of the two. */
function ratingOf({ kind, data }: Entry): Rating | null {
  if (kind === 'rated') return data.rating ?? null;
  return kind === 'called-back' && data.satisfied === false ? 'dissatisfied' : null;
}

async function follow(
  tx: Tx,
  news: OrderNews,
  { requestId, data, staffId }: Entry,
  rating: Rating,
  now: Instant,
): Promise<void> {
  const { low, followUpHours } = await settingsOf(tx);
  const { orderId, order } = news;
  if (low.includes(rating)) {
    openFollowUp(tx, {
      ...{ orderId, requestId: requestId ?? 0, round: order.round, rating, words: data.text ?? '' },
      ...{ departmentId: order.departmentId, openedAt: now, dueAt: now + followUpHours * HOUR },
    });
    await tellLow(tx, news, rating, staffId, now);
  } else if (isGood(rating)) {
    await settleFollowUps(tx, orderId, requestId ?? 0, { settlement: 'better', by: null, at: now, reason: null });
  }
}

/** The last of his tries: he is told that he was called. Nobody is told at a wrong number. */
async function missed(tx: Tx, news: OrderNews, requestId: number, now: Instant): Promise<void> {
  const row = (await callsOfOrder(tx, news.orderId, now)).find((one) => one.requestId === requestId);
  if (!row) return;
  const { standing } = await callOf(tx, row, await settingsOf(tx), now);
  if (standing.kind === 'unreached' && standing.because === 'tries') await tellMissed(tx, news, requestId, now);
}

/** Closed, though the rulebook wants callers called, they can be, and not everything has been tried. */
async function oweCalls(tx: Tx, { orderId, order, packHash }: OrderNews, now: Instant): Promise<void> {
  const { pack, holds } = rulebookOf(await packByHash(tx, packHash));
  if (!pack.clocks.some(({ until, when }) => until?.of.includes('called-back') && holds(when, order))) return;
  const settings = await settingsOf(tx);
  for (const row of await callsOfOrder(tx, orderId, now)) {
    const { standing } = await callOf(tx, row, settings, now);
    if (standing.kind === 'callable' || standing.kind === 'later') holdOwed(tx, orderId, row.requestId, now);
  }
}
