/** What open screens follow of orders: which of them changed, and who looks at them. */
import { type Entry, type Topic, topic } from '../../platform/live/news.ts';
import { type Sealed, sightOf, type Written } from './rules/routing/hearing.ts';
import { sealedAmong } from './store/sealed.ts';

interface Changed {
  orders: Written[];
  sealed: ReadonlyMap<number, Sealed>;
}

/** Those present at an order when somebody came, left, or began to write. */
type Attended = [order: number, staffIds: number[]];

const listed = <T>(facts: readonly unknown[]): T[] =>
  facts.flatMap((fact) => (Array.isArray(fact) ? (fact as T[]) : []));

export const topics: readonly Topic[] = [
  topic<Changed | null>({
    name: 'orders',
    async prepare(tx, facts) {
      if (!facts.every(Array.isArray)) return null;
      const orders = listed<Written>(facts);
      // every one of them: it may have been sealed since
      const sealed = await sealedAmong(tx, [...new Set(orders.map(([id]) => id))]);
      return {
        orders,
        sealed: new Map(sealed.map(({ orderId, to, staffIds }) => [orderId, { to, staffIds: new Set(staffIds) }])),
      };
    },
    told(me, changed) {
      if (changed === null) return true;
      const named: Entry[] = [];
      for (const order of changed.orders) {
        const sight = sightOf(me, order, changed.sealed.get(order[0]));
        if (sight === 'unnamed') return true;
        if (sight === 'named') named.push([order[0], order[1]]);
      }
      return named;
    },
  }),
  topic<Attended[]>({
    name: 'presence',
    prepare: async (_tx, facts) => listed<Attended>(facts),
    told: ({ staffId }, attended) =>
      attended.flatMap(([order, staffIds]): Entry[] => (staffIds.includes(staffId) ? [[order]] : [])),
  }),
];
