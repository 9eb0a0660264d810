/** Telling of orders: of what is sealed, only whoever may see it is told, and the unit it is sealed to in place of the one held to it. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { announce, type Colleague, type Fact } from '../../notices/index.ts';
import { sealedAmong } from '../store/sealed.ts';

/** As the system: who tells of it may not see it himself. */
export const announceFacts = (
  tx: Tx,
  facts: readonly Fact[],
  colleagues: readonly Colleague[],
  now: Instant,
): Promise<number> => tx.asSystem(() => announceSealed(tx, facts, colleagues, now));

async function announceSealed(
  tx: Tx,
  facts: readonly Fact[],
  colleagues: readonly Colleague[],
  now: Instant,
): Promise<number> {
  if (facts.length === 0) return 0;
  const ids = [...new Set(facts.flatMap(({ orderId }) => orderId ?? []))];
  const sealed = new Map((await sealedAmong(tx, ids)).map((one) => [one.orderId, one]));
  const told = facts.map((fact): Fact => {
    const seal = fact.orderId === null ? undefined : sealed.get(fact.orderId);
    if (!seal) return fact;
    return { ...fact, about: { ...fact.about, departmentId: seal.to, only: seal.staffIds } };
  });
  return announce(tx, told, colleagues, now);
}
