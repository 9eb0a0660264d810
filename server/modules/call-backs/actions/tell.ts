/** What call-backs tell: a link to rate by, whose token is nowhere but in the notice; that he was called; that he is not content. */
import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/database.ts';
import { DAY, type Instant } from '../../../values/instant.ts';
import { listStaff } from '../../identity/index.ts';
import { notify, type Recipient } from '../../notices/index.ts';
import { packByHash } from '../../regulations/index.ts';
import { type OrderNews, RATING_WORDS, type Rating, requestCards, rulebookOf } from '../../work-orders/index.ts';
import { whomToAsk } from '../rules/asking.ts';
import { addAsk } from '../store/ratings.ts';
import { settingsOf } from '../store/settings.ts';

/** 192 bits. */
const BYTES = 24;
export const PATH = '/r/';

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** An event or a variable that is not there is ours to mend: nothing is written. */
async function tell(tx: Tx, now: Instant, notice: Parameters<typeof notify>[2]): Promise<void> {
  const told = await notify(tx, { now: () => now }, notice);
  if (!told.ok) throw new Error(`${notice.event}: ${told.refusal.code}`);
}

/** He was called as often as is tried, and not reached: he is told so, once a round. */
export async function tellMissed(tx: Tx, news: OrderNews, requestId: number, now: Instant): Promise<void> {
  const { orderId, number, order, sealed } = news;
  const card = (await requestCards().ofOrder(tx, orderId)).find(({ id }) => id === requestId);
  if (sealed || !card?.phone) return;
  await tell(tx, now, {
    event: 'call-back-missed',
    key: `${orderId}/${requestId}/${order.round}`,
    recipients: [customer(requestId, card.phone, card.reporter)],
    variables: { number },
    orderId,
    requestId,
  });
}

/** A low rating: reviewers, who call back, and the heads of the unit it speaks of; not whoever wrote it down. */
export async function tellLow(tx: Tx, news: OrderNews, rating: Rating, by: number | null, now: Instant): Promise<void> {
  const { orderId, number, order, sealed } = news;
  if (sealed) return;
  const [reviewers, heads] = await Promise.all([
    listStaff(tx, { department: null, role: 'reviewer' }),
    listStaff(tx, { department: order.departmentId, role: 'department-head' }),
  ]);
  const told = [...reviewers, ...(order.departmentId === null ? [] : heads)].map(({ staff_id }) => staff_id);
  const recipients = [...new Set(told)]
    .filter((id) => id !== by)
    .map((staffId): Recipient => ({ kind: 'staff', staffId }));
  const { zh, en } = RATING_WORDS[rating];
  await tell(tx, now, {
    event: 'staff-told',
    key: `low/${orderId}/${order.round}/${rating}`,
    recipients,
    variables: {
      number,
      text: { zh: `客户评价：${zh}，请整改回访。`, en: `The customer is ${en.toLowerCase()}; please follow it up.` },
    },
    orderId,
  });
}

const customer = (requestId: number, phone: string, name: string | null): Recipient => ({
  kind: 'customer',
  requestId,
  phone,
  ...(name === null ? {} : { name }),
});

export async function askRatings(tx: Tx, news: OrderNews, now: Instant): Promise<void> {
  const { orderId, number, order, sealed, packHash } = news;
  const settings = await settingsOf(tx);
  const asked = whomToAsk(order, settings, sealed);
  if (asked.length === 0) return;
  const cards = await requestCards().ofOrder(tx, orderId);
  const { words } = rulebookOf(await packByHash(tx, packHash));
  const matter = words.events.get(order.event) ?? { zh: order.event, en: order.event };
  for (const requestId of asked) {
    const card = cards.find(({ id }) => id === requestId);
    if (!card?.phone) continue;
    const token = randomBytes(BYTES).toString('base64url');
    const ask = { orderId, requestId, round: order.round, tokenSha256: hashOf(token), askedAt: now };
    if (!(await addAsk(tx, { ...ask, expiresAt: now + settings.linkDays * DAY }))) continue;
    await tell(tx, now, {
      event: 'satisfaction-asked',
      key: `${orderId}/${requestId}/${order.round}`,
      recipients: [customer(requestId, card.phone, card.reporter)],
      variables: { number, matter: { zh: matter.zh, en: matter.en }, link: `${settings.address}${PATH}${token}` },
      orderId,
      requestId,
    });
  }
}
