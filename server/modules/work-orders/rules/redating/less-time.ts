/** Who has less time by a re-dating: told once, however many of his orders it is. */
import type { Instant } from '../../../../values/instant.ts';
import type { ToldFact } from '../routing/telling.ts';
import type { Words } from '../words.ts';
import { type Change, type Course, earliestMoved } from './redate.ts';
import { nameOfChange } from './sentences.ts';

export interface Held {
  orderId: number;
  number: string;
  place: string;
  departmentId: string | null;
  handlerId: number | null;
}

interface Sooner {
  orders: number;
  /** Of them, the one due first. */
  first: Held;
  clock: string;
  name: Words;
  due: Instant;
}

export class LessTime {
  /** By handler, or by unit where there is none. */
  readonly #holders = new Map<string, Sooner>();

  add(order: Held, changes: readonly Change[], course: Course): void {
    const change = earliestMoved(changes);
    if (!change || change.toDue === null) return;
    const key = order.handlerId === null ? `unit ${order.departmentId}` : `staff ${order.handlerId}`;
    const known = this.#holders.get(key);
    if (known) known.orders += 1;
    if (known && known.due <= change.toDue) return;
    const first = { first: order, clock: change.clock, name: nameOfChange(change, course), due: change.toDue };
    this.#holders.set(key, { ...first, orders: known?.orders ?? 1 });
  }

  /** @param by the re-dating, and whether it is being reverted: each is told for itself */
  facts({ redatingId, keep }: { redatingId: number; keep: boolean }, now: Instant): ToldFact[] {
    return [...this.#holders].map(([key, { orders, first, clock, name, due }]) => ({
      kind: 'redated',
      about: { departmentId: first.departmentId, handlerId: first.handlerId, actorId: null },
      at: now,
      orderId: first.orderId,
      factKey: `redating:${redatingId}:${keep ? 'applied' : 'reverted'}:${key}`,
      params: {
        number: first.number,
        place: first.place.slice(0, 100),
        clock,
        clockZh: name.zh,
        clockEn: name.en,
        due,
        moreZh: orders === 1 ? '' : `等 ${orders} 张工单`,
        moreEn: orders === 1 ? '' : ` and ${orders - 1} more`,
        text: '',
      },
    }));
  }
}
