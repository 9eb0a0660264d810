/** Crew members of the unit, and why one of them cannot be given the order. */
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import { listStaff } from '../../identity/index.ts';
import { uncertified } from '../rules/routing/certified.ts';
import { type Given, load } from './execute.ts';
import { heldBy } from './people.ts';

export interface PossibleHandler {
  staffId: number;
  /** null: he may be assigned. */
  lacks: Refusal | null;
}

export async function possibleHandlers(given: Given, orderId: number): Promise<Result<PossibleHandler[]>> {
  const loaded = await load(given, orderId, false);
  if (!loaded) return refuse('order-not-found');
  const { order, context } = loaded;
  const crew =
    order.departmentId === null
      ? []
      : await listStaff(given.tx, { department: order.departmentId, role: 'crew-member' });
  const held = await heldBy(
    given.tx,
    crew.map(({ staff_id }) => staff_id),
  );
  return ok(
    crew.map(({ staff_id: staffId, name }) => ({
      staffId,
      lacks: uncertified(order, context, held.get(staffId) ?? [], name, context.now),
    })),
  );
}
