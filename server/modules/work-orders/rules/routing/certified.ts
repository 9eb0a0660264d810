/** 持证上岗: whether somebody holds what a rulebook asks for before he is assigned. */
import type { Instant } from '../../../../values/instant.ts';
import type { Refusal } from '../../../../values/result.ts';
import { formatDay, zoneOf } from '../../../../values/zone.ts';
import type { Context, HeldCertificate } from '../context.ts';
import { gatesBefore } from '../gates.ts';
import type { OrderState } from '../order.ts';

/** Fact of whoever is assigned: the certificates he holds on that day, by the words of the source. */
export const CERTIFICATES = 'certificates';

export const dayAt = ({ pack }: Pick<Context, 'pack'>, at: Instant): string =>
  formatDay(zoneOf(pack.timezone).dayOf(at));

const holds = ({ since, expiresOn, endedOn }: HeldCertificate, day: string): boolean =>
  since <= day && (expiresOn === null || expiresOn >= day) && (endedOn === null || endedOn > day);

export const validOn = (held: readonly HeldCertificate[], day: string): string[] => [
  ...new Set(held.filter((one) => holds(one, day)).map(({ name }) => name)),
];

/** Which certificate is missing, or when it expired, and the article that asks for it; null: he may be assigned. */
export function uncertified(
  order: OrderState,
  context: Context,
  held: readonly HeldCertificate[],
  name: string,
  at: Instant,
): Refusal | null {
  const day = dayAt(context, at);
  const valid = validOn(held, day);
  for (const { require, article, quote } of gatesBefore('assigned', order, context)) {
    if (require === 'never') continue;
    const wanted = require.facts?.facts[CERTIFICATES];
    if (wanted?.op !== 'has') continue;
    const missing = wanted.values.map(String).filter((one) => !valid.includes(one));
    if (missing.length === 0) continue;
    const inWords = missing.map((one) => {
      const last = held.flatMap(({ name: own, expiresOn }) => (own === one && expiresOn !== null ? [expiresOn] : []));
      const expired = last.sort().at(-1);
      return expired === undefined || expired >= day ? one : `${one}（${expired}）`;
    });
    return {
      code: 'handler-not-certified',
      params: { name, missing: inWords.join('、') },
      article,
      quote,
      fields: [{ path: 'handlerId', code: 'not-certified' }],
    };
  }
  return null;
}
