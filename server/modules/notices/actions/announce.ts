import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { type About, type Colleague, type Kind, recipients } from '../rules/recipients.ts';
import { type Announcement, insertAnnouncements } from '../store/inbox.ts';

export interface Fact {
  kind: Kind;
  about: About;
  /** When it occurred. */
  at: Instant;
  /** null: it is of no order. */
  orderId: number | null;
  factKey: string;
  params: Record<string, string | number | null>;
}

/** Tells everyone concerned, in the transaction of the facts themselves. Returns how many rows were new. */
export function announce(
  tx: Tx,
  facts: readonly Fact[],
  staff: readonly Colleague[],
  recordedAt: Instant,
): Promise<number> {
  // thousands of facts of a flood concern the same few
  const known = new Map<string, number[]>();
  const told = facts.map((fact): Announcement => {
    const key = JSON.stringify([fact.kind, fact.about]);
    const staffIds = known.get(key) ?? recipients(fact.kind, fact.about, staff);
    known.set(key, staffIds);
    return { ...fact, staffIds };
  });
  return insertAnnouncements(
    tx,
    told.filter(({ staffIds }) => staffIds.length > 0),
    recordedAt,
  );
}
