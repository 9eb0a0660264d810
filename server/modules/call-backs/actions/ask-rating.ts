/** Sends a link to rate by: its token is nowhere but in the notice. */
import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/database.ts';
import { DAY, type Instant } from '../../../values/instant.ts';
import { notify } from '../../notices/index.ts';
import { packByHash } from '../../regulations/index.ts';
import { type OrderNews, requestCards, rulebookOf } from '../../work-orders/index.ts';
import { whomToAsk } from '../rules/asking.ts';
import { addAsk } from '../store/ratings.ts';
import { settingsOf } from '../store/settings.ts';

/** 192 bits. */
const BYTES = 24;
export const PATH = '/r/';

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

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
    const told = await notify(
      tx,
      { now: () => now },
      {
        event: 'satisfaction-asked',
        key: `${orderId}/${requestId}/${order.round}`,
        recipients: [
          {
            kind: 'customer',
            requestId,
            phone: card.phone,
            ...(card.reporter === null ? {} : { name: card.reporter }),
          },
        ],
        variables: { number, matter: { zh: matter.zh, en: matter.en }, link: `${settings.address}${PATH}${token}` },
        orderId,
        requestId,
      },
    );
    // an event or a variable that is not there: ours to mend, not the closer's
    if (!told.ok) throw new Error(`satisfaction-asked: ${told.refusal.code}`);
  }
}
