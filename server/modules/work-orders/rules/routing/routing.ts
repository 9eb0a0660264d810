/** Routing 分派: to whom the rulebook sends a matter. */
import type { Pack } from '../../../regulations/rules/pack.ts';
import type { Context, Unit } from '../context.ts';
import type { OrderState } from '../order.ts';
import { rulebookOf } from '../rulebook.ts';
import { type Because, choose, type Reported } from './choose.ts';

export interface Route {
  /** Department where the utility has set one up for the unit, else the unit's id in the rulebook. */
  to: string;
  toName: string;
  reason: string;
  article: string;
  /** The facts it went by. */
  because: Because[];
  /** Facts nobody has said that would send it elsewhere. */
  asks: string[];
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

export const routes = (order: OrderState, { pack, units }: Pick<Context, 'pack' | 'units'>): Route[] =>
  routesOf(order, pack, units);

/** @param reported an order, or what is known of one to come */
export const routesOf = (reported: Reported, pack: Pack, units: readonly Unit[]): Route[] => {
  const { holds } = rulebookOf(pack);
  return pack.routing
    .filter(({ when }) => holds(when, reported))
    .flatMap((entry): Route[] => {
      const found = choose(entry, reported, pack);
      if (!found?.case.value.to) return [];
      const { case: chosen, because, asks } = found;
      const { to } = chosen.value;
      const unit = unitFor(to, pack, units);
      const name = pack.organization.find(({ id }) => id === to)?.name ?? to;
      return [
        {
          to: unit?.departmentId ?? to,
          toName: unit?.name ?? name,
          reason: chosen.quote,
          article: chosen.article,
          because,
          asks,
        },
      ];
    });
};
