/** Routing 分派: to whom the rulebook sends a matter. */
import type { Pack } from '../../../regulations/rules/pack.ts';
import type { Context, Unit } from '../context.ts';
import type { OrderState } from '../order.ts';

export interface Route {
  /** Department where the utility has set one up for the unit, else the unit's id in the rulebook. */
  to: string;
  toName: string;
  reason: string;
  article: string;
}

/** Department set up for a unit of the rulebook. A post 岗位 is found in the unit it belongs to. */
export function unitFor(to: string, pack: Pack, units: readonly Unit[]): Unit | undefined {
  const parents: string[] = [];
  for (let id: string | undefined = to; id !== undefined && !parents.includes(id); ) {
    parents.push(id);
    id = pack.organization.find((one) => one.id === parents.at(-1))?.parent;
  }
  return parents
    .map((id) => units.find(({ organizationId }) => organizationId === id))
    .find((found) => found !== undefined);
}

export const routes = (order: OrderState, { pack, units, holds }: Context): Route[] =>
  pack.routing
    .filter(({ when }) => holds(when, order))
    .flatMap((entry): Route[] => {
      const chosen =
        entry.cases.find((one) => one.when && holds(one.when, order)) ?? entry.cases.find((one) => !one.when);
      if (!chosen?.value.to) return [];
      const { to } = chosen.value;
      const unit = unitFor(to, pack, units);
      const name = pack.organization.find(({ id }) => id === to)?.name ?? to;
      return [
        { to: unit?.departmentId ?? to, toName: unit?.name ?? name, reason: chosen.quote, article: chosen.article },
      ];
    });
