/**
 * Sealing 保密: what the rulebook sends to one unit in confidence is seen by that unit, by who took it until it is handed
 * over, and by the managing unit; never by the unit concerned. Who that is, the database decides for every statement
 * (`work_orders.may_see_sealed`); here stands only what is sealed, and to whom.
 */
import type { FactValue } from '../../../regulations/rules/pack.ts';
import type { Context, Unit } from '../context.ts';
import type { OrderState } from '../order.ts';
import { unitFor } from './routing.ts';

/** Facts that say whom a complaint is about. */
export const CONCERNED_UNIT = 'concerned-unit';
export const CONCERNED_PERSON = 'concerned-person';

export interface Seal {
  /** Department it is sealed to; '': none is set up that may have it. */
  to: string;
  concernedUnit: string | null;
  concernedPerson: string | null;
}

const text = (value: FactValue | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** The unit itself, or one below it. */
function isOf(unit: Unit, ofId: string, units: readonly Unit[]): boolean {
  const seen = new Set<string>();
  for (let id: string | null | undefined = unit.departmentId; id && !seen.has(id); ) {
    if (id === ofId) return true;
    seen.add(id);
    id = units.find(({ departmentId }) => departmentId === id)?.parentId;
  }
  return false;
}

/** null: it is not sealed. The unit the rulebook names; where that one is concerned or not set up, another of discipline, then the managing one. */
export function sealOf(
  order: Pick<OrderState, 'event' | 'channel' | 'facts'>,
  { pack, units, holds }: Pick<Context, 'pack' | 'holds'> & { units: readonly Unit[] },
): Seal | null {
  const entry = pack.routing.find(({ confidential, when }) => confidential && holds(when, order));
  if (!entry) return null;
  const concernedUnit = text(order.facts[CONCERNED_UNIT]);
  const named = entry.cases.flatMap(({ value }) => unitFor(value.to, pack, units) ?? []);
  const to = [
    ...named,
    ...units.filter(({ kind }) => kind === 'discipline'),
    ...units.filter(({ kind }) => kind === 'managing'),
  ].find((unit) => concernedUnit === null || !isOf(unit, concernedUnit, units));
  return { to: to?.departmentId ?? '', concernedUnit, concernedPerson: text(order.facts[CONCERNED_PERSON]) };
}

/** Orders go together only where the same people may see them. */
export const sealedAlike = (a: Seal | null, b: Seal | null): boolean =>
  a === null || b === null
    ? a === b
    : a.to === b.to && a.concernedUnit === b.concernedUnit && a.concernedPerson === b.concernedPerson;
