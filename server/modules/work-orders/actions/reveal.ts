import { ok, type Result, refuse } from '../../../values/result.ts';
import { audit } from '../../identity/index.ts';
import { requestCards } from '../contributions.ts';
import { orderById } from '../store/orders.ts';
import { type Given, maySee } from './execute.ts';

export interface Revealed {
  requests: { id: number; reporter: string | null; phone: string | null }[];
}

/** Who called, in full. Written down: who looked, when, at which order. */
export async function reveal({ tx, me, time }: Given, orderId: number): Promise<Result<Revealed>> {
  const order = await orderById(tx, orderId);
  if (!order || !maySee(me, order)) return refuse('order-not-found');
  if (!maySee(me, order, 'personal.reveal')) return refuse('forbidden');
  const cards = await requestCards().ofOrder(tx, orderId);
  await audit(tx, me, 'personal.reveal', `order:${orderId}`, { requests: cards.map(({ id }) => id) }, time);
  return ok({ requests: cards.map(({ id, reporter, phone }) => ({ id, reporter, phone })) });
}
