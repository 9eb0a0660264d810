/** Who may be told that an order changed. */
import { allowed, type Me, within } from '../../../identity/rules/permissions.ts';

/** As the database wrote it down: `work_orders.tell_orders`. */
export type Written = [
  order: number,
  /** Last entry of its log; null: not of the log. */
  seq: number | null,
  unit: string | null,
  unitBefore: string | null,
  district: string | null,
  districtBefore: string | null,
  handler: number | null,
  handlerBefore: number | null,
  sealed: boolean,
  sealedBefore: boolean,
];

/** A sealed order 保密: who may see it, as of now. */
export interface Sealed {
  to: string;
  staffIds: ReadonlySet<number>;
}

export type Sight = 'named' | 'unnamed' | 'nothing';

/**
 * Where it was counts as much as where it is: who loses it has to see it go. Of what is sealed, whoever may not see it
 * hears no id; who saw it until now hears that something changed.
 */
export function sightOf(me: Me, change: Written, sealed: Sealed | undefined): Sight {
  const [, , unit, unitBefore, district, districtBefore, handler, handlerBefore, isSealed, wasSealed] = change;
  const scope = allowed(me, 'orders.read');
  const now = { department_id: unit, district_id: district, handler_id: handler, sealed_to: sealed?.to ?? null };
  const before = { department_id: unitBefore, district_id: districtBefore, handler_id: handlerBefore, sealed_to: null };
  if (sealed?.staffIds.has(me.staffId) && within(me, scope, now)) return 'named';
  if (sealed || isSealed) return !wasSealed && within(me, scope, before) ? 'unnamed' : 'nothing';
  return within(me, scope, now) || within(me, scope, before) ? 'named' : 'nothing';
}
