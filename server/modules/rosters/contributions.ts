/** What modules below contribute to a handover: the orders that are open, which this module does not know. */
import type { Tx } from '../../platform/database.ts';
import type { Me } from '../identity/index.ts';
import type { Matter } from './rules/handover.ts';

export type { Matter };

export interface Matters {
  /** Open orders of the unit that I see, due first. */
  open(tx: Tx, me: Me, departmentId: string): Promise<Matter[]>;
  /** Those of them I may know of, and whether they are mine to see. What is sealed to me is not among them at all. */
  known(tx: Tx, me: Me, orderIds: readonly number[]): Promise<ReadonlyMap<number, boolean>>;
}

let matters: Matters = { open: async () => [], known: async () => new Map() };
export function contributeMatters(contributed: Matters): void {
  matters = contributed;
}
export const openMatters = (): Matters => matters;
